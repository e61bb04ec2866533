"""Quantities in a text: numbers with their unit, money, shares, ranges and bounds.

The flow: cut the text, stop at every word that can begin a number, read the number, its unit, a range and a bound around it, throw out
what only looks like a quantity, and name the thing counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.mentions import quantities_not as no
from dragoman.mentions.numerals import Number, cut, read_number
from dragoman.mentions.quantities_tables import after_dot, find_money, find_unit, load_tables, money_before, money_name_before
from dragoman.model.mention import QuantityMention
from dragoman.model.token import GEN
from dragoman.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.numerals import Line
    from dragoman.mentions.quantities_tables import Tables
    from dragoman.model.token import Sentence

_DIGITS = frozenset("0123456789")
_DASHES = frozenset("-–—‑")
_CLOSERS = frozenset({"", ".", ",", ")", "\n", "!", "?", ";"})


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


def find_quantities(text: str, *, lang: str) -> tuple[QuantityMention, ...]:
    """The quantities of a text in order, with offsets into it. Raises `LanguageError` for a language without a pack."""
    tables = load_tables(lang)
    line = cut(text)
    hot = tables.hot
    found: list[QuantityMention] = []
    done = 0
    for at, word in enumerate(line.words):
        if at >= done and (word in hot or word[0] in _DIGITS or (word[0] == "." and len(word) > 1)):
            mention, end = _read(line, at, done, tables)
            done = max(done, end)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def find_in(text: str, sentences: Sequence[Sentence], *, lang: str) -> tuple[QuantityMention, ...]:
    """The quantities of a text whose sentences are known; none crosses a sentence's end."""
    found = find_quantities(text, lang=lang)
    ends = [one.end for one in sentences]
    kept = []
    at = 0
    for one in found:
        while at < len(ends) and ends[at] <= one.start:
            at += 1
        if at < len(ends) and one.end <= ends[at]:
            kept.append(one)
    return tuple(kept)


def _read(line: Line, at: int, done: int, tables: Tables) -> tuple[QuantityMention | None, int]:
    """The quantity that begins at token `at` (with what stands before it, not before `done`), and the token where reading goes on."""
    special = _times(line, at, tables) or _coin(line, at, tables)
    amount = special or read_amount(line, at, done, tables)
    if amount is None:
        return None, at + 1
    if not special:
        amount = _ranged(line, amount, tables)
    noun, noun_end, countable = _counted(line, amount, tables) if amount.unit is None and not amount.number.share else (None, None, True)
    if _unfit(line, amount, countable and noun is not None, tables):
        return None, max(at + 1, amount.end if amount.is_range else amount.number.end)
    amount = _bounded(line, amount, done, tables)
    unit = amount.unit or ("%" if amount.number.share else "1")
    start, end = line.starts[amount.start], line.ends[amount.end - 1]
    return QuantityMention(start, end, amount.low, amount.high, unit, amount.approximate, noun, noun_end), amount.end


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
        made = Amount(number, start, money.end, _times_value(low, money.value), _times_value(high, money.value), money.code, number.approximate)
        return made if money.part_of else _with_cents(line, made, tables)
    unit = None if number.share else (find_unit(line, end, tables) or _adjective(line, number, tables))
    if unit is not None:
        stop = after_dot(line, unit[2], tables)
        return Amount(number, start, stop, _times_value(low, unit[1]), _times_value(high, unit[1]), unit[0] or None, number.approximate)
    named = money_name_before(line, start, tables) if line.word(number.end) in _CLOSERS and start > done else None
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
    if not below.isdigit() or not number.low or len(below) > 3 or (line.glued(end + 2) and (following[:1].isalnum() or following in ("/", "-"))):
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
    joined = line.word(at) in ("and", "i", "и", "і", "та", "й")
    if joined:
        at += 1
    word = line.word(at)
    if not (word.isdigit() or word in tables.numerals.entries) or (line.glued(at) and not joined):
        return amount
    part = read_number(line, at, tables.numerals)
    if part is None or part.low is None or part.low != part.high or not 0 < part.low < 100 or part.scale != 1.0 or part.low != int(part.low):
        return amount
    cents = line.word(part.end) in tables.cents
    bare = line.word(part.end) in _CLOSERS and (joined or len(word) == 2) and not (line.word(part.end) == "," and not joined)
    if not cents and not bare:
        return amount
    value = amount.low + part.low / 100
    return amount._replace(low=value, high=value, end=part.end + (1 if cents else 0))


