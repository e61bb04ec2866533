"""Clauses: where a sentence is cut, what each piece hangs on.

A sentence is cut at marks, subordinators, relatives, and at a coordinator between two finite verbs. Pieces without a finite verb join the
clause before them (an enumeration, an apposition), or wait for the verb that a relative clause has parted from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.categories import categorise
from dragoman.frames.chart import (
    ADJ,
    AUX,
    CONJ,
    DATE,
    FINITE,
    INF,
    NOUN,
    NUM,
    OTHER,
    PREP,
    PUNCT,
    REL,
    SUB,
    Chart,
    Clause,
    Phrase,
    build_phrases,
)
from dragoman.frames.prepositions import find_prepositions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax

_CUT = frozenset(',;:–—()[]"„“”«»')
_OPEN, _SHUT = frozenset("(["), frozenset(")]")


class _Piece(msgspec.Struct):
    """A stretch of nodes between two cuts. `intro` is the node that opens it (-1: none); `reported` tells what a verb of saying before it
    says without a word that opens it.
    """

    nodes: list[int]
    verbs: list[int]
    bracket: bool = False
    intro: int = -1
    reported: bool = False


def _pieces(nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> list[_Piece]:
    piece = _Piece([], [])
    pieces = [piece]
    depth = 0
    for at, category in enumerate(categories):
        text = nodes[at].word.text
        if category == PUNCT and (text in _CUT or _dash(nodes, at)):
            depth += (text in _OPEN) - (text in _SHUT)
            if piece.nodes:
                piece = _Piece([], [])
                pieces.append(piece)
            piece.bracket = depth > 0
            continue
        if (category in (SUB, REL) and piece.nodes and not _behind_preposition(at, piece, categories)) or (
            category == CONJ and piece.verbs and _verb_follows(at, categories, nodes) and not _reports(at, piece, nodes, categories, syntax)
        ):
            piece = _Piece([], [], depth > 0)
            pieces.append(piece)
        elif category in (FINITE, AUX) and piece.verbs and not syntax.by_case and _unmarked(piece, nodes, categories, syntax):
            cut = _opening_place(piece, nodes, categories, syntax)
            told = piece.nodes[cut:]
            del piece.nodes[cut:]
            piece = _Piece(told, [], depth > 0, reported=True)
            pieces.append(piece)
        if category in (SUB, REL) and piece.intro < 0 and len(piece.nodes) <= 1:
            piece.intro = at
        piece.nodes.append(at)
        if category in (FINITE, AUX):
            piece.verbs.append(at)
    return [one for one in pieces if one.nodes]


def _reports(at: int, piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a coordinator join the subjects of a clause that a verb of saying takes without a word ("said X and Y had met")?"""
    if syntax.by_case or not nodes[piece.verbs[-1]].word.lemmas & syntax.reporting or at + 1 >= len(nodes):
        return False
    between = [categories[one] for one in piece.nodes[_after_verb(piece) :]]
    return bool(between) and between[-1] == "N" and set(between) <= {"N", "A", "D", "P"} and nodes[at - 1].actor is not None


