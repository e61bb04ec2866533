"""Reading articles one after another, or in several processes at once: in the order given, and what befalls one befalls no other."""

from __future__ import annotations

import itertools
import multiprocessing
import signal
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.errors import DragomanError, InputError
from dragoman.sources.outcome import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from types import TracebackType

    from dragoman.model.article import Article

    Faults = tuple[type[Exception], ...]

Item = TypeVar("Item")
Got = TypeVar("Got")
"""What a reader makes of an article."""


def batches(values: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of at most ``size`` values."""
    rest = iter(values)
    while block := list(itertools.islice(rest, size)):
        yield block


def read_safely(read: Callable[[Article], Got], article: Article, fatal: Faults = ()) -> Got | Failure:
    """What a reader makes of an article, or why it could not: one that it stumbles over must not cost the others. Raises `fatal` errors,
    which are no article's fault.
    """
    try:
        return read(article)
    except fatal:
        raise
    except DragomanError as error:
        return Failure(article.document, str(error).removeprefix(f"{article.document}: "))
    except Exception as error:
        return Failure(article.document, f"could not be read ({type(error).__name__}: {error}); please report it")


class Workers(Generic[Got]):
    """So many processes that read; with one job, this process itself. To be used in a `with` block, which ends them."""

    def __init__(self, read: Callable[[Article], Got], jobs: int = 1, fatal: Faults = ()) -> None:
        """`fatal` errors end the reading. Raises `InputError` for less than one job."""
        if jobs < 1:
            raise InputError(f"--jobs: {jobs} is too few; give 1 or more")
        self._read, self._jobs, self._fatal = read, jobs, fatal
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers[Got]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def read(self, articles: Sequence[Article]) -> Iterator[Got | Failure]:
        """The articles as read, in their order."""
        if self._jobs == 1:
            yield from (read_safely(self._read, one, self._fatal) for one in articles)
            return
        from concurrent.futures.process import BrokenProcessPool

        self._pool = self._pool or _start(self._jobs)
        futures = [self._submit(self._pool, one) for one in articles]
        for article, future in zip(articles, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                self._pool = None  # one of the articles ended its process, and with it all: each of the rest is tried alone
                yield self._read_alone(article)

    def _submit(self, pool: ProcessPoolExecutor, article: Article) -> Future[Got | Failure]:
        return pool.submit(read_safely, self._read, article, self._fatal)

    def _read_alone(self, article: Article) -> Got | Failure:
        """An article as read in a process of its own."""
        from concurrent.futures.process import BrokenProcessPool

        with _start(1) as pool:
            try:
                return self._submit(pool, article).result()
            except BrokenProcessPool:
                return Failure(article.document, "could not be read (its process was ended); please report it")


def _start(jobs: int) -> ProcessPoolExecutor:
    """A pool of processes that start afresh: a copy of this one would copy its threads' locks and the ledger's open file."""
    from concurrent.futures import ProcessPoolExecutor

    ways = multiprocessing.get_all_start_methods()
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn"), _leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to deal with: it writes what has been read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
