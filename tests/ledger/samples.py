"""Articles and records made by hand, so that the ledger is tested without the reader."""

from __future__ import annotations

import datetime as dt
import hashlib

from dragoman.model.article import Article
from dragoman.model.record import Event, Evidence, Figure, Participant, Quantity, Statement, When, Where


def state(code: str, name: str | None = None) -> Participant:
    return Participant(name or code, code)


def person(code: str, name: str, sector: str = "GOV") -> Participant:
    return Participant(name, code, sector, f"Q-{name}")


def _id(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def _common(document: str, kind: str, claim: str, start: int, rule: str, when: str | None, modality: str) -> dict:
    return {
        "id": _id(document, kind, claim, rule),
        "document": document,
        "evidence": (Evidence(start, start + len(claim), claim),),
        "rule": rule,
        "confidence": 0.8,
        "when": When(when) if when else None,
        "modality": modality,
    }


def event(
    document: str, claim: str, type: str, actors, recipients=(), *, when=None, start=0, rule=None, modality="actual", where=None, **more
) -> Event:
    common = _common(document, "event", claim, start, rule or f"xx/frames/{type}#deed", when, modality)
    place = Where(*where) if where else None
    return Event(**common, where=place, type=type, actors=tuple(actors), recipients=tuple(recipients), **more)


def figure(document: str, claim: str, measure: str, value: Quantity, of, to=(), *, when=None, start=0) -> Figure:
    common = _common(document, "figure", claim, start, f"xx/frames/{measure}", when, "actual")
    return Figure(**common, measure=measure, value=value, of=tuple(of), to=tuple(to))


def statement(document: str, claim: str, speaker: Participant, *, about=(), when=None, start=0) -> Statement:
    common = _common(document, "statement", claim, start, "xx/quotes/say", when, "actual")
    return Statement(**common, speaker=speaker, about=tuple(about))


def article(document: str, text: str, published: str | None = "2025-11-13", lang: str = "xx", **more) -> Article:
    return Article(text=text, document=document, lang=lang, published=dt.date.fromisoformat(published) if published else None, **more)


def story(document: str, claim: str, published: str, lang: str = "xx", **event_fields):
    """An article of one sentence with one event."""
    return article(document, claim, published, lang), [event(document, claim, **event_fields)]
