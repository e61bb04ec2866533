"""How the ledger's commands speak: tables for people, progress for what takes long, a summary at the end."""

from __future__ import annotations

import itertools
import sys
import time
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from dragoman.ledger.rows import roles_of, side_of
from dragoman.views.columns import disagreements
from dragoman.views.console import WIDE, Console
from dragoman.views.console import console as console_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.ledger.decisions import Decision
    from dragoman.ledger.entry import Entry
    from dragoman.ledger.evaluate import Verdict
    from dragoman.ledger.ingest import Summary

PATIENCE = 2.0
"""Seconds before a bar is shown: what is quick needs none."""
FAILURES = 50
"""Failures that are listed one by one."""


def console(*, err: bool = False) -> Console:
    """A console as wide as the terminal; wide enough for whole lines where the output goes into a file."""
    return console_of(err=err, width=None if (sys.stderr if err else sys.stdout).isatty() else WIDE)


class Progress:
    """A bar on standard error, shown only on a terminal and only when the work takes longer than `PATIENCE`."""

    def __init__(self, places: int) -> None:
        self._places, self._started, self._bar, self._task = places, time.monotonic(), None, 0
        self._shown: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown is not None:
            self._shown.stop()

    def step(self, summary: Summary, where: str) -> None:
        """One more document is done."""
        count = summary.seen + len(summary.failures)
        self.say(f"{count} documents, {summary.records} records, {len(summary.failures)} failed · {where[-60:]}", count)

    def say(self, text: str, count: int | None = None) -> None:
        """Show what is being done."""
        if time.monotonic() - self._started < PATIENCE or not sys.stderr.isatty():
            return
        if self._shown is None:
            from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            self._shown = Bar(
                SpinnerColumn(),
                BarColumn(20),
                TextColumn("{task.description}"),
                TimeElapsedColumn(),
                console=console(err=True),
                transient=True,
            )
            self._shown.start()
            known = self._places if self._places > 1 else None  # one stream may hold any number of documents
            self._task = self._shown.add_task("", total=known)
        self._shown.update(self._task, description=text, completed=count)


def tell_summary(summary: Summary, db: str) -> None:
    """What a run came to, and what failed and why."""
    out = console()
    parts = [f"{summary.added} documents added", f"{summary.known} known", f"{summary.aliases} at another address"]
    out.print(f"{db}: {', '.join(parts)}; {summary.records} records, {summary.entries} entries written", markup=False)
    if summary.failures:
        err = console(err=True)
        err.print(f"{len(summary.failures)} failed:", markup=False)
        for failure in summary.failures[:FAILURES]:
            err.print(f"  {failure.where}: {failure.why}", markup=False, soft_wrap=True)
        if len(summary.failures) > FAILURES:
            err.print(f"  and {len(summary.failures) - FAILURES} more", markup=False)


def show_entries(entries: Iterable[Entry], limit: int) -> None:
    """A table of entries, one a row."""
    rest = iter(entries)
    shown = list(itertools.islice(rest, limit))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("when", "type", "sides", "claim", "sources", "id"):
        table.add_column(name, no_wrap=name in ("when", "type", "id"), overflow="fold" if name == "claim" else "ellipsis", justify="left")
    for entry in shown:
        mood = "" if entry.modality == "actual" else f" ({entry.modality})"
        mark = "" if entry.status == "open" else f" [{entry.status}]"
        more = " ≠" if entry.disagreements else ""
        day = Text(entry.when) if entry.when else Text(f"seen {entry.first_seen}" if entry.first_seen else "", style="dim")
        table.add_row(
            day, Text(f"{_what(entry)}{mood}"), " ".join(entry.sides), Text(entry.best.evidence[0].text),
            Text(f"{entry.voices}{more}{mark}"), entry.id,
        )  # fmt: skip
    out = console()
    if not shown:
        out.print("no entries")
        return
    out.print(table)
    if next(rest, None) is not None:
        out.print(f"the first {limit}; narrow it with --between, --type, --since, or raise --limit")


def _what(entry: Entry) -> str:
    """An event's type and a figure's measure say what they are of; a change, a level and a stance need their kind beside them."""
    alone = entry.kind in ("event", "figure") and entry.type
    return alone or f"{entry.kind} {entry.type or ''}".rstrip()


def show_entry(entry: Entry) -> None:
    """An entry with its records, sources, history and disagreements."""
    out = console()
    out.print(f"{entry.id}  {entry.kind} {entry.type or ''}  {entry.when or ''}  {' '.join(entry.sides)}", style="bold", markup=False)
    seen = f"first seen {entry.first_seen or 'on an unknown day'}, last {entry.last_seen or 'unknown'}"
    out.print(f"  {entry.modality}, {entry.status}; {len(entry.records)} records, {entry.voices} independent sources; {seen}", markup=False)
    if text := disagreements(entry):
        out.print(f"  sources differ: {text}", markup=False)
    for step in entry.history:
        out.print(f"  {step.seen or '?'}: {step.modality} {step.when or ''}", markup=False)
    sources = {source.document: source for source in entry.sources}
    for record in entry.records:
        source = sources[record.document or ""]
        best = "*" if record.id == entry.record else " "
        people = ", ".join(f"{role} {one.name} [{side_of(one)}]" for role, one in roles_of(record))
        out.print(f"{best} {record.id}  {source.published or '?'} {source.lang or '?'} {source.url or source.document}", markup=False)
        out.print(f"    {record.evidence[0].text}", markup=False)
        out.print(f"    {people}; {record.rule}; characters {record.evidence[0].start}-{record.evidence[0].end}", style="dim", markup=False)


def show_verdicts(found: Sequence[Verdict]) -> None:
    """The rules by precision, the worst first."""
    out = console()
    if not found:
        out.print("nothing has been reviewed yet; 'dragoman ledger review accept|reject|correct' does")
        return
    table = Table("rule", "precision", "accepted", "corrected", "rejected", box=None, pad_edge=False)
    for one in found:
        table.add_row(Text(one.rule), f"{one.precision:.2f}", str(one.accepted), str(one.corrected), str(one.rejected))
    out.print(table)


def show_decisions(found: Sequence[Decision]) -> None:
    """Decisions, oldest first."""
    out = console()
    undone = {one.undoes for one in found if one.undoes}
    for one in found:
        what = f"undoes {one.undoes}" if one.undoes else " ".join(target.record for target in one.targets)
        note = f" — {one.note}" if one.note else ""
        out.print(
            f"{one.number}  {one.at}  {one.author}  {one.action}  {what}{' (undone)' if one.number in undone else ''}{note}", markup=False
        )
    if not found:
        out.print("no decisions")
