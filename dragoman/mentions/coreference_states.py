"""States that the text points back to: "jego kraj", "ten kraj", "oba państwa", "the country", "obie strony"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.coreference_memory import NEAR, Told, only
from dragoman.mentions.coreference_offices import anaphor
from dragoman.mentions.coreference_owners import owner_of, place_named
from dragoman.mentions.coreference_pairs import pair_mention
from dragoman.mentions.coreference_words import is_any
from dragoman.model.token import GEN, NOM

if TYPE_CHECKING:
    from dragoman.mentions.coreference_offices import Place
    from dragoman.model.mention import ActorMention


def state_alone(place: Place) -> ActorMention | None:
    """The state or states that a word for a state, side or capital stands for; None where it could be any."""
    sense, words = place.sense, place.words
    both = place.led_by(words.both)
    if both is not None and sense.reading.number != "s":
        if not all(is_any(one.word, words.markers) for one in place.lead) or (sense.entity.sex == "side" and _belongs(place)):
            return None
        return pair_mention(sense, both.start, place.number, place.memory)
    several = _parties(place) if sense.reading.number != "s" else None
    if several is not None or sense.reading.number == "p" or sense.entity.sex == "side":
        return several
    owned = next((one for one in place.lead if one.word.lower in words.own), None)
    if owned is not None:
        by_case = not place.reader.glue.prepositional
        return _stated(place, owner_of(words.own[owned.word.lower], owned.start, place.number, place.memory, by_case), owned.start)
    local = place.led_by(words.local)
    if local is not None:
        return _stated(place, place_named(local.start, place.number, place.memory), local.start)
    this = _pointing(place)
    if this is not None:
        start = min(this, place.begin)
        found = _stated(place, _this(place, start), start)
        return found if found is None or this <= place.begin else msgspec.structs.replace(found, end=place.tokens[sense.hit.last].end)
    if place.led_by(words.definite) is not None and len(place.lead) == 1 and sense.hit.first == 1 and sense.entity.sex == "state":
        return _stated(place, _opening(place), place.begin)
    return None


def _pointing(place: Place) -> int | None:
    """Where the word "this" stands: before the state, or right behind it ("kraj ten"); None where it does not."""
    tokens, hit, words = place.tokens, place.sense.hit, place.words
    if place.lead and place.lead[0].word.lower in words.this:
        return place.lead[0].start
    if len(place.lead) > 1 and place.lead[1].word.lower in words.this:
        return place.lead[1].start
    behind = tokens[hit.last].word if hit.last < len(tokens) else None
    after = tokens[hit.last + 1].word if hit.last + 1 < len(tokens) else None
    by_case = not place.reader.glue.prepositional
    if by_case and behind is not None and behind.lower in words.this and behind.cases & place.sense.cases:
        noun = after is not None and after.has("noun") and not after.has("verb") and bool(after.cases & behind.cases)
        return None if noun else tokens[hit.last].start
    return None


def _this(place: Place, start: int) -> Told | None:
    """The one state that this sentence or the one before calls by its name; else the one side that they name at all."""
    near = [one for one in place.memory.near(start, place.number) if one.mention.country]
    for back in range(NEAR):
        here = [one for one in near if one.sentence == place.number - back]
        named = only(one for one in here if one.mention.role == "name" and one.mention.sector is None)
        if named is not None:
            return named
        if any(one.mention.role == "name" and one.mention.sector is None for one in here):
            return None
    return only(near)


def _opening(place: Place) -> Told | None:
    """As in "The country pledged ...": the state that the sentence before was about, if it names no other."""
    near = [one for one in place.memory.near(place.begin, place.number) if one.mention.country]
    found = only(near)
    if found is not None:
        return found
    return place.memory.theme(place.begin, place.number, lambda told: told.mention.role == "name" and told.mention.sector is None)


def _parties(place: Place) -> ActorMention | None:
    """A plural alone that means the two who deal with each other: "strony uzgodniły", "między naszymi krajami"."""
    words, sense, tokens = place.words, place.sense, place.tokens
    ours = place.led_by(words.ours)
    if ours is not None:
        return pair_mention(sense, ours.start, place.number, place.memory) if len(place.lead) == 1 else None
    if not is_any(tokens[sense.hit.first].word, words.parties) or not sense.cases & NOM or _belongs(place):
        return None
    definite = place.led_by(words.definite) is not None
    first = sense.hit.first - len(place.lead)
    led = first > 0 and tokens[first - 1].word.poses & {"prep", "num"}
    if definite != place.reader.glue.prepositional or len(place.lead) > definite or led:
        return None
    return pair_mention(sense, place.begin, place.number, place.memory)


def _belongs(place: Place) -> bool:
    """Does a noun or adjective behind "sides" say of what ("both sides of the Atlantic", strony internetowe)?"""
    tokens, hit, glue = place.tokens, place.sense.hit, place.reader.glue
    if hit.last >= len(tokens):
        return False
    word = tokens[hit.last].word
    if glue.prepositional:
        return word.lower in glue.of
    if word.has("verb"):
        return False
    return any(
        (one.pos in ("noun", "propn") and one.cases & GEN and not one.cases & NOM) or (one.pos == "adj" and one.cases & place.sense.cases)
        for one in word.analyses
    )


def _stated(place: Place, owner: Told | None, start: int) -> ActorMention | None:
    """The state that the owner acts for, as such."""
    if owner is None or owner.mention.country is None:
        return None
    country = owner.mention.country
    name = place.reader.context.names.get(country, country)
    plain = msgspec.structs.replace(owner.mention, sector=None, id=None, name=name, members=())
    return anaphor(place.sense, start, plain)
