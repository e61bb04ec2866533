"""Following feeds: each is asked whether it has changed, new items are fetched, read and added, and what has been seen is remembered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from dragoman.errors import DragomanError, InputError
from dragoman.ledger import bulk
from dragoman.ledger.append import append
from dragoman.ledger.ingest import Summary, read_article
from dragoman.ledger.store import user
from dragoman.ledger.tables import feeds, seen
from dragoman.model.article import Article
from dragoman.sources.feeds import Feed, Item, read_feed
from dragoman.sources.open import open_article
from dragoman.sources.outcome import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.ledger.ingest import Read
    from dragoman.ledger.store import Ledger
    from dragoman.sources.fetch import Answer, Fetcher


def look(
    ledger: Ledger,
    urls: Sequence[str],
    fetcher: Fetcher,
    *,
    read: Read = read_article,
    watch: Callable[[Summary, str], None] = lambda summary, where: None,
) -> Summary:
    """Look at every feed once. Each item is written with the mark that it was seen, so an interrupted look goes on where it stopped.

    What the feed says about its state (ETag, Last-Modified) is kept only when all of its items are done.
    """
    summary = Summary()
    for url in urls:
        try:
            _look(ledger, url, fetcher, read, summary, watch)
        except InputError as error:
            summary.failures.append(Failure(url, str(error).removeprefix(f"{url}: ")))
            _note(ledger, url, None, failed=True)
    return summary


def _look(ledger: Ledger, url: str, fetcher: Fetcher, read: Read, summary: Summary, watch: Callable[[Summary, str], None]) -> None:
    with ledger.store.reading() as connection:
        last = connection.execute(sa.select(feeds).where(feeds.c.url == url)).one_or_none()
    answer = fetcher.get(url, etag=last.etag if last else None, modified=last.modified if last else None)
    if answer.status == 304:
        _note(ledger, url, None)
        return
    feed = read_feed(answer.data, url)
    for item in _unseen(ledger, feed):
        _add(ledger, url, feed, item, fetcher, read, summary)
        watch(summary, item.url or item.key)
    _note(ledger, url, answer)


def _unseen(ledger: Ledger, feed: Feed) -> list[Item]:
    with ledger.store.reading() as connection:
        query = sa.select(seen.c.item)
        known = {row.item for row in bulk.select_in(connection, query, seen.c.item, [item.key for item in feed.items])}
    return [item for item in feed.items if item.key not in known]


def _add(ledger: Ledger, url: str, feed: Feed, item: Item, fetcher: Fetcher, read: Read, summary: Summary) -> None:
    """Read one item and write it, together with the mark. An item that fails is marked too: it will not be better next time."""
    made = []
    try:
        made = [read(_article(item, feed, fetcher))]
    except DragomanError as error:
        summary.failures.append(Failure(item.url or item.key, str(error).removeprefix(f"{item.url}: ")))
    with ledger.store.writing() as connection:
        summary.count(append(connection, made, user()))
        document = made[0][0].document if made else None
        connection.execute(sa.insert(seen).values(item=item.key, feed=url, document=document))


def _article(item: Item, feed: Feed, fetcher: Fetcher) -> Article:
    """The page of an item; where it cannot be had, the text that the feed carries."""
    try:
        if item.url is None:
            raise InputError(f"{item.key}: the feed names no page")
        article = open_article(item.url, lang=None, published=item.published, fetcher=fetcher)
        return msgspec.structs.replace(
            article,
            document=item.url,
            url=item.url,
            lang=article.lang or feed.lang,
            title=article.title or item.title,
            site=article.site or feed.title,
        )
    except InputError:
        if len(item.text) < 200:  # a teaser is no article
            raise
        text = "\n\n".join(part for part in (item.title, item.text) if part)
        return Article(
            text=text, document=item.url or item.key, lang=feed.lang, published=item.published, title=item.title, url=item.url,
            site=feed.title, author=item.author,
        )  # fmt: skip


def _note(ledger: Ledger, url: str, answer: Answer | None, *, failed: bool = False) -> None:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    with ledger.store.writing() as connection:
        last = connection.execute(sa.select(feeds).where(feeds.c.url == url)).one_or_none()
        row = {
            "url": url,
            "etag": answer.etag if answer else (last.etag if last else None),
            "modified": answer.modified if answer else (last.modified if last else None),
            "checked": now,
            "failures": (last.failures if last else 0) + 1 if failed else 0,
        }
        connection.execute(sa.delete(feeds).where(feeds.c.url == url))
        connection.execute(sa.insert(feeds).values(row))
