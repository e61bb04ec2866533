"""Which of its readings a hit has in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.mentions.actors_context import best_person
from dragoman.mentions.actors_surname import in_longer_name, is_place, surname_of
from dragoman.mentions.actors_words import load_glue
from dragoman.model.token import INS, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.mentions.actors_context import Context
    from dragoman.mentions.actors_scan import Hit
    from dragoman.model.token import Token

LETTERS = {
    "name": "S", "capital": "S", "metonym": "S", "seat": "S", "region": "S", "project": "S", "people": "D", "demonym": "D",
    "adjective": "A", "place": "L", "person": "P", "surname": "N", "title": "T", "organ": "O", "pronoun": "R",
}  # fmt: skip
"""S a side by its name, D its people, A its adjective, L a place, P a person, N a surname alone, T a title, O an organ, R a
pronoun."""


_NAMED = frozenset(("name", "capital", "metonym", "people", "demonym", "adjective", "place"))


_OF_PEOPLE = frozenset(("people", "demonym", "adjective"))


class Sense(NamedTuple):
    """A hit with the one reading that it has here."""

    letter: str
    reading: Reading
    entity: Entity
    hit: Hit

    @property
    def cases(self) -> int:
        return self.reading.cases


def senses_of(tokens: Sequence[Token], hits: Sequence[Hit], context: Context) -> list[Sense]:
    """The senses of a sentence's hits, in order; what is no actor is left out."""
    found: list[Sense] = []
    for at, hit in enumerate(hits):
        reading = hit.readings[0]
        if hit.last - hit.first == 1 and reading.role in _NAMED and in_longer_name(tokens, hit, reading, context):
            continue
        if hit.first and reading.role in _OF_PEOPLE and tokens[hit.first - 1].word.lower in load_glue(context.gazetteer.lang).kin:
            continue
        if len(hit.readings) > 1 or reading.weak or reading.role in ("surname", "stop", "context"):
            chosen = _choose(tokens, hit, hits[at + 1] if at + 1 < len(hits) else None, found[-1] if found else None, context)
            if chosen is None:
                continue
            reading = chosen
        if len(hit.readings) > 1:
            reading = _pooled(reading, hit.readings)
        entity = context.gazetteer.entities[reading.entity]
        found.append(Sense(LETTERS[reading.role], reading, entity, hit))
    return found


