"""Readers of days and of weeks told by a day. A reader makes a period of what stands in a pattern's slots."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.mentions import calendar as cal
from dragoman.mentions.calendar import Period
from dragoman.mentions.dates_match import Node
from dragoman.mentions.dates_setting import Setting, Slots, choose_year, full_year, lacks_reference, resolve, start_of

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = dt.timedelta(days=1)


def _day_in(month: int, number: int) -> Callable[[int], Period | None]:
    def in_year(year: int) -> Period | None:
        when = cal.date_or_none(year, month, number)
        return cal.day(when) if when else None

    return in_year


def read_day(slots: Slots, setting: Setting) -> Period | None:
    """A day of a month, with or without its year."""
    if lacks_reference(slots, setting):
        return None
    month, number = int(slots["month"]), int(slots["day"])
    in_year = _day_in(month, number)
    year = full_year(slots, setting)
    if year is None and "wd" in slots and setting.reference:
        year = _year_by_weekday(setting.reference, in_year, int(slots["wd"]))
    year = choose_year(setting, in_year) if year is None else year
    return cal.open_day(month, number) if year is None else in_year(year)


def _year_by_weekday(now: dt.date, in_year: Callable[[int], Period | None], weekday: int) -> int | None:
    """The year beside the reference in which the day falls on the weekday, the nearest one."""
    found = [
        one for year in (now.year - 1, now.year, now.year + 1) if (one := in_year(year)) and one.first and one.first.isoweekday() == weekday
    ]
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
        return now + _DAY * (ahead or 7) if setting.ahead else now - _DAY * back
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
    step = 1 if setting.ahead else -1
    for count in range(60):
        moved = cal.shift_months(setting.reference.replace(day=1), step * count)
        when = cal.date_or_none(moved.year, moved.month, number) if moved else None
        fits = when and (when > setting.reference if step > 0 else when <= setting.reference)
        if when and fits and when.isoweekday() == slots.get("weekday", when.isoweekday()):
            return cal.day(when)
    return None


def read_weekday_of(slots: Slots, setting: Setting) -> Period | None:
    """A weekday of a week that is named: "środa przyszłego tygodnia"."""
    whole = resolve(slots["of"], setting)
    weekday = slots["weekday"] if "weekday" in slots else slots["inner"].slots["weekday"]
    return cal.nth_weekday(cal.week(whole.first), int(weekday), 1) if whole and whole.first else None


def read_same(slots: Slots, setting: Setting) -> Period | None:
    """The day, month or year that the article named last, moved by `shift` ("того ж дня", "następnego dnia")."""
    unit = str(slots["unit"])
    base = setting.last.first if setting.last else None
    if base is None and slots.get("or") == "reference":
        base = setting.reference
    if base is None or (unit == "day" and setting.last and setting.last.unit != "day" and slots.get("or") != "reference"):
        return None
    start = start_of(base, unit)
    when = cal.shift(start, int(slots.get("shift", 0)), unit) if start else None
    return cal.unit_of(when, unit) if when else None


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

    year = choose_year(setting, in_year) if year is None else year
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


def read_eve(slots: Slots, setting: Setting) -> Period | None:
    """The day before a day."""
    day = resolve(slots["of"], setting)
    return cal.day(day.first - _DAY) if day and day.first else None


def read_week_of(slots: Slots, setting: Setting) -> Period | None:
    """The week that holds a day: "the week of October 7"."""
    day = read_month_day(slots, setting) if "day" in slots else resolve(slots["of"], setting)
    return cal.week(day.first) if day and day.first else None


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


def read_closest(slots: Slots, setting: Setting) -> Period | None:
    """The weekday closest to a day, or the second closest, and so on."""
    day = resolve(slots["of"], setting)
    number = int(slots.get("ord", 1))
    if day is None or day.first is None or not 1 <= number <= 9:
        return None
    weekday, middle = int(slots["inner"].slots["weekday"]), day.first
    ahead = middle + _DAY * ((weekday - middle.isoweekday()) % 7)
    near = sorted((ahead + 7 * _DAY * step for step in range(-number, number + 1)), key=lambda one: abs(one - middle))
    return cal.day(near[number - 1])


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
