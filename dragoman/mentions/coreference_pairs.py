"""The two who deal with each other: "oba państwa", "the two leaders", "стороны"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.coreference_memory import Told, side_of, sides
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.actors_sense import Sense
    from dragoman.mentions.coreference_memory import Memory

_BACK = 4
"""The two are named in one of so many sentences."""
_NAMES = frozenset(("name", "demonym", "capital", "title", "organ"))
_LEAD = 3
_APART = frozenset(("BUS", "CVL", "JRN"))


def pair_mention(sense: Sense, start: int, number: int, memory: Memory, sector: str | None = None) -> ActorMention | None:
    """A plural mention of the pair; None where no two stand out."""
    found = the_pair(start, number, memory)
    if found is None:
        return None
    members = tuple((one.country or one.name, one.country or one.id or "") for one in found)
    reading = sense.reading
    return ActorMention(
        start, sense.hit.end, "both states", None, sector, None, "anaphor", reading.cases, "p", reading.genders or 7, members
    )


def the_pair(at: int, number: int, memory: Memory) -> list[ActorMention] | None:
    """The two sides that the nearest sentence with two names; where it names more, the two that dominate what was told so far, if they
    are among them. A third side named since makes it nobody."""
    since: set[str] = set()
    for back in range(_BACK):
        here = [one for one in memory.near(at, number, back + 1) if one.sentence == number - back and _deals(one)]
        found = sides(one for one in here if one.mention.role in _NAMES)
        if len(found) < 2:
            found = sides(here)
        since |= set(found)
        if len(found) == 2:
            return [one.mention for one in found.values()] if since <= set(found) else _dominating(at, memory)
        if len(found) > 2:
            return _dominating(at, memory)
    return _dominating(at, memory)


def _deals(one: Told) -> bool:
    mention = one.mention
    apart = one.placed or mention.sector in _APART or mention.role in ("region", "project", "place")
    return not apart and not mention.members


def _dominating(at: int, memory: Memory) -> list[ActorMention] | None:
    """The two sides that were named most so far, each more than once, if no third one is half as frequent as they are."""
    before = [one for one in memory.before(at) if _deals(one)]
    last = sides(before)
    counts: dict[str, int] = {}
    for one in before:
        key = side_of(one.mention)
        if key:
            counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts, key=lambda key: -counts[key])
    if len(ranked) < 2 or counts[ranked[1]] < 2 or (len(ranked) > 2 and counts[ranked[2]] * 2 > counts[ranked[1]]):
        return None
    return [last[key].mention for key in ranked[:2]]


def pair_in_office(sense: Sense, number: int, memory: Memory, labels: Sequence[str]) -> ActorMention | None:
    """A plural of an office or organ alone ("prezydenci", "the ministers"): the two whom the last sentences name as such."""
    near = [one for one in memory.near(sense.hit.begin, number, _LEAD) if one.office in labels or one.label in labels]
    found = sides(near)
    if len(found) != 2:
        return None
    members = tuple((one.mention.country or one.mention.name, key) for key, one in found.items())
    reading = sense.reading
    return ActorMention(
        sense.hit.begin, sense.hit.end, "both states", None, sense.entity.sector, None, "anaphor", reading.cases, "p",
        reading.genders or 7, members,
    )  # fmt: skip
