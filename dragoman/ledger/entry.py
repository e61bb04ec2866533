"""An entry of the ledger: one deed, relation, figure or statement, with every record that tells it."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.record import Record

Status = Literal["open", "accepted", "corrected", "rejected"]
"""What review says of an entry: nothing yet, right, right after a correction, wrong."""


class Source(msgspec.Struct, frozen=True):
    """A document that tells an entry. Documents with the same `voice` repeat one text (a wire copy) and count as one source."""

    document: str
    voice: int
    lang: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    site: str | None = None


class Variant(msgspec.Struct, frozen=True):
    """One of the values that sources give for a field, as readable text, with the records that give it."""

    value: str
    records: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True):
    """A field on which records of an entry cannot all be right."""

    field: str
    variants: tuple[Variant, ...]


class Step(msgspec.Struct, frozen=True):
    """A stage of a deed: announced, done, denied. `seen` is the day of the first document that tells it so."""

    modality: str
    seen: str | None
    when: str | None
    records: tuple[str, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened or was said, once.

    `record` is the id of the record that tells it best. `sources` holds the documents, `voices` counts those that do not repeat each
    other; `first_seen` and `last_seen` are days of publication; `history` is in the order in which the stages became known.
    """

    id: str
    kind: str
    type: str | None
    modality: str
    when: str | None
    day_first: str | None
    day_last: str | None
    sides: tuple[str, ...]
    status: Status
    record: str
    voices: int
    first_seen: str | None
    last_seen: str | None
    disagreements: tuple[Disagreement, ...] = ()
    history: tuple[Step, ...] = ()
    records: tuple[Record, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def day(self) -> str | None:
        """The day under which the entry stands: the first on which it can have happened, else that of the first document."""
        return self.day_first or self.first_seen

    @property
    def best(self) -> Record:
        """The record that tells the entry best."""
        return next(one for one in self.records if one.id == self.record)
