"""What `dragoman read` and `dragoman explain` do with articles."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dragoman.cli.codebook import use_folder
from dragoman.errors import CodebookError, InputError, PackError
from dragoman.grammar.pack import load_pack
from dragoman.reader import Reading, check_scope, read_article
from dragoman.sources.days import parse_day
from dragoman.sources.open import holds_many, open_article, open_articles
from dragoman.sources.outcome import Failure
from dragoman.sources.workers import Workers, batches

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.model.article import Article
    from dragoman.sources.outcome import Outcome

_AHEAD = 8
"""Articles that each process is given at a time."""
FORMATS = ("table", "jsonl", "drawn")


def read_places(
    places: Sequence[str], form: str, published: str | None, lang: str | None, scope: str, codebook: str | None, jobs: int = 1
) -> int:
    """Read every article in the places, in so many processes, and write the readings in the order of the articles. Returns the exit
    code: 0, 3 where some failed, 2 where all did.

    Raises `InputError`, before any reading, for options that cannot be used, `CodebookError` for a fault in the user's
    own entries.
    """
    if form not in FORMATS:
        raise InputError(f"--format: {form!r} is not known; give one of {', '.join(FORMATS)}")
    day = _prepare(published, lang, scope, codebook)
    headed = form != "jsonl" and (len(places) > 1 or holds_many(places[0]))
    failed = done = 0
    for got in _readings(places, lang, day, scope, jobs):
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


def _readings(places: Sequence[str], lang: str | None, day: dt.date | None, scope: str, jobs: int) -> Iterator[Reading | Failure]:
    """A reading or what went wrong for each article, in order; one bad article does not cost the others."""
    with Workers(functools.partial(_shown, lang=lang, scope=scope), jobs, (PackError, CodebookError)) as workers:
        for block in batches(_outcomes(places, lang, day), 1 if jobs == 1 else _AHEAD * jobs):
            readings = workers.read([one for one in block if not isinstance(one, Failure)])
            for one in block:
                yield one if isinstance(one, Failure) else next(readings)


def _outcomes(places: Sequence[str], lang: str | None, day: dt.date | None) -> Iterator[Outcome]:
    for place in places:
        if place != "-" and Path(place).is_dir():
            yield Failure(place, "this is a folder; name its files, or read the whole folder with 'dragoman ledger add'")
        else:
            yield from open_articles(place, lang=lang, published=day)


def _shown(article: Article, lang: str | None, scope: str) -> Reading:
    """A reading as the formats show it: the layers below the mentions stay where they were made."""
    return msgspec.structs.replace(read_article(article, lang=lang, scope=scope), layers=())


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
