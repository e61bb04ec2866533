"""Russian and Ukrainian morphology: pymorphy3 with OpenCorpora's tag set.

The Ukrainian dictionary is an optional package; where it is absent every form is unknown here and the suffix guesser answers.
"""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.model.token import ACC, DAT, FEM, GEN, INS, LOC, MASC, NEUT, NOM, VOC, Analysis

_CASES = {
    "nomn": NOM,
    "gent": GEN,
    "datv": DAT,
    "accs": ACC,
    "ablt": INS,
    "loct": LOC,
    "voct": VOC,
    "gen2": GEN,
    "acc2": ACC,
    "loc2": LOC,
    "gen1": GEN,
}
_GENDERS = {"masc": MASC, "femn": FEM, "neut": NEUT}
_POS = {
    "NOUN": "noun", "ADJF": "adj", "ADJS": "adj", "COMP": "adv", "VERB": "verb", "INFN": "verb", "PRTF": "verb", "PRTS": "verb", "GRND":
    "verb",
    "NUMR": "num", "ADVB": "adv", "NPRO": "pron", "PRED": "verb", "PREP": "prep", "CONJ": "conj", "PRCL": "part", "INTJ": "intj",
}  # fmt: skip


_TENSED = frozenset({"past", "pres", "futr", "impr", "Impe", "impers"})
_DETERMINERS = frozenset(
    "свій мій твій наш ваш їхній цей той такий кожен кожний інший весь увесь сам самий жоден деякий всякий усякий".split()
)
"""Ukrainian pronouns that stand before a noun as adjectives do; the dictionary has one class for all pronouns."""
_INFINITIVES = ("ти", "тися", "тись")
_BE = frozenset({"быть", "бути"})


def _form(grams: frozenset[str], pos: str, lemma: str, written: str) -> str:
    if pos == "VERB" and not grams & _TENSED and written.endswith(_INFINITIVES):  # the Ukrainian dictionary's infinitive
        return "inf"
    if pos == "VERB" and lemma in _BE and "futr" in grams:
        return "aux"
    if pos == "VERB":
        return "imp" if "impr" in grams else "imps" if "Impe" in grams or "impers" in grams else "past" if "past" in grams else "fin"
    if pos == "PRTS":
        return "short"
    if pos == "PRTF":
        return "pact" if "actv" in grams else "ppas"
    return {"INFN": "inf", "GRND": "conv", "PRED": "fin"}.get(pos, "")


def read_tag(lemma: str, tag: Any, written: str = "") -> Analysis:
    """An OpenCorpora tag as an `Analysis`; `written` is the form. Short participles and adjectives stand in the nominative."""
    pos = str(tag.POS or "")
    grams = tag.grammemes
    case = _CASES.get(str(tag.case), 0) if tag.case else 0
    if pos in ("PRTS", "ADJS"):
        case = NOM
    if not case and pos in ("NOUN", "ADJF") and "Fixd" not in grams and written == lemma:
        case = NOM  # the Ukrainian dictionary leaves the first form of many words bare
    if case == ACC and pos == "NOUN" and {"inan", "masc"} <= grams:
        case = ACC | NOM
    if "Fixd" in grams and pos == "NOUN":
        case = NOM | GEN | DAT | ACC | INS | LOC
    if pos == "NOUN" and "neut" in grams and case == ACC:
        case = ACC | NOM  # a neuter noun has one form for both, which the Ukrainian dictionary lists as the accusative alone
    number = "s" if "sing" in grams else "p" if "plur" in grams else ""
    gender = _GENDERS.get(str(tag.gender), 0) if tag.gender else 0
    person = int(str(tag.person)[0]) if tag.person else 0
    # An imperfective's own future (підписуватиме) speaks of what is to come as a perfective's present does.
    aspect = "perf" if "perf" in grams or ("futr" in grams and lemma not in _BE) else "imperf" if "impf" in grams else ""
    named = grams & {"Name", "Surn", "Geox", "Patr", "Orgn", "Trad"}
    kind = "propn" if pos == "NOUN" and named else _POS.get(pos, "x")
    if pos == "NPRO" and lemma in _DETERMINERS:
        kind = "det"
    if "Apro" in grams:
        kind = "det" if pos == "ADJF" else "pron"
    return Analysis(lemma, kind, case, number, gender, _form(grams, pos, lemma, written), person, aspect)


def _colloquial(parse: Any) -> bool:
    """Is it a Ukrainian infinitive in -ть (виділять for виділяти), which in writing is a form of the present (виділять of виділити)?"""
    return parse.tag.POS == "VERB" and not parse.tag.grammemes & _TENSED and not parse.word.endswith(_INFINITIVES)


def _joined(analyses: list[Analysis]) -> tuple[Analysis, ...]:
    """Readings that differ in case alone become one with all the cases."""
    merged: dict[tuple[object, ...], Analysis] = {}
    for one in analyses:
        key = (one.lemma, one.pos, one.number, one.genders, one.form, one.person, one.aspect)
        before = merged.get(key)
        cases = one.cases | (before.cases if before else 0)
        merged[key] = Analysis(one.lemma, one.pos, cases, one.number, one.genders, one.form, one.person, one.aspect)
    return tuple(merged.values())


_RARE = 0.04
"""A verb's share of a form's weight in the corpus below which a form that may be a noun is none ("разрыв" is hardly "having dug")."""


