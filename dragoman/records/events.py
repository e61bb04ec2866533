"""From a frame to an event or a relation record."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.chart import INF
from dragoman.grammar.pack import load_pack
from dragoman.model.record import Event, Instrument, Participant, Relation
from dragoman.records.circumstances import bound_of, bounded, count_of, day_of, money_of, people_of, place_of, when
from dragoman.records.ids import record_id
from dragoman.records.modality import judge, left_undone, obliged, only_able, promised
from dragoman.records.participants import evidence, participants, side
from dragoman.records.scene import Scene, carried_day, carried_place

if TYPE_CHECKING:
    from dragoman.frames.frame import Filler, Frame
    from dragoman.model.mention import ActorMention, DateMention
    from dragoman.model.record import Modality, When, Where

BECOMES = {
    "future": {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"},
}
"""PLOVER 2.0, rules of thumb: a cooperative deed still to come is an agreement in words; a retreat to come a concession."""
_DEEDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT"})


STAYS = frozenset({"CONSULT", "SUPPORT", "COOPERATE"})
"""Types that are done where the sides are: they keep the place that the article has set; words and force reach elsewhere."""


class Setting(msgspec.Struct, frozen=True):
    """What the article gives to every record of it: its text, id, publication date."""

    text: str
    document: str | None
    published: dt.date | None
    lang: str
    scope: str = "interstate"


class Draft(msgspec.Struct, frozen=True):
    """A record with the frame it came from and the date and place that it named itself (for the scene)."""

    record: Event | Relation
    frame: Frame
    date: DateMention | None
    place: Where | None


@cache
def _forms(lang: str) -> dict[str, str]:
    return {str(k): str(v) for k, v in load_pack(lang).part("instruments").items()}


def build(frame: Frame, setting: Setting, scene: Scene, speaker: ActorMention | None) -> Draft | None:
    """The record of a frame, or None where its sides do not make a dealing between states."""
    actors = participants(setting.text, (*frame.actors("actor"), *frame.actors("partner")))
    named = participants(setting.text, frame.actors("recipient"))
    recipients = _others(named, actors)
    if setting.scope == "interstate" and (_within_one(frame, named, recipients) or _private_visit(frame, actors)):
        return None
    if setting.scope == "interstate" and not recipients and _at_home(frame, actors):
        return None
    if frame.rule.event == "ASSAULT" and actors and all(one.role == "project" for one in frame.actors("actor")):
        return None  # a pipeline that "kills" a country is a figure of speech
    if setting.scope == "interstate" and not (concerns_states(actors, recipients) or _by_some_state(frame, actors, recipients)):
        return None
    if (frame.rule.event in _DEEDS and obliged(frame)) or only_able(frame) or left_undone(frame) or _only_aim(frame, actors):
        return None
    span = _span(frame)
    date = day_of(frame, span)
    modality = judge(frame, date, setting.published)
    place = place_of(frame, setting.text)
    sides = frozenset(key for one in (*actors, *recipients) if (key := side(one)))
    carries = modality == "actual" and frame.arguments.voice != "nominal"
    bound = bound_of(frame)
    supplied = bounded(carried_day(scene, sides, anywhere=bool(bound)), bound) if carries else None
    stands = None if _lasts_until(date, modality, setting.published) else date
    whens = when(stands, setting.text, deed=bool(frame.rule.event)) or supplied
    wheres = place or (carried_place(scene, sides) if carries and frame.rule.event in STAYS else None)
    own = speaker is not None and any((one.start, one.end) == (speaker.start, speaker.end) for one in frame.actors("actor"))
    said = next(iter(participants(setting.text, [speaker] if speaker is not None and not own else [])), None)
    record = (
        _event(frame, setting, span, actors, recipients, modality, whens, wheres, said)
        if frame.rule.event
        else _relation(frame, setting, span, (*actors, *recipients), modality, whens, said)
    )
    return Draft(record, frame, date, place) if record is not None else None


def _lasts_until(date: DateMention | None, modality: str, published: dt.date | None) -> bool:
    """Does a date only say how long what was done is to last ("closed the border until March"), and not when it was done?"""
    ahead = date is not None and published is not None and date.last is not None and date.last > published
    return ahead and date is not None and date.first is None and modality in ("actual", "negated")


def _others(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Recipients that are not the actor's own state."""
    own = {side(one) for one in actors}
    return tuple(one for one in recipients if side(one) not in own or (side(one) is None))


