"""Quotation marks paired into stretches of quoted text. Only the outermost pair counts; what it holds are somebody's words already."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.model.token import Token

DASHES = frozenset("–—−-―")
MARKS = frozenset("\"„“”«»‟″")
_SINGLE = frozenset("‘’'")
SIGNS = MARKS | _SINGLE
"""Every token that can be a quotation mark."""
_CLOSERS = frozenset(".,;:!?…)]»”\"'’")


class Quoted(msgspec.Struct, frozen=True):
    """Quoted text: indexes of the tokens with the opening and the closing mark. `going_on` marks a paragraph left open: the next one goes on."""

    open: int
    close: int
    going_on: bool = False


def _side(text: str, token: Token) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 when the neighbours do not tell."""
    mark = token.text
    if mark == "«" or mark == "„":
        return 1
    if mark == "»":
        return -1
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    opens = (before.isspace() or before in "([—–-−„“\"'‘/") and not after.isspace() and after not in ".,;:!?)]"
    closes = not before.isspace() and (after.isspace() or after in _CLOSERS or after in "–—-/")
    if opens != closes:
        return 1 if opens else -1
    if mark == "”":
        return -1
    return 0


def _single(text: str, token: Token) -> int:
    """Like `_side` for single marks, which are apostrophes too: ‘ opens, and ’ closes only before a stop or white space."""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    if token.text == "‘" or (token.text == "'" and (before.isspace() or before in "\"“(") and after.isalnum()):
        return 1 if before.isspace() or before in "(\"“—" else 0
    return -1 if not before.isspace() and not after.isalnum() else 0


def _double(text: str, token: Token) -> int:
    """Like `_side` for a pair of single marks that stands for a double one."""
    after = text[token.start + 2] if token.start + 2 < len(text) else " "
    before = text[token.start - 1] if token.start else " "
    return 1 if (before.isspace() or before in "('") and not after.isspace() else -1


def pair_marks(text: str, tokens: Sequence[Token], marks: Sequence[int], paragraph: Callable[[int], int]) -> list[Quoted]:
    """Outermost quoted stretches in order. `marks` are the tokens of `SIGNS`; `paragraph` tells a token's paragraph.

    Linear: every mark is seen once, and a paragraph's marks never pair with another's.
    """
    found: list[Quoted] = []
    begin = 0
    while begin < len(marks):
        number = paragraph(marks[begin])
        stop = begin
        while stop < len(marks) and paragraph(marks[stop]) == number:
            stop += 1
        found.extend(_pair(text, tokens, marks[begin:stop], _last(tokens, paragraph, marks[stop - 1])))
        begin = stop
    return _without_stray(found, tokens)


def _last(tokens: Sequence[Token], paragraph: Callable[[int], int], at: int) -> int:
    number = paragraph(at)
    while at + 1 < len(tokens) and paragraph(at + 1) == number:
        at += 1
    return at


def _pair(text: str, tokens: Sequence[Token], marks: Sequence[int], last: int) -> list[Quoted]:
    """Pairs within one paragraph, whose last token is `last`."""
    found: list[Quoted] = []
    depth, start, closed = 0, -1, -1
    single = False
    skip = -1
    for at in marks:
        token = tokens[at]
        if at == skip:
            continue
        is_single = token.text in _SINGLE
        if is_single and at + 1 < len(tokens) and text[token.start : token.start + 2] == "''":
            side, skip, is_single = _double(text, token), at + 1, False
            at += side == -1
        elif is_single and depth and not single:
            continue
        else:
            side = _single(text, token) if is_single else _side(text, token)
        if is_single and side == 0:
            continue
        if not is_single and single and depth:
            depth, single = 0, False
        if side == 0:
            side = -1 if depth else 1
        if side == 1:
            if depth == 1 and closed > start and not single and _begins_sentence(text, token):
                found.append(Quoted(start, closed))
                depth = 0
            if depth == 0:
                start, closed, single = at, -1, is_single
            depth += 1
        elif depth:
            depth -= 1
            closed = at
            if depth == 1 and _forgotten(text, tokens, marks, at):
                depth = 0
            if depth == 0:
                found.append(Quoted(start, at))
                single = False
    if depth and not single:
        found.append(Quoted(start, closed) if closed > start else Quoted(start, last, True))
    return found


def _forgotten(text: str, tokens: Sequence[Token], marks: Sequence[int], at: int) -> bool:
    """Does a nested close end the outer words too (one mark for two)? A full stop follows it, and the next mark opens again."""
    end = tokens[at].end
    if text[end : end + 2] != ". ":
        return False
    following = bisect_right(marks, at)
    return following < len(marks) and tokens[marks[following]].text not in _SINGLE and _side(text, tokens[marks[following]]) == 1


def _begins_sentence(text: str, token: Token) -> bool:
    """Does a sentence end right before this mark? Then what it opens is not nested: an earlier mark was forgotten."""
    return text[max(0, token.start - 3) : token.start].rstrip(" \u00a0")[-1:] in (".", "!", "?", "…")


def _without_stray(found: list[Quoted], tokens: Sequence[Token]) -> list[Quoted]:
    """An open end is believed only where the next paragraph opens with a mark too."""
    return [
        one
        for one in found
        if not one.going_on or (one.close + 1 < len(tokens) and tokens[one.close + 1].text in MARKS and one.close - one.open > 3)
    ]
