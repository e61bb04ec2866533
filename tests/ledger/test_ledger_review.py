"""Review: append-only, undoable, and stronger than any newer reading."""

from __future__ import annotations

import io
import json

import msgspec
import pytest

from dragoman.errors import InputError
from dragoman.ledger.evaluate import verdicts, write_gold
from dragoman.ledger.reread import reread
from tests.ledger.samples import article, event, state
from tests.ledger.test_ledger_merge import COPY, NEXT_MONTH, POLISH, RUSSIAN, groups

ID = POLISH[1][0].id


@pytest.fixture
def filled(ledger):
    ledger.add_many([POLISH, COPY, RUSSIAN, NEXT_MONTH])
    ledger.merge()
    return ledger


def decide(ledger, action, *names, **more):
    return ledger.decide(ledger.decision(action, names, author="ada", **more))


def undo(ledger, number):
    return ledger.decide(msgspec.structs.replace(ledger.decision("undo", [], author="ben"), undoes=number))


def test_accept_and_undo(filled):
    number = decide(filled, "accept", filled.entry(ID).id, note="seen")
    assert filled.entry(ID).status == "accepted"
    undo(filled, number)
    assert filled.entry(ID).status == "open"
    assert [(one.author, one.action) for one in filled.decisions()] == [("ada", "accept"), ("ben", "undo")]
    with pytest.raises(InputError, match="already undone"):
        undo(filled, number)
    with pytest.raises(InputError, match="none to undo"):
        undo(filled, 99)


def test_reject_takes_a_record_out(filled):
    number = decide(filled, "reject", ID)
    assert filled.entry(ID).status == "rejected"
    assert frozenset(("p3", "r1")) in groups(filled)
    undo(filled, number)
    assert frozenset(("p2", "p3", "r1")) in groups(filled)


def test_split_and_undo(filled):
    number = decide(filled, "split", RUSSIAN[1][0].id)
    assert groups(filled) == {frozenset(("p2", "p3")), frozenset(("r1",)), frozenset(("p4",))}
    filled.merge(full=True)
    assert frozenset(("r1",)) in groups(filled)
    undo(filled, number)
    assert frozenset(("p2", "p3", "r1")) in groups(filled)
    with pytest.raises(InputError, match="nothing would be left"):
        decide(filled, "split", filled.entry(ID).id)


def test_merge_and_undo(filled):
    number = decide(filled, "merge", filled.entry(ID).id, filled.entry(NEXT_MONTH[1][0].id).id)
    assert groups(filled) == {frozenset(("p2", "p3", "r1", "p4"))}
    filled.merge(full=True)
    assert len(groups(filled)) == 1
    undo(filled, number)
    assert len(groups(filled)) == 2


def test_the_later_decision_wins(filled):
    decide(filled, "merge", filled.entry(ID).id, filled.entry(NEXT_MONTH[1][0].id).id)
    decide(filled, "split", NEXT_MONTH[1][0].id)
    assert frozenset(("p4",)) in groups(filled)


def test_correct_changes_what_is_shown_and_nothing_else(filled):
    number = decide(filled, "correct", ID, fields={"type": "SUPPORT", "when": {"edtf": "2025-10-06"}})
    entry = filled.entry(ID)
    record = next(one for one in entry.records if one.id == ID)
    assert (entry.status, record.type, record.when.edtf) == ("corrected", "SUPPORT", "2025-10-06")
    assert record.evidence == POLISH[1][0].evidence
    undo(filled, number)
    assert next(one for one in filled.entry(ID).records if one.id == ID) == POLISH[1][0]


def test_a_corrected_record_is_merged_as_it_reads_now(filled):
    """Corrected to the other meeting's day it joins that one, at once and when all is merged anew."""
    number = decide(filled, "correct", RUSSIAN[1][0].id, fields={"when": {"edtf": "2025-11-11"}})
    at_once = list(filled.entries())
    assert frozenset(("r1", "p4")) not in groups(filled)  # told in October: the day of November is ahead of the telling
    assert frozenset(("p2", "p3")) in groups(filled)
    filled.merge(full=True)
    assert list(filled.entries()) == at_once
    undo(filled, number)
    assert frozenset(("p2", "p3", "r1")) in groups(filled)


@pytest.mark.parametrize(
    "fields, word",
    [({"evidence": []}, "cannot be corrected"), ({"colour": 1}, "no such field"), ({"confidence": "high"}, "record contract")],
)
def test_a_correction_must_fit(fields, word):
    from dragoman.ledger.decisions import correct

    with pytest.raises(InputError, match=word):
        correct(POLISH[1][0], fields)


def newer(article_):
    """A newer version: the rule has another name and the claim another end, so the record has another id."""
    old = {one[0].document: one[1][0] for one in (POLISH, COPY, RUSSIAN, NEXT_MONTH)}[article_.document]
    spot = msgspec.structs.replace(old.evidence[0], end=old.evidence[0].end - 2, text=old.evidence[0].text[:-2])
    return article_, [msgspec.structs.replace(old, id=f"new{old.id}", evidence=(spot,), rule=old.rule.replace("#visit", "#call_on"))]


def test_decisions_survive_reading_again(filled):
    decide(filled, "correct", ID, fields={"mode": "phone"})
    decide(filled, "reject", NEXT_MONTH[1][0].id)
    decide(filled, "split", RUSSIAN[1][0].id)
    assert reread(filled, read=newer) == (4, 4)
    record = next(one for one in filled.entry(f"new{ID}").records if one.id == f"new{ID}")
    assert record.mode == "phone"
    assert filled.entry(f"new{NEXT_MONTH[1][0].id}").status == "rejected"
    assert groups(filled) == {frozenset(("p2", "p3")), frozenset(("r1",)), frozenset(("p4",))}


def test_reading_again_with_the_same_version_changes_nothing(filled):
    before = list(filled.entries())
    same = {one[0].document: one[1] for one in (POLISH, COPY, RUSSIAN, NEXT_MONTH)}
    assert reread(filled, read=lambda one: (one, same[one.document])) == (0, 0)
    assert list(filled.entries()) == before


def test_evaluate_shows_the_wrong_rule(ledger):
    text = "Polska wsparła Litwę. Polska wsparła Estonię. Polska skrytykowała Chiny."
    good = [event("a", text[:20], "SUPPORT", [state("POL")], [state("LTU")], rule="pl/frames/SUPPORT#back")]
    good += [event("a", text[22:44], "SUPPORT", [state("POL")], [state("EST")], rule="pl/frames/SUPPORT#back", start=22)]
    bad = event("a", text[46:], "ACCUSE", [state("POL")], [state("CHN")], rule="pl/frames/ACCUSE#blame", start=46)
    ledger.add(article("a", text), [*good, bad])
    ledger.merge()
    decide(ledger, "accept", good[0].id)
    decide(ledger, "correct", good[1].id, fields={"modality": "future"})
    decide(ledger, "reject", bad.id)
    found = verdicts(ledger.entries(), ledger.rulings())
    assert [(one.rule, one.precision) for one in found] == [("pl/frames/ACCUSE#blame", 0.0), ("pl/frames/SUPPORT#back", 0.5)]
    out = io.StringIO()
    assert write_gold(ledger.entries(), ledger.rulings(), out) == 2
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert {(row["actors"][0], row["recipients"][0], row["modality"]) for row in rows} == {
        ("POL", "LTU", "actual"),
        ("POL", "EST", "future"),
    }
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)
