"""Constructions round deeds of force, in Polish: what the engine must undo before a rule sees them."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.model.record import Event, Participant


def deeds(text: str) -> list[tuple[str, tuple[str | None, ...], tuple[str | None, ...], str]]:
    """Type, actors, recipients and modality of every event of a text."""
    reading = dragoman.read(text, lang="pl", published=dt.date(2026, 3, 1), document="t")
    events = [one for one in reading.records if isinstance(one, Event)]
    return [(one.type, codes(one.actors), codes(one.recipients), one.modality) for one in events]


def codes(sides: tuple[Participant, ...]) -> tuple[str | None, ...]:
    return tuple(one.country or one.id for one in sides)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Umowa z Kenią nie została zerwana przez Japonię.", ("SANCTION", ("JPN",), ("KEN",), "negated")),
        ("Armenia nie zaatakowała Gruzji.", ("ASSAULT", ("ARM",), ("GEO",), "negated")),
        ("Kanada nałożyła na Brazylię 50-procentowe cła.", ("SANCTION", ("CAN",), ("BRA",), "actual")),
        ("Mowa o planowanej przez Etiopię inwazji na Erytreę.", ("ASSAULT", ("ETH",), ("ERI",), "future")),
        ("Irańskie drony uderzyły w Irak.", ("ASSAULT", ("IRN",), ("IRQ",), "actual")),
        ("Szwajcaria objęła sankcjami białoruskich urzędników.", ("SANCTION", ("CHE",), ("BLR",), "actual")),
        ("Peru zapowiedziało likwidację konsulatu Chile.", ("SANCTION", ("PER",), ("CHL",), "future")),
    ],
)
def test_a_deed_is_read_through_its_construction(text: str, expected: tuple[str, tuple[str, ...], tuple[str, ...], str]) -> None:
    assert expected in deeds(text)


def test_what_describes_a_trigger_may_make_another_thing_of_it() -> None:
    kinds = {kind for kind, *_ in deeds("Wojna handlowa Kanady z Chinami trwa.")}
    assert kinds == {"SANCTION"}


def test_a_sea_is_no_side() -> None:
    assert [sides for _, _, sides, _ in deeds("Kuba zakłócała sygnał GPS na Bałtyku.")] == [()]


def test_an_auxiliary_verb_lends_no_prepositions_of_the_next_noun_in_a_row() -> None:
    found = deeds("Premier Kanady miał też zapowiedzieć sankcje, wysłanie leków dla Kenii i szczyt.")
    assert not any(kind == "SANCTION" and "KEN" in sides for kind, _, sides, _ in found)
