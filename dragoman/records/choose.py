"""Which frames stand: one deed, one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import INF
from dragoman.model.record import Event, Record, Relation
from dragoman.records.modality import denied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.chart import Chart
    from dragoman.frames.frame import Frame
    from dragoman.model.record import Evidence
    from dragoman.records.events import Draft

_SHARED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "ASSAULT"})
"""Types of which one telling may give a side as doer and another as the one it is done with."""
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE"})


def settle(frames: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence that stand: at one trigger the most specific rule for an event and for a relation; nothing told inside
    what another one asks or refuses.
    """
    best: dict[tuple[int, str], Frame] = {}
    for frame in frames:
        key = frame.trigger, frame.rule.kind
        if key not in best or _weight(frame) > _weight(best[key]):
            best[key] = frame
    standing = list(best.values())
    kept = [one for one in standing if not any(_swallows(other, one) for other in standing if other is not one)]
    kept = [one for one in kept if not any(_forswears(other, one) for other in kept if other is not one)]
    kept = [one for one in kept if not any(_promises(one, other) for other in kept if other is not one)]
    return [one for one in kept if not any(_repeats(other, one) for other in kept if other is not one)]


def _weight(frame: Frame) -> tuple[int, int, int, str]:
    rule = frame.rule
    wording = bool(rule.words or rule.content or rule.like)
    lexical = bool(rule.object) * 4 + bool(rule.with_) * 4 + wording * 6 + rule.negated * 8 + bool(rule.without)
    return lexical, sum(len(one) for one in frame.slots.values()), len(rule.slots), rule.id


def _swallows(outer: Frame, inner: Frame) -> bool:
    """Is the inner deed the content of what the outer one asks, refuses or threatens?"""
    if not outer.rule.swallows or outer.chart is not inner.chart:
        return False
    chart = outer.chart
    if inner.clause == outer.clause and inner.trigger == outer.object:
        return True
    if inner.trigger > outer.trigger and inner.clause == outer.clause:
        return inner.arguments.voice in ("nominal", "active", "participle") and _governed(outer, inner)
    return _below(chart, inner.clause, outer.clause) and chart.clauses[inner.clause].kind in ("that", "purpose", "whether")


def _forswears(outer: Frame, inner: Frame) -> bool:
    """Does the outer frame promise not to do the inner deed, so that the promise is what happened ("obiecał nie wysyłać wojsk")?"""
    if outer.rule.event != "AGREE" or inner.rule.event in (None, "AGREE") or outer.chart is not inner.chart or not denied(inner):
        return False
    if inner.clause == outer.clause:
        return inner.trigger > outer.trigger and inner.arguments.finite in (-1, outer.trigger, outer.arguments.finite)
    return _below(outer.chart, inner.clause, outer.clause) and outer.chart.clauses[inner.clause].kind == "that"


def _promises(outer: Frame, inner: Frame) -> bool:
    """Is the inner deed what the outer one only promises, so that it is the promise told in full ("obiecał, że wyśle broń")?"""
    if outer.rule.event != "AGREE" or inner.rule.event in (None, "AGREE") or outer.chart is not inner.chart:
        return False
    if ("sides",) in outer.rule.needs and inner.rule.event not in _SHARED:
        return False  # two agree on a measure against a third
    if inner.clause == outer.clause:
        asked = inner.arguments.voice in ("active", "nominal") and inner.trigger > outer.trigger and not _circumstance(inner)
        return asked and _sides(inner) >= _sides(outer) and _governed(outer, inner)
    return _below(outer.chart, inner.clause, outer.clause) and outer.chart.clauses[inner.clause].kind in ("that", "purpose", "whether")


def _governed(outer: Frame, inner: Frame) -> bool:
    """Has the inner deed no verb of its own: none, the outer one's, or an infinitive behind the outer trigger ("threatened to launch")?"""
    verb = inner.arguments.finite
    return verb in (-1, outer.trigger, outer.arguments.finite) or (verb > outer.trigger and inner.chart.categories[verb] == INF)


def _circumstance(frame: Frame) -> bool:
    """Is a deed that a noun names only when or where the other one happens ("agreed after two days of fighting")?"""
    at = frame.chart.phrase_of[frame.trigger]
    if frame.arguments.voice != "nominal" or at < 0:
        return False
    phrase = frame.chart.phrases[at]
    while phrase.owner >= 0:
        phrase = frame.chart.phrases[phrase.owner]
    content = frame.chart.syntax.content
    return bool(phrase.prep) and not any(relation_fits(way, phrase.prep, phrase.cases) for way in content)


def _below(chart: Chart, clause: int, above: int) -> bool:
    return chart.clauses[clause].parent == above


def _repeats(outer: Frame, inner: Frame) -> bool:
    """The same deed told by a light verb and its noun, or by two words of one clause: the one with more slots stands, else the first."""
    if outer.rule.event != inner.rule.event or outer.clause != inner.clause or outer.chart is not inner.chart:
        return False
    if not _sides(inner) <= _sides(outer) or _came_to_meet(outer, inner):
        return False
    return _sides(inner) < _sides(outer) or _rank(outer) > _rank(inner)


def _came_to_meet(outer: Frame, inner: Frame) -> bool:
    """Does a participle tell who came, and the verb who met ("встретился с президентом, прибывшим в Москву")? These are two deeds."""
    came = (outer.rule.mode == "visit") != (inner.rule.mode == "visit")
    return outer.rule.event == "CONSULT" and came and "participle" in (outer.arguments.voice, inner.arguments.voice)


