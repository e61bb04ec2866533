"""The first version: documents, records, participants.

The tables are spelled out here and never change again: a migration must not follow today's `tables.py`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False, index=True),
        *(sa.Column(name, sa.Text) for name in ("lang", "published", "title", "url", "site", "author")),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "aliases",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("published", sa.Text),
    )
    _records()
    op.create_table(
        "participants",
        sa.Column("record", sa.Text, sa.ForeignKey("records.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("side", sa.Text, nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("country", "sector", "actor")),
    )
    op.create_table(
        "inputs",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
    )


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("day_first", sa.Text, index=True),
        *(sa.Column(name, sa.Text) for name in ("day_last", "published", "place")),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
