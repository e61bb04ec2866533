"""Connections: SQLite or PostgreSQL, one writer at a time, as many readers as like.

SQLite runs in WAL mode. Versions before 3.51.3 can lose a WAL when a checkpoint and a write of two connections meet, so everything
that writes or checkpoints, closing included, happens under one lock on a file beside the ledger, and readers open it read-only.
PostgreSQL needs no such thing; there the lock is an advisory one, so that merging never sees half of another writer's batch.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from dragoman.errors import InputError, LedgerError, LedgerLocked

if TYPE_CHECKING:
    from collections.abc import Iterator

ADVISORY = 0x0D7A60
"""The number of the PostgreSQL advisory lock that a writer holds."""


class Store:
    """Where a ledger lies. `url` is an SQLAlchemy URL, `path` the file of an SQLite ledger (None for PostgreSQL)."""

    def __init__(self, place: str, *, patience: float = 10.0) -> None:
        self.name = place
        self.patience = patience
        self.path = None if "://" in place and not place.startswith("sqlite:") else Path(place.removeprefix("sqlite:///"))
        self.url = _postgres_url(place) if self.path is None else sa.make_url(f"sqlite:///{self.path}")
        self._writer = self._engine(read_only=False)
        self._reader = self._engine(read_only=True)

    def exists(self) -> bool:
        """True when there is something to open; an SQLite file of no bytes is a ledger yet to be made."""
        return self.path is None or (self.path.exists() and self.path.stat().st_size > 0)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A read-only transaction that sees one state of the ledger throughout."""
        with _clear(self.name), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self, *, foreign_keys: bool = True) -> Iterator[sa.Connection]:
        """The one write transaction: committed at the end, rolled back on an error. Raises LedgerLocked after `patience` seconds."""
        with self._locked(), _clear(self.name), self._writer.connect() as connection:
            if self.path is not None and not foreign_keys:
                driver: Any = connection.connection.driver_connection  # by the driver: inside a transaction these would do nothing
                driver.execute("PRAGMA foreign_keys=OFF")
                driver.execute("PRAGMA legacy_alter_table=ON")  # views may name a table that is being rebuilt
            if self.path is None:
                self._advise(connection)
            with connection.begin():
                yield connection

    def _engine(self, *, read_only: bool) -> sa.Engine:
        if self.path is None:
            options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if read_only else {}
            engine = sa.create_engine(self.url, poolclass=NullPool, **options)
            if read_only:
                sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("SET TRANSACTION READ ONLY"))
            return engine
        source = f"file:{_quoted(self.path)}?mode={'ro' if read_only else 'rwc'}&uri=true"
        engine = sa.create_engine(f"sqlite:///{source}", poolclass=NullPool, connect_args={"timeout": self.patience})
        sa.event.listen(engine, "connect", _reader_pragmas if read_only else _writer_pragmas)
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock file of an SQLite ledger; the system frees it when the process dies, however it dies."""
        if self.path is None:
            yield
            return
        try:
            import fcntl
        except ImportError:  # no such locks on this system: BEGIN IMMEDIATE alone keeps writers apart
            yield
            return
        with _open_lock(self.path) as file:
            deadline = time.monotonic() + self.patience
            while not _try_lock(fcntl, file):
                if time.monotonic() > deadline:
                    raise LedgerLocked(f"{self.name}: another process is writing to this ledger; try again when it has finished")
                time.sleep(0.05)
            yield

    def _advise(self, connection: sa.Connection) -> None:
        deadline = time.monotonic() + self.patience
        while not connection.scalar(sa.text("SELECT pg_try_advisory_lock(:key)"), {"key": ADVISORY}):
            if time.monotonic() > deadline:
                raise LedgerLocked(f"{self.name}: another process is writing to this ledger; try again when it has finished")
            time.sleep(0.05)
        connection.commit()


def _postgres_url(place: str) -> sa.URL:
    try:
        url = sa.make_url(place)
    except sa.exc.ArgumentError:
        raise InputError(f"--db {place}: not an address; give a file name or postgresql://user@host/name") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise InputError(
            f"--db {place}: only SQLite files and postgresql:// are understood; give a file name or postgresql://user@host/name"
        )
    return url.set(drivername="postgresql+psycopg")


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _open_lock(path: Path) -> Any:
    try:
        return open(f"{path}-lock", "a+")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder and its permissions") from None


def _try_lock(fcntl: Any, file: Any) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _writer_pragmas(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by us alone, so that DDL is inside them too
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _reader_pragmas(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA query_only=ON")


@contextlib.contextmanager
def _clear(name: str) -> Iterator[None]:
    """Say in one line what a driver says in many."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        said = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        if "locked" in said:
            raise LedgerLocked(f"{name}: another process is writing to this ledger; try again when it has finished") from error
        if "not a database" in said or "unable to open" in said or "malformed" in said:
            raise LedgerError(f"{name}: not a ledger ({said}); name a ledger's file, or a new one") from error
        if isinstance(error, sa.exc.OperationalError):
            raise LedgerError(f"{name}: the ledger cannot be reached ({said}); check --db and that the server runs") from error
        raise
