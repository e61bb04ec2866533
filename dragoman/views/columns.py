"""The columns of the plain tables (CSV, Parquet, Data Package): one row an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.ledger.rows import roles_of, side_of
from dragoman.model.record import Event, Figure, Quantity, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.ledger.entry import Entry
    from dragoman.model.record import Participant, Record

COLUMNS: dict[str, tuple[str, str]] = {
    "entry": ("string", "stable id of the entry"),
    "kind": ("string", "event, relation, figure or statement"),
    "type": ("string", "PLOVER event type; change or level; measure; stance"),
    "mode": ("string", "PLOVER mode"),
    "modality": ("string", "actual, future, hypothetical, negated, historical"),
    "status": ("string", "open, accepted, corrected, rejected"),
    "side_a": ("string", "first side of the dyad by code: ISO 3166-1 alpha-3, an organisation's id, or a name"),
    "side_b": ("string", "second side of the dyad"),
    "actors": ("string", "those who act, speak, give or share, ';' between them"),
    "recipients": ("string", "those acted upon, spoken of, given to"),
    "when": ("string", "day or period as EDTF (ISO 8601-2)"),
    "day_first": ("date", "first day that it can mean"),
    "day_last": ("date", "last day that it can mean"),
    "place": ("string", "where it happened"),
    "country": ("string", "ISO 3166-1 alpha-3 of the place"),
    "contexts": ("string", "PLOVER contexts"),
    "instrument": ("string", "form of what was signed, negotiated or left"),
    "title": ("string", "its title"),
    "act": ("string", "signed, announced, negotiated, ratified, joined, extended, suspended, terminated, withdrawn, breached"),
    "low": ("number", "lower end of the quantity"),
    "high": ("number", "upper end of the quantity"),
    "unit": ("string", "ISO 4217, 1, % or UCUM"),
    "said_by": ("string", "on whose word alone the claim rests"),
    "sources": ("integer", "voices that do not repeat each other"),
    "records": ("integer", "records that tell the entry"),
    "first_seen": ("date", "publication of the first document"),
    "last_seen": ("date", "publication of the last document"),
    "disagreements": ("string", "fields on which records differ, with the values"),
    "claim": ("string", "the clause that tells it best"),
    "document": ("string", "document of that clause"),
    "start": ("integer", "first character of the clause"),
    "end": ("integer", "character after the clause"),
    "url": ("string", "address of that document"),
    "rule": ("string", "rule that made the record"),
    "confidence": ("number", "0 to 1"),
}
"""Column, its type (Frictionless names), what it means."""


def rows(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """One row an entry, with every column of `COLUMNS`."""
    for entry in entries:
        best = entry.best
        source = next((one for one in entry.sources if one.document == best.document), None)
        sides = [*entry.sides, "", ""]
        yield {
            "entry": entry.id,
            "kind": entry.kind,
            "type": entry.type,
            "modality": entry.modality,
            "status": entry.status,
            "side_a": sides[0] or None,
            "side_b": sides[1] or None,
            "when": entry.when,
            "day_first": entry.day_first,
            "day_last": entry.day_last,
            "sources": entry.voices,
            "records": len(entry.records),
            "first_seen": entry.first_seen,
            "last_seen": entry.last_seen,
            "disagreements": disagreements(entry),
            "url": source.url if source else None,
            **_of_record(best),
            **_quantity(best),
        }


def disagreements(entry: Entry) -> str | None:
    """All disagreements on one line: ``quantity: 27 | 28; when: 2025-11-11 | 2025-11-12``."""
    parts = [f"{one.field}: {' | '.join(variant.value for variant in one.variants)}" for one in entry.disagreements]
    return "; ".join(parts) or None


def _of_record(record: Record) -> dict[str, Any]:
    event = record if isinstance(record, Event) else None
    instrument = event.instrument if event else None
    people = list(roles_of(record))
    return {
        "mode": event.mode if event else None,
        "actors": _names(one for role, one in people if role in ("actor", "side", "of", "speaker")),
        "recipients": _names(one for role, one in people if role in ("recipient", "to", "about", "addressee")),
        "place": record.where.name if record.where else None,
        "country": record.where.country if record.where else None,
        "contexts": ";".join(event.contexts) or None if event else None,
        "instrument": instrument.form if instrument else None,
        "title": instrument.title if instrument else None,
        "act": instrument.act if instrument else None,
        "said_by": side_of(record.said_by) if record.said_by else None,
        "claim": record.evidence[0].text,
        "document": record.document,
        "start": record.evidence[0].start,
        "end": record.evidence[0].end,
        "rule": record.rule,
        "confidence": record.confidence,
    }


def _names(people: Iterable[Participant]) -> str | None:
    return ";".join(dict.fromkeys(f"{one.name} [{side_of(one)}]" for one in people)) or None


def _quantity(record: Record) -> dict[str, Any]:
    value: Quantity | None = None
    match record:
        case Figure():
            value = record.value
        case Event():
            value = record.quantity or (record.instrument.value if record.instrument else None)
        case Relation() | Statement():
            pass
    if value is None:
        return {"low": None, "high": None, "unit": None}
    return {"low": value.low, "high": value.high, "unit": value.unit}
