"""Tells the deeds of an article in order: frames of each sentence, with the scene carried on from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.charts import Charts
from dragoman.frames.frame import Frame
from dragoman.frames.match import match
from dragoman.frames.offers import Offers
from dragoman.grammar.rules import load_rules
from dragoman.records.choose import settle
from dragoman.records.circumstances import central
from dragoman.records.events import Draft, Setting, build
from dragoman.records.scene import Scene, note_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.chart import Chart
    from dragoman.mentions.turns import Turn
    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence
    from dragoman.records.statements import FoundStatement


_AGAINST = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "REJECT", "PROTEST"})
"""What one side does against another makes no company of the two, and what several reject none of them."""


class Layer(msgspec.Struct, frozen=True):
    """What was made of the sentence of a number: the frames that stand, and its chart when asked."""

    number: int
    charts: Charts
    frames: tuple[Frame, ...] = ()

    @property
    def sentence(self) -> Sentence:
        return self.charts.sentences[self.number]

    @property
    def chart(self) -> Chart | None:
        """The chart of a sentence that names a deed; None for the others."""
        return self.charts.chart(self.number) if self.charts.names_deed(self.number) else None


def voices(statements: Sequence[FoundStatement]) -> tuple[tuple[int, int, ActorMention], ...]:
    """Characters of somebody's words, with the speaker: for the first person, and for claims that rest on one side's word."""
    return tuple((start, end, one.speaker) for one in statements if one.speaker is not None for start, end in one.words)


def narrate(
    setting: Setting, charts: Charts, statements: Sequence[FoundStatement], turns: Sequence[Turn] = ()
) -> tuple[tuple[Layer, ...], list[Draft]]:
    """The layers of all sentences, and the drafts of the events and relations that they tell, in order. `turns` are those of a
    transcript: their speakers are heard as those of quotations are.
    """
    book = load_rules(setting.lang)
    spoken = (*voices(statements), *((one.start, one.end, one.speaker) for one in turns))
    scene = Scene()
    company: tuple[ActorMention, ...] = ()
    layers: list[Layer] = []
    drafts: list[Draft] = []
    for number, sentence in enumerate(charts.sentences):
        if not charts.names_deed(number):
            layers.append(Layer(number, charts))
            continue
        here = msgspec.structs.replace(scene, paragraph=sentence.paragraph)
        offers = Offers(voices=spoken, domestic=setting.scope == "all")
        turn = next((one for one in turns if one.start < sentence.end <= one.end + 1), None)
        if turn is not None:
            offers = msgspec.structs.replace(offers, company=_talking(turn))
        elif scene.paragraph == sentence.paragraph:
            offers = msgspec.structs.replace(offers, last=partial(charts.subject_before, number), company=company)
        possible = charts.possible(number)
        frames = settle(match(charts.chart(number), possible, book, offers)) if possible else []
        for frame in sorted(frames, key=lambda one: one.trigger):
            draft = build(frame, setting, here, offers.speaker(frame.chart.nodes[frame.trigger].start))
            if draft is not None and not (turn is not None and _alone(frame)):
                drafts.append(draft)
                told = getattr(draft.record, "actors", ()) + getattr(draft.record, "recipients", ())
                if _brings_together(frame, draft):
                    company = _sharers(frame) or company
                if draft.record.modality == "actual" and not _in_passing(frame):
                    here = note_deed(here, draft.date, draft.place, told or getattr(draft.record, "sides", ()))
        layers.append(Layer(number, charts, tuple(frames)))
        scene = here
    return tuple(layers), drafts


def _talking(turn: Turn) -> tuple[ActorMention, ...]:
    """The two who talk in a turn: what is shared there is theirs. Whom the sentence before spoke of does not come into it."""
    return (turn.speaker, turn.hearer) if turn.hearer is not None else ()


def _brings_together(frame: Frame, draft: Draft) -> bool:
    """Are the sides of a deed those whom "they" and "the documents" mean next: of one that is done, or of a meeting to come?"""
    if _in_passing(frame) or frame.rule.event in _AGAINST:
        return False
    return draft.record.modality == "actual" or (draft.record.modality == "future" and frame.rule.event == "CONSULT")


def _alone(frame: Frame) -> bool:
    """Is a deed in a turn told of the speaker alone, by a pronoun or none at all ("мы подписали это"), the other side unsaid?"""
    fillers = [one for held in frame.slots.values() for one in held]
    sides = {one.actor.country or one.actor.id for one in fillers}
    return (
        len(sides) == 1
        and not any(one.actor.members for one in fillers)
        and all(one.relation in ("inherited", "speaker") or one.actor.role == "anaphor" for one in fillers)
    )


def _sharers(frame: Frame) -> tuple[ActorMention, ...]:
    """The sides of a deed between two or more; none where one acted alone."""
    found = tuple(one.actor for fillers in frame.slots.values() for one in fillers)
    return found if len({one.country or one.id for one in found}) > 1 or any(one.members for one in found) else ()


def _in_passing(frame: Frame) -> bool:
    """A deed named by a noun or participle ("before the visit") is not what the sentence tells: it sets no scene."""
    return frame.arguments.voice == "nominal" and not frame.arguments.support and not central(frame)
