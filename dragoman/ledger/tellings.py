"""Records of the ledger, corrected where review corrected them, with their sketches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from dragoman.ledger.build import Telling
from dragoman.ledger.rows import decode_record
from dragoman.ledger.sketch import NEAR, sketch
from dragoman.ledger.tables import documents, records

if TYPE_CHECKING:
    from dragoman.ledger.decisions import Rulings


def load_tellings(connection: sa.Connection, where: sa.ColumnElement[bool], decided: Rulings) -> dict[int, Telling]:
    """Records that meet a condition on `tables.records`, by number. Of a document's text only the claim's setting is fetched."""
    c, d = records.c, documents.c
    first = sa.case((c.start > NEAR, c.start - NEAR + 1), else_=1)
    setting = sa.func.substr(d.text, first, c.end + NEAR - first + 1).label("setting")
    query = sa.select(c.number, c.payload, d.lang, d.published, d.digest, setting).join(documents, d.id == c.document)
    return {row.number: _telling(row, decided) for row in connection.execute(query.where(where).order_by(c.number))}


def _telling(row: Any, decided: Rulings) -> Telling:
    record = decode_record(row.payload)
    record = decided.corrected.get(record.id, record)
    return Telling(record, sketch(record, row.number, lang=row.lang, published=row.published, setting=row.setting, digest=row.digest))
