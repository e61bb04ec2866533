"""A relation over time and a state's balance, counted from entries made by hand."""

from __future__ import annotations

import json
import sys

import pytest

from dragoman.analysis import balance_of, dyad_of
from dragoman.analysis.periods import period_of
from dragoman.codebook.plover import score_of
from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.model.record import Instrument, Quantity, Relation
from dragoman.views.relation import bar
from tests.ledger.samples import _common, article, event, figure, state

KAZ, RUS, USA = (state(code) for code in ("KAZ", "RUS", "USA"))


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.open(str(tmp_path / "r.db"), create=True)
    pact = Instrument("treaty", title="On rivers", act="signed")
    close = Relation(
        **_common("d", "closer than ever", "relation", 40, "xx/relations#up", "2025-11", "actual"), sides=(KAZ, RUS), change="up"
    )
    records = [
        event("d", "signed a treaty", "SUPPORT", [KAZ, RUS], when="2025-11-12", instrument=pact),
        event("d", "scolded", "ACCUSE", [RUS], [KAZ], start=20, when="2024-03-02", mode="disapprove"),
        event("d", "promised", "AGREE", [KAZ], [RUS], start=28, when="2026", modality="future"),
        event("d", "denied", "ASSAULT", [RUS], [KAZ], start=36, when="2025-05-05", modality="negated"),
        event("d", "visited", "CONSULT", [KAZ], [USA], start=60, when="2025-11-06", mode="visit"),
        figure("d", "28 bn", "trade_turnover", Quantity(28e9, 28e9, False, "USD"), [KAZ, RUS], start=70, when="2024"),
        figure("d", "24 bn", "trade_turnover", Quantity(24e9, 24e9, False, "USD"), [KAZ, RUS], start=80, when="2021"),
        close,
    ]
    made.add(article("d", "x" * 100), records)
    made.merge()
    return made


def test_a_relation_is_counted_by_period(ledger):
    found = dyad_of(ledger, "kaz", "RUS")
    assert [(one.period, one.done, one.planned) for one in found.periods] == [("2024", 1, 0), ("2025", 1, 0), ("2026", 0, 1)]
    assert found.periods[0].verbal_conflict == 1
    assert [one.score for one in found.periods] == [score_of("ACCUSE", "disapprove"), score_of("SUPPORT"), None]
    assert found.initiative == (0, 1, 1)


def test_what_was_signed_how_close_and_how_much(ledger):
    found = dyad_of(ledger, "RUS", "KAZ", span="quarter")
    assert [(one.when, one.form, one.title, one.act) for one in found.agreements] == [("2025-11-12", "treaty", "On rivers", "signed")]
    assert [(one.change, one.when) for one in found.levels] == [("up", "2025-11")]
    (trade,) = found.series
    assert (trade.measure, trade.of) == ("trade_turnover", ("KAZ", "RUS"))
    assert [(point.when, point.value.low) for point in trade.points] == [("2021", 24e9), ("2024", 28e9)]
    assert [one.period for one in found.periods] == ["2024-Q1", "2025-Q4", "2026"]


def test_a_state_between_two_powers(ledger):
    found = balance_of(ledger, "KAZ")
    assert [(one.partner, one.whole.done, one.share, one.last) for one in found.shares] == [
        ("RUS", 2, 0.667, "2026-01-01"),
        ("USA", 1, 0.333, "2025-11-06"),
    ]
    assert [one.partner for one in balance_of(ledger, "KAZ", ["USA", "CHN"]).shares] == ["USA", "CHN"]


def test_a_rejected_entry_counts_no_more(ledger):
    (scolded,) = ledger.entries(type="ACCUSE")
    ledger.decide(ledger.decision("reject", [scolded.id], author="ada"))
    assert [one.period for one in dyad_of(ledger, "KAZ", "RUS").periods] == ["2025", "2026"]
    assert balance_of(ledger, "KAZ", ["RUS"]).shares[0].whole.verbal_conflict == 0


def test_periods_and_bars():
    assert [period_of("2025-04-30", span) for span in ("year", "quarter", "month")] == ["2025", "2025-Q2", "2025-04"]
    assert period_of(None, "year") is None
    with pytest.raises(InputError, match="year, quarter, month"):
        period_of("2025-04-30", "week")
    assert [bar(score) for score in (-10, -0.5, 0, 10, None)] == ["█████│     ", "    █│     ", "     │     ", "     │█████", " " * 11]


def test_from_the_command_line(ledger, monkeypatch, capsys):
    from dragoman.cli import main

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["dragoman", "ledger", *arguments, "--db", ledger.store.name])
        with pytest.raises(SystemExit) as exit_:
            main()
        return exit_.value.code or 0, capsys.readouterr()

    code, said = run("relation", "KAZ", "RUS")
    assert code == 0
    assert all(words in said.out for words in ("KAZ and RUS", "On rivers", "2021: 24 bn USD; 2024: 28 bn USD", "by RUS: 1"))
    code, said = run("balance", "KAZ", "--format", "json")
    assert [share["partner"] for share in json.loads(said.out)["shares"]] == ["RUS", "USA"]
    monkeypatch.setenv("COLUMNS", "90")
    assert "find no room in 90 columns" in run("balance", "KAZ")[1].out
    code, said = run("balance", "KAZ", "--by", "week")
    assert (code, len(said.err.splitlines())) == (2, 1)
