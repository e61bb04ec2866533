"""What each node is in its sentence: noun, finite verb, preposition… A form has many readings; the neighbours choose.

`by_case` serves languages whose endings tell most of it; `by_order` those where a form such as "visit" or "talks" is told by its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.agreement import agreeing
from dragoman.frames.chart import (
    ADJ,
    AUX,
    CONJ,
    CONV,
    DATE,
    FINITE,
    INF,
    NOUN,
    NUM,
    OTHER,
    PART,
    PREP,
    PUNCT,
    REL,
    SUB,
)  # fmt: skip
from dragoman.frames.order import by_order, noun_like
from dragoman.model.token import GEN, NEUT, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax
    from dragoman.model.token import Word

_FINITE = frozenset({"fin", "past", "imps", "cond", "aux", "imp", "short"})
_KINDS = {"actor": NOUN, "adjective": ADJ, "date": DATE, "number": NUM, "punct": PUNCT}


def is_finite(word: Word) -> bool:
    """True when some reading is a finite verb."""
    return not _FINITE.isdisjoint(word.forms)


def only_finite(word: Word) -> bool:
    """True when every reading of substance is a finite verb."""
    return all(one.form in _FINITE for one in word.analyses if one.pos not in ("part", "intj", "x"))


def categorise(nodes: Sequence[Node], syntax: Syntax, preps: dict[int, tuple[int, str]]) -> list[str]:
    """The category of every node (one letter, see `chart`)."""
    categories = _fixed(nodes, syntax, preps)
    return by_case(nodes, categories, syntax) if syntax.by_case else by_order(nodes, categories, syntax)


def _describes(text: str) -> bool:
    """Is a number written as an adjective ("50-procentowe cła", "a 10-year deal")?"""
    figure, _, word = text.partition("-")
    return figure[:1].isdigit() and word.isalpha()


def _fixed(nodes: Sequence[Node], syntax: Syntax, preps: dict[int, tuple[int, str]]) -> list[str]:
    """The categories that the nodes' kinds or function words settle, "" where the readings must choose."""
    fixed: list[str] = []
    last = len(nodes) - 1
    for at, node in enumerate(nodes):
        if node.kind == "word":
            abbreviated = node.word.lower in syntax.abbreviations and at < last and nodes[at + 1].word.text == "."
            abbreviated = abbreviated and preps.get(at, (at, ""))[0] == at
            link = PREP if at in preps else _link(node.word, syntax)
            opens = node.word.lower in syntax.subordinators and not syntax.by_case
            alone = abbreviated or (opens and _degree(node.word, nodes[at + 1 : at + 2]))
            fixed.append(OTHER if alone else link)
        elif node.word.text == "." and at < last:
            fixed.append(OTHER)
        else:
            fixed.append(ADJ if node.kind == "number" and _describes(node.word.text) else _KINDS[node.kind])
    return fixed


def _degree(word: Word, following: Sequence[Node]) -> bool:
    """Is a word that may open a clause only an adverb of the next one ("so far", "once again", "so many")?"""
    if "adv" not in word.poses or not following or following[0].kind != "word":
        return False
    poses = following[0].word.poses
    return "adv" in poses and not poses & {"pron", "det", "noun", "propn", "verb"}


def _link(word: Word, syntax: Syntax) -> str:
    """The category of a word that links clauses or what is coordinated, or ""."""
    if word.lower in syntax.subordinators:
        return SUB
    if word.lower in syntax.coordinators:
        return CONJ
    return "" if syntax.relatives.isdisjoint(word.lemmas) else REL


