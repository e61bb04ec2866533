"""Merging, review and feeds; records can be retired by a newer reading; the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("records") as batch:
        batch.add_column(sa.Column("retired", sa.Integer))
    _entries()
    _review_and_feeds()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search USING fts5(folded, content='records', content_rowid='number', tokenize='unicode61')")
        op.execute("INSERT INTO search(search) VALUES ('rebuild')")
    else:
        op.execute("CREATE INDEX search ON records USING gin (string_to_array(folded, ' '))")
    _views()


def _entries() -> None:
    op.create_table(
        "pairs",
        sa.Column("left", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("right", sa.Integer, primary_key=True, autoincrement=False, index=True),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entries",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("day_first", sa.Text, index=True),
        *(sa.Column(name, sa.Text) for name in ("day_last", "first_seen", "last_seen")),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "entry_records",
        sa.Column("record", sa.Text, sa.ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("entry", sa.Text, sa.ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("voice", sa.Integer, nullable=False),
        sa.Column("corrected", sa.Text),
    )
    op.create_table(
        "dyads",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("a", "b", "day")),
        sa.Column("entry", sa.Text, sa.ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sqlite_with_rowid=False,  # the rows lie in the order of the timeline
    )


def _review_and_feeds() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "author", "action", "payload")),
        sa.Column("undoes", sa.Integer),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text) for name in ("etag", "modified", "checked")),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    )
    op.create_table(
        "seen",
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("document", sa.Text),
    )


def _views() -> None:
    op.execute(
        "CREATE VIEW timeline AS SELECT d.a, d.b, d.day, e.kind, e.type, e.modality, e.status, e.sources, e.records, e.id AS entry"
        " FROM dyads d JOIN entries e ON e.id = d.entry"
    )
    op.execute(
        "CREATE VIEW claims AS SELECT er.entry, er.voice, r.id AS record, r.kind, r.type, r.modality, r.day_first, r.rule, r.confidence,"
        " doc.id AS document, doc.lang, doc.published, doc.site, doc.url, r.start,"
        ' r."end", r.payload FROM records r JOIN documents doc ON doc.id = r.document LEFT JOIN entry_records er ON er.record = r.id'
        " WHERE r.retired IS NULL"
    )