def _unmarked(piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a second finite verb, behind this piece, begin with a subject of its own a clause that no word marks ("said it had signed")?"""
    between = [categories[one] for one in piece.nodes[_after_verb(piece) :]]
    while between and between[0] in "PAD":
        # "said on Monday it had", "said in a statement it had": what a preposition governs is not the new subject.
        cut = between.index("N") if between[0] == "P" and "N" in between and between[1:2] != ["D"] else 1 if between[0] == "P" else 0
        if not cut and between[0] != "D":
            break
        between = between[cut + 1 :]
    told = bool(nodes[piece.verbs[-1]].word.lemmas & syntax.reporting)
    return "N" in between and (told or CONJ not in between) and between[-1] in ("N", "D", "X")


def _opening_place(piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> int:
    """Where in a piece the clause begins that no word opens: right behind a verb of saying, else at the subject of its verb ("halted
    supplies over fears [they were stolen]", "the embargo [it has imposed]").
    """
    after = _after_verb(piece)
    if nodes[piece.verbs[-1]].word.lemmas & syntax.reporting:
        return after
    first = len(piece.nodes)
    while first > after and categories[piece.nodes[first - 1]] in (OTHER, DATE):
        first -= 1
    while first > after and categories[piece.nodes[first - 1]] in (NOUN, ADJ, NUM):
        first -= 1
        node = nodes[piece.nodes[first]]
        if node.word.lower in syntax.determiners or node.word.lemmas & syntax.pronouns:
            return first
        if node.actor is not None and (first == after or categories[piece.nodes[first - 1]] == NOUN):
            return first
    return first if first < len(piece.nodes) else after


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


class _Draft(msgspec.Struct):
    """A clause while its pieces are gathered. `full`: its opening word and an infinitive make it whole without a finite verb."""

    kind: str
    parent: int
    nodes: list[int]
    verbs: list[int]
    intro: int = -1
    antecedent: int = -1
    bracket: bool = False
    full: bool = False


def build_clauses(nodes: Sequence[Node], categories: Sequence[str], phrases: Sequence[Phrase], syntax: Syntax) -> list[Clause]:
    """The clauses of a sentence in the order of their first nodes."""
    drafts: list[_Draft] = []
    for piece in _pieces(nodes, categories, syntax):
        last = len(drafts) - 1
        home = -1
        if piece.intro >= 0:
            above = last if categories[piece.intro] == REL else _above(drafts, piece)
            drafts.append(_opening(piece, nodes, categories, phrases, above, syntax))
        elif piece.bracket and (not drafts or not drafts[last].bracket):
            drafts.append(_Draft("paren", last, piece.nodes, piece.verbs, bracket=True))
        elif piece.verbs:
            home = -1 if piece.reported or _joined(piece, categories, syntax) else _waiting(drafts, last)
            if home < 0:
                described = _described_by(piece, nodes, categories, phrases, syntax) if piece.reported else -1
                kind = "rel" if described >= 0 else "that" if piece.reported else "coord" if last >= 0 else "main"
                above = _above(drafts, piece) if piece.reported else last
                drafts.append(_Draft(kind, above, piece.nodes, piece.verbs, antecedent=described))
        elif last >= 0:
            behind_bracket = drafts[last].kind == "paren" and not piece.bracket and drafts[last].parent >= 0
            home = drafts[last].parent if behind_bracket else last
        else:
            drafts.append(_Draft("main", -1, piece.nodes, piece.verbs))
        if home >= 0:
            drafts[home].nodes += piece.nodes
            drafts[home].verbs += piece.verbs
    return [
        Clause(at, one.kind, tuple(sorted(one.nodes)), tuple(sorted(one.verbs)), one.parent, one.intro, one.antecedent)
        for at, one in enumerate(drafts)
    ]


def _above(drafts: Sequence[_Draft], piece: _Piece) -> int:
    """The clause right behind which a piece stands: not always the last that began ("X, who had left, said [that] ...")."""
    before = piece.nodes[0] - 1
    return next((at for at, one in enumerate(drafts) if before in one.nodes), len(drafts) - 1)


def _described_by(piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], phrases: Sequence[Phrase], syntax: Syntax) -> int:
    """The phrase that a clause without an opening word describes ("the embargo [it has imposed]"): the noun right before it, unless the
    clause tells what that noun says ("fears [they were stolen]").
    """
    before = piece.nodes[0] - 1
    if before < 0 or categories[before] != NOUN or nodes[before].actor is not None or nodes[before].word.lemmas & syntax.propositions:
        return -1
    return next((one.at for one in phrases if one.last == before), -1)


def _opening(
    piece: _Piece, nodes: Sequence[Node], categories: Sequence[str], phrases: Sequence[Phrase], last: int, syntax: Syntax
) -> _Draft:
    """A clause that a subordinator or a relative opens."""
    full = any(categories[at] == INF for at in piece.nodes)
    word = nodes[piece.intro].word
    if categories[piece.intro] == SUB:
        return _Draft(syntax.subordinators[word.lower], last, piece.nodes, piece.verbs, piece.intro, full=full)
    before = [one for one in phrases if one.last < piece.nodes[0]]
    if before and _stands_for_any(nodes, before[-1].last, piece.intro):
        return _Draft("rel", last, piece.nodes, piece.verbs, piece.intro, -1, full=full)
    antecedent = before[-1].at if before else -1
    while antecedent >= 0 and phrases[antecedent].owner >= 0 and not fits(nodes[piece.intro], phrases[antecedent]):
        antecedent = phrases[antecedent].owner
    return _Draft("rel", last, piece.nodes, piece.verbs, piece.intro, antecedent, full=full)


def _stands_for_any(nodes: Sequence[Node], last: int, intro: int) -> bool:
    """Does a pronoun right before the relative stand for whoever it is ("те, кто ...", "ci, którzy ..."), and not the noun further back?"""
    at = intro - 2
    return at > last and nodes[intro - 1].word.text == "," and bool(nodes[at].word.poses) and nodes[at].word.poses <= {"pron", "det"}


def fits(pronoun: Node, phrase: Phrase) -> bool:
    """Can the relative pronoun stand for the phrase, by number and gender?"""
    for one in pronoun.word.analyses:
        if (not one.number or not phrase.number or one.number == phrase.number) and (
            not one.genders or not phrase.genders or one.genders & phrase.genders
        ):
            return True
    return False


def _joined(piece: _Piece, categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a coordinator without a mark before it join a piece to the clause before ("X, który przybył [i podpisał umowę], milczy")?"""
    first = piece.nodes[0]
    return syntax.by_case and categories[first] == CONJ and first > 0 and categories[first - 1] != PUNCT


def _waiting(drafts: Sequence[_Draft], last: int) -> int:
    """The nearest clause on the way up that has no verb yet; only when the last one is complete or waits itself. A clause that its opening
    word and an infinitive make ("by zakończyć wojnę") waits for none.
    """
    at = last
    while at >= 0:
        if not drafts[at].verbs and drafts[at].kind != "paren" and not drafts[at].full:
            return at
        at = drafts[at].parent
    return -1


def _parted(phrases: Sequence[Phrase], clause_of: Sequence[int]) -> list[Phrase]:
    """The phrases where none is in a row with one of another clause ("X threatened revenge | and Y protested"): a row begins anew there."""
    found: list[Phrase] = []
    for one in phrases:
        same = [other for other in found if other.group == one.group and clause_of[other.head] == clause_of[one.head]]
        leads = one.group == one.at or clause_of[phrases[one.group].head] == clause_of[one.head]
        found.append(one if leads else msgspec.structs.replace(one, group=same[0].at if same else one.at))
    return found


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
    if not syntax.by_case:
        phrases = _parted(phrases, clause_of)
    groups: dict[int, tuple[Phrase, ...]] = {}
    tops: list[list[Phrase]] = [[] for _ in clauses]
    for phrase in phrases:
        groups[phrase.group] = (*groups.get(phrase.group, ()), phrase)
        if phrase.owner < 0:
            tops[clause_of[phrase.head]].append(phrase)
    by_node = tuple(phrase_of), tuple(clauses), tuple(clause_of)
    return Chart(syntax, tuple(nodes), tuple(categories), tuple(phrases), *by_node, groups, tuple(map(tuple, tops)))
