"""Web pages: the article's text without menus and advertisements, and what the page says about itself."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import InputError
from dragoman.model.article import Article
from dragoman.sources.days import day_or_none
from dragoman.sources.encodings import decode

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_LANG = re.compile(r"""<html[^>]*?\blang\s*=\s*["']?([A-Za-z]{2})\b""", re.IGNORECASE)
_HEAD = 8_192
"""Bytes at the start of a page in which it must name its charset."""


def is_page(data: bytes) -> bool:
    """True for bytes that begin like HTML."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in data[:2048].lower())


def page_text(data: bytes, where: str, charset: str | None = None) -> str:
    """The page's HTML as text, by the charset of the header, of the page, or by the letters."""
    named = _CHARSET.search(data[:_HEAD])
    for name in (charset, named[1].decode("ascii") if named else None):
        if name:
            try:
                return data.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue
    return decode(data, where)


def read_page(data: bytes, where: str, *, url: str | None = None, charset: str | None = None, document: str | None = None) -> Article:
    """The article on a page: its headline is the first paragraph of the text. Raises InputError for a page without an article."""
    import trafilatura

    html = page_text(data, where, charset)
    found: Any = trafilatura.bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False, "original_date": True}
    )
    body = (found.text or "").strip() if found else ""
    if not body:
        raise InputError(f"{where}: no article found on this page; save its text as a plain file")
    title = (found.title or "").strip() or None
    lang = _LANG.search(html[:20_000])
    address = url or found.url
    return Article(
        text=body if not title or body.startswith(title) else f"{title}\n\n{body}",
        document=document or address or where,
        lang=lang[1].lower() if lang else None,
        published=day_or_none(found.date),
        title=title,
        url=address,
        site=found.sitename or (urlsplit(address).hostname if address else None),
        author=found.author,
    )
