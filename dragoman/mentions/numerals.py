"""Numbers in digits and in words. The grammar is here, the words are pack data (`packs/<lang>/numerals.yml`).

A number is built as a reader builds it: units join tens, tens join hundreds, what stands before a scale (thousand, million) is multiplied
by it, and smaller scales follow larger ones. Vague words ("kilkanaście", "dozens") carry a low and a high bound through the same
arithmetic. Everything runs once from left to right, so the time is linear in the length of the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.mentions.numerals_line import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.mentions.numerals_line import Line

_LONGEST = 24
"""Digits of the longest number that is read: a longer run is no amount."""


class Number(msgspec.Struct, frozen=True):
    """A number: tokens ``[start, end)`` of a line, its bounds (None is open), and the last `scale` that it was multiplied by."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    scale: float = 1.0
    digits: bool = False
    share: bool = False

    @property
    def plain(self) -> bool:
        """True for bare digits: no scale, no words."""
        return self.digits and self.scale == 1.0


class Entry(msgspec.Struct, frozen=True):
    """What one word adds to a number. `kind`: number, hundred, scale, vague, dozen, half.

    `many`: a plural that is an open amount when it stands alone; `short`: an abbreviation (`dotted`: always with a full stop);
    `article`: a number only after "a";
    `base`: a vague word that multiplies a small number before it ("kilka setek", "несколько десятков").
    """

    kind: str
    low: float
    high: float
    many: bool = False
    short: bool = False
    approximate: bool = False
    article: bool = False
    base: float = 0.0
    dotted: bool = False


