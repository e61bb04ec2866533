"""What numbers count: units and money, looked up at a place of a `Line`.

Units come from `codebook/units.yml` (signs that every language writes) and the pack's `quantities.yml` (names in words); money from
`codebook/currencies.yml` (ISO 4217) and the pack (what each money is called, and the adjectives of its states).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.datafile import load_data
from dragoman.grammar.pack import PACKS, load_pack
from dragoman.mentions.numerals import Numerals, load_numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.mentions.numerals_line import Line

CODEBOOK = PACKS.parent / "codebook"
_ENDING = 3
"""How many letters `~` stands for at most."""


class Unit(NamedTuple):
    """A unit found at tokens up to `end`: its code and how many of it one written unit is. `part_of` is set for a money's subunit."""

    code: str
    value: float
    end: int
    part_of: str = ""


class _Row(NamedTuple):
    rest: tuple[str, ...]
    code: str
    value: float


class _Money(NamedTuple):
    unit: str
    bare: str
    value: float
    least: float


class Phrases:
    """Word sequences with a meaning. A word that ends in `~` stands for itself with up to three more letters."""

    def __init__(self) -> None:
        self._rows: dict[str, list[_Row]] = {}

    def add(self, phrase: str, code: str, value: float = 1.0) -> None:
        first, *rest = str(phrase).split()
        rows = self._rows.setdefault(first, [])
        rows.append(_Row(tuple(rest), code, value))
        rows.sort(key=lambda row: -len(row.rest))

    def find(self, line: Line, at: int) -> Unit | None:
        """The longest phrase that begins at token `at`."""
        word = line.word(at)
        if not word:
            return None
        best: Unit | None = None
        for key in _keys(word):
            for row in self._rows.get(key, ()):
                end = _match(line, at + 1, row.rest)
                if end and (best is None or end > best.end):
                    best = Unit(row.code, row.value, end)
                    break
        return best


def _keys(word: str) -> Iterable[str]:
    yield word
    for length in range(len(word), max(1, len(word) - _ENDING - 1), -1):
        yield word[:length] + "~"


def _match(line: Line, at: int, rest: tuple[str, ...]) -> int:
    """The token after the phrase `rest` when it stands at `at`; 0 when it does not. A dot after an abbreviation may stand between."""
    for want in rest:
        word = line.word(at)
        if word == "." and want != "." and line.glued(at):
            at += 1
            word = line.word(at)
        if want.endswith("~"):
            if not (word.startswith(want[:-1]) and len(word) - len(want) < _ENDING):
                return 0
        elif word != want:
            return 0
        at += 1
    return at


class Currencies:
    """ISO 4217: codes, signs, and which money a state's adjective makes of a common name."""

    def __init__(self, rows: dict[str, dict[str, Any]], lower: Iterable[str] = ()) -> None:
        self.lower = frozenset(map(str, lower))
        self.codes = frozenset(rows)
        self.not_before = frozenset(code for code, row in rows.items() if row.get("prefix") is False)
        self.signs: dict[str, str] = {str(sign): code for code, row in rows.items() for sign in row.get("symbols") or ()}
        self.units: dict[tuple[str, str], str] = {}
        for code, row in rows.items():
            if row.get("unit"):
                self.units.setdefault((row["unit"], code[:2]), code)


@cache
def load_currencies() -> Currencies:
    """The codebook's currencies."""
    data = load_data(CODEBOOK / "currencies.yml")
    return Currencies(data["currencies"], data["lower"])


@cache
def load_signs() -> dict[str, tuple[str, float]]:
    """Signs of units as written, each with its UCUM code and value."""
    rows = load_data(CODEBOOK / "units.yml")["symbols"]
    return {str(one["sign"]): (str(code), float(one.get("value", 1.0))) for code, signs in rows.items() for one in signs}


