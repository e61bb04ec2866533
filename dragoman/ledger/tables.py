"""The tables of a ledger, the same in SQLite and PostgreSQL.

Days are ISO text (`2025-11-12`), so that they sort and compare alike in both. A `side` is what dyads are made of: the ISO 3166-1
alpha-3 code of a state, else the id of an organisation, else a canonical name. `payload` columns hold JSON. Rows of documents, records
and decisions are never changed; entries, pairs and dyads are computed from them and may be computed again at any time.
docs/ledger.md tells a reader of SQL what each column means.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

revisions = sa.Table(
    "revisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
)
documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False, index=True),
    sa.Column("lang", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("site", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
)
aliases = sa.Table(
    "aliases",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    sa.Column("site", sa.Text),
    sa.Column("published", sa.Text),
)
records = sa.Table(
    "records",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("type", sa.Text),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("day_first", sa.Text, index=True),
    sa.Column("day_last", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("retired", sa.Integer),
)
participants = sa.Table(
    "participants",
    metadata,
    sa.Column("record", sa.Text, sa.ForeignKey("records.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("side", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("sector", sa.Text),
    sa.Column("actor", sa.Text),
)
inputs = sa.Table(
    "inputs",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
)
pairs = sa.Table(
    "pairs",
    metadata,
    sa.Column("left", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("right", sa.Integer, primary_key=True, autoincrement=False, index=True),
    sa.Column("score", sa.Float, nullable=False),
    sqlite_with_rowid=False,
)
entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("type", sa.Text),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("day_first", sa.Text, index=True),
    sa.Column("day_last", sa.Text),
    sa.Column("first_seen", sa.Text),
    sa.Column("last_seen", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("records", sa.Integer, nullable=False),
    sa.Column("sources", sa.Integer, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
)
entry_records = sa.Table(
    "entry_records",
    metadata,
    sa.Column("record", sa.Text, sa.ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("voice", sa.Integer, nullable=False),
    sa.Column("corrected", sa.Text),
)
dyads = sa.Table(
    "dyads",
    metadata,
    sa.Column("a", sa.Text, primary_key=True),
    sa.Column("b", sa.Text, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("type", sa.Text),
    sqlite_with_rowid=False,
)
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer),
    sa.Column("revision", sa.Integer, nullable=False),
)
feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("etag", sa.Text),
    sa.Column("modified", sa.Text),
    sa.Column("checked", sa.Text),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
)
seen = sa.Table(
    "seen",
    metadata,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("feed", sa.Text, nullable=False),
    sa.Column("document", sa.Text),
)
twins = sa.Table(
    "twins",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("twin", sa.Text, nullable=False, index=True),
    sa.Column("lead", sa.Integer, nullable=False),
)
