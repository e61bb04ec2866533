"""Constructions of the Polish press: who does what to whom, from plain sentences."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman

CASES = [
    ("Premier Chile mówił o rozmowach, które odbył w Limie z prezydentem Peru.", "CONSULT", {"CHL", "PER"}, set()),
    ("Prezydent Ghany, który odwiedził Kijów, milczał.", "CONSULT", {"GHA"}, {"UKR"}),
    ("Wizyta prezydenta Ghany, kanclerza Austrii i premiera Malty w Limie trwała dzień.", "CONSULT", {"GHA", "AUT", "MLT"}, {"PER"}),
    ("Norwegia przekazała miliardy euro Turcji.", "AID", {"NOR"}, {"TUR"}),
    ("Ukraina walczy. Norwegia przekazała jej 3 mld koron.", "AID", {"NOR"}, {"UKR"}),
    ("Parlament w Tallinie wezwał Niemcy do dostaw broni.", "REQUEST", {"EST"}, {"DEU"}),
    ("Japonia chciałaby, aby Peru otworzyło port.", "REQUEST", {"JPN"}, {"PER"}),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_sides(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    told = [(one.type, {p.country for p in one.actors}, {p.country for p in one.recipients}) for one in found]
    assert (kind, actors, recipients) in told


@pytest.mark.parametrize(
    "text",
    [
        "Do Peru przyjechało sto tysięcy obywateli Chile.",
        "Norwegia wysyła gaz do Europy.",
        "Premier Chile będzie rozmawiał o gazociągu między Peru a Boliwią.",
    ],
)
def test_no_deed(text: str) -> None:
    assert not [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