def _likely(parses: list[Any]) -> list[Any]:
    """The parses without verbs that the corpus hardly knows beside a noun of the same form."""
    if not any(str(one.tag.POS) == "NOUN" for one in parses):
        return parses
    whole = sum(one.score for one in parses)
    weights: dict[str, float] = {}
    for one in parses:
        weights[one.normal_form] = weights.get(one.normal_form, 0.0) + one.score
    verbal = ("VERB", "GRND", "INFN", "PRTS")
    return [one for one in parses if str(one.tag.POS) not in verbal or weights[one.normal_form] >= _RARE * whole]


def _predicates(analyses: tuple[Analysis, ...], parses: list[Any]) -> tuple[Analysis, ...]:
    """Short adjectives that can be nothing else (готова, согласны) say something of a subject without a copula: finite verbs here. Where
    the form is a short participle too (принят), it is that.
    """
    if any(str(one.tag.POS) == "PRTS" for one in parses):
        return tuple(one for one in analyses if one.form == "short" or one.pos not in ("adj", "verb"))
    if any(str(one.tag.POS) == "ADVB" for one in parses) and any(str(one.tag.POS) == "ADJS" for one in parses):
        return tuple(one for one in analyses if one.pos != "adj")
    if not parses or any(str(one.tag.POS) != "ADJS" for one in parses):
        return analyses
    return tuple(msgspec.structs.replace(one, pos="verb", cases=0, form="fin") for one in analyses)


_CONVERBS = (("ючи", "ють"), ("учи", "уть"), ("ячи", "ять"), ("ачи", "ать"), ("вши", "в"), ("ши", ""))
"""Endings of Ukrainian adverbial participles and those of the finite forms that share their stem."""


def _doer_less(lemma: str) -> str:
    """The impersonal form (підписано) that has the stem of a Ukrainian passive participle (підписаний) or noun of doing (підписання)."""
    for ending, other in (("ний", "но"), ("тий", "то"), ("ування", "овано"), ("ювання", "йовано"), ("ння", "но"), ("ття", "то")):
        if lemma.endswith(ending):
            return lemma[: -len(ending)] + other
    return ""


def _infinitive(noun: str) -> str:
    """The infinitive that a Ukrainian noun of doing without an impersonal form would have: постачання of постачати."""
    return noun[:-3] + "ти" if noun.endswith(("ання", "яння")) else ""


def _finite(converb: str) -> str:
    """A finite form with the stem of a Ukrainian adverbial participle: відвідавши as відвідав, підтримуючи as підтримують."""
    reflexive = "ся" if converb.endswith("сь") else ""
    stem = converb.removesuffix("сь")
    for ending, other in _CONVERBS:
        if stem.endswith(ending):
            return stem[: -len(ending)] + other + reflexive
    return ""


class Pymorphy:
    """Readings and forms from pymorphy3; knows nothing when the language's dictionary is not installed.

    The Ukrainian dictionary keeps participles, converbs and nouns of doing apart from their verbs; here they are forms of the verb too.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._analyzer: Any = None
        try:
            import pymorphy3

            self._analyzer = pymorphy3.MorphAnalyzer(lang=lang)
        except (ImportError, ValueError):
            self._analyzer = None

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        if self._analyzer is None:
            return ()
        parses = self._analyzer.parse(form.replace("’", "'").replace("ʼ", "'"))
        known = _likely([p for p in parses if p.is_known])
        known = [p for p in known if not _colloquial(p)] or known
        found = _predicates(_joined([read_tag(p.normal_form, p.tag, p.word) for p in (known or parses) if p.tag.POS]), known)
        return self._with_verbs(found, {p.normal_form for p in known if "pssv" in p.tag}) if self.lang == "uk" else found

    def _with_verbs(self, found: tuple[Analysis, ...], passive: set[str]) -> tuple[Analysis, ...]:
        """Ukrainian participles, converbs and nouns of doing with their verb's lemma; `passive` are the lemmas of passive participles."""
        more: list[Analysis] = []
        for one in found:
            if one.form == "conv":
                more += [msgspec.structs.replace(one, lemma=verb) for verb in self._verbs(_finite(one.lemma), "")]
            elif one.pos == "adj" and one.lemma in passive:
                more += [
                    msgspec.structs.replace(one, lemma=verb, pos="verb", form="ppas") for verb in self._verbs(_doer_less(one.lemma), "Impe")
                ]
            elif one.pos == "noun" and not one.form:
                verbs = self._verbs(_doer_less(one.lemma), "Impe") or self._verbs(_infinitive(one.lemma), "")
                more += [msgspec.structs.replace(one, lemma=verb, form="ger") for verb in verbs]
        return tuple(dict.fromkeys((*(one for one in found if one.form != "conv" or not more), *more)))

    def _verbs(self, form: str, gram: str) -> list[str]:
        """Lemmas of the verbs that a finite form belongs to; with `gram`, only readings that have it."""
        parses = self._analyzer.parse(form) if form else []
        verbs = (p for p in parses if p.is_known and p.tag.POS in ("VERB", "INFN"))
        return list(dict.fromkeys(p.normal_form for p in verbs if not gram or gram in p.tag))

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        if self._analyzer is None:
            return ()
        parses = [p for p in self._analyzer.parse(lemma) if p.normal_form == lemma.lower() and p.is_known]
        return tuple(dict.fromkeys((f.word, read_tag(f.normal_form, f.tag, f.word)) for p in parses for f in p.lexeme if f.tag.POS))


def adapter(lang: str) -> Pymorphy:
    """The adapter for Russian ("ru") or Ukrainian ("uk")."""
    return Pymorphy(lang)
