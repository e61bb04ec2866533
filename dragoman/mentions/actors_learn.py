"""Names that the article itself teaches: after "minister obrony Estonii Jan Tamm" every "Tamm" and "Tammem" is Estonia's."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.codebook.inflect import fold
from dragoman.grammar.pack import load_pack
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.actors_phrase import Taught
    from dragoman.model.token import Sentence


@lru_cache(maxsize=20_000)
def stem(form: str, lang: str) -> str:
    """A surname without its ending (the pack's `actors.yml: name_endings`), to compare its forms by. At least three letters stay."""
    word = fold(form)
    endings = load_pack(lang).part("actors").get("name_endings") or ()
    for ending in sorted(map(str, endings), key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def learned(sentences: Sequence[Sentence], taught: Sequence[Taught], mentions: Sequence[ActorMention], lang: str) -> list[ActorMention]:
    """Further mentions of people whom the article introduced by title, anywhere in it."""
    if not taught:
        return []
    known = {stem(one.words[-1], lang): one for one in reversed(taught)}
    first = {stem(one.words[0], lang) for one in taught if len(one.words) > 1}
    covered = sorted((one.start, one.end) for one in mentions)
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if not token.word.capital or token.word.kind != "word":
                continue
            one = known.get(stem(token.text, lang))
            if one is None or _is_covered(token.start, token.end, covered):
                continue
            begin = token.start
            if at and tokens[at - 1].word.capital and stem(tokens[at - 1].text, lang) in first:
                begin = tokens[at - 1].start
            elif at and tokens[at - 1].word.capital and tokens[at - 1].word.poses == {"propn"} and at > 1:
                continue
            cases = token.word.cases or 127
            stand = one.stand
            found.append(
                ActorMention(
                    begin,
                    token.end,
                    " ".join(one.words),
                    stand.country,
                    stand.sector,
                    None if stand.country else stand.body,
                    "name",
                    cases,
                    "s",
                )
            )
    return found


def _is_covered(start: int, end: int, covered: Sequence[tuple[int, int]]) -> bool:
    """Does a range meet one of the sorted ranges, which do not overlap?"""
    at = bisect_left(covered, (end, 0))
    return at > 0 and covered[at - 1][1] > start
