"""All the forms of a name: what stands in the texts when a lemma stands in the codebook.

A dictionary is asked first (the language's morphology adapter); names that it lacks are declined by their endings with the tables of
the pack's `paradigms.yml`. Words of a phrase are declined one by one: adjectives agree with the head noun, whatever follows "|" or
the first lower-case preposition stays as it is.
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from dragoman.model.token import ACC, ANY_CASE, ANY_GENDER, DAT, FEM, GEN, INS, LOC, MASC, NEUT, NOM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.model.token import Analysis

_CASES = (NOM, GEN, DAT, ACC, INS, LOC)
_GENDER = {"masc": MASC, "fem": FEM, "neut": NEUT, "plural": ANY_GENDER}
_PARTICLES = frozenset(
    "von der van de la du bin al el ben ibn am an nad na von фон дер ван де ла бин аль эль бен ибн ас ат бін аль ель".split()
)
_SETTINGS = frozenset(("adjective", "gender", "adjectival", "and"))
_ADJECTIVAL = ("ski", "ska", "skie", "cki", "cka", "ckie", "ский", "ская", "ские", "ское", "овы", "ський", "ська", "ські", "ське")
_AND = frozenset("i и і й та".split())
_VOWELS = frozenset("aeiouyąęóéáíаеиоуыэюяіїє")


class Dictionary(Protocol):
    """What inflection needs of a morphology adapter."""

    def analyse(self, form: str) -> tuple[Analysis, ...]: ...
    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]: ...


class Inflected(NamedTuple):
    """One written form with the cases (mask), number ("s", "p", "") and genders (mask) that it can stand for."""

    form: str
    cases: int
    number: str
    genders: int


class Row(NamedTuple):
    """Six cases of one word, each with its alternatives; and the word's gender."""

    forms: tuple[tuple[str, ...], ...]
    gender: int


def _still(word: str, gender: int = ANY_GENDER) -> Row:
    return Row(((word,),) * 6, gender)


def _joined(first: Row, second: Row) -> Row:
    return Row(tuple(tuple(dict.fromkeys(a + b)) for a, b in zip(first.forms, second.forms, strict=True)), first.gender)


