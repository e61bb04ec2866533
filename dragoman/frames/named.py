"""The actors that a phrase names: its heads, what is listed or said of it behind it, and those inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.agents import participle_agents
from dragoman.frames.chart import AUX, CONJ, FINITE
from dragoman.mentions.actors_words import load_glue
from dragoman.mentions.quotations_marks import MARKS
from dragoman.model.token import GEN

if TYPE_CHECKING:
    from dragoman.frames.chart import Chart, Phrase
    from dragoman.model.mention import ActorMention

FEW = 5
"""Up to so many states of a region ("the Baltic states") are its sides, one by one."""
_OPENS = frozenset(":–—")
"""Marks behind which a row of states may stand, besides a bracket."""


def heads(chart: Chart, phrase: Phrase) -> list[ActorMention]:
    """The actors that a phrase and those coordinated with it have as heads."""
    found: list[ActorMention] = []
    for one in chart.members(phrase):
        actor = chart.nodes[one.head].actor if chart.nodes[one.head].kind == "actor" else None
        if actor is not None:
            found.append(actor)
            found += [second for at in one.modifiers if at > one.head and (second := chart.nodes[at].actor) is not None]
        elif found and chart.lemmas(one.head) & chart.syntax.counterparts:
            found += [beside for at in one.modifiers if (beside := chart.nodes[at].actor) is not None]
    return found


def listed(chart: Chart, phrase: Phrase) -> list[ActorMention]:
    """The actors that a bracket right behind a phrase lists: "przywódcy państw regionu (Uzbekistanu, Turkmenistanu)", or a preposition
    that says so ("leaders including the Omani sultan").
    """
    last = max(one.last for one in chart.phrases[phrase.at :] if _family(chart, one, phrase))
    named = [one for one in chart.phrases if one.prep in chart.syntax.listing and last < one.first <= last + 2]
    if named and chart.nodes[phrase.head].actor is None:
        return heads(chart, named[0])
    if (beside := _apposed(chart, phrase, last)) is not None:
        return heads(chart, beside) or within(chart, beside)
    return _in_row(chart, phrase, last) or ([] if _one_side(chart, phrase) else _for_example(chart, last))


def _in_row(chart: Chart, phrase: Phrase, last: int) -> list[ActorMention]:
    """The actors in a bracket right behind a phrase or, by case, in a row behind a colon or dash ("лидеры трёх стран: X, Y")."""
    last = _counted(chart, phrase, last)
    opens = chart.nodes[last + 1].text if last + 1 < len(chart.nodes) else ""
    marked = opens in _OPENS and chart.syntax.by_case and chart.nodes[phrase.head].actor is None
    found: list[ActorMention] = []
    if opens != "(" and not marked:
        return []
    for at in range(last + 2, len(chart.nodes)):
        node = chart.nodes[at]
        if node.text == ")":
            return found
        if node.actor is not None:
            found.append(node.actor)
        elif node.text != "," and chart.categories[at] != CONJ:
            return found if marked and len(found) > 1 else []
    return []


def _counted(chart: Chart, phrase: Phrase, last: int) -> int:
    """Where a phrase ends whose genitive is counted, and so no attribute of it in the chart ("президенты сразу [четырёх стран]")."""
    behind = next((one for one in chart.phrases if last < one.first <= last + 2 and one.numeral and not one.prep), None)
    plain = behind is not None and chart.syntax.by_case and chart.nodes[phrase.head].actor is None
    return behind.last if plain and behind is not None and behind.cases & GEN else last


def _one_side(chart: Chart, phrase: Phrase) -> bool:
    """Is the head one state or body, rather than several that could be told by name (kraje regionu)?"""
    actor = chart.nodes[phrase.head].actor
    return actor is not None and (actor.country is not None or 0 < len(actor.members) <= FEW or actor.role not in ("region", "name"))


def _for_example(chart: Chart, last: int) -> list[ActorMention]:
    """Those of several that a mark and words such as "among them" name ("kraje regionu, w tym Polska i Czechy", "(m.in. Polska)"), or
    all of them behind a colon ("trzy kraje: Polska, Czechy i Węgry")."""
    nodes = chart.nodes
    if last + 1 >= len(nodes) or nodes[last + 1].text not in ("(", ",", ":"):
        return []
    at = last + 2
    while at < min(last + 7, len(nodes)) and nodes[at].actor is None:
        at += 1
    words = "".join(one.word.lower for one in nodes[last + 2 : at])
    if words not in chart.syntax.examples and (words or nodes[last + 1].text != ":"):
        return []
    found: list[ActorMention] = []
    while at < len(nodes) and (nodes[at].actor is not None or nodes[at].text == "," or chart.categories[at] == CONJ):
        found += [actor] if (actor := nodes[at].actor) is not None else []
        at += 1
    return found


def _apposed(chart: Chart, phrase: Phrase, last: int) -> Phrase | None:
    """What a name unknown to the codebook is said to be, in marks behind it ("met Ann Lee, a senior Dutch diplomat,")."""
    head = chart.nodes[phrase.head]
    if head.actor is None and (chart.syntax.by_case or (phrase.prep and not head.word.capital)):
        return _named_behind(chart, phrase, last)
    if head.actor is not None or not head.word.capital or last + 2 >= len(chart.nodes):
        return None
    if chart.nodes[last + 1].text != "," or chart.nodes[last + 2].word.lower not in (chart.syntax.determiners | chart.syntax.ranks):
        return None
    return next((one for one in chart.phrases if one.first == last + 2 and not one.prep and one.owner < 0), None)


def _named_behind(chart: Chart, phrase: Phrase, last: int) -> Phrase | None:
    """Whoever's name stands right behind a noun that says what he is ("z wysłannikiem prezydenta USA [Markiem Langiem]"), a firm's in
    marks too; in a language of order a state ("with Israel's rival [Iran]"), unless a verb makes it a subject.
    """
    marked = last + 2 < len(chart.nodes) and chart.nodes[last + 1].text in MARKS
    for one in chart.phrases:
        actor = chart.nodes[one.head].actor
        if one.first == last + 1 + marked and not one.prep and one.owner < 0 and actor is not None and actor.role == "name":
            if not chart.syntax.by_case and one.last + 1 < len(chart.nodes) and chart.categories[one.last + 1] in (FINITE, AUX):
                return None
            if marked:  # a name in marks keeps its first form (акции компании «Газпром»)
                return one if actor.sector == "BUS" and chart.syntax.by_case else None
            fits = one.first == one.head and one.cases & phrase.cases and (actor.sector or not chart.syntax.by_case)
            return one if fits else None
    return None


def _family(chart: Chart, one: Phrase, head: Phrase) -> bool:
    """Is a phrase the head or one of its genitives, however deep?"""
    while one.at != head.at and one.owner >= 0:
        one = chart.phrases[one.owner]
    return one.at == head.at


def within(chart: Chart, phrase: Phrase, depth: int = 0) -> list[ActorMention]:
    """The actors inside a phrase whose head is none: its adjectives, its genitives, and
    the agents of its participles (działania Rosji, ukraińskie miasta, podjęte przez Rosję działania)."""
    found: list[ActorMention] = []
    for one in chart.members(phrase):
        described = [actor for at in one.modifiers if (actor := by_adjective(chart, at)) is not None]
        colleague = bool(chart.lemmas(one.head) & chart.syntax.counterparts)
        found += [_in_office(actor) for actor in described] if colleague else described
        for owned in chart.phrases:
            if owned.owner == one.at:
                found.extend(listed(chart, owned) or heads(chart, owned) or (within(chart, owned, depth + 1) if depth < 2 else []))
    return found or [actor for agent in participle_agents(chart, phrase) for actor in heads(chart, agent)]


def _in_office(actor: ActorMention) -> ActorMention:
    """A counterpart holds the office, he is not the state as such ("ze swym brytyjskim kolegą")."""
    return msgspec.structs.replace(actor, sector="GOV") if actor.sector is None and actor.country else actor


def by_adjective(chart: Chart, at: int) -> ActorMention | None:
    """The actor of an attribute, unless it is but part of a compound that keeps the state out of it ("a Chinese-made jet"), or a region of
    many states ("the Middle East plan").
    """
    node = chart.nodes[at]
    if node.actor is not None and len(node.actor.members) > FEW and node.actor.role in ("region", "adjective"):
        return None
    rest = node.text[node.actor.end - node.start :] if node.actor is not None and node.actor.end < node.end else ""
    return None if rest.lstrip("-–").lower() in chart.syntax.aloof else node.actor


def is_against(chart: Chart, at: int) -> bool:
    """Does an attribute tell against whom something is (антироссийские санкции)? The pack lists the prefixes."""
    node = chart.nodes[at]
    prefixes = tuple(load_glue(chart.syntax.lang).against)
    return node.actor is not None and node.actor.role == "adjective" and node.word.lower.startswith(prefixes)


def row(chart: Chart, phrase: Phrase) -> list[ActorMention]:
    """The actors of a row, some of which name their side only inside ("z wysłannikiem Trumpa i szefem ukraińskiej rady", "between an
    Omani group and the King of Bahrain"): by order, in an adjective alone.
    """
    found = heads(chart, phrase)
    if not found:
        return within(chart, phrase)
    for one in chart.members(phrase):
        if chart.nodes[one.head].actor is None:
            owned = [each for each in chart.phrases if each.owner == one.at] if chart.syntax.by_case else []
            found += [actor for each in owned for actor in heads(chart, each)]
            found += [actor for at in one.modifiers if (actor := by_adjective(chart, at)) is not None]
    return list(dict.fromkeys(found))
