"""A number with its unit or money: what stands around the number and belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.mentions.numerals import Number, read_number
from dragoman.mentions.quantities_tables import after_dot, find_money, find_unit, money_before, money_name_before
from dragoman.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.mentions.numerals_line import Line
    from dragoman.mentions.quantities_tables import Tables

DASHES = frozenset("-–—‑")
CLOSERS = frozenset({"", ".", ",", ")", "\n", "!", "?", ";"})


class Amount(NamedTuple):
    """A number with its unit: tokens ``[start, end)``. `unit` None where nothing says what is counted."""

    number: Number
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool = False
    is_range: bool = False


def read_amount(line: Line, at: int, done: int, tables: Tables) -> Amount | None:
    """A number at token `at` with the sign, unit or money around it."""
    prefix = money_before(line, at, tables)
    if prefix and prefix[1] < done:
        prefix = None
    number = read_number(line, at, tables.numerals, money=prefix is not None)
    if number is None:
        return None
    start, low, high = _signed(line, at, prefix[1] if prefix else at, number, tables)
    divided = None if prefix else _divided(line, number)
    if divided is not None:
        return Amount(number, start, divided[1], divided[0], divided[0], None, number.approximate)
    end = number.end
    if line.word(end) in tables.numerals.links and not number.digits:
        end += 1
    if prefix:
        amount = Amount(number, prefix[1], number.end, low, high, prefix[0], number.approximate)
        return _with_cents(line, amount, tables)
    money = None if number.share else find_money(line, end, tables, low or 0.0)
    if money is not None:
        low, high = _times_value(low, money.value), _times_value(high, money.value)
        made = Amount(number, start, money.end, low, high, money.code, number.approximate)
        return made if money.part_of else _with_cents(line, made, tables)
    unit = None if number.share else (find_unit(line, end, tables) or _adjective(line, number, tables))
    if unit is not None:
        stop = after_dot(line, unit[2], tables)
        return Amount(number, start, stop, _times_value(low, unit[1]), _times_value(high, unit[1]), unit[0] or None, number.approximate)
    named = money_name_before(line, start, tables) if line.word(number.end) in CLOSERS and start > done else None
    if named is not None and named[2] >= done:
        return Amount(number, named[2], number.end, _times_value(low, named[1]), _times_value(high, named[1]), named[0], number.approximate)
    return Amount(number, start, number.end, low, high, None, number.approximate)


def _times_value(number: float | None, value: float) -> float | None:
    return None if number is None else number * value


def _signed(line: Line, at: int, start: int, number: Number, tables: Tables) -> tuple[int, float | None, float | None]:
    """The number with its minus, if one stands before it and is no dash or range."""
    before = line.word(start - 1)
    low, high = number.low, number.high
    minus = before in tables.numerals.minus
    if before == "-" and (line.glued(start) or start == 1):
        minus = start == 1 or not line.glued(start - 1) or line.word(start - 2) in ("(", "[")
    if not minus or low is None:
        return start, low, high
    return start - 1, -(high if high is not None else low), -low


def _divided(line: Line, number: Number) -> tuple[float, int] | None:
    """A fraction in digits: 3/15. Not 24/7, not a date, not a label."""
    end = number.end
    if not number.plain or line.word(end) != "/" or not line.glued(end) or not line.glued(end + 1):
        return None
    below = line.word(end + 1)
    following = line.word(end + 2)
    if not below.isdigit() or not number.low or len(below) > 3:
        return None
    if line.glued(end + 2) and (following[:1].isalnum() or following in ("/", "-")):
        return None
    value = float(below)
    if number.low >= value or (number.low, value) in ((9.0, 11.0),) or line.glued(number.start):
        return None
    return number.low / value, end + 2


def _with_cents(line: Line, amount: Amount, tables: Tables) -> Amount:
    """Money with its hundredths: "20 dollars 43 cents", "$20 43", "twenty dollars and 43"."""
    if amount.low is None or amount.low != amount.high or amount.low != int(amount.low) or amount.number.scale > 1000:
        return amount
    at = amount.end
    joined = line.word(at) in tables.cent_joiners
    if joined:
        at += 1
    word = line.word(at)
    if not (word.isdigit() or word in tables.numerals.entries) or (line.glued(at) and not joined):
        return amount
    part = read_number(line, at, tables.numerals)
    if part is None or part.low is None or part.low != part.high or part.scale != 1.0:
        return amount
    if not 0 < part.low < 100 or part.low != int(part.low):
        return amount
    cents = line.word(part.end) in tables.cents
    bare = line.word(part.end) in CLOSERS and (joined or len(word) == 2) and not (line.word(part.end) == "," and not joined)
    if not cents and not bare:
        return amount
    value = amount.low + part.low / 100
    return amount._replace(low=value, high=value, end=part.end + (1 if cents else 0))


def _adjective(line: Line, number: Number, tables: Tables) -> tuple[str, float, int] | None:
    """A unit in an adjective glued by a hyphen: "30-procentowy", "100-tysięczny", "200-mile"."""
    at = number.end
    if line.word(at) not in DASHES or not line.glued(at) or not line.glued(at + 1):
        return None
    word = line.word(at + 1)
    for length in range(len(word), 1, -1):
        code = tables.adjectives.get(word[:length])
        if code is not None:
            return ("", float(code[1:]), at + 2) if code.startswith("*") else (code, 1.0, at + 2)
    described = tables.marks_case and len(word) > 5 and load_lexicon(tables.lang).word(word).has("adj")
    return ("1", 1.0, at + 2) if described else None


def read_times(line: Line, at: int, tables: Tables) -> Amount | None:
    """ "Twice", "dwukrotnie": how many times."""
    value = tables.times.get(line.words[at])
    if value is None:
        return None
    return Amount(Number(at, at + 1, value, value), at, at + 1, value, value, "1")


def read_coin(line: Line, at: int, tables: Tables) -> Amount | None:
    """Coins with their number or article: "two nickels", "a dime"."""
    number = read_number(line, at, tables.numerals) if tables.coins and line.words[at] in tables.numerals.entries else None
    coin_at = number.end if number is not None else at
    coin = tables.coins.get(line.word(coin_at))
    if coin is None:
        return None
    value, article, alone, code = coin
    first = number.start if number is not None else (at - 1 if line.word(at - 1) in tables.numerals.articles else at)
    if alone and (first > 0 or line.word(coin_at + 1) not in CLOSERS):
        return None
    if article and number is None and (first == at or line.word(at + 1).isalpha()):
        return None
    total = value * (number.low or 1.0) if number is not None else value
    return Amount(Number(at, coin_at + 1, total, total), first, coin_at + 1, total, total, code)


def read_half_unit(line: Line, at: int, tables: Tables) -> Amount | None:
    """Half of a unit: "pół roku", "half an hour"."""
    entry = tables.numerals.entries.get(line.words[at])
    if entry is None or entry.kind != "half" or entry.low >= 1:
        return None
    unit_at = at + 2 if line.word(at + 1) in tables.numerals.articles or line.word(at + 1) in tables.numerals.links else at + 1
    unit = find_unit(line, unit_at, tables)
    if unit is None or unit.code == "%" or line.word(at - 1) in tables.half_before:
        return None
    return Amount(Number(at, at + 1, entry.low, entry.low), at, unit.end, entry.low, entry.low, unit.code)
