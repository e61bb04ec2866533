"""Reading the stored texts again with a newer version: old records are retired, never deleted, and decisions find the new ones."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from dragoman.errors import InputError
from dragoman.ledger import bulk
from dragoman.ledger.append import next_revision, renamed, write_records
from dragoman.ledger.ingest import read_article
from dragoman.ledger.merge import merge
from dragoman.ledger.store import user
from dragoman.ledger.tables import documents, records
from dragoman.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.ledger.ingest import Read
    from dragoman.ledger.store import Ledger
    from dragoman.model.record import Record


def reread(ledger: Ledger, ids: Iterable[str] = (), *, read: Read = read_article, author: str | None = None) -> tuple[int, int]:
    """Read documents again (all where no ids are given). Returns how many records were retired and how many are new.

    One transaction holds the retirement, the new records and the entries that follow, so nobody sees a ledger between two versions.
    Raises InputError for a document that the ledger does not have.
    """
    made = [_read_as_added(article, read) for article in _articles(ledger, ids)]
    with ledger.store.writing() as connection:
        revision = next_revision(connection, author or user(), f"read {len(made)} documents again")
        fresh: list[tuple[Article, list[Record]]] = []
        gone: list[str] = []
        for article, found in made:
            query = sa.select(records.c.id, records.c.retired).where(records.c.document == article.document)
            before = {row.id: row.retired for row in connection.execute(query)}
            now = {record.id for record in found}
            gone.extend(name for name, retired in before.items() if retired is None and name not in now)
            _revive(connection, [name for name in now if before.get(name) is not None])
            fresh.append((article, [record for record in found if record.id not in before]))
        _retire(connection, gone, revision)
        count = write_records(connection, fresh, revision)
        merge(connection, full=True)
    return len(gone), count


def _read_as_added(article: Article, read: Read) -> tuple[Article, Sequence[Record]]:
    """The article read as it was when it was added: a later version of a page under its first name, so that its records keep their ids."""
    first, mark, _ = article.document.rpartition("@")
    if not mark or article.document != f"{first}@{article.digest[:8]}":
        return read(article)
    found, made = read(msgspec.structs.replace(article, document=first))
    return renamed(found, made, article.document)


def _articles(ledger: Ledger, ids: Iterable[str]) -> list[Article]:
    wanted = sorted(set(ids))
    with ledger.store.reading() as connection:
        query = sa.select(documents)
        rows = list(bulk.select_in(connection, query, documents.c.id, wanted) if wanted else connection.execute(query))
        if missing := sorted(set(wanted) - {row.id for row in rows}):
            raise InputError(f"{', '.join(missing)}: no such document in {ledger.store.name}; 'dragoman ledger show' names documents")
        return [
            Article(
                text=row.text,
                document=row.id,
                lang=row.lang,
                published=dt.date.fromisoformat(row.published) if row.published else None,
                title=row.title,
                url=row.url,
                site=row.site,
                author=row.author,
            )
            for row in rows
        ]


def _retire(connection: sa.Connection, names: list[str], revision: int) -> None:
    for block in bulk.chunks(names):
        connection.execute(sa.update(records).where(records.c.id.in_(block)).values(retired=revision))


def _revive(connection: sa.Connection, names: list[str]) -> None:
    for block in bulk.chunks(names):
        connection.execute(sa.update(records).where(records.c.id.in_(block)).values(retired=None))
