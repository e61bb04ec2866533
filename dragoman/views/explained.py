"""Why a sentence gives what it gives: every layer of its reading, in the order in which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.token import CASES
from dragoman.views.console import console as console_of
from dragoman.views.table import deed, who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from dragoman.frames.chart import Chart
    from dragoman.frames.frame import Frame
    from dragoman.reader import Reading
    from dragoman.records.narrate import Layer

_CATEGORIES = {
    "P": "preposition", "A": "adjective", "N": "noun", "V": "finite verb", "I": "infinitive", "C": "coordinator", "S": "subordinator",
    "R": "relative",
    ".": "mark", "D": "date", "Q": "number", "G": "adverbial participle", "B": "auxiliary", "T": "participle", "X": "other",
}  # fmt: skip


def case_names(mask: int) -> str:
    """A case mask as names: "nom|acc"."""
    return "|".join(name for name, value in CASES.items() if mask & value) or "-"


def _tokens(chart: Chart, text: str) -> Iterator[str]:
    for node, category in zip(chart.nodes, chart.categories, strict=True):
        lemmas = ", ".join(sorted(node.word.lemmas))
        yield f"  {text[node.start : node.end]:<28} {_CATEGORIES[category]:<20} {lemmas}"


def _phrases(chart: Chart, text: str) -> Iterator[str]:
    for one in chart.phrases:
        words = text[chart.nodes[one.first].start : chart.nodes[one.last].end]
        owner = f", attribute of {one.owner}" if one.owner >= 0 else ""
        group = f", with {one.group}" if one.group != one.at else ""
        yield f"  {one.at}: {words} [{case_names(one.cases)}]{owner}{group}"


def _clauses(chart: Chart, text: str) -> Iterator[str]:
    for one in chart.clauses:
        words = " ".join(text[chart.nodes[at].start : chart.nodes[at].end] for at in one.nodes)
        above = f" under {one.parent}" if one.parent >= 0 else ""
        yield f"  {one.at} {one.kind}{above}: {words}"


def _frame(frame: Frame, text: str) -> Iterator[str]:
    yield f"  {frame.rule.id} by “{frame.chart.nodes[frame.trigger].text}” ({frame.arguments.voice})"
    for slot, fillers in frame.slots.items():
        for one in fillers:
            yield f"    {slot}: {text[one.actor.start : one.actor.end]} = {one.actor.country or one.actor.id} ({one.relation})"


def _why_none(layer: Layer, found: bool) -> Iterator[str]:
    if layer.chart is None:
        yield "  no word of this sentence names a rule"
    elif not layer.frames:
        yield "  words that may name a deed stand here, but no rule found all that it needs (object, actor)"
    elif not found:
        yield "  a rule fired, but its sides are not two states or organisations, or the same deed is told more fully elsewhere"


def explain_sentence(reading: Reading, number: int) -> Iterator[str]:
    """The lines that explain one sentence (counted from 0)."""
    layer, text = reading.layers[number], reading.text
    sentence = layer.sentence
    yield f"Sentence {number + 1}: {text[sentence.start : sentence.end]}"
    yield "mentions"
    for actor in (one for one in reading.actors if sentence.start <= one.start < sentence.end):
        side = f"{actor.country or actor.id} {actor.sector or ''}".strip()
        yield f"  {text[actor.start : actor.end]} = {actor.name} {side} ({actor.role}; {case_names(actor.cases)})"
    for date in (one for one in reading.dates if sentence.start <= one.start < sentence.end):
        yield f"  {text[date.start : date.end]} = {date.edtf}"
    for number_ in (one for one in reading.quantities if sentence.start <= one.start < sentence.end):
        yield f"  {text[number_.start : number_.end]} = {number_.low} to {number_.high} {number_.unit}"
    if layer.chart is not None:
        yield "tokens"
        yield from _tokens(layer.chart, text)
        yield "phrases"
        yield from _phrases(layer.chart, text)
        yield "clauses"
        yield from _clauses(layer.chart, text)
    yield "frames"
    for frame in layer.frames:
        yield from _frame(frame, text)
    records = [one for one in reading.records if sentence.start <= one.evidence[0].start < sentence.end]
    yield "records"
    for one in records:
        supplied = ", ".join(name for name in ("when", "where") if (field := getattr(one, name)) is not None and field.start is None)
        note = f"; the discourse supplied {supplied}" if supplied else ""
        yield f"  {one.id} {one.kind} {who(one)}: {deed(one)} ({one.modality}) by {one.rule}{note}"
    yield from _why_none(layer, bool(records))


def render(reading: Reading, wanted: Iterable[int], console: Console | None = None) -> None:
    """Print the layers of the wanted sentences."""
    console = console or console_of(width=150)
    for number in wanted:
        for line in explain_sentence(reading, number):
            console.print(line, markup=False, soft_wrap=True)
        console.print()
