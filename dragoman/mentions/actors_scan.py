"""First look at a sentence: where the gazetteer's names, titles and organs stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebook.gazetteer import NOTHING, load_gazetteer
from dragoman.grammar.pack import load_pack
from dragoman.mentions.actors_words import load_glue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Reading
    from dragoman.codebook.gazetteer import Gazetteer, Start
    from dragoman.model.token import Token


class Hit(NamedTuple):
    """Tokens ``[first, last)`` of a sentence, with the readings of the longest name that stands there.

    `begin` and `end` are characters of the text; they lie inside one token where a part of a compound is meant (rosyjsko-|ukraiński|).
    """

    first: int
    last: int
    begin: int
    end: int
    readings: tuple[Reading, ...]


_COMPOUND = frozenset(("adjective", "name", "capital", "surname"))


def scan(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Hit]:
    """All names, titles and organs of a sentence, longest first at each place, none overlapping."""
    hits: list[Hit] = []
    known = gazetteer.known
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        text = token.word.text
        start = known.get(text) or gazetteer.start(text)
        if start is not NOTHING and (start.alone or (at + 1 < count and gazetteer.fold(tokens[at + 1].word.text) in start.longer)):
            size, kept = longest(start, tokens, at, gazetteer)
            if kept and not (size > 1 and not token.word.capital and _outreached(tokens, at, size, gazetteer)):
                hits.append(Hit(at, at + size, token.start, tokens[at + size - 1].end, kept))
                at += size
                continue
        if "-" in text and len(text) > 4:
            hits.extend(
                Hit(at, at + 1, token.start + begin, token.start + end, part) for begin, end, part in compound(text, gazetteer.lang)
            )
        at += 1
    return hits


def _outreached(tokens: Sequence[Token], at: int, size: int, gazetteer: Gazetteer) -> bool:
    """Does a name that begins at the next token reach further ("the West" in "the West Bank")?"""
    start = gazetteer.start(tokens[at + 1].word.text)
    following, kept = longest(start, tokens, at + 1, gazetteer)
    return bool(kept) and following + 1 > size


def longest(start: Start, tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> tuple[int, tuple[Reading, ...]]:
    """The number of tokens of the longest name that stands at a token, and what that name can mean."""
    limit = len(tokens) - at - 1
    group = start.longer.get(gazetteer.fold(tokens[at + 1].word.text)) if start.longer and limit else None
    if group is None:
        return 1, start.alone
    following = [gazetteer.fold(one.word.text) for one in tokens[at + 1 : at + 1 + len(group[0].rest)]]
    kept: list[Reading] = []
    for one in group:
        length = len(one.rest)
        if kept and length < len(kept[0].rest):
            break
        if length <= limit and list(one.rest) == following[:length]:
            kept.append(one)
    return (len(kept[0].rest) + 1, tuple(kept)) if kept else (1, start.alone)


@lru_cache(maxsize=20_000)
def compound(text: str, lang: str) -> tuple[tuple[int, int, tuple[Reading, ...]], ...]:
    """The states in a hyphenated word, as (begin, end, readings): rosyjsko-ukraiński, US-Kazakh, российско-украинский, U.S.-led."""
    gazetteer = load_gazetteer(lang)
    # "US-led" names a state and a participle: a language of order makes such words, one of cases none.
    by_case = load_pack(lang).settings.get("roles") == "case"
    found = []
    begin = 0
    for part in text.split("-"):
        end = begin + len(part)
        readings = tuple(one for one in gazetteer.find(part) if not one.rest and one.role in _COMPOUND and (not one.weak or part.isupper()))
        if not readings:
            readings = _combining(part, gazetteer)
        if readings and len(part) > 1:
            found.append((begin, end, readings))
        begin = end + 1
    whole = len(found) == text.count("-") + 1 or (found and not by_case)
    return tuple(found) if whole else ()


def _combining(part: str, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The state of a combining form: rosyjsko- is rosyjski, российско- is российский, російсько- is російський; Sino- is left alone."""
    for end, endings in load_glue(gazetteer.lang).combining:
        for ending in endings if part.endswith(end) else ():
            readings = tuple(one for one in gazetteer.find(part.removesuffix(end) + ending) if not one.rest and one.role == "adjective")
            if readings:
                return readings
    return ()
