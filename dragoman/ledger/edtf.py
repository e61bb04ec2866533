"""First and last day of an EDTF date (ISO 8601-2, levels 0 and 1, with decades), for columns and comparisons."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{2})(\d|X)(\d|X)$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
            37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}  # fmt: skip
"""Codes in the place of the month: seasons (winter runs into the next year), quarters, quadrimesters, halves."""
_UNKNOWN = re.compile(r"X{4}(-(\d{2}|XX)){0,2}")
"""A date whose year is left open."""
Days = tuple[dt.date | None, dt.date | None]


@functools.lru_cache(maxsize=100_000)
def days_of(edtf: str | None) -> Days:
    """The first and the last day that ``edtf`` can mean. An open end is None, and so is what cannot be resolved (``XXXX-11-07``)."""
    if not edtf:
        return None, None
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        return days_of(start)[0], days_of(end)[1]
    return _single(re.sub(r"[~?%]", "", edtf).split("T")[0])


def _single(text: str) -> Days:
    try:
        if match := _DAY.fullmatch(text):
            day = dt.date(*(int(part) for part in match.groups()))
            return day, day
        if match := _MONTH.fullmatch(text):
            return _months(int(match[1]), int(match[2]))
        if match := _YEAR.fullmatch(text):
            return dt.date(int(text.replace("X", "0")), 1, 1), dt.date(int(text.replace("X", "9")), 12, 31)
    except ValueError:
        return None, None
    return None, None


def _months(year: int, code: int) -> Days:
    first, last = _SEASONS.get(code, (code, code))
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return dt.date(year, first, 1), dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def is_edtf(text: str) -> bool:
    """Whether some day can be meant by a text as an EDTF date of level 0 or 1; one whose parts are unknown (``XXXX-11-07``) counts too."""
    parts = text.split("/")
    return (
        len(parts) <= 2
        and all(part in ("", "..") or _UNKNOWN.fullmatch(part) or days_of(part) != (None, None) for part in parts)
        and text not in ("", "..")
    )
