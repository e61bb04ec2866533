"""Is the ledger well? Every check is one line with its finding."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from dragoman.ledger.tables import decisions, documents, entries, entry_records, pairs, records, revisions
from dragoman.ledger.version import HEAD, advice, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.ledger.engine import Store

WAL_SAFE = (3, 51, 3)
"""The first SQLite in which a checkpoint and a write of two connections cannot lose the write-ahead log."""


class Finding(msgspec.Struct, frozen=True):
    """One check: `well` is False for what needs mending, and `said` then tells how."""

    check: str
    said: str
    well: bool = True


def examine(store: Store) -> list[Finding]:
    """Every check, in order. Reads only."""
    with store.reading() as connection:
        found = version_of(connection)
        version = Finding("ledger version", f"{found} (this program: {HEAD})", found == HEAD)
        if found != HEAD:
            return [version, Finding("migration", advice(found), False)]
        return [version, *_database(connection), *_contents(connection)]


def _database(connection: sa.Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        yield Finding("PostgreSQL", str(connection.scalar(sa.text("SHOW server_version"))))
        return
    guarded = "" if sqlite3.sqlite_version_info >= WAL_SAFE else "; older than 3.51.3, so one lock guards writes and checkpoints"
    yield Finding("SQLite", sqlite3.sqlite_version + guarded)
    quick = str(connection.scalar(sa.text("PRAGMA quick_check")))
    yield Finding("file", quick if quick == "ok" else f"{quick}; restore a copy of the file", quick == "ok")
    broken = len(connection.execute(sa.text("PRAGMA foreign_key_check")).fetchall())
    yield Finding("references", "ok" if not broken else f"{broken} rows point nowhere; run 'dragoman ledger merge --full'", not broken)


def _contents(connection: sa.Connection) -> Iterator[Finding]:
    for table in (documents, records, entries, pairs, decisions, revisions):
        yield Finding(table.name, str(_count(connection, sa.select(sa.func.count()).select_from(table))))
    loose = sa.select(sa.func.count()).select_from(records.outerjoin(entry_records, entry_records.c.record == records.c.id))
    without = _count(connection, loose.where(entry_records.c.entry.is_(None), records.c.retired.is_(None)))
    yield Finding("records without an entry", str(without) if not without else f"{without}; run 'dragoman ledger merge'", not without)
    empty = sa.select(sa.func.count()).select_from(entries.outerjoin(entry_records, entry_records.c.entry == entries.c.id))
    hollow = _count(connection, empty.where(entry_records.c.record.is_(None)))
    yield Finding("entries without a record", str(hollow) if not hollow else f"{hollow}; run 'dragoman ledger merge --full'", not hollow)


def _count(connection: sa.Connection, query: sa.Select[int]) -> int:
    return connection.scalar(query) or 0
