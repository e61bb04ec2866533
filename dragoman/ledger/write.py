"""Entries as rows."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from dragoman.ledger import bulk
from dragoman.ledger.blocks import DYAD_SIDES
from dragoman.ledger.read import encode_entry
from dragoman.ledger.rows import encode, sides_of
from dragoman.ledger.tables import dyads, entries, entry_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import sqlalchemy as sa

    from dragoman.ledger.decisions import Rulings
    from dragoman.ledger.entry import Entry


def write_entries(connection: sa.Connection, made: Sequence[Entry], decided: Rulings) -> None:
    """Write entries with their records and dyads."""
    bulk.insert(connection, entries, [_entry_row(entry) for entry in made])
    bulk.insert(connection, entry_records, [row for entry in made for row in _member_rows(entry, decided)])
    bulk.insert(connection, dyads, [row for entry in made for row in _dyad_rows(entry)])


def _entry_row(entry: Entry) -> dict[str, Any]:
    names = ("id", "kind", "type", "modality", "day_first", "day_last", "first_seen", "last_seen", "status")
    row = {name: getattr(entry, name) for name in names}
    return row | {"records": len(entry.records), "sources": entry.voices, "payload": encode_entry(entry)}


def _member_rows(entry: Entry, decided: Rulings) -> Iterator[dict[str, Any]]:
    voice = {source.document: source.voice for source in entry.sources}
    for record in entry.records:
        corrected = encode(record) if record.id in decided.corrected else None
        yield {"record": record.id, "entry": entry.id, "voice": voice.get(record.document or "", 0), "corrected": corrected}


def _dyad_rows(entry: Entry) -> Iterator[dict[str, Any]]:
    sides = sorted(sides_of(entry.best))[:DYAD_SIDES]
    day = entry.day or ""
    lone = [(sides[0], sides[0])] if len(sides) == 1 else []
    for a, b in lone or itertools.combinations(sides, 2):
        yield {"a": a, "b": b, "day": day, "entry": entry.id, "kind": entry.kind, "type": entry.type}