class Tables:
    """All that one language says about quantities, ready to be looked up."""

    def __init__(self, lang: str, data: dict[str, Any]) -> None:
        self.lang = lang
        self.marks_case = load_pack(lang).settings.get("roles") == "case"
        self.numerals: Numerals = load_numerals(lang)
        self.currencies = load_currencies()
        self.signs = load_signs()
        self.units = Phrases()
        for code, phrases in (data.get("units") or {}).items():
            for phrase in phrases:
                self.units.add(phrase, str(code))
        self.adjectives: dict[str, str] = {str(stem): str(code) for code, stems in (data.get("adjectives") or {}).items() for stem in stems}
        self.times: dict[str, float] = {str(form): float(value) for value, forms in (data.get("times") or {}).items() for form in forms}
        self._read_money(data.get("money") or {})
        self._read_bounds(data)
        self._read_dates(data)
        self.hot = self.numerals.hot | frozenset(self.times) | frozenset(self.coins)

    def _read_money(self, money: dict[str, Any]) -> None:
        self.nouns: dict[str, _Money] = {}
        for key, row in (money.get("nouns") or {}).items():
            made = _Money(str(row.get("unit", key)), str(row["bare"]), float(row.get("value", 1.0)), float(row.get("least", 0.0)))
            for form in row["forms"]:
                self.nouns.setdefault(str(form), made)
        self.states: dict[str, str] = {}
        names = Phrases()
        for state, stems in (money.get("states") or {}).items():
            for stem in stems:
                plain = not self.marks_case or " " in str(stem) or len(str(stem)) < 4
                names.add(str(stem) if plain else f"{stem}~", str(state))
        self.state_names = names
        self.between = frozenset(map(str, money.get("between") or ()))
        self.cents: dict[str, tuple[str, float]] = {}
        for row in (money.get("cents") or {}).values():
            bare = next((noun.bare for noun in self.nouns.values() if noun.unit == row["of"]), "XXX")
            for form in row["forms"]:
                self.cents.setdefault(str(form), (bare, 0.01))
        self.cent_joiners = frozenset(map(str, money.get("joiners") or ()))
        self.coins: dict[str, tuple[float, bool, bool, str]] = {}
        for row in money.get("coins") or ():
            for form in row["forms"]:
                self.coins[str(form)] = (float(row["value"]), bool(row.get("article")), bool(row.get("alone")), str(row["code"]))

    def _read_bounds(self, data: dict[str, Any]) -> None:
        bounds = data.get("bounds") or {}
        self.before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind in ("least", "most", "nearly", "about", "limit"):
            for phrase in [*(bounds.get(kind) or ()), *(bounds.get(f"{kind}_signs") or ())]:
                words = tuple(str(phrase).split())
                self.before.setdefault(words[-1], []).append((words, kind))
        for rows in self.before.values():
            rows.sort(key=lambda row: -len(row[0]))
        self.after = Phrases()
        for kind, phrases in (data.get("after") or {}).items():
            for phrase in phrases:
                self.after.add(phrase, str(kind))
        self.change = tuple(str(one) for one in data.get("change") or ())
        self.change_from = frozenset(map(str, data.get("change_from") or ()))
        ranges = data.get("ranges") or {}
        self.openers: dict[str, frozenset[str]] = {str(k): frozenset(map(str, v)) for k, v in (ranges.get("open") or {}).items()}
        self.toward = frozenset(map(str, ranges.get("toward") or ()))
        self.join = frozenset(map(str, ranges.get("join") or ()))

    def _read_dates(self, data: dict[str, Any]) -> None:
        dates = data.get("dates") or {}
        self.date_before = frozenset(map(str, dates.get("before") or ()))
        self.date_after = frozenset(map(str, dates.get("after") or ()))
        self.year_after = frozenset(map(str, dates.get("year_after") or ()))
        self.since = frozenset(map(str, dates.get("since") or ()))
        self.ago = frozenset(map(str, dates.get("ago") or ()))
        self.ordinal_dot = bool(dates.get("ordinal_dot"))
        self.dotted = frozenset(map(str, data.get("dotted") or ()))
        self.plurals = frozenset(map(str, data.get("plurals") or ()))
        self.stops = frozenset(map(str, data.get("stops") or ()))
        self.through = frozenset(map(str, data.get("through") or ()))
        self.labels = frozenset(map(str, data.get("labels") or ()))
        self.pronouns = frozenset(map(str, data.get("pronouns") or ()))
        self.clock = frozenset(map(str, dates.get("clock") or ()))
        self.one_of = frozenset(map(str, data.get("one_of") or ()))
        half = data.get("half_not") or {}
        self.half_before = frozenset(map(str, half.get("before") or ()))
        self.half_after = frozenset(map(str, half.get("after") or ()))


@cache
def load_tables(lang: str) -> Tables:
    """The quantity tables of a language. Raises `LanguageError` for a language without a pack."""
    return Tables(lang, load_pack(lang).part("quantities"))


def find_sign(line: Line, at: int, tables: Tables) -> Unit | None:
    """A unit written as a sign ("MW", "m3", "km/h"), read with its case."""
    if at >= len(line.words):
        return None
    written = line.written(at)
    if line.glued(at + 1) and at + 1 < len(line.words):
        joined = written + line.written(at + 1)
        if joined in tables.signs and not (line.glued(at + 2) and line.word(at + 2)[:1].isalnum()):
            return Unit(*tables.signs[joined], at + 2)
        if line.word(at + 1) == "/" and line.glued(at + 2) and joined + line.written(at + 2) in tables.signs:
            return Unit(*tables.signs[joined + line.written(at + 2)], at + 3)
    found = tables.signs.get(written) if not (written in ("W", "V") and line.word(at - 1) == ".") else None
    return Unit(*found, at + 1) if found else None


def find_unit(line: Line, at: int, tables: Tables) -> Unit | None:
    """A unit of measure at token `at`, by name or by sign."""
    named, sign = tables.units.find(line, at), find_sign(line, at, tables)
    return sign if named is None or (sign is not None and sign.end > named.end) else named


