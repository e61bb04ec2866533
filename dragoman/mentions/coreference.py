"""Actors that the text points back to: "prezydent" after the president of somebody, "jego kraj", "oba państwa", "ona".

Each rule looks at what was mentioned before and is silent where more than one antecedent fits.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.mentions.actors_phrase import Reader
    from dragoman.mentions.actors_sense import Sense
    from dragoman.model.token import Sentence

_NEAR = 2
_REACH = 200
"""How many mentions back an antecedent is looked for: coreference stays linear in the length of a text."""
_NAMES = frozenset(("name", "demonym", "capital", "title", "organ"))


class BackWords(msgspec.Struct, frozen=True):
    """Words that point back (a pack's `actors.yml: coreference`), all in lower case."""

    both: frozenset[str]
    own: frozenset[str]
    this: frozenset[str]
    persons: frozenset[str]


class Told(NamedTuple):
    """A mention as coreference sees it: its sentence's number, whether it is a person, and the office told of it."""

    sentence: int
    mention: ActorMention
    person: bool
    office: str | None


@cache
def back_words(lang: str) -> BackWords:
    """The words of a language that point back."""
    rows = load_pack(lang).part("actors").get("coreference") or {}
    return BackWords(*(frozenset(map(str, rows.get(name) or ())) for name in ("both", "own", "this", "persons")))


def refer_back(rows: Sequence[tuple[int, Sentence, Reader]], names: Mapping[str, str], lang: str) -> list[ActorMention]:
    """Mentions of what was named before, in the order of the text. `rows` are the read sentences with their numbers, `names` the
    English names of states by code."""
    if not any(reader.bare or reader.pronouns for _, _, reader in rows):
        return []
    words = back_words(lang)
    told: list[Told] = [
        Told(number, one, one.start in reader.people, reader.offices.get(one.start))
        for number, _, reader in rows
        for one in reader.mentions
    ]
    starts = [one.mention.start for one in told]
    found = []
    for number, sentence, reader in rows:
        for sense in (*reader.bare, *reader.pronouns):
            last = bisect_left(starts, sense.hit.begin)
            before = told[max(0, last - _REACH) : last]
            one = _resolve(sense, number, sentence, before, told, words)
            if one is not None:
                found.append(_named(one, names))
    return found


def _named(one: ActorMention, names: Mapping[str, str]) -> ActorMention:
    """States that were told by their code, by their English name."""
    members = tuple((names.get(code, name), code) for name, code in one.members)
    return msgspec.structs.replace(one, name=names.get(one.name, one.name), members=members)


def _resolve(sense: Sense, number: int, sentence: Sentence, before: list[Told], told: list[Told], words: BackWords) -> ActorMention | None:
    if sense.letter == "R":
        return _pronoun(sense, number, before)
    if sense.letter == "T":
        return _office(sense, number, before, told)
    kind = sense.entity.sex
    if kind in ("state", "side"):
        return _state(sense, number, sentence, before, words)
    if sentence.tokens[sense.hit.first].word.lower in words.persons and sense.reading.number != "p":
        return _person(sense, number, before)
    return None


def _as(sense: Sense, start: int, antecedent: ActorMention) -> ActorMention:
    reading = sense.reading
    return msgspec.structs.replace(
        antecedent, start=start, end=sense.hit.end, role="anaphor", cases=reading.cases, number=reading.number, genders=reading.genders or 7
    )


def _sides(told: Iterable[Told]) -> dict[str, ActorMention]:
    """The last mention of each state or body, in the order of their last mention."""
    found: dict[str, ActorMention] = {}
    for one in told:
        key = one.mention.country or one.mention.id
        if key:
            found.pop(key, None)
            found[key] = one.mention
    return found


def _office(sense: Sense, number: int, before: list[Told], told: list[Told]) -> ActorMention | None:
    """A title alone: the one holder of that office told so far; in a headline the one told later."""
    office = sense.entity.id
    if sense.reading.number == "p" or sense.entity.sex == "chief":
        return None
    if office == "other" or (office is None and sense.entity.name != "minister"):
        return None
    if office is None:
        return _minister(sense, number, before)
    holders = _sides(one for one in before if one.office == office)
    if not holders:
        later = _sides(one for one in told[:_REACH] if one.office == office) if number == 0 else {}
        return _as(sense, sense.hit.begin, next(iter(later.values()))) if len(later) == 1 else None
    if len(holders) == 1:
        return _as(sense, sense.hit.begin, next(iter(holders.values())))
    near = _sides(one for one in before if one.office == office and number - one.sentence < _NEAR)
    return _as(sense, sense.hit.begin, next(iter(near.values()))) if len(near) == 1 else None


def _minister(sense: Sense, number: int, before: list[Told]) -> ActorMention | None:
    """As in "Minister" alone: the only one whom the last sentences name."""
    near = _sides(one for one in before if (one.office or "").endswith("_minister") and number - one.sentence < _NEAR)
    return _as(sense, sense.hit.begin, next(iter(near.values()))) if len(near) == 1 else None


def _person(sense: Sense, number: int, before: list[Told]) -> ActorMention | None:
    """As in "Polityk": the only person of the last sentences."""
    people = {one.mention.name: one.mention for one in before if one.person and number - one.sentence < _NEAR}
    return _as(sense, sense.hit.begin, next(iter(people.values()))) if len(people) == 1 else None


def _pronoun(sense: Sense, number: int, before: list[Told]) -> ActorMention | None:
    """As in "On", "she" as a subject: the only person of that gender in this sentence and the one before."""
    people = {
        one.mention.name: one.mention
        for one in before
        if one.person and number - one.sentence < _NEAR and one.mention.genders & sense.reading.genders
    }
    return _as(sense, sense.hit.begin, next(iter(people.values()))) if len(people) == 1 else None


def _state(sense: Sense, number: int, sentence: Sentence, before: list[Told], words: BackWords) -> ActorMention | None:
    at = sense.hit.first
    if at == 0:
        return None
    token = sentence.tokens[at - 1]
    second = sentence.tokens[at - 2].word.lower if at > 1 else ""
    lower = token.word.lower
    if lower in words.both or (second in words.both and lower in words.this):
        return _both(sense, token.start, number, before)
    if sense.reading.number == "p" or sense.entity.sex != "state":
        return None
    if lower in words.own:
        people = [one for one in before if one.person and number - one.sentence < _NEAR and one.mention.country]
        return _stated(sense, token.start, people[-1].mention) if people else None
    if lower in words.this:
        states = _sides(
            one for one in before if one.mention.role == "name" and one.mention.sector is None and number - one.sentence < _NEAR
        )
        return _stated(sense, token.start, next(iter(states.values()))) if len(states) == 1 else None
    return None


def _stated(sense: Sense, start: int, antecedent: ActorMention) -> ActorMention | None:
    """The state that the antecedent acts for, as such."""
    if antecedent.country is None:
        return None
    plain = msgspec.structs.replace(antecedent, sector=None, id=None, name=antecedent.country, members=())
    return _as(sense, start, plain)


def _both(sense: Sense, start: int, number: int, before: list[Told]) -> ActorMention | None:
    """As in "Oba państwa": the two that the nearest sentence with two sides names; None where three are named there."""
    for back in range(4):
        sides = _sides(one for one in before if one.sentence == number - back and one.mention.role in _NAMES)
        if len(sides) < 2:
            continue
        if len(sides) > 2:
            return None
        members = tuple((one.country or one.name, one.country or one.id or "") for one in sides.values())
        reading = sense.reading
        return ActorMention(
            start, sense.hit.end, "both states", None, None, None, "anaphor", reading.cases, "p", reading.genders or 7, members
        )
    return None
