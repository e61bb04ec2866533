"""Dates in a text, as EDTF with their first and last day.

A range or an open interval is one mention, and the dates named inside it are mentions too, nested in it (as TimeML has it):
`find_dates` gives all of them, outermost first, `find_in` the outermost alone.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.mentions import calendar as cal
from dragoman.mentions.dates_grammar import load_grammar
from dragoman.mentions.dates_links import bound_setting, dotted_ends, range_ends
from dragoman.mentions.dates_match import Node, match_text
from dragoman.mentions.dates_read import READERS, is_possible
from dragoman.mentions.dates_setting import Setting, resolve
from dragoman.mentions.dates_tense import future_near
from dragoman.model.mention import DateMention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.mentions.calendar import Period
    from dragoman.model.token import Sentence

_CHRONICLE_DATES, _CHRONICLE_SHARE = 3, 0.6
_RANGES = frozenset(("range", "pair", "dotted_range"))
_OPEN = frozenset(("since", "until", "after"))
_SETS_DAY = frozenset(("day", "numeric", "month", "same", "month_of", "ago", "weekday", "weekday_of", "relative_day"))


def find_dates(text: str, *, lang: str, reference: dt.date | None, bias: str = "past") -> tuple[DateMention, ...]:
    """The dates of a text, counted from `reference` (the day of publication; None where it is not known).

    `bias` tells which of two is meant where the words leave it open ("on Friday", "7 November"): "past" the last, "future" the next,
    "news" the last unless it lies more than ten months back, "nearest". Without a reference, days take the year the text has set,
    else `XXXX`.
    Raises `LanguageError` for a language without a pack.
    """
    return tuple(_dates(text, lang, reference, lambda _: bias, nested=True))


def find_in(
    text: str, sentences: Sequence[Sentence], *, lang: str, reference: dt.date | None, bias: str = "news"
) -> tuple[DateMention, ...]:
    """The outermost dates of a text whose sentences are known: a verb in the future turns what is left open to the next one."""
    lookahead = future_near(sentences, lang)
    return tuple(_dates(text, lang, reference, lambda at: "coming" if lookahead(at) else bias, nested=False))


def _dates(text: str, lang: str, reference: dt.date | None, bias: Callable[[int], str], *, nested: bool) -> Iterator[DateMention]:
    nodes = match_text(text, lang, is_possible)
    chronicle = reference is None or _is_chronicle(nodes, reference)
    settings = load_grammar(lang).settings
    last: Period | None = None
    year = _first_year(nodes) if chronicle and reference else None
    for node in nodes:
        base = last.first if chronicle and reference and last else reference
        setting = Setting(base, bias(node.start), last, year if chronicle else None, settings, READERS)
        period = resolve(node, setting)
        if period is None:
            continue
        yield DateMention(node.start, node.end, period.edtf, period.first, period.last)
        inner = list(_inside(node, setting))
        if nested:
            yield from inner
        told, year_told = _told(node, period, inner)
        last = told or last
        year = year_told or year


def _inside(node: Node, setting: Setting) -> Iterator[DateMention]:
    """The dates named in an interval, in the order of the text."""
    read, slots = node.pattern.read, node.slots
    if read in ("range", "pair") and (ends := range_ends(slots, setting)):
        names = ("day" if "day" in slots else "period", "day2" if "day2" in slots else "period2")
        for name, end in zip(names, ends, strict=True):
            yield DateMention(*node.spans[name], end.edtf, end.first, end.last)
    elif read == "dotted_range" and (ends := dotted_ends(slots, setting)):
        (first, last), spans = ends, node.spans
        yield DateMention(spans["a"][0], spans["b" if "b" in spans else "a"][1], first.edtf, first.first, first.last)
        begin = spans["period2"] if "period2" in spans else (spans["c"][0], spans["d"][1])
        yield DateMention(*begin, last.edtf, last.first, last.last)
    elif read == "years" and "year2" in slots:
        for name in ("year", "year2"):
            one = cal.year(slots[name])
            yield DateMention(*node.spans[name], one.edtf, one.first, one.last)
    elif read in _OPEN and isinstance(slots.get("period"), Node):
        inner = resolve(slots["period"], bound_setting(setting) if read == "until" else setting)
        if inner:
            yield DateMention(*node.spans["period"], inner.edtf, inner.first, inner.last)


def _told(node: Node, period: Period, inner: list[DateMention]) -> tuple[Period | None, int | None]:
    """What later dates may lean on: the day or month named here, and its year if the words gave one."""
    base = node
    while base.pattern.read in _OPEN | _RANGES | {"part", "about"}:
        outer = base.slots.get("period2", base.slots.get("period"))
        if not isinstance(outer, Node):
            return None, None
        base = outer
    first = inner[-1].first if inner else period.first
    if first is None:
        return None, None
    if base.pattern.read == "year":
        return None, first.year if "line" in base.pattern.where else None
    if base.pattern.read not in _SETS_DAY:
        return None, None
    return cal.Period(first.isoformat(), first, first, base.unit), first.year if "year" in base.slots else None


def _first_year(nodes: Sequence[Node]) -> int | None:
    """The first year that a text tells with a month."""
    return next((one.slots["year"] for node in nodes for one in _base_nodes(node) if "year" in one.slots and "month" in one.slots), None)


def _is_chronicle(nodes: Sequence[Node], reference: dt.date) -> bool:
    """True where most of the dates that tell their year are long past: then a date without one belongs to the year told before."""
    years = [one.slots["year"] for node in nodes for one in _base_nodes(node) if "year" in one.slots and "month" in one.slots]
    old = sum(year < reference.year - 1 for year in years)
    return bool(old >= _CHRONICLE_DATES and old >= _CHRONICLE_SHARE * len(years))


def _base_nodes(node: Node) -> Iterator[Node]:
    yield node
    for value in node.slots.values():
        if isinstance(value, Node):
            yield from _base_nodes(value)
