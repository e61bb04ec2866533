"""One relation, or one state's balance, for people: tables of periods, agreements, levels and series, and a bar for the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from dragoman.views.console import console as console_of
from dragoman.views.table import amount, many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from dragoman.analysis import Agreement, Balance, Dyad, Series, Tally

_ROOMY = 110
"""Columns from which a state's balance shows every period; a narrower table keeps the whole alone."""
NOTHING = "nothing in this ledger; sides are codes such as KAZ, EU, or a state's English name"
_SCALE = "-10 0 10"
_BAR = 5
"""Characters of a full bar to either side."""


def bar(score: float | None) -> str:
    """A score from -10 to 10 as a bar around a middle: conflict to the left, cooperation to the right."""
    if score is None:
        return " " * (2 * _BAR + 1)
    length = min(_BAR, round(abs(score) / 10 * _BAR + 0.4999))
    left, right = ("█" * length, "") if score < 0 else ("", "█" * length)
    return f"{left:>{_BAR}}│{right:<{_BAR}}"


def render_dyad(found: Dyad, console: Console | None = None) -> None:
    """Print a relation: its events by period, what was signed, how close the sides are said to stand, its figures."""
    console = console or console_of()
    console.print(f"{found.a} and {found.b}", style="bold", markup=False)
    if not (found.periods or found.agreements or found.levels or found.series):
        console.print(NOTHING)
        return
    console.print(_periods(found.periods))
    ours, theirs, mutual = found.initiative
    console.print(f"by {found.a}: {ours}, by {found.b}: {theirs}, by both: {mutual}", markup=False)
    if found.agreements:
        console.print(_table("Agreements", ("when", "what", "act", "worth", "entry"), map(_agreement, found.agreements)))
    if found.levels:
        rows = ((one.when or "", one.level or "", one.change or "", one.entry) for one in found.levels)
        console.print(_table("The relation is called", ("when", "level", "change", "entry"), rows))
    if found.series:
        console.print(_table("Figures", ("measure", "of", "to", "by period"), map(_points, found.series)))


def _agreement(one: Agreement) -> tuple[str, ...]:
    what = " ".join(part for part in (one.form, one.title, many(one.count) if one.count else "") if part)
    mood = "" if one.modality == "actual" else f" ({one.modality})"
    return one.when or "", what, f"{one.act or ''}{mood}".strip(), amount(one.value) if one.value else "", one.entry


def _points(one: Series) -> tuple[str, ...]:
    points = "; ".join(f"{point.when or '?'}: {amount(point.value)}" for point in one.points)
    return one.measure, " ".join(one.of), " ".join(one.to), points


def render_balance(found: Balance, console: Console | None = None) -> None:
    """Print how a state stands between its partners, and the score of each by period."""
    console = console or console_of()
    told = sorted({one.period for share in found.shares for one in share.periods}, key=lambda one: (one == "undated", one))
    periods = told if console.width >= _ROOMY else []
    if not any(one.whole.done or one.whole.planned for one in found.shares):
        console.print(f"{found.state}: {NOTHING}", markup=False)
        return
    heads = ("partner", "done", "share", "coop", "conflict", "planned", "score", _SCALE, "last", *periods)
    rows = []
    for one in found.shares:
        whole, scores = one.whole, {each.period: _score(each) for each in one.periods}
        rows.append(
            (one.partner, str(whole.done), f"{one.share:.0%}", str(whole.verbal_cooperation + whole.material_cooperation),
             str(whole.verbal_conflict + whole.material_conflict), str(whole.planned), _score(whole), bar(whole.score), one.last or "",
             *(scores.get(period, "") for period in periods))
        )  # fmt: skip
    console.print(_table(f"{found.state} between its partners", heads, rows))
    if told and not periods:
        console.print(f"{len(told)} periods find no room in {console.width} columns: widen the window, or ask --format json.", markup=False)


def _periods(found: Iterable[Tally]) -> Table:
    heads = ("period", "words +", "deeds +", "words -", "deeds -", "planned", "score", _SCALE)
    rows = (
        (one.period, str(one.verbal_cooperation), str(one.material_cooperation), str(one.verbal_conflict), str(one.material_conflict),
         str(one.planned), _score(one), bar(one.score))
        for one in found
    )  # fmt: skip
    return _table("Events", heads, rows)


def _score(one: Tally) -> str:
    return "" if one.score is None else f"{one.score:+.1f}"


def _table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, no_wrap=head not in ("what", "by period"))
    for row in rows:
        table.add_row(*row)
    return table
