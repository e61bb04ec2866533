"""A Frictionless Data Package: a folder with tables, what their columns mean, the codebook and a citation."""

from __future__ import annotations

import csv
import itertools
import json
from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.views import csv as csv_view
from dragoman.views.codes import CODEBOOK
from dragoman.views.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dragoman.ledger.entry import Entry

RECORDS = {
    "record": ("string", "id of the record"),
    "entry": ("string", "entry that it belongs to"),
    "document": ("string", "document that makes the claim"),
    "kind": ("string", "event, relation, figure or statement"),
    "rule": ("string", "rule that made it"),
    "start": ("integer", "first character of the claim"),
    "end": ("integer", "character after the claim"),
    "claim": ("string", "the claim's words"),
    "json": ("string", "the whole record"),
}
DOCUMENTS = {
    "document": ("string", "id of the document"),
    "lang": ("string", "ISO 639-1"),
    "published": ("date", "day of publication"),
    "title": ("string", "headline"),
    "url": ("string", "address"),
    "site": ("string", "who published it"),
}
CITATION = (
    "cff-version: 1.2.0\nmessage: Cite this data set as follows.\ntitle: {title}\ntype: dataset\n"
    'authors: [{{name: "The Dragoman developers"}}]\nversion: "0.1.0"\n'
)


def render(entries: Iterable[Entry], out: Path, *, title: str = "A ledger of relations between states") -> int:
    """Write the package into the folder ``out``. Returns how many entries it holds."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: a data package is a folder, and a file of this name stands there; give another --out")
    out.mkdir(parents=True, exist_ok=True)
    everything = list(entries)
    with open(out / "entries.csv", "w", encoding="utf-8", newline="") as file:
        count = csv_view.render(everything, file)
    _write(out / "records.csv", RECORDS, _records(everything))
    _write(out / "documents.csv", DOCUMENTS, _documents(everything))
    (out / "codebook.yml").write_bytes((CODEBOOK / "plover.yml").read_bytes())
    (out / "CITATION.cff").write_text(CITATION.format(title=title), encoding="utf-8")
    package = {
        "profile": "tabular-data-package",
        "name": "dragoman-ledger",
        "title": title,
        "description": "Each entry is one deed, relation, figure or statement, with every record of it; codebook.yml explains the codes.",
        "resources": [
            _resource("entries", COLUMNS, "entry"),
            _resource("records", RECORDS, "record", [("entry", "entries", "entry"), ("document", "documents", "document")]),
            _resource("documents", DOCUMENTS, "document"),
        ],
    }
    (out / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return count


def _records(entries: Iterable[Entry]) -> Iterator[list[Any]]:
    from dragoman.ledger.rows import encode

    for entry in entries:
        for one in entry.records:
            spot = one.evidence[0]
            yield [one.id, entry.id, one.document, one.kind, one.rule, spot.start, spot.end, spot.text, encode(one)]


def _documents(entries: Iterable[Entry]) -> Iterator[list[Any]]:
    sources = {one.document: one for one in itertools.chain.from_iterable(entry.sources for entry in entries)}
    for _, one in sorted(sources.items()):
        yield [one.document, one.lang, one.published, one.title, one.url, one.site]


def _write(path: Path, columns: dict[str, tuple[str, str]], rows: Iterable[list[Any]]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([csv_view.escape(value) for value in row] for row in rows)


def _resource(name: str, columns: dict[str, tuple[str, str]], key: str, foreign: Iterable[tuple[str, str, str]] = ()) -> dict[str, Any]:
    fields = [{"name": column, "type": kind, "description": meaning} for column, (kind, meaning) in columns.items()]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": key, "missingValues": [""]}
    if ties := [{"fields": own, "reference": {"resource": table, "fields": theirs}} for own, table, theirs in foreign]:
        schema["foreignKeys"] = ties
    return {"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "encoding": "utf-8", "format": "csv", "schema": schema}
