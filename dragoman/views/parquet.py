"""Parquet for analysis: the columns of the plain table, sorted by dyad and day so that one pair is read from a few pages."""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Any

from dragoman.views.columns import COLUMNS, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from dragoman.ledger.entry import Entry


def table_of(entries: Iterable[Entry]) -> pa.Table:
    """Entries as an Arrow table, sorted by dyad, day and id."""
    import pyarrow as pa

    kinds = {"string": pa.string(), "date": pa.date32(), "number": pa.float64(), "integer": pa.int64()}
    schema = pa.schema([pa.field(name, kinds[kind], metadata={"description": meaning}) for name, (kind, meaning) in COLUMNS.items()])
    made = [_typed(row) for row in rows(entries)]
    made.sort(key=lambda row: (row["side_a"] or "", row["side_b"] or "", str(row["day_first"] or row["first_seen"] or ""), row["entry"]))
    return pa.Table.from_pylist(made, schema=schema)


def render(entries: Iterable[Entry], out: IO[bytes]) -> int:
    """Write the table. Returns how many rows."""
    import pyarrow.parquet as pq

    table = table_of(entries)
    pq.write_table(table, out, compression="zstd", row_group_size=100_000)
    return int(table.num_rows)


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    days = {name for name, (kind, _) in COLUMNS.items() if kind == "date"}
    return {name: dt.date.fromisoformat(row[name]) if name in days and row[name] else row[name] for name in COLUMNS}