def _adjective(line: Line, number: Number, tables: Tables) -> tuple[str, float, int] | None:
    """A unit in an adjective glued by a hyphen: "30-procentowy", "100-tysięczny", "200-mile"."""
    at = number.end
    if line.word(at) not in _DASHES or not line.glued(at) or not line.glued(at + 1):
        return None
    word = line.word(at + 1)
    for length in range(len(word), 1, -1):
        code = tables.adjectives.get(word[:length])
        if code is not None:
            return ("", float(code[1:]), at + 2) if code.startswith("*") else (code, 1.0, at + 2)
    return None


def _times(line: Line, at: int, tables: Tables) -> Amount | None:
    """"Twice", "dwukrotnie": how many times."""
    value = tables.times.get(line.words[at])
    if value is None:
        return None
    return Amount(Number(at, at + 1, value, value), at, at + 1, value, value, "1")


def _coin(line: Line, at: int, tables: Tables) -> Amount | None:
    """Coins with their number or article: "two nickels", "a dime"."""
    number = read_number(line, at, tables.numerals) if tables.coins and line.words[at] in tables.numerals.entries else None
    coin_at = number.end if number is not None else at
    coin = tables.coins.get(line.word(coin_at))
    if coin is None:
        return None
    value, article, alone = coin
    first = number.start if number is not None else (at - 1 if line.word(at - 1) in tables.numerals.articles else at)
    if alone and (first > 0 or line.word(coin_at + 1) not in _CLOSERS):
        return None
    if article and number is None and (first == at or line.word(at + 1).isalpha()):
        return None
    total = value * (number.low or 1.0) if number is not None else value
    return Amount(Number(at, coin_at + 1, total, total), first, coin_at + 1, total, total, "USD")


def _ranged(line: Line, first: Amount, tables: Tables) -> Amount:
    """The amount joined with the next one where both are ends of a range."""
    at = first.end
    word = line.word(at)
    opener = line.word(first.start - 1)
    closes = tables.openers.get(opener)
    opened = closes is not None and word in closes and not _changes(line, first.start - 1, tables)
    dashed = word in _DASHES and (line.glued(at) == line.glued(at + 1))
    if not opened and not dashed and word not in tables.join:
        return first
    if closes is not None and word in closes and not opened:
        return first
    second_at = at + 1
    while line.word(second_at) in ("$", "€", "£", "us", "₽", "₴") and second_at < at + 3:
        second_at += 1
    if second_at >= len(line.words) or first.number.share or first.low is None:
        return first
    word = line.words[second_at]
    if not (word in tables.numerals.entries or word[0] in _DIGITS):
        return first
    second = read_amount(line, second_at, at + 1, tables)
    if second is None or second.low is None or second.high is None or second.number.share or second.low != second.high:
        return first
    return _joined(first, second, opener if opened else "")


def _joined(first: Amount, second: Amount, opener: str) -> Amount:
    low = first.low or 0.0
    factor = (second.low or 0.0) / (second.number.low or 1.0) if second.number.low else 1.0
    if first.unit is None and first.number.scale == 1.0:
        own = (second.number.low or 0.0) / second.number.scale
        low = low * factor * (second.number.scale if low < own else 1.0)
    elif first.unit is not None and first.unit != second.unit and second.unit is not None:
        return first
    if second.high is None or low >= second.high:
        return first
    start = first.start - 1 if opener else first.start
    merged = second.number
    return Amount(
        _spanning(first, merged), start, second.end, low, second.high, second.unit or first.unit, first.approximate or second.approximate, True
    )


def _spanning(first: Amount, number: Number) -> Number:
    return Number(first.number.start, number.end, first.low, number.high, number.approximate, number.scale, first.number.digits and number.digits)


def _changes(line: Line, before: int, tables: Tables) -> bool:
    """Does a word of rising or falling stand shortly before token `before`, in the same sentence?"""
    for at in range(before - 1, max(-1, before - 12), -1):
        word = line.words[at]
        if word in ("\n", "!", "?") or (word == "." and not line.word(at + 1)[:1].islower() and line.written(at + 1)[:1].isupper()):
            return False
        if word.startswith(tables.change) and (len(word) > 2 or (word in tables.change and line.word(at + 1)[:1] in _DIGITS)):
            return True
    return False


