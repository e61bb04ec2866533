"""Many rows at once, the fast way of each database."""

from __future__ import annotations

import itertools
import operator
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 500
"""Values in one IN list: below every driver's limit."""


def insert(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that have a value for every column of ``table``: COPY for PostgreSQL, one prepared statement for SQLite.

    The rows are taken one by one, so that a server writes some while the next are made.
    """
    first = next(found := iter(rows), None)
    if first is None:
        return
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    values = map(operator.itemgetter(*names), itertools.chain((first,), found))
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})", list(values))
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of at most `CHUNK` values."""
    block: list[Any] = []
    for value in values:
        block.append(value)
        if len(block) == CHUNK:
            yield block
            block = []
    if block:
        yield block


def select_in(
    connection: sa.Connection, query: sa.Select[Any], column: sa.ColumnElement[Any], values: Iterable[Any]
) -> Iterator[sa.Row[Any]]:
    """Rows of ``query`` whose ``column`` is among ``values``, however many."""
    for block in chunks(values):
        yield from connection.execute(query.where(column.in_(block)))


def delete_in(connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[Any], values: Iterable[Any]) -> None:
    """Delete the rows whose ``column`` is among ``values``."""
    for block in chunks(values):
        connection.execute(sa.delete(table).where(column.in_(block)))
