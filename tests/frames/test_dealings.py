"""Dealings between states, in Polish: who takes part when the sentence says it by a circumstance, a dash, a pronoun or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.model.record import Event, Participant, Relation

Told = tuple[str, tuple[str | None, ...], tuple[str | None, ...], str]


def codes(sides: tuple[Participant, ...]) -> tuple[str | None, ...]:
    return tuple(one.country or one.id for one in sides)


def deeds(text: str) -> list[Told]:
    """Type, actors, recipients and modality of every event of a text."""
    records = dragoman.read(text, lang="pl", published=dt.date(2026, 3, 1), document="t").records
    return [(one.type, codes(one.actors), codes(one.recipients), one.modality) for one in records if isinstance(one, Event)]


def relations(text: str) -> list[tuple[tuple[str | None, ...], str | None, str | None]]:
    records = dragoman.read(text, lang="pl", published=dt.date(2026, 3, 1), document="t").records
    return [(codes(one.sides), one.change, one.level) for one in records if isinstance(one, Relation)]


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param(
            "Po rozmowie z prezydentem Ghany premier Kanady milczał.",
            [("CONSULT", ("CAN", "GHA"), (), "actual")],
            id="a talk as circumstance of what its own side does",
        ),
        pytest.param("Prezydent Chile z wizytą w Kenii.", [("CONSULT", ("CHL",), ("KEN",), "actual")], id="headline without a verb"),
        pytest.param("Rozmowy Iran–Oman trwały godzinę.", [("CONSULT", ("IRN", "OMN"), (), "actual")], id="sides joined by a dash"),
        pytest.param("Premier Grecji spotkał się z rolnikami.", [], id="a meeting needs two sides"),
        pytest.param(
            "Ministrowie krajów Unii Europejskiej spotkali się w Wiedniu.", [("CONSULT", ("EU",), (), "actual")], id="one body, many"
        ),
        pytest.param(
            "Król Jordanii i jego marokański odpowiednik podpisali traktat.",
            [("SUPPORT", ("JOR", "MAR"), (), "actual")],
            id="a counterpart known by an adjective",
        ),
        pytest.param(
            "Premier Peru rozmawiał o wojnie z Chile z prezydentem Brazylii.",
            [("CONSULT", ("PER", "BRA"), (), "actual")],
            id="a partner is not what another noun keeps",
        ),
        pytest.param(
            "Minister Danii przyjął w pałacu króla Tajlandii.", [("CONSULT", ("THA",), ("DNK",), "actual")], id="object, not a genitive"
        ),
        pytest.param(
            "Wizyta króla Tajlandii w Danii została odwołana.", [("CONSULT", ("THA",), ("DNK",), "negated")], id="called off behind it"
        ),
        pytest.param("Spotkanie Peru z Chile zaplanowano na maj.", [("AGREE", ("PER", "CHL"), (), "future")], id="planned behind it"),
        pytest.param(
            "Niespodziewana i niezapowiedziana wizyta króla Tajlandii w Danii trwała godzinę.",
            [("CONSULT", ("THA",), ("DNK",), "actual")],
            id="unannounced is not announced",
        ),
    ],
)
def test_who_takes_part(text: str, told: list[Told]) -> None:
    assert deeds(text) == told


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param(
            "Premier Danii obiecał, że Dania wyśle Kenii leki.", ("AGREE", ("DNK",), ("KEN",), "future"), id="told by the deed promised"
        ),
        pytest.param("Białoruś obiecała nie wysyłać wojsk do Kenii.", ("AGREE", ("BLR",), (), "future"), id="a deed forsworn"),
        pytest.param("Dania jest gotowa pomóc Kenii.", ("AGREE", ("DNK",), ("KEN",), "future"), id="readiness"),
        pytest.param(
            "Dania rozważa przekazanie Kenii haubic.", ("AID", ("DNK",), ("KEN",), "hypothetical"), id="a verbal noun under a control verb"
        ),
    ],
)
def test_a_promise_is_told_once(text: str, told: Told) -> None:
    assert deeds(text) == [told]


def test_the_leaders_are_those_named_together_last() -> None:
    assert ("SUPPORT", ("FRA", "CHL"), (), "actual") in deeds(
        "Prezydent Francji spotkał się z prezydentem Chile. Przywódcy podpisali umowę o rybach."
    )


def test_a_visit_and_the_meeting_at_it_are_two_deeds() -> None:
    found = deeds("Prezydent Francji odwiedził Chile. Prezydent Francji spotkał się z prezydentem Chile.")
    assert [one[:3] for one in found] == [("CONSULT", ("FRA",), ("CHL",)), ("CONSULT", ("FRA", "CHL"), ())]


def test_us_in_somebodys_words_is_the_speaker() -> None:
    assert ("AID", ("DNK",), ("KEN",), "actual") in deeds('"Dania pomaga nam od lat" - powiedział prezydent Kenii.')


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param("Turcja jest sojusznikiem Azerbejdżanu.", [(("TUR", "AZE"), None, "alliance")], id="what a copula says"),
        pytest.param("Stosunki portugalsko-angolskie są napięte.", [(("PRT", "AGO"), None, "strained")], id="both sides in one adjective"),
        pytest.param("Więzi między Danią a Kenią się zacieśniają.", [(("DNK", "KEN"), "up", None)], id="a noun that looks like a verb"),
        pytest.param("Boliwia zerwała stosunki z Peru.", [(("BOL", "PER"), "broken", None)], id="beside the event that breaks them"),
        pytest.param("Stosunki w rządzie Boliwii są napięte.", [], id="within one state"),
    ],
)
def test_relations(text: str, told: list[tuple[tuple[str, ...], str | None, str | None]]) -> None:
    assert relations(text) == told
