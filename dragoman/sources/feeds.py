"""RSS and Atom feeds."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import Any

import msgspec

from dragoman.errors import InputError

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</p>|<br\s*/?>|</div>|</li>", re.IGNORECASE)


class Item(msgspec.Struct, frozen=True):
    """An entry of a feed: `key` tells it from others, `text` is what the feed itself says of it."""

    key: str
    url: str | None
    title: str | None
    published: dt.date | None
    author: str | None
    text: str


class Feed(msgspec.Struct, frozen=True):
    """A feed as it is now."""

    title: str | None
    lang: str | None
    items: tuple[Item, ...]


def read_feed(data: bytes, where: str) -> Feed:
    """The items of a feed, oldest first. Raises InputError for anything that is no feed."""
    try:
        import feedparser
    except ImportError:
        raise InputError(f"{where}: feeds need the package feedparser; install dragoman[web]") from None
    found: Any = feedparser.parse(data)
    if not found.version:
        raise InputError(f"{where}: no RSS or Atom feed; give the address of a feed")
    lang = (found.feed.get("language") or "")[:2].lower() or None
    items = tuple(_item(entry, where) for entry in reversed(found.entries))
    return Feed(found.feed.get("title"), lang, items)


def _item(entry: Any, where: str) -> Item:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    content = entry.get("content") or [{"value": entry.get("summary") or ""}]
    url = entry.get("link")
    return Item(
        key=entry.get("id") or url or f"{where}#{entry.get('title', '')}",
        url=url,
        title=entry.get("title"),
        published=dt.date(*moment[:3]) if moment else None,
        author=entry.get("author"),
        text=plain(content[0].get("value") or ""),
    )


def plain(html: str) -> str:
    """The text of a fragment of HTML, its paragraphs on lines of their own."""
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub(" ", _BREAK.sub("\n", html))).split("\n"))
    return "\n\n".join(line for line in lines if line)