def _pooled(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """The reading with the grammar of all that mean the same: "przywódcy" is of one leader, or are several."""
    alike = [one for one in readings if one.entity == reading.entity and one.role == reading.role]
    if len(alike) == 1:
        return reading
    cases, genders = 0, 0
    for one in alike:
        cases, genders = cases | one.cases, genders | one.genders
    numbers = {one.number for one in alike}
    return msgspec.structs.replace(reading, cases=cases, genders=genders, number=numbers.pop() if len(numbers) == 1 else "")


def _choose(tokens: Sequence[Token], hit: Hit, following: Hit | None, before: Sense | None, context: Context) -> Reading | None:
    """The reading that fits; None where the words are no actor here."""
    if any(one.role in ("stop", "context") for one in hit.readings):
        return None
    led = before is not None and before.hit.last == hit.first and before.letter in "TOA"
    beside = (before, following)
    usable = [one for one in hit.readings if not one.weak or led or context.allows(one) or _stands_apart(tokens, hit, one, beside, context)]
    by_letter: dict[str, list[Reading]] = {}
    for one in usable:
        by_letter.setdefault(LETTERS[one.role], []).append(one)
    if len(by_letter) > 1 and "S" in by_letter and "O" in by_letter:
        owned = (led and before is not None and before.letter == "A") or (following is not None and following.first == hit.last)
        by_letter.pop("S" if owned else "O")
    if "P" in by_letter:
        return by_letter["P"][0] if len(by_letter["P"]) == 1 else _person(by_letter["P"], context)
    if "N" in by_letter:
        surname = surname_of(tokens, hit, by_letter["N"], _titled(hit, before), len(by_letter) == 1, context)
        if surname is not None and (len(by_letter) == 1 or not is_place(tokens, hit, by_letter.get("S", ()), context)):
            return surname
    if "A" in by_letter and _before_office(hit, following, by_letter["A"]):
        return by_letter["A"][0]
    if "A" in by_letter and len(by_letter) > 1 and ("S" in by_letter or "D" in by_letter):
        rival = by_letter.get("S") or by_letter["D"]
        return by_letter["A"][0] if _attributive(tokens, hit, by_letter["A"][0], rival[0], led, context.gazetteer.lang) else _widest(rival)
    letter = next((one for one in "SDTOAL" if one in by_letter), None)
    if letter == "S" and any(one.role == "metonym" for one in by_letter["S"]):
        return _seat_or_body(tokens, hit, by_letter["S"], context)
    return _widest(by_letter[letter]) if letter else None


def _stands_apart(tokens: Sequence[Token], hit: Hit, reading: Reading, beside: tuple[Sense | None, Hit | None], context: Context) -> bool:
    """Is a weak name of a state or capital (Mali, Jordan) a proper name here that belongs to no longer one?

    It stands inside the sentence and no capitalised word is its neighbour; in English, where surnames do not decline, it has to follow a
    preposition, a verb or another state as well, or go before another state ("Jordan and Oman") or its own office ("Jordan's parliament").
    """
    before, following = beside
    if context.gazetteer.entities[reading.entity].kind not in ("state", "capital") or reading.capitals == 2:
        return False
    if _leads_on(tokens, hit, following, context):
        return True
    if hit.first == 0:
        return False
    previous, after = tokens[hit.first - 1].word, tokens[hit.last].word if hit.last < len(tokens) else None
    if after is not None and after.kind == "word" and after.capital:
        return False
    glue = load_glue(context.gazetteer.lang)
    listed = before is not None and before.letter == "S" and (previous.text == "," or previous.lower in glue.and_)
    if glue.prepositional:
        told = bool(context.strong) and previous.kind == "word" and not previous.capital and "verb" in previous.poses
        owner = after is not None and after.lower in glue.owned and not previous.capital
        return listed or previous.lower in glue.before or (told and after is not None) or owner
    opening = hit.first == 1 and bool(previous.poses - {"propn", "x"})
    return listed or (previous.kind == "word" and (opening or not previous.capital))


def _leads_on(tokens: Sequence[Token], hit: Hit, following: Hit | None, context: Context) -> bool:
    """In English: does a weak name go before another state's, or own the office behind it, with no name before it?"""
    glue = load_glue(context.gazetteer.lang)
    named = hit.first > 0 and tokens[hit.first - 1].word.capital and tokens[hit.first - 1].word.lower not in glue.function
    if not glue.prepositional or named or following is None or following.first != hit.last + 1:
        return False
    between = tokens[hit.last].word.lower
    sure = [one for one in following.readings if not one.weak]
    if between == "," or between in glue.and_:
        return any(one.role == "name" and context.gazetteer.entities[one.entity].kind == "state" for one in sure)
    return between in glue.owned and any(one.role in ("title", "organ") for one in sure)


def _before_office(hit: Hit, following: Hit | None, adjectives: list[Reading]) -> bool:
    """Does a title or organ follow that the adjective can agree with?"""
    if following is None or following.first != hit.last or following.readings[0].role not in ("title", "organ"):
        return False
    return any(one.cases & other.cases for one in adjectives for other in following.readings)


def _seat_or_body(tokens: Sequence[Token], hit: Hit, readings: list[Reading], context: Context) -> Reading:
    """Brussels: the city after a preposition of place, Belgium where the article speaks of it and not of the Union, or of nobody else;
    otherwise the Union."""
    entities = context.gazetteer.entities
    body = next(one for one in readings if one.role == "metonym")
    city = next((one for one in readings if one.role != "metonym"), body)
    placed = hit.first > 0 and city.cases != INS and tokens[hit.first - 1].word.lower in load_glue(context.gazetteer.lang).in_
    own = {entities[city.entity].country or ""}
    union = (entities[body.entity].id or "") in context.strong
    local = not union and (bool(own & context.strong) or not context.strong - own)
    return city if placed or local else body


def _titled(hit: Hit, before: Sense | None) -> bool:
    """Does a title, an organ, an adjective or a state stand right before (premier Morawiecki)?"""
    return before is not None and before.hit.last == hit.first and before.letter in "TOAS"


def _widest(readings: list[Reading]) -> Reading:
    """One reading for several with the same entity: the one with most cases (Niemcy: the state in the nominative or accusative)."""
    return max(readings, key=lambda one: (one.role == "name", not one.weak, one.cases.bit_count()))


def _person(readings: list[Reading], context: Context) -> Reading:
    best = best_person(readings, context)
    for one in readings:
        if best is not None and context.gazetteer.entities[one.entity].name == best.name:
            return one
    return readings[0]


def _attributive(tokens: Sequence[Token], hit: Hit, adjective: Reading, name: Reading, led: bool, lang: str) -> bool:
    """Is "Polski", "US" or "Russian" an adjective here: does a noun follow that it agrees with?"""
    if hit.last >= len(tokens):
        return False
    after = tokens[hit.last].word
    if name.role == "name" and (
        (led and name.cases != 127) or (hit.first > 0 and tokens[hit.first - 1].word.has("prep") and name.cases != 127)
    ):
        return False
    if after.kind != "word" or after.has("prep") or after.has("conj") or after.lower in load_glue(lang).function:
        return False
    agreeing = [
        one
        for one in after.analyses
        if one.pos in ("noun", "propn")
        and one.cases & adjective.cases
        and (not one.number or not adjective.number or one.number == adjective.number)
    ]
    if name.cases == 127:
        described = bool(agreeing) or after.has("adj")
        return described and (name.role == "demonym" or not after.has("verb"))
    verbs = any(one.pos == "verb" and one.form in ("fin", "past", "aux", "cond") for one in after.analyses)
    if hit.first > 0 and name.role == "name" and name.cases & ~NOM and not after.capital:
        return False
    return bool(agreeing) and not verbs
