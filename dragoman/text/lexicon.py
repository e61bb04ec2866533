"""A language's words: every written form is looked up once and then shared."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.grammar.pack import Pack, load_pack
from dragoman.model.token import ANY_CASE, ANY_GENDER, CASES, GENDERS, Analysis, Word
from dragoman.text.morphology import Adapter, load_adapter

_FUNCTION_POS = ("prep", "conj", "sconj", "pron", "det", "part", "adv", "verb", "num", "adj", "noun", "propn", "intj", "x")


def _mask(names: str, table: dict[str, int]) -> int:
    return sum(table[name] for name in names.split())


def read_analysis(row: dict[str, Any], form: str) -> Analysis:
    """A reading spelled in pack data: ``{lemma: on, pos: pron, cases: nom acc, number: s, genders: masc}``."""
    return Analysis(
        str(row.get("lemma", form)),
        row["pos"],
        _mask(row.get("cases", ""), CASES),
        row.get("number", ""),
        _mask(row.get("genders", ""), GENDERS),
        row.get("form", ""),
        int(row.get("person", 0)),
        row.get("aspect", ""),
    )


def _agreement(analyses: tuple[Analysis, ...]) -> tuple[int, str, int]:
    """Cases, number ("" where readings differ) and genders of the readings that decline; any case and gender where none does. What is a
    noun is read as one: "projektowi" is to the project, hardly those of a design.
    """
    cases = genders = 0
    numbers = set()
    noun = any(one.pos in ("noun", "propn") and one.cases for one in analyses)
    for one in analyses:
        if one.cases and not (noun and one.pos == "adj"):
            cases |= one.cases
            genders |= one.genders
            numbers.add(one.number)
    return cases or ANY_CASE, numbers.pop() if len(numbers) == 1 else "", genders or ANY_GENDER


class Lexicon:
    """All words of one language. `word(form)` is cheap after the first time.

    The order of the sources matters: the pack's own readings (`morphology.yml: words`) win over the dictionary, the parts of a
    hyphenated word are asked before the guesser, and the guesser sees only what nobody knew.
    """

    def __init__(self, pack: Pack) -> None:
        self.lang = pack.lang
        data = pack.part("morphology")
        self._words: dict[str, Word] = {}
        self._own: dict[str, tuple[Analysis, ...]] = {
            str(form): tuple(read_analysis(row, str(form)) for row in (rows if isinstance(rows, list) else [rows]))
            for form, rows in (data.get("words") or {}).items()
        }
        self._drop: dict[str, tuple[str, ...]] = {str(k): tuple(v) for k, v in (data.get("drop") or {}).items()}
        self._endings: list[tuple[str, tuple[Analysis, ...]]] = [
            (str(row["ending"]), tuple(read_analysis(one, "") for one in row["readings"])) for row in data.get("endings") or []
        ]
        self._verbs: dict[str, str] = {str(noun): str(verb) for noun, verb in (data.get("verbal_nouns") or {}).items()}
        self._passives: dict[str, str] = {str(verb): str(base) for verb, base in (data.get("reflexive_passives") or {}).items()}
        self._adapter_name: str = pack.settings.get("morphology", "none")
        self._loaded: Adapter | None = None

    @property
    def adapter(self) -> Adapter:
        """The library behind this lexicon, loaded when a form is first looked up."""
        if self._loaded is None:
            self._loaded = load_adapter(self._adapter_name, self.lang)
        return self._loaded

    def word(self, form: str) -> Word:
        """The word of a written form, with every reading that is known or guessed."""
        word = self._words.get(form)
        if word is None:
            word = self._words[form] = self._make(form)
        return word

    def known(self, form: str) -> bool:
        """Does the pack or the dictionary know this form, so that nothing has to be guessed?"""
        return bool(self._own.get(form) or self._own.get(form.lower()) or self.adapter.analyse(form))

    def _make(self, form: str) -> Word:
        first = form[0]
        kind = "word" if first.isalpha() else "number" if first.isdigit() else "punct"
        lower = form.lower()
        analyses: tuple[Analysis, ...] = ()
        if kind == "word":
            analyses = self._readings(form, lower)
        elif kind == "number":
            analyses = (Analysis(form, "num", ANY_CASE),)
        else:
            analyses = (Analysis(form, "punct"),)
        cases = 0
        for one in analyses:
            cases |= one.cases
        lemmas = frozenset(one.lemma for one in analyses)
        return Word(
            text=form,
            lower=lower,
            kind=kind,
            analyses=analyses,
            lemmas=lemmas,
            poses=frozenset(one.pos for one in analyses),
            cases=cases,
            capital=first.isupper(),
            names=lemmas | {lower},
            forms=frozenset(one.form for one in analyses if one.pos == "verb"),
            agreement=_agreement(analyses),
        )

    def _readings(self, form: str, lower: str) -> tuple[Analysis, ...]:
        own = self._own.get(form) or self._own.get(lower)
        if own:
            return own
        found = self.adapter.analyse(form)
        if not found and "-" in form:
            last = form.rpartition("-")[2]
            found = tuple(
                Analysis(form, a.pos, a.cases, a.number, a.genders, a.form, a.person, a.aspect) if first_is_name(form) else a
                for a in (self.word(last).analyses if last else ())
            )
        found = tuple(a for a in found if a.pos not in self._drop.get(lower, ()))
        if len(found) > 1 and any(a.form != "imp" for a in found):
            # The news hardly commands: "umów" is a genitive of agreements, not "arrange!".
            found = tuple(a for a in found if a.form != "imp")
        return (found + self._verbal(found)) or self.guess(form)

    def _verbal(self, found: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
        """Nouns of doing also as forms of their verb, reflexive verbs that stand for its passive ("санкции вводятся") as a predicate of
        that kind, where the dictionary does not tell so (`morphology.yml: verbal_nouns, reflexive_passives`).
        """
        nouns = [one for one in found if one.pos == "noun" and one.lemma in self._verbs]
        verbs = [one for one in found if one.form in ("fin", "past") and one.lemma in self._passives]
        return (
            *(Analysis(self._verbs[one.lemma], "noun", one.cases, one.number, one.genders, "ger") for one in nouns),
            *(Analysis(self._passives[one.lemma], "verb", 0, one.number, one.genders, "short", one.person) for one in verbs),
        )

    def guess(self, form: str) -> tuple[Analysis, ...]:
        """Readings of an unknown form by its ending (longest first): names decline, whatever the dictionary lacks."""
        for ending, readings in self._endings:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                stem = form[: len(form) - len(ending)] if ending else form
                return tuple(
                    Analysis(stem + a.lemma if a.lemma else form, a.pos, a.cases, a.number, a.genders, a.form, a.person, a.aspect)
                    for a in readings
                )
        return (Analysis(form, "propn" if form[0].isupper() else "x", ANY_CASE),)


def first_is_name(form: str) -> bool:
    """True for a hyphenated name (Kasym-Żomart), False for a compound such as "rosyjsko-ukraiński"."""
    return form[0].isupper() and form.rpartition("-")[2][:1].isupper()


@cache
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, one per process. Raises `LanguageError` for a language without a pack."""
    return Lexicon(load_pack(lang))
