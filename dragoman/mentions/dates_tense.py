"""Does a date's sentence look ahead? Told by the verb nearest to the date: future tense, or an auxiliary of the future."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from dragoman.grammar.pack import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.model.token import Sentence, Word

_NEAR = 20
_PAST = frozenset(("past", "imps"))


@cache
def _cues(lang: str) -> frozenset[str]:
    """Words of the pack's `dates.yml` that tell of the future: "będzie", "will", "zaplanowano"."""
    words = load_pack(lang).part("dates").get("words") or {}
    return frozenset(str(words.get("future_cue", "")).split())


def _leaning(word: Word, cues: frozenset[str]) -> int:
    """1 for a word of the future, -1 for a verb of the past, 0 for any other; a verb in the first person ("we recall") tells nothing."""
    if word.lower in cues:
        return 1
    verbs = [one for one in word.analyses if one.pos == "verb"]
    if not verbs:
        return 0
    if any(one.form in _PAST for one in verbs):
        return -1
    ahead = all(one.form == "fin" and one.aspect == "perf" and one.person in (0, 3) for one in verbs)
    return int(ahead and len(verbs) == len(word.analyses))


def future_near(sentences: Sequence[Sentence], lang: str) -> Callable[[int], bool]:
    """A question to be put for a place in the text: does the nearest verb of its sentence look ahead?"""
    starts, cues = [one.start for one in sentences], _cues(lang)

    def ahead(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= sentences[index].end:
            return False
        tokens = sentences[index].tokens
        here = next((number for number, token in enumerate(tokens) if token.end > at), 0)
        for distance in range(1, _NEAR + 1):
            for number in (here - distance, here + distance):
                if 0 <= number < len(tokens) and (leaning := _leaning(tokens[number].word, cues)):
                    return leaning > 0
        return False

    return ahead
