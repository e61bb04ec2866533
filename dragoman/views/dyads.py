"""Entries as the rows that event data are made of: one actor, one recipient, one day."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from dragoman.codebook.answers import acting_bodies
from dragoman.ledger.entry import Entry, Source
from dragoman.model.record import Event, Evidence, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Deed(msgspec.Struct, frozen=True):
    """An event entry seen as one directed dyad.

    `number` counts the dyads of the entry from 1, `recipient` is None where nobody is acted upon. An act that all sides do together is
    a row for each ordered pair, as in POLECAT and GDELT.
    """

    entry: Entry
    event: Event
    number: int
    actor: Participant
    recipient: Participant | None

    @property
    def key(self) -> str:
        """Stable id of the row."""
        return f"{self.entry.id}-{self.number}"

    @property
    def day(self) -> str | None:
        """The day of the deed, or of its first report where it is not known to the day."""
        exact = self.entry.day_first if self.entry.day_first == self.entry.day_last else None
        return exact or self.entry.day

    @property
    def source(self) -> Source:
        """The document of the record that tells the entry best."""
        return next(one for one in self.entry.sources if one.document == self.event.document)

    @property
    def claim(self) -> Evidence:
        """The clause that makes the claim."""
        return self.event.evidence[0]


DONE = ("actual", "historical")
"""Modalities of deeds that took place: the formats of the field have no place for the others."""
WORDS = ("AGREE", "THREATEN", "CONCEDE")
"""Types that are done by announcing."""


def deeds(entries: Iterable[Entry], *, everything: bool = False) -> Iterator[Deed]:
    """Dyads of event entries: what took place, was promised or threatened; ``everything`` leaves nothing out."""
    for entry in entries:
        event = entry.best
        if not isinstance(event, Event) or entry.status == "rejected":
            continue
        if not (everything or event.modality in DONE or (event.modality == "future" and event.type in WORDS)):
            continue
        pairs: Iterable[tuple[Participant, Participant | None]]
        if event.recipients:
            pairs = itertools.product(event.actors, event.recipients)
        elif len(event.actors) > 1:
            pairs = itertools.permutations(event.actors, 2)
        else:
            pairs = ((one, None) for one in event.actors)
        for number, (actor, recipient) in enumerate(pairs, 1):
            yield Deed(entry, event, number, actor, recipient)


def body_of(one: Participant) -> str | None:
    """The id of the organisation that somebody acts for (its own, its parliament's, its negotiator's); None for a state's or a firm's."""
    known = one.sector in ("IGO", None) or one.id in acting_bodies()
    return one.id if one.country is None and known else None


def code_of(one: Participant | None) -> str:
    """CAMEO-like actor code: the state's letters, or the organisation's, with the sector after it."""
    if one is None:
        return ""
    base = one.country or body_of(one) or ""
    sector = one.sector if one.sector not in (None, "IGO") else ""
    return f"{base}{sector}"
