"""Clauses: where a sentence is cut, what each piece hangs on.

A sentence is cut at marks, subordinators, relatives, and at a coordinator between two finite verbs. Pieces without a finite verb join the
clause before them (an enumeration, an apposition), or wait for the verb that a relative clause has parted from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.categories import categorise
from dragoman.frames.chart import AUX, CONJ, FINITE, INF, PREP, PUNCT, REL, SUB, Chart, Clause, Phrase, build_phrases, find_prepositions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax

_CUT = frozenset(',;:–—()[]"„“”«»')
_OPEN, _SHUT = frozenset("(["), frozenset(")]")
_QUOTE = frozenset('"„“”«»')


class _Piece(msgspec.Struct):
    """A stretch of nodes between two cuts."""

    nodes: list[int]
    verbs: list[int]
    intro: int
    bracket: bool
    strong: bool
    reported: bool = False


def _pieces(nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> list[_Piece]:
    pieces = [_Piece([], [], -1, False, False)]
    depth = 0
    for at, category in enumerate(categories):
        text = nodes[at].text
        if category == PUNCT and (text in _CUT or _dash(nodes, at)):
            depth += (text in _OPEN) - (text in _SHUT)
            if pieces[-1].nodes:
                pieces.append(_Piece([], [], -1, depth > 0, text in ";:–—"))
            pieces[-1].bracket = depth > 0
            pieces[-1].strong = pieces[-1].strong or text in ";:–—"
            continue
        if (category in (SUB, REL) and pieces[-1].nodes and not _behind_preposition(at, pieces[-1], categories)) or (
            category == CONJ
            and pieces[-1].verbs
            and _verb_follows(at, categories, nodes)
            and not _reports(at, pieces[-1], nodes, categories, syntax)
        ):
            pieces.append(_Piece([], [], -1, depth > 0, False))
        elif not syntax.by_case and _unmarked(at, pieces[-1], nodes, categories, syntax):
            pieces[-1].nodes, told = pieces[-1].nodes[: _after_verb(pieces[-1])], pieces[-1].nodes[_after_verb(pieces[-1]) :]
            pieces.append(_Piece(told, [], -1, depth > 0, False, reported=True))
        if category in (SUB, REL) and pieces[-1].intro < 0 and len(pieces[-1].nodes) <= 1:
            pieces[-1].intro = at
        pieces[-1].nodes.append(at)
        if category in (FINITE, AUX):
            pieces[-1].verbs.append(at)
    return [one for one in pieces if one.nodes]


def _reports(at: int, piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a coordinator join the subjects of a clause that a verb of saying takes without a word ("said X and Y had met")?"""
    if syntax.by_case or not nodes[piece.verbs[-1]].word.lemmas & syntax.reporting or at + 1 >= len(nodes):
        return False
    between = [categories[one] for one in piece.nodes[_after_verb(piece) :]]
    return bool(between) and between[-1] == "N" and set(between) <= {"N", "A", "D", "P"} and nodes[at - 1].actor is not None


