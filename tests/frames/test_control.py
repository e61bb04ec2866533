"""An infinitive that a verb gives to its object is the object's deed, where cases mark roles."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.model.record import Event

DAY = dt.date(2025, 3, 4)


def actors(lang: str, text: str, kind: str) -> list[list[str | None]]:
    found = dragoman.read(text, lang=lang, published=DAY).records
    return [[side.country for side in one.actors] for one in found if isinstance(one, Event) and one.type == kind]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Кенія допомогла Гані атакувати Малі."),
        ("ru", "Кения помогла Гане атаковать Мали."),
        ("pl", "Kenia pomogła Ghanie zaatakować Mali."),
    ],
)
def test_who_is_helped_does_it(lang: str, text: str) -> None:
    assert actors(lang, text, "ASSAULT") == [["GHA"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Кенія намагається переконати сусідів відмовитися від проєкту."),
        ("ru", "Кения пытается убедить соседей отказаться от проекта."),
        ("pl", "Kenia pozwoliła sąsiadom odrzucić ofertę."),
    ],
)
def test_who_persuades_does_not_do_it(lang: str, text: str) -> None:
    assert actors(lang, text, "REJECT") == []


def test_who_refuses_himself_does() -> None:
    assert actors("uk", "Кенія вирішила відмовитися від проєкту Гани.", "REJECT") == [["KEN"]]
