"""Statements: who says it, about whom, how. Actors are found by the product itself, so these tests join the two."""

from __future__ import annotations

import pytest

from dragoman.mentions.actors import find_in as find_actors_in
from dragoman.mentions.quotations import find_in as find_quotations_in
from dragoman.records.statements import FoundStatement, find_statements
from dragoman.records.statements_stance import stance_of
from dragoman.text.identify import language_of_words
from dragoman.text.sentences import split


def read(text: str, lang: str) -> list[FoundStatement]:
    sentences = split(text, lang)
    actors = find_actors_in(text, sentences, lang=lang)
    return find_statements(text, sentences, actors, find_quotations_in(text, sentences, actors, lang=lang), lang=lang)


def sides(one: FoundStatement) -> list[str | None]:
    return [mention.country or mention.id for mention in one.about]


SAID = [
    ("pl", "Rząd Niemiec oświadczył, że Polska jest ważnym sąsiadem.", "DEU", ["POL"]),
    ("pl", "„Rosja łamie umowę” – powiedział prezydent Ukrainy.", "UKR", ["RUS"]),
    ("pl", "Zdaniem Komisji Europejskiej Węgry naruszają prawo.", "EU", ["HUN"]),
    ("ru", "Правительство Германии заявило, что Польша остаётся важным соседом.", "DEU", ["POL"]),
    ("ru", "«Мы ждём делегацию из Китая», — сообщил президент Казахстана.", "KAZ", ["CHN"]),
    ("uk", "Уряд Німеччини заявив, що Польща є важливим сусідом.", "DEU", ["POL"]),
    ("en", "The German government said that Poland was an important neighbour.", "DEU", ["POL"]),
    ("en", '"Russia is breaking the treaty," the president of Ukraine said.', "UKR", ["RUS"]),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "about"), SAID)
def test_speaker_and_about(lang: str, text: str, speaker: str, about: list[str]) -> None:
    (one,) = read(text, lang)
    assert one.speaker is not None
    assert (one.speaker.country or one.speaker.id) == speaker
    assert sides(one) == about
    assert one.language == lang
    assert one.start <= one.words[0][0] < one.words[-1][1] <= one.end
    assert one.rule.startswith(f"{lang}/quotes#")


def test_own_state_is_about_only_where_no_other_is_named() -> None:
    (alone,) = read("Premier Polski powiedział, że Polska jest bezpieczna.", "pl")
    assert sides(alone) == ["POL"]
    (both,) = read("Premier Polski powiedział, że Polska pomaga Ukrainie.", "pl")
    assert sides(both) == ["UKR"]


def test_a_dropped_subject_speaks_for_the_last_speaker() -> None:
    first, second = read("Prezydent Francji ocenił, że Niemcy są partnerem. Dodał, że Rosja nim nie jest.", "pl")
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.country == second.speaker.country == "FRA"
    assert second.confidence < first.confidence


def test_a_name_taught_by_an_office_speaks_later() -> None:
    text = "Minister handlu Szwecji Olof Nyberg powiedział, że Norwegia zwleka. Nyberg dodał, że Dania też zwleka."
    found = read(text, "pl")
    assert [one.speaker.country for one in found if one.speaker] == ["SWE", "SWE"]


def test_unnamed_sources_and_firms_at_home_are_left_out() -> None:
    assert read("Eksperci uważają, że Rosja osłabnie.", "pl") == []
    assert read("Dyrektor szkoły powiedział, że lekcji nie będzie.", "pl") == []


def test_a_headline_is_about_whom_its_label_names() -> None:
    (one,) = read("Prezydent Serbii o Chinach: to nasz przyjaciel\n\nSpotkanie trwało godzinę.", "pl")
    assert (one.form, sides(one), one.stance) == ("headline", ["CHN"], "positive")


def test_whom_a_warning_is_given_to_it_is_about() -> None:
    (one,) = read("MSZ Iranu ostrzegło Izrael, że odpowie na atak.", "pl")
    assert (sides(one), one.stance) == (["ISR"], "negative")


def test_stance_by_words_then_by_the_verb() -> None:
    assert stance_of("Rosja jest agresorem i popełnia zbrodnie", "neutral", "pl") == "negative"
    assert stance_of("Ukraina jest naszym przyjacielem", "neutral", "pl") == "positive"
    assert stance_of("Delegacja przyjedzie we wtorek", "negative", "pl") == "negative"
    assert stance_of("Delegacja przyjedzie we wtorek", None, "pl") == "neutral"


def test_language_of_words_by_script_and_letters() -> None:
    assert language_of_words("To jest nasza decyzja", "pl") == "pl"
    assert language_of_words("Сосед, данный Богом", "pl") == "ru"
    assert language_of_words("Сусід, якого дав Бог, і це щастя", "pl") == "uk"
    assert language_of_words("friend to all", "ru") == "en"


def test_translation_in_brackets() -> None:
    text = "Prezydent Rosji powiedział: „Мы соседи и останемся соседями навсегда” („Jesteśmy sąsiadami”)."
    (one,) = read(text, "pl")
    assert one.language == "ru"
    assert one.translation is not None
    assert text[slice(*one.translation)] == "Jesteśmy sąsiadami"


def test_a_bare_object_is_no_statement_in_english() -> None:
    assert read("The German government announced three days of mourning.", "en") == []
    assert read("Germany promised to help Poland.", "en") == []


def test_addressee_behind_its_preposition() -> None:
    text = "Premier Kanady powiedział do prezydenta Meksyku, że granica jest otwarta."
    (one,) = read(text, "pl")
    assert [mention.country for mention in one.addressees] == ["MEX"]
