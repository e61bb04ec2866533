"""What a date is counted from, and how a year is chosen that the words do not tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from dragoman.mentions import calendar as cal
from dragoman.mentions.calendar import Period
from dragoman.mentions.dates_match import Node

_LONG_AGO = dt.timedelta(days=310)
Slots = dict[str, Any]
"""What stands in a pattern's slots: numbers, the values of words, inner nodes."""
Reader = Callable[[Slots, "Setting"], Period | None]
Readers = Mapping[str, Reader]


class Setting(msgspec.Struct, frozen=True):
    """What a date is counted from.

    `reference` is the day of publication; `bias` past, future, news (past, unless that lies more than ten months back), coming (future,
    unless that lies more than ten months ahead) or nearest;
    `last` the last day or month that the article has named; `year` the year that dates without one take (a chronicle's, or the
    other end's of an interval); `settings` the pack's, `readers` the readers by name.
    """

    reference: dt.date | None
    bias: str
    last: Period | None
    year: int | None
    settings: dict[str, Any]
    readers: Readers

    @property
    def ahead(self) -> bool:
        """True where what the words leave open is the next one."""
        return self.bias in ("future", "coming")

    def with_year(self, year: int | None) -> Setting:
        """The same, where dates without a year take `year`."""
        return self if year is None else msgspec.structs.replace(self, year=year)

    def with_bias(self, bias: str) -> Setting:
        """The same with another bias."""
        return msgspec.structs.replace(self, bias=bias)


def full_year(slots: Slots, setting: Setting, name: str = "year") -> int | None:
    """The year that the slots tell; two digits are of the century that puts them at most 20 years ahead."""
    if name in slots:
        return int(slots[name])
    if "yy" in slots:
        now = setting.reference.year if setting.reference else 2025
        guess = now // 100 * 100 + int(slots["yy"])
        return guess - 100 if guess > now + 20 else guess
    if "yshift" in slots:
        base = setting.reference.year if setting.reference else None
        return base + int(slots["yshift"]) if base else None
    return None


def lacks_reference(slots: Slots, setting: Setting) -> bool:
    """True where the year is told by the reference ("last year") and there is none."""
    return "yshift" in slots and setting.reference is None


def choose_year(setting: Setting, in_year: Callable[[int], Period | None]) -> int | None:
    """The year of a period that recurs every year: the article's, else the last begun (past) or the next not over (future)."""
    if setting.year is not None:
        return setting.year
    if setting.reference is None:
        return None
    now = setting.reference
    years = range(now.year - 8, now.year + 9)
    known = [(one, found) for one in years if (found := in_year(one)) and found.first and found.last]
    past = [pair for pair in known if pair[1].first is not None and pair[1].first <= now]
    coming = [pair for pair in known if pair[1].last is not None and pair[1].last >= now]
    if setting.bias == "coming" and past and coming and coming[0][1].first is not None and coming[0][1].first - now > _LONG_AGO:
        return past[-1][0]
    if setting.ahead:
        return coming[0][0] if coming else None
    if setting.bias == "nearest" and past and coming:
        return min((past[-1], coming[0]), key=lambda pair: _distance(pair[1], now))[0]
    if setting.bias == "news" and past and coming and past[-1][1].last is not None and now - past[-1][1].last > _LONG_AGO:
        return coming[0][0]
    return past[-1][0] if past else None


def _distance(one: Period, now: dt.date) -> int:
    """Days between a period and a day; 0 where it holds the day."""
    if one.first is None or one.last is None:
        return 0
    return max((one.first - now).days, (now - one.last).days, 0)


def start_of(when: dt.date, unit: str) -> dt.date | None:
    whole = cal.unit_of(when, unit)
    return whole.first if whole else None


def resolve(node: Node, setting: Setting) -> Period | None:
    """The period that a node means, or None where it cannot be had."""
    return setting.readers[node.pattern.read](node.slots, setting)
