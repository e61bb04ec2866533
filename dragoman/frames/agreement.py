"""Cases, number and gender of nodes, and whether an adjective agrees with a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.token import ANY_CASE, ANY_GENDER, Analysis

if TYPE_CHECKING:
    from dragoman.frames.nodes import Node


def nominal(node: Node) -> tuple[int, str, int]:
    """Cases, number and genders that a node has as a noun or adjective; an acronym does not decline."""
    if node.kind == "actor" and node.actor is not None:
        return node.actor.cases, node.actor.number, node.actor.genders
    if node.kind == "word" and len(node.word.text) > 1 and node.word.text.isupper():
        return ANY_CASE, "", ANY_GENDER
    return node.word.agreement


def agreeing(adjective: Node, noun: Node) -> int:
    """The cases in which an adjective agrees with a noun in case, number and gender; 0 where it cannot."""
    cases = 0
    if noun.kind == "actor" and noun.actor is not None:
        rows = [Analysis("", "noun", noun.actor.cases, noun.actor.number, noun.actor.genders)]
    else:
        rows = [one for one in noun.word.analyses if one.pos in ("noun", "propn", "pron")]
    for one in adjective.word.analyses:
        if not one.cases or not (one.pos in ("adj", "num", "pron", "det") or one.form in ("ppas", "pact")):
            continue
        for other in rows:
            if one.number and other.number and one.number != other.number:
                continue
            if one.genders and other.genders and not (one.genders & other.genders):
                continue
            cases |= one.cases & other.cases
    return cases
