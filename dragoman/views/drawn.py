"""The article with labels under its words: a reading drawn so that a linguist can check it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from dragoman.model.record import Quantity
from dragoman.views.console import console as console_of
from dragoman.views.table import amount, deed, who

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.model.token import Sentence
    from dragoman.reader import Reading

_WIDTH = 110


def labels(reading: Reading, start: int, end: int) -> list[tuple[int, int, str]]:
    """What is named in a stretch of the text: actors by state, dates as EDTF, quantities by unit."""
    found = [
        (
            one.start,
            one.end,
            f"{one.country or one.id or ','.join(code for _, code in one.members)}{f':{one.sector}' if one.sector else ''}",
        )
        for one in reading.actors
    ]
    found += [(one.start, one.end, one.edtf) for one in reading.dates]
    found += [(one.start, one.end, amount(Quantity(one.low, one.high, one.approximate, one.unit))) for one in reading.quantities]
    return sorted(one for one in found if start <= one[0] < end)


def draw_line(text: str, offset: int, marks: list[tuple[int, int, str]]) -> list[str]:
    """A line of text with its labels beneath, in as many rows as keep them apart."""
    rows: list[str] = []
    rule = list(" " * len(text))
    for start, end, _ in marks:
        for at in range(max(start - offset, 0), min(end - offset, len(text))):
            rule[at] = "─"
    for start, _, label in marks:
        at = start - offset
        for number, row in enumerate(rows):
            if len(row) < at:
                rows[number] = row.ljust(at) + label
                break
        else:
            rows.append(" " * at + label)
    return [text, "".join(rule).rstrip(), *rows] if marks else [text]


def draw_sentence(reading: Reading, sentence: Sentence) -> list[str]:
    """A sentence's lines, each with its labels, then the records whose evidence begins in it."""
    words = reading.text[sentence.start : sentence.end].replace("\n", " ")
    lines: list[str] = []
    offset = sentence.start
    for line in textwrap.wrap(words, _WIDTH, break_long_words=False, drop_whitespace=False):
        marks = labels(reading, offset, offset + len(line))
        lines += draw_line(line, offset, marks)
        offset += len(line)
    for one in reading.records:
        if sentence.start <= one.evidence[0].start < sentence.end:
            when = f" {one.when.edtf}" if one.when else ""
            lines.append(f"  ● {one.kind} {who(one)}: {deed(one)} ({one.modality}{when}) {one.rule}")
    return lines


def render(reading: Reading, console: Console | None = None) -> None:
    """Print the whole article, drawn."""
    console = console or console_of(width=_WIDTH + 20)
    for sentence in reading.sentences:
        for line in draw_sentence(reading, sentence):
            console.print(line, markup=False, soft_wrap=True)
        console.print()
