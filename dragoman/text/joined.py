"""Where a page's furniture runs into the text: teasers of other articles, and headings that no mark closes.

Web pages lose their line breaks when they are stored: "… w Indiach W rozmowie …" is the end of a heading and the begin of a sentence, and
"ZOBACZ: …" names another article. The pack's `sentences.yml` says what a teaser begins with (`teasers`), whether a capital tells a new
sentence (`joined: true`: languages that write common words small), which `openers` (offices) may begin one behind a name, and which
words take a capital out of politeness (`polite`: lemmas).
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from dragoman.model.token import ACC, NOM, VOC

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model.token import Token, Word

_QUOTES = frozenset("\"”»’'")
_DASHES = frozenset("–—-")
_STOPS = frozenset(".!?…")
_SMALL = frozenset({"prep", "conj", "sconj", "part", "pron", "adv"})
_LONGEST = 30


class Joints:
    """A pack's words for teasers and joined headings, ready to use."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.joined = bool(data.get("joined"))
        self.openers = frozenset(str(one) for one in data.get("openers") or ())
        self.polite = frozenset(str(one) for one in data.get("polite") or ())
        names = sorted((str(one) for one in data.get("teasers") or ()), key=len, reverse=True)
        self.marker = re.compile("(?:" + "|".join(re.escape(one) for one in names) + r")\s?:\s") if names else None


def stretches(text: str, start: int, end: int, joints: Joints) -> Iterator[tuple[int, int, bool]]:
    """A line as parts: (start, end, whether it begins with a teaser)."""
    marks = [match.start() for match in joints.marker.finditer(text, start, end)] if joints.marker else []
    edges = [start, *(one for one in marks if one > start), end]
    for begin, stop in itertools.pairwise(edges):
        yield begin, stop, begin in marks


def teaser_length(tokens: Sequence[Token], joints: Joints, abbreviations: frozenset[str]) -> int:
    """How many tokens of a stretch that begins with a teaser are the teaser; the text behind it goes on.

    A teaser is a title of one or two sentences without a last mark: it runs to the first capital that opens a common word, to a
    quotation after a dash, or, where nothing tells, to the end of a short stretch or to its first mark.
    """
    ends: list[int] = []
    quoted = False
    for at in range(1, min(len(tokens) - 1, _LONGEST)):
        quoted = tokens[at].text in ("„", "«") or (quoted != (tokens[at].text == '"') and tokens[at].text not in ("”", "»"))
        if at > 3 and _goes_on(tokens, at, quoted, joints):
            return at
        if tokens[at].text in _STOPS and not quoted and tokens[at - 1].word.lower not in abbreviations:
            ends.append(at)
    if len(tokens) <= _LONGEST:
        return len(tokens)
    return ends[0] + 1 if ends else _LONGEST


def _goes_on(tokens: Sequence[Token], at: int, quoted: bool, joints: Joints) -> bool:
    """Does the text go on at this token of a title?"""
    one, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if one.text in _DASHES:
        third = tokens[at + 2].text if len(tokens) > at + 2 else "."
        return not quoted and one.start > before.end and after.word.capital and third not in _STOPS | _DASHES
    behind = before.text in _QUOTES and before.start == tokens[at - 2].end and tokens[at - 2].word.kind == "word"
    if one.text in ('"', "„") and quoted:
        opened = before.word.kind == "word" and not before.word.poses & _SMALL and not before.word.has("noun") | before.word.has("propn")
        return after.word.capital and (behind or opened)
    if quoted or not one.word.capital:
        return False
    return behind or (
        before.word.kind == "word" and (one.word.lower in joints.openers or _opens_title_end(tokens, at) or _retold(tokens, at))
    )


def _opens_title_end(tokens: Sequence[Token], at: int) -> bool:
    one, after = tokens[at].word, tokens[at + 1].word
    if not _common(one) or (one.text.isupper() and len(one.text) > 1):
        return False
    if one.poses <= {"adj"}:
        return bool(one.cases & NOM) and after.has("noun") and not after.capital
    return bool(one.cases & (NOM | ACC)) or not one.poses & {"noun", "adj"} or one.has("prep")


def joints_in(tokens: Sequence[Token], begin: int, stop: int, joints: Joints) -> Iterator[int]:
    """Where, within one sentence, a new one opens although no mark closed the heading before it."""
    if not joints.joined:
        return
    last = begin
    quoted = False
    for at in range(begin, stop - 2):
        if tokens[at].text in ('"', "„", "”", "«", "»"):
            quoted = not quoted if tokens[at].text == '"' else tokens[at].text in ("„", "«")
        elif not quoted and at - last > 2 and tokens[at].word.capital and _opens(tokens, at, joints) and _tells(tokens, at, stop):
            last = at
            yield at


def _opens(tokens: Sequence[Token], at: int, joints: Joints) -> bool:
    one, before, after = tokens[at].word, tokens[at - 1].word, tokens[at + 1].word
    if one.lemmas & joints.polite:
        return False
    quote = before.kind != "word" and tokens[at - 1].text in _QUOTES and tokens[at - 2].word.kind == "word"
    if (not quote and (before.kind != "word" or before.poses <= _SMALL)) or (len(one.text) > 1 and one.text.isupper()):
        return False
    if one.has("prep") or (one.poses & _SMALL and not one.poses & {"noun", "propn"}):
        return after.kind == "word" and _common(one) and not (len(one.text) == 1 and before.capital and after.capital)
    if one.poses == {"verb"}:
        return len(one.text) > 4 and _finite(one)
    if one.lower in joints.openers and not before.capital and before.poses == {"noun"}:
        return True
    small = quote or (not before.capital and not before.has("adj"))
    return bool(one.cases & NOM) and _common(one) and _finite(after) and (small or one.lower in joints.openers)


def _tells(tokens: Sequence[Token], at: int, stop: int) -> bool:
    return any(_finite(one.word) for one in tokens[at:stop])


def _retold(tokens: Sequence[Token], at: int) -> bool:
    """A name before a verb where the title has its verb already ("… ogłosił Nowak wyjechał …", "… odradza podróże Nowak dodał …")."""
    if not _finite(tokens[at + 1].word) or not tokens[at].word.cases & (NOM | VOC):
        return False
    before = tokens[at - 1].word
    if _finite(before):
        return True
    begin = max((one for one in range(at) if tokens[one].word.kind == "punct"), default=0)
    return not before.capital and before.poses == {"noun"} and any(_finite(one.word) for one in tokens[begin:at])


def _finite(word: Word) -> bool:
    return any(one.form in ("fin", "past") for one in word.analyses)


def _common(word: Word) -> bool:
    """Is it a word that is written small within a sentence?"""
    return bool(word.analyses) and all(one.pos != "propn" and one.lemma[:1].islower() for one in word.analyses)
