"""One deed told in Polish, English, Russian and Ukrainian is one and the same record: type, mode, modality and sides."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from dragoman import read
from dragoman.model.record import Event, Figure, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model.mention import Participant
    from dragoman.model.record import Record

FILES = sorted((Path(__file__).parent / "parallel").glob("*.yml"))
LANGUAGES = ("pl", "en", "ru", "uk")
PUBLISHED = dt.date(2025, 1, 10)


def _sides(people: Iterable[Participant]) -> str:
    return "+".join(sorted({p.country or p.id or p.name for p in people}))


def _between(given: Iterable[Participant], taken: Iterable[Participant]) -> str:
    return " > ".join(sides for sides in (_sides(given), _sides(taken)) if sides)


def tell(record: Record) -> str | None:
    """The record in the words of the data files; None for a statement, which is not compared."""
    if isinstance(record, Event):
        deed = f"{record.type}/{record.mode}" if record.mode else record.type
        return f"{deed} {record.modality} {_between(record.actors, record.recipients)}"
    if isinstance(record, Relation):
        return f"relation {record.change or record.level} {_sides(record.sides)}"
    if isinstance(record, Figure):
        return f"figure {record.measure} {record.value.low:g} {record.value.unit} {_between(record.of, record.to)}"
    return None


def _expect(told: str) -> str:
    """A number may be written as the author likes (9e9)."""
    words = told.split(" ")
    if words[0] == "figure":
        words[2] = f"{float(words[2]):g}"
    return " ".join(words)


def _sentences() -> list[object]:
    """One parameter a sentence and language: (lang, text, what it must be read as)."""
    return [
        pytest.param(lang, one[lang], sorted(map(_expect, one["is"])), id=f"{kind}-{number}-{lang}")
        for file in FILES
        for kind, rows in yaml.safe_load(file.read_text(encoding="utf-8")).items()
        for number, one in enumerate(rows, 1)
        for lang in LANGUAGES
    ]


@pytest.mark.parametrize(("lang", "text", "expected"), _sentences())
def test_a_deed_is_the_same_in_every_language(lang: str, text: str, expected: list[str]) -> None:
    found = [tell(one) for one in read(text, lang=lang, published=PUBLISHED).records]
    assert sorted(one for one in found if one) == expected, text
