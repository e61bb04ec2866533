"""Quantities in a text: numbers with their unit, money, shares, ranges and bounds.

The flow: cut the text, stop at every word that can begin a number, read the number, its unit, a range and a bound around it, throw out
what only looks like a quantity, and name the thing counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.mentions import quantities_not as no
from dragoman.mentions.numerals_line import cut
from dragoman.mentions.quantities_amounts import read_amount, read_coin, read_half_unit, read_times
from dragoman.mentions.quantities_bounds import join_range, set_bounds
from dragoman.mentions.quantities_tables import find_unit, load_tables
from dragoman.model.mention import QuantityMention
from dragoman.model.token import ACC, DAT, GEN, INS, LOC, NOM
from dragoman.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.numerals import Number
    from dragoman.mentions.numerals_line import Line
    from dragoman.mentions.quantities_amounts import Amount
    from dragoman.mentions.quantities_tables import Tables
    from dragoman.model.token import Analysis, Sentence

_DIGITS = frozenset("0123456789")

_ALL = NOM | GEN | DAT | ACC | INS | LOC
_STOPS = frozenset({"prep", "conj", "sconj", "pron", "part"})


class Counted(NamedTuple):
    """The noun a number counts: its lemma, where it ends, whether its case is one that the number governs, whether it is a name."""

    lemma: str
    end: int
    governed: bool
    capital: bool
    at: int


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
                if found and found[-1].unit == "1" and found[-1].noun is None and mention.unit != "1":
                    found[-1] = _sharing(text, found[-1], mention, tables)
                found.append(mention)
    return tuple(found)


def _sharing(text: str, first: QuantityMention, second: QuantityMention, tables: Tables) -> QuantityMention:
    """The first of "from 24 bn to 28 bn dollars" with the unit of the second."""
    between = text[first.end : second.start]
    joined = len(between) < 8 and between.strip().lower() in tables.join | tables.through
    return msgspec.structs.replace(first, unit=second.unit) if joined and first.end - first.start > 2 else first


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
    special = read_times(line, at, tables) or read_coin(line, at, tables) or read_half_unit(line, at, tables)
    amount = special or read_amount(line, at, done, tables)
    if amount is None:
        return None, at + 1
    if not special:
        amount = join_range(line, amount, tables)
    noun = _counted(line, amount, tables) if amount.unit is None and not amount.number.share else None
    if noun is not None and noun.at > amount.end and amount.number.digits:
        amount, noun = _with_far_unit(line, amount, noun, tables)
    bounded = set_bounds(line, amount, done, tables)
    if _unfit(line, amount, bounded, noun, tables):
        return None, max(at + 1, amount.end if amount.is_range else amount.number.end)
    amount = bounded
    unit = amount.unit or ("%" if amount.number.share else "1")
    start, end = line.starts[amount.start], line.ends[amount.end - 1]
    named = (noun.lemma, noun.end) if noun else (None, None)
    return QuantityMention(start, end, amount.low, amount.high, unit, amount.approximate, *named), amount.end


def _with_far_unit(line: Line, amount: Amount, noun: Counted, tables: Tables) -> tuple[Amount, Counted | None]:
    """The amount with its unit where an adjective stands between: "13 najbliższych miesięcy"."""
    unit = find_unit(line, noun.at, tables)
    if unit is None or unit.code in ("1", "%"):
        return amount, noun
    return amount._replace(unit=unit.code, end=unit.end), None


def _unfit(line: Line, amount: Amount, bounded: Amount, noun: Counted | None, tables: Tables) -> bool:
    """True for what only looks like a quantity."""
    number = amount.number
    if number.share:
        return number.low == 50 and no.is_half_of_time(line, number, tables)
    if no.is_ago(line, bounded.start, amount.end, amount.unit, tables) or no.is_span_of_years(number, amount.unit, tables):
        return True
    if amount.unit is not None:
        return amount.start == number.start and no.ends_a_word(line, number)
    if amount.end > number.end:
        return False
    counted = noun is not None and noun.governed
    return (
        no.ends_a_word(line, number)
        or no.begins_a_word(line, number)
        or no.is_nothing(line, number)
        or no.is_ordinal(line, number, tables)
        or no.is_dated(line, number, tables)
        or no.is_year(line, number, tables, counted)
        or no.is_label(line, number, tables, counted and not (noun is not None and noun.capital))
        or (not counted and _follows_noun(line, number, tables))
        or no.is_pronoun(line, number, tables, noun is not None)
        or no.is_clock(line, number, tables)
        or (noun is not None and not counted and tables.marks_case and number.plain and number.start > 0 and (number.low or 0) > 1)
    )


def _follows_noun(line: Line, number: Number, tables: Tables) -> bool:
    """True for a small number in digits that counts nothing and stands right after a noun: "потоке 2", "etap 3"."""
    if not tables.marks_case or not number.plain or (number.low or 0) > 20:
        return False
    if number.start < 2 or not line.word(number.start - 1)[:1].isalpha():
        return False
    word = load_lexicon(tables.lang).word(line.written(number.start - 1))
    return word.poses <= {"noun", "propn"} and bool(word.poses)


def _counted(line: Line, amount: Amount, tables: Tables) -> Counted | None:
    """The noun that the number counts, within the next few words."""
    lexicon = load_lexicon(tables.lang)
    at = amount.end
    if line.word(at) in tables.numerals.links:
        at += 1
    best: Counted | None = None
    for i in range(at, min(at + 5, len(line.words))):
        form = line.written(i)
        if not form[0].isalpha():
            break
        word = lexicon.word(form)
        if word.poses & _STOPS or line.words[i] in tables.stops:
            break
        if word.has("adj") and tables.marks_case and _noun_at(line, i + 1, tables):
            continue
        nouns = [one for one in word.analyses if one.pos in ("noun", "propn")]
        if nouns:
            governed = [one for one in nouns if _is_governed(one, amount, tables)]
            lemma = (governed or nouns)[0].lemma
            best = Counted(lemma.lower(), line.ends[i], bool(governed), form[0].isupper(), i)
            if tables.marks_case or governed:
                break
        elif not (word.has("adj") or word.has("num") or (tables.marks_case and word.has("verb"))):
            break
    return best


def _noun_at(line: Line, at: int, tables: Tables) -> bool:
    """Can token `at` be a noun in the plural or the genitive?"""
    if not line.word(at)[:1].isalpha():
        return False
    word = load_lexicon(tables.lang).word(line.written(at))
    return not word.poses & _STOPS and any(one.pos == "noun" and (one.number == "p" or one.cases & GEN) for one in word.analyses)


def _is_governed(noun: Analysis, amount: Amount, tables: Tables) -> bool:
    """Can a noun in this form be counted: plural, indeclinable, or the genitive singular after two, three, four?"""
    if noun.number == "p" or noun.lemma in tables.plurals or (tables.marks_case and noun.cases & _ALL == _ALL):
        return True
    return bool(noun.cases & GEN) and _takes_singular(amount)


def _takes_singular(amount: Amount) -> bool:
    """Can the noun after this number stand in the genitive singular: two to four, fractions, one?"""
    low = amount.low
    return low is None or low != int(low) or (low % 10 < 5 and low % 10 > 0 and not 10 < low % 100 < 15) or amount.number.scale > 1
