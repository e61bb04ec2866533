"""The ledger: the door to everything that lasts."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from dragoman.errors import InputError
from dragoman.ledger import bulk
from dragoman.ledger.append import Added, append, known_names, names_of
from dragoman.ledger.decisions import Decision, Rulings, decide, list_decisions, rulings, targets_of
from dragoman.ledger.engine import Store
from dragoman.ledger.filter import Filter, checked, known_side
from dragoman.ledger.merge import merge
from dragoman.ledger.past import entries_as_of
from dragoman.ledger.read import Moment, entry_of, read_entries, read_timeline
from dragoman.ledger.tables import documents, inputs, records, revisions
from dragoman.ledger.version import check, migrate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd
    import pyarrow as pa

    from dragoman.ledger.entry import Entry
    from dragoman.model.article import Article
    from dragoman.model.record import Record

BATCH = 1000
"""Documents that one transaction writes."""


class Ledger:
    """A ledger on disk or on a server. One process writes at a time, any number read."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, place: str, *, create: bool = False, patience: float = 10.0) -> Ledger:
        """Open the ledger in the SQLite file ``place`` or at the address ``postgresql://…``.

        ``create`` makes it where there is none. Raises InputError for a missing file, LedgerVersion for one of another version,
        LedgerLocked where another process writes for longer than ``patience`` seconds.
        """
        store = Store(place, patience=patience)
        if store.path is not None and store.path.is_dir():
            raise InputError(f"{place}: this is a folder; name the ledger's file")
        if create and (not store.exists() or _is_bare(store)):
            migrate(store)
        elif not store.exists():
            raise InputError(f"{place}: no such ledger; make one with 'dragoman ledger add … --db {place}'")
        check(store)
        return cls(store)

    def add(self, article: Article, records: Sequence[Record], *, author: str | None = None) -> Added:
        """Add one article with its records. The same article, or the same words at another address, changes nothing."""
        return self.add_many([(article, records)], author=author)[0]

    def add_many(
        self, articles: Sequence[tuple[Article, Sequence[Record]]], *, author: str | None = None, source: tuple[str, int] | None = None
    ) -> list[Added]:
        """Add articles in one transaction; when this returns they are on disk.

        ``source`` notes how far an input has been read (name, documents so far), in the same transaction.
        """
        with self.store.writing() as connection:
            outcomes = append(connection, articles, author or user())
            if source is not None:
                connection.execute(sa.delete(inputs).where(inputs.c.source == source[0]))
                connection.execute(sa.insert(inputs).values(source=source[0], position=source[1]))
            return outcomes

    def position(self, source: str) -> int:
        """How many documents of an input have been dealt with."""
        with self.store.reading() as connection:
            return connection.scalar(sa.select(inputs.c.position).where(inputs.c.source == source)) or 0

    def known(self, articles: Sequence[Article]) -> list[str | None]:
        """For each article the document that holds the same words under the same name; None where adding would change something."""
        with self.store.reading() as connection:
            found = known_names(connection, articles)
        return [
            there if (there := found.get(f"#{one.digest}")) and all(found.get(name) for name in names_of(one)) else None for one in articles
        ]

    def merge(self, *, full: bool = False) -> int:
        """Bring the entries up to date with the records. Returns how many were written."""
        with self.store.writing() as connection:
            return merge(connection, full=full)

    def entries(
        self,
        *,
        between: Iterable[str] = (),
        type: str | None = None,
        kind: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        status: str | None = None,
        as_of: int | None = None,
    ) -> Iterator[Entry]:
        """Entries by day. ``between`` takes one or two sides, ``as_of`` a revision: the ledger as it was then.

        Raises InputError, before the first entry, for names that no entry can have and for a revision that is not there.
        """
        wanted = checked(Filter(between=tuple(between), type=type, kind=kind, since=since, until=until, status=status))
        self._check_revision(as_of)
        return self._entries(wanted, as_of)

    def _check_revision(self, number: int | None) -> None:
        if number is None:
            return
        with self.store.reading() as connection:
            last = connection.scalar(sa.select(sa.func.max(revisions.c.number))) or 0
        if not 0 <= number <= last:
            raise InputError(f"as of {number}: the ledger has revisions 1 to {last}")

    def _entries(self, wanted: Filter, as_of: int | None) -> Iterator[Entry]:
        with self.store.reading() as connection:
            if as_of is None:
                yield from read_entries(connection, wanted)
            else:
                yield from (entry for entry in entries_as_of(connection, as_of) if wanted.holds(entry))

    def sides(self, *names: str) -> tuple[str, ...]:
        """Sides as the ledger writes them: ``kaz`` is KAZ, ``eu`` is EU; another name stays."""
        return tuple(known_side(name) for name in names)

    def timeline(self, a: str, b: str) -> list[Moment]:
        """What happened between two sides, by day, without the entries themselves."""
        with self.store.reading() as connection:
            return read_timeline(connection, a, b)

    def entry(self, name: str) -> Entry:
        """The entry with this id, a former id of it, or the id of one of its records. Raises InputError where there is none."""
        with self.store.reading() as connection:
            found = entry_of(connection, name)
        if found is None:
            raise InputError(f"{name}: no entry or record of that id in {self.store.name}; 'dragoman ledger show' lists them")
        return found

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Texts of documents by id."""
        with self.store.reading() as connection:
            query = sa.select(documents.c.id, documents.c.text)
            return {row.id: row.text for row in bulk.select_in(connection, query, documents.c.id, sorted(set(ids)))}

    def decide(self, decision: Decision) -> int:
        """Append a decision and make the entries follow it. Returns its number."""
        with self.store.writing() as connection:
            number = decide(connection, decision)
            made = [one for one in list_decisions(connection) if one.number in (number, decision.undoes)]
            touched = {target.record for one in made for target in (*one.targets, *one.rest)}
            merge(connection, touched=touched | _now(connection, made))
            return number

    def decision(
        self, action: Any, names: Sequence[str], *, author: str | None = None, fields: dict[str, Any] | None = None, note: str = ""
    ) -> Decision:
        """A decision on the records that ``names`` stand for: an entry's id stands for all of its records, a record's id for itself.

        For a split the names are records of one entry that are set apart from the others.
        """
        ids = [record for name in names for record in self._records_of(name)]
        rest: list[str] = []
        if action == "split":
            rest = [record.id for name in names for record in self.entry(name).records if record.id not in ids]
            if not rest:
                raise InputError("split: nothing would be left; name some of the entry's records, not all")
        if action == "merge" and len(set(ids)) < 2:
            raise InputError("merge: name two entries or records at least; there is nothing to join to")
        with self.store.reading() as connection:
            return Decision(
                number=0,
                at="",
                author=author or user(),
                action=action,
                targets=targets_of(connection, dict.fromkeys(ids)),
                rest=targets_of(connection, dict.fromkeys(rest)),
                fields=fields or {},
                note=note,
            )

    def _records_of(self, name: str) -> list[str]:
        with self.store.reading() as connection:
            if connection.scalar(sa.select(records.c.id).where(records.c.id == name)):
                return [name]
        return [record.id for record in self.entry(name).records]

    def decisions(self) -> list[Decision]:
        """Every decision, oldest first."""
        with self.store.reading() as connection:
            return list_decisions(connection)

    def rulings(self) -> Rulings:
        """The decisions that stand, by record."""
        with self.store.reading() as connection:
            return rulings(connection)

    def search(self, words: str, *, limit: int = 50) -> list[Entry]:
        """Entries whose claims hold all the words, in any of their forms and with or without diacritics; the newest first."""
        from dragoman.ledger.search import find

        with self.store.reading() as connection:
            return find(connection, words, limit)

    def to_arrow(self, **wanted: Any) -> pa.Table:
        """Entries as an Arrow table, one row an entry, sorted by dyad and day; the filters of `entries`."""
        from dragoman.views.parquet import table_of

        return table_of(self.entries(**wanted))

    def to_pandas(self, **wanted: Any) -> pd.DataFrame:
        """`to_arrow` as a data frame."""
        frame: pd.DataFrame = self.to_arrow(**wanted).to_pandas()
        return frame


def user() -> str:
    """The name that decisions and revisions carry where none is given."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _is_bare(store: Store) -> bool:
    with store.reading() as connection:
        return not sa.inspect(connection).get_table_names()


def _now(connection: sa.Connection, made: Iterable[Decision]) -> set[str]:
    from dragoman.ledger.decisions import resolve

    return {name for one in made for target in (*one.targets, *one.rest) if (name := resolve(connection, target))}
