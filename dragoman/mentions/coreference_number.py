"""A form of two numbers in its sentence: "przywódcy" is of one leader, or are several, as the words beside it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.coreference_words import leading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.actors_sense import Sense
    from dragoman.mentions.coreference_words import BackWords
    from dragoman.model.token import Token, Word

_FINITE = frozenset(("fin", "past"))


def in_one_number(sense: Sense, tokens: Sequence[Token], words: BackWords) -> Sense:
    """The sense with the grammar of its plural where a plural verb stands beside it or a plural word leads it, else of its singular."""
    if sense.reading.number:
        return sense
    number = "p" if _is_plural(sense, tokens, words) else "s"
    fitting = [
        one
        for one in sense.hit.readings
        if one.number in (number, "") and one.entity == sense.reading.entity and one.role == sense.reading.role
    ]
    if not fitting:
        return sense
    cases, genders = 0, 0
    for one in fitting:
        cases, genders = cases | one.cases, genders | one.genders
    return sense._replace(reading=msgspec.structs.replace(sense.reading, cases=cases, genders=genders, number=number))


def _is_plural(sense: Sense, tokens: Sequence[Token], words: BackWords) -> bool:
    hit = sense.hit
    lead = leading(tokens, hit.first, words)
    if lead:
        nearest = lead[0].word
        return nearest.lower in words.both or {one.number for one in nearest.analyses} == {"p"}
    beside = (*tokens[hit.last : hit.last + 2], *tokens[max(0, hit.first - 1) : hit.first])
    return any(_plural_verb(token.word) for token in beside)


def _plural_verb(word: Word) -> bool:
    verbs = [one for one in word.analyses if one.pos == "verb" and one.form in _FINITE]
    return bool(verbs) and all(one.number == "p" for one in verbs)
