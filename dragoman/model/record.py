"""The record contract: what Dragoman says about an article, as typed and frozen values.

A record is one claim that one article makes, tied to the characters that make it. The four kinds and the meaning of every field
are those of the project's record contract; the JSON written by `dragoman.views.jsonl` has the same names.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Modality = Literal["actual", "future", "hypothetical", "negated", "historical"]
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER 2.0's sixteen event types, cooperation first."""
CHANGES = ("up", "down", "same", "broken", "restored")
"""How the level of a relation changes."""
LEVELS = (
    "war", "hostile", "strained", "neutral", "friendly", "partnership", "strategic_partnership", "comprehensive_strategic_partnership",
    "alliance",
)  # fmt: skip
"""Levels of a relation, the worst first."""
MEASURES = (
    "trade_turnover", "exports", "imports", "investment_flow", "investment_stock", "contract_value", "aid", "loan", "debt", "price",
    "volume", "capacity", "share", "companies", "troops", "casualties", "people", "length", "other",
)  # fmt: skip
"""What a figure measures."""
STANCES = ("positive", "neutral", "negative")
"""How a speaker stands to what the words are about."""
KINDS = ("event", "relation", "figure", "statement")
"""The four kinds of record."""


class Evidence(msgspec.Struct, frozen=True):
    """Characters ``[start, end)`` of the document, with the text that stands there."""

    start: int
    end: int
    text: str


class When(msgspec.Struct, frozen=True):
    """A day or period as EDTF, with the characters that say it (None where the discourse supplied it)."""

    edtf: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Where(msgspec.Struct, frozen=True):
    """A place: canonical English name, ISO 3166-1 alpha-3 code of the state it lies in, and the characters that say it."""

    name: str
    country: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Participant(msgspec.Struct, frozen=True):
    """Who takes part: see the record contract. `start` and `end` are None when the discourse supplied the participant."""

    name: str
    country: str | None
    sector: str | None = None
    id: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Quantity(msgspec.Struct, frozen=True):
    """An amount: `low` equals `high` for one number; None is an open end. `unit` is ISO 4217, "1", "%" or UCUM."""

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str = "1"


class Count(msgspec.Struct, frozen=True):
    """How many: "kilkanaście" is 11 to 19."""

    low: float | None
    high: float | None


class Instrument(msgspec.Struct, frozen=True):
    """Something signed, joined, ratified, negotiated or left."""

    form: str | None = None
    title: str | None = None
    act: str | None = None
    count: Count | None = None
    value: Quantity | None = None


class Link(msgspec.Struct, frozen=True):
    """A tie to another record of the same article: reciprocates, same_occasion, translates, part_of or updates."""

    rel: str
    target: str


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """The fields that all four kinds have."""

    id: str
    document: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    when: When | None = None
    where: Where | None = None
    modality: Modality = "actual"
    said_by: Participant | None = None
    links: tuple[Link, ...] = ()


class Event(Base, frozen=True, kw_only=True, tag="event", tag_field="kind"):
    """Who did what to whom (PLOVER 2.0). Where all sides do the same, every side is an actor and `recipients` is empty."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    instrument: Instrument | None = None
    quantity: Quantity | None = None

    @property
    def kind(self) -> str:
        return "event"


class Relation(Base, frozen=True, kw_only=True, tag="relation", tag_field="kind"):
    """The level of relations between two or more sides, or its change, as the article puts it."""

    sides: tuple[Participant, ...]
    change: str | None = None
    level: str | None = None

    @property
    def kind(self) -> str:
        return "relation"


class Figure(Base, frozen=True, kw_only=True, tag="figure", tag_field="kind"):
    """A number about a relation; `when` is the period it speaks of."""

    measure: str
    value: Quantity
    of: tuple[Participant, ...] = ()
    to: tuple[Participant, ...] = ()

    @property
    def kind(self) -> str:
        return "figure"


class Statement(Base, frozen=True, kw_only=True, tag="statement", tag_field="kind"):
    """Somebody's words; `words` are the characters of the words themselves, `translation` those of a translation the article gives."""

    speaker: Participant | None
    addressees: tuple[Participant, ...] = ()
    about: tuple[Participant, ...] = ()
    form: str = "direct"
    stance: str | None = None
    words: tuple[Evidence, ...] = ()
    language: str | None = None
    translation: Evidence | None = None

    @property
    def kind(self) -> str:
        return "statement"


Record = Event | Relation | Figure | Statement
