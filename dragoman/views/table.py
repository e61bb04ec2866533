"""A reading for people: records grouped by kind, with day, sides, deed and the words that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from dragoman.model.record import Event, Figure, Record, Relation, Statement
from dragoman.views.console import console as console_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from dragoman.model.record import Count, Participant, Quantity
    from dragoman.reader import Reading

_NARROW = 78
"""Columns below which a table leaves no room for the words."""
_TITLES = (("event", "Events"), ("relation", "Relations"), ("figure", "Figures"), ("statement", "Statements"))


def sides(people: Iterable[Participant]) -> str:
    """Participants as short codes: KAZ, USA:BUS, EU."""
    return ", ".join(
        f"{one.country or one.id or one.name}{f':{one.sector}' if one.sector not in (None, 'GOV', 'IGO') else ''}" for one in people
    )


def amount(value: Quantity) -> str:
    """A quantity in a person's terms: "over 100 bn USD", "11 to 19"."""
    low, high = _number(value.low), _number(value.high)
    unit = "" if value.unit == "1" else f" {value.unit}"
    about = "about " if value.approximate else ""
    if value.low is None:
        return f"{about}up to {high}{unit}"
    if value.high is None:
        return f"{about}over {low}{unit}"
    return f"{about}{low}{unit}" if low == high else f"{about}{low} to {high}{unit}"


def many(count: Count) -> str:
    """How many, in a person's terms: "x14", "x11-19"."""
    low, high = _number(count.low), _number(count.high)
    return f"x{low}" if low == high else f"x{low}-{high}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:g} {name}"
    return f"{value:g}"


def deed(one: Record) -> str:
    """What a record says, in a few words."""
    if isinstance(one, Event):
        parts = [one.type, one.mode or ""]
        if one.instrument:
            parts += [one.instrument.act or "", one.instrument.form or ""]
            parts += [many(one.instrument.count) if one.instrument.count else ""]
            parts += [amount(one.instrument.value) if one.instrument.value else ""]
        if one.quantity:
            parts.append(amount(one.quantity))
        return " ".join(part for part in parts if part)
    if isinstance(one, Relation):
        return " ".join(part for part in (one.change, one.level) if part)
    if isinstance(one, Figure):
        return f"{one.measure} {amount(one.value)}"
    return f"{one.form} {one.stance or ''}".strip()


def who(one: Record) -> str:
    """The sides of a record, with an arrow where one does it to the other."""
    if isinstance(one, Event):
        return " → ".join(part for part in (sides(one.actors), sides(one.recipients)) if part)
    if isinstance(one, Relation):
        return sides(one.sides)
    if isinstance(one, Figure):
        return " → ".join(part for part in (sides(one.of), sides(one.to)) if part)
    speaker = sides([one.speaker]) if one.speaker else "?"
    return f"{speaker}{f' on {sides(one.about)}' if one.about else ''}"


def _time_and_place(one: Record) -> str:
    day = one.when.edtf if one.when else ""
    return " ".join(part for part in (day, f"in {one.where.country or one.where.name}" if one.where else "") if part)


def _claim(one: Record) -> str:
    """The deed, with its modality where it is not plain fact, and on whose word it rests."""
    mood = f"({one.modality})" if one.modality != "actual" else ""
    said = f"says {sides([one.said_by])}" if one.said_by else ""
    return " ".join(part for part in (deed(one), mood, said) if part)


def words(one: Record) -> str:
    """The evidence, on one line."""
    pieces = one.words if isinstance(one, Statement) and one.words else one.evidence
    return " … ".join(piece.text for piece in pieces).replace("\n", " ")


def _table_of(title: str, rows: Iterable[Record]) -> Table:
    table = Table(title=title, title_justify="left", show_lines=False, pad_edge=False, expand=True)
    table.add_column("when and where", min_width=10, max_width=14)
    table.add_column("who", min_width=9, max_width=14)
    table.add_column("what", min_width=12, max_width=18)
    table.add_column("in these words", ratio=1)
    for one in rows:
        table.add_row(_time_and_place(one), who(one), _claim(one), f"“{words(one)}”")
    return table


def _print_lines(console: Console, title: str, rows: Iterable[Record]) -> None:
    console.print(title, style="italic")
    for one in rows:
        console.print(" · ".join(part for part in (_time_and_place(one), who(one), _claim(one)) if part), style="bold", markup=False)
        console.print(f"  “{words(one)}”", markup=False)


def render(reading: Reading, console: Console | None = None) -> None:
    """Print a reading's records as tables, one a kind; on a narrow terminal as lines, one record after another."""
    console = console or console_of()
    for kind, title in _TITLES:
        rows = [one for one in reading.records if one.kind == kind]
        if not rows:
            continue
        title = f"{title} ({len(rows)})"
        if console.width < _NARROW:
            _print_lines(console, title, rows)
        else:
            console.print(_table_of(title, rows))
    console.print(f"{len(reading.records)} records in {len(reading.sentences)} sentences, language {reading.lang}.")
    if reading.published is None:
        console.print(
            "No day of publication is told (--published): relative dates stay open, and who holds an office is not asked of a day."
        )
