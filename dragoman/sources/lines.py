"""JSON lines: one article a line, read as a stream of any length."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import msgspec

from dragoman.errors import InputError
from dragoman.model.article import Article
from dragoman.sources.days import parse_day
from dragoman.sources.outcome import Failure, Outcome
from dragoman.sources.text import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator


class Line(msgspec.Struct):
    """The fields that a line may have; others are passed over. `text` alone is needed; a name is made from the line where none is given."""

    text: str
    doc: str | None = None
    id: str | None = None
    document: str | None = None
    lang: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None


_decoder = msgspec.json.Decoder(Line)


def read_lines(path: str) -> Iterator[Outcome]:
    """Articles of a JSONL file (gzipped where the name ends in .gz); a line that cannot be used is a Failure that names it."""
    with open_stream(path) as file:
        number = 0
        while line := file.readline(LIMIT):
            number += 1
            if line.strip():
                yield _article(line, path, number)


def open_stream(path: str) -> IO[bytes]:
    """A file to be read as a stream. Raises InputError where it cannot be opened."""
    try:
        file = gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")  # noqa: SIM115  closed by the caller
        return cast("IO[bytes]", file)
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); check the name and its permissions") from None


def _article(line: bytes, path: str, number: int) -> Outcome:
    where = f"{path}:{number}"
    try:
        row = _decoder.decode(line)
        if not row.text.strip():
            raise InputError(f"{where}: empty text; every line needs one")
        published = parse_day(row.published, where) if row.published else None
    except msgspec.DecodeError as error:
        return Failure(where, f"not a line of JSON with a text ({error}); one object a line, with doc, lang, published, text")
    except UnicodeDecodeError:
        return Failure(where, "not UTF-8; JSON lines are UTF-8")
    except InputError as error:
        return Failure(where, str(error).removeprefix(f"{where}: "))
    fields: dict[str, Any] = {name: getattr(row, name) for name in ("lang", "title", "url", "site", "author")}
    name = row.doc or row.document or row.id or row.url or f"{Path(path).name}:{number}"
    return Article(text=row.text.replace("\r\n", "\n"), document=name, published=published, **fields)
