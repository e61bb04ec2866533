"""From a text to nodes: places where a pattern of the pack fits, with what stands in its slots, stage upon stage."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.mentions.dates_grammar import UNKNOWN, Grammar, Pattern, Stage, load_grammar
from dragoman.text.letters import COMMON_WORD, in_small_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TOKEN = re.compile(rf"{COMMON_WORD}|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]|_")
_BREAK = re.compile(r"\n(?=[^\S\n]*\n)|\n(?![^\S\n]*[a-zа-яёіїєґąćęłńóśźż\d])")
_RUN = re.compile("[^x]+")
_SHORT_RUN, _KNOWN_RUNS = 6, 1 << 16
_ROMAN = frozenset(("roman", "month_roman"))
_BEFORE_ON_LINE, _AFTER_ON_LINE = re.compile(r"(?:^|\n)[-–—•* \t]*\Z"), re.compile(r"[ \t]*(?:\n|\Z|:|[-–—] )")
_TOUCHING = frozenset(".,:/")


class Node(msgspec.Struct, frozen=True):
    """A pattern that fits: characters [start, end), the pattern, and its slots (numbers, words' values or inner nodes)."""

    start: int
    end: int
    pattern: Pattern
    slots: dict[str, Any]
    unit: str
    spans: dict[str, tuple[int, int]]


class Item(msgspec.Struct, frozen=True, gc=False):
    """One token, or a node that stands for several: its characters, its form in small letters, and the node."""

    start: int
    end: int
    form: str
    node: Node | None = None


def lowered(text: str) -> str:
    """The text in small letters, one character for one, with one kind of apostrophe."""
    return in_small_letters(text).replace("\u2019", "'").replace("\u02bc", "'")


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of text that no date goes beyond: paragraphs, and lines that do not go on in the next."""
    begin = 0
    for end in (match.start() for match in _BREAK.finditer(text)):
        if end > begin:
            yield begin, end
        begin = end
    if len(text) > begin:
        yield begin, len(text)


def _value(item: Item, classes: tuple[str, ...], grammar: Grammar) -> Any:
    if item.node is not None:
        return item.node
    known = grammar.values.get(item.form) or {}
    return next((known[one] for one in classes if one in known), None)


def _read_slots(match: re.Match[str], pattern: Pattern, items: list[Item], grammar: Grammar) -> dict[str, Any]:
    """What stands in each slot: the sum of its numbers ("dwudziestego czwartego" is 24), else the first value or node."""
    slots: dict[str, Any] = {}
    for name, classes in pattern.slots.items():
        start, end = match.span(name)
        if start < 0:
            continue
        values = [one for one in (_value(item, classes, grammar) for item in items[start:end]) if one is not None]
        if values and all(isinstance(one, int) for one in values):
            slots[name] = sum(values)
        else:
            slots[name] = values[0] if values else True
    return slots


class Place(msgspec.Struct, frozen=True):
    """The text a pattern is tried on: as written, in small letters, its tokens as characters, and whether nothing else stands in it."""

    text: str
    row: str
    items: list[Item]
    grammar: Grammar


def _touched(text: str, start: int, end: int) -> bool:
    """True where a number goes on beyond the match: "1.5 maja" holds no "5 maja"."""
    before = start > 1 and text[start].isdigit() and text[start - 1] in _TOUCHING and text[start - 2].isdigit()
    glued = start > 0 and text[start].isdigit() and (text[start - 1].isalnum() or text[start - 1] in "$€£#")
    after = end + 1 < len(text) and text[end - 1].isdigit() and text[end] in ".,/:" and text[end + 1].isdigit()
    return before or glued or after


def _allowed(place: Place, pattern: Pattern, match: re.Match[str]) -> bool:
    """Do the place and the capitals agree with what the pattern wants?"""
    items, text = place.items, place.text
    start, end = items[match.start()].start, items[match.end() - 1].end
    if "free" not in pattern.where and _touched(text, start, end):
        return False
    if "alone" in pattern.where and (text[:start].strip() or text[end:].strip(" .\n")):
        return False
    if text[start:end] in (place.grammar.settings.get("names") or ()) and (text[:start].strip() or text[end:].strip()):
        return False
    if "line" in pattern.where and (_BEFORE_ON_LINE.search(text[max(0, start - 8) : start]) is None or not _AFTER_ON_LINE.match(text, end)):
        return False
    if "tight" in pattern.where and any(
        a.end != b.start for a, b in zip(items[match.start() :], items[match.start() + 1 : match.end()], strict=False)
    ):
        return False
    for name in pattern.capitals:
        at = match.start(name)
        if at >= 0 and not text[items[at].start].isupper():
            return False
    return all(_capital_roman(place, pattern.slots[name], match.span(name)) for name in pattern.slots)


def _capital_roman(place: Place, classes: tuple[str, ...], span: tuple[int, int]) -> bool:
    """False where a slot holds a roman numeral in small letters ("i kwartał")."""
    if not _ROMAN.intersection(classes) or span[0] < 0:
        return True
    inside = place.items[span[0] : span[1]]
    return all(
        one.node is not None or not _ROMAN.intersection(place.grammar.values.get(one.form) or ()) or place.text[one.start].isupper()
        for one in inside
    )


def _node(place: Place, pattern: Pattern, match: re.Match[str]) -> Node:
    items = place.items
    slots = _read_slots(match, pattern, items, place.grammar) | pattern.fixed
    spans = {name: (items[match.start(name)].start, items[match.end(name) - 1].end) for name in pattern.slots if match.start(name) >= 0}
    unit = str(slots.get("kind") or _unit(pattern.read, slots))
    return Node(items[match.start()].start, items[match.end() - 1].end, pattern, slots, unit, spans)


_UNIT_OF_READER = {name: name for name in ("month", "year", "season", "quarter", "half", "decade", "century", "holiday")}


def _unit(read: str, slots: dict[str, Any]) -> str:
    """The unit that a reader's period has, as far as its slots tell."""
    if read == "shifted":
        return str(slots.get("unit", "day")) if slots.get("unit") != "fortnight" else "week"
    if read in ("part", "about") and isinstance(slots.get("period"), Node):
        return str(slots["period"].unit)
    if read in ("since", "until", "range", "years", "lasting"):
        return "open" if read in ("since", "until", "lasting") else "interval"
    return _UNIT_OF_READER.get(read, "day")


def _longest(place: Place, stage: Stage, at: int, possible: Callable[[Node], bool]) -> tuple[int, Node] | None:
    """The longest pattern that fits at a token, stands where it may and names a possible date."""
    for match, pattern in _fitting(stage, place.row, at):
        if _allowed(place, pattern, match):
            node = _node(place, pattern, match)
            if possible(node):
                return match.end(), node
    return None


@lru_cache(_KNOWN_RUNS)
def _fitting(stage: Stage, row: str, at: int) -> tuple[tuple[re.Match[str], Pattern], ...]:
    """The patterns that fit at a place of a row of classes, the longest first; such rows (a lone year, a day with its month) recur."""
    found = [(match, pattern) for pattern in stage.patterns if (match := pattern.regex.match(row, at))]
    return tuple(sorted(found, key=lambda one: -one[0].end()))


def _run(place: Place, stage: Stage, possible: Callable[[Node], bool]) -> Place:
    """One stage over the row: what fits becomes a node."""
    items, row, at = [], [], 0
    while begin := stage.start.search(place.row, at):
        start = begin.start()
        items += place.items[at:start]
        row.append(place.row[at:start])
        if one := _longest(place, stage, start, possible):
            end, node = one
            items.append(Item(node.start, node.end, "", node))
            row.append(place.grammar.nodes.get(node.unit, place.grammar.nodes["interval"]))
            at = end
        else:
            items.append(place.items[start])
            row.append(place.row[start])
            at = start + 1
    if not items:
        return place
    return Place(place.text, "".join(row) + place.row[at:], items + place.items[at:], place.grammar)


@lru_cache(_KNOWN_RUNS)
def _may_hold(lang: str, run: str) -> bool:
    """True where some pattern of some stage could begin in a short row; asked once for a row of classes."""
    return any(stage.start.search(run) for stage in load_grammar(lang).stages)


def _match_run(text: str, grammar: Grammar, row: str, items: list[Item], possible: Callable[[Node], bool]) -> Iterator[Node]:
    place = Place(text, row, items, grammar)
    for stage in grammar.stages:
        place = _run(place, stage, possible)
    return (item.node for item in place.items if item.node is not None)


def match_text(text: str, lang: str, possible: Callable[[Node], bool]) -> list[Node]:
    """The nodes of a text, in order, each as large as the stages make it. `possible` refuses a date that no calendar has.

    No pattern holds an unknown word, so only runs of known tokens are tried, and short runs are asked about once.
    """
    grammar, small = load_grammar(lang), lowered(text)
    nodes: list[Node] = []
    get = grammar.codes.get
    for begin, end in _chunks(small):
        row = "".join(map(get, _TOKEN.findall(small, begin, end), repeat(UNKNOWN)))
        hot = {run for run in row.split(UNKNOWN) if len(run) > _SHORT_RUN or (run and _may_hold(lang, run))}
        if not hot:
            continue
        tokens, passed = _TOKEN.finditer(small, begin, end), 0
        for run in _RUN.finditer(row):
            if run[0] in hot:
                items = [Item(one.start(), one.end(), one[0]) for one in islice(tokens, run.start() - passed, run.end() - passed)]
                nodes += _match_run(text, grammar, run[0], items, possible)
                passed = run.end()
    return nodes
