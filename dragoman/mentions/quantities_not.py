"""What looks like a quantity and is none: dates, years, ordinals, labels ("art. 5"), names ("Nord Stream 2"), pronouns ("one of")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.mentions.numerals import Number
    from dragoman.mentions.numerals_line import Line
    from dragoman.mentions.quantities_tables import Tables

_DASHES = ("-", "–", "—", "‑")
_TIME = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})


def ends_a_word(line: Line, number: Number) -> bool:
    """True for digits glued to letters, marks or other digits before them: G7, Mi-17, 5+1."""
    start = number.start
    before = line.word(start - 1)
    if line.glued(start) and before in _DASHES and line.glued(start - 1) and line.word(start - 2)[-1:].isalpha():
        return True
    if number.digits and line.glued(start):
        if before[-1:].isalpha() or before[-1:].isdigit() or before in ("+", "/", ":", "#", "№", "_", "@", "§", "."):
            return True
        if before in _DASHES and line.glued(start - 1) and (line.word(start - 2)[-1:].isalnum()):
            return True
    return False


def begins_a_word(line: Line, number: Number) -> bool:
    """True for digits glued to letters, marks or other digits after them: 5G, 1:0, 2/3/4. Telephone numbers are runs of digits."""
    end = number.end
    after = line.word(end)
    if after in _DASHES and line.glued(end) and line.glued(end + 1) and line.word(end + 1)[:1].isalpha():
        return True
    if number.plain and after[:1].isdigit() and line.word(end + 1)[:1].isdigit():
        return True
    if number.plain and line.word(number.start - 1)[:1].isdigit():
        return True
    if number.digits and line.glued(end) and after:
        if after[0].isalpha() and number.plain:
            return True
        if after in ("/", ":", "_", "@", "°") and line.glued(end + 1):
            return True
        if after == "." and line.glued(end + 1) and line.word(end + 1)[:1].isalnum():
            return True
    return False


def is_ordinal(line: Line, number: Number, tables: Tables) -> bool:
    """True for "7. batalion" and "5-го": digits that count a place in a row."""
    after = line.word(number.end)
    if not number.plain or not line.glued(number.end):
        return False
    if after == "." and tables.ordinal_dot:
        following = line.word(number.end + 1)
        return following[:1].isalpha() and line.written(number.end + 1)[0].islower()
    return after in _DASHES and line.glued(number.end + 1) and line.word(number.end + 1)[:1].isalpha()


def is_year(line: Line, number: Number, tables: Tables, counted: bool) -> bool:
    """True for four digits that are a year: after a preposition of time, in brackets, or where nothing is counted."""
    if not number.plain or number.low is None or not 1000 <= number.low <= 2100 or number.low != int(number.low):
        return False
    if number.end - number.start != 1 or len(line.words[number.start]) != 4:
        return False
    before = line.word(number.start - 1)
    return before in tables.year_after or before in tables.date_after or (number.low >= 1900 and not counted and number.start > 0)


def is_dated(line: Line, number: Number, tables: Tables) -> bool:
    """True where the number is a part of a date: a month or year word follows (also after "3 and 4"), or a month stands before."""
    if not number.digits or number.scale != 1.0:
        return False
    before = line.word(number.start - 1)
    if before in tables.date_after or (before == "." and line.glued(number.start - 1) and line.word(number.start - 2) in tables.date_after):
        return True
    at = number.end
    for _ in range(4):
        word = line.word(at)
        if word in tables.date_before:
            return True
        if word == "." and line.glued(at) and line.word(at + 1) in tables.date_before:
            return True
        if not (word in _DASHES or word in tables.join or word == "," or (len(word) <= 2 and word.isalpha())):
            return False
        following = line.word(at + 1)
        if not (following.isdigit() and len(following) <= 2 and word != "w"):
            return False
        at += 2
    return False


def is_label(line: Line, number: Number, tables: Tables, counted: bool) -> bool:
    """True for a number that names: after a label ("art.", "№"), or after a capitalised name where nothing is counted ("Nord Stream 2")."""
    at = number.start - 1
    if number.scale != 1.0 or at < 0:
        return False
    if not number.digits:
        return at > 0 and line.written(at)[0].isupper() and line.written(number.start)[0].isupper() and line.word(at) != "\n"
    if line.word(at) == "." and line.glued(at):
        at -= 1
    before = line.word(at)
    if before in tables.labels:
        return True
    if counted or at < 1 or not before[:1].isalpha() or not line.written(at)[0].isupper() or (number.low or 0) >= 1000:
        return False
    return line.word(at - 1) not in (".", "\n", "!", "?", ":", "")


def is_pronoun(line: Line, number: Number, tables: Tables, counted: bool) -> bool:
    """True for "one" that counts nothing: "jeden z", "one of", "один за другим"."""
    if number.digits or number.low != 1 or number.high != 1 or number.end - number.start != 1:
        return False
    after = line.word(number.end)
    if not after and number.start == 0:
        return False
    if not counted or after in tables.one_of or not after[:1].isalpha():
        return True
    return line.word(number.start - 1) in tables.pronouns


def is_ago(line: Line, start: int, end: int, unit: str | None, tables: Tables) -> bool:
    """True for a length of time that tells a day: "trzy lata temu", "od blisko czterech lat"."""
    return unit in _TIME and (line.word(end) in tables.ago or line.word(start - 1) in tables.since)


def is_nothing(line: Line, number: Number) -> bool:
    """True for zero in words inside a sentence: "below zero" counts nothing."""
    return number.low == number.high == 0 and not number.digits and len(line.words) > 1


def is_span_of_years(number: Number, unit: str | None, tables: Tables) -> bool:
    """True for "2019 roku" and "2017-2021": digits that are years."""
    if unit not in (None, "a") or number.scale != 1.0 or not number.digits or number.low is None or number.high is None:
        return False
    return 1000 <= number.low <= 2100 and 1000 <= number.high <= 2100 and (unit == "a" or number.low < number.high)


def is_clock(line: Line, number: Number, tables: Tables) -> bool:
    """True for "о 18.00": a time of day written with a dot."""
    written = line.words[number.start]
    if not number.plain or tables.numerals.decimal != "," or len(written) not in (4, 5) or written[-3] != ".":
        return False
    before = line.word(number.start - 1)
    timed = before in tables.year_after or before in tables.date_after or before in tables.clock
    return (number.low or 0) < 24 and written[-2] < "6" and timed


def is_half_of_time(line: Line, number: Number, tables: Tables) -> bool:
    """True for "w połowie maja", "the first half": not a share of anything."""
    return line.word(number.start - 1) in tables.half_before or line.word(number.end) in tables.half_after