def _bounded(line: Line, amount: Amount, done: int, tables: Tables) -> Amount:
    """The amount with the bound words before and after it: "ponad", "at least", "or more"."""
    articles = tables.numerals.articles
    if line.word(amount.start - 1) in articles and amount.start - 1 >= done and not amount.number.digits:
        amount = amount._replace(start=amount.start - 1)
    if amount.low is not None and (amount.low == amount.high or amount.is_range):
        after = tables.after.find(line, amount.end)
        if after is not None and not (amount.is_range and after.code != "about"):
            amount = _bound(amount, after.code)._replace(end=after.end)
    for _ in range(2):
        found = _bound_before(line, amount.start, done, tables)
        if found is None:
            break
        start, kind = found
        if kind == "limit":
            if amount.is_range or _changes(line, start, tables) or amount.low is None or amount.low != amount.high:
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


def _bound_before(line: Line, at: int, done: int, tables: Tables) -> tuple[int, str] | None:
    for words, kind in tables.before.get(line.word(at - 1), ()):
        start = at - len(words)
        if start >= done and tuple(line.words[start:at]) == words:
            return start, kind
    return None


def _unfit(line: Line, amount: Amount, counted: bool, tables: Tables) -> bool:
    """True for what only looks like a quantity."""
    number = amount.number
    if number.share:
        return number.low == 50 and no.is_half_of_time(line, number, tables)
    if no.is_ago(line, amount.end, amount.unit, tables) or no.is_span_of_years(number, amount.unit, tables):
        return True
    if amount.unit is not None:
        return amount.start == number.start and no.is_part_of_word(line, number) and not _unit_glued(line, amount)
    if amount.end > number.end:
        return False
    return (
        no.is_part_of_word(line, number)
        or no.is_ordinal(line, number, tables)
        or no.is_dated(line, number, tables)
        or no.is_year(line, number, tables, counted)
        or no.is_label(line, number, tables, counted)
        or (not counted and _follows_noun(line, number, tables))
        or no.is_pronoun(line, number, tables)
    )


def _follows_noun(line: Line, number: Number, tables: Tables) -> bool:
    """True for a small number in digits that counts nothing and stands right after a noun: "потоке 2", "etap 3"."""
    if not number.plain or (number.low or 0) > 20 or number.start < 2 or not line.word(number.start - 1)[:1].isalpha() or not tables.marks_case:
        return False
    word = load_lexicon(tables.lang).word(line.written(number.start - 1))
    return word.poses <= {"noun", "propn"} and bool(word.poses)


def _unit_glued(line: Line, amount: Amount) -> bool:
    """A unit glued to its digits ("10km") is no part of a word; letters glued before the digits are."""
    number = amount.number
    return not (line.glued(number.start) and line.word(number.start - 1)[-1:].isalnum())


def _counted(line: Line, amount: Amount, tables: Tables) -> tuple[str | None, int | None, bool]:
    """The lemma of the noun that the number counts, where it ends, and whether its case is one that a number governs."""
    lexicon = load_lexicon(tables.lang)
    at = amount.end
    if line.word(at) in tables.numerals.links:
        at += 1
    best: tuple[str, int, bool] | None = None
    for i in range(at, min(at + 5, len(line.words))):
        form = line.written(i)
        if not form[0].isalpha():
            break
        word = lexicon.word(form)
        if word.poses & _STOPS:
            break
        nouns = [one for one in word.analyses if one.pos in ("noun", "propn")]
        if nouns:
            governed = [one for one in nouns if one.number != "s" or one.cases & GEN]
            lemma = (governed or nouns)[0].lemma
            best = (lemma.lower(), line.ends[i], bool(governed) and not form[0].isupper())
            if tables.marks_case or any(one.number == "p" for one in nouns):
                break
        elif not (word.has("adj") or word.has("num") or (tables.marks_case and word.has("verb"))):
            break
    return best or (None, None, False)


_STOPS = frozenset({"prep", "conj", "sconj", "pron", "part"})
