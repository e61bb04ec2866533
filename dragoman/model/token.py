"""Words with their readings, and the sentences made of them.

A `Word` is what a language knows of one written form: it is shared by every place where the form stands, so morphology is asked
once a form. A `Token` is one place in one text. Cases and genders are bit masks because the reader intersects them all the time.
"""

from __future__ import annotations

import msgspec

NOM, GEN, DAT, ACC, INS, LOC, VOC = 1, 2, 4, 8, 16, 32, 64
"""Grammatical cases (Universal Dependencies names them Nom Gen Dat Acc Ins Loc Voc)."""
ANY_CASE = 127
CASES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "ins": INS, "loc": LOC, "voc": VOC}

MASC, FEM, NEUT = 1, 2, 4
"""Grammatical genders; Polish m1, m2 and m3 are all `MASC`."""
ANY_GENDER = 7
GENDERS = {"masc": MASC, "fem": FEM, "neut": NEUT}


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """One reading of a form.

    `pos` is one of: noun propn adj verb num prep conj sconj adv pron det part intj punct x.
    `form` tells the verb's form and is empty for other words: fin (present or simple future), past, imps (Polish -no/-to),
    inf, imp (imperative), pact (active participle), ppas (passive participle; English past participle), short (Russian and Ukrainian
    short passive participle, always a predicate), ger (verbal noun; English -ing),
    conv (adverbial participle), aux (forms of "to be"), cond.
    `number` is "s", "p" or "" (either); `person` 1, 2, 3 or 0 (not told); `aspect` "perf", "imperf" or "".
    """

    lemma: str
    pos: str
    cases: int = 0
    number: str = ""
    genders: int = 0
    form: str = ""
    person: int = 0
    aspect: str = ""


class Word(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A written form with all its readings. `kind` is word, number, punct or space-free symbol ("symbol"). `names` is what rules may call
    it by: its lemmas and itself in lower case; `forms` are those of its readings as a verb; `agreement` is what its readings that decline
    allow together: cases, number, genders.
    """

    text: str
    lower: str
    kind: str
    analyses: tuple[Analysis, ...]
    lemmas: frozenset[str]
    poses: frozenset[str]
    cases: int
    capital: bool
    names: frozenset[str]
    forms: frozenset[str]
    agreement: tuple[int, str, int]

    def has(self, pos: str) -> bool:
        """True when some reading has this part of speech."""
        return pos in self.poses


class Token(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A word at its place: characters ``[start, end)`` of the document."""

    start: int
    end: int
    word: Word

    @property
    def text(self) -> str:
        return self.word.text


class Sentence(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A sentence: its characters, its tokens, the paragraph it stands in, and whether it is a headline (no closing mark, own line)."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    headline: bool = False
