"""Whose words they are in Polish news where papers, sources and nobody in particular stand between."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman


def said(text: str, on: dt.date = dt.date(2025, 12, 4)) -> list[tuple[str | None, str]]:
    """Speaker and words of every statement."""
    found = [one for one in dragoman.read(text, lang="pl", published=on).records if one.kind == "statement"]
    return [(one.speaker.country or one.speaker.id, " ".join(part.text for part in one.words)) for one in found]


CASES = [
    ("Jak podaje dziennik, prezydent Peru ostrzegł gości, że Chile buduje bazę.", [("PER", "Chile buduje bazę")]),
    ("Premier Danii ostrzegł, że Rosja szykuje blokadę – poinformował portal.", [("DNK", "Rosja szykuje blokadę")]),
    ("Według źródeł prezydent Kenii miał powiedzieć, że Sudan złamał umowę.", [("KEN", "Sudan złamał umowę")]),
    ("Irlandzki dziennik podał, że Irlandia kupi okręty.", []),
    ("Uważa się, że Iran ma nowe rakiety.", []),
    ("Prezydent Peru milczał. Dwóch rozmówców gazety przyznało, że Chile buduje bazę.", []),
    (
        "Ocenę przekazał deputowany do Dumy Państwowej Iwan Lipski. – Polska szuka sposobu, by dołączyć do rozmów – skomentował.",
        [("RUS", "Polska szuka sposobu, by dołączyć do rozmów")],
    ),
    ("– Kenia jest daleko – powiedział były ambasador w Kenii Jan Lipski.", []),
]


@pytest.mark.parametrize(("text", "statements"), CASES)
def test_speakers(text: str, statements: list[tuple[str | None, str]]) -> None:
    assert said(text) == statements


def test_what_a_conjunction_opens_is_no_speaker() -> None:
    """The clause behind "a jednocześnie" goes on; it does not give the words before it to the name that follows."""
    text = "Prezydent Peru wyraził takie stanowisko, a jednocześnie podkreślił konieczność ochrony prezydenta Chile."
    assert not [one for one in said(text) if one[0] == "CHL"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("– Kenia złamie umowę – miał powiedzieć prezydent Ugandy.", "UGA"),
        ("Prezydent Ugandy miał również podkreślić, że Kenia złamała umowę.", "UGA"),
        ("Według relacji „Gazety”, prezydent Ugandy ostrzegł, że Kenia zbroi się.", "UGA"),
        ("Papież powiedział, że Kenia czeka na pokój.", "VAT"),
    ],
)
def test_hearsay_has_a_speaker(text: str, speaker: str) -> None:
    assert [one for one, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Były ambasador Chile w Peru powiedział, że Peru kłamie.", []),
        ("Ambasador Chile w Peru powiedział, że Peru kłamie.", ["CHL"]),
        ("Była kanclerz Niemiec Angela Merkel powiedziała, że Peru kłamie.", []),
        ("Na wyrok zareagował Dmitrij Miedwiediew. Były prezydent Rosji stwierdził, że Peru kłamie.", ["RUS"]),
    ],
)
def test_who_has_left_office_speaks_for_no_state(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Premier Danii przyznał, że rozmowy trwają. „Zorza” zwraca uwagę, że Chile zapłaci.",
        "Premier Danii przyznał, że rozmowy trwają. Jak pisze „Zorza”, Chile zapłaci Peru.",
    ],
)
def test_a_paper_in_marks_speaks_for_nobody(text: str) -> None:
    found = [one for one in dragoman.read(text, lang="pl").records if one.kind == "statement"]
    assert len(found) == 1


def test_who_works_for_an_organ_is_known_by_the_surname_later() -> None:
    text = "– To błąd – oświadczyła w Limie Anna Walden z Departamentu Stanu USA. „Iran musi ustąpić” – dodała Walden."
    found = [one for one in dragoman.read(text, lang="pl").records if one.kind == "statement"]
    assert [one.speaker.country for one in found if one.speaker] == ["USA", "USA"]


def test_who_only_comes_from_a_state_does_not_speak_for_it() -> None:
    text = "Adam Lis z Niemiec powiedział, że Rosja kłamie."
    assert not [one for one in dragoman.read(text, lang="pl").records if one.kind == "statement"]


BODIES = [
    ("Michel Barnier uznał, że czasu jest mało.", "czasu jest mało"),
    ("Przewodniczący Parlamentu Europejskiego Antonio Tajani powiedział, że czasu jest mało.", "czasu jest mało"),
]


@pytest.mark.parametrize(("text", "words"), BODIES)
def test_who_acts_for_a_body_speaks_for_it_whatever_the_sector(text: str, words: str) -> None:
    assert said(text, dt.date(2018, 6, 1)) == [("EU", words)]


WAYS = [
    ("Zdaniem duńskiego premiera „to nie jest nieuniknione”.", "DNK", "to nie jest nieuniknione"),
    ("Premier Danii jest głęboko przekonany, że umowa przetrwa.", "DNK", "umowa przetrwa"),
    ("W komunikacie MSZ Kenii czytamy, że Sudan złamał prawo.", "KEN", "Sudan złamał prawo"),
    ("„Sudan złamał prawo” – czytamy w oświadczeniu MSZ Kenii.", "KEN", "Sudan złamał prawo"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), WAYS)
def test_ways_of_telling_what_somebody_holds(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]


PAPERS = [
    ("pl", "Premier Danii spotkał się z emirem Kataru. „Kurier Wschodni” pisze, że rozmowy były trudne.", []),
    ("pl", "– Zostaniemy w sojuszu – zapewnił premier Danii. \"The Evening Post\" donosi, że odejdą.", ["Zostaniemy w sojuszu"]),
    ("pl", "Premier Danii milczał długo. „Hańba” – powiedział.", ["Hańba"]),
    ("en", "The Danish premier met the emir of Qatar. \"Evening Post\" writes that the talks were hard.", []),
    ("ru", "Премьер Дании встретился с эмиром Катара. «Вечерний курьер» пишет, что переговоры были трудными.", []),
    ("uk", "Прем'єр Данії зустрівся з еміром Катару. «Вечірній кур'єр» пише, що переговори були важкими.", []),
]


@pytest.mark.parametrize(("lang", "text", "words"), PAPERS)
def test_a_paper_named_in_marks_is_no_quotation(lang: str, text: str, words: list[str]) -> None:
    found = dragoman.read(text, lang=lang, published=dt.date(2025, 12, 4)).records
    assert [part.text for one in found if one.kind == "statement" for part in one.words] == words


def test_a_state_before_a_colon_may_be_but_where_it_happened() -> None:
    assert said("Dania: ruszyła budowa portu dla Rosji\n\nPrace potrwają rok.") == []
    assert [one for one, _ in said("Dania: nie zbudujemy portu dla Rosji\n\nPrace ustały.")] == ["DNK"]
