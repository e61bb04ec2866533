"""When and where a deed happened, how much it was worth: what stands in its clause, then in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import ADJ, AUX, NOUN, PART, PREP
from dragoman.model.record import Count, Quantity, When, Where

if TYPE_CHECKING:
    from dragoman.frames.chart import Chart
    from dragoman.frames.frame import Frame
    from dragoman.model.mention import ActorMention, DateMention, QuantityMention


PLACES = frozenset({"name", "capital", "place", "seat", "city"})
"""Roles of mentions that can be a place."""


def day_of(frame: Frame, span: tuple[int, int]) -> DateMention | None:
    """The date in the deed's clause (for a noun: inside its own stretch), the nearest to the trigger; else a date that opens the
    sentence.
    """
    chart = frame.chart
    clause = chart.clauses[frame.clause]
    nominal = frame.arguments.voice in ("nominal", "participle") and not frame.arguments.support
    dated = [one for one in clause.nodes if chart.nodes[one].date is not None and not _of_another(frame, one)]
    if nominal and not central(frame):
        dated = [one for one in dated if span[0] <= chart.nodes[one].start < span[1] or one == frame.trigger + 1]
    if dated:
        return chart.nodes[min(dated, key=lambda one: abs(one - frame.trigger))].date
    head = chart.clauses[0]
    first = [one for one in head.nodes[:4] if chart.nodes[one].date is not None]
    if first and (not nominal or central(frame)) and clause.kind in ("coord", "main", "rel"):
        return chart.nodes[first[0]].date
    return None


def _of_another(frame: Frame, at: int) -> bool:
    """Does a date in a language of cases belong to a noun or participle before it: "gazociąg otwarty [w 2011 r.]", "umowa z [2011 r.]"?"""
    chart = frame.chart
    if not chart.syntax.by_case or at < 2 or frame.arguments.voice in ("nominal", "participle"):
        return False
    before = at - 1 if chart.categories[at - 1] != PREP else at - 2
    if chart.nodes[at - 1].word.lower in chart.syntax.dated_by and chart.categories[at - 2] in (NOUN, ADJ) and at - 2 != frame.trigger:
        return True
    done = any(one.form in ("ppas", "pact") and one.cases for one in chart.nodes[before].word.analyses)
    return done and before != frame.trigger and chart.categories[before] in (PART, ADJ) and chart.categories[before - 1] != AUX


def central(frame: Frame) -> bool:
    """Is the noun that names the deed an argument of the clause's verb ("the talks began on Friday"), not a circumstance ("after the
    talks")?
    """
    chart = frame.chart
    at = chart.phrase_of[frame.trigger]
    return frame.arguments.voice == "nominal" and at >= 0 and not chart.phrases[at].prep and chart.phrases[at].owner < 0


def bound_of(frame: Frame) -> str:
    """Does the clause set its deed before or after another one ("tuż przed wizytą")? "earlier", "later" or ""."""
    syntax = frame.chart.syntax
    for name, ways in (("earlier", syntax.earlier), ("later", syntax.later)):
        if any(relation_fits(way, prep, cases) for prep, cases, _ in frame.arguments.preps for way in ways):
            return name
    return ""


def bounded(day: When | None, bound: str) -> When | None:
    """A day that the discourse supplied, as a bound where the deed came before or after it."""
    if day is None or "/" in day.edtf or not bound:
        return day
    return When(f"../{day.edtf}" if bound == "earlier" else f"{day.edtf}/..")


def when(date: DateMention | None, text: str, *, deed: bool = False) -> When | None:
    """A date mention as the record's `when`. A deed that began on a day ("od wtorku", since Tuesday) is dated by that day."""
    if date is None:
        return None
    edtf = date.edtf.removesuffix("/..") if deed and len(date.edtf) == len("2025-11-11/..") else date.edtf
    return When(edtf, text[date.start : date.end], date.start, date.end)


def place_of(frame: Frame, text: str) -> Where | None:
    """The place in the deed's clause: an actor's name behind a preposition of place, the nearest behind the trigger first."""
    chart = frame.chart
    found = [
        phrase
        for prep, cases, phrase in frame.arguments.preps
        if any(relation_fits(way, prep, cases) for way in chart.syntax.place) and chart.nodes[phrase.head].kind == "actor"
    ]
    found.sort(key=lambda one: (one.first < frame.trigger, abs(one.first - frame.trigger)))
    for phrase in found:
        actor = chart.nodes[phrase.head].actor
        if actor is not None and actor.role in PLACES and actor.country:
            return place(actor, text)
    if frame.rule.mode == "visit":
        hosts = [one for one in frame.actors("recipient") if one.role in PLACES and one.country]
        return place(hosts[0], text) if hosts else None
    return None


def place(actor: ActorMention, text: str) -> Where:
    """A mention of a state, capital or city as a place."""
    return Where(actor.name, actor.country, text[actor.start : actor.end], actor.start, actor.end)


def amount(mention: QuantityMention) -> Quantity:
    """A quantity mention as the record's amount."""
    return Quantity(mention.low, mention.high, mention.approximate, mention.unit)


def count_of(chart: Chart, at: int) -> Count | None:
    """How many of the noun at a node: the number in its phrase or right before it."""
    phrase = chart.phrases[chart.phrase_of[at]] if chart.phrase_of[at] >= 0 else None
    if phrase is None:
        return None
    for one in range(max(phrase.first - 1, 0), phrase.head):
        quantity = chart.nodes[one].quantity
        if quantity is not None and quantity.unit == "1":
            return Count(quantity.low, quantity.high)
    return None


def money_of(frame: Frame) -> Quantity | None:
    """The one sum of money in the deed's clause, behind the trigger."""
    chart = frame.chart
    sums = [
        quantity
        for at in chart.clauses[frame.clause].nodes
        if at > frame.trigger and (quantity := chart.nodes[at].quantity) is not None and len(quantity.unit) == 3 and quantity.unit.isupper()
    ]
    return amount(sums[0]) if len(sums) == 1 else None


def people_of(frame: Frame) -> Quantity | None:
    """The number that belongs to the deed itself: the count of its object, or of its subject in the passive."""
    chart = frame.chart
    for phrase in (*frame.arguments.object, *frame.arguments.of, *frame.arguments.subject):
        for at in range(max(phrase.first - 1, 0), phrase.last + 1):
            quantity = chart.nodes[at].quantity
            if quantity is not None and quantity.unit == "1":
                return amount(quantity)
    return None
