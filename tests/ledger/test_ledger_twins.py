"""Copies: one is compared for all, whatever arrives when and whatever people decide about one of them."""

from __future__ import annotations

import pytest

import dragoman.ledger.merge as merging
from dragoman.ledger import Ledger
from dragoman.ledger.blocks import candidates
from dragoman.ledger.merge import merge_records
from dragoman.ledger.similarity import alike
from dragoman.ledger.tellings import load_tellings
from tests.ledger.samples import article, event, person, state

CLAIMS = (
    ("CONSULT", "Klara Weiss rozmawiała we wtorek w Ankarze z Ahmetem Kayą o gazie i zbożu", ("DEU", "TUR")),
    ("REQUEST", "Turcja wezwała Grecję do wycofania okrętów spod wysp na wschodzie", ("TUR", "GRC")),
    ("SANCTION", "Kanada wydaliła dwóch attaché wojskowych Wenezueli po wyroku sądu", ("CAN", "VEN")),
)


def copy(number: int, published: str = "2025-10-08"):
    """A print of one agency's article, with a line of its own below."""
    text, place, records = "", f"d{number:04}", []
    for type, claim, (a, b) in CLAIMS:
        records.append(event(place, claim, type, [state(a)], [state(b)], when="2025-10-07", start=len(text)))
        text += f"{claim}. "
    return article(place, f"{text}\nDruk {number}", published, "pl"), records


@pytest.fixture
def compared(monkeypatch):
    """How many pairs have been compared so far, as a list of one a pair."""
    seen = []
    monkeypatch.setattr(merging, "alike", lambda a, b: seen.append((a.number, b.number)) or alike(a, b))
    return seen


def test_comparisons_do_not_grow_with_copies(tmp_path, compared):
    counts = []
    for many in (10, 150):
        compared.clear()
        ledger = Ledger.open(str(tmp_path / f"{many}.db"), create=True)
        ledger.add_many([copy(number) for number in range(many)])
        ledger.merge()
        counts.append(len(compared))
        entries = list(ledger.entries())
        assert [(len(one.records), one.voices) for one in entries] == [(many, 1)] * len(CLAIMS)
    assert counts[0] == counts[1] <= len(CLAIMS) ** 2


def test_another_copy_is_compared_with_nothing(ledger, compared):
    ledger.add_many([copy(number) for number in range(20)])
    ledger.merge()
    compared.clear()
    ledger.add(*copy(20))
    ledger.merge()
    assert compared == []
    assert all(len(entry.records) == 21 for entry in ledger.entries())


def test_what_is_old_is_not_compared_again(ledger, compared):
    """Ten articles of ten sides and one more of two of them: only what shares both is looked at."""
    sides = ("POL", "LTU", "DEU", "FRA", "ITA", "ESP", "GRC", "ROU", "BGR", "HUN")
    for number, side in enumerate(sides):
        claim = f"Minister numer {number} przyjechał na rozmowy o kolei do Pekinu"
        ledger.add(article(side, claim, "2025-10-08", "pl"), [event(side, claim, "CONSULT", [state(side)], [state("CHN")])])
    ledger.merge()
    compared.clear()
    claim = "Rozmowy o kolei w Pekinie z ministrem z Warszawy"
    ledger.add(article("new", claim, "2025-10-09", "pl"), [event("new", claim, "CONSULT", [state("POL")], [state("CHN")])])
    ledger.merge()
    assert len(compared) == 1


def test_an_earlier_copy_takes_the_lead(ledger):
    ledger.add_many([copy(number) for number in range(5, 9)])
    ledger.merge()
    ledger.add(*copy(1))
    ledger.merge()
    stepwise = list(ledger.entries())
    assert {entry.records[0].document for entry in stepwise} <= {"d0001", *(f"d{n:04}" for n in range(5, 9))}
    assert all(entry.id == f"e-{min(entry.records, key=lambda one: one.document).id}" for entry in stepwise)
    ledger.merge(full=True)
    assert list(ledger.entries()) == stepwise


def test_rejecting_the_lead_leaves_its_copies_together(ledger):
    ledger.add_many([copy(number) for number in range(4)])
    ledger.merge()
    lead = copy(0)[1][0].id
    number = ledger.decide(ledger.decision("reject", [lead], author="a"))
    assert sorted(len(entry.records) for entry in ledger.entries(type="CONSULT")) == [1, 3]
    decided = list(ledger.entries())
    ledger.merge(full=True)
    assert list(ledger.entries()) == decided
    undo = ledger.decision("undo", [], author="a")
    ledger.decide(type(undo)(number=0, at="", author="a", action="undo", undoes=number))
    assert [len(entry.records) for entry in ledger.entries(type="CONSULT")] == [4]


def test_other_days_and_other_numbers_are_no_twins(ledger):
    """The same words of another day's article are compared, not taken for granted."""
    claim = "Ministrowie uzgodnili wspólny patrol na rzece i nowy most dla pieszych"
    for document, published, when in (
        ("a", "2025-10-08", "2025-10-07"),
        ("b", "2025-10-09", "2025-10-07"),
        ("c", "2025-12-01", "2025-11-30"),
    ):
        deed = event(document, claim, "AGREE", [state("POL")], [state("CZE")], when=when)
        ledger.add(article(document, f"{claim} {document}", published, "pl"), [deed])
    ledger.merge()
    assert {frozenset(one.document for one in entry.records) for entry in ledger.entries()} == {frozenset("ab"), frozenset("c")}


def test_in_memory_as_in_the_ledger(ledger):
    guests = [copy(number) for number in range(6)]
    guests.append((article("x", CLAIMS[0][1], "2025-10-07", "pl"), [event("x", CLAIMS[0][1], "CONSULT", [person("DEU", "K. Weiss")])]))
    ledger.add_many(guests)
    ledger.merge()
    import sqlalchemy as sa

    with ledger.store.reading() as connection:
        tellings = list(load_tellings(connection, sa.true(), ledger.rulings()).values())
    assert {entry.id for entry in merge_records(tellings)} == {entry.id for entry in ledger.entries()}
    assert set(candidates([one.sketch for one in tellings], fresh=())) == set()
