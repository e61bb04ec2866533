"""Infinitives behind a noun, in a language of cases: whose deed they tell, and what a noun of deciding or refusing is aimed at by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.chart import AUX, FINITE, INF, PUNCT
from dragoman.frames.nominal import nearest_first
from dragoman.model.token import ACC, GEN

if TYPE_CHECKING:
    from dragoman.frames.arguments import Arguments
    from dragoman.frames.chart import Chart, Phrase


def bearer_of_infinitive(chart: Chart, trigger: int, tops: list[Phrase]) -> Phrase | None:
    """Whose deed an infinitive behind a noun is: "решение [Омана] вывести", "[оманское] решение вывести", "обвинил [Оман] в попытке
    атаковать". None where the noun has nobody of its own, so that the clause's subject does it.
    """
    if not chart.syntax.by_case or chart.categories[trigger] != INF or not trigger:
        return None
    behind = next((one for one in chart.phrases if one.last == trigger - 1), None)
    if behind is None:
        return None
    if behind.owner >= 0:
        noun = chart.phrases[behind.owner]
        return behind if chart.nodes[behind.head].actor is not None and chart.nodes[noun.head].actor is None else None
    if chart.nodes[behind.head].actor is not None:
        return None
    named = [at for at in behind.modifiers if chart.nodes[at].actor is not None]
    if named:
        return msgspec.structs.replace(behind, head=named[0], first=named[0], last=named[0], modifiers=(), prep="")
    return _blamed(chart, behind, tops) if behind.prep else None


def _blamed(chart: Chart, noun: Phrase, tops: list[Phrase]) -> Phrase | None:
    """The verb's object right before a noun behind a preposition, which is that noun's doer ("обвинил [Оман] в попытке")."""
    for one in tops:
        close = not one.prep and max(part.last for part in chart.members(one)) == noun.first - 1
        told = one.first and chart.categories[one.first - 1] in (FINITE, INF)
        if close and told and one.cases & (ACC | GEN) and chart.nodes[one.head].actor is not None:
            return one
    return None


def with_aim(chart: Chart, trigger: int, arguments: Arguments) -> Arguments:
    """The arguments of a noun with the object of the infinitive behind it ("отказ Омана принять [посла Перу]"), where it has none."""
    home = chart.phrase_of[trigger]
    if not chart.syntax.by_case or arguments.voice != "nominal" or arguments.object or home < 0:
        return arguments
    at = max(one.last for one in (chart.phrases[home], *arguments.of)) + 1
    if at >= len(chart.nodes) or chart.categories[at] != INF:
        return arguments
    end = next((one for one in range(at + 1, len(chart.nodes)) if chart.categories[one] in (PUNCT, FINITE, AUX, INF)), len(chart.nodes))
    aimed = [one for one in chart.tops[arguments.clause] if at < one.first < end and not one.prep and one.cases & (ACC | GEN)]
    return msgspec.structs.replace(arguments, object=tuple(nearest_first(aimed, at))) if aimed else arguments
