"""`dragoman codebook`: ask who is who, see what is stale, bring it up to date, check entries of one's own."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.codebook.answers import Holder
    from dragoman.codebook.entities import Entity

app = typer.Typer(help="The codebook: who, state, stale, refresh, check.", no_args_is_help=True)

Own = Annotated[str | None, typer.Option("--codebook", help="Folder with entries of your own, in the codebook's format; they win.")]
On = Annotated[str | None, typer.Option("--on", help="The day that counts, YYYY-MM-DD; today otherwise.")]
_YEAR = 365


def use_folder(folder: str | None) -> None:
    """Lay a folder of the user's over the codebook, for this process and its workers.

    Raises `InputError` where there is no such folder, `CodebookError` for a fault in an entry.
    """
    if folder is None:
        return
    from dragoman.codebook.load import read_codebook

    read_codebook(Path(folder))
    os.environ["DRAGOMAN_CODEBOOK"] = str(Path(folder).resolve())


def read_day(text: str | None) -> dt.date | None:
    """A day given on the command line. Raises `InputError` for an impossible one."""
    from dragoman.errors import InputError

    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no day: write YYYY-MM-DD") from error


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A name in any language and case: Tokajew, Токаева, Gazprom, NATO.")],
    on: On = None,
    codebook: Own = None,
) -> None:
    """Say who is meant by a name: a person with office and state on a day; a state, place, organisation, firm or group."""
    from dragoman.codebook import what_is, who_is
    from dragoman.errors import InputError

    use_folder(codebook)
    told = [*map(_told, who_is(name, read_day(on))), *map(_described, what_is(name))]
    if not told:
        raise InputError(f"nobody called {name!r} in the codebook: try the full name, or add them in a folder of your own (--codebook)")
    for line in told:
        typer.echo(line)


def _told(holder: Holder) -> str:
    term = holder.term
    office = term.office.replace("_", " ") if term.office != "other" else f"in another office ({term.sector or 'no sector'})"
    span = f"{term.since or '…'} to {term.until or 'now'}"
    former = "former " if holder.former else ""
    identifier = f" [{holder.person.id}]" if holder.person.id else ""
    return f"{holder.person.name}{identifier}: {former}{office} of {term.country or term.body} ({span})"


def _described(thing: Entity) -> str:
    kind = {"org": "organisation", "seat": "by its seat of power"}.get(thing.kind, thing.kind)
    identifier = f" [{thing.id}]" if thing.id else ""
    whose = f" of {thing.country}" if thing.country and thing.kind != "state" else f" {thing.country}" if thing.country else ""
    sector = f", sector {thing.sector}" if thing.sector else ""
    members = f": {', '.join(thing.members)}" if thing.members else ""
    return f"{thing.name}{identifier}: {kind}{whose}{sector}{members}"


@app.command()
def state(
    code: Annotated[str, typer.Argument(help="ISO 3166-1 alpha-3 code, or a name in any language: KAZ, Kazachstan.")],
    on: On = None,
    codebook: Own = None,
) -> None:
    """Show a state: its names, codes, capital, and who holds its first offices on a day."""
    from dragoman.codebook import state as state_of
    from dragoman.codebook import who_holds

    use_folder(codebook)
    one = state_of(code)
    day = read_day(on) or dt.date.today()
    typer.echo(f"{one.code}  {one.name}")
    for lang, name in one.names.items():
        typer.echo(f"  {lang}: {name} ({one.capitals.get(lang, '…')})")
    codes = {"Wikidata": one.wikidata, "numeric": one.numeric, "COW": one.cow, "GW": one.gw, "FIPS": one.fips, "acts for": one.of}
    typer.echo("  " + ", ".join(f"{label} {value}" for label, value in codes.items() if value))
    if one.since or one.until:
        typer.echo(
            f"  exists {one.since or '…'} to {one.until or 'now'}" + (f", then {', '.join(one.successors)}" if one.successors else "")
        )
    for office in ("head_of_state", "head_of_government", "foreign_minister", "defence_minister"):
        names = ", ".join(holder.person.name for holder in who_holds(office, one.code, day))
        if names:
            typer.echo(f"  {office.replace('_', ' ')}: {names}")


@app.command()
def stale(on: On = None, codebook: Own = None) -> None:
    """List the office files that nobody has checked for a year."""
    from dragoman.codebook.gazetteer import load_codebook

    use_folder(codebook)
    day = read_day(on) or dt.date.today()
    checked = load_codebook().checked
    late = sorted((when, place) for place, when in checked.items() if _is_stale(when, day))
    for when, place in late:
        typer.echo(f"{place}: checked {when or 'never'}")
    typer.echo(f"{len(late)} of {len(checked)} office files not checked for a year")


def _is_stale(checked: str, day: dt.date) -> bool:
    return not checked or (day - dt.date.fromisoformat(checked)).days > _YEAR


@app.command()
def refresh(
    codes: Annotated[list[str], typer.Argument(help="States to refresh, by ISO alpha-3 code.")],
    write: Annotated[bool, typer.Option("--write", help="Write the changes after showing them.")] = False,
    endpoint: Annotated[str | None, typer.Option("--endpoint", help="Address of the SPARQL service; Wikidata's otherwise.")] = None,
    folder: Annotated[
        str | None, typer.Option("--codebook", help="Folder whose offices/ are refreshed; the shipped one otherwise.")
    ] = None,
) -> None:
    """Compare offices with Wikidata, show the difference, and write it if told to. Compile the codebook afterwards."""
    from dragoman.codebook import state as state_of
    from dragoman.codebook.load import DATA
    from dragoman.codebook.wikidata import ENDPOINT, ask, difference, holders_in, patched, query_for
    from dragoman.errors import InputError

    changed = 0
    for code in codes:
        one = state_of(code)
        path = (Path(folder) if folder else DATA) / "offices" / f"{one.code}.yml"
        if not path.exists() or not one.wikidata:
            raise InputError(f"no office file to refresh at {path}")
        before = path.read_text(encoding="utf-8")
        found = holders_in(ask(query_for(one.wikidata), endpoint or ENDPOINT))
        after = patched(before, found, dt.date.today().isoformat())
        shown = difference(before, after, f"offices/{one.code}.yml")
        typer.echo(shown or f"offices/{one.code}.yml: nothing new")
        changed += bool(shown)
        if write:
            path.write_text(after, encoding="utf-8")
    if changed and not write:
        typer.echo(f"{changed} files differ; nothing written (--write writes)")
    elif write:
        typer.echo("written; now run python -m dragoman.codebook.compile")


@app.command()
def check(folder: Annotated[str, typer.Argument(help="Folder with entries of your own.")]) -> None:
    """Check a folder of entries: every fault with its file and line; exit code 1 where there is one, 2 for no such folder."""
    from dragoman.codebook.load import files_in, read_file
    from dragoman.codebook.shape import checked
    from dragoman.errors import CodebookError

    paths = files_in(Path(folder))
    faults = 0
    for path in paths:
        try:
            checked(read_file(path, f"{path.parent.name}/{path.name}"))
        except CodebookError as error:
            faults += 1
            typer.echo(str(error))
    typer.echo(f"{len(paths)} files, {faults} faults")
    if faults:
        raise typer.Exit(1)
