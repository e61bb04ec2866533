"""Words that a side turns to its own people are no dealing with anybody else; with another side named they are."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read

CASES = [
    ("pl", "Kanclerz Austrii wezwał rodaków do oszczędzania gazu.", "interstate", []),
    ("pl", "Kanclerz Austrii wezwał rodaków do oszczędzania gazu.", "all", ["REQUEST"]),
    ("pl", "Kanclerz Austrii wezwał Włochy do oszczędzania gazu.", "interstate", ["REQUEST"]),
    ("en", "The Austrian chancellor urged voters to save gas.", "interstate", []),
    ("en", "The Austrian chancellor urged Italy to save gas.", "interstate", ["REQUEST"]),
    ("ru", "Канцлер Австрии призвал избирателей экономить газ.", "interstate", []),
    ("ru", "Канцлер Австрии призвал Италию экономить газ.", "interstate", ["REQUEST"]),
    ("uk", "Канцлер Австрії закликав виборців заощаджувати газ.", "interstate", []),
    ("uk", "Канцлер Австрії закликав Італію заощаджувати газ.", "interstate", ["REQUEST"]),
]


@pytest.mark.parametrize(("lang", "text", "scope", "types"), CASES)
def test_who_is_addressed_at_home(lang: str, text: str, scope: str, types: list[str]) -> None:
    found = read(text, lang=lang, published=dt.date(2022, 10, 1), scope=scope).records
    assert [one.type for one in found if one.kind == "event"] == types