class Numerals:
    """One language's number words, ready to be looked up. Raises `KeyError` where the pack lacks `numbers` or `scales`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.entries: dict[str, Entry] = {}
        self._add(data)
        self.letters: dict[str, float] = {str(k): float(v) for k, v in (data.get("letters") or {}).items()}
        self.articles = frozenset(data.get("articles") or ())
        self.joiners = frozenset(data.get("joiners") or ())
        self.links = frozenset(data.get("links") or ())
        self.points = frozenset(data.get("points") or ())
        self.minus = frozenset(data.get("minus") or ())
        self.plus_half = tuple(tuple(str(one).split()) for one in data.get("plus_half") or ())
        self.decimal = str(data.get("decimal", "."))
        self.juxtaposed = bool(data.get("juxtaposed"))
        shares = data.get("fractions") or {}
        self.alone: dict[str, float] = _inverted(shares.get("alone"))
        self.after_article: dict[str, float] = _inverted(shares.get("article"))
        self.parts: dict[str, float] = _inverted(shares.get("parts"))
        self.hot = frozenset(self.entries) | frozenset(self.alone) | frozenset(self.after_article)

    def _add(self, data: dict[str, Any]) -> None:
        folds = bool(data.get("fold"))
        for value, forms in data["numbers"].items():
            self._put(forms, Entry("number", float(value), float(value)), folds)
        for row in data.get("dozens") or ():
            value = float(row["value"])
            self._put(row["one"], Entry("dozen", value, value), folds)
            self._put(row.get("many") or (), Entry("dozen", value, value, True), folds)
        for value, forms in (data.get("halves") or {}).items():
            self._put(forms, Entry("half", float(value), float(value)), folds)
        for value, forms in (data.get("whole") or {}).items():
            self._put(forms, Entry("number", float(value), float(value)), folds)
        for row in data.get("vague") or ():
            low, high = float(row["low"]), float(row["high"])
            flags = bool(row.get("approximate")), bool(row.get("article")), float(row.get("base", 0))
            self._put(row["forms"], Entry("vague", low, high, False, False, *flags), folds)
        self._put(data.get("hundred") or (), Entry("hundred", 100.0, 100.0), folds)
        for row in data["scales"]:
            value = float(row["value"])
            self._put(row["one"], Entry("scale", value, value), folds)
            self._put(row["many"], Entry("scale", value, value, True), folds)
            self._put(row.get("short") or (), Entry("scale", value, value, short=True, dotted=bool(row.get("dotted"))), folds)

    def _put(self, forms: Iterable[str], entry: Entry, folds: bool) -> None:
        for form in forms:
            self.entries.setdefault(str(form), entry)
            plain = fold(str(form))
            if folds and (len(plain) > 4 or not plain.isascii()):
                self.entries.setdefault(plain, entry)


def _inverted(rows: dict[Any, list[str]] | None) -> dict[str, float]:
    return {str(form): float(value) for value, forms in (rows or {}).items() for form in forms}


@cache
def load_numerals(lang: str) -> Numerals:
    """The number words of a language. Raises `LanguageError` for a language without a pack."""
    return Numerals(load_pack(lang).part("numerals"))


def read_digits(written: str, decimal: str, *, money: bool = False) -> float | None:
    """The value of a run of digits with marks; None for dates and clock times.

    One mark before exactly three digits groups them where it is not the language's decimal mark, where the three are zeros, or in
    an amount of money ("$10,500").
    """
    if len(written) > _LONGEST or ":" in written or "-" in written or "/" in written:
        return None
    digits = written.replace(" ", "")
    marks = [one for one in digits if one in ".,"]
    if len(set(marks)) == 2:
        digits = digits.replace(marks[0], "").replace(",", ".")
        return _float(digits)
    if len(marks) > 1:
        parts = digits.split(marks[0])
        return _float(digits.replace(marks[0], "")) if all(len(part) == 3 for part in parts[1:]) else None
    if not marks:
        return _float(digits)
    whole, _, rest = digits.partition(marks[0])
    foreign = marks[0] != decimal or (decimal == "," and (money or rest == "000"))
    groups = len(rest) == 3 and whole not in ("", "0") and foreign
    return _float(whole + rest) if groups else _float(f"{whole or '0'}.{rest}")


def _float(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
        return None


class _Sum:
    """A number in the making: finished scale groups in `low`, `high`; the open group in `group`."""

    def __init__(self, numerals: Numerals) -> None:
        self.numerals = numerals
        self.low = 0.0
        self.high: float | None = 0.0
        self.group: tuple[float, float] | None = None
        self.last = float("inf")
        self.scale = 1.0
        self.begun = self.vague = self.approximate = False
        self.fraction = False

    def fits(self, value: float) -> bool:
        """Can a number word of this value follow?"""
        if self.group is None:
            return value < self.last and self.last > 12
        base = self.group[0]
        if self.fraction or self.group[0] != self.group[1]:
            return False
        if 0 < value < 10:
            return base >= 20 and base % 10 == 0 and base % 100 != 10
        if 10 <= value < 100:
            return (base >= 100 and base % 100 == 0) or (self.numerals.juxtaposed and 0 < base < 10 and value >= 20 and value % 10 == 0)
        return False

    def add(self, low: float, high: float) -> None:
        base = self.group[0] if self.group else 0.0
        if 0 < base < 10 <= low:
            base *= 100
        self.group = (base + low, base + high)
        self.begun = True

    def multiply(self, value: float) -> None:
        low, high = self.group or (0.0, 0.0)
        vague = high > low
        if self.group is None:
            low, high = self.low, (self.high if self.high is not None else 0.0)
            self.low, self.high = low * value, None if self.high is None else (high + 1) * value - 1 if high > low else high * value
        elif value < self.last:
            top = (high + 1) * value - 1 if vague and high == int(high) else high * value
            self.low, self.high = self.low + low * value, None if self.high is None else self.high + top
        else:
            self.low, self.high = (self.low + low) * value, None if self.high is None else (self.high + high) * value
        self.group, self.last, self.scale, self.fraction = None, value, value, False

    def bounds(self) -> tuple[float, float | None]:
        low, high = self.group or (0.0, 0.0)
        return self.low + low, None if self.high is None else self.high + high

    def take(self, entry: Entry) -> bool:
        """Add one word; False when it does not belong to this number."""
        if entry.base and self.group is not None and self.group[0] < 10 and not self.fraction:
            low, high = self.group
            self.group = low * entry.base, (high + 1) * entry.base - 1 if high > low else high * entry.base
            return True
        if entry.kind in ("number", "vague", "half"):
            if not self.fits(entry.low) or (entry.kind == "half" and self.begun):
                return False
            self.add(entry.low, entry.high)
            self.approximate |= entry.approximate
            self.fraction = entry.kind == "half"
            return True
        if entry.kind == "hundred":
            low, high = self.group or (1.0, 1.0)
            if low >= 100 or (self.group is None and self.begun):
                return False
            self.group, self.begun = (low * 100, high * 100), True
            return True
        if not self.begun:
            self.begun = True
            if entry.many:
                self.low, self.high, self.last, self.scale = 2 * entry.low, None, entry.low, entry.low
                return True
            self.group = (1.0, 1.0)
            if entry.kind == "dozen":
                self.group = (entry.low, entry.high)
                return True
        elif self.group is None and entry.low <= self.last and entry.kind == "scale":
            return False
        self.multiply(entry.low)
        return True


def read_number(line: Line, at: int, numerals: Numerals, *, money: bool = False) -> Number | None:
    """The number that begins at token `at`, or None. `money`: a currency sign stands before it."""
    share = _share(line, at, numerals)
    if share is not None:
        return share
    total = _Sum(numerals)
    digits = False
    i = at
    while i < len(line.words):
        word = line.words[i]
        entry = numerals.entries.get(word)
        if entry is None:
            if word[0] in "0123456789." and word != "." and (not total.begun or _continues(line, i, total, numerals)):
                value = read_digits(word, numerals.decimal, money=money)
                if value is None:
                    break
                total.add(value, value)
                total.fraction = value != int(value)
                digits = True
                i = _letters(line, i + 1, total, numerals)
                continue
            beyond = _beyond(line, i, total, numerals) if total.begun else i
            if beyond == i:
                break
            i = beyond
            continue
        if (entry.short and not total.begun) or not total.take(entry):
            break
        i += 1
        if entry.short and line.word(i) == "." and line.glued(i) and (entry.dotted or _goes_on(line, i + 1)):
            i += 1
    if not total.begun or (total.fraction and _stray_half(line, i, total, at, numerals)):
        return None
    low, high = total.bounds()
    return Number(at, i, low, high, total.approximate, total.scale, digits)


def _goes_on(line: Line, at: int) -> bool:
    """Does the sentence go on at token `at`, so that the full stop before it belongs to an abbreviation?"""
    word = line.word(at)
    return word not in ("", "\n") and not line.written(at)[0].isupper()


def _continues(line: Line, at: int, total: _Sum, numerals: Numerals) -> bool:
    """Do digits after a scale go on with the number ("2 million 500 thousand")?"""
    following = numerals.entries.get(line.word(at + 1))
    return total.group is None and following is not None and following.kind == "scale" and following.low < total.last


def _letters(line: Line, at: int, total: _Sum, numerals: Numerals) -> int:
    """A scale written as a letter glued to the digits: 100k, 1.2M."""
    if line.glued(at):
        scale = numerals.letters.get(line.written(at))
        if scale is not None and not (scale == 1e9 and total.group and total.group[0] in (2.0, 3.0, 4.0, 5.0, 6.0)):
            total.multiply(scale)
            return at + 1
    return at


def _beyond(line: Line, at: int, total: _Sum, numerals: Numerals) -> int:
    """Where the number goes on after a hyphen, "and", "point", "and a half", "of"; `at` when it does not."""
    word = line.words[at]
    for phrase in numerals.plus_half:
        if word == phrase[0] and tuple(line.words[at : at + len(phrase)]) == phrase:
            total.group = ((total.group or (0.0, 0.0))[0] + 0.5, (total.group or (0.0, 0.0))[1] + 0.5) if total.group else None
            if total.group is None:
                total.low += total.last / 2
                total.high = None if total.high is None else total.high + total.last / 2
            total.fraction = False
            return at + len(phrase)
    if word in numerals.points and total.group is not None and not total.fraction:
        return _point(line, at, total, numerals)
    following = numerals.entries.get(line.word(at + 1))
    if following is None:
        skips = 2 if word in numerals.links and line.word(at + 1) in numerals.articles else 0
        following = numerals.entries.get(line.word(at + skips)) if skips else None
        return at + skips if following is not None and following.kind == "scale" and total.fraction else at
    if word == "-" and line.glued(at) and line.glued(at + 1):
        number = following.kind == "number" and total.group is not None and total.fits(following.low)
        return at + 1 if number or following.kind in ("scale", "hundred") else at
    if word in numerals.joiners and following.kind == "number" and following.low < 100:
        hundreds = total.group is not None and total.group[0] >= 100 and total.group[0] % 100 == 0
        return at + 1 if hundreds or (total.group is None and total.scale > 12) else at
    if word in numerals.links or word in numerals.articles:
        return at + 1 if following.kind in ("scale", "dozen", "hundred") and (total.vague or total.group is not None) else at
    return at


def _point(line: Line, at: int, total: _Sum, numerals: Numerals) -> int:
    """A decimal mark said as a word: "two point two", "1 точка 1"."""
    written = ""
    i = at + 1
    while i < len(line.words) and len(written) < 12:
        entry = numerals.entries.get(line.words[i])
        if line.words[i].isascii() and line.words[i].isdigit() and not written:
            written, i = line.words[i], i + 1
            break
        if entry is None or entry.kind != "number" or entry.low >= 100 or (written and entry.low >= 10):
            break
        written, i = written + str(int(entry.low)), i + 1
    if not written or total.group is None:
        return at
    part = float(f"0.{written}")
    total.group, total.fraction = (total.group[0] + part, total.group[1] + part), False
    return i if line.word(i) not in numerals.parts else i + 1


def _stray_half(line: Line, end: int, total: _Sum, at: int, numerals: Numerals) -> bool:
    """A half that halves nothing: it is a share or a word of time, not a number. Digits and one and a half stand on their own."""
    entry = numerals.entries.get(line.words[at])
    return entry is not None and entry.kind == "half" and entry.low < 1 and end == at + 1


def _share(line: Line, at: int, numerals: Numerals) -> Number | None:
    """A part of a whole in words, as per cent: "połowa", "dwie trzecie", "a quarter of"."""
    word = line.words[at]
    value = numerals.after_article.get(word)
    if value is not None:
        fits = line.word(at - 1) in numerals.articles and line.word(at + 1) in numerals.links and line.word(at + 2) not in numerals.articles
        return Number(at, at + 1, value, value, share=True) if fits else None
    entry = numerals.entries.get(word)
    if entry is not None and entry.kind == "number" and entry.low <= 20:
        i = at + 1
        if line.word(i) == "-" and line.glued(i):
            i += 1
        part = numerals.parts.get(line.word(i))
        if part is not None and entry.low < part:
            value = 100 * entry.low / part
            return Number(at, i + 1, value, value, share=True)
    value = numerals.alone.get(word)
    if value is None:
        return None
    after = at + 2 if line.word(at + 1) in numerals.articles else at + 1
    following = numerals.entries.get(line.word(after))
    scaled = following is not None and following.kind in ("scale", "dozen")
    return None if scaled else Number(at, at + 1, value, value, share=True)
