"""Which formats there are, and how each is written to a place."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dragoman.ledger.entry import Entry
    from dragoman.ledger.store import Ledger

FORMATS = ("jsonl", "csv", "parquet", "polecat", "phoenix", "gdelt", "icews", "datapackage", "annotations")


def export(ledger: Ledger, entries: Iterable[Entry], form: str, place: str) -> int:
    """Write entries in one of `FORMATS` to a file (``-`` is standard output), a Data Package to a folder. Returns how many rows.

    GDELT writes a second file beside the first, with ``.mentions`` before its suffix.
    """
    if form not in FORMATS:
        raise InputError(f"--format {form}: no such format; there are {', '.join(FORMATS)}")
    if form == "datapackage":
        return _package(entries, place)
    if form == "parquet":
        return _parquet(entries, place)
    if form == "gdelt":
        return _gdelt(ledger, list(entries), place)
    with _text(place) as out:
        return _renderer(form, ledger)(entries, out)


def _renderer(form: str, ledger: Ledger) -> Callable[[Iterable[Entry], IO[str]], int]:
    from dragoman.views import annotations, csv, entries, icews, phoenix, polecat

    plain = {"jsonl": entries.render, "csv": csv.render, "polecat": polecat.render, "phoenix": phoenix.render, "icews": icews.render}
    if form in plain:
        return plain[form]

    def annotate(found: Iterable[Entry], out: IO[str]) -> int:
        return sum(annotations.render([one], out, texts=ledger.texts(source.document for source in one.sources)) for one in found)

    return annotate


def _gdelt(ledger: Ledger, entries: list[Entry], place: str) -> int:
    from dragoman.views import gdelt

    with _text(place) as out:
        count = gdelt.render(entries, out)
    if place != "-":
        texts = ledger.texts(source.document for entry in entries for source in entry.sources)
        path = Path(place)
        with _text(str(path.with_name(f"{path.stem}.mentions{path.suffix}"))) as out:
            gdelt.render_mentions(entries, out, lengths={document: len(text) for document, text in texts.items()})
    return count


def _parquet(entries: Iterable[Entry], place: str) -> int:
    from dragoman.views import parquet

    if place == "-":
        return parquet.render(entries, sys.stdout.buffer)
    with _open(place, "wb") as out:
        return parquet.render(entries, out)


def _package(entries: Iterable[Entry], place: str) -> int:
    from dragoman.views import datapackage

    if place == "-":
        raise InputError("--out: a Data Package is a folder; name one")
    return datapackage.render(entries, Path(place))


def _text(place: str) -> AbstractContextManager[Any]:
    return nullcontext(sys.stdout) if place == "-" else _open(place, "w")


def _open(place: str, mode: str) -> Any:
    try:
        return open(place, mode) if "b" in mode else open(place, mode, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"--out {place}: cannot be written ({error.strerror}); check the folder and its permissions") from None
