"""What a source gives: articles, and failures as values beside them, so that one bad document does not stop a batch."""

from __future__ import annotations

import msgspec

from dragoman.model.article import Article


class Failure(msgspec.Struct, frozen=True):
    """A document that could not be used: `where` names file, line or address, `why` is one line."""

    where: str
    why: str


Outcome = Article | Failure
