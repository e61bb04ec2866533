"""An article as a source hands it over: plain text and what is known about it, before anything is read."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article.

    `text` is the text that offsets of records count in (code points). `document` is the id that records carry; `lang` an ISO 639-1
    code or None where it is to be detected; `published` the day of publication or None. `url`, `site` and `author` say where it
    came from, as far as the source tells. `site` names the voice (a newspaper, an agency, a ministry).
    """

    text: str
    document: str
    lang: str | None = None
    published: dt.date | None = None
    title: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text with white space folded: the same words at two addresses have one digest."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()
