"""Whose it is that a quoted speaker calls ours or mine: "nasz kraj", "our government", "моя страна".

Who speaks is known only after the quotations have been read, so these mentions are added to the others then. (The turns of a transcript
are read in `turns.py`.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.codebook.answers import state_names
from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.mentions.actors import apart
from dragoman.mentions.actors_scan import scan
from dragoman.mentions.coreference_offices import OWNED
from dragoman.mentions.coreference_words import back_words, is_any
from dragoman.model.mention import ActorMention
from dragoman.model.token import ANY_CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.mentions.coreference_words import BackWords
    from dragoman.model.token import Sentence, Token

_REACH = 2


def refer_in_speech(
    sentences: Sequence[Sentence], actors: Sequence[ActorMention], voices: Sequence[tuple[int, int, ActorMention]], lang: str
) -> tuple[ActorMention, ...]:
    """The actors of a text with those whom the words "our" and "my" stand for in somebody's speech. `voices` are spoken characters with
    their speaker; the innermost speech counts."""
    words = back_words(lang)
    if not voices or not (words.ours or words.mine):
        return tuple(actors)
    starts = [one.start for one in sentences]
    found: dict[int, ActorMention] = {}
    for start, end, speaker in sorted(voices, key=lambda one: one[0] - one[1]):
        if speaker.country is None:
            continue
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        for sentence in sentences[max(0, first) : last]:
            for one in _in_sentence(sentence, start, end, speaker, words, lang):
                found[one.start] = one
    return apart((*actors, *found.values())) if found else tuple(actors)


def _in_sentence(sentence: Sentence, start: int, end: int, speaker: ActorMention, words: BackWords, lang: str) -> Iterator[ActorMention]:
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if start <= token.start < end:
            mine = token.word.lower in words.mine
            if mine or is_any(token.word, words.ours):
                thing = _thing(tokens, at, lang)
                if thing is not None:
                    yield _owned(token, *thing, speaker)
                elif mine:
                    yield _adjective(token, speaker)


def _thing(tokens: Sequence[Token], at: int, lang: str) -> tuple[int, Reading, Entity] | None:
    """The state, organ or office right behind a possessive (an adjective may stand between): where it ends, and what it is."""
    gazetteer = load_gazetteer(lang)
    for hit in scan(tokens[at + 1 : at + 2 + _REACH], gazetteer):
        if hit.first >= _REACH or (hit.first and not tokens[at + 1].word.has("adj")):
            return None
        for reading in hit.readings:
            entity = gazetteer.entities[reading.entity]
            singular = reading.number != "p" or entity.name in ("troops", "armed forces")
            state = entity.sex in ("state", "side") and reading.number != "p"
            organ = reading.role == "organ" and entity.name in OWNED and singular
            office = reading.role == "title" and entity.id not in (None, "other") and singular
            if state or organ or office:
                return hit.end, reading, entity
    return None


def _owned(token: Token, end: int, reading: Reading, entity: Entity, owner: ActorMention) -> ActorMention:
    country = owner.country or ""
    name = state_names().get(country, country)
    plain = entity.sex in ("state", "side")
    label = name if plain else f"{entity.name} of {name}"
    sector = None if plain else entity.sector
    cases, genders = reading.cases, reading.genders or 7
    return ActorMention(token.start, end, label, country, sector, None, "anaphor", cases, reading.number, genders)


def _adjective(token: Token, owner: ActorMention) -> ActorMention:
    country = owner.country or ""
    name = state_names().get(country, country)
    cases = token.word.cases or ANY_CASE
    return ActorMention(token.start, token.end, name, country, None, None, "adjective", cases, "", 7)
