"""Reading entries back, filtered and in order, without holding all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from dragoman.ledger import bulk
from dragoman.ledger.entry import Entry, Source
from dragoman.ledger.rows import decode_record, encode
from dragoman.ledger.tables import documents, dyads, entries, entry_records, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.ledger.filter import Filter

BLOCK = 400
"""Entries that are fetched at a time."""


class Moment(msgspec.Struct, frozen=True):
    """An entry on the timeline of a pair; `day` is empty where nothing is known of it."""

    day: str
    kind: str
    type: str | None
    entry: str


def select_ids(wanted: Filter) -> sa.Select[Any]:
    """Ids of the wanted entries, by day, then id. One pair of sides is read off the dyads' primary key in that order."""
    if len(wanted.between) == 2:
        a, b = sorted(wanted.between)
        day: sa.ColumnElement[Any] = dyads.c.day
        query = sa.select(entries.c.id).select_from(dyads).join(entries, entries.c.id == dyads.c.entry)
        query = query.where(dyads.c.a == a, dyads.c.b == b).order_by(dyads.c.day, dyads.c.entry)
    else:
        day = sa.func.coalesce(entries.c.day_first, entries.c.first_seen, "")
        query = sa.select(entries.c.id).order_by(day, entries.c.id)
    if len(wanted.between) == 1:
        (side,) = wanted.between
        one = sa.select(dyads.c.entry).where(sa.or_(dyads.c.a == side, dyads.c.b == side))
        query = query.where(entries.c.id.in_(one))
    for column, value in ((entries.c.type, wanted.type), (entries.c.kind, wanted.kind), (entries.c.status, wanted.status)):
        if value is not None:
            query = query.where(column == value)
    if wanted.since:
        query = query.where(day >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(day <= wanted.until.isoformat(), day != "")
    return query


def read_timeline(connection: sa.Connection, a: str, b: str) -> list[Moment]:
    """Every moment of a pair of sides, by day: one index is read and nothing else."""
    first, second = sorted((a, b))
    c = dyads.c
    query = sa.select(c.day, c.kind, c.type, c.entry).where(c.a == first, c.b == second).order_by(c.day, c.entry)
    return [Moment(*row) for row in connection.execute(query)]


def read_entries(connection: sa.Connection, wanted: Filter) -> Iterator[Entry]:
    """The wanted entries with their records and sources, in the order of `select_ids`."""
    ids = [row.id for row in connection.execute(select_ids(wanted))]
    for start in range(0, len(ids), BLOCK):
        block = ids[start : start + BLOCK]
        found = {entry.id: entry for entry in _block(connection, block)}
        yield from (found[one] for one in block)


def entry_of(connection: sa.Connection, name: str) -> Entry | None:
    """The entry that an entry's id, a former id of it, or a record's id names."""
    record = name.removeprefix("e-")
    found = connection.scalar(sa.select(entry_records.c.entry).where(entry_records.c.record == record))
    return next(_block(connection, [found or name]), None)


def _block(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Entry]:
    told: dict[str, list[tuple[str, int, str | None]]] = {}
    query = sa.select(entry_records)
    for row in bulk.select_in(connection, query, entry_records.c.entry, ids):
        told.setdefault(row.entry, []).append((row.record, row.voice, row.corrected))
    made = {
        row.id: row
        for row in bulk.select_in(
            connection,
            sa.select(records.c.id, records.c.document, records.c.payload),
            records.c.id,
            [record for group in told.values() for record, _, _ in group],
        )
    }
    named = _documents(connection, {row.document for row in made.values()})
    for row in bulk.select_in(connection, sa.select(entries.c.id, entries.c.payload), entries.c.id, ids):
        group = sorted(told.get(row.id, ()))
        voices = {made[record].document: voice for record, voice, _ in group}
        yield msgspec.structs.replace(
            decode_entry(row.payload),
            records=tuple(decode_record(corrected or made[record].payload) for record, _, corrected in group),
            sources=tuple(msgspec.structs.replace(named[document], voice=voice) for document, voice in sorted(voices.items())),
        )


def _documents(connection: sa.Connection, ids: set[str]) -> dict[str, Source]:
    c = documents.c
    query = sa.select(c.id, c.lang, c.published, c.title, c.url, c.site)
    return {
        row.id: Source(row.id, 0, row.lang, row.published, row.title, row.url, row.site)
        for row in bulk.select_in(connection, query, c.id, sorted(ids))
    }


def encode_entry(entry: Entry) -> str:
    """The payload of an entry: all that is computed, without its records and sources, which have tables of their own."""
    return encode(msgspec.structs.replace(entry, records=(), sources=()))


def decode_entry(payload: str) -> Entry:
    """The entry that `encode_entry` wrote, still without records and sources."""
    return _entry_decoder.decode(payload)


_entry_decoder = msgspec.json.Decoder(Entry)
