"""Migrations forward with data in the ledger, and the two traps of SQLite."""

from __future__ import annotations

import textwrap

import pytest
import sqlalchemy as sa

from dragoman.errors import LedgerVersion
from dragoman.ledger import Ledger
from dragoman.ledger.engine import Store
from dragoman.ledger.rows import document_row, participant_rows, record_row
from dragoman.ledger.tables import metadata
from dragoman.ledger.version import HEAD, MIGRATIONS, migrate
from tests.ledger.test_ledger_merge import POLISH


def first_version(place: str) -> Store:
    """A ledger of the first version with one article in it."""
    store = Store(place)
    migrate(store, "0001")
    (article, (record,)) = POLISH
    rows = {
        "documents": [document_row(article, 1)],
        "records": [record_row(record, article, 1, 1)],
        "participants": participant_rows(record),
    }
    rows["records"][0].pop("retired")
    with store.writing() as connection:
        for name, values in rows.items():
            for row in values:
                names = ", ".join(f'"{column}"' for column in row)
                marks = ", ".join(f":{column}" for column in row)
                connection.execute(sa.text(f"INSERT INTO {name} ({names}) VALUES ({marks})"), row)
    return store


def test_from_the_first_version_with_data(place):
    store = first_version(place)
    with pytest.raises(LedgerVersion, match="ledger migrate"):
        Ledger.open(place, create=True)
    migrate(store)
    ledger = Ledger.open(place)
    ledger.merge()
    (entry,) = ledger.entries()
    assert entry.best == POLISH[1][0]
    assert len(ledger.search("ankarze")) == 1
    assert ledger.add(*POLISH).outcome == "known"


def test_migrated_and_new_ledgers_are_alike(place):
    """The migrations end where `tables.py` is: same tables, same columns."""
    store = Store(place)
    migrate(store)
    with store.reading() as connection:
        inspector = sa.inspect(connection)
        for table in metadata.sorted_tables:
            assert [column["name"] for column in inspector.get_columns(table.name)] in (
                [column.name for column in table.columns],
                sorted_like(table, inspector.get_columns(table.name)),
            )


def sorted_like(table: sa.Table, columns) -> list[str]:
    """Column names in the database's order, when they are the table's (a column added later stands last)."""
    names = [column["name"] for column in columns]
    return names if set(names) == {column.name for column in table.columns} else []


def step(folder, body: str):
    """A folder of migrations with one more step after today's."""
    import shutil

    scripts = folder / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    source = f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9999"\ndown_revision = "{HEAD}"\n\n\ndef upgrade():\n'
    (scripts / "versions" / "v9999_step.py").write_text(source + textwrap.indent(textwrap.dedent(body), "    "))
    return scripts


def test_rebuilding_a_table_keeps_the_rows_that_point_at_it(tmp_path):
    """Batch mode copies and drops the table: with foreign keys on, SQLite would delete the children."""
    place = str(tmp_path / "x.db")
    ledger = Ledger.open(place, create=True)
    ledger.add(*POLISH)
    scripts = step(
        tmp_path, 'with op.batch_alter_table("records", recreate="always") as batch:\n    batch.add_column(sa.Column("extra", sa.Text))\n'
    )
    migrate(ledger.store, scripts=scripts)
    with ledger.store.reading() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM participants")) == 2
        assert connection.scalar(sa.text("SELECT count(extra) FROM records")) == 0


def test_a_migration_that_fails_leaves_nothing(place, tmp_path):
    """DDL is in the transaction on both databases."""
    ledger = Ledger.open(place, create=True)
    ledger.add(*POLISH)
    scripts = step(
        tmp_path, 'op.create_table("half", sa.Column("a", sa.Text))\nop.execute("DELETE FROM participants")\nraise RuntimeError("stop")\n'
    )
    with pytest.raises(RuntimeError):
        migrate(ledger.store, scripts=scripts)
    with ledger.store.reading() as connection:
        assert "half" not in sa.inspect(connection).get_table_names()
        assert connection.scalar(sa.text("SELECT count(*) FROM participants")) == 2
    assert Ledger.open(place).add(*POLISH).outcome == "known"
