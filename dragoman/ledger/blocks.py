"""Which records are worth comparing: near in time, with sides in common."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from dragoman.ledger.days import WINDOW
from dragoman.ledger.similarity import could_be_one, could_recall, is_copy
from dragoman.ledger.sketch import fingerprint

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dragoman.ledger.sketch import Sketch

REACH = 90
"""Days within which a reprinted sentence, or a deed recalled, is looked for: a paper repeats a deed as background for three months."""
DYAD_SIDES = 12
"""Sides of an entry that make dyads; a summit of more is no dyad."""
Pair = tuple[int, int]
_Point = tuple[int, int]
"""A day, and the place in its block of the record that has it."""


def pair_of(a: int, b: int) -> Pair:
    """Two numbers in order."""
    return (a, b) if a < b else (b, a)


def block_of(kind: str) -> str:
    """Deeds and words are compared with each other, other kinds each with its own."""
    return "told" if kind in ("event", "statement") else kind


def candidates(sketches: Sequence[Sketch], fresh: Container[int] | None = None) -> Iterator[Pair]:
    """Pairs worth comparing: near in time (told or happened), with two sides in common, or one where that is all one has.

    Two records of two sides each that share but one are never one thing, so nothing is lost by asking for the pair. Beyond `WINDOW` days
    only sentences that look reprinted are compared, and deeds about one thing. Whether a pair is compared depends on the two alone. Where
    ``fresh`` is given only pairs with one of these numbers are looked at.
    """
    blocks: dict[tuple[str, ...], list[Sketch]] = {}
    copies: dict[tuple[str, ...], list[Sketch]] = {}
    recalled: dict[tuple[str, ...], list[Sketch]] = {}
    for one in sketches:
        kind = block_of(one.kind)
        marks = ["/".join(two) for two in itertools.combinations(fingerprint(one.stems), 2)]
        for sides in itertools.chain(itertools.combinations(sorted(one.reach)[:DYAD_SIDES], 2), ((side,) for side in one.sides)):
            blocks.setdefault((kind, *sides), []).append(one)
            for mark in marks:
                copies.setdefault((kind, mark, *sides), []).append(one)
        for topic in one.topics if one.kind == "event" and len(one.sides) > 1 else ():
            recalled.setdefault((one.type or "", topic, *sorted(one.sides)), []).append(one)
    seen: set[Pair] = set()
    for key, block in blocks.items():
        _near(block, WINDOW, fresh, seen, lone=len(key) == 2)
    reprints: set[Pair] = set()
    for block in copies.values():
        _near(block, REACH, fresh, reprints, lone=False)
    numbered = {one.number: one for one in sketches}
    seen.update(pair for pair in reprints - seen if is_copy(numbered[pair[0]], numbered[pair[1]]))
    memories: set[Pair] = set()
    for block in recalled.values():
        _near(block, REACH, fresh, memories, lone=False)
    seen.update(pair for pair in memories - seen if could_recall(numbered[pair[0]], numbered[pair[1]]))
    return (pair for pair in sorted(seen) if could_be_one(numbered[pair[0]], numbered[pair[1]]))


def _near(block: Sequence[Sketch], window: int, fresh: Container[int] | None, seen: set[Pair], *, lone: bool) -> None:
    """Add to ``seen`` the pairs of a block within ``window`` days; in the block of a ``lone`` side one of the two has no other."""
    single = [len(one.sides) == 1 for one in block]
    new = [fresh is None or one.number in fresh for one in block]
    if len(block) < 2 or not any(new) or (lone and not any(single)):
        return
    points = sorted((point, place) for place, one in enumerate(block) for point in moments(one))
    for place, there in _neighbours(points, window, new):
        if there != place and (not lone or single[place] or single[there]):
            seen.add(pair_of(block[place].number, block[there].number))


def _neighbours(points: Sequence[_Point], window: int, new: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Places at most ``window`` days apart of which at least one is new: a new one looks both ways, an old one not at all."""
    start = end = 0
    for index, (day, place) in enumerate(points):
        if not new[place]:
            continue
        while points[start][0] < day - window:
            start += 1
        for _, there in points[start:index]:
            yield place, there
        end = max(end, index + 1)
        while end < len(points) and points[end][0] <= day + window:
            end += 1
        for _, there in points[index + 1 : end]:
            if not new[there]:
                yield place, there


def moments(one: Sketch) -> set[int]:
    """Days by which a record is found: that of the deed, if it is known to the month, and that of the telling."""
    days: set[int] = set()
    if one.first is not None and one.last is not None and one.last - one.first <= 31:
        days.update((one.first, one.last, (one.first + one.last) // 2))
    if one.told is not None:
        days.add(one.told)
    return days or {0}
