"""One relation over time: what two sides did to each other, what they signed, how close they stood and what they traded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.analysis.periods import DONE, Tally, tallies
from dragoman.ledger.rows import side_of
from dragoman.model.record import Event, Figure, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry
    from dragoman.ledger.store import Ledger
    from dragoman.model.record import Count, Quantity


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Something signed, joined, ratified, negotiated or left. `act` is what was done with it, `count` how many of its form there were."""

    when: str | None
    form: str | None
    title: str | None
    act: str | None
    count: Count | None
    value: Quantity | None
    modality: str
    entry: str


class Level(msgspec.Struct, frozen=True):
    """What an article says of the relation's level or its change."""

    when: str | None
    level: str | None
    change: str | None
    entry: str


class Point(msgspec.Struct, frozen=True):
    """One figure of a series: its period (EDTF) and value; `sources` that do not repeat each other."""

    when: str | None
    value: Quantity
    sources: int
    entry: str


class Series(msgspec.Struct, frozen=True):
    """Figures of one measure, from `of` to `to` where they have a direction, by period."""

    measure: str
    of: tuple[str, ...]
    to: tuple[str, ...]
    points: tuple[Point, ...]


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """Two sides over time.

    `initiative` counts, of what was done, the events by `a` towards `b`, by `b` towards `a`, and by both together.
    """

    a: str
    b: str
    periods: tuple[Tally, ...]
    initiative: tuple[int, int, int]
    agreements: tuple[Agreement, ...]
    levels: tuple[Level, ...]
    series: tuple[Series, ...]


def dyad_of(ledger: Ledger, a: str, b: str, *, span: str = "year") -> Dyad:
    """The relation of two sides by their codes (KAZ, RUS, EU). Raises InputError for a span that is none of `SPANS`."""
    entries = [one for one in ledger.entries(between=(a, b)) if one.status != "rejected"]
    a, b = ledger.sides(a, b)
    return Dyad(
        a=a,
        b=b,
        periods=tallies(entries, span),
        initiative=_initiative(entries, a, b),
        agreements=tuple(_agreement(one, one.best) for one in entries if isinstance(one.best, Event) and one.best.instrument),
        levels=tuple(
            Level(one.when or one.first_seen, one.best.level, one.best.change, one.id) for one in entries if isinstance(one.best, Relation)
        ),
        series=_series(entries),
    )


def _initiative(entries: Iterable[Entry], a: str, b: str) -> tuple[int, int, int]:
    ours = theirs = mutual = 0
    for entry in entries:
        event = entry.best
        if not isinstance(event, Event) or entry.modality not in DONE:
            continue
        doers = {side_of(one) for one in event.actors}
        ours += a in doers and b not in doers
        theirs += b in doers and a not in doers
        mutual += {a, b} <= doers
    return ours, theirs, mutual


def _agreement(entry: Entry, event: Event) -> Agreement:
    thing = event.instrument
    assert thing is not None
    return Agreement(
        when=entry.when or entry.first_seen,
        form=thing.form,
        title=thing.title,
        act=thing.act,
        count=thing.count,
        value=thing.value or event.quantity,
        modality=entry.modality,
        entry=entry.id,
    )


def _series(entries: Iterable[Entry]) -> tuple[Series, ...]:
    rows: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Point]] = {}
    for entry in entries:
        figure = entry.best
        if isinstance(figure, Figure):
            key = (figure.measure, tuple(sorted(map(side_of, figure.of))), tuple(sorted(map(side_of, figure.to))))
            rows.setdefault(key, []).append(Point(entry.when or entry.day, figure.value, entry.voices, entry.id))
    return tuple(Series(*key, tuple(sorted(points, key=lambda one: one.when or ""))) for key, points in sorted(rows.items()))
