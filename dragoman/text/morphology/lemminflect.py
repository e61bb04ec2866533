"""English morphology: lemminflect's dictionary, with Penn Treebank forms spelled as `Analysis`."""

from __future__ import annotations

from typing import Any

from dragoman.model.token import ANY_CASE, Analysis

_FORMS = {"VBD": "past", "VBN": "ppas", "VBG": "ger", "VBZ": "fin", "VBP": "fin", "VB": "inf"}
_POS = {"NOUN": "noun", "PROPN": "propn", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}


class Lemminflect:
    """Readings from lemminflect; rules for unknown words are left to the guesser."""

    def __init__(self) -> None:
        import lemminflect

        self._library: Any = lemminflect

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        found: list[Analysis] = []
        for upos, lemmas in self._library.getAllLemmas(form.lower()).items():
            if upos not in _POS or upos == "AUX":
                continue
            for lemma in lemmas:
                found.extend(self._verbs(lemma, form.lower()) if upos == "VERB" else [self._other(lemma, upos, form.lower())])
        return tuple(dict.fromkeys(found))

    def _other(self, lemma: str, upos: str, form: str) -> Analysis:
        number = ("p" if lemma != form and form.endswith("s") else "s") if upos in ("NOUN", "PROPN") else ""
        return Analysis(lemma, _POS[upos], ANY_CASE if upos in ("NOUN", "PROPN") else 0, number)

    def _verbs(self, lemma: str, form: str) -> list[Analysis]:
        rows = self._library.getAllInflections(lemma, "VERB")
        tags = [tag for tag, forms in rows.items() if form in forms]
        if "VBD" in tags and "VBN" not in rows:
            tags.append("VBN")
        if form == lemma:
            tags = [tag for tag in tags if tag in ("VBD", "VBN")] + ["VBP", "VB"]
        return [
            Analysis(lemma, "verb", 0, "s" if tag == "VBZ" else "", 0, _FORMS[tag], 3 if tag == "VBZ" else 0)
            for tag in tags
            if tag in _FORMS
        ]

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        forms = {form for rows in self._library.getAllInflections(lemma).values() for form in rows} | {lemma}
        return tuple((form, analysis) for form in sorted(forms) for analysis in self.analyse(form) if analysis.lemma == lemma)


def adapter(lang: str) -> Lemminflect:
    """The adapter for English."""
    return Lemminflect()
