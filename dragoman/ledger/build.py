"""From a group of records to an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.ledger.disagree import disagreements_of
from dragoman.ledger.edtf import days_of
from dragoman.ledger.entry import Entry, Source, Status, Step
from dragoman.ledger.rows import roles_of, sides_of, type_of
from dragoman.ledger.similarity import is_copy
from dragoman.ledger.sketch import Sketch
from dragoman.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.ledger.decisions import Rulings

STANDING = ("actual", "historical", "negated", "future", "hypothetical")
"""Which modality an entry has when its records differ: what is done beats what is planned."""

EXAMPLES = 8
"""Tellings of a voice that another is held against."""


class Telling(msgspec.Struct, frozen=True):
    """A record with its sketch, as corrected where it was."""

    record: Record
    sketch: Sketch


def entry_from(tellings: Sequence[Telling], rulings: Rulings) -> Entry:
    """The entry that a group of records makes; `tellings` are in the order of their keys, the first gives the id."""
    best = max(tellings, key=_fullness)
    records = [one.record for one in tellings]
    when = _when(tellings, best)
    first, last = days_of(when)
    seen = sorted(day for day, _, _, _ in (one.sketch.key for one in tellings) if day != "9999")
    voices = voices_of([one.sketch for one in tellings])
    return Entry(
        id=f"e-{tellings[0].record.id}",
        kind=best.record.kind,
        type=type_of(best.record),
        modality=next(name for name in STANDING if any(one.modality == name for one in records)),
        when=when,
        day_first=first.isoformat() if first else None,
        day_last=last.isoformat() if last else None,
        sides=tuple(sorted(sides_of(best.record))),
        status=_status(records, rulings),
        record=best.record.id,
        voices=len(set(voices.values())),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        disagreements=disagreements_of(records),
        history=_history(tellings),
        records=tuple(records),
        sources=tuple(Source(document, voice) for document, voice in sorted(voices.items())),
    )


def _fullness(one: Telling) -> tuple[bool, int, bool, int, int, float, tuple[int, ...]]:
    """How much a telling tells: the deed before its words, done before planned, dated, with all sides, the most fields, surely, early."""
    record = one.record
    filled = sum(value not in (None, (), "") for value in msgspec.structs.asdict(record).values())
    early = tuple(-ord(char) for char in "".join(map(str, one.sketch.key)))
    return (
        record.kind != "statement",
        -STANDING.index(record.modality),
        one.sketch.exact,
        len(list(roles_of(record))),
        filled,
        record.confidence,
        early,
    )


def _when(tellings: Sequence[Telling], best: Telling) -> str | None:
    """The best telling's day; else the most precise one that another gives."""
    if best.record.when:
        return best.record.when.edtf
    dated = [one for one in tellings if one.record.when]
    return min(dated, key=lambda one: (not one.sketch.exact, one.sketch.key)).record.when.edtf if dated else None  # type: ignore[union-attr]


def _status(records: Sequence[Record], rulings: Rulings) -> Status:
    ids = {record.id for record in records}
    if ids <= rulings.rejected:
        return "rejected"
    if ids & rulings.corrected.keys():
        return "corrected"
    return "accepted" if ids & rulings.accepted else "open"


def _history(tellings: Sequence[Telling]) -> tuple[Step, ...]:
    """The stages in the order in which they became known; nothing for a deed that all tell alike."""
    steps: dict[str, list[Telling]] = {}
    for one in tellings:
        steps.setdefault("actual" if one.record.modality == "historical" else one.record.modality, []).append(one)
    if len(steps) < 2:
        return ()
    return tuple(
        Step(
            modality,
            next((one.sketch.key[0] for one in group if one.sketch.key[0] != "9999"), None),
            _when(group, group[0]),
            tuple(one.record.id for one in group),
        )
        for modality, group in steps.items()
    )


def voices_of(sketches: Sequence[Sketch]) -> dict[str, int]:
    """Voice of each document: documents that reprint each other's text share one.

    A document is held against `EXAMPLES` tellings of each voice, so that a thousand copies are not held against each other.
    """
    heard: list[list[Sketch]] = []
    for one in sorted(sketches, key=lambda sketch: (sketch.document, sketch.key)):
        same = [voice for voice in heard if any(_one_text(one, other) for other in voice[:EXAMPLES])]
        if not same:
            heard.append([one])
            continue
        same[0].append(one)
        for other in same[1:]:
            same[0].extend(other)
            heard = [voice for voice in heard if voice is not other]
    return {one.document: number for number, voice in enumerate(heard) for one in voice}


def _one_text(a: Sketch, b: Sketch) -> bool:
    if a.document == b.document or a.digest == b.digest:
        return True
    if a.lang != b.lang or not a.near or not b.near:
        return False
    near = len(a.near & b.near) / len(a.near | b.near)
    return near >= 0.7 or (near >= 0.45 and is_copy(a, b))
