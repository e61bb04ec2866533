"""The ledger as it was: the entries that a revision had, whatever came or went later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from dragoman.ledger.decisions import rulings
from dragoman.ledger.merge import merge_records
from dragoman.ledger.tables import records
from dragoman.ledger.tellings import load_tellings

if TYPE_CHECKING:
    from dragoman.ledger.entry import Entry


def entries_as_of(connection: sa.Connection, revision: int) -> list[Entry]:
    """Entries of the records and decisions that stood in ``revision``, by day."""
    decided = rulings(connection, as_of=revision)
    standing = sa.and_(records.c.revision <= revision, sa.or_(records.c.retired.is_(None), records.c.retired > revision))
    made = merge_records(list(load_tellings(connection, standing, decided).values()), decided)
    return sorted(made, key=lambda entry: (entry.day or "", entry.id))
