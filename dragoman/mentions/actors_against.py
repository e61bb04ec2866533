"""States against whom something is, named in an adjective with a prefix: "antyrosyjskie sankcje", "антикитайские пошлины"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.mentions.actors_words import load_glue
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.model.token import Sentence


def opposed(sentences: Sequence[Sentence], lang: str) -> list[ActorMention]:
    """An adjective mention of every state that stands behind a prefix of the pack's `against`."""
    prefixes = tuple(load_glue(lang).against)
    found: list[ActorMention] = []
    for sentence in sentences if prefixes else ():
        for token in sentence.tokens:
            if token.word.lower.startswith(prefixes) and (named := _named(token.word.text, lang)) is not None:
                reading, state = named
                grammar = reading.cases, reading.number, reading.genders or 7
                found.append(ActorMention(token.start, token.end, state.name, state.country, state.sector, state.id, "adjective", *grammar))
    return found


@lru_cache(maxsize=5_000)
def _named(text: str, lang: str) -> tuple[Reading, Entity] | None:
    """The reading of the state's adjective in a word, and the state; None where the rest of the word names none."""
    gazetteer = load_gazetteer(lang)
    for prefix in load_glue(lang).against:
        rest = text[len(prefix) :].lstrip("-") if text.lower().startswith(prefix) else ""
        for one in gazetteer.find(rest) if rest else ():
            state = gazetteer.entities[one.entity]
            if one.role == "adjective" and not one.rest and (state.country or state.sector == "IGO"):
                return one, state
    return None
