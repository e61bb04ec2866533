"""The rules of figures, as a pack spells them, and the places of a sentence that call for them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dragoman.errors import PackError
from dragoman.grammar.pack import load_pack
from dragoman.mentions.quantities_tables import load_currencies
from dragoman.model.record import MEASURES

if TYPE_CHECKING:
    from dragoman.model.token import Sentence, Word

_KINDS = {
    "1": "count", "%": "share", "m3": "volume", "t": "volume", "bbl": "volume", "bbl/d": "volume", "l": "volume", "kg": "volume",
    "km": "length", "m": "length", "[mi_i]": "length", "[nmi_i]": "length", "MW": "power", "GW": "power", "kW": "power",
    "TW.h": "energy", "GW.h": "energy", "MW.h": "energy", "kW.h": "energy", "ha": "area", "km2": "area",
}  # fmt: skip


class Trigger(NamedTuple):
    """Words that call for a rule: the phrase in dictionary forms and where it stands."""

    word: str
    start: int
    end: int


class FigureRule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule.

    `counts` are the kinds of quantity it takes (money, count, share, volume, length, power, energy, area;
    growth: a share behind "by"); `words` phrases in
    dictionary forms that stand in the sentence within `window` tokens; `nouns` the things counted (with `words`, both are asked for);
    `near` words of which one must stand anywhere in the sentence, `unless` words of which none may. `of` and `to` say where the sides
    stand, the first that is found (see `figures_sides`). `local` is how many sides the sentence itself must name; `sides` how many of
    `of` and `to` must be found; `least` is the smallest amount; `bare` asks that no counted noun follow
    the number; `behind` that the words come after it; `addressed` that `to` be found.
    """

    id: str
    measure: str
    counts: tuple[str, ...]
    words: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    of: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    window: int = 10
    local: int = 1
    sides: int = 0
    least: float = 0.0
    bare: bool = False
    behind: bool = False
    addressed: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Figures:
    """One language's rules, with an index of their words; which phrases a word may begin is told once a word."""

    def __init__(self, lang: str, data: dict[str, Any]) -> None:
        self.joiners = frozenset(map(str, data.get("joiners") or ())) | {","}
        self.growth = frozenset(map(str, data.get("growth") or ()))
        self.compared = frozenset(map(str, data.get("compared") or ()))
        self.rules = tuple(_read_rule(row, lang) for row in data.get("rules") or ())
        places = {place for rule in self.rules for place in (*rule.of, *rule.to) if place.startswith(("after ", "into ", "right "))}
        after = {word.partition(":")[0] for place in places for word in place.split()[1:]}
        self.prepositions = frozenset(map(str, data.get("prepositions") or ())) | after
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted({word for rule in self.rules for word in rule.words | rule.near | rule.unless}):
            parts = tuple(phrase.split())
            self._phrases.setdefault(parts[0], []).append(parts)
        self._begun: dict[Word, tuple[tuple[str, ...], ...]] = {}

    def triggers(self, sentence: Sentence) -> list[Trigger]:
        """Every phrase of the rules that stands in the sentence."""
        found = []
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            begun = self._begun.get(token.word)
            if begun is None:
                begun = self._begun[token.word] = self._begun_by(token.word)
            for parts in begun:
                last = at + len(parts) - 1
                if last < len(tokens) and all(_is(tokens[at + i].word, part) for i, part in enumerate(parts)):
                    found.append(Trigger(" ".join(parts), token.start, tokens[last].end))
        return found

    def _begun_by(self, word: Word) -> tuple[tuple[str, ...], ...]:
        """The phrases whose first word this may be."""
        return tuple(parts for name in word.names for parts in self._phrases.get(name.lower(), ()))


def _is(word: Any, lemma: str) -> bool:
    return lemma == word.lower or any(one.lower() == lemma for one in word.lemmas)


def _read_rule(row: dict[str, Any], lang: str) -> FigureRule:
    """A row of `figures.yml`. Raises `PackError` for a field or a measure that is not known."""
    unknown = set(row) - set(FigureRule.__struct_fields__)
    if unknown or row.get("measure") not in MEASURES:
        raise PackError(f"unknown {', '.join(sorted(unknown)) or 'measure'}", file=f"{lang}/figures.yml", rule=str(row.get("id")))
    made: FigureRule = msgspec.convert({"counts": ["money"], **row}, FigureRule)
    return made


def kind_of(unit: str) -> str | None:
    """What a unit measures: money, count, share, volume… None for times, speeds and the like."""
    return _KINDS.get(unit) or ("money" if unit in load_currencies().codes else None)


@cache
def load_figures(lang: str) -> Figures:
    """The figure rules of a language; none where the pack has no `figures.yml`."""
    return Figures(lang, load_pack(lang).part("figures"))
