"""What `dragoman read` and `dragoman explain` do with one article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dragoman.cli.codebook import use_folder
from dragoman.errors import InputError
from dragoman.reader import Reading, read
from dragoman.sources.days import parse_day
from dragoman.sources.open import open_article
from dragoman.text.identify import settle

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = ("table", "jsonl", "drawn")


def read_file(path: str, published: str | None, lang: str | None, scope: str = "interstate", codebook: str | None = None) -> Reading:
    """The reading of one text or HTML file, address or standard input; what the caller says of day and language wins over the
    page, and a text's letters over the language that the page declares.

    Raises `InputError` for a file, date, language or scope that cannot be used, `CodebookError` for a fault in the user's own entries.
    """
    if scope not in ("interstate", "all"):
        raise InputError(f"--scope: {scope!r} is not known; give interstate or all")
    day = parse_day(published) if published else None
    use_folder(codebook)
    one = open_article(path, lang=lang, published=day)
    known = lang or settle(one.text, one.lang)
    return read(one.text, lang=known, published=one.published, document=one.document, scope=scope)


def show(reading: Reading, form: str) -> None:
    """Write a reading on standard output in one of `FORMATS`."""
    if form not in FORMATS:
        raise InputError(f"--format: {form!r} is not known; give one of {', '.join(FORMATS)}")
    if form == "jsonl":
        sys.stdout.write(reading.jsonl())
        return
    render: Callable[[Reading], None]
    if form == "table":
        from dragoman.views.table import render
    else:
        from dragoman.views.drawn import render
    render(reading)


def explain_file(path: str, published: str | None, lang: str | None, record: str | None, sentence: int | None) -> None:
    """Write the layers of a reading. Raises `InputError` for a record or sentence that is not there."""
    from dragoman.views.explained import render

    reading = read_file(path, published, lang)
    wanted = range(len(reading.sentences))
    if sentence is not None:
        if not 1 <= sentence <= len(reading.sentences):
            raise InputError(f"--sentence: there are {len(reading.sentences)} sentences; give a number from 1 to that")
        wanted = range(sentence - 1, sentence)
    if record is not None:
        found = [one for one in reading.records if one.id.startswith(record)]
        if not found:
            raise InputError(f"--record: no record's id begins with {record!r}; `dragoman read --format jsonl` lists them")
        start = found[0].evidence[0].start
        wanted = range(*next((at, at + 1) for at, one in enumerate(reading.sentences) if one.start <= start < one.end))
    render(reading, wanted)
