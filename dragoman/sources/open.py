"""From a place that a user names (file, folder, archive, address, standard input) to articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import InputError
from dragoman.model.article import Article
from dragoman.sources.archives import read_archive
from dragoman.sources.feeds import read_feed
from dragoman.sources.fetch import Fetcher
from dragoman.sources.lines import read_lines
from dragoman.sources.outcome import Failure, Outcome
from dragoman.sources.pages import is_page, read_page
from dragoman.sources.text import name_of, read_bytes, read_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

STREAMS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
ARCHIVES = (".warc", ".warc.gz")
FEEDS = (".rss", ".atom", ".xml")
LEDGERS = (".db", ".db-wal", ".db-shm", ".db-lock")


def open_article(path: str, *, lang: str | None = None, published: dt.date | None = None, fetcher: Fetcher | None = None) -> Article:
    """The one article in a text or HTML file, at an address, or on standard input (``-``).

    What the caller says of language and day wins over what the page says. Raises InputError, one line, where there is no article.
    """
    if path != "-" and path.lower().endswith((*STREAMS, *ARCHIVES)):
        raise InputError(f"{path}: a file of many articles; 'dragoman read' and 'dragoman ledger add' take it, this command one article")
    if "://" in path:
        answer = (fetcher or Fetcher()).get(path)
        if "html" not in answer.kind and not is_page(answer.data):
            raise InputError(f"{path}: the server sent {answer.kind}, not a page; give the address of an article")
        return _told(read_page(answer.data, path, url=answer.url, charset=answer.charset), lang, published)
    if path != "-" and (path.lower().endswith((".html", ".htm", ".xhtml")) or _looks_like_page(path)):
        return _told(read_page(read_bytes(path), name_of(path), document=Path(path).name), lang, published)
    document = name_of(path) if path == "-" else Path(path).name
    return Article(text=read_text(path), document=document, lang=lang, published=published)


def open_articles(
    place: str, *, lang: str | None = None, published: dt.date | None = None, fetcher: Fetcher | None = None
) -> Iterator[Outcome]:
    """Every article in ``place``: a file of one or of many, a folder with all below it, an address, standard input.

    ``lang`` and ``published`` fill in what an article does not say itself. What cannot be used comes as a Failure.
    """
    empty = True
    for outcome in _outcomes(place, lang, published, fetcher):
        empty = False
        yield outcome
    if empty:
        yield Failure(name_of(place), "there is no article in it; give texts, pages, JSON lines with a text, feeds or WARC files")


def _outcomes(place: str, lang: str | None, published: dt.date | None, fetcher: Fetcher | None) -> Iterator[Outcome]:
    try:
        if place != "-" and not place.startswith(("http://", "https://")) and Path(place).is_dir():
            for file in folder_files(Path(place)):
                yield from _outcomes(str(file), lang, published, fetcher)
        elif place.lower().endswith(STREAMS):
            yield from (_filled(one, lang, published) for one in read_lines(place))
        elif place.lower().endswith(ARCHIVES):
            yield from (_filled(one, lang, published) for one in read_archive(place))
        elif place.lower().endswith(FEEDS) and not place.startswith("http"):
            yield from (_filled(one, lang, published) for one in feed_articles(read_bytes(place), place))
        else:
            yield open_article(place, lang=lang, published=published, fetcher=fetcher)
    except InputError as error:
        where = name_of(place)
        yield Failure(where, str(error).removeprefix(f"{where}: "))


def check_places(places: Sequence[str]) -> None:
    """Raise InputError where none of the places is there at all, before anything is made for them."""
    here = [place for place in places if place == "-" or "://" in place or os.path.exists(place)]
    if not here:
        raise InputError(f"{', '.join(places)}: no such file or folder; check the names")


def holds_many(place: str) -> bool:
    """Whether a place may hold more than one article, by its name."""
    return place.lower().endswith((*STREAMS, *ARCHIVES, *FEEDS)) or (place != "-" and Path(place).is_dir())


def folder_files(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names, without hidden ones and without a ledger that lies there."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith(LEDGERS):
            continue
        if path.is_dir():
            yield from folder_files(path)
        elif path.is_file():
            yield path


def feed_articles(data: bytes, where: str) -> Iterator[Outcome]:
    """The articles that a feed carries in itself."""
    feed = read_feed(data, where)
    for item in feed.items:
        text = "\n\n".join(part for part in (item.title, item.text) if part)
        if not text:
            yield Failure(item.key, "the feed gives no text for this item")
            continue
        yield Article(
            text=text, document=item.url or item.key, lang=feed.lang, published=item.published, title=item.title, url=item.url,
            site=feed.title, author=item.author,
        )  # fmt: skip


def _looks_like_page(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return is_page(file.read(2048))
    except (OSError, ValueError):
        return False  # reading it will say why


def _told(article: Article, lang: str | None, published: dt.date | None) -> Article:
    return msgspec.structs.replace(article, lang=lang or article.lang, published=published or article.published)


def _filled(outcome: Outcome, lang: str | None, published: dt.date | None) -> Outcome:
    if isinstance(outcome, Failure):
        return outcome
    return msgspec.structs.replace(outcome, lang=outcome.lang or lang, published=outcome.published or published)
