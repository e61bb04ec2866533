"""Records as rows, and rows as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.ledger.edtf import days_of
from dragoman.ledger.fold import index_of
from dragoman.model.record import Event, Figure, Participant, Record, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model.article import Article

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Event | Relation | Figure | Statement)


def encode(value: Any) -> str:
    """JSON text of a typed value."""
    return _encoder.encode(value).decode()


def decode_record(payload: str) -> Record:
    """The record that `encode` wrote."""
    return _decoder.decode(payload)


def roles_of(record: Record) -> Iterator[tuple[str, Participant]]:
    """Every participant with the part it plays, in the order of the contract's fields."""
    match record:
        case Event():
            groups = [("actor", record.actors), ("recipient", record.recipients)]
        case Relation():
            groups = [("side", record.sides)]
        case Figure():
            groups = [("of", record.of), ("to", record.to)]
        case Statement():
            speaker = (record.speaker,) if record.speaker else ()
            groups = [("speaker", speaker), ("addressee", record.addressees), ("about", record.about)]
    if record.said_by:
        groups.append(("said_by", (record.said_by,)))
    for role, people in groups:
        for one in people:
            yield role, one


def side_of(one: Participant) -> str:
    """What dyads are made of: the state's code, else the organisation's id, else the name."""
    return one.country or one.id or one.name


def sides_of(record: Record) -> frozenset[str]:
    """All sides of a record but those on whose word it rests."""
    return frozenset(side_of(one) for role, one in roles_of(record) if role != "said_by")


def type_of(record: Record) -> str | None:
    """What a record is of within its kind: event type, change or level of a relation, measure, stance of a statement."""
    match record:
        case Event():
            return record.type
        case Relation():
            return record.change or record.level
        case Figure():
            return record.measure
        case Statement():
            return record.stance


def family_of(rule: str) -> str:
    """A rule without its language: ``pl/frames/SUPPORT#sign`` and ``ru/frames/SUPPORT#sign`` are of one family."""
    return rule.rsplit("/", 1)[-1]


def record_row(record: Record, article: Article, number: int, revision: int) -> dict[str, Any]:
    """The row of `tables.records`."""
    first, last = days_of(record.when.edtf if record.when else None)
    names = [one.name for _, one in roles_of(record)] + ([record.where.name] if record.where else [])
    place = record.evidence[0] if record.evidence else None
    return {
        "number": number,
        "id": record.id,
        "document": article.document,
        "kind": record.kind,
        "type": type_of(record),
        "modality": record.modality,
        "day_first": first.isoformat() if first else None,
        "day_last": last.isoformat() if last else None,
        "published": article.published.isoformat() if article.published else None,
        "place": record.where.country if record.where else None,
        "rule": record.rule,
        "confidence": record.confidence,
        "start": place.start if place else 0,
        "end": place.end if place else 0,
        "payload": encode(record),
        "folded": index_of(" ".join(piece.text for piece in record.evidence), article.lang, names),
        "revision": revision,
        "retired": None,
    }


def participant_rows(record: Record) -> list[dict[str, Any]]:
    """The rows of `tables.participants`."""
    return [
        {
            "record": record.id,
            "role": role,
            "side": side_of(one),
            "name": one.name,
            "country": one.country,
            "sector": one.sector,
            "actor": one.id,
        }
        for role, one in roles_of(record)
    ]


def document_row(article: Article, revision: int) -> dict[str, Any]:
    """The row of `tables.documents`."""
    return {
        "id": article.document,
        "digest": article.digest,
        "lang": article.lang,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "url": article.url,
        "site": article.site,
        "author": article.author,
        "text": article.text.replace("\x00", "\ufffd"),  # PostgreSQL has no text with NUL; offsets stay
        "revision": revision,
    }
