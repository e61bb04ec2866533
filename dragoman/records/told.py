"""Figures and statements as records: what the finders of `figures` and `statements` say, in the contract's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.nodes import share_out
from dragoman.model.record import Figure, Statement
from dragoman.records.circumstances import amount, when
from dragoman.records.figures import FoundFigure, find_figures
from dragoman.records.ids import record_id
from dragoman.records.participants import evidence, participants

_SURE = 0.8
"""The confidence of a figure whose rule, sides and amount all stand in its sentence or right before it."""
if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention, DateMention, QuantityMention
    from dragoman.model.token import Sentence
    from dragoman.records.events import Setting
    from dragoman.records.statements import FoundStatement


def _said_on(one: FoundStatement, dates: Sequence[DateMention]) -> DateMention | None:
    """The day that stands beside the words, not in them: "said on Tuesday"."""
    beside = [
        date
        for date in dates
        if one.start <= date.start < one.end and not any(start <= date.start < end for start, end in one.words) and date.first == date.last
    ]
    return beside[0] if len(beside) == 1 else None


def statement_records(setting: Setting, statements: Sequence[FoundStatement], dates: Sequence[DateMention]) -> list[Statement]:
    """Statements as records; their first evidence is the whole stretch with speaker and verb."""
    records = []
    for one in statements:
        words = tuple(evidence(setting.text, start, end) for start, end in one.words)
        speaker = participants(setting.text, [one.speaker]) if one.speaker is not None else ()
        records.append(
            Statement(
                id=record_id(setting.document, "statement", one.start, one.end, one.rule, f"{words[0].start}-{words[-1].end}"),
                document=setting.document,
                evidence=(evidence(setting.text, one.start, one.end),),
                rule=one.rule,
                confidence=one.confidence,
                when=when(_said_on(one, dates), setting.text),
                speaker=speaker[0] if speaker else None,
                addressees=participants(setting.text, one.addressees),
                about=participants(setting.text, one.about),
                form=one.form,
                stance=one.stance,
                words=words,
                language=one.language,
                translation=evidence(setting.text, *one.translation) if one.translation else None,
            )
        )
    return records


def _numbers(actor: ActorMention, number: QuantityMention) -> bool:
    """Is a number but part of a name ("Северный поток — 2")?"""
    return actor.start < number.start < actor.end


def all_figures(
    setting: Setting,
    sentences: Sequence[Sentence],
    quantities: Sequence[QuantityMention],
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
) -> list[FoundFigure]:
    """The figures of all sentences; the actors named elsewhere in the article are each one's topic."""
    found: list[FoundFigure] = []
    rows = zip(sentences, share_out(quantities, sentences), share_out(dates, sentences), share_out(actors, sentences), strict=True)
    for one, counted, dated, named in rows:
        counted = [number for number in counted if not any(_numbers(actor, number) for actor in named)]
        if counted:
            topic = [actor for actor in actors if not one.start <= actor.start < one.end]
            found += find_figures(setting.text, one, counted, dated, named, lang=setting.lang, topic=topic)
    return found


def figure_records(setting: Setting, figures: Sequence[FoundFigure], statements: Sequence[FoundStatement]) -> list[Figure]:
    """Figures as records; one inside somebody's words rests on the speaker's word."""
    records = []
    for one in figures:
        said = _speaker(one.start, statements)
        records.append(
            Figure(
                id=record_id(setting.document, "figure", one.start, one.end, one.rule, str(one.quantity.start)),
                document=setting.document,
                evidence=(evidence(setting.text, one.start, one.end),),
                rule=one.rule,
                confidence=_SURE,
                when=when(one.when, setting.text),
                said_by=next(iter(participants(setting.text, [said] if said is not None else [])), None),
                measure=one.measure,
                value=amount(one.quantity),
                of=participants(setting.text, one.of),
                to=participants(setting.text, one.to),
            )
        )
    return records


def _speaker(at: int, statements: Sequence[FoundStatement]) -> ActorMention | None:
    for one in statements:
        if any(start <= at < end for start, end in one.words):
            return one.speaker
    return None
