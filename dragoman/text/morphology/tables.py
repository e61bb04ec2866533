"""Morphology out of a pack's own tables, for a language that no library serves: a linguist writes endings and lists lemmas.

`morphology.yml` holds `tables` and `lexemes`:

- a table has `pos`, `lemma` (the ending that the lemma has), optional `genders`, `aspect`, and `forms`: features -> endings. Features are
  words of any order: a verb's form (inf, fin, past, short, ppas, ger, conv, imp, aux, cond), a number (s, p), a person (1, 2, 3), genders
  (masc, fem, neut), cases (nom gen dat acc ins loc, all). Endings are parted by spaces where each stands for one of the six cases (in the
  order nom gen dat acc ins loc), else there is one cell; "/" parts alternatives, "_" is the empty ending.
- a row of `lexemes` is {table, words, aspect?}; a word is a lemma, or {lemma: stem} where the stem is not the lemma without its ending.

A verb with the prefix of `syntax.yml: negative_prefix` is read as the verb without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import PackError
from dragoman.grammar.pack import Pack, load_pack
from dragoman.model.token import ACC, ANY_CASE, CASES, DAT, GEN, GENDERS, INS, LOC, NOM, Analysis

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = (NOM, GEN, DAT, ACC, INS, LOC)
_FORMS = frozenset("inf fin past short ppas pact ger conv imp imps aux cond".split())


class _Cell(msgspec.Struct, frozen=True):
    """One ending with what it tells."""

    ending: str
    reading: Analysis


def read_table(name: str, row: dict[str, Any], file: str) -> tuple[str, tuple[_Cell, ...]]:
    """The lemma's ending and the cells of a table. Raises `PackError` for a feature that is not known."""
    pos, genders = str(row.get("pos", "noun")), sum(GENDERS[one] for one in str(row.get("genders", "")).split())
    cells: list[_Cell] = []
    for features, endings in (row.get("forms") or {}).items():
        base = Analysis("", pos, 0, "", genders, "", 0, str(row.get("aspect", "")))
        reading = _featured(base, str(features).split(), lambda one: PackError(f"unknown feature {one!r}", file=file, rule=name))
        parts = str(endings).split()
        for at, part in enumerate(parts):
            one = msgspec.structs.replace(reading, cases=_ORDER[at]) if len(parts) == len(_ORDER) else reading
            cells += [_Cell("" if ending == "_" else ending, one) for ending in part.split("/")]
    return str(row.get("lemma", "")), tuple(cells)


def _featured(reading: Analysis, features: list[str], fault: Any) -> Analysis:
    cases = genders = person = 0
    number, form, pos = reading.number, reading.form, reading.pos
    for one in features:
        if one in CASES or one == "all":
            cases |= ANY_CASE if one == "all" else CASES[one]
        elif one in GENDERS:
            genders |= GENDERS[one]
        elif one in _FORMS:
            form = one
            pos = "noun" if one == "ger" else pos
        elif one in ("s", "p"):
            number = one
        elif one in ("1", "2", "3"):
            person = int(one)
        else:
            raise fault(one)
    return Analysis(reading.lemma, pos, cases, number, genders or reading.genders, form, person, reading.aspect)


def _forms(pack: Pack) -> Iterator[tuple[str, Analysis]]:
    """Every form that the pack's tables make, with its reading."""
    data, file = pack.part("morphology"), str(pack.folder / "morphology.yml")
    tables = {str(name): read_table(str(name), row, file) for name, row in (data.get("tables") or {}).items()}
    for row in data.get("lexemes") or ():
        if str(row.get("table")) not in tables:
            raise PackError(f"no table {row.get('table')!r}", file=file, rule="lexemes")
        ending, cells = tables[str(row["table"])]
        for word in row.get("words") or ():
            lemma, stem = next(iter(word.items())) if isinstance(word, dict) else (str(word), str(word).removesuffix(ending))
            for cell in cells:
                aspect = str(row.get("aspect", cell.reading.aspect))
                yield f"{stem}{cell.ending}", msgspec.structs.replace(cell.reading, lemma=str(lemma), aspect=aspect)


class Tables:
    """The forms of a pack's tables. Readings of one form that differ in case alone are one."""

    def __init__(self, pack: Pack) -> None:
        merged: dict[str, dict[Analysis, int]] = {}
        for form, reading in _forms(pack):
            bare = msgspec.structs.replace(reading, cases=0)
            rows = merged.setdefault(form, {})
            rows[bare] = rows.get(bare, 0) | reading.cases
        self._readings = {
            form: tuple(msgspec.structs.replace(bare, cases=cases) for bare, cases in rows.items()) for form, rows in merged.items()
        }
        self._lemmas: dict[str, list[tuple[str, Analysis]]] = {}
        for form, readings in self._readings.items():
            for one in readings:
                self._lemmas.setdefault(one.lemma, []).append((form, one))
        self._prefix = str(pack.part("syntax").get("negative_prefix") or "")

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        found = self._readings.get(form) or self._readings.get(form.lower()) or ()
        if not found and self._prefix and form.lower().startswith(self._prefix):
            rest = self._readings.get(form.lower()[len(self._prefix) :]) or ()
            found = tuple(one for one in rest if one.pos == "verb" or one.form == "ger")
        return found

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        return tuple(self._lemmas.get(lemma, ()))


def adapter(lang: str) -> Tables:
    """The adapter of a language whose pack brings its own tables."""
    return Tables(load_pack(lang))
