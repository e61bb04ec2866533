"""Alembic's folder: one file in `versions` for every shape the ledger has had."""
