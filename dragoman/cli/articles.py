"""What `dragoman read` and `dragoman explain` do with articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.codebook import use_folder
from dragoman.errors import InputError
from dragoman.grammar.pack import load_pack
from dragoman.reader import Reading, check_scope, read_article
from dragoman.sources.days import parse_day
from dragoman.sources.open import holds_many, open_article, open_articles
from dragoman.sources.outcome import Failure

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.model.article import Article

FORMATS = ("table", "jsonl", "drawn")


def read_places(places: Sequence[str], form: str, published: str | None, lang: str | None, scope: str, codebook: str | None) -> int:
    """Read every article in the places and write the readings one after another. Returns the exit code: 0, 3 where some failed,
    2 where all did.

    Raises `InputError`, before any reading, for options that cannot be used, `CodebookError` for a fault in the user's
    own entries.
    """
    if form not in FORMATS:
        raise InputError(f"--format: {form!r} is not known; give one of {', '.join(FORMATS)}")
    day = _prepare(published, lang, scope, codebook)
    headed = form != "jsonl" and (len(places) > 1 or holds_many(places[0]))
    failed = done = 0
    for got in _readings(places, lang, day, scope):
        if isinstance(got, Failure):
            failed += 1
            print(f"dragoman: {got.where}: {got.why}", file=sys.stderr)
            continue
        done += 1
        if headed:
            print(f"{got.document}\n")
        show(got, form)
    return (3 if done else 2) if failed else 0


def read_file(path: str, published: str | None, lang: str | None, scope: str = "interstate", codebook: str | None = None) -> Reading:
    """The reading of one text or HTML file, address or standard input; what the caller says of day and language wins over the
    page, and a text's letters over the language that the page declares.

    Raises `InputError` for a file, date, language or scope that cannot be used, `CodebookError` for a fault in the user's own entries.
    """
    day = _prepare(published, lang, scope, codebook)
    return read_article(open_article(path, lang=lang, published=day), lang=lang, scope=scope)


def _prepare(published: str | None, lang: str | None, scope: str, codebook: str | None) -> dt.date | None:
    """Check the options that hold for every article; the day of publication that they tell."""
    check_scope(scope)
    if lang:
        load_pack(lang)
    use_folder(codebook)
    return parse_day(published) if published else None


def _readings(places: Sequence[str], lang: str | None, day: dt.date | None, scope: str) -> Iterator[Reading | Failure]:
    """A reading or what went wrong for each article, in order; one bad article does not cost the others."""
    for place in places:
        if place != "-" and Path(place).is_dir():
            yield Failure(place, "this is a folder; name its files, or read the whole folder with 'dragoman ledger add'")
            continue
        for one in open_articles(place, lang=lang, published=day):
            yield one if isinstance(one, Failure) else _reading_of(one, lang, scope)


def _reading_of(article: Article, lang: str | None, scope: str) -> Reading | Failure:
    try:
        return read_article(article, lang=lang, scope=scope)
    except InputError as error:
        return Failure(article.document, str(error))


def show(reading: Reading, form: str) -> None:
    """Write a reading on standard output in one of `FORMATS`."""
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
