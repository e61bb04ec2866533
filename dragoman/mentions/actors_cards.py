"""A person's name with what stands at its sides: given names before it, further ones and the entry of a register behind it.

Official sites print the entry of a person into the running text: "Jan Tamm Tamm Jan Priidik prezydent Estonii podpisał". The name, its
repetition and the office are one mention.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.actors_learn import stem
from dragoman.model.token import NOM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence, Token

_NOMINAL = frozenset(("noun", "propn", "x", "adj"))
_TOLD = 3
"""An office, its state and a name are so many words at least."""
_LONGEST = 6
"""How many words of a name a register prints before the office."""


def whole_names(sentences: Sequence[Sentence], mentions: Sequence[ActorMention], lang: str) -> tuple[ActorMention, ...]:
    """The mentions, in the order of the text, with given names and entries taken into the name that they belong to."""
    kept: list[ActorMention] = []
    for sentence, row in _by_sentence(sentences, mentions):
        at = 0
        while at < len(row):
            one, last = row[at], at
            if one.role == "name":
                one = _with_given_names(sentence.tokens, one, kept[-1].end if kept else 0, lang)
                last = _entry(sentence.tokens, row, at, lang)
            end = row[last].end
            if last == at:
                end = _with_surnames(sentence.tokens, one, row[at + 1].start if at + 1 < len(row) else sentence.end)
            kept.append(msgspec.structs.replace(one, end=end))
            at = last + 1
    return tuple(kept)


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[ActorMention]) -> Iterator[tuple[Sentence, list[ActorMention]]]:
    at = 0
    for sentence in sentences:
        row = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            row.append(mentions[at])
            at += 1
        if row:
            yield sentence, row


def _first_at(tokens: Sequence[Token], start: int) -> int:
    return bisect_left(tokens, start, key=lambda one: one.start)


def _with_given_names(tokens: Sequence[Token], one: ActorMention, floor: int, lang: str) -> ActorMention:
    """The mention from the first word before it that belongs to the name it stands for."""
    names = {stem(word, lang) for word in one.name.split()}
    start, at = one.start, _first_at(tokens, one.start) - 1
    if len(names) < 2 or one.sector is None:
        return one
    while at >= 0 and tokens[at].start >= floor and tokens[at].word.capital and stem(tokens[at].text, lang) in names:
        start, at = tokens[at].start, at - 1
    return msgspec.structs.replace(one, start=start)


def _with_surnames(tokens: Sequence[Token], one: ActorMention, ceiling: int) -> int:
    """Where the name of a person told with his office ends: further names behind it stand in its case and open no clause."""
    at = _first_at(tokens, one.end)
    end = one.end
    if one.role != "name" or one.sector is None or one.country is None or at - _first_at(tokens, one.start) < _TOLD or one.cases & NOM:
        return end
    while at < len(tokens) and tokens[at].end <= ceiling and _is_surname(tokens[at], one.cases):
        end, at = tokens[at].end, at + 1
    return end


def _is_surname(token: Token, cases: int) -> bool:
    word = token.word
    return word.capital and word.kind == "word" and bool(word.cases & cases) and word.poses <= _NOMINAL


def _entry(tokens: Sequence[Token], row: Sequence[ActorMention], at: int, lang: str) -> int:
    """The mention that ends the entry behind a name: its office, after the same name in a register's order; the name itself without one."""
    one = row[at]
    begin = _first_at(tokens, one.end)
    for last in range(at + 1, min(at + 4, len(row))):
        other = row[last]
        if other.country != one.country or one.country is None:
            return at
        if other.role == "title" and other.sector == one.sector:
            return last if _repeats(tokens[begin : _first_at(tokens, other.start)], one, tokens, lang) else at
    return at


def _repeats(between: Sequence[Token], one: ActorMention, tokens: Sequence[Token], lang: str) -> bool:
    """Are the words only names, one of which the mention has already?"""
    if not 0 < len(between) <= _LONGEST or any(token.word.kind != "word" for token in between):
        return False
    first = _first_at(tokens, one.start)
    own = {stem(token.text, lang) for token in tokens[first : _first_at(tokens, one.end)] if token.word.capital}
    own |= {stem(word, lang) for word in one.name.split()}
    return between[0].word.capital and any(stem(token.text, lang) in own for token in between)