def _within_one(frame: Frame, named: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> bool:
    """Is the only recipient, which the rule asks for, the actor's own side (a matter inside one organisation of states)?"""
    if frame.rule.event in ("COOPERATE", "ASSAULT") and ("partner",) in frame.rule.needs:
        partners = frame.actors("partner")  # trade or a fight with a continent is one with nobody named
        return bool(partners) and all(one.role == "region" and not one.members for one in partners)
    return bool(named) and not recipients and ("recipient",) in frame.rule.needs


def _at_home(frame: Frame, actors: tuple[Participant, ...]) -> bool:
    """Does one side turn to its own people or organs alone ("urged voters to ...", "poprosił prezesa funduszu")?"""
    if frame.rule.event not in _WORDS or len({side(one) for one in actors}) != 1:
        return False
    chart = frame.chart
    heads = (chart.nodes[one.head] for one in chart.tops[frame.clause])
    return any(node.actor is None and not chart.syntax.compatriots.isdisjoint(node.word.lemmas) for node in heads)


def _private_visit(frame: Frame, actors: tuple[Participant, ...]) -> bool:
    """People who come to another country for themselves ("citizens who arrive in X") pay no visit between states."""
    if frame.rule.event != "CONSULT" or not actors:
        return False
    crowd = frame.rule.mode == "visit" and all(one.role == "demonym" and one.number == "p" for one in frame.actors("actor"))
    return crowd or all(one.sector in ("CVL", "JRN") for one in actors)


def _by_some_state(frame: Frame, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> bool:
    """Sanctions come from states, named or not ("rosyjskie banki objęto sankcjami")."""
    return frame.rule.event == "SANCTION" and not actors and any(side(one) for one in recipients)


def _only_aim(frame: Frame, actors: tuple[Participant, ...]) -> bool:
    """Is a deed without a doer told by an infinitive in a clause of purpose: what others are after ("aby pozbawić X ropy")?"""
    chart = frame.chart
    purpose = chart.clauses[frame.clause].kind == "purpose"
    return not actors and purpose and chart.syntax.by_case and chart.categories[frame.trigger] == INF


def concerns_states(actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> bool:
    """At least one side is a state, its organs, or an organisation of states, and not all sides are private persons and firms."""
    everyone = (*actors, *recipients)
    return any(side(one) and one.sector not in ("BUS", "CVL", "JRN", "REB", "PTY", "NGO") for one in everyone) or (
        len({side(one) for one in everyone if side(one)}) > 1 and any(one.sector not in ("BUS", "JRN") for one in everyone)
    )


def _span(frame: Frame) -> tuple[int, int]:
    """The characters that make the claim: the clause, or for a noun or participle its own phrase with its sides."""
    chart = frame.chart
    clause = chart.clauses[frame.clause]
    if frame.arguments.voice in ("nominal", "participle") and not frame.arguments.support:
        marks = [chart.nodes[frame.trigger]]
        phrase_at = chart.phrase_of[frame.trigger]
        if phrase_at >= 0:
            marks += [chart.nodes[chart.phrases[phrase_at].first], chart.nodes[chart.phrases[phrase_at].last]]
        spans = [(one.start, one.end) for one in marks]
        for fillers in frame.slots.values():
            spans += [(one.actor.start, one.actor.end) for one in fillers if _in_clause(frame, one.actor)]
        return min(start for start, _ in spans), max(end for _, end in spans)
    nodes = [chart.nodes[at] for at in clause.nodes]
    while len(nodes) > 1 and nodes[-1].kind == "punct":
        nodes.pop()
    first = 1 if len(nodes) > 1 and clause.intro == clause.nodes[0] and clause.kind not in ("rel", "if") else 0
    return nodes[first].start, nodes[-1].end


def _in_clause(frame: Frame, actor: ActorMention) -> bool:
    chart = frame.chart
    return any(chart.nodes[at].start <= actor.start < chart.nodes[at].end for at in chart.clauses[frame.clause].nodes)


def _event(
    frame: Frame,
    setting: Setting,
    span: tuple[int, int],
    actors: tuple[Participant, ...],
    recipients: tuple[Participant, ...],
    modality: Modality,
    whens: When | None,
    wheres: Where | None,
    said: Participant | None,
) -> Event:
    rule = frame.rule
    kind = BECOMES.get(modality, {}).get(rule.event or "", rule.event or "")
    if rule.act == "withdrawn":
        kind = rule.event or ""  # leaving a union or a treaty gives way to nobody, however far ahead it lies
    if kind == "CONCEDE" and modality == "future" and promised(frame):
        kind = "AGREE"  # CAMEO 035, express intent to yield
    trigger = frame.chart.nodes[frame.trigger]
    return Event(
        id=record_id(setting.document, "event", *span, rule.id, str(trigger.start)),
        document=setting.document,
        evidence=(evidence(setting.text, *span),),
        rule=rule.id,
        confidence=_confidence(frame),
        when=whens,
        where=wheres,
        modality=modality,
        said_by=said,
        type=kind,
        mode=rule.mode if kind == rule.event else None,
        contexts=rule.contexts,
        actors=actors,
        recipients=recipients,
        instrument=_instrument(frame),
        quantity=people_of(frame) if rule.quantity else None,
    )


def _relation(
    frame: Frame,
    setting: Setting,
    span: tuple[int, int],
    sides: tuple[Participant, ...],
    modality: Modality,
    whens: When | None,
    said: Participant | None,
) -> Relation | None:
    if len({side(one) for one in sides}) < 2:
        return None
    rule = frame.rule
    return Relation(
        id=record_id(setting.document, "relation", *span, rule.id, str(frame.chart.nodes[frame.trigger].start)),
        document=setting.document,
        evidence=(evidence(setting.text, *span),),
        rule=rule.id,
        confidence=_confidence(frame),
        when=whens,
        modality=modality,
        said_by=said,
        sides=sides,
        change=rule.change,
        level=rule.level,
    )


def _confidence(frame: Frame) -> float:
    """The rule's own confidence, less a tenth for each side that an earlier clause or sentence had to supply, and a tenth for a deed
    named by a
    noun or a participle in passing.
    """
    passing = frame.arguments.voice in ("nominal", "participle") and not frame.arguments.support
    supplied = sum(_supplied(one) for fillers in frame.slots.values() for one in fillers)
    return round(max(0.1, frame.rule.confidence - 0.1 * min(supplied, 3) - 0.1 * passing), 2)


def _supplied(filler: Filler) -> int:
    """How many sides another clause or sentence supplied: a dropped subject, a pronoun, "both states"."""
    return max(1, len(filler.actor.members)) if filler.relation == "inherited" or filler.actor.role == "anaphor" else 0


def _instrument(frame: Frame) -> Instrument | None:
    rule = frame.rule
    if rule.form is None and rule.act is None:
        return None
    forms = _forms(frame.chart.syntax.lang)
    at = frame.object if frame.object >= 0 else frame.trigger
    named = next((forms[one] for one in sorted(frame.chart.lemmas(at)) if one in forms), None)
    return Instrument(
        form=named if rule.form == "object" else rule.form,
        title=None,
        act=rule.act,
        count=count_of(frame.chart, at),
        value=money_of(frame),
    )
