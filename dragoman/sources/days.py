"""Days that people and pages write: publication dates."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dragoman.errors import InputError

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$")


def parse_day(text: str, where: str = "--published") -> dt.date:
    """The day that ``text`` writes as YYYY-MM-DD (a time after it is allowed). Raises InputError for anything else, 2025-02-30 too."""
    match = _ISO.fullmatch(text.strip())
    if not match:
        raise InputError(f"{where}: '{text}' is not a date; write it as YYYY-MM-DD, for example 2025-11-13")
    year, month, day = (int(part) for part in match.groups())
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise InputError(f"{where}: there is no day {text} ({error}); write a day of the calendar as YYYY-MM-DD") from None


def day_or_none(text: str | None) -> dt.date | None:
    """The day in metadata (ISO 8601 or RFC 822), None where there is none that can be read: metadata is a hint, not an order."""
    if not text:
        return None
    try:
        return parse_day(text)
    except InputError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
