"""The engine's constructions, each with sentences of its own: the same two rules must read every form that a deed can be told in."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read
from dragoman.prove import frames_of

SIGN = "pl/frames/SUPPORT#sign"
VISIT = "pl/frames/CONSULT#visit"


def sides(text: str, rule: str, lang: str = "pl") -> dict[str, list[str]]:
    """Countries by slot of the first frame that a rule gives."""
    for frame in frames_of(text, lang):
        if frame.rule.id == rule:
            return {slot: [str(one.actor.country or one.actor.id) for one in fillers] for slot, fillers in frame.slots.items()}
    return {}


@pytest.mark.parametrize(
    "text, actor, partner",
    [
        pytest.param("Słowacja podpisała umowę z Grecją.", ["SVK"], ["GRC"], id="active"),
        pytest.param("Umowę z Grecją podpisała Słowacja.", ["SVK"], ["GRC"], id="object first"),
        pytest.param("Umowa została podpisana przez Słowację.", ["SVK"], [], id="passive"),
        pytest.param("Umowa podpisana przez Słowację z Grecją wchodzi w życie.", ["SVK"], ["GRC"], id="passive participle"),
        pytest.param("Podpisanie umowy przez Słowację uspokoiło rynki.", ["SVK"], [], id="verbal noun"),
        pytest.param("Słowacja, która podpisała umowę z Grecją, nie komentuje sprawy.", ["SVK"], ["GRC"], id="relative clause, subject"),
        pytest.param("Grecja, z którą Słowacja podpisała umowę, milczy.", ["SVK"], ["GRC"], id="relative clause, preposition"),
        pytest.param("Słowacja i Węgry podpisały umowę.", ["SVK", "HUN"], [], id="two subjects"),
        pytest.param("Słowacja, Węgry oraz Grecja podpisały umowę.", ["SVK", "HUN", "GRC"], [], id="three subjects"),
        pytest.param("Słowacja zwołała szczyt i podpisała umowę z Grecją.", ["SVK"], ["GRC"], id="shared subject"),
        pytest.param("Słowacja chce podpisać umowę z Grecją.", ["SVK"], ["GRC"], id="infinitive"),
        pytest.param("Słowacja wraz z Węgrami podpisała umowę.", ["SVK", "HUN"], [], id="together with"),
        pytest.param("Słowacja poinformowała, że podpisała umowę z Grecją.", ["SVK"], ["GRC"], id="reported, subject kept"),
        pytest.param(
            "Dzień po szczycie, w piątek, Słowacja podpisała z Grecją umowę (o handlu) na dwa lata.", ["SVK"], ["GRC"], id="bracket"
        ),
        pytest.param("Słowacja podpisała pierwszą z trzech umów z Grecją.", ["SVK"], ["GRC"], id="one of many"),
        pytest.param("Umowę podpisano z Grecją.", None, None, id="impersonal without a doer is silent"),
    ],
)
def test_one_rule_reads_every_construction(text: str, actor: list[str] | None, partner: list[str] | None) -> None:
    found = sides(text, SIGN)
    assert found.get("actor") == actor
    assert found.get("partner", None if actor is None else []) == partner


@pytest.mark.parametrize(
    "text, actor, recipient",
    [
        pytest.param("Premier Indii złożył wizytę w Japonii.", ["IND"], ["JPN"], id="light verb"),
        pytest.param("Podczas wizyty premiera Indii w Japonii padał deszcz.", ["IND"], ["JPN"], id="noun in passing"),
        pytest.param("Po wczorajszej (6 maja) wizycie premiera Indii w Japonii padał deszcz.", ["IND"], ["JPN"], id="date in brackets"),
        pytest.param("Japonię odwiedził premier Indii.", ["IND"], ["JPN"], id="object first"),
    ],
)
def test_a_visit_is_read_from_verb_noun_and_light_verb(text: str, actor: list[str], recipient: list[str]) -> None:
    found = sides(text, VISIT)
    assert found.get("actor") == actor
    assert found.get("recipient") == recipient


EN_SIGN = "en/frames/SUPPORT#sign"


@pytest.mark.parametrize(
    "text, actor, partner",
    [
        pytest.param("Slovakia signed an agreement with Greece.", ["SVK"], ["GRC"], id="active"),
        pytest.param("The agreement was signed by Slovakia.", ["SVK"], [], id="passive"),
        pytest.param("The agreement signed by Slovakia takes effect.", ["SVK"], [], id="passive participle"),
        pytest.param("The signing of the agreement by Slovakia calmed the markets.", ["SVK"], [], id="verbal noun"),
        pytest.param("Slovakia, which signed the agreement with Greece, remained silent.", ["SVK"], ["GRC"], id="relative clause"),
        pytest.param("Slovakia, Hungary and Greece signed an agreement.", ["SVK", "HUN", "GRC"], [], id="three subjects"),
        pytest.param("Slovakia called a summit and signed an agreement with Greece.", ["SVK"], ["GRC"], id="shared subject"),
        pytest.param("Slovakia wants to sign an agreement with Greece.", ["SVK"], ["GRC"], id="infinitive"),
        pytest.param("Slovakia said it had signed an agreement with Greece.", ["SVK"], ["GRC"], id="reported without a word for it"),
        pytest.param("Slovakia has been signing agreements with Greece.", ["SVK"], ["GRC"], id="progressive"),
    ],
)
def test_english_word_order_gives_the_same_roles(text: str, actor: list[str], partner: list[str]) -> None:
    found = sides(text, EN_SIGN, "en")
    assert found.get("actor") == actor
    assert found.get("partner", []) == partner


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("pl", "Orbán mówił o szczycie Trumpa z Putinem, który ma się odbyć w Budapeszcie.", "future"),
        ("pl", "Orbán mówił o spotkaniu Trumpa z Putinem, które odbędzie się w Budapeszcie.", "future"),
        ("pl", "Przed rozmowami Trumpa z Putinem, które rozpoczęły się wczoraj, Pieskow milczał.", "actual"),
        ("ru", "Песков рассказал о встрече Путина с Трампом, которая состоится в Будапеште.", "future"),
        ("uk", "Речник розповів про зустріч Зеленського з Трампом, яка відбудеться в Маямі.", "future"),
        ("en", "The spokesman welcomed the meeting between Trump and Putin, which will take place in Budapest.", "future"),
        ("en", "The spokesman recalled the meeting between Trump and Putin, which took place in Alaska.", "actual"),
    ],
)
def test_a_relative_clause_puts_the_deed_of_a_noun_ahead(lang: str, text: str, modality: str) -> None:
    records = read(text, lang=lang, published=dt.date(2025, 10, 20)).records
    (deed,) = (one for one in records if "/CONSULT#" in one.rule)
    assert deed.modality == modality


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Indie mają wybudować w Omanie port, a kraje coraz częściej będą rozliczać się między sobą w rupiach.", {"IND", "OMN"}),
        ("Indie podpisały z Omanem umowę. Kraje będą rozliczać się z Kenią w rupiach.", {"KEN"}),
    ],
)
def test_with_each_other_is_with_nobody_else(text: str, sides: set[str]) -> None:
    records = read(text, lang="pl", published=dt.date(2025, 10, 20)).records
    settled = [one for one in records if "settle_accounts" in one.rule]
    assert all({side.country for side in one.actors} >= sides for one in settled)
    assert sides == {"KEN"} or len(settled) == 1


def _sides(text: str, rule: str) -> list[tuple[list[str | None], list[str | None]]]:
    """Actors and recipients of every Polish record of a rule."""
    records = read(text, lang="pl", published=dt.date(2025, 10, 20)).records
    found = [one for one in records if one.rule.endswith(f"#{rule}")]
    return [([one.country for one in deed.actors], [one.country for one in deed.recipients]) for deed in found]


def test_a_title_that_is_plural_as_a_subject_is_no_subject_of_a_singular_verb() -> None:
    assert _sides("Minister obrony Sudanu zagroził przywódcy Czadu procesem.", "threaten") == [(["SDN"], ["TCD"])]
    assert _sides("Przywódcy Czadu zagrozili Sudanowi procesem.", "threaten") == [(["TCD"], ["SDN"])]


def test_a_source_in_marks_behind_a_preposition_is_no_subject() -> None:
    text = "Zdaniem „Morning Star”, Trump miał zagrozić użyciem siły, jeśli Maduro nie odda władzy."
    assert _sides(text, "threaten_violence") == [(["USA"], ["VEN"])]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norwegia nie jest w stanie dostarczyć Mołdawii broni.", "give"),
        ("Norwegia chwali Mołdawię, nie dostarczając jej broni.", "give"),
    ],
)
def test_what_one_cannot_do_or_leaves_undone_beside_another_deed_is_none(text: str, rule: str) -> None:
    assert _sides(text, rule) == []
    assert _sides("Norwegia dostarczyła Mołdawii broń.", rule) == [(["NOR"], ["MDA"])]


def test_a_noun_in_a_row_behind_a_preposition_has_no_light_verb() -> None:
    text = "Oman rozmawiał z Jemenem o cłach. Na przebieg i charakter negocjacji miały wpływ susze."
    (talks,) = read(text, lang="pl", published=dt.date(2025, 10, 20)).records
    assert [one.text for one in talks.evidence] == ["Oman rozmawiał z Jemenem o cłach"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("„W Tunisie odbyły się rozmowy ze stroną libijską” – napisał prezydent Czadu.", [(["TCD", "LBY"], [])]),
        ("Odbyły się rozmowy ze stroną libijską.", []),
        ("Prezydent Czadu spóźnił się na spotkanie z premierem Libii.", [(["TCD", "LBY"], [])]),
    ],
)
def test_who_tells_of_talks_with_somebody_took_part(text: str, sides: list[tuple[list[str], list[str]]]) -> None:
    assert _sides(text, "talks") + _sides(text, "meet") == sides


def test_a_meeting_that_did_not_take_place_is_nobodys_unless_named() -> None:
    assert _sides("Premier Togo prosił prezydenta Ghany o rozmowę. Do spotkania nie doszło.", "meet") == []
    assert _sides("Premier Togo prosił prezydenta Ghany o rozmowę. Do spotkania doszło w środę.", "meet") == [(["TGO", "GHA"], [])]
    assert _sides("Do spotkania Togo z Ghaną nie doszło.", "meet") == [(["TGO", "GHA"], [])]


def test_an_infinitive_set_apart_from_the_verb_or_told_as_an_aim_has_no_doer() -> None:
    assert _sides("Uderzać w prezydenta Togo w chwili, gdy giną ludzie, a rząd Ghany milczy, to błąd.", "strike_at_person") == []
    assert _sides("Rząd Ghany uderza w prezydenta Togo.", "strike_at_person") == [(["GHA"], ["TGO"])]
    assert _sides("Powstańcy strzelają, aby zemścić się na wojsku i pozbawić Togo dostaw ropy.", "cut_off") == []
    assert _sides("Ghana pozbawiła Togo dostaw ropy.", "cut_off") == [(["GHA"], ["TGO"])]


@pytest.mark.parametrize(
    "text, lang, met",
    [
        ("Глава МИД Кубы провёл в Вене переговоры с депутатами.", "ru", "AUT"),
        ("Міністр Куби провів у Відні переговори з депутатами.", "uk", "AUT"),
        ("Minister Kuby prowadził w Wiedniu rozmowy z posłami.", "pl", "AUT"),
        ("Глава МИД Кубы провёл в Вене переговоры с депутатами парламента Чили.", "ru", "CHL"),
        ("Глава МИД Кубы провёл в Вене переговоры с журналистами.", "ru", ""),
    ],
)
def test_a_body_is_of_the_state_where_it_is_met(text: str, lang: str, met: str) -> None:
    slots = sides(text, f"{lang}/frames/CONSULT#talks", lang)
    assert (slots.get("actor", [])[1:] + slots.get("partner", [])) == ([met] if met else [])
