#!/usr/bin/env python3
"""Kill a process that writes to a ledger, many times, and look whether anything acknowledged is lost or half.

    tools/kill9.py add|merge|migrate LEDGER [TIMES]

LEDGER is a file to be made, or postgresql://… of an empty database. A child process works and says on its standard output what is
acknowledged; after a random moment it gets SIGKILL. Then the ledger is opened, compared with what was acknowledged, and examined.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import sqlalchemy as sa

from dragoman.ledger import Ledger
from dragoman.ledger.doctor import examine
from dragoman.ledger.engine import Store
from dragoman.ledger.version import HEAD, migrate, version_of
from dragoman.model.article import Article
from dragoman.model.record import Event, Evidence, Participant, When

BATCH = 50
SIDES = ("POL", "LTU", "DEU", "FRA", "KAZ")


def story(number: int) -> tuple[Article, list[Event]]:
    """Article number so-and-so with four records."""
    text = f"Delegacja numer {number} przyjechała i rozmawiała o handlu."
    made = [
        Event(
            id=f"{number}-{part}",
            document=f"d{number}",
            evidence=(Evidence(0, len(text), text),),
            rule="pl/frames/CONSULT#visit",
            confidence=0.9,
            when=When(f"2025-{1 + number % 12:02}-{1 + number % 28:02}"),
            type="CONSULT",
            actors=(
                Participant(SIDES[number % 5], SIDES[number % 5]),
                Participant(SIDES[(number + part + 1) % 5], SIDES[(number + part + 1) % 5]),
            ),
        )
        for part in range(4)
    ]
    return Article(text=text, document=f"d{number}", lang="xx"), list(made)


def work(task: str, place: str) -> None:
    """The child: work for ever, and say what is done."""
    if task == "migrate":
        migrate(Store(place))
        print("done", flush=True)
        return
    ledger = Ledger.open(place)
    if task == "merge":
        while True:
            ledger.merge(full=True)
            print("merged", flush=True)
    with ledger.store.reading() as connection:
        number = connection.scalar(sa.text("SELECT count(*) FROM documents")) or 0
    while True:
        ledger.add_many([story(one) for one in range(number, number + BATCH)])
        number += BATCH
        print(number, flush=True)


def killed(task: str, place: str, moment: float) -> list[str]:
    """What the child said before it was killed ``moment`` seconds after it began to work."""
    child = subprocess.Popen([sys.executable, __file__, "--child", task, place], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = [] if task == "migrate" else [child.stdout.readline()]
    time.sleep(moment)
    os.kill(child.pid, signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait()
    return [line.strip() for line in said if line.strip()]


def check_add(place: str, said: list[str]) -> str:
    """Whole batches only, and all that were acknowledged."""
    with Store(place).reading() as connection:
        found = {name: connection.scalar(sa.text(f"SELECT count(*) FROM {name}")) or 0 for name in ("documents", "records", "participants")}
    acknowledged = int(said[-1]) if said else 0
    assert found["documents"] >= acknowledged, f"lost {acknowledged - found['documents']} of {acknowledged}"
    assert found["documents"] % BATCH == 0, f"half a batch: {found['documents']}"
    assert (found["records"], found["participants"]) == (4 * found["documents"], 8 * found["documents"]), found
    return f"{acknowledged} acknowledged, {found['documents']} there"


def check_merge(place: str, before: list[str]) -> str:
    """The entries are those of a whole merge."""
    now = [entry.id for entry in Ledger.open(place).entries()]
    assert now == before, f"{len(before)} entries before, {len(now)} after"
    return f"{len(now)} entries whole"


def check_migrate(place: str) -> str:
    """The old version with its tables, or the new one."""
    with Store(place).reading() as connection:
        found = version_of(connection)
        names = set(sa.inspect(connection).get_table_names())
    assert (found == HEAD) == ("entries" in names), f"version {found} with {sorted(names)}"
    return f"version {found}"


def _fresh(place: str, turn: int) -> str:
    """A ledger of the first version: another file each turn, an emptied database on a server."""
    server = place.startswith("postgresql")
    spot = place if server else f"{place}.{turn}"
    if server:
        with Store(spot).writing() as connection:
            connection.execute(sa.text("DROP SCHEMA public CASCADE"))
            connection.execute(sa.text("CREATE SCHEMA public"))
    migrate(Store(spot), "0001")
    return spot


def run(task: str, place: str, times: int) -> None:
    """Kill ``times`` times. Raises AssertionError at the first loss."""
    before: list[str] = []
    if task != "migrate":
        ledger = Ledger.open(place, create=True)
        if task == "merge":
            ledger.add_many([story(number) for number in range(120)])
            ledger.merge()
            before = [entry.id for entry in ledger.entries()]
    for turn in range(times):
        spot = _fresh(place, turn) if task == "migrate" else place
        said = killed(task, spot, random.Random(turn).uniform(0.0, 0.4) + (0.5 if task == "migrate" else 0.0))
        found = check_add(spot, said) if task == "add" else check_merge(spot, before) if task == "merge" else check_migrate(spot)
        if task != "migrate":
            assert all(one.well or one.check == "records without an entry" for one in examine(Store(spot))), examine(Store(spot))
        else:
            migrate(Store(spot))
            assert all(one.well for one in examine(Store(spot)))
        print(f"{task} {turn + 1}: {found}")


if __name__ == "__main__":
    if sys.argv[1] == "--child":
        work(sys.argv[2], sys.argv[3])
    else:
        run(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 30)