def _unmarked(at: int, piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a second finite verb with a subject of its own begin a clause that no word marks ("said it had signed")?"""
    if categories[at] not in (FINITE, AUX) or not piece.verbs:
        return False
    between = [categories[one] for one in piece.nodes[_after_verb(piece) :]]
    while between and between[0] in "PAD":
        # "said on Monday it had", "said in a statement it had": what a preposition governs is not the new subject.
        cut = between.index("N") if between[0] == "P" and "N" in between and between[1:2] != ["D"] else 1 if between[0] == "P" else 0
        if not cut and between[0] != "D":
            break
        between = between[cut + 1 :]
    told = bool(nodes[piece.verbs[-1]].word.lemmas & syntax.reporting)
    return "N" in between and (told or CONJ not in between) and between[-1] in ("N", "D", "X")


def _after_verb(piece: _Piece) -> int:
    return piece.nodes.index(piece.verbs[-1]) + 1


def _dash(nodes: Sequence[Node], at: int) -> bool:
    """Is a hyphen between spaces a dash?"""
    return nodes[at].text == "-" and 0 < at < len(nodes) - 1 and nodes[at - 1].end < nodes[at].start and nodes[at].end < nodes[at + 1].start


def _behind_preposition(at: int, piece: _Piece, categories: Sequence[str]) -> bool:
    """ "z którym": the relative belongs to the preposition that opens the piece."""
    return len(piece.nodes) <= 3 and categories[at] == REL and all(categories[one] == "P" for one in piece.nodes)


def _verb_follows(at: int, categories: Sequence[str], nodes: Sequence[Node]) -> bool:
    """Does a finite verb stand between this coordinator and the next cut?"""
    for ahead in range(at + 1, len(categories)):
        if categories[ahead] in (FINITE, AUX):
            return True
        if categories[ahead] in (SUB, REL) or (categories[ahead] == PUNCT and nodes[ahead].text in _CUT) or categories[ahead] == CONJ:
            return False
    return False


def build_clauses(nodes: Sequence[Node], categories: Sequence[str], phrases: Sequence[Phrase], syntax: Syntax) -> list[Clause]:
    """The clauses of a sentence in the order of their first nodes."""
    drafts: list[dict[str, object]] = []
    members: list[list[int]] = []
    verbs: list[list[int]] = []
    for piece in _pieces(nodes, categories, syntax):
        last = len(drafts) - 1
        if piece.intro >= 0:
            drafts.append(_opening(piece, nodes, categories, phrases, last, syntax))
            drafts[-1]["full"] = any(categories[at] == INF for at in piece.nodes)
        elif piece.bracket and (not drafts or not drafts[last].get("bracket")):
            drafts.append({"kind": "paren", "parent": last, "intro": -1, "antecedent": -1, "bracket": True})
        elif piece.verbs:
            home = -1 if piece.reported else _waiting(drafts, verbs, last)
            if home >= 0:
                members[home] += piece.nodes
                verbs[home] += piece.verbs
                continue
            kind = "that" if piece.reported else "coord" if last >= 0 else "main"
            drafts.append({"kind": kind, "parent": last, "intro": -1, "antecedent": -1, "strong": piece.strong})
        elif last >= 0:
            home = _int(drafts[last]["parent"]) if drafts[last]["kind"] == "paren" and not piece.bracket else last
            members[home] += piece.nodes
            continue
        else:
            drafts.append({"kind": "main", "parent": -1, "intro": -1, "antecedent": -1})
        members.append(list(piece.nodes))
        verbs.append(list(piece.verbs))
    return [
        Clause(
            at,
            str(d["kind"]),
            tuple(sorted(members[at])),
            tuple(sorted(verbs[at])),
            _int(d["parent"]),
            _int(d["intro"]),
            _int(d["antecedent"]),
        )
        for at, d in enumerate(drafts)
    ]


def _int(value: object) -> int:
    return value if isinstance(value, int) else -1


def _opening(
    piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], phrases: Sequence[Phrase], last: int, syntax: Syntax
) -> dict[str, object]:
    """A clause that a subordinator or a relative opens."""
    word = nodes[piece.intro].word
    if categories[piece.intro] == SUB:
        return {"kind": syntax.subordinators[word.lower], "parent": last, "intro": piece.intro, "antecedent": -1}
    before = [one for one in phrases if one.last < piece.nodes[0]]
    antecedent = before[-1].at if before else -1
    while antecedent >= 0 and phrases[antecedent].owner >= 0 and not _fits(nodes[piece.intro], phrases[antecedent]):
        antecedent = phrases[antecedent].owner
    return {"kind": "rel", "parent": last, "intro": piece.intro, "antecedent": antecedent}


def _fits(pronoun: Node, phrase: Phrase) -> bool:
    """Can the relative pronoun stand for the phrase, by number and gender?"""
    for one in pronoun.word.analyses:
        if (not one.number or not phrase.number or one.number == phrase.number) and (
            not one.genders or not phrase.genders or one.genders & phrase.genders
        ):
            return True
    return False


def _waiting(drafts: Sequence[dict[str, object]], verbs: Sequence[list[int]], last: int) -> int:
    """The nearest clause on the way up that has no verb yet; only when the last one is complete or waits itself. A clause that its opening
    word and an infinitive make ("by zakończyć wojnę") waits for none.
    """
    at = last
    while at >= 0:
        if not verbs[at] and drafts[at]["kind"] != "paren" and not drafts[at].get("full"):
            return at
        at = _int(drafts[at]["parent"])
    return -1


def build_chart(nodes: Sequence[Node], syntax: Syntax) -> Chart:
    """The whole shallow syntax of a sentence's nodes."""
    preps = find_prepositions(nodes, syntax)
    categories = categorise(nodes, syntax, preps)
    for at, (last, _) in preps.items():
        if last > at and last + 1 < len(nodes) and categories[last + 1] == REL:
            categories[at + 1 : last + 1] = [PREP] * (last - at)  # "w ramach której": the relative follows one preposition
    phrases = build_phrases(nodes, categories, syntax, preps)
    phrase_of = [-1] * len(nodes)
    for phrase in phrases:
        for at in range(phrase.first, phrase.last + 1):
            phrase_of[at] = phrase.at
    clauses = build_clauses(nodes, categories, phrases, syntax)
    clause_of = [0] * len(nodes)
    for clause in clauses:
        for at in clause.nodes:
            clause_of[at] = clause.at
    return Chart(syntax, tuple(nodes), tuple(categories), tuple(phrases), tuple(phrase_of), tuple(clauses), tuple(clause_of))
