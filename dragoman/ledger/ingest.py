"""Places into a ledger: get the articles, read them, append them in batches, and go on past what is bad."""

from __future__ import annotations

import functools
import itertools
import time
from typing import TYPE_CHECKING

import msgspec

from dragoman.ledger.store import BATCH, Ledger
from dragoman.sources.open import open_articles
from dragoman.sources.outcome import Failure, Outcome
from dragoman.sources.workers import Workers, batches

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from dragoman.ledger.append import Added
    from dragoman.model.article import Article
    from dragoman.model.record import Record
    from dragoman.sources.fetch import Fetcher

    Got = tuple[Article, Sequence[Record]]
    Read = Callable[[Article], Got]
    Watch = Callable[["Summary", str], None]

ASKED = 50
"""Documents about which the ledger is asked at a time whether it has them."""
LINGER = 5.0
"""Seconds after which a batch is written though it is not full: what has been read is soon safe."""


class Summary(msgspec.Struct):
    """What came of a run; it grows while the run goes on."""

    added: int = 0
    known: int = 0
    aliases: int = 0
    records: int = 0
    entries: int = 0
    failures: list[Failure] = []

    def count(self, outcomes: Iterable[Added]) -> None:
        """Take in what a batch came to."""
        for one in outcomes:
            self.added += one.outcome == "added"
            self.known += one.outcome == "known"
            self.aliases += one.outcome == "alias"
            self.records += one.records

    @property
    def seen(self) -> int:
        """Documents that were dealt with well."""
        return self.added + self.known + self.aliases

    @property
    def exit_code(self) -> int:
        """0 when all went well, 3 when some inputs failed and others did not, 2 when none could be used."""
        if not self.failures:
            return 0
        return 3 if self.seen else 2


def reading_with(scope: str) -> Read:
    """`read_article` for a scope, "interstate" or "all". Raises `InputError` for another."""
    from dragoman.reader import check_scope

    return functools.partial(read_article, scope=check_scope(scope))


def read_article(article: Article, scope: str = "interstate") -> tuple[Article, Sequence[Record]]:
    """The article with its records, and with the language that was found where none was told or its letters are of another one."""
    from dragoman import reader

    reading = reader.read_article(article, scope=scope)
    return msgspec.structs.replace(article, lang=reading.lang), reading.records


def ingest(
    ledger: Ledger,
    places: Sequence[str],
    *,
    lang: str | None = None,
    published: dt.date | None = None,
    resume: bool = False,
    author: str | None = None,
    read: Read = read_article,
    fetcher: Fetcher | None = None,
    watch: Watch = lambda summary, where: None,
    batch: int = BATCH,
    jobs: int = 1,
) -> Summary:
    """Add every article in ``places``. ``resume`` goes on where an earlier run of the same places stopped.

    ``watch`` is told after each document. An interruption is passed on after what has been read is written. ``jobs`` is how many processes
    read at once (then ``read`` must be a function that can be pickled); what the ledger holds afterwards is the same for any number.
    """
    summary = Summary()
    with Workers(read, jobs) as workers:
        for place in places:
            start = ledger.position(place) if resume else 0
            writer = _Writer(ledger, place, summary, author, batch, start)
            try:
                outcomes = open_articles(place, lang=lang, published=published, fetcher=fetcher)
                for block in batches(itertools.islice(outcomes, start, None), ASKED * jobs):
                    writer.take(block, workers, watch)
            finally:
                writer.flush()
    return summary


class _Writer:
    """Gathers what has been read of one place and writes it batch by batch, with the place's position."""

    def __init__(self, ledger: Ledger, place: str, summary: Summary, author: str | None, batch: int, position: int) -> None:
        self.ledger, self.place, self.summary, self.author, self.batch = ledger, place, summary, author, batch
        self.position = position
        self.pending: list[tuple[Article, Sequence[Record]]] = []
        self.since = time.monotonic()

    def take(self, outcomes: Sequence[Outcome], workers: Workers[Got], watch: Watch) -> None:
        """Deal with outcomes one by one: failures are noted, what the ledger has is counted, the rest is read and kept for a batch."""
        there = self._known(outcomes)
        readings = workers.read([one for one in outcomes if not isinstance(one, Failure) and one.document not in there])
        for one in outcomes:
            if not isinstance(one, Failure) and one.document in there:
                self.summary.known += 1
            else:
                got = one if isinstance(one, Failure) else next(readings)
                if isinstance(got, Failure):
                    self.summary.failures.append(got)
                else:
                    self.pending.append(got)
            self.position += 1
            watch(self.summary, one.where if isinstance(one, Failure) else one.document)
            if len(self.pending) >= self.batch or (self.pending and time.monotonic() - self.since > LINGER):
                self.flush()

    def _known(self, outcomes: Sequence[Outcome]) -> set[str]:
        articles = [one for one in outcomes if not isinstance(one, Failure)]
        return {one.document for one, found in zip(articles, self.ledger.known(articles), strict=True) if found is not None}

    def flush(self) -> None:
        """Write what is pending; afterwards it is on disk."""
        self.summary.count(self.ledger.add_many(self.pending, author=self.author, source=(self.place, self.position)))
        self.pending = []
        self.since = time.monotonic()
