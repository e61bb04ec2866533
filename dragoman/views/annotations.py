"""W3C Web Annotations: each claim pinned to its characters, for any annotation tool.

One JSON object a line. Positions are Unicode code points, as everywhere here; a JavaScript reader has to convert.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.ledger.entry import Entry, Source
    from dragoman.model.record import Evidence, Record

AROUND = 32
"""Characters of prefix and suffix that help a tool find the quote again."""


def render(entries: Iterable[Entry], out: IO[str], *, texts: Mapping[str, str] | None = None) -> int:
    """Write an annotation for each record. ``texts`` are the documents' texts, for prefix and suffix. Returns how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    for entry in entries:
        sources = {one.document: one for one in entry.sources}
        for record in entry.records:
            made = annotation(entry, record, sources[record.document or ""], (texts or {}).get(record.document or ""))
            out.write(encoder.encode(made).decode() + "\n")
            count += 1
    return count


def annotation(entry: Entry, record: Record, source: Source, text: str | None) -> dict[str, Any]:
    """One record as a Web Annotation."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": f"urn:dragoman:record:{record.id}",
        "motivation": "classifying",
        "creator": {"type": "Software", "name": "Dragoman"},
        "body": {
            "type": "Dataset",
            "id": f"urn:dragoman:entry:{entry.id}",
            "format": "application/json",
            "value": msgspec.to_builtins(record),
        },
        "target": [
            {"source": source.url or f"urn:dragoman:document:{source.document}", "selector": _selectors(piece, text)}
            for piece in record.evidence
        ],
    }


def _selectors(piece: Evidence, text: str | None) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": piece.text}
    if text is not None:
        quote |= {"prefix": text[max(0, piece.start - AROUND) : piece.start], "suffix": text[piece.end : piece.end + AROUND]}
    return [{"type": "TextPositionSelector", "start": piece.start, "end": piece.end}, quote]
