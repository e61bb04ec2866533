"""Conflict in Polish news: who does it to whom, and whether it is done, supposed or denied."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman

DAY = dt.date(2025, 12, 4)


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    """Type, actors, recipients and modality of every event."""
    events = [one for one in dragoman.read(text, lang="pl", published=DAY).records if one.kind == "event"]
    return {
        (one.type, tuple(str(p.country or p.id) for p in one.actors), tuple(str(p.country or p.id) for p in one.recipients), one.modality)
        for one in events
    }


CASES = [
    ("Prokuratura w Oslo bada, czy statek Chin uszkodził kabel Estonii.", ("ASSAULT", ("CHN",), ("EST",), "hypothetical")),
    ("Jeśli Norwegia nie wesprze Mołdawii, dojdzie do katastrofy.", ("SUPPORT", ("NOR",), ("MDA",), "hypothetical")),
    ("Zdarzenie opisano jako atak Iranu na Kuwejt.", ("ASSAULT", ("IRN",), ("KWT",), "hypothetical")),
    ("Prezydent Iranu nie wykluczył, że Irak zaatakuje Kuwejt.", ("ASSAULT", ("IRQ",), ("KWT",), "hypothetical")),
    ("Estonia odpowie w razie ataku Rosji na Finlandię.", ("ASSAULT", ("RUS",), ("FIN",), "hypothetical")),
    ("Dania poparła rezolucję wzywającą Iran do zwrotu statków.", ("REQUEST", ("DNK",), ("IRN",), "actual")),
    ("Po inwazji na Kuwejt Szwecja wprowadziła sankcje wobec Iraku.", ("SANCTION", ("SWE",), ("IRQ",), "actual")),
    ("Premier Węgier zaatakował prezydenta Rumunii.", ("ACCUSE", ("HUN",), ("ROU",), "actual")),
    ("Indie odpowiedziały Kanadzie cłami odwetowymi.", ("SANCTION", ("IND",), ("CAN",), "actual")),
    ("Iran zablokował cieśninę Ormuz.", ("COERCE", ("IRN",), (), "actual")),
    ("Uwaga: Peru grozi Chile wojną.", ("THREATEN", ("PER",), ("CHL",), "actual")),
    ("Chińskie myśliwce przeprowadzały wówczas symulowane uderzenia na Filipiny.", ("MOBILIZE", ("CHN",), ("PHL",), "actual")),
]


@pytest.mark.parametrize(("text", "event"), CASES)
def test_events(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...], str]) -> None:
    assert event in told(text)


def test_a_fight_with_a_continent_is_with_nobody() -> None:
    assert not told("Norwegia nie zamierza walczyć z Europą.")


def test_not_on_the_victim() -> None:
    """The object of another noun before the verb is not the recipient."""
    assert ("SANCTION", ("USA",), ("UKR",), "actual") not in told("Po ataku na Ukrainę Stany Zjednoczone nałożyły sankcje.")


@pytest.mark.parametrize("text", ["Rakieta spadła na pałac w Bogocie.", "Giełda w Tokio ostro zareagowała na dane z Chin."])
def test_no_accusation(text: str) -> None:
    assert not {one for one in told(text) if one[0] == "ACCUSE"}
