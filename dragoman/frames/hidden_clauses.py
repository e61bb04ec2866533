"""Clauses that open or hide in a language of fixed order: prepositions that turn out to open one, a "that" that describes a noun, forms
that look like the past and are participles ("troops sent to Mali were attacked").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.chart import ADJ, AUX, CONV, DATE, FINITE, INF, NOUN, NUM, OTHER, PART, PREP, PUNCT, REL, SUB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax
    from dragoman.model.token import Word

MARKS = ',;:–—"“”()'


def mark_relatives(nodes: Sequence[Node], categories: list[str], syntax: Syntax) -> list[str]:
    """A "that" between a noun and a verb stands for the noun ("the strike that killed him"), rather than telling what is said."""
    for at in range(1, len(categories) - 1):
        if categories[at] != SUB or categories[at - 1] != NOUN or nodes[at].word.lower not in syntax.determiners:
            continue
        ahead = at + 1
        while ahead + 1 < len(categories) and categories[ahead] == OTHER:
            ahead += 1
        if categories[ahead] in (FINITE, AUX) or _describing(at, nodes, categories, syntax):
            categories[at] = REL
    return categories


def _describing(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a clause with a subject of its own describe the noun before its "that", which is what its verb lacks ("the sanctions that X
    imposed on Y")? Not behind a noun of saying or whoever is told.
    """
    noun = nodes[at - 1]
    if categories[at - 1] != NOUN or noun.actor is not None or noun.word.lemmas & syntax.propositions:
        return False
    before = next((one for one in range(at - 1, -1, -1) if categories[one] in (FINITE, INF, CONV, SUB, REL)), -1)
    if before >= 0 and nodes[before].word.lemmas & (syntax.reporting | syntax.control):
        return False
    ahead = at + 1
    while ahead < len(nodes) and categories[ahead] in (NOUN, ADJ, NUM, OTHER, PART) and nodes[ahead].word.lower not in syntax.infinitive:
        ahead += 1
    if ahead == at + 1 or ahead >= len(nodes) or categories[ahead] != FINITE:
        return False
    while ahead < len(nodes) and categories[ahead] in (FINITE, AUX, OTHER):
        ahead += 1
    return ahead >= len(nodes) or categories[ahead] in (PREP, DATE, PUNCT, SUB)


def find_openers(nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> list[int]:
    """Prepositions that open a clause: a finite verb follows before the next mark, and their own stretch has one already or begins here."""
    found = []
    for at, category in enumerate(categories):
        if category != PREP or nodes[at].word.lower not in syntax.subordinators:
            continue
        start = at
        while start and not ends_clause(start - 1, nodes, categories):
            start -= 1
        end = at + 1
        while end < len(nodes) and categories[end] not in (FINITE, AUX, INF) and not ends_clause(end, nodes, categories):
            end += 1
        follows = end < len(nodes) and categories[end] in (FINITE, AUX) and NOUN in categories[at:end]
        if follows and (start == at or {FINITE, AUX, CONV} & set(categories[start:at])):
            found.append(at)
    return found


def ends_clause(at: int, nodes: Sequence[Node], categories: Sequence[str]) -> bool:
    return categories[at] in (SUB, REL) or (categories[at] == PUNCT and nodes[at].text in MARKS)


def reduce_participles(nodes: Sequence[Node], categories: list[str], syntax: Syntax) -> list[str]:
    """A form that may be past or participle is the participle where another finite verb follows in its stretch and only phrases with
    prepositions stand between ("troops sent to Mali were attacked"); a subject of its own would begin a new clause ("said in Oslo he had").
    """
    for at, category in enumerate(categories):
        if category != FINITE or not at or categories[at - 1] != NOUN or not _ambiguous(nodes[at].word) or _in_relative(at, categories):
            continue
        ahead = at + 1
        governed = False
        while ahead < len(categories) and categories[ahead] in (PREP, ADJ, NOUN, NUM, DATE, OTHER, PART):
            if categories[ahead] == PREP:
                governed = True
            elif categories[ahead] == DATE:
                governed = False
            elif categories[ahead] == NOUN and (not governed or nodes[ahead].word.lemmas & syntax.pronouns):
                break
            elif categories[ahead] == NOUN and not (ahead + 1 < len(categories) and categories[ahead + 1] == NOUN):
                governed = False
            ahead += 1
        if ahead > at + 1 and ahead < len(categories) and categories[ahead] in (FINITE, AUX):
            categories[at] = PART
        elif categories[at + 1 : at + 2] == [PREP] and (verb := _verb_behind(at, nodes, categories, syntax)):
            categories[at], categories[verb] = PART, FINITE
    return categories


def _verb_behind(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> int:
    """The node of what looks like a participle but has an object of its own, behind a phrase with a preposition ("rebels based in X
    [attacked] the base"): the sentence's verb; 0 where there is none.
    """
    ahead = at + 2
    while ahead < len(categories) and categories[ahead] in (ADJ, NOUN, NUM) and nodes[ahead].word.lower not in syntax.pronouns:
        ahead += 1
    found = at + 2 < ahead < len(categories) and categories[ahead] == PART and "past" in nodes[ahead].word.forms
    return ahead if found and takes_more(ahead, nodes, syntax) else 0


def _in_relative(at: int, categories: Sequence[str]) -> bool:
    """Does nothing but the subject stand between a relative and a verb ("the tariffs that X imposed")?"""
    start = at - 1
    while start and categories[start] in (NOUN, ADJ, NUM):
        start -= 1
    return categories[start] == REL


def _ambiguous(word: Word) -> bool:
    return {"past", "ppas"} <= word.forms


def takes_more(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does what a verb takes stand right behind a word: an object, an infinitive, a clause?"""
    if at + 1 >= len(nodes):
        return False
    lower = nodes[at + 1].word.lower
    clause = lower in syntax.subordinators and lower not in syntax.prepositions
    return nodes[at + 1].kind in ("actor", "number") or lower in syntax.determiners or lower in syntax.infinitive or clause


def reported_verb(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Is a present form that may be a noun the verb of what is told without "that" ("said Sweden [supports] the bid", "said it [demands]
    talks")? Its subject alone stands behind the verb of saying, agrees with it, and something that a verb takes follows.
    """
    start = at
    while start and categories[start - 1] in (NOUN, ADJ, NUM):
        start -= 1
    if start == at or not start or categories[start - 1] != FINITE or not nodes[start - 1].word.lemmas & syntax.reporting:
        return False
    subject = nodes[at - 1]
    pronoun = subject.kind == "word" and bool(subject.word.lemmas & syntax.pronouns)
    if subject.actor is None and not pronoun:
        return False
    if pronoun and "past" in nodes[at].word.forms:
        return True  # "said they stood"
    if "past" in nodes[at].word.forms and takes_more(at, nodes, syntax) and nodes[at + 1].word.lower not in syntax.infinitive:
        return True  # "said Sweden opposed the bid"
    numbers = {subject.actor.number} if subject.actor is not None else {one.number for one in subject.word.analyses}
    plural = "p" in numbers
    agrees = any(one.form == "fin" and (one.number == "s") != plural for one in nodes[at].word.analyses)
    described = at + 1 < len(nodes) and nodes[at + 1].kind == "adjective"
    towards = at + 2 < len(nodes) and nodes[at + 1].word.lower in syntax.infinitive and "inf" not in nodes[at + 2].word.forms
    return agrees and (pronoun or described or (takes_more(at, nodes, syntax) and not towards))
