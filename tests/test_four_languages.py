"""The same deeds told in four languages give records that agree field by field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman import read
from dragoman.model.record import Event, Figure, Statement

SAMPLES = Path(__file__).parents[1] / "samples"
LANGUAGES = ("pl", "en", "ru", "uk")
PUBLISHED = dt.date(2025, 10, 16)


def facts(lang: str) -> set[tuple[object, ...]]:
    """What the sample says, without the words it says it in."""
    found: set[tuple[object, ...]] = set()
    for one in read((SAMPLES / lang / "bucharest.txt").read_text(encoding="utf-8"), lang=lang, published=PUBLISHED).records:
        when = one.when.edtf if one.when else None
        where = one.where.country if one.where else None
        if isinstance(one, Event):
            sides = tuple(tuple(sorted(p.country or p.id or "" for p in people)) for people in (one.actors, one.recipients))
            paper = (
                (one.instrument.form, one.instrument.act, one.instrument.value and one.instrument.value.high) if one.instrument else None
            )
            count = one.quantity.low if one.quantity else None
            found.add((one.type, *sides, one.modality, when, where, paper, count))
        elif isinstance(one, Figure):
            found.add((one.measure, one.value.low, one.value.high, one.value.unit, when))
        elif isinstance(one, Statement):
            found.add((one.form, one.speaker and one.speaker.country, tuple(p.country for p in one.about)))
    return found


EXPECTED: set[tuple[object, ...]] = {
    ("CONSULT", ("TUR",), ("ROU",), "actual", "2025-10-14", "ROU", None, None),
    ("SUPPORT", ("ROU", "TUR"), (), "actual", "2025-10-14", "ROU", ("agreement", "signed", 2e9), None),
    ("ACCUSE", ("RUS",), ("ROU",), "actual", None, None, None, None),
    ("REQUEST", ("BGR",), ("TUR",), "actual", None, None, None, None),
    ("SANCTION", ("GRC",), ("TUR",), "actual", None, None, None, 2),
    ("AGREE", ("TUR",), ("MDA",), "future", None, None, None, None),
    ("SANCTION", ("EU",), ("BLR",), "actual", None, None, None, None),
    ("ASSAULT", ("IRN",), ("IRQ",), "actual", "2025-10-10", None, None, None),
    ("contract_value", 2e9, 2e9, "EUR", None),
    ("trade_turnover", 12e9, 12e9, "USD", "2024"),
    ("direct", "TUR", ("ROU",)),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_tells_the_same(lang: str) -> None:
    found = facts(lang)
    assert found - EXPECTED == set(), "invented"
    assert EXPECTED - found == set(), "missed"
