"""Which version a ledger has, and how it becomes today's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from dragoman.errors import LedgerError, LedgerVersion

if TYPE_CHECKING:
    from dragoman.ledger.engine import Store

HEAD = "0003"
"""The version that this program reads and writes; a test compares it with the newest migration."""
KNOWN = ("0001", "0002", "0003")
MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(connection: sa.Connection) -> str | None:
    """The version that the ledger says it has, None where there are no tables at all. Raises LedgerError for somebody else's database."""
    names = set(sa.inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise LedgerError("this database holds other tables and no ledger; name a ledger's file, or a new one")
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def check(store: Store) -> None:
    """Raise LedgerVersion unless the ledger has today's version."""
    with store.reading() as connection:
        try:
            found = version_of(connection)
        except LedgerError as error:
            raise LedgerError(f"{store.name}: {error}") from None
    if found != HEAD:
        raise LedgerVersion(f"{store.name}: {advice(found)}")


def advice(found: str | None) -> str:
    """What to do with a ledger of version `found`, which is not today's."""
    if found is None:
        return "holds no ledger yet; make one with 'dragoman ledger add'"
    if found in KNOWN:
        return f"a ledger of version {found}, this program uses {HEAD}; bring it up with 'dragoman ledger migrate --db …'"
    return f"a ledger of version {found}, which this program (version {HEAD}) does not know; use a newer Dragoman"


def migrate(store: Store, target: str = "head", *, scripts: Path = MIGRATIONS) -> None:
    """Create the ledger's tables or bring them up to ``target``, all in one transaction.

    Foreign keys are off meanwhile, because Alembic's batch mode copies and drops tables and SQLite would delete the rows that point at
    them; they are checked before the transaction ends. Raises LedgerVersion for a version that is not known.
    """
    from alembic import command
    from alembic.config import Config

    with store.writing(foreign_keys=False) as connection:
        found = version_of(connection)
        if found is not None and found not in KNOWN and scripts == MIGRATIONS:
            raise LedgerVersion(f"{store.name}: {advice(found)}")
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        if connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise LedgerError(
                    f"{store.name}: the migration would break {len(broken)} references; nothing was changed, please report it"
                )
