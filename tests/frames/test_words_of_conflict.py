"""Constructions that requests, refusals and threats lean on: who is to do what is asked, denial, speakers, documents, domestic matters."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman


def told(text: str) -> list[tuple[str, set[str], set[str], str]]:
    """Type, actors, recipients and modality of every event of a Polish text."""
    reading = dragoman.read(text, lang="pl", published=dt.date(2025, 10, 9))
    return [
        (one.type, {side.country or side.id for side in one.actors}, {side.country or side.id for side in one.recipients}, one.modality)
        for one in reading.records
        if one.kind == "event"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param("Kenia zażądała, aby Somalia wycofała oddziały.", "REQUEST", {"KEN"}, {"SOM"}, id="subject of what is asked"),
        pytest.param("Chiny zagroziły użyciem siły, jeśli Tajwan ogłosi niepodległość.", "THREATEN", {"CHN"}, {"TWN"}, id="condition"),
        pytest.param("Gruzja skrytykowała Armenię ze względu na tranzyt.", "ACCUSE", {"GEO"}, {"ARM"}, id="plain object"),
        pytest.param("Malta przyjęła rezolucję potępiającą Libię.", "ACCUSE", {"MLT"}, {"LBY"}, id="a document speaks for its authors"),
        pytest.param("Naciski ze strony Turcji na Cypr trwają.", "REQUEST", {"TUR"}, {"CYP"}, id="phrase preposition before a side"),
        pytest.param("Holandia jest przeciwna planom Bułgarii.", "REJECT", {"NLD"}, {"BGR"}, id="adjective as predicate"),
        pytest.param("Wenezuela wystąpiła do Brazylii z prośbą o prąd.", "REQUEST", {"VEN"}, {"BRA"}, id="light verb"),
        pytest.param("„Iran musi uwolnić załogę” – oświadczył premier Indii.", "REQUEST", {"IND"}, {"IRN"}, id="who must do what"),
    ],
)
def test_sides_of_words_of_conflict(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert (kind, actors, recipients) in [one[:3] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Serbia nie uznaje niepodległości Kosowa.", "actual", id="a denial that refuses"),
        pytest.param("Serbia nie odrzuciła propozycji Kosowa.", "negated", id="a refusal denied"),
        pytest.param("Serbia odrzuciła propozycję Kosowa.", "actual", id="a refusal"),
        pytest.param("Serbia może odrzucić propozycję Kosowa.", "hypothetical", id="a refusal that may come"),
    ],
)
def test_denied_words_and_denied_deeds(text: str, modality: str) -> None:
    assert ("REJECT", {"SRB"}, {"XKX"}, modality) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Premier Grecji zaapelował do greckiego rządu o oszczędności.", id="a government addressed by its own premier"),
        pytest.param("Czy Grecja odmówi pomocy Turcji?", id="a question whether"),
        pytest.param("Sąd w Atenach odrzucił apelację.", id="a court's own business"),
        pytest.param("Kierowcy z Grecji grozi do pięciu lat więzienia.", id="a penalty in law"),
        pytest.param("Po obradach można się zgodzić z Turcją.", id="a predicative without a doer"),
    ],
)
def test_no_deed_between_states(text: str) -> None:
    assert told(text) == []


def test_what_is_asked_is_no_deed_of_its_own() -> None:
    assert [one[0] for one in told("Peru wezwało Boliwię do podpisania umowy granicznej.")] == ["REQUEST"]


def test_what_is_called_off_is_no_meeting() -> None:
    assert [one[0] for one in told("Premier Norwegii odwołał spotkanie z prezydentem Kenii.")] == ["REJECT"]


def test_an_adverbial_participle_keeps_its_own_object() -> None:
    found = told("Krytykując Izrael, Turcja wezwała Egipt do rozmów.")
    assert ("ACCUSE", {"TUR"}, {"ISR"}, "actual") in found
    assert ("REQUEST", {"TUR"}, {"EGY"}, "actual") in found
