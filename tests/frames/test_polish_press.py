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


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        pytest.param(
            "Ujawniono zapis rozmowy, która odbyła się z udziałem króla Norwegii i premiera Malty.",
            {"NOR", "MLT"},
            id="relative clause holds",
        ),
        pytest.param("Premier Togo był na rozmowach na Kremlu.", {"TGO", "RUS"}, id="palace of the host"),
        pytest.param("W Białym Domu spotkali się premierzy Togo i Ghany.", {"TGO", "GHA"}, id="palace is but where"),
        pytest.param("Premier Togo rozmawiał z prezydent Meksyku o rybach.", {"TGO", "MEX"}, id="a woman's title"),
        pytest.param("Po przeprowadzonej 2 maja rozmowie z królem Norwegii premier Malty milczał.", {"NOR", "MLT"}, id="day inside"),
        pytest.param("Togo wróciło do stołu rozmów z Ghaną.", {"TGO", "GHA"}, id="bound by a genitive"),
    ],
)
def test_who_meets(text: str, actors: set[str]) -> None:
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    assert [{p.country for p in one.actors} for one in found if one.type == "CONSULT"] == [actors]


def test_adjectives_of_two_states_behind_one_noun() -> None:
    (event,) = (one for one in dragoman.read("Wojska norweskie i maltańskie ćwiczą w Togo.", lang="pl").records if one.kind == "event")
    assert {one.country for one in event.actors} == {"NOR", "MLT"}


def test_sanctions_that_are_lifted_are_not_imposed() -> None:
    found = dragoman.read("Kanada złagodziła sankcje nałożone na Boliwię.", lang="pl").records
    assert [one.type for one in found if one.kind == "event"] == ["CONCEDE"]


def test_a_title_in_a_case_of_its_own_is_the_man_of_the_name_behind_it() -> None:
    (event,) = (one for one in dragoman.read("Doradca Putina spotkał się z premierem Malty.", lang="pl").records if one.kind == "event")
    assert {one.country for one in event.actors} == {"RUS", "MLT"}
    assert "Putin" not in {part for one in event.actors for part in one.name.split()}


def told(text: str) -> list[tuple[str, set[str | None], set[str | None]]]:
    """Type, actors and recipients of every event."""
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    return [(one.type, {p.country for p in one.actors}, {p.country for p in one.recipients}) for one in found]


def test_who_rejects_a_thing_makes_no_company() -> None:
    assert not [one for one in told("Projektowi sprzeciwiają się Peru i Chile. Utworzono spółkę do jego budowy.") if one[0] == "COOPERATE"]


def test_who_is_to_be_able_is_asked_for_nothing() -> None:
    assert ("REQUEST", {"PER"}, set()) in told("Peru domaga się, by Chile mogło nadal łowić ryby.")
    assert ("REQUEST", {"PER"}, {"CHL"}) in told("Peru domaga się, by Chile przestało łowić ryby.")


def test_a_verb_behind_a_semicolon_supports_no_noun_before_it() -> None:
    found = dragoman.read("Budowa rurociągu Rosji do Chin to błąd; projekt nie ma sensu.", lang="pl").records
    assert all(one.modality != "negated" for one in found if one.kind == "event")


def test_what_is_told_by_phone() -> None:
    assert ("CONSULT", {"PER", "CHL"}, set()) in told("Premier Peru zapewnił prezydenta Chile w rozmowie telefonicznej, że zapłaci.")