def _parse(table: dict[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Rows of `paradigms.yml` as ending → six tuples of replacement endings."""
    return {
        ("" if ending == "_" else ending): tuple(tuple("" if one == "_" else one for one in cell.split("/")) for cell in forms.split())
        for ending, forms in table.items()
    }


class Inflector:
    """Declines the names of one language. `data` is the pack's `paradigms.yml`; an empty one means that names do not decline.

    Beside tables the file may hold `gender` (a class for each ending of a name: {neut: [o, e], indecl: [u]}), `adjectival` (endings by
    which a word of a name is an adjective) and `and` (words between two nouns of a name).
    """

    def __init__(self, lang: str, data: dict[str, Any], dictionary: Dictionary) -> None:
        self.lang = lang
        self.declines = bool(data)
        self._dictionary = dictionary
        self._tables = {name: _parse(table) for name, table in data.items() if name not in _SETTINGS}
        self._adjectives = {ending: _parse(rows) for ending, rows in data.get("adjective", {}).items()}
        self._genders = sorted(
            ((str(ending), str(kind)) for kind, endings in (data.get("gender") or {}).items() for ending in endings),
            key=lambda one: -len(one[0]),
        )
        self._adjectival = tuple(map(str, data.get("adjectival") or ())) or _ADJECTIVAL
        self._and = frozenset(map(str, data.get("and") or ())) or _AND

    # words ------------------------------------------------------------------------------------------------------------------------

    def _by_ending(self, word: str, table: str, gender: int) -> Row | None:
        rows = self._tables.get(table, {})
        for size in range(min(len(word) - 1, 5), -1, -1):
            ending = word[len(word) - size :] if size else ""
            if ending in rows:
                stem = word[: len(word) - size]
                return Row(tuple(tuple(stem + one for one in cell) for cell in rows[ending]), gender)
        return None

    def _generated(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        """The dictionary's forms of one word; a phrase or an abbreviation with dots is none of its business."""
        return self._dictionary.generate(lemma) if lemma.replace("-", "").replace("'", "").isalpha() else ()

    def _from_dictionary(self, word: str, number: str, genders: int, proper: bool) -> Row | None:
        """The dictionary's declension of a lemma in one number; None where it lacks it or knows another word only."""
        lemma = word if self.lang == "pl" else word.lower()
        rows = [
            (form, a)
            for form, a in self._generated(lemma)
            if a.pos in ("noun", "propn") and a.number in (number, "") and (a.genders & genders or not a.genders) and a.cases
        ]
        named = [(form, a) for form, a in rows if a.pos == "propn"]
        rows = named if proper else rows
        cells: list[list[str]] = [[] for _ in _CASES]
        gender = 0
        for form, a in rows:
            gender |= a.genders
            for at, case in enumerate(_CASES):
                if a.cases & case:
                    cells[at].append(form)
        if not all(cells) or fold(word) not in [fold(one) for one in cells[0]]:
            return None
        return Row(tuple(tuple(dict.fromkeys(cell)) for cell in cells), gender & genders or genders)

    def _guessed_gender(self, word: str) -> str:
        for ending, kind in self._genders:
            if word.lower().endswith(ending):
                return kind
        last = word[-1:].lower()
        if last in "aая":
            return "fem"
        if self.lang == "pl":
            return "neut" if last in "oe" or word.endswith("um") else "indecl" if last in "iuyéáí" else "masc"
        return "plural" if last == {"ru": "ы", "uk": "и"}.get(self.lang) else "indecl" if last in _VOWELS else "masc"

    def noun(self, word: str, hint: str = "") -> tuple[Row, str]:
        """A place's or thing's name in its six cases, and its number. `hint` is masc, fem, neut, pl, indecl or empty."""
        number = "p" if hint == "pl" else "s"
        letters = [c for c in word if c.isalpha()]
        if hint == "indecl" or not letters or (len(letters) > 1 and all(c.isupper() for c in letters)):
            return _still(word), "" if hint == "indecl" or not letters else "s"
        if numbered := re.fullmatch(r"(.+)(-\d+)", word):
            row, number = self.noun(numbered[1], hint)
            return Row(tuple(tuple(one + numbered[2] for one in cell) for cell in row.forms), row.gender), number
        genders = _GENDER.get(hint, ANY_GENDER)
        known = self._common(word, number, genders)
        if known is None and not hint:
            known, number = self._from_dictionary(word, "p", genders, proper=False) or self._plural_form(word), "p"
        if known is not None:
            return known, number
        number = "p" if hint == "pl" else "s"
        if "-" in word:
            first, _, last = word.rpartition("-")
            row, number = self.noun(last, hint)
            return Row(tuple(tuple(f"{first}-{one}" for one in cell) for cell in row.forms), row.gender), number
        kind = "plural" if hint == "pl" else hint or self._guessed_gender(word)
        found = None if kind == "indecl" else self._by_ending(word, kind, _GENDER[kind])
        if found is None:
            return _still(word), "s"
        if kind == "neut" and (not hint or self.lang == "pl"):
            found = _joined(found, _still(word))
        return found, "p" if kind == "plural" else number

    def _common(self, word: str, number: str, genders: int) -> Row | None:
        """The dictionary's declension of a name that is no person's; where it is a surname as well as a noun (Związek) both count."""
        named, common = self._from_dictionary(word, number, genders, proper=False), self._recased(word, number, genders)
        if named is not None and common is not None:
            return _joined(common, named)
        found = named or common
        still = found is not None and self.lang == "pl" and genders == NEUT and word.endswith("o")
        return _joined(found, _still(word)) if found is not None and still else found

    def _recased(self, word: str, number: str, genders: int) -> Row | None:
        """A common noun written with a capital in a name (Królestwo, Rada), with its capital kept."""
        if self.lang != "pl" or not word[:1].isupper():
            return None
        row = self._from_dictionary(word.lower(), number, genders, proper=False)
        return Row(tuple(tuple(one[:1].upper() + one[1:] for one in cell) for cell in row.forms), row.gender) if row else None

    def _plural_form(self, word: str) -> Row | None:
        """The declension of a plural nominative whose lemma is a singular: Stany, Emiraty, Штати."""
        lemmas = [
            a.lemma for a in self._dictionary.analyse(word.lower()) if a.pos in ("noun", "propn") and a.number == "p" and a.cases & NOM
        ]
        rows = [row for row in map(self._from_dictionary_plural, lemmas) if row is not None and fold(word) in map(fold, row.forms[0])]
        return rows[0] if rows else None

    def person(self, word: str, sex: str, surname: bool) -> Row:
        """A first name or surname in its six cases."""
        gender = FEM if sex == "f" else MASC
        if word[:1].islower() or not word[-1].isalpha() or len(word) < 2:
            return _still(word, gender)
        known = self._from_dictionary(word, "s", gender, proper=True)
        if known is not None and not word.endswith("e"):
            return known
        if "-" in word:
            first, _, last = word.rpartition("-")
            row = self.person(last, sex, surname)
            joined = Row(tuple(tuple(f"{first}-{one}" for one in cell) for cell in row.forms), gender)
            if not surname:
                return joined
            parts = zip(self.person(first, sex, surname).forms, row.forms, strict=True)
            both = Row(tuple(tuple(f"{a}-{b}" for a in left[:2] for b in right[:2]) for left, right in parts), gender)
            return _joined(joined, both)
        row_or_none = self._by_ending(word, "fem_person" if sex == "f" else "masc_person", gender)
        if row_or_none is None:
            return _still(word, gender)
        loose = sex == "m" and word[-1] in _VOWELS and word[-1] not in "aаяaiyий"
        return _joined(row_or_none, _still(word)) if loose else row_or_none

    def _agreeing(self, word: str, gender: int, number: str, loose: bool = False) -> tuple[tuple[str, ...], ...] | None:
        """The six cases of an adjective that stands in the nominative; None for a word that is no adjective of that gender.

        `loose`: the noun does not decline and does not tell its gender, so the adjective's own ending does (Nowe Delhi).
        """
        part = "plural" if number == "p" else "fem" if gender & FEM and not gender & MASC else "neut" if gender == NEUT else "masc"
        for one in (part, "neut", "fem", "masc", "plural") if loose else (part,):
            cells = self._declined_adjective(word, one)
            if cells is not None:
                return _joined(Row(cells, gender), _still(word)).forms if loose else cells
        return None

    def _declined_adjective(self, word: str, part: str) -> tuple[tuple[str, ...], ...] | None:
        """The six cases of an adjective by the longest nominative ending of one gender that it has."""
        best: tuple[tuple[str, ...], ...] | None = None
        size = 0
        for rows in self._adjectives.values():
            for ending in rows[part][0]:
                if len(ending) > size and word.endswith(ending):
                    stem, size = word[: len(word) - len(ending)], len(ending)
                    cells = tuple(tuple(stem + one for one in cell) for cell in rows[part])
                    best = ((word,), *cells[1:])
        return best

    def is_adjective(self, word: str) -> bool:
        """Can this word, in the nominative, be an adjective (Zjednoczone, Wielka, Европейский)?"""
        forms = self._dictionary.analyse(word.lower())
        if any(a.pos == "noun" and a.cases & NOM for a in forms) and not any(a.pos == "adj" for a in forms):
            return False
        if any((a.pos == "adj" or a.form in ("ppas", "pact")) and (a.cases & NOM) for a in forms):
            return True
        return word.endswith(self._adjectival)

    # phrases ----------------------------------------------------------------------------------------------------------------------

    def phrase(self, text: str, hint: str = "", plural: bool = False) -> tuple[Inflected, ...]:
        """The forms of a name of one or more words. `plural` asks for the plural of a common noun phrase (prezydenci);
        the hint `last` says that the last word alone declines (Nord Stream, Nord Streamu)."""
        head, _, tail = (part.strip() for part in text.partition("|"))
        if not self.declines:
            words = head.split()
            if plural:
                words[-1] = english_plural(words[-1])
            return (Inflected(" ".join([*words, *tail.split()]), ANY_CASE, "p" if plural else "" if hint == "pl" else "s", ANY_GENDER),)
        words = head.split()
        if (doubled := self._doubled(words)) is not None:
            return collect(doubled, tail.split(), "s", FEM)
        at = len(words) - 1 if hint == "last" else self._head(words)
        row, number = self._plural(words[at]) if plural else self.noun(words[at], "" if hint == "last" else hint)
        if hint == "pl" and number == "":
            number = "p"
        stop = at + 1
        cells: list[tuple[tuple[str, ...], ...]] = []
        for place, word in enumerate(words):
            if place == at:
                cells.append(row.forms)
                continue
            if word in self._and:
                stop += place == stop
            elif place > at and words[place - 1] in self._and and not self.is_adjective(word):
                cells.append(self.noun(word)[0].forms)
                continue
            agreed = self._agreeing(word, row.gender, number, loose=hint == "indecl") if self.is_adjective(word) and place <= stop else None
            if agreed is None and plural and place <= stop:
                agreed = self._pluralised(word)
            if agreed is not None and place >= stop:
                stop = place + 1
            cells.append(agreed or ((word,),) * 6)
        return collect(cells, tail.split(), number, row.gender)

    def _doubled(self, words: Sequence[str]) -> list[tuple[tuple[str, ...], ...]] | None:
        """A name hyphenated to an adjective of the noun after it (Papua-Nowa Gwinea): all three decline."""
        if len(words) != 2 or self.lang != "pl" or "-" not in words[0] or self.is_adjective(words[0]):
            return None
        name, _, adjective = words[0].rpartition("-")
        second = self.noun(words[1])[0]
        agreed = self._agreeing(adjective, second.gender, "s") if self.is_adjective(adjective) else None
        if agreed is None:
            return None
        first = self.noun(name)[0].forms
        both = tuple(tuple(f"{a}-{b}" for a in left for b in right) for left, right in zip(first, agreed, strict=True))
        return [both, second.forms]

    def _head(self, words: Sequence[str]) -> int:
        """The noun that the phrase's adjectives agree with: the first word that is no adjective, else the first that can be a noun."""
        plain = [at for at, word in enumerate(words) if word not in self._and and not self.is_adjective(word)]
        if plain or len(words) == 1:
            return plain[0] if plain else 0
        nouns = [
            at for at, word in enumerate(words) if any(a.pos == "noun" and a.cases & NOM for a in self._dictionary.analyse(word.lower()))
        ]
        return nouns[0] if nouns else len(words) - 1

    def _plural(self, word: str) -> tuple[Row, str]:
        known = self._from_dictionary_plural(word)
        return (known, "p") if known is not None else (_still(word), "p")

    def _from_dictionary_plural(self, word: str) -> Row | None:
        lemma = word if self.lang == "pl" else word.lower()
        rows = [(f, a) for f, a in self._generated(lemma) if a.pos in ("noun", "propn") and a.number == "p" and a.cases]
        masculine = [(f, a) for f, a in rows if a.genders & MASC]
        rows = masculine or rows
        cells = tuple(tuple(dict.fromkeys(f for f, a in rows if a.cases & case)) for case in _CASES)
        return Row(cells, MASC if masculine else ANY_GENDER) if all(cells) else None

    def _pluralised(self, word: str) -> tuple[tuple[str, ...], ...] | None:
        """The plural of a masculine adjective beside a plural noun: generalny → generalni."""
        if not self.is_adjective(word):
            return None
        for ending, rows in sorted(self._adjectives.items(), key=lambda item: -len(item[0])):
            if word.endswith(ending):
                stem = word[: len(word) - len(ending)]
                return tuple(tuple(stem + one for one in cell) for cell in rows["plural"])
        return None

    def adjective(self, lemma: str) -> tuple[Inflected, ...]:
        """All forms of an adjective given in the masculine nominative."""
        if not self.declines:
            return (Inflected(lemma, ANY_CASE, "", ANY_GENDER),)
        found = [Inflected(f, a.cases, a.number, a.genders) for f, a in self._generated(lemma.lower()) if a.pos == "adj" and a.cases]
        if not found:
            found = list(self._adjective_by_ending(lemma))
        return merge(found)

    def _adjective_by_ending(self, lemma: str) -> Iterable[Inflected]:
        for ending, rows in sorted(self._adjectives.items(), key=lambda item: -len(item[0])):
            if lemma.endswith(ending):
                stem = lemma[: len(lemma) - len(ending)]
                for part, cells in rows.items():
                    for case, cell in zip(_CASES, cells, strict=True):
                        for one in cell:
                            yield Inflected(stem + one, case, "p" if part == "plural" else "s", _GENDER[part])
                return
        yield Inflected(lemma, ANY_CASE, "", ANY_GENDER)

    def people(self, many: str, masculine: str = "") -> tuple[Inflected, ...]:
        """The forms of a plural demonym (Polacy), from the masculine singular where the dictionary knows it."""
        if not self.declines:
            return (Inflected(many, ANY_CASE, "p", ANY_GENDER),)
        if " " in many or "|" in many:
            return self.phrase(many, "pl")
        row = self._from_dictionary_plural(masculine) if masculine else None
        if row is None or fold(many) not in [fold(one) for one in row.forms[0]]:
            row = self._by_ending(many, "peoples", MASC) or _still(many)
        return collect([row.forms], [], "p", MASC)

    def full_name(self, words: Sequence[str], sex: str, surname: Sequence[str]) -> tuple[Inflected, ...]:
        """The forms of a person's full name. Where the surname comes first (Xi Jinping) the last word alone declines."""
        gender = FEM if sex == "f" else MASC
        if not self.declines:
            return (Inflected(" ".join(words), ANY_CASE, "s", gender),)
        eastern = len(words) > 1 and tuple(words[: len(surname)]) == tuple(surname)
        cells: list[tuple[tuple[str, ...], ...]] = []
        for at, word in enumerate(words):
            if word.lower() in _PARTICLES or (eastern and at < len(words) - 1):
                cells.append(((word,),) * 6)
            else:
                cells.append(self.person(word, sex, surname=at == len(words) - 1).forms)
        return collect(cells, [], "s", gender)


def collect(cells: Sequence[tuple[tuple[str, ...], ...]], tail: Sequence[str], number: str, gender: int) -> tuple[Inflected, ...]:
    """Words declined one by one, put together case by case. At most 12 spellings a case."""
    found = []
    for at, case in enumerate(_CASES):
        for words in islice(product(*(cell[at] for cell in cells)), 12):
            found.append(Inflected(" ".join([*words, *tail]), case, number, gender))
    return merge(found)


def merge(forms: Iterable[Inflected]) -> tuple[Inflected, ...]:
    """One entry a form and number: cases and genders put together."""
    table: dict[tuple[str, str], tuple[int, int]] = {}
    for one in forms:
        cases, genders = table.get((one.form, one.number), (0, 0))
        table[one.form, one.number] = (cases | one.cases, genders | one.genders)
    return tuple(Inflected(form, cases, number, genders) for (form, number), (cases, genders) in table.items())


def english_plural(word: str) -> str:
    """minister → ministers, secretary → secretaries, spokesman → spokesmen, army → armies."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def fold(form: str) -> str:
    """A form as the gazetteer knows it: lower case, ё as е, one apostrophe, one hyphen."""
    return form.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'").replace("‑", "-")
