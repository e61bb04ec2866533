"""Whose it is: "jego kraj", "its troops", "tamtejszy rząd"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.coreference_memory import Told, only
from dragoman.model.token import ANY_CASE, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.coreference_memory import Memory

_NAMED = frozenset(("name", "title", "organ", "capital", "anaphor"))
_NEUTER = 4


def owner_of(mask: int, at: int, number: int, memory: Memory, by_case: bool) -> Told | None:
    """Whom a possessive stands for: the one side of its sentence that it can point to, else of the sentence before; of several the one
    that is surely the subject of its sentence, else nobody."""
    for back in (1, 2):
        here = [one for one in memory.near(at, number, back) if one.sentence == number - back + 1 and _fits(one, mask, by_case)]
        if here:
            return only(here) or _subject(here, mask, by_case)
    return None


def _fits(one: Told, mask: int, by_case: bool) -> bool:
    mention = one.mention
    if mention.role not in _NAMED or mention.country is None or mention.members:
        return False
    person = one.person or mention.role == "title"
    if not by_case:
        return not person if mask == _NEUTER else person and bool(mention.genders & mask & ~_NEUTER)
    if mention.role == "title":
        return bool(mask & ~_NEUTER) and bool(mention.genders & mask)
    return bool(mention.genders & mask) and mention.number != "p"


def _subject(here: Sequence[Told], mask: int, by_case: bool) -> Told | None:
    """The first one where it alone can be the subject. Where order tells, "his" of two people could be either's."""
    first = here[0]
    if not by_case:
        return first if mask == _NEUTER and first.mention.role == "name" else None
    subjects = [one for one in here if one.mention.cases & NOM and one.mention.cases != ANY_CASE]
    found = only(subjects)
    return found if found is first else None


def place_named(at: int, number: int, memory: Memory) -> Told | None:
    """The state, capital or city named last, in this sentence or the one before: that is where "tamtejszy" points."""
    named = [one for one in memory.near(at, number) if one.mention.role in ("name", "capital", "place") and one.mention.sector is None]
    return named[-1] if named and named[-1].mention.country else None
