"""Reads a pack's `dates.yml` and compiles it: words to classes, patterns to regular expressions over classes.

Every token of a text becomes one character that stands for all the classes the word belongs to ("second" is an ordinal and no unit), so a
pattern of slots is a short regular expression without repetition, and matching is linear in the text.

`dates.yml` holds

- `endings`    named lists of endings; a form "ubiegł+adj" stands for one form per ending
- `words`      class -> list of forms, or class -> {value: forms}; forms are parted by spaces. A class left empty matches nothing
- `shapes`     name -> a pattern, to be named in other patterns
- `stages`     a list of lists of patterns; each stage sees what the stage before it found as one token of the class `period`, and of
  `period_<unit>` (`period_dated` is any unit but a feast)
- `settings`   seasons, order of day and month, the names that look like a date, holidays

A pattern is {read, as, with?, where?}: `read` names a reader of `dates_read`, `as` one string or several, `with` gives the reader fixed
values. In the strings

- `{name}` is a slot, `{name:class}` a slot with another name than its class, `{name!}` one that must have a capital letter
- `[name]` is a word of a class that is not kept
- `@[name]` must stand before and is no part of the match, `~[name]` must not stand before, `=[name]` must follow
- `( | )` and `?` group and make optional

`where` restricts the place: `alone` (nothing else in the text), `line` (at the start of its line, as a heading), `tight` (no space inside),
`free` (a number may go on beside it), `round` (a year that is no round hundred), `modern` (1900 to
2049), `next` (`yy2` is the year after). Roman numerals must be in capitals.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from dragoman.errors import PackError
from dragoman.grammar.pack import load_pack

_ITEM = re.compile(
    r"\s*(?P<look>[@=~])?(?:\{(?P<slot>\w+)(?::(?P<class>\w+))?(?P<capital>!)?\}|\[(?P<word>\w+)\]|(?P<mark>[()|?])|(?P<bad>\S))"
)
_PUNCTUATION = {
    "dash": "-\u2010\u2011\u2012\u2013\u2014\u2212",
    "dot": ".",
    "slash": "/",
    "comma": ",",
    "open": "([",
    "close": ")]",
    "apostrophe": "'\u2019\u02bc",
}
_UNITS = (
    "day",
    "weekday",
    "holiday",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "weekend",
    "interval",
    "open",
)
_LOOK = {"@": "(?<=", "=": "(?=", "~": "(?<!"}
UNKNOWN, _FIRST_CHAR = "x", 0xE000
_FOLD = str.maketrans("ąćęłńóśźżё", "acelnosz\u007a\u0435")

Value = int | str | None


class Pattern(msgspec.Struct, frozen=True):
    """A compiled pattern: the reader's name, its fixed values, what each slot's classes are, and where it may stand."""

    read: str
    regex: re.Pattern[str]
    slots: dict[str, tuple[str, ...]]
    fixed: dict[str, Any]
    capitals: tuple[str, ...]
    where: frozenset[str]


class Stage(msgspec.Struct, frozen=True, eq=False):
    """Patterns that work on the same row of tokens; `start` finds where any of them may begin."""

    start: re.Pattern[str]
    patterns: tuple[Pattern, ...]


class Grammar(msgspec.Struct, frozen=True):
    """A language's dates, ready to use: `codes` gives a form's character, `values` a form's value in each of its classes."""

    codes: dict[str, str]
    values: dict[str, dict[str, Value]]
    nodes: dict[str, str]
    stages: tuple[Stage, ...]
    settings: dict[str, Any]


def node_classes(unit: str) -> frozenset[str]:
    """The classes of a token that stands for a period; a day of the week is a day too, and all but feasts count as dated."""
    extra = {"weekday": ("period_day", "period_dated"), "holiday": ()}.get(unit, ("period_dated",))
    return frozenset(("period", f"period_{unit}", *extra))


def _expand(form: str, endings: dict[str, list[str]]) -> list[str]:
    stem, plus, names = form.partition("+")
    if not plus:
        return [form]
    return [stem + ("" if one == "-" else one) for name in names.split("+") for one in str(endings[name]).split()]


def _numbers() -> dict[str, dict[str, Value]]:
    """What a row of digits can be: a day, a month's number, two digits of a year, a year, a count."""
    table: dict[str, dict[str, Value]] = {}
    for value in range(1000):
        for digits in {str(value), f"{value:02}"}:
            classes: dict[str, Value] = {"number": value}
            if len(digits) <= 2 and 1 <= value <= 31:
                classes["dd"] = value
            if len(digits) <= 2 and 1 <= value <= 12:
                classes["mm"] = value
            if len(digits) == 2:
                classes["yy"] = value
            table[digits] = classes
    for value in range(1000, 2200):
        table[str(value)] = {"year": value}
    return table


