"""The readers by name, and what no reader is asked about: dates that no calendar has."""

from __future__ import annotations

from types import MappingProxyType

from dragoman.mentions import calendar as cal
from dragoman.mentions import dates_days as days
from dragoman.mentions import dates_links as links
from dragoman.mentions import dates_units as units
from dragoman.mentions.dates_match import Node
from dragoman.mentions.dates_setting import Readers, Slots

READERS: Readers = MappingProxyType(
    {
        "day": days.read_day,
        "numeric": days.read_numeric,
        "relative_day": days.read_relative_day,
        "weekday": days.read_weekday,
        "weekday_moved": days.read_weekday_moved,
        "month_day": days.read_month_day,
        "weekday_of": days.read_weekday_of,
        "same": days.read_same,
        "holiday": days.read_holiday,
        "eve": days.read_eve,
        "week_of": days.read_week_of,
        "nth": days.read_nth,
        "nth_of": days.read_nth_of,
        "closest": days.read_closest,
        "month": units.read_month,
        "year": units.read_year,
        "years": units.read_years,
        "shifted": units.read_shifted,
        "ago": units.read_ago,
        "lasting": units.read_lasting,
        "quarter": units.read_quarter,
        "half": units.read_half,
        "decade": units.read_decade,
        "century": units.read_century,
        "season": units.read_season,
        "month_of": units.read_month_of,
        "fixed": units.read_fixed,
        "few_shifted": units.read_few_shifted,
        "part": links.read_part,
        "about": links.read_about,
        "since": links.read_since,
        "until": links.read_until,
        "after": links.read_after,
        "pair": links.read_pair,
        "range": links.read_range,
        "dotted_range": links.read_dotted_range,
    }
)
"""Readers by the name that a pack's patterns give them."""


def _follow(slots: Slots) -> bool:
    """True for two days or two months, the first without a year, of which one follows the other."""
    second = slots["period2"].slots
    if "day" in slots:
        return bool(second.get("day") == slots["day"] + 1)
    first = slots["period"].slots
    return set(first) == {"month"} and "shift" not in second and bool(second.get("month") == first["month"] + 1)


def _ascending(slots: Slots) -> bool:
    """True for two years in order and not two centuries apart."""
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
    return first < last <= first + 200


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
    if "next" in node.pattern.where and year is not None and (year + 1) % 100 != slots["yy2"]:
        return False
    if "modern" in node.pattern.where and year is not None and not 1900 <= year <= 2049:
        return False
    return node.pattern.read != "years" or _ascending(slots)
