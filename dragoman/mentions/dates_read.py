"""Readers: each makes a period of what stands in a pattern's slots, counted from the day of reference and from what the article has said."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.mentions import calendar as cal
from dragoman.mentions.calendar import Period
from dragoman.mentions.dates_match import Node

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = dt.timedelta(days=1)
_LONG_AGO = dt.timedelta(days=310)
_FEW = 3
_COARSE = {"week": "day", "fortnight": "day"}


class Setting(msgspec.Struct, frozen=True):
    """What a date is counted from.

    `reference` is the day of publication; `bias` past, future or news (past, unless that lies more than nine months back);
    `last` the last day or month that the article has named; `year` the year that dates without one take (a chronicle's, or the
    other end's of an interval); `settings` the pack's.
    """

    reference: dt.date | None
    bias: str
    last: Period | None
    year: int | None
    settings: dict[str, Any]

    def with_year(self, year: int | None) -> Setting:
        """The same, where dates without a year take `year`."""
        return self if year is None else Setting(self.reference, self.bias, self.last, year, self.settings)

    def with_bias(self, bias: str) -> Setting:
        """The same with another bias."""
        return Setting(self.reference, bias, self.last, self.year, self.settings)


Slots = dict[str, Any]


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


def _lacks_reference(slots: Slots, setting: Setting) -> bool:
    """True where the year is told by the reference ("last year") and there is none."""
    return "yshift" in slots and setting.reference is None


def _choose_year(setting: Setting, in_year: Callable[[int], Period | None]) -> int | None:
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
    if setting.bias == "future":
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


def _day_in(month: int, number: int) -> Callable[[int], Period | None]:
    def in_year(year: int) -> Period | None:
        when = cal.date_or_none(year, month, number)
        return cal.day(when) if when else None

    return in_year


def read_day(slots: Slots, setting: Setting) -> Period | None:
    """A day of a month, with or without its year."""
    if _lacks_reference(slots, setting):
        return None
    month, number = int(slots["month"]), int(slots["day"])
    in_year = _day_in(month, number)
    year = full_year(slots, setting)
    if year is None and "wd" in slots and setting.reference:
        year = _year_by_weekday(setting.reference, in_year, int(slots["wd"]))
    year = _choose_year(setting, in_year) if year is None else year
    return cal.open_day(month, number) if year is None else in_year(year)


def _year_by_weekday(now: dt.date, in_year: Callable[[int], Period | None], weekday: int) -> int | None:
    """The year beside the reference in which the day falls on the weekday, the nearest one."""
    found = [one for year in (now.year - 1, now.year, now.year + 1) if (one := in_year(year)) and one.first and one.first.isoweekday() == weekday]
    nearest = min(found, key=lambda one: abs((one.first or now) - now), default=None)
    return nearest.first.year if nearest and nearest.first else None


def read_numeric(slots: Slots, setting: Setting) -> Period | None:
    """Two numbers and perhaps a year, in the pack's order of day and month, turned where only the other is possible."""
    first, second = int(slots["a"]), int(slots["b"])
    month_first = setting.settings.get("order") == "mdy"
    for day, month in ((second, first), (first, second)) if month_first else ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= cal.last_day(2000, month):
            return read_day({key: slots[key] for key in ("year", "yy") if key in slots} | {"day": day, "month": month}, setting)
    return None


def read_month(slots: Slots, setting: Setting) -> Period | None:
    """A month, with its year, or moved by years ("last May"), or as the reference has it."""
    if _lacks_reference(slots, setting):
        return None
    number = int(slots["month"])
    year = full_year(slots, setting)
    if year is None and slots.get("shift") and setting.reference:
        return _moved_month(number, int(slots["shift"]), setting.reference)
    year = _choose_year(setting, lambda one: cal.month(one, number)) if year is None else year
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


def read_relative_day(slots: Slots, setting: Setting) -> Period | None:
    """Yesterday, today, tomorrow: `offset` days from the reference."""
    when = cal.shift(setting.reference, int(slots["offset"]), "day") if setting.reference else None
    return cal.day(when) if when else None


def read_weekday(slots: Slots, setting: Setting) -> Period | None:
    """A day of the week: of a week that is named, moved ("last Tuesday"), or the last or next one."""
    weekday = int(slots["weekday"])
    if setting.reference is None:
        return None
    return cal.day(_weekday_from(setting.reference, weekday, slots.get("shift"), setting))


def _weekday_from(now: dt.date, weekday: int, shift: int | None, setting: Setting) -> dt.date:
    back, ahead = (now.isoweekday() - weekday) % 7, (weekday - now.isoweekday()) % 7
    if shift is None or shift == 0:
        return now + _DAY * (ahead or 7) if setting.bias == "future" else now - _DAY * back
    if shift < 0:
        return now - _DAY * ((back or 7) - 7 * (shift + 1))
    start = now + _DAY * (ahead or 7)
    if setting.settings.get("next_weekday") == "week" and start <= now + _DAY * (7 - now.isoweekday()):
        start += 7 * _DAY
    return start + _DAY * (7 * (shift - 1))


def read_weekday_moved(slots: Slots, setting: Setting) -> Period | None:
    """The same weekday some units on: "wtorek za tydzień", "3 Fridays from now"."""
    if setting.reference is None:
        return None
    now, weekday = setting.reference, int(slots["weekday"])
    if "unit" in slots:
        when = cal.shift(now, int(slots.get("n", 1)) * int(slots.get("sign", 1)), str(slots["unit"]))
        return cal.nth_weekday(cal.week(when), weekday, 1) if when else None
    ahead = (weekday - now.isoweekday()) % 7 or 7
    return cal.day(now + _DAY * (ahead + 7 * (int(slots.get("n", 1)) - 1)))


def read_month_day(slots: Slots, setting: Setting) -> Period | None:
    """A day's number alone ("the 19th"), perhaps with its weekday, or of a month that is named: the nearest that fits."""
    number = int(slots["day"])
    if isinstance(slots.get("of"), Node):
        whole = resolve(slots["of"], setting)
        when = cal.date_or_none(whole.first.year, whole.first.month, number) if whole and whole.first else None
        return cal.day(when) if when else None
    if setting.reference is None:
        return None
    step = 1 if setting.bias == "future" else -1
    for count in range(60):
        moved = cal.shift_months(setting.reference.replace(day=1), step * count)
        when = cal.date_or_none(moved.year, moved.month, number) if moved else None
        fits = when and (when > setting.reference if step > 0 else when <= setting.reference)
        if when and fits and when.isoweekday() == slots.get("weekday", when.isoweekday()):
            return cal.day(when)
    return None


def read_shifted(slots: Slots, setting: Setting) -> Period | None:
    """A calendar unit moved by `shift`, or `n` whole units before or after the reference's ("the last two weeks")."""
    unit, move = str(slots["unit"]), int(slots.get("shift", 0))
    if setting.reference is None:
        return None
    if "n" not in slots:
        start = _start_of(setting.reference, unit)
        when = cal.shift(start, move, unit) if start else None
        return cal.unit_of(when, unit) if when else None
    count = int(slots["n"])
    if move == 0 or not 1 <= count <= 999:
        return None
    here = _start_of(setting.reference, unit)
    ends = [cal.shift(here, one, unit) if here else None for one in ((-count, -1) if move < 0 else (1, count))]
    inner = [cal.unit_of(one, unit) if one else None for one in ends]
    return cal.span(inner[0], inner[1]) if inner[0] and inner[1] else None


def _start_of(when: dt.date, unit: str) -> dt.date | None:
    whole = cal.unit_of(when, unit)
    return whole.first if whole else None


def read_ago(slots: Slots, setting: Setting) -> Period | None:
    """`n` units before or after the reference (or, where `from` says last, the day the article has named).

    Days and weeks give a day, months the day in EDTF's month, years the year. "A few" is approximate.
    """
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
        return _vague(base, sign, unit)
    return _at_precision(when, unit)


def _at_precision(when: dt.date, unit: str) -> Period:
    if unit in ("year", "decade", "century", "half"):
        return cal.year(when.year)
    if unit in ("month", "quarter"):
        return Period(cal.month(when.year, when.month).edtf, when, when, "month")
    return cal.day(when)


def _vague(base: dt.date, sign: int, unit: str) -> Period | None:
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
        if year is not None and setting.bias != "future" and setting.year is None and setting.reference:
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
    if year is None and "shift" in slots and setting.reference:
        year = _season_year(setting.reference, name, bounds, int(slots["shift"]))
    if year is None:
        year = _choose_year(setting, lambda one: cal.season(one, name, bounds))
    return cal.season(year, name, bounds) if year and 1 <= year <= 9998 else None


def _season_year(now: dt.date, name: str, bounds: list[list[int]], shift: int) -> int:
    """The year in which the season begins that is `shift` from the one that runs or, for 0, is not over in this year."""
    this = next(one for one in (now.year - 1, now.year) if (last := cal.season(one, name, bounds).last) and last >= now.replace(day=1))
    return this + shift


def read_nth(slots: Slots, setting: Setting) -> Period | None:
    """The nth weekday, day, week or month of a period, from its end where `back` says so."""
    whole = resolve(slots["of"], setting) if isinstance(slots.get("of"), Node) else None
    if whole is None and slots.get("of_unit") and setting.reference:
        whole = cal.unit_of(setting.reference, str(slots["of_unit"]))
    if whole is None:
        return None
    number = int(slots.get("ord", 1)) * (-1 if slots.get("back") else 1)
    if "weekday" in slots:
        return cal.nth_weekday(whole, int(slots["weekday"]), number)
    return cal.nth_unit(whole, str(slots["unit"]), number)


def read_weekday_of(slots: Slots, setting: Setting) -> Period | None:
    """A weekday of a week that is named: "środa przyszłego tygodnia"."""
    whole = resolve(slots["of"], setting)
    return cal.nth_weekday(cal.week(whole.first), int(slots["inner"].slots["weekday"]), 1) if whole and whole.first else None


def read_nth_of(slots: Slots, setting: Setting) -> Period | None:
    """ "The second Wednesday of October", "the last week of May": the inner node names weekday or unit, and its shift -1 the last."""
    inner = slots["inner"].slots
    back = inner.get("shift") == -1
    number = (int(slots["ord"]) if "ord" in slots else 1) * (-1 if back else 1) if back or "shift" not in inner else None
    if "of_unit" in slots:
        whole = cal.unit_of(setting.reference, str(slots["of_unit"])) if setting.reference else None
    else:
        whole = resolve(slots["of"], setting)
    if number is None or whole is None:
        return None
    return cal.nth_weekday(whole, int(inner["weekday"]), number) if "weekday" in inner else cal.nth_unit(whole, str(inner["unit"]), number)


def read_week_of(slots: Slots, setting: Setting) -> Period | None:
    """The week that holds a day: "the week of October 7"."""
    day = read_month_day(slots, setting) if "day" in slots else resolve(slots["of"], setting)
    return cal.week(day.first) if day and day.first else None


def read_month_of(slots: Slots, setting: Setting) -> Period | None:
    """A month or season of a year that is named: "w maju ubiegłego roku"."""
    whole = resolve(slots["of"], setting)
    return resolve(slots["inner"], setting.with_year(whole.first.year)) if whole and whole.first else None


def read_eve(slots: Slots, setting: Setting) -> Period | None:
    """The day before a day."""
    day = resolve(slots["of"], setting)
    return cal.day(day.first - _DAY) if day and day.first else None


def read_holiday(slots: Slots, setting: Setting) -> Period | None:
    """A feast with its fixed day, or Easter; with `n`, `unit` and `sign`, so much before or after it."""
    name = str(slots["holiday"])
    year = full_year(slots, setting)

    def in_year(one: int) -> Period | None:
        when = _feast(name, one, setting)
        if when and "unit" in slots:
            when = cal.shift(when, int(slots.get("n", 1)) * int(slots["sign"]), str(slots["unit"]))
        elif when and "weekday" in slots:
            step = (int(slots["weekday"]) - when.isoweekday()) % 7 or 7
            when += _DAY * (step + 7 * (int(slots.get("ord", 1)) - 1))
        return cal.day(when) if when else None

    year = _choose_year(setting, in_year) if year is None else year
    return in_year(year) if year is not None else None


def _feast(name: str, year: int, setting: Setting) -> dt.date | None:
    rule = setting.settings["holidays"][name]
    if isinstance(rule, list):
        return cal.date_or_none(year, int(rule[0]), int(rule[1]))
    if "weekday" in rule:
        found = cal.nth_weekday(cal.month(year, rule["month"]), rule["weekday"], rule["number"])
        return found.first if found else None
    if not 1900 <= year <= 2099:
        return None
    return cal.easter(year, eastern=rule["easter"] == "eastern") + _DAY * int(rule.get("plus", 0))


def read_same(slots: Slots, setting: Setting) -> Period | None:
    """The day, month or year that the article named last, moved by `shift` ("того ж дня", "następnego dnia")."""
    unit = str(slots["unit"])
    base = setting.last.first if setting.last else None
    if base is None and slots.get("or") == "reference":
        base = setting.reference
    if base is None or (unit == "day" and setting.last and setting.last.unit != "day" and slots.get("or") != "reference"):
        return None
    start = _start_of(base, unit)
    when = cal.shift(start, int(slots.get("shift", 0)), unit) if start else None
    return cal.unit_of(when, unit) if when else None


def read_fixed(slots: Slots, setting: Setting) -> Period | None:
    """The unit that holds the reference ("this month", EOM), or one part of it."""
    whole = cal.unit_of(setting.reference, str(slots["unit"])) if setting.reference else None
    return cal.part(whole, str(slots["part"])) if whole and "part" in slots else whole


def read_part(slots: Slots, setting: Setting) -> Period | None:
    """The beginning, middle, end or a half of a period; without a period, of the unit that holds the reference."""
    if isinstance(slots.get("period"), Node):
        whole = resolve(slots["period"], setting)
    else:
        base = setting.last.first if setting.year is not None and setting.last else setting.reference
        whole = cal.unit_of(base, str(slots["unit"])) if base else None
    which = str(slots["part"]) if "part" in slots else f"half{slots['ord']}"
    if whole is None or which not in ("begin", "mid", "end", "half1", "half2"):
        return None
    if setting.settings.get("parts") == "whole" and not which.startswith("half"):
        return cal.about(whole)
    return cal.part(whole, which)


def read_about(slots: Slots, setting: Setting) -> Period | None:
    """A period marked approximate."""
    whole = resolve(slots["period"], setting)
    return cal.about(whole) if whole else None


def _edge(node: Node, setting: Setting, *, end: bool) -> Period | None:
    """The period that bounds an open interval: the first or last day where a part ("the end of May") is named."""
    whole = resolve(node, setting)
    if whole is None or node.pattern.read not in ("part", "fixed") or whole.first is None or whole.last is None:
        return whole
    which = node.slots.get("part")
    outer = resolve(node.slots["period"], setting) if isinstance(node.slots.get("period"), Node) else whole
    if end and which == "end":
        edge = outer.last if outer else None
        return cal.day(edge) if edge else whole
    if not end and which == "begin":
        edge = outer.first if outer else None
        return cal.day(edge) if edge else whole
    return whole


def read_since(slots: Slots, setting: Setting) -> Period | None:
    """From a period on."""
    start = _edge(slots["period"], setting, end=False)
    return cal.since(start) if start else None


def read_until(slots: Slots, setting: Setting) -> Period | None:
    """Up to a period; without a year the nearest one is meant ("do 25 listopada" on 19 November looks ahead)."""
    end = _edge(slots["period"], setting if setting.bias == "future" else setting.with_bias("nearest"), end=True)
    return cal.until(end) if end else None


def read_after(slots: Slots, setting: Setting) -> Period | None:
    """After a year or month: open to the right."""
    start = resolve(slots["period"], setting)
    return cal.since(start) if start else None


def read_few_shifted(slots: Slots, setting: Setting) -> Period | None:
    """The last or next few units: an interval with an approximate start, up to the reference."""
    if setting.reference is None:
        return None
    edge = _vague(setting.reference, int(slots["shift"]), str(slots["unit"]))
    here = cal.unit_of(setting.reference, _COARSE.get(str(slots["unit"]), str(slots["unit"])))
    if edge is None or here is None:
        return None
    ends = (edge, here) if int(slots["shift"]) < 0 else (here, edge)
    return cal.span(ends[0], ends[1])


def read_pair(slots: Slots, setting: Setting) -> Period | None:
    """Two days one after the other: "3 i 4 marca"."""
    return read_range(slots, setting)


def read_range(slots: Slots, setting: Setting) -> Period | None:
    """From one date to another. What one end lacks (month, year) the other gives."""
    ends = range_ends(slots, setting)
    if ends is None:
        return None
    first, last = ends
    if first.first and last.last and first.first > last.last:
        return None
    return cal.span(first, last)


def range_ends(slots: Slots, setting: Setting) -> tuple[Period, Period] | None:
    """Both ends of an interval, each as a period."""
    second = slots["period2"] if "period2" in slots else None
    last = resolve(second, setting) if isinstance(second, Node) else None
    if "day2" in slots:
        first = resolve(slots["period"], setting)
        last = _day_beside(first, int(slots["day2"])) if first else None
    elif "day" in slots:
        first = _day_beside(last, int(slots["day"])) if last else None
    elif last is not None:
        first = resolve(slots["period"], setting.with_year(_year_of(last)))
        if first and first.first and last.first and first.first > last.first and "year" not in slots["period"].slots:
            first = resolve(slots["period"], setting.with_year(last.first.year - 1))
    else:
        first = None
    return (first, last) if first and last else None


def read_dotted_range(slots: Slots, setting: Setting) -> Period | None:
    """Days in figures: "14. - 15.10.2018", "14.10. - 15.10.": `a`.`b` to the period, or to `c`.`d`."""
    ends = dotted_ends(slots, setting)
    return cal.span(*ends) if ends and not (ends[0].first and ends[1].last and ends[0].first > ends[1].last) else None


def dotted_ends(slots: Slots, setting: Setting) -> tuple[Period, Period] | None:
    """Both ends of such an interval."""
    node = slots.get("period2")
    last = resolve(node, setting) if isinstance(node, Node) else read_numeric({"a": slots["c"], "b": slots["d"]}, setting)
    if last is None:
        return None
    if "b" not in slots:
        first = _day_beside(last, int(slots["a"]))
    else:
        first = read_numeric({"a": slots["a"], "b": slots["b"]}, setting.with_year(_year_of(last)))
    return (first, last) if first else None


def _year_of(one: Period) -> int | None:
    return one.first.year if one.first else None


def _day_beside(one: Period, number: int) -> Period | None:
    """A day with the month and year of another period."""
    if one.first is None:
        month = one.edtf[5:7]
        return cal.open_day(int(month), number) if month.isdigit() else None
    when = cal.date_or_none(one.first.year, one.first.month, number)
    return cal.day(when) if when else None


READERS: dict[str, Callable[[Slots, Setting], Period | None]] = {
    name.removeprefix("read_"): reader for name, reader in globals().items() if name.startswith("read_") and callable(reader)
}


def resolve(node: Node, setting: Setting) -> Period | None:
    """The period that a node means, or None where it cannot be had."""
    return READERS[node.pattern.read](node.slots, setting)


def _follow(slots: Slots) -> bool:
    """True for two days or two months, the first without a year, of which one follows the other."""
    second = slots["period2"].slots
    if "day" in slots:
        return bool(second.get("day") == slots["day"] + 1)
    first = slots["period"].slots
    return set(first) == {"month"} and "shift" not in second and bool(second.get("month") == first["month"] + 1)


def is_possible(node: Node) -> bool:
    """False for a date that no calendar has, and for a year or a round number that is no year."""
    slots = node.slots
    if "day" in slots and isinstance(slots.get("month"), int) and slots["day"] > cal.last_day(slots.get("year") or 2000, slots["month"]):
        return False
    if "day" in slots and not 1 <= int(slots["day"]) <= 31:
        return False
    if node.pattern.read == "pair" and not _follow(slots):
        return False
    year = slots.get("year")
    if "round" in node.pattern.where and year is not None and (year % 100 == 0 or not 1700 <= year <= 2099):
        return False
    return node.pattern.read != "years" or read_years(slots, Setting(None, "past", None, None, {})) is not None
