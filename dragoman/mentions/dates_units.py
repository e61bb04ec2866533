"""Readers of months, years and other units, named or counted from the reference."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.mentions import calendar as cal
from dragoman.mentions.calendar import Period
from dragoman.mentions.dates_setting import Setting, Slots, choose_year, full_year, lacks_reference, resolve, start_of

if TYPE_CHECKING:
    from collections.abc import Callable

_FEW = 3
_COARSE = {"week": "day", "fortnight": "day"}


def read_month(slots: Slots, setting: Setting) -> Period | None:
    """A month, with its year, or moved by years ("last May"), or as the reference has it."""
    if lacks_reference(slots, setting):
        return None
    number = int(slots["month"])
    year = full_year(slots, setting)
    if year is None and slots.get("shift") and setting.reference:
        return _moved_month(number, int(slots["shift"]), setting.reference)
    year = choose_year(setting, lambda one: cal.month(one, number)) if year is None else year
    if year is None:
        return Period(f"XXXX-{number:02}", None, None, "month")
    return cal.month(year, number) if 1 <= year <= 9999 else None


def _moved_month(number: int, shift: int, now: dt.date) -> Period | None:
    if shift < 0:
        return cal.month(now.year if number < now.month else now.year - 1, number)
    later = now.year if number > now.month else now.year + 1
    return cal.month(later + (shift - 1), number)


def read_year(slots: Slots, setting: Setting) -> Period | None:
    """A year in digits."""
    year = full_year(slots, setting)
    return cal.year(year) if year and 1 <= year <= 9999 else None


def read_years(slots: Slots, setting: Setting) -> Period | None:
    """From one year to another: 2026-30, 1966/67."""
    first = full_year(slots, setting)
    if first is None:
        return None
    last = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
    return cal.span(cal.year(first), cal.year(last)) if first < last <= first + 200 else None


def read_shifted(slots: Slots, setting: Setting) -> Period | None:
    """A calendar unit moved by `shift`, or `n` whole units before or after the reference's ("the last two weeks"),
    or, where `nth` says so, the last of these alone."""
    unit, move = str(slots["unit"]), int(slots.get("shift", 0))
    if setting.reference is None:
        return None
    if unit == "decade" and move == -1 and "n" not in slots and setting.reference.year > 10:
        return cal.span(cal.about(cal.year(setting.reference.year - 10)), cal.year(setting.reference.year))
    if "n" not in slots:
        start = start_of(setting.reference, unit)
        when = cal.shift(start, move, unit) if start else None
        return cal.unit_of(when, unit) if when else None
    count = int(slots["n"])
    if move == 0 or not 1 <= count <= 999:
        return None
    here = start_of(setting.reference, unit)
    if "nth" in slots:
        then = cal.shift(here, move * count, unit) if here else None
        return cal.unit_of(then, unit) if then else None
    ends = [cal.shift(here, one, unit) if here else None for one in ((-count, -1) if move < 0 else (1, count))]
    inner = [cal.unit_of(one, unit) if one else None for one in ends]
    return cal.span(inner[0], inner[1]) if inner[0] and inner[1] else None


def read_ago(slots: Slots, setting: Setting) -> Period | None:
    """`n` units before or after the reference (or, where `from` says last, the day the article has named).

    Days and weeks give a day, months the day in EDTF's month, years the year. "A few" is approximate.
    """
    if "needs" in slots and not setting.ahead:
        return None
    base = setting.reference
    if slots.get("from") == "last" and setting.last and setting.last.first:
        base = setting.last.first
    if base is None:
        return None
    few = "few" in slots
    count = int(slots["n"]) if "n" in slots else _FEW if few else 1
    unit, sign = str(slots["unit"]), int(slots["sign"])
    if slots.get("half_n"):
        unit, count = {"year": ("month", 6), "century": ("year", 50)}.get(unit, (unit, count))
    when = cal.shift(base, sign * count, unit)
    if when is None:
        return None
    if few:
        return vague(base, sign, unit)
    return _at_precision(when, unit)


def _at_precision(when: dt.date, unit: str) -> Period:
    if unit in ("year", "decade", "century", "half"):
        return cal.year(when.year)
    if unit in ("month", "quarter"):
        return Period(cal.month(when.year, when.month).edtf, when, when, "month")
    return cal.day(when)


def vague(base: dt.date, sign: int, unit: str) -> Period | None:
    """A few units away: between two and seven of them, written with about three."""
    middle, near, far = (cal.shift(base, sign * count, unit) for count in (_FEW, 2, 7))
    if middle is None or near is None or far is None:
        return None
    whole = _at_precision(middle, "month" if unit == "week" else unit)
    return Period(f"{whole.edtf}~", min(near, far), max(near, far), whole.unit)


def read_lasting(slots: Slots, setting: Setting) -> Period | None:
    """Since `n` units ago ("od blisko czterech lat"): 2021~/.. ."""
    start = read_ago(slots | {"sign": -1}, setting)
    return cal.since(start if "few" in slots else cal.about(start)) if start else None


def read_quarter(slots: Slots, setting: Setting) -> Period | None:
    """A quarter by its number, of a year that is named or of the reference's year."""
    return _numbered(slots, setting, 4, cal.quarter)


