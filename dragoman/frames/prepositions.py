"""Where prepositions stand in a sentence, those of several words included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.agreement import nominal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax


def find_prepositions(nodes: Sequence[Node], syntax: Syntax) -> dict[int, tuple[int, str]]:
    """Prepositions by the node where they begin: (last node, name), the longest phrase first ("w sprawie"). A phrase may end inside
    an actor's name ("ze [strony Szwecji]"): the name then stays the noun that it governs.
    """
    found: dict[int, tuple[int, str]] = {}
    covered = -1
    openers = syntax.openers
    for at, node in enumerate(nodes):
        lower = node.word.lower
        if lower not in openers or at <= covered or node.kind != "word":
            continue
        name = syntax.variants.get(lower, lower)
        for first in dict.fromkeys((lower, name)):
            rest = _rest_of(nodes, at, first, syntax)
            if rest:
                covered = at + len(rest) - (nodes[at + len(rest)].kind == "actor")
                found[at] = (covered, " ".join((first, *rest)))
                break
        else:
            if name in syntax.prepositions and not (lower in syntax.reflexive and not _governs(name, nodes[at + 1 : at + 2], syntax)):
                covered = at + _stopped(nodes, at, syntax)
                found[at] = (covered, name)
    return found


def _stopped(nodes: Sequence[Node], at: int, syntax: Syntax) -> bool:
    """Does the stop of an abbreviation follow ("ws.", "ds.")? A single letter rather stands for a noun ("в XX в.")."""
    lower = nodes[at].word.lower
    return len(lower) > 1 and lower in syntax.abbreviations and at + 2 < len(nodes) and nodes[at + 1].text == "."


def _governs(name: str, following: Sequence[Node], syntax: Syntax) -> bool:
    """Can the next word stand in a case that the preposition governs (Czech "se" is a preposition and a reflexive pronoun)?"""
    return any(nominal(one)[0] & syntax.prepositions[name] for one in following)


def _rest_of(nodes: Sequence[Node], at: int, first: str, syntax: Syntax) -> tuple[str, ...]:
    """The further words of the longest prepositional phrase that begins with `first` at a node, or none."""
    rests = syntax.phrases.get(first)
    if not rests:
        return ()
    longest = len(rests[0])
    words = tuple(syntax.variants.get(lower := one.word.lower, lower) for one in nodes[at + 1 : at + 1 + longest])
    fitting = (rest for rest in rests if words[: len(rest)] == rest and not _marks_verb(nodes, at + len(rest), at, syntax))
    return next(fitting, ())


def _marks_verb(nodes: Sequence[Node], last: int, first: int, syntax: Syntax) -> bool:
    """Is the last word of what looks like a preposition the mark of an infinitive behind a copula ("was due to hold talks")?"""
    if nodes[last].word.lower not in syntax.infinitive or not first or last + 1 >= len(nodes):
        return False
    return bool(nodes[first - 1].word.lemmas & syntax.copulas) and any(one.form == "inf" for one in nodes[last + 1].word.analyses)
