"""CSV for spreadsheets: UTF-8, a header, one row an entry. Texts that a spreadsheet would take for a formula get an apostrophe."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Any

from dragoman.views.columns import COLUMNS, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write the table. Returns how many rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows(entries):
        writer.writerow([escape(row[name]) for name in COLUMNS])
        count += 1
    return count


def escape(value: Any) -> Any:
    """A cell that no spreadsheet runs; numbers stay numbers, and line ends inside a text become spaces."""
    if not isinstance(value, str):
        return value
    value = " ".join(value.split())
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
