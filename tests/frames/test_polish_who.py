"""Who is meant in Polish: sides named a sentence or a clause before, lists, rows with unknown names."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman

CASES = [
    pytest.param("Planowi Danii sprzeciwiają się Norwegia i Islandia.", "REJECT", {"NOR", "ISL"}, {"DNK"}, id="dative before"),
    pytest.param("USA nie popierają Nord Stream 2 ani Blue Ridge.", "REJECT", {"USA"}, {"RUS"}, id="row with an unknown name"),
    pytest.param(
        "Przedstawiciele dyplomacji duńskiej mówili, że Norwegowie obiecali im, że nie podniosą ceł wobec Szwecji.",
        "AGREE",
        {"NOR"},
        {"DNK"},
        id="people of the clause above",
    ),
    pytest.param("Prezydent Togo rozmawiał z królem Norwegii. Pogratulował mu.", "SUPPORT", {"TGO"}, {"NOR"}, id="the other of two"),
    pytest.param("Kraje regionu (w tym Malta i Cypr) skrytykowały Włochy.", "ACCUSE", {"MLT", "CYP"}, {"ITA"}, id="some in brackets"),
    pytest.param("Kilka państw, m.in. Malta, Cypr i Togo, potępiło Iran.", "ACCUSE", {"MLT", "CYP", "TGO"}, {"IRN"}, id="some by comma"),
    pytest.param("Rząd Danii popiera Nord Stream 2. Malta mu się sprzeciwia.", "REJECT", {"MLT"}, set(), id="him may be the thing"),
    pytest.param("Iranowi grożą trzy państwa: Malta, Cypr i Togo.", "THREATEN", {"MLT", "CYP", "TGO"}, {"IRN"}, id="behind a colon"),
    pytest.param("Malta pozwała Gazprom. Domaga się zmiany umowy.", "REQUEST", {"MLT"}, set(), id="a plural is no subject"),
    pytest.param("Togo walczy z Nord Stream 2.", "REJECT", {"TGO"}, {"RUS"}, id="a project is fought in words"),
    pytest.param("Rosja i Niemcy budują Nord Stream 2.", "COOPERATE", {"RUS", "DEU"}, set(), id="a project is built"),
    pytest.param("Cała UE stanęła po stronie Danii.", "SUPPORT", {"EU"}, {"DNK"}, id="whole of an acronym"),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_sides(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = [one for one in dragoman.read(text, lang="pl", published=dt.date(2020, 1, 1)).records if one.kind == "event"]
    told = [(one.type, {p.country or p.id for p in one.actors}, {p.country or p.id for p in one.recipients}) for one in found]
    assert (kind, actors, recipients) in told


def test_where_the_news_is_from_says_nothing() -> None:
    found = dragoman.read("Malta: ruszyła budowa mostu.\n\nPrace trwają.", lang="pl").records
    assert not [one for one in found if one.kind == "statement"]


def test_what_is_done_to_things_in_general_and_words_before_a_dash_lend_nobody() -> None:
    text = 'Niemcy milczą. Sankcje uchwala się jednomyślnie.\n\n"Malta albo nic" – napisał tygodnik "Puls", wzywając do rozmów.'
    assert not [one for one in dragoman.read(text, lang="pl").records if one.kind == "event"]


@pytest.mark.parametrize(
    ("text", "modality", "when"),
    [
        pytest.param("Nord Stream 2 może zostać zablokowany przez Danię.", "hypothetical", None, id="passive infinitive"),
        pytest.param("Malta krytykuje umowę Cypru z 2011 r.", "actual", None, id="day of the paper"),
        pytest.param("Malta krytykuje plany budowy otwartego w 2011 r. mostu na Cypr.", "actual", None, id="day of the participle"),
        pytest.param("Malta zerwała w 2011 r. umowę z Cyprem.", "historical", "2011", id="day of the deed"),
    ],
)
def test_when_and_whether(text: str, modality: str, when: str | None) -> None:
    (event,) = (one for one in dragoman.read(text, lang="pl", published=dt.date(2018, 6, 1)).records if one.kind == "event")
    assert (event.modality, event.when.edtf if event.when else None) == (modality, when)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        pytest.param("Król Norwegii wraz z premierem Togo odwiedził Limę i spotkał się z premierem Peru.", {"TGO", "NOR", "PER"}, id="all"),
        pytest.param("Premier Togo, który był w Limie i spotkał się z prezydentem Peru, milczy.", {"TGO", "PER"}, id="relative goes on"),
    ],
)
def test_who_met(text: str, actors: set[str]) -> None:
    found = [one for one in dragoman.read(text, lang="pl").records if one.kind == "event" and one.mode != "visit"]
    assert {p.country for one in found for p in one.actors} == actors
