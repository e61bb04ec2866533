"""The arithmetic of calendars: periods with their EDTF, and what is counted from them. Knows no language.

EDTF is ISO 8601-2 level 1: `2025-05`, `2018-22` (summer), `199X` (the nineties), `19XX` (the century), `2022~/..` (since about 2022),
`../2025-05-31`, `XXXX-11-07` (the year is not to be had). Weeks, quarters and halves are written as intervals of days or months.
"""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

_DAY = dt.timedelta(days=1)
_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_QUARTERS_PER_YEAR = 4
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""How many months a unit holds."""
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
"""How many days a unit holds."""


class Period(msgspec.Struct, frozen=True):
    """A stretch of days: its `edtf`, its first and last day (None where open or unknown) and the `unit` that the words name."""

    edtf: str
    first: dt.date | None
    last: dt.date | None
    unit: str = "day"


def day(when: dt.date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def open_day(month: int, number: int) -> Period | None:
    """A day of some year that is not known: `XXXX-11-07`."""
    return Period(f"XXXX-{month:02}-{number:02}", None, None, "day") if number <= last_day(2000, month) else None


def date_or_none(year: int, month: int, number: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= last_day(year, month)):
        return None
    return dt.date(year, month, number)


def last_day(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def month(year: int, number: int) -> Period:
    """A month of a year."""
    return Period(f"{year:04}-{number:02}", dt.date(year, number, 1), dt.date(year, number, last_day(year, number)), "month")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def months(year_: int, first: int, last: int, unit: str) -> Period:
    """Whole months of one year, `first` to `last`: a quarter or a half."""
    return span(month(year_, first), month(year_, last), unit)


def quarter(year_: int, number: int) -> Period:
    """A quarter of a year, 1 to 4."""
    return months(year_, 3 * number - 2, 3 * number, "quarter")


def half(year_: int, number: int) -> Period:
    """A half of a year, 1 or 2."""
    return months(year_, 6 * number - 5, 6 * number, "half")


def decade(start: int) -> Period:
    """Ten years from `start`: `199X`."""
    return Period(f"{start // 10:03}X", dt.date(max(start, 1), 1, 1), dt.date(start + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """A century by its ordinal number: the 20th is `19XX`, 1901 to 2000."""
    return Period(f"{number - 1:02}XX", dt.date(100 * number - 99, 1, 1), dt.date(100 * number, 12, 31), "century")


def week(when: dt.date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = when - _DAY * when.weekday()
    return days(monday, monday + 6 * _DAY, "week")


def weekend(when: dt.date) -> Period:
    """Saturday and Sunday of the week that holds a day."""
    saturday = when + _DAY * (5 - when.weekday())
    return days(saturday, saturday + _DAY, "weekend")


def season(year_: int, name: str, bounds: list[list[int]]) -> Period:
    """A season of a year with the pack's bounds [[month, day], [month, day]]; winter begins in `year_` and ends in the next."""
    (month_a, day_a), (month_b, day_b) = bounds
    ends = year_ + (month_b < month_a)
    closing = dt.date(ends, month_b, min(day_b, last_day(ends, month_b)))
    return Period(f"{year_:04}-{_SEASON_CODES[name]}", dt.date(year_, month_a, day_a), closing, "season")


def days(first: dt.date, last: dt.date, unit: str = "interval") -> Period:
    """A stretch of days written from day to day."""
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, unit)


def span(one: Period, other: Period, unit: str = "interval") -> Period:
    """From the start of one period to the end of another."""
    return Period(f"{one.edtf.split('/')[0]}/{other.edtf.split('/')[-1]}", one.first, other.last, unit)


def since(one: Period) -> Period:
    """Open to the right: `2025-11-11/..`."""
    return Period(f"{one.edtf.split('/')[0]}/..", one.first, None, "open")


def until(one: Period) -> Period:
    """Open to the left: `../2025-05-31`."""
    return Period(f"../{one.edtf.split('/')[-1]}", None, one.last, "open")


def about(one: Period) -> Period:
    """The same period, marked approximate at both ends."""
    ends = [end if end in ("..", "") or end.endswith("~") else f"{end}~" for end in one.edtf.split("/")]
    return Period("/".join(ends), one.first, one.last, one.unit)


def shift_months(when: dt.date, count: int) -> dt.date | None:
    """The same day `count` months on; the last day of the month where it is shorter. None beyond the calendar."""
    total = when.year * 12 + when.month - 1 + count
    year_, number = divmod(total, 12)
    if not 1 <= year_ <= 9999:
        return None
    return dt.date(year_, number + 1, min(when.day, last_day(year_, number + 1)))


def shift(when: dt.date, count: int, unit: str) -> dt.date | None:
    """A day `count` units on. None beyond the calendar."""
    if unit in MONTHS:
        return shift_months(when, count * MONTHS[unit])
    try:
        return when + _DAY * (count * DAYS[unit])
    except (OverflowError, KeyError):
        return None


