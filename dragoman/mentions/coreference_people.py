"""Persons, and states as subjects, that a pronoun or a word such as "polityk" points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.coreference_memory import Told, only
from dragoman.mentions.coreference_offices import anaphor
from dragoman.mentions.coreference_words import is_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.coreference_offices import Place
    from dragoman.model.mention import ActorMention

_EARLY = 3


def person_alone(place: Place) -> ActorMention | None:
    """As in "Polityk": the only person of the last sentences."""
    people = [one for one in place.memory.near(place.begin, place.number) if one.person]
    return _as(place, _one(people))


def pronoun(place: Place) -> ActorMention | None:
    """As in "On", "she" as a subject: the only person of that gender in this sentence and the one before; else, early in its sentence,
    the state that the sentence before was about. Behind its verb ("Zakłada on ...") it is as often a thing."""
    if is_any(place.tokens[place.sense.hit.first].word, place.words.things):
        last = place.sense.hit.last
        idle = last >= len(place.tokens) or place.tokens[last].word.lower in place.words.idle
        return None if idle else _state(place)
    if place.follows_verb:
        return None
    genders = place.sense.reading.genders
    near = [one for one in place.memory.near(place.begin, place.number) if one.mention.genders & genders]
    people = [one for one in near if one.person]
    if people:
        return _as(place, _one(people) or _theme(place, people))
    titled = [one for one in near if one.mention.role == "title"]
    return None if titled or place.reader.glue.prepositional else _state(place)


def _one(people: Sequence[Told]) -> Told | None:
    """The last mention of the only person."""
    names = {one.mention.name for one in people}
    return people[-1] if len(names) == 1 else None


def _theme(place: Place, people: Sequence[Told]) -> Told | None:
    """Of several the one that was surely the subject of the sentence before, for a pronoun that opens its own."""
    if place.sense.hit.first >= _EARLY or any(one.sentence == place.number for one in people):
        return None
    return place.memory.theme(place.begin, place.number, lambda told: told.person and bool(told.mention.genders & _genders(place)))


def _genders(place: Place) -> int:
    return place.sense.reading.genders


def _state(place: Place) -> ActorMention | None:
    """A pronoun that opens a sentence after one that a state opened: "Rosja ... Ona ...", "Norway ... It also ..."."""
    if place.sense.hit.first >= _EARLY:
        return None
    if any(one.sentence == place.number for one in place.memory.near(place.begin, place.number)):
        return None
    genders = place.sense.reading.genders
    found = place.memory.theme(
        place.begin,
        place.number,
        lambda told: told.mention.role in ("name", "capital") and told.mention.sector is None and bool(told.mention.genders & genders),
    )
    return _as(place, found) if found is not None and only([found]) is not None else None


def _as(place: Place, told: Told | None) -> ActorMention | None:
    if told is None:
        return None
    return msgspec.structs.replace(anaphor(place.sense, place.begin, told.mention), genders=told.mention.genders)
