"""Readers of parts of a period and of intervals, closed and open."""

from __future__ import annotations

from dragoman.mentions import calendar as cal
from dragoman.mentions.calendar import Period
from dragoman.mentions.dates_days import read_numeric
from dragoman.mentions.dates_match import Node
from dragoman.mentions.dates_setting import Setting, Slots, resolve


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
    end = _edge(slots["period"], bound_setting(setting), end=True)
    return cal.until(end) if end else None


def bound_setting(setting: Setting) -> Setting:
    """How the bound of an interval open to the left is read: the nearest, unless the future is asked for."""
    return setting if setting.ahead else setting.with_bias("nearest")


def read_after(slots: Slots, setting: Setting) -> Period | None:
    """After a year or month: open to the right."""
    start = resolve(slots["period"], setting)
    return cal.since(start) if start else None


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
    second = slots.get("period2")
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