def unit_of(when: dt.date, unit: str) -> Period | None:
    """The calendar unit that holds a day."""
    if unit == "day":
        return day(when)
    if unit in ("week", "fortnight"):
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "half":
        return half(when.year, 1 if when.month <= 6 else 2)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    return century((when.year + 99) // 100) if unit == "century" else None


def easter(year_: int, *, eastern: bool = False) -> dt.date:
    """Easter Sunday in the Gregorian calendar (Meeus; the eastern date by the Julian computus, 13 days on, good for 1900 to 2099)."""
    if eastern:
        d = (19 * (year_ % 19) + 15) % 30
        e = (2 * (year_ % 4) + 4 * (year_ % 7) - d + 34) % 7
        number, offset = divmod(d + e + 114, 31)
        return dt.date(year_, number, offset + 1) + 13 * _DAY
    a, (b, c) = year_ % 19, divmod(year_, 100)
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    number = (h - m + r + 90) // 25
    return dt.date(year_, number, (h - m + r + number + 19) % 32)


def part(one: Period, which: str) -> Period | None:
    """The begin, mid or end of a period, or its first or second half ("half1", "half2").

    Of a month the first, second and last ten days; of a year the first three months, May to August, the last four; of a week three days
    (the custom of the news, as other date readers have it). The EDTF of a month, season, year or
    longer stays that of the whole, marked approximate.
    """
    if one.first is None or one.last is None:
        return Period(about(one).edtf, None, None, one.unit)
    if which in ("half1", "half2"):
        return _half_of(one, which)
    length = (one.last - one.first).days + 1
    if one.unit == "week":
        bounds = {"begin": (0, 3), "mid": (2, 5), "end": (length - 3, length)}[which]
    elif one.unit == "month":
        bounds = {"begin": (0, 10), "mid": (10, 20), "end": (20, length)}[which]
    elif one.unit == "year":
        return _months_of(one, {"begin": (1, 3), "mid": (5, 8), "end": (9, 12)}[which])
    elif one.unit in ("decade", "century"):
        third = (one.last.year - one.first.year + 1) // 3
        years = {"begin": (0, third), "mid": (third, 2 * third), "end": (2 * third, one.last.year - one.first.year)}[which]
        return Period(about(one).edtf, dt.date(one.first.year + years[0], 1, 1), dt.date(one.first.year + years[1], 12, 31), one.unit)
    else:
        third = length // 3
        bounds = {"begin": (0, max(third, 1)), "mid": (third, max(2 * third, third + 1)), "end": (length - max(third, 1), length)}[which]
    first, last = one.first + _DAY * bounds[0], one.first + _DAY * (bounds[1] - 1)
    return Period(about(one).edtf if one.unit in ("month", "season") else days(first, last).edtf, first, last, one.unit)


def _months_of(one: Period, bounds: tuple[int, int]) -> Period | None:
    if one.first is None:
        return None
    inner = months(one.first.year, bounds[0], bounds[1], "year")
    return Period(about(one).edtf, inner.first, inner.last, "year")


def _half_of(one: Period, which: str) -> Period | None:
    if one.first is None or one.last is None:
        return None
    second = which == "half2"
    if one.unit == "year":
        return half(one.first.year, 2 if second else 1)
    if one.unit == "month":
        middle = one.first + 14 * _DAY
        return days(middle + _DAY, one.last) if second else days(one.first, middle)
    if one.unit in ("decade", "century"):
        years = (one.last.year - one.first.year + 1) // 2
        edge = one.first.year + years
        return span(year(edge), year(one.last.year)) if second else span(year(one.first.year), year(edge - 1))
    middle = one.first + _DAY * ((one.last - one.first).days // 2)
    return days(middle + _DAY, one.last) if second else days(one.first, middle)


def nth_weekday(one: Period, weekday: int, number: int) -> Period | None:
    """The `number`-th given weekday (1 Monday to 7 Sunday) of a period, counted from its end where negative."""
    if one.first is None or one.last is None or number == 0:
        return None
    if number > 0:
        found = one.first + _DAY * ((weekday - 1 - one.first.weekday()) % 7) + 7 * _DAY * (number - 1)
    else:
        found = one.last - _DAY * ((one.last.weekday() - weekday + 1) % 7) + 7 * _DAY * (number + 1)
    return day(found) if one.first <= found <= one.last else None


def nth_unit(one: Period, unit: str, number: int) -> Period | None:
    """The `number`-th day, whole week, month or quarter of a period, counted from its end where negative."""
    if one.first is None or one.last is None or number == 0 or unit not in ("day", "week", "month", "quarter", "weekend", "half", "year"):
        return None
    if unit == "day":
        found = one.first + _DAY * (number - 1) if number > 0 else one.last + _DAY * (number + 1)
        return day(found) if one.first <= found <= one.last else None
    if unit == "week":
        if number > 0:
            monday = one.first + _DAY * (-one.first.weekday() % 7) + 7 * _DAY * (number - 1)
        else:
            monday = one.last - _DAY * ((one.last.weekday() + 1) % 7) - 6 * _DAY + 7 * _DAY * (number + 1)
        return week(monday) if one.first <= monday <= one.last else None
    start = shift(one.first if number > 0 else one.last, number - 1 if number > 0 else number + 1, unit)
    return unit_of(start, unit) if start and one.first <= start <= one.last else None