def find_money(line: Line, at: int, tables: Tables, amount: float) -> Unit | None:
    """Money at token `at`: a sign, an ISO code or a name with the adjectives of its state on either side."""
    word = line.word(at)
    if not word or word == "\n":
        return None
    if not word[0].isalpha():
        sign = tables.cents.get(word)
        return Unit(*sign, at + 1, "cent") if sign else _sign_after(line, at, tables)
    states: list[str] = []
    i = at
    for _ in range(3):
        noun = tables.nouns.get(line.word(i))
        if noun is not None and (states or amount >= noun.least):
            return _named(line, i, noun, states, tables)
        state = tables.state_names.find(line, i)
        if state is None and line.word(i) not in tables.between:
            break
        states += [state.code] if state else []
        i = state.end if state else i + 1
        if line.word(i) in ("$", ".") and line.glued(i):
            break
    cents = tables.cents.get(word)
    if cents is not None and (len(word) > 1 or not line.word(at + 1)[:1].isalnum()):
        return Unit(cents[0], cents[1], at + 1, "cent")
    return _code_after(line, at, tables) or _sign_after(line, at, tables)


def after_dot(line: Line, end: int, tables: Tables) -> int:
    """The token after the full stop of an abbreviation that ends at `end`; `end` where no such stop stands."""
    return end + 1 if line.word(end) == "." and line.glued(end) and line.word(end - 1) in tables.dotted else end


def _named(line: Line, at: int, noun: _Money, states: list[str], tables: Tables) -> Unit:
    end = at + 1
    end = after_dot(line, end, tables)
    after = tables.state_names.find(line, end)
    if after is not None and (noun.unit, after.code) in tables.currencies.units:
        states, end = [*states, after.code], after.end
    for state in states:
        code = tables.currencies.units.get((noun.unit, state))
        if code:
            return Unit(code, noun.value, end)
    return Unit(noun.bare, noun.value, end)


def _code_after(line: Line, at: int, tables: Tables) -> Unit | None:
    """An ISO code after the number, alone or with a scale letter: 20 EUR, 30 MUSD."""
    written = line.written(at)
    codes = tables.currencies.codes
    if written in codes and written != "XXX":
        return Unit(written, 1.0, at + 1)
    if len(written) == 4 and written[1:] in codes and written[0] in "MkKT":
        return Unit(written[1:], {"M": 1e6, "k": 1e3, "K": 1e3, "T": 1e3}[written[0]], at + 1)
    if written in tables.currencies.lower:
        return Unit(written.upper(), 1.0, at + 1)
    return None


def _sign_after(line: Line, at: int, tables: Tables) -> Unit | None:
    """A sign after the number, the longest first: 20€, 3.14US$, 5 C$."""
    joined = ""
    best: Unit | None = None
    for i in range(at, min(at + 4, len(line.words))):
        if i > at and not line.glued(i):
            break
        joined += line.words[i]
        code = tables.currencies.signs.get(joined)
        if code and not (joined in ("rs", "rm", "ft") and line.written(i).islower()) and not (joined[0] == "$" and _number_glued(line, i)):
            best = Unit(code, 1.0, i + 1)
    return best


def _number_glued(line: Line, at: int) -> bool:
    return line.glued(at + 1) and line.word(at + 1)[:1] in tuple("0123456789")


def money_before(line: Line, at: int, tables: Tables) -> tuple[str, int] | None:
    """Money written before the number at token `at`: its code and the token where it begins ("$", "US$", "hk $", "GBP", "Rs.")."""
    before = line.word(at - 1)
    if not before or before == "\n":
        return None
    if before == "." and line.glued(at - 1) and tables.currencies.signs.get(line.word(at - 2) + "."):
        return tables.currencies.signs[line.word(at - 2) + "."], at - 2
    if not before[0].isalpha():
        best: tuple[str, int] | None = None
        joined = ""
        for i in range(at - 1, max(at - 6, -1), -1):
            joined = line.words[i] + joined
            code = tables.currencies.signs.get(joined)
            loose = len(line.words[i]) == 1 and line.words[i] != "c" and line.words[i].isalpha() and not line.glued(i + 1)
            if code and not loose:
                best = code, i
        return best
    written = line.written(at - 1)
    if written in tables.currencies.codes and written not in tables.currencies.not_before and written != "XXX":
        return written, at - 1
    if written in tables.currencies.lower:
        return written.upper(), at - 1
    if written[0].isupper() and before in tables.currencies.signs:
        return tables.currencies.signs[before], at - 1
    return None


def money_name_before(line: Line, at: int, tables: Tables) -> tuple[str, float, int] | None:
    """Money named before its number where nothing follows ("рублей 10", "malaysian ringgits 42")."""
    noun = tables.nouns.get(line.word(at - 1))
    if noun is None or len(line.word(at - 1)) < 3:
        return None
    for back in (3, 2):
        state = tables.state_names.find(line, at - back) if at >= back else None
        if state is not None and state.end == at - 1:
            return tables.currencies.units.get((noun.unit, state.code), noun.bare), noun.value, at - back
    return noun.bare, noun.value, at - 1
