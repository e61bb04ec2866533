"""Whose deed a noun's passive participle tells: "podjęte [przez Katar] wysiłki", "усилия, предпринятые [Катаром]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.agreement import agreeing
from dragoman.frames.chart import PREP
from dragoman.model.token import INS

if TYPE_CHECKING:
    from dragoman.frames.chart import Chart, Phrase


def participle_agents(chart: Chart, phrase: Phrase) -> list[Phrase]:
    """The agents of the participle that describes a phrase's head, before or after it; in a language of cases."""
    if not chart.syntax.by_case:
        return []
    return [one for one in chart.phrases if one.group == one.at and _is_agent(chart, one) and _describes(chart, one, phrase)]


def _is_agent(chart: Chart, phrase: Phrase) -> bool:
    """May the phrase name by whom something is done?"""
    syntax = chart.syntax
    if phrase.prep:
        return phrase.prep in syntax.agent and bool(phrase.cases & syntax.agent_case)
    return bool(syntax.agent_case & INS and phrase.cases & INS)


def _describes(chart: Chart, agent: Phrase, phrase: Phrase) -> bool:
    """Does a passive participle right before the agent agree with the head of the phrase, and do the two stand together?"""
    at = agent.first - 1
    while at > 0 and chart.categories[at] == PREP:
        at -= 1
    if at < 0 or not any(one.form == "ppas" for one in chart.nodes[at].word.analyses):
        return False
    last = max(one.last for one in chart.members(agent))
    behind = phrase.last == at or (phrase.last == at - 2 and chart.nodes[at - 1].text == ",")
    before = last == phrase.first - 1 or (phrase.first <= at and last < phrase.head)
    return (before or behind) and bool(agreeing(chart.nodes[at], chart.nodes[phrase.head]) & phrase.cases)
