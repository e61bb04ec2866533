"""Ranges ("od 5 do 7", "10-20 dollars") and bounds ("ponad", "at least", "or more") around an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.numerals import Number
from dragoman.mentions.quantities_amounts import DASHES, Amount, read_amount
from dragoman.mentions.quantities_tables import find_unit

if TYPE_CHECKING:
    from dragoman.mentions.numerals_line import Line
    from dragoman.mentions.quantities_tables import Tables

_DIGITS = frozenset("0123456789")


def join_range(line: Line, first: Amount, tables: Tables) -> Amount:
    """The amount joined with the next one where both are ends of a range."""
    at = first.end
    word = line.word(at)
    opener = line.word(first.start - 1)
    closes = tables.openers.get(opener)
    opened = closes is not None and word in closes and not _changes(line, first.start - 1, tables)
    dashed = word in DASHES and (line.glued(at) == line.glued(at + 1))
    limits = word in tables.toward
    if not opened and not dashed and (word not in tables.join or (limits and _changes(line, first.start, tables))):
        return first
    if closes is not None and word in closes and not opened:
        return first
    second_at = at + 1
    signs = tables.currencies.signs
    while second_at < at + 3 and (line.word(second_at) in signs or line.word(second_at) + line.word(second_at + 1) in signs):
        second_at += 1
    if second_at >= len(line.words) or first.number.share or first.low is None:
        return first
    word = line.words[second_at]
    if not (word in tables.numerals.entries or word[0] in _DIGITS):
        return first
    second = read_amount(line, second_at, at + 1, tables)
    if second is None or second.low is None or second.high is None or second.number.share or second.low != second.high:
        return first
    joined = _joined(first, second, opener if opened else "", not dashed and not opened and not limits)
    return join_range(line, joined, tables) if joined.is_range and dashed and joined.end < first.end + 8 and not first.is_range else joined


def _joined(first: Amount, second: Amount, opener: str, either: bool) -> Amount:
    """One amount from the ends of a range; `first` alone where they do not make one. `either`: joined by "or", in any order."""
    low = first.low or 0.0
    factor = (second.low or 0.0) / (second.number.low or 1.0) if second.number.low else 1.0
    bare = first.unit is None or (first.unit == second.unit and first.end == first.number.end) or second.unit is None
    if bare and first.number.scale == 1.0 and not first.number.share:
        own = (second.number.low or 0.0) / second.number.scale
        low = low * (factor if first.unit is None else 1.0) * (second.number.scale if low < own else 1.0)
    elif first.unit is not None and first.unit != second.unit and second.unit is not None:
        return first
    if second.high is not None and low > second.high and either and first.unit == second.unit and first.number.scale == second.number.scale:
        return Amount(_spanning(first, second.number), first.start, second.end, second.low, low, second.unit, first.approximate, True)
    if second.high is None or low >= second.high:
        return first
    start = first.start - 1 if opener else first.start
    approximate = first.approximate or second.approximate
    return Amount(_spanning(first, second.number), start, second.end, low, second.high, second.unit or first.unit, approximate, True)


def _spanning(first: Amount, number: Number) -> Number:
    digits = first.number.digits and number.digits
    return Number(first.number.start, number.end, first.low, number.high, number.approximate, number.scale, digits)


def _changes(line: Line, before: int, tables: Tables) -> bool:
    """Does a word of rising or falling stand shortly before token `before`, in the same sentence?"""
    for at in range(before - 1, max(-1, before - 12), -1):
        word = line.words[at]
        if word in ("\n", "!", "?") or (word == "." and line.written(at + 1)[0].isupper() and len(line.word(at - 1)) > 3):
            return False
        if word.startswith(tables.change) or (word in tables.change_from and line.word(at + 1)[:1] in _DIGITS):
            return True
    return False


def set_bounds(line: Line, amount: Amount, done: int, tables: Tables) -> Amount:
    """The amount with the bound words before and after it: "ponad", "at least", "or more"."""
    articles = tables.numerals.articles
    if line.word(amount.start - 1) in articles and amount.start - 1 >= done and not amount.number.digits:
        amount = amount._replace(start=amount.start - 1)
    if amount.low is not None and (amount.low == amount.high or amount.is_range):
        after = tables.after.find(line, amount.end)
        loose = line.word(amount.end) == "+" and not line.glued(amount.end)
        if after is not None and not loose and not (amount.is_range and after.code != "about"):
            amount = _bound(amount, after.code)._replace(end=after.end)
            unit = find_unit(line, after.end, tables) if amount.unit is None and after.code == "least" else None
            amount = amount._replace(unit=unit.code, end=unit.end) if unit and unit.value == 1 else amount
    for _ in range(2):
        found = _bound_before(line, amount.start, done, tables)
        if found is None:
            break
        start, kind = found
        if kind == "limit":
            if amount.is_range or amount.low is None or amount.low != amount.high or _goes_to(line, amount, start, tables):
                break
            kind = "most"
        settled = amount.low is None or amount.high is None or amount.low != amount.high
        amount = (amount if settled and kind != "about" else _bound(amount, kind))._replace(start=start)
    return amount


def _bound(amount: Amount, kind: str) -> Amount:
    if kind == "least":
        return amount._replace(high=None)
    if kind == "most":
        return amount._replace(low=None)
    if kind == "nearly":
        return amount._replace(low=None, approximate=True)
    return amount._replace(approximate=True)


def _goes_to(line: Line, amount: Amount, start: int, tables: Tables) -> bool:
    """Is "do", "до" a way to something and no limit: what rises to a level, or "to four states"?"""
    small = amount.unit is None and (amount.low or 0) < 50
    return small or _changes(line, start, tables)


def _bound_before(line: Line, at: int, done: int, tables: Tables) -> tuple[int, str] | None:
    if line.word(at - 1) in tables.through and at - 1 > done and line.word(at - 2) in tables.before:
        found = _bound_before(line, at - 1, done, tables)
        return found if found and found[1] != "limit" else None
    for words, kind in tables.before.get(line.word(at - 1), ()):
        start = at - len(words)
        if start >= done and tuple(line.words[start:at]) == words:
            return start, kind
    return None
