"""Quotation marks paired into stretches of quoted text. Only the outermost pair counts; what it holds are somebody's words already."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.model.token import Token

DASHES = frozenset("–—−-―")
MARKS = frozenset('"„“”«»‟″')
_SINGLE = frozenset("‘’'")
SIGNS = MARKS | _SINGLE
"""Every token that can be a quotation mark."""
_CLOSERS = frozenset(".,;:!?…)]»”\"'’")


class Quoted(msgspec.Struct, frozen=True):
    """Quoted text: indexes of the tokens with the opening and the closing mark.

    `going_on` tells that the paragraph leaves it open and the next one goes on; `close` is the paragraph's last token then.
    """

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
    if token.text == "‘" or (token.text == "'" and (before.isspace() or before in '"“(') and after.isalnum()):
        return 1 if before.isspace() or before in '("“—' else 0
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
    depth, start, closed, single = 0, -1, -1, False
    for at, side, alone in _sides(text, tokens, marks):
        if alone and depth and not single:
            continue
        if single and depth and not alone:
            depth, single = 0, False
        if side == 1 or (side == 0 and not depth):
            if depth == 1 and closed > start and not single and _begins_sentence(text, tokens[at]):
                found.append(Quoted(start, closed))
                depth = 0
            if depth == 0:
                start, closed, single = at, -1, alone
            depth += 1
        elif depth:
            depth, closed = depth - 1, at
            if depth == 0 or (depth == 1 and _forgotten(text, tokens, marks, at)):
                found.append(Quoted(start, at))
                depth, single = 0, False
    if depth and not single:
        found.append(Quoted(start, closed) if closed > start else Quoted(start, last, True))
    return found


def _sides(text: str, tokens: Sequence[Token], marks: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Each mark with its side (1 opens, -1 closes, 0 unknown) and whether it is a single one; apostrophes are left out."""
    skip = -1
    for at in marks:
        token = tokens[at]
        if at == skip:
            continue
        if token.text not in _SINGLE:
            yield at, _side(text, token), False
        elif at + 1 < len(tokens) and text[token.start : token.start + 2] == "''":
            side, skip = _double(text, token), at + 1
            yield at + (side == -1), side, False
        else:
            side = _single(text, token)
            if side:
                yield at, side, True


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