def by_case(nodes: Sequence[Node], categories: list[str], syntax: Syntax) -> list[str]:
    """Settle open nodes in a language that declines: a verb reading wins, unless a preposition or an agreeing adjective asks for a noun."""
    had_verb = False
    for at, node in enumerate(nodes):
        if categories[at]:
            had_verb = had_verb and categories[at] not in (PUNCT, SUB, REL, CONJ)
            continue
        word = node.word
        before = categories[at - 1] if at else ""
        if syntax.passive & word.lemmas and is_finite(word):
            categories[at] = AUX if before != PREP else noun_like(word)
        elif is_finite(word) and (only_finite(word) or not (_second(at, nodes, had_verb) or _wants_noun(at, nodes, categories))):
            categories[at] = FINITE
        elif any(one.form == "inf" for one in word.analyses):
            categories[at] = INF
        elif any(one.form == "conv" for one in word.analyses):
            categories[at] = CONV
        elif "num" in word.poses and "noun" not in word.poses:
            categories[at] = NUM
        elif (
            word.poses == {"adv"}
            or word.poses == {"part"}
            or word.lower in syntax.reflexive
            or ("adv" in word.poses and "noun" not in word.poses and "adj" not in word.poses)
        ):
            categories[at] = OTHER
        elif (word.lower in syntax.possessives and at + 1 < len(nodes) and nodes[at + 1].kind != "punct") or (
            "adj" in word.poses
            and word.poses & {"noun", "propn"}
            and (_noun_ahead(at, nodes) or (before == NOUN and _of_noun_before(at, nodes)))
        ):
            categories[at] = ADJ
        elif before == AUX and any(one.form == "ppas" for one in word.analyses):
            categories[at] = PART
        else:
            categories[at] = noun_like(word)
        had_verb = had_verb or categories[at] in (FINITE, AUX)
    return categories


def _is_nominal(word: Word) -> bool:
    return bool({"noun", "propn", "adj", "num"} & word.poses)


def _second(at: int, nodes: Sequence[Node], had_verb: bool) -> bool:
    """Would a word that may be a noun be the second finite verb of its stretch: one stands before it, or a sure one follows before the
    next mark or link ("więzi ... trwają")?
    """
    if not _is_nominal(nodes[at].word) or had_verb:
        return had_verb and _is_nominal(nodes[at].word)
    for node in nodes[at + 1 :]:
        if node.kind == "punct" or (node.kind == "word" and node.word.poses & {"conj", "sconj"}):
            return False
        if node.kind == "word" and is_finite(node.word) and only_finite(node.word):
            return True
    return False


def _wants_noun(at: int, nodes: Sequence[Node], categories: Sequence[str]) -> bool:
    """Is a noun due here? After a preposition, after an adjective that agrees with a noun reading of this word, or for a capital inside."""
    word = nodes[at].word
    if at and word.capital and _is_nominal(word) and categories[at - 1] != PUNCT:
        return True
    if not ({"noun", "propn", "adj", "pron", "num"} & word.poses):
        return False
    if at and categories[at - 1] == PREP:
        return True
    return bool(at and categories[at - 1] == ADJ and agreeing(nodes[at - 1], nodes[at]))


def _of_noun_before(at: int, nodes: Sequence[Node]) -> bool:
    """Does a word that may be a noun describe the common noun right before it ("list gończy"), whose genitive it cannot be?"""
    owned = any(one.cases & GEN for one in nodes[at].word.analyses if one.pos in ("noun", "propn"))
    return nodes[at - 1].kind == "word" and not owned and bool(agreeing(nodes[at], nodes[at - 1]))


def _noun_ahead(at: int, nodes: Sequence[Node]) -> bool:
    """Does an agreeing noun follow, so that a word that may be both is the adjective? A short form ("судно", "право") describes none: a
    full one is nominative and accusative in the neuter.
    """
    if all(one.cases == NOM and one.genders == NEUT for one in nodes[at].word.analyses if one.pos == "adj"):
        return False
    ahead = next((one for one in nodes[at + 1 : at + 3] if one.kind != "adjective"), None)
    return ahead is not None and ahead.kind in ("word", "actor") and bool(agreeing(nodes[at], ahead))
