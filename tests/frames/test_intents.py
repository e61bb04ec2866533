"""Decisions, plans and threats: whose they are and whether the deed is done, from plain sentences."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman

CASES = [
    ("pl", "Decyzja Norwegii o wysłaniu czołgów do Gruzji cieszy Litwę.", "AGREE", "future", {"NOR"}, {"GEO"}),
    ("pl", "Rząd Kanady podjął decyzję o nałożeniu sankcji na Iran.", "SANCTION", "future", {"CAN"}, {"IRN"}),
    ("pl", "Plany Norwegii wysłania broni do Gruzji są gotowe.", "AGREE", "future", {"NOR"}, {"GEO"}),
    ("pl", "Chilijskie plany rozmieszczenia wojsk w Peru budzą niepokój.", "MOBILIZE", "future", {"CHL"}, {"PER"}),
    ("pl", "Rumunia jest gotowa do wysłania wojsk do Mołdawii.", "MOBILIZE", "future", {"ROU"}, {"MDA"}),
    ("pl", "Propozycja Chile wprowadzenia embarga na rosyjski gaz upadła.", "SANCTION", "hypothetical", set(), {"RUS"}),
    ("pl", "Minister Chile dopuścił możliwość nałożenia sankcji na Peru.", "SANCTION", "hypothetical", {"CHL"}, {"PER"}),
    ("pl", "Szwecja ma możliwość zablokowania umowy z Turcją.", "REJECT", "hypothetical", {"SWE"}, set()),
    ("pl", "Premier Danii opowiedział się za nałożeniem sankcji na Iran.", "SANCTION", "hypothetical", set(), {"IRN"}),
    ("ru", "Решение Норвегии о поставке танков Украине обрадовало Литву.", "AGREE", "future", {"NOR"}, {"UKR"}),
    ("uk", "Підготовка Ірану до нападу на Ізраїль триває.", "ASSAULT", "future", {"IRN"}, {"ISR"}),
]


@pytest.mark.parametrize(("lang", "text", "kind", "modality", "actors", "recipients"), CASES)
def test_whose_intent(lang: str, text: str, kind: str, modality: str, actors: set[str], recipients: set[str]) -> None:
    found = [one for one in dragoman.read(text, lang=lang, published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    told = [(one.type, one.modality, {p.country for p in one.actors}, {p.country for p in one.recipients}) for one in found]
    assert (kind, modality, actors, recipients) in told


def test_a_consent_is_not_the_deed_of_who_gives_it() -> None:
    found = dragoman.read("Zgoda Turcji na wejście Szwecji do NATO jest pewna.", lang="pl", published=dt.date(2020, 1, 1)).records
    assert all("TUR" not in {p.country for p in one.actors} for one in found if one.kind == "event" and one.type == "SUPPORT")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Minister ds. wystąpienia Wielkiej Brytanii z Unii Europejskiej spał.", id="what an office is for"),
        pytest.param("Rumuni coraz częściej przyjeżdżają do pracy w Danii.", id="people come for themselves"),
        pytest.param("Trwa konflikt Węgier z Komisją Europejską o sądy.", id="no war with a commission"),
        pytest.param("Rozmawiano o relacjach między Peru a Chile.", id="between belongs to the relations"),
    ],
)
def test_no_deed_in_a_title_or_a_topic(text: str) -> None:
    assert not [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]


def test_what_somebody_has_is_not_to_come() -> None:
    found = dragoman.read("Togo ma bliskie stosunki z Ghaną.", lang="pl", published=dt.date(2020, 1, 1)).records
    assert [(one.level, one.modality) for one in found if one.kind == "relation"] == [("friendly", "actual")]


def test_a_participle_belongs_to_the_noun_that_it_agrees_with() -> None:
    text = "Rozmawiał z ministrem Togo, objętym kanadyjskimi sankcjami."
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    assert ("SANCTION", {"CAN"}, {"TGO"}) in [(e.type, {p.country for p in e.actors}, {p.country for p in e.recipients}) for e in found]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        pytest.param("Peru i Chile próbują przystąpić do rozmów.", "CONSULT", "hypothetical", id="tries to enter talks"),
        pytest.param("Peru nie chce podjąć rozmów z Chile.", "CONSULT", "negated", id="does not want to"),
        pytest.param("Peru zamierza prowadzić rozmowy z Chile.", "AGREE", "future", id="means to"),
        pytest.param("Peru nie wahało się zaatakować Chile.", "ASSAULT", "actual", id="does not hesitate"),
    ],
)
def test_a_light_verb_in_the_infinitive(text: str, kind: str, modality: str) -> None:
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    told = [(one.type, one.modality, {p.country for p in (*one.actors, *one.recipients)}) for one in found]
    assert (kind, modality, {"PER", "CHL"}) in told


def test_an_infinitive_under_a_participle_lends_no_doer() -> None:
    text = "Mówiono o planie mającym zakończyć wojnę Peru z Chile."
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    assert [{p.country for p in one.actors} for one in found if one.type == "ASSAULT"] == [{"PER", "CHL"}]


def test_each_participle_has_an_agent_of_its_own() -> None:
    text = "Komisja bada zbrodnie dokonywane przez bandy i śledztwo prowadzone przez Peru."
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    assert not [one for one in found if one.type == "ASSAULT"]
