"""A ledger on SQLite and one on a real PostgreSQL, started from the local binaries for this run alone."""

from __future__ import annotations

import glob
import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.version import HEAD


def _binaries() -> Path | None:
    places = [*glob.glob("/usr/lib/postgresql/*/bin/pg_ctl"), shutil.which("pg_ctl") or ""]
    return next((Path(place).parent for place in places if place and Path(place).exists()), None)


def _no_server(why: str):
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"PostgreSQL is wanted in CI: {why}")
    pytest.skip(f"no PostgreSQL here: {why}")


class Server:
    """A PostgreSQL server in a temporary folder, reached through a loopback port."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.data = binaries, folder / "data"
        self.user = {"user": "nobody"} if os.geteuid() == 0 else {}  # initdb refuses root
        if self.user:
            shutil.chown(folder, "nobody")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._run("initdb", "-D", str(self.data), "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        self._run("pg_ctl", "-D", str(self.data), "-o", options, "-l", str(folder / "log"), "-w", "start")

    def _run(self, name: str, *arguments: str) -> None:
        command = [str(self.binaries / name), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/", **self.user)

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        self._say(f"CREATE DATABASE {name}", "postgres")
        return f"postgresql://dragoman@127.0.0.1:{self.port}/{name}"

    def emptied(self, address: str) -> str:
        """The same address, its tables without rows: much cheaper than another database."""
        name = address.rpartition("/")[2]
        kept = "tablename <> 'alembic_version'"
        self._say(
            f"""SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid();
            DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
            WHERE schemaname = 'public' AND {kept}); END $$;
            UPDATE alembic_version SET version_num = '{HEAD}'""",
            name,
        )
        return address

    def _say(self, statement: str, name: str) -> None:
        import psycopg

        with psycopg.connect(f"postgresql://dragoman@127.0.0.1:{self.port}/{name}", autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres():
    pytest.importorskip("psycopg")
    binaries = _binaries()
    if binaries is None:
        _no_server("pg_ctl was not found")
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    try:
        server = Server(binaries, folder)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        _no_server(str(error))
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory):
    """An SQLite ledger with nothing in it, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("bare") / "relations.db"
    Ledger.open(str(path), create=True)
    return path


@pytest.fixture(scope="session")
def bare_database(postgres):
    """A PostgreSQL database with a ledger, to be emptied again and again."""
    address = postgres.database()
    Ledger.open(address, create=True)
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request):
    return request.param


@pytest.fixture
def place(request, backend, tmp_path):
    """Where a new ledger can be made: a file name, then a PostgreSQL address. With the fixture `ledger` one is there already."""
    ready = "ledger" in request.fixturenames
    if backend == "postgresql":
        server = request.getfixturevalue("postgres")
        return server.emptied(request.getfixturevalue("bare_database")) if ready else server.database()
    if ready:
        shutil.copy(request.getfixturevalue("bare_file"), tmp_path / "relations.db")
    return str(tmp_path / "relations.db")


@pytest.fixture
def ledger(place):
    return Ledger.open(place)
