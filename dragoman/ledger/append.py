"""Appending articles with their records: one batch, one transaction, and nothing twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import sqlalchemy as sa

from dragoman.ledger import bulk
from dragoman.ledger.rows import document_row, participant_rows, record_row
from dragoman.ledger.tables import aliases, documents, participants, records, revisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model.article import Article
    from dragoman.model.record import Record


class Added(msgspec.Struct, frozen=True):
    """What became of one article.

    `outcome` is added, known (the same article was there) or alias (the same words were there under `document`, and the new name or
    address is noted with it). `records` counts the records that were written.
    """

    document: str
    outcome: Literal["added", "known", "alias"]
    records: int = 0


class _Batch:
    """The rows that one transaction writes, gathered before any is written."""

    def __init__(self) -> None:
        self.documents: list[tuple[Article, Sequence[Record]]] = []
        self.aliases: dict[str, tuple[str, Article]] = {}
        self.outcomes: list[Added] = []


def append(connection: sa.Connection, articles: Sequence[tuple[Article, Sequence[Record]]], author: str) -> list[Added]:
    """Write the articles that are new; the answer has one `Added` for each article, in order."""
    batch = _sort_out(connection, articles)
    if batch.documents or batch.aliases:
        revision = next_revision(connection, author, f"added {len(batch.documents)} documents")
        _write(connection, batch, revision)
    return batch.outcomes


def next_revision(connection: sa.Connection, author: str, what: str) -> int:
    """Open a revision: every row that a transaction appends carries its number."""
    number = 1 + (connection.scalar(sa.select(sa.func.max(revisions.c.number))) or 0)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    connection.execute(sa.insert(revisions).values(number=number, at=now, author=author, what=what))
    return number


def known_names(connection: sa.Connection, articles: Sequence[Article]) -> dict[str, str]:
    """Document id by every id, address and digest (as ``#digest``) of ``articles`` that the ledger has."""
    names = {name for article in articles for name in names_of(article)}
    found: dict[str, str] = {}
    by_id = sa.select(documents.c.id, documents.c.digest)
    for row in bulk.select_in(connection, by_id, documents.c.id, names):
        found[row.id] = row.id
        found[f"{row.id}#"] = row.digest
    for row in bulk.select_in(connection, by_id, documents.c.digest, {article.digest for article in articles}):
        found[f"#{row.digest}"] = row.id
    for row in bulk.select_in(connection, sa.select(aliases.c.name, aliases.c.document), aliases.c.name, names):
        found[row.name] = row.document
    return found


def names_of(article: Article) -> list[str]:
    """The document id and the address of an article: either makes it the same one."""
    return [article.document, *([article.url] if article.url and article.url != article.document else [])]


def _sort_out(connection: sa.Connection, articles: Sequence[tuple[Article, Sequence[Record]]]) -> _Batch:
    batch = _Batch()
    found = known_names(connection, [article for article, _ in articles])
    for article, made in articles:
        there = found.get(f"#{article.digest}")
        if there is not None:
            new = [name for name in names_of(article) if name not in found and name != there]
            batch.aliases.update((name, (there, article)) for name in new)
            found.update((name, there) for name in new)
            batch.outcomes.append(Added(there, "alias" if new else "known"))
            continue
        if article.document in found:  # the same address, other words: a later version of the page is a document of its own
            article, made = renamed(article, made, f"{article.document}@{article.digest[:8]}")
        found[article.document] = found[f"#{article.digest}"] = article.document
        if article.url and article.url not in found:
            found[article.url] = article.document
            if article.url != article.document:
                batch.aliases[article.url] = (article.document, article)
        batch.documents.append((article, made))
        batch.outcomes.append(Added(article.document, "added", len(made)))
    return batch


def renamed(article: Article, made: Sequence[Record], document: str) -> tuple[Article, list[Record]]:
    """The article and its records under another document id."""
    suffix = document.rpartition("@")[2]
    return (
        msgspec.structs.replace(article, document=document),
        [msgspec.structs.replace(record, document=document, id=f"{record.id}-{suffix}") for record in made],
    )


def _write(connection: sa.Connection, batch: _Batch, revision: int) -> None:
    bulk.insert(connection, documents, [document_row(article, revision) for article, _ in batch.documents])
    bulk.insert(
        connection,
        aliases,
        [
            {
                "name": name,
                "document": there,
                "site": article.site,
                "published": article.published.isoformat() if article.published else None,
            }
            for name, (there, article) in batch.aliases.items()
        ],
    )
    write_records(connection, batch.documents, revision)


def write_records(connection: sa.Connection, batch: Sequence[tuple[Article, Sequence[Record]]], revision: int) -> int:
    """Write records with their participants and index them for searching. Returns how many were written."""
    number = connection.scalar(sa.select(sa.func.max(records.c.number))) or 0
    fresh = {record.id: (record, article) for article, made in reversed(batch) for record in reversed(made)}
    folded: list[tuple[int, str]] = []

    def rows() -> Iterator[dict[str, Any]]:
        for place, (record, article) in enumerate(reversed(fresh.values()), number + 1):
            row = record_row(record, article, place, revision)
            folded.append((place, row["folded"]))
            yield row

    bulk.insert(connection, records, rows())
    bulk.insert(connection, participants, (row for record, _ in reversed(fresh.values()) for row in participant_rows(record)))
    if connection.dialect.name == "sqlite" and folded:
        connection.exec_driver_sql("INSERT INTO search(rowid, folded) VALUES (?, ?)", folded)
    return len(folded)