def _sides(frame: Frame) -> frozenset[tuple[str | None, str | None]]:
    return frozenset(
        (one.actor.country, one.actor.id if not one.actor.country else None) for fillers in frame.slots.values() for one in fillers
    )


def _rank(frame: Frame) -> tuple[tuple[int, int, int, str], bool, int]:
    """A verb, or a noun with its verb, tells more than a noun alone; then the first."""
    return _weight(frame), frame.arguments.voice != "nominal" or frame.arguments.support, -frame.trigger


def told_once(drafts: Sequence[Draft]) -> list[Record]:
    """One record for a deed named several times in an article: the fullest telling stands, the places of the others behind its own."""
    kept: list[Draft] = []
    places: list[list[Evidence]] = []
    for one in drafts:
        twin = next((at for at, other in enumerate(kept) if _same_object(other, one) and _same_deed(other.record, one.record)), None)
        if twin is None:
            kept.append(one)
            places.append([*one.record.evidence])
            continue
        places[twin] += one.record.evidence
        if _fullness(one.record) > _fullness(kept[twin].record):
            kept[twin] = one
    return [_with_places(one.record, told) for one, told in zip(kept, places, strict=True)]


def _with_places(record: Record, told: Sequence[Evidence]) -> Record:
    """The record with every place that tells it, its own first; places that overlap one given before are left out."""
    shown = [*record.evidence]
    for one in told:
        if all(one.end <= other.start or other.end <= one.start for other in shown):
            shown.append(one)
    return msgspec.structs.replace(record, evidence=tuple(shown))


def _same_object(one: Draft, other: Draft) -> bool:
    """Deeds done to different things (a square, an avenue) are two deeds."""
    left, right = one.frame, other.frame
    if left.object < 0 or right.object < 0:
        return True
    return bool(left.chart.lemmas(left.object) & right.chart.lemmas(right.object))


def _same_deed(one: Record, other: Record) -> bool:
    if isinstance(one, Relation) and isinstance(other, Relation):
        return one.change == other.change and _codes(one.sides) == _codes(other.sides)
    if not (isinstance(one, Event) and isinstance(other, Event)) or one.type != other.type:
        return False
    if one.modality != other.modality and "negated" in (one.modality, other.modality):
        return False
    if one.rule != other.rule and one.type in _WORDS:
        return False
    if one.mode != other.mode and one.mode and other.mode and one.type == "RETREAT":
        return False
    if one.type == "CONSULT" and ((one.mode == "visit") != (other.mode == "visit") or _other_house(one, other)):
        return False  # who came and who met are two deeds
    a, b = _codes(one.actors), _codes(other.actors)
    c, d = _codes(one.recipients), _codes(other.recipients)
    if one.type in _MUTUAL and not (a <= b or b <= a) and (one.type != "ASSAULT" or a | c == b | d):
        a, b, c, d = a | c, b | d, frozenset(), frozenset()
    alike = _tells_less(a, b) and _tells_less(c, d) and bool((a | c) & (b | d))
    return alike and _days_meet(one, other) and (one.type != "SUPPORT" or _same_support(one, other))


def _other_house(one: Event, other: Event) -> bool:
    """Is a side its parliament in one telling and its government in the other? These are two meetings."""
    left, right = ({(part.country, part.sector) for part in (*each.actors, *each.recipients) if part.sector} for each in (one, other))
    both = {country for country, _ in left} & {country for country, _ in right}
    return any(((country, "LEG") in left) != ((country, "LEG") in right) for country in both)


def _tells_less(a: frozenset[str], b: frozenset[str]) -> bool:
    """Are these the same sides, or does one telling name a single one of them, or none? Two of three that meet are another meeting."""
    return a == b or (min(len(a), len(b)) < 2 and (a <= b or b <= a))


def _same_support(one: Event, other: Event) -> bool:
    """Thanks, praise and congratulations are deeds of their own; a paper is the same by its form, act and number."""
    left, right = _instrument(one), _instrument(other)
    return left == right and (one.instrument is not None or one.rule == other.rule)


def _instrument(one: Event) -> tuple[str | None, str | None, object]:
    return (one.instrument.form, one.instrument.act, one.instrument.count) if one.instrument else (None, None, None)


def _codes(sides: Sequence[object]) -> frozenset[str]:
    return frozenset(f"{getattr(one, 'country', None) or getattr(one, 'id', None)}" for one in sides)


def _days_meet(one: Event, other: Event) -> bool:
    if one.when is None or other.when is None:
        return True
    a, b = one.when.edtf, other.when.edtf
    return a.startswith(b) or b.startswith(a)


def _fullness(one: Record) -> tuple[int, int, int, int, int]:
    """How much a telling tells: sides, whether it happened, confidence, further fields; last its length (a lead beats a headline)."""
    fields = sum(getattr(one, name, None) not in (None, ()) for name in ("when", "where", "instrument", "quantity", "mode"))
    sides = len(getattr(one, "actors", ())) + len(getattr(one, "recipients", ()))
    actual = getattr(one, "modality", "") == "actual"
    return sides, int(actual), int(one.confidence * 10), fields, sum(part.end - part.start for part in one.evidence)
