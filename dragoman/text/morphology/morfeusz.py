"""Polish morphology: morfeusz2 with the SGJP dictionary. The tag set is that of the National Corpus of Polish (NKJP)."""

from __future__ import annotations

from typing import Any

from dragoman.model.token import ACC, DAT, FEM, GEN, INS, LOC, MASC, NEUT, NOM, VOC, Analysis

_CASES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "inst": INS, "loc": LOC, "voc": VOC}
_GENDERS = {"m1": MASC, "m2": MASC, "m3": MASC, "m": MASC, "f": FEM, "n": NEUT, "n1": NEUT, "n2": NEUT}
_PERSONS = {"pri": 1, "sec": 2, "ter": 3}
_NUMBERS = {"sg": "s", "pl": "p"}
_POS = {
    "subst": "noun", "depr": "noun", "ger": "noun", "adj": "adj", "adja": "adj", "adjp": "adj", "adjc": "adj", "ppron12": "pron",
    "ppron3": "pron", "siebie": "pron", "num": "num", "numcomp": "num", "fin": "verb", "praet": "verb", "imps": "verb", "inf": "verb",
    "impt": "verb",
    "pact": "verb", "ppas": "verb", "pcon": "verb", "pant": "verb", "bedzie": "verb", "aglt": "verb", "winien": "verb", "pred": "verb",
    "cond": "verb", "prep": "prep", "conj": "conj", "comp": "sconj", "adv": "adv", "part": "part", "qub": "part", "interj": "intj",
    "interp": "punct", "brev": "x", "burk": "noun", "dig": "num", "frag": "x",
}  # fmt: skip
_FORMS = {
    "fin": "fin", "winien": "fin", "pred": "fin", "praet": "past", "cond": "cond", "imps": "imps", "inf": "inf", "impt": "imp", "pact":
    "pact",
    "ppas": "ppas", "ger": "ger", "pcon": "conv", "pant": "conv", "bedzie": "aux", "aglt": "aux",
}  # fmt: skip


def read_tag(lemma: str, tag: str) -> Analysis:
    """An NKJP tag such as ``subst:sg:gen.acc:m1`` as an `Analysis`."""
    cls, *parts = tag.split(":")
    cases = genders = person = 0
    number = aspect = ""
    for part in parts:
        for value in part.split("."):
            cases |= _CASES.get(value, 0)
            genders |= _GENDERS.get(value, 0)
            person = _PERSONS.get(value, person)
            number = _NUMBERS.get(value, number)
            if value in ("perf", "imperf"):
                aspect = "" if aspect and aspect != value else value
    pos = _POS.get(cls, "x")
    if pos == "noun" and cls == "subst" and lemma[:1].isupper():
        pos = "propn"
    if cls == "brev":
        pos = "x"
    return Analysis(lemma.partition(":")[0], pos, cases, number, genders, _FORMS.get(cls, ""), person, aspect)


class Morfeusz:
    """Readings and forms from morfeusz2."""

    def __init__(self) -> None:
        import morfeusz2

        self._morfeusz: Any = morfeusz2.Morfeusz(expand_tags=False, whitespace=morfeusz2.KEEP_WHITESPACES)

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        rows = self._morfeusz.analyse(form)
        whole = rows[-1][1] if rows else 0
        found = [read_tag(r[2][1], r[2][2]) for r in rows if r[0] == 0 and r[1] == whole and r[2][2] != "ign"]
        if not found and whole > 1:
            # "zrobiłem" is cut in two segments, "zrobił" and "em": the first one is the verb, the second tells the person.
            heads = [read_tag(r[2][1], r[2][2]) for r in rows if r[0] == 0 and r[2][2].startswith("praet")]
            tails = [read_tag(r[2][1], r[2][2]) for r in rows if r[2][2].startswith("aglt")]
            # So is the conditional: "zrobił", "by" and, but for the third person, "m".
            would = any(r[0] > 0 and r[2][1].partition(":")[0] == "by" for r in rows)
            found = [
                Analysis(
                    h.lemma, h.pos, h.cases, tails[0].number if tails else h.number, h.genders, "cond" if would else h.form,
                    tails[0].person if tails else 0, h.aspect,
                )
                for h in heads
                if tails or would
            ]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        rows = self._morfeusz.generate(lemma)
        return tuple(dict.fromkeys((r[0], read_tag(r[1], r[2])) for r in rows))


def adapter(lang: str) -> Morfeusz:
    """The adapter for Polish."""
    return Morfeusz()
