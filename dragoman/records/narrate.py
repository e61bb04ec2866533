"""Tells the deeds of an article in order: frames of each sentence, with the scene carried on from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.chart import Chart
from dragoman.frames.frame import Frame
from dragoman.frames.match import match
from dragoman.frames.offers import Offers
from dragoman.frames.slots import heads
from dragoman.frames.subjects import subject_of
from dragoman.grammar.rules import load_rules
from dragoman.model.token import Sentence
from dragoman.records.choose import settle
from dragoman.records.circumstances import central
from dragoman.records.events import Draft, Setting, build
from dragoman.records.scene import Scene, note_deed, note_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention
    from dragoman.records.statements import FoundStatement


class Layer(msgspec.Struct, frozen=True):
    """What was made of one sentence: its chart (None where no word of it names a rule) and the frames that stand."""

    sentence: Sentence
    chart: Chart | None
    frames: tuple[Frame, ...]


def voices(statements: Sequence[FoundStatement]) -> tuple[tuple[int, int, ActorMention], ...]:
    """Characters of somebody's words, with the speaker: for the first person, and for claims that rest on one side's word."""
    return tuple((start, end, one.speaker) for one in statements if one.speaker is not None for start, end in one.words)


def narrate(
    setting: Setting, sentences: Sequence[Sentence], charts: Sequence[Chart | None], statements: Sequence[FoundStatement]
) -> tuple[tuple[Layer, ...], list[Draft]]:
    """The layers of all sentences, and the drafts of the events and relations that they tell, in order."""
    book = load_rules(setting.lang)
    spoken = voices(statements)
    scene = Scene()
    company: tuple[ActorMention, ...] = ()
    layers: list[Layer] = []
    drafts: list[Draft] = []
    for sentence, chart in zip(sentences, charts, strict=True):
        if chart is None:
            layers.append(Layer(sentence, None, ()))
            continue
        offers = Offers(
            scene.subject if scene.paragraph == sentence.paragraph else (),
            spoken,
            setting.scope == "all",
            company if scene.paragraph == sentence.paragraph else (),
        )
        frames = settle(match(chart, book, offers))
        for frame in sorted(frames, key=lambda one: one.trigger):
            here = msgspec.structs.replace(scene, paragraph=sentence.paragraph)
            draft = build(frame, setting, here, offers.speaker(chart.nodes[frame.trigger].start))
            if draft is not None:
                drafts.append(draft)
                told = getattr(draft.record, "actors", ()) + getattr(draft.record, "recipients", ())
                if draft.record.modality == "actual" and not _in_passing(frame):
                    company = _sharers(frame) or company
                    scene = note_deed(here, draft.date, draft.place, told or getattr(draft.record, "sides", ()))
        layers.append(Layer(sentence, chart, tuple(frames)))
        scene = note_subject(scene, _last_subject(chart), sentence.paragraph)
    return tuple(layers), drafts


def _sharers(frame: Frame) -> tuple[ActorMention, ...]:
    """The sides of a deed between two or more; none where one acted alone."""
    found = tuple(one.actor for fillers in frame.slots.values() for one in fillers)
    return found if len({one.country or one.id for one in found}) > 1 or any(one.members for one in found) else ()


def _in_passing(frame: Frame) -> bool:
    """A deed named by a noun or participle ("before the visit") is not what the sentence tells: it sets no scene."""
    return frame.arguments.voice == "nominal" and not frame.arguments.support and not central(frame)


def _last_subject(chart: Chart) -> tuple[ActorMention, ...]:
    """The actors that are the subject of the sentence's main clause."""
    for clause in chart.clauses:
        if clause.kind in ("main", "coord"):
            phrase = subject_of(chart, clause)
            found = heads(chart, phrase) if phrase is not None else []
            if found:
                return tuple(found)
    return ()
