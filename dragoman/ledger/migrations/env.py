"""Run by Alembic: the connection, already in a transaction, is handed over by `dragoman.ledger.version.migrate`."""

from __future__ import annotations

from alembic import context

from dragoman.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds every step; SQLite has it begun with BEGIN IMMEDIATE
)
context.run_migrations()
