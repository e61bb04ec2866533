"""The checked draw of terms of office: the report's table is the count of the rows, and no verdict goes against its dates."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from tools.draw_terms import table

ROOT = Path(__file__).parents[2]
ROWS = [json.loads(line) for line in (ROOT / "evaluation" / "holders.jsonl").read_text(encoding="utf-8").splitlines()]
DAY = len("2026-01-01")


def off(told: str, found: str) -> bool:
    """Whether two dates differ: an end against none, days by more than a week, months and years by their digits."""
    if "lasts" in (told, found):
        return told != found
    if len(told) == len(found) == DAY:
        return abs(datetime.date.fromisoformat(told) - datetime.date.fromisoformat(found)) > datetime.timedelta(days=7)
    shorter = min(len(told), len(found))
    return told[:shorter] != found[:shorter]


def test_the_report_gives_the_count_of_the_rows() -> None:
    report = (ROOT / "evaluation" / "holders.md").read_text(encoding="utf-8")
    assert "\n".join(table()) in report


def test_every_verdict_agrees_with_its_dates() -> None:
    against = []
    for row in ROWS:
        dates = [(told, found) for told, found in zip(row["told"], row["found"] or (), strict=False) if found]
        if (row["verdict"] == "wrong") != any(off(*pair) for pair in dates):
            against.append((row["n"], row["person"]))
    assert not against
