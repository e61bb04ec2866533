"""The ledger as it was: records that a revision had, whatever came or went later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from dragoman.ledger.build import Telling
from dragoman.ledger.decisions import rulings
from dragoman.ledger.rows import decode_record
from dragoman.ledger.sketch import sketch
from dragoman.ledger.tables import documents, records

if TYPE_CHECKING:
    from collections.abc import Iterator


def tellings_as_of(connection: sa.Connection, revision: int) -> list[Telling]:
    """Records that stood in ``revision``, corrected as they were then."""
    return list(_tellings(connection, revision))


def _tellings(connection: sa.Connection, revision: int) -> Iterator[Telling]:
    decided = rulings(connection, as_of=revision)
    c, d = records.c, documents.c
    query = sa.select(c.number, c.payload, d.lang, d.published, d.text, d.digest).join(documents, d.id == c.document)
    standing = sa.and_(c.revision <= revision, sa.or_(c.retired.is_(None), c.retired > revision))
    for row in connection.execute(query.where(standing).order_by(c.number)):
        record = decode_record(row.payload)
        record = decided.corrected.get(record.id, record)
        yield Telling(record, sketch(record, row.number, lang=row.lang, published=row.published, text=row.text, digest=row.digest))