def _word_table(data: dict[str, Any], file: str) -> dict[str, dict[str, Value]]:
    """Form -> {class: value} for digits, punctuation and the pack's words (with forms that lack their diacritics)."""
    table = _numbers()
    for name, marks in _PUNCTUATION.items():
        for mark in marks:
            table.setdefault(mark, {})[name] = None
    endings = data.get("endings") or {}
    own: dict[str, dict[str, Value]] = {}
    for name, content in (data.get("words") or {}).items():
        groups = content.items() if isinstance(content, dict) else [(None, content)]
        for value, forms in groups:
            for raw in str(forms).split():
                try:
                    expanded = _expand(raw, endings)
                except KeyError as error:
                    raise PackError(f"no endings named {error} for {raw!r}", file=file, rule=name) from error
                for form in expanded:
                    own.setdefault(form.lower().replace("’", "'"), {}).setdefault(name, value)
    for form, classes in list(own.items()):
        folded = form.translate(_FOLD)
        if folded not in own:
            own[folded] = classes
    for form, classes in own.items():
        table[form] = {**table.get(form, {}), **classes}
    return table


class _Compiler:
    """Turns patterns to regular expressions over the characters of classes."""

    def __init__(self, data: dict[str, Any], file: str) -> None:
        self.file, self.shapes = file, data.get("shapes") or {}
        self.values = _word_table(data, file)
        kinds = {frozenset(classes): "" for classes in self.values.values()}
        kinds |= {node_classes(unit): "" for unit in _UNITS}
        self.kinds = {kind: chr(_FIRST_CHAR + at) for at, kind in enumerate(sorted(kinds, key=sorted))}
        self.empty = frozenset(str(name) for name, forms in (data.get("words") or {}).items() if not forms)
        self.chars: dict[str, str] = {}
        for kind, char in self.kinds.items():
            for name in kind:
                self.chars[name] = self.chars.get(name, "") + char

    def expression(self, name: str, rule: str) -> tuple[str, tuple[str, ...]]:
        """A class or shape as a regular expression, with the classes in it."""
        if name in self.shapes:
            regex, _, _ = self.pattern(str(self.shapes[name]), rule, keep=False)
            inner = [item["word"] for item in _ITEM.finditer(str(self.shapes[name])) if item["word"]]
            return regex, tuple(one for word in inner for one in self.expression(word, rule)[1])
        if name in self.empty:
            return "(?!)", (name,)
        if name not in self.chars:
            raise PackError(f"no words of class {name!r}", file=self.file, rule=rule)
        return f"[{self.chars[name]}]", (name,)

    def pattern(self, text: str, rule: str, *, keep: bool = True) -> tuple[str, dict[str, tuple[str, ...]], list[str]]:
        """A pattern's regular expression, the classes of its slots, and the slots that need a capital."""
        out, slots, capitals = [], {}, []
        for item in _ITEM.finditer(text):
            if item["bad"]:
                raise PackError(f"cannot read {item['bad']!r} in pattern {text!r}", file=self.file, rule=rule)
            if item["mark"]:
                out.append("(?:" if item["mark"] == "(" else item["mark"])
                continue
            regex, classes = self.expression(item["class"] or item["word"] or item["slot"].rstrip("2"), rule)
            name = item["slot"] or ""
            if name:
                slots[name] = classes
            if item["capital"]:
                capitals.append(name)
            if item["look"]:
                out.append(f"{_LOOK[item['look']]}(?:{regex}))")
            else:
                out.append(f"(?P<{name}>{regex})" if name and keep else f"(?:{regex})")
        return "".join(out), slots, capitals

    def compile(self, rule: dict[str, Any]) -> list[Pattern]:
        """The patterns of one rule."""
        found = []
        for text in [rule["as"]] if isinstance(rule["as"], str) else rule["as"]:
            regex, slots, capitals = self.pattern(text, rule["read"])
            where = frozenset(str(rule.get("where", "")).split())
            try:
                compiled = re.compile(regex)
            except re.error as error:
                raise PackError(f"pattern {text!r}: {error}", file=self.file, rule=rule["read"]) from error
            found.append(Pattern(rule["read"], compiled, slots, rule.get("with") or {}, tuple(capitals), where))
        return found

    def stage(self, rules: list[dict[str, Any]]) -> Stage:
        """A stage, with one expression that finds where any of its patterns may begin."""
        patterns = tuple(one for rule in rules for one in self.compile(rule))
        bare = [re.sub(r"\(\?P<\w+>", "(?:", one.regex.pattern) for one in patterns]
        return Stage(re.compile("|".join(bare)), patterns)


@cache
def load_grammar(lang: str) -> Grammar:
    """The compiled dates of a language. Raises `PackError` with the file and the rule where they cannot be read."""
    pack = load_pack(lang)
    data = pack.part("dates")
    compiler = _Compiler(data, str(pack.folder / "dates.yml"))
    codes = {form: compiler.kinds[frozenset(classes)] for form, classes in compiler.values.items()}
    nodes = {unit: compiler.kinds[node_classes(unit)] for unit in _UNITS}
    stages = tuple(compiler.stage(rules) for rules in data.get("stages") or ())
    return Grammar(codes, compiler.values, nodes, stages, data.get("settings") or {})
