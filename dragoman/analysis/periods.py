"""Entries by year, quarter or month, and what can be counted of them there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from dragoman.codebook.plover import quad_of, score_of
from dragoman.errors import InputError
from dragoman.model.record import Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry

SPANS = ("year", "quarter", "month")
"""Lengths of a period."""
DONE = ("actual", "historical")
"""Modalities of what took place."""
AHEAD = ("future", "hypothetical")
"""Modalities of what is planned, promised or possible."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one period.

    `cooperation` and `conflict` count what was done, in words and in deeds; `planned` what was only announced. `score` is the mean of
    PLOVER's scores of what was done, -10 to 10, None where nothing was.
    """

    period: str
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0
    planned: int = 0
    score: float | None = None

    @property
    def done(self) -> int:
        """Events that took place."""
        return self.verbal_cooperation + self.material_cooperation + self.verbal_conflict + self.material_conflict


def period_of(day: str | None, span: str) -> str | None:
    """The period of a day (ISO 8601): ``2025``, ``2025-Q4`` or ``2025-11``. Raises InputError for a span that is none of `SPANS`."""
    if span not in SPANS:
        raise InputError(f"by {span!r}: periods are {', '.join(SPANS)}")
    if not day:
        return None
    year, month = day[:4], day[5:7]
    if span == "year" or not month:
        return year
    return f"{year}-Q{(int(month) + 2) // 3}" if span == "quarter" else f"{year}-{month}"


def period_under(entry: Entry, span: str) -> str:
    """The period under which an entry is counted: the year where its own day is not known more closely, ``undated`` without any day."""
    first = entry.day
    period = period_of(first, span)
    if period is None:
        return "undated"
    return period if not entry.day_last or period_of(entry.day_last, span) == period else period_of(first, "year") or period


def tally(entries: Iterable[Entry], period: str) -> Tally:
    """Count the events among entries of one period. Rejected entries and denied deeds are passed over."""
    counts: Counter[str] = Counter()
    scores: list[float] = []
    for entry in entries:
        event = entry.best
        if not isinstance(event, Event) or entry.status == "rejected":
            continue
        if entry.modality in DONE:
            counts[quad_of(event.type)] += 1
            scores.append(score_of(event.type, event.mode))
        elif entry.modality in AHEAD:
            counts["planned"] += 1
    return Tally(period=period, **counts, score=round(sum(scores) / len(scores), 2) if scores else None)


def tallies(entries: Iterable[Entry], span: str) -> tuple[Tally, ...]:
    """Tallies of every period that has an event, by time; entries without any day come last, under ``undated``."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(period_under(entry, span), []).append(entry)
    counted = (tally(groups[period], period) for period in sorted(groups, key=lambda one: (one == "undated", one)))
    return tuple(one for one in counted if one.done or one.planned)