def read_half(slots: Slots, setting: Setting) -> Period | None:
    """A half of a year by its number."""
    return _numbered(slots, setting, 2, cal.half)


def _numbered(slots: Slots, setting: Setting, most: int, make: Callable[[int, int], Period]) -> Period | None:
    number = int(slots["ord"])
    year = full_year(slots, setting)
    if year is None:
        year = setting.year if setting.year is not None else setting.reference.year if setting.reference else None
        if year is not None and not setting.ahead and setting.year is None and setting.reference:
            start = make(year, min(max(number, 1), most)).first
            year -= bool(start and start > setting.reference)
    return make(year, number) if year and 1 <= number <= most and 1 <= year <= 9999 else None


def read_decade(slots: Slots, setting: Setting) -> Period | None:
    """The nineties, 1780-х: two digits are of the twentieth century, or of this one where that is begun (lata 20.)."""
    value = int(slots["decade"])
    if "roman" in slots:
        value += 100 * (int(slots["roman"]) - 1)
    elif value < 100:
        now = setting.reference.year if setting.reference else 2025
        value += 1900 if value > now % 100 or value >= 30 else 2000
    return cal.decade(value) if value % 10 == 0 and value <= 9990 else None


def read_century(slots: Slots, setting: Setting) -> Period | None:
    """A century by its number."""
    number = int(slots["ord"]) if "ord" in slots else int(slots["roman"])
    return cal.century(number) if 1 <= number <= 25 else None


def read_season(slots: Slots, setting: Setting) -> Period | None:
    """A season, of a year that is named, or moved, or as the reference has it."""
    name = str(slots["season"])
    bounds = setting.settings["seasons"][name]
    year = full_year(slots, setting)
    if year is None and "shift" in slots and setting.reference and 3 < setting.reference.year < 9990:
        year = _season_year(setting.reference, name, bounds, int(slots["shift"]))
    if year is None:
        year = choose_year(setting, lambda one: cal.season(one, name, bounds))
    return cal.season(year, name, bounds) if year and 1 <= year <= 9998 else None


def _season_year(now: dt.date, name: str, bounds: list[list[int]], shift: int) -> int:
    """The year in which a season begins: this one (it runs now, else this year's), the last that is over, the next to begin."""
    known = [(year, cal.season(year, name, bounds)) for year in (now.year - 2, now.year - 1, now.year, now.year + 1)]
    if shift < 0:
        return max(year for year, one in known if one.last and one.last < now)
    if shift > 0:
        return min(year for year, one in known if one.first and one.first > now)
    running = [year for year, one in known if one.first and one.last and one.first <= now <= one.last]
    return running[0] if running else now.year


def read_month_of(slots: Slots, setting: Setting) -> Period | None:
    """A month, season or quarter of a year that is named: "w maju ubiegłego roku", "w ostatnim kwartale 2024 roku"."""
    whole, inner = resolve(slots["of"], setting), slots["inner"]
    if whole is None or whole.first is None:
        return None
    if inner.pattern.read != "shifted":
        return resolve(inner, setting.with_year(whole.first.year))
    return cal.nth_unit(whole, str(inner.slots["unit"]), -1) if inner.slots.get("shift") == -1 else None


def read_fixed(slots: Slots, setting: Setting) -> Period | None:
    """The unit that holds the reference ("this month", EOM), or one part of it."""
    whole = cal.unit_of(setting.reference, str(slots["unit"])) if setting.reference else None
    return cal.part(whole, str(slots["part"])) if whole and "part" in slots else whole


def read_few_shifted(slots: Slots, setting: Setting) -> Period | None:
    """The last or next few units: an interval with an approximate start, up to the reference."""
    if setting.reference is None:
        return None
    edge = vague(setting.reference, int(slots["shift"]), str(slots["unit"]))
    here = cal.unit_of(setting.reference, _COARSE.get(str(slots["unit"]), str(slots["unit"])))
    if edge is None or here is None:
        return None
    ends = (edge, here) if int(slots["shift"]) < 0 else (here, edge)
    return cal.span(ends[0], ends[1])
