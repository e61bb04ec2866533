"""`dragoman ledger …`: the commands, each a few lines over `dragoman.ledger`. Heavy imports stay inside the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.ledger.store import Ledger

app = typer.Typer(help="Keep articles, their records and the entries they make.", no_args_is_help=True)
review = typer.Typer(help="Decide on entries and records: append-only, and everything can be undone.", no_args_is_help=True)
app.add_typer(review, name="review")

Db = Annotated[str, typer.Option("--db", envvar="DRAGOMAN_DB", help="The ledger: an SQLite file, or postgresql://user@host/name.")]
Lang = Annotated[str | None, typer.Option("--lang", help="Language of articles that do not tell theirs (ISO 639-1); detected otherwise.")]
Published = Annotated[str | None, typer.Option("--published", help="Day of publication, YYYY-MM-DD, of articles that do not tell theirs.")]
Scope = Annotated[str, typer.Option("--scope", help="interstate (default), or all: events inside one state too.")]
Between = Annotated[tuple[str, str] | None, typer.Option("--between", metavar="A B", help="Entries between two sides, by code: KAZ RUS.")]
Kind = Annotated[str | None, typer.Option("--kind", help="event, relation, figure or statement.")]
Type = Annotated[str | None, typer.Option("--type", help="A PLOVER event type, a measure, a change or a stance.")]
Since = Annotated[str | None, typer.Option("--since", help="From this day on, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to this day, YYYY-MM-DD.")]
Status = Annotated[str | None, typer.Option("--status", help="open, accepted, corrected or rejected.")]
AsOf = Annotated[int | None, typer.Option("--as-of", help="The ledger as it was at this revision.")]
By = Annotated[str, typer.Option("--by", help="Length of a period: year, quarter or month.")]
Form = Annotated[str, typer.Option("--format", help="table, or json.")]
Names = Annotated[list[str], typer.Argument(help="Ids of entries (all of their records) or of records.", metavar="ID…")]
Author = Annotated[str | None, typer.Option("--author", help="Who decides; the user's name otherwise.")]
Note = Annotated[str, typer.Option("--note", help="Why.")]
DB = "relations.db"


@app.command()
def add(
    places: Annotated[
        list[str], typer.Argument(help="Text, HTML, JSONL, feed or WARC files, folders, addresses, - for standard input.", metavar="FILE…")
    ],
    db: Db = DB,
    lang: Lang = None,
    published: Published = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run of the same files stopped.")] = False,
    no_merge: Annotated[bool, typer.Option("--no-merge", help="Leave the new records for a later 'dragoman ledger merge'.")] = False,
    scope: Scope = "interstate",
    codebook: Annotated[str | None, typer.Option("--codebook", help="A folder of your own codebook entries, added to ours.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Read in so many processes at once.")] = 1,
) -> None:
    """Read articles and add them with their records; what is there already is recognised."""
    from dragoman.cli.codebook import use_folder
    from dragoman.cli.ledger_show import Progress, tell_summary
    from dragoman.grammar.pack import load_pack
    from dragoman.ledger.ingest import ingest, reading_with
    from dragoman.ledger.store import Ledger
    from dragoman.sources.days import parse_day
    from dragoman.sources.open import check_places

    day = parse_day(published) if published else None
    use_folder(codebook)
    if lang:
        load_pack(lang)  # a language without a pack is said once, not for each article
    reader = reading_with(scope)
    check_places(places)
    ledger = Ledger.open(db, create=True)
    with Progress(len(places)) as progress:
        try:
            summary = ingest(ledger, places, lang=lang, published=day, resume=resume, read=reader, watch=progress.step, jobs=jobs)
        except KeyboardInterrupt:
            typer.echo("dragoman: interrupted; what was read is kept, go on with --resume", err=True)
            raise typer.Exit(130) from None
        if not no_merge:  # what an earlier run left unmerged too
            progress.say("merging")
            summary.entries = ledger.merge()
    tell_summary(summary, db)
    raise typer.Exit(summary.exit_code)


@app.command()
def show(
    names: Annotated[list[str] | None, typer.Argument(help="Entries or records to show in full.", metavar="[ID…]")] = None,
    db: Db = DB,
    between: Between = None,
    kind: Kind = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many entries.")] = 200,
) -> None:
    """Show entries by day, or the ones named with every record and source."""
    from dragoman.cli.ledger_show import show_entries, show_entry

    ledger = _open(db)
    if names:
        for name in names:
            show_entry(ledger.entry(name))
        return
    show_entries(ledger.entries(**_filters(between, kind, type, since, until, status, None)), limit)


@app.command()
def relation(
    a: Annotated[str, typer.Argument(help="One side, by code: KAZ.", metavar="A")],
    b: Annotated[str, typer.Argument(help="The other side: RUS, EU.", metavar="B")],
    db: Db = DB,
    by: By = "year",
    form: Form = "table",
) -> None:
    """Show a relation over time: events by period, who acts, what was signed, how close the sides are said to be, their figures."""
    from dragoman.analysis import dyad_of
    from dragoman.views.relation import render_dyad

    found = dyad_of(_open(db), a, b, span=by)
    _show(found, form, render_dyad)


@app.command()
def balance(
    state: Annotated[str, typer.Argument(help="The state, by code: KAZ.", metavar="STATE")],
    partners: Annotated[
        list[str] | None, typer.Argument(help="Whom to compare; those most dealt with otherwise.", metavar="[PARTNER…]")
    ] = None,
    db: Db = DB,
    by: By = "year",
    form: Form = "table",
) -> None:
    """Show how one state balances between others: with whom it deals, how warmly, and how that moves."""
    from dragoman.analysis import balance_of
    from dragoman.views.relation import render_balance

    found = balance_of(_open(db), state, partners or (), span=by)
    _show(found, form, render_balance)


@app.command()
def merge(db: Db = DB, full: Annotated[bool, typer.Option("--full", help="Compare everything anew.")] = False) -> None:
    """Bring entries up to date with the records."""
    typer.echo(f"{_open(db).merge(full=full)} entries written")


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", help="jsonl, csv, parquet, polecat, phoenix, gdelt, icews, datapackage or annotations.")],
    out: Annotated[str, typer.Option("--out", help="A file (a folder for datapackage); - is standard output.")] = "-",
    db: Db = DB,
    between: Between = None,
    kind: Kind = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    as_of: AsOf = None,
) -> None:
    """Write entries in one of the field's formats."""
    from dragoman.views.export import export as write

    ledger = _open(db)
    count = write(ledger, ledger.entries(**_filters(between, kind, type, since, until, status, as_of)), form, out)
    if out != "-":
        typer.echo(f"{count} rows written to {out}", err=True)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words in any form, with or without diacritics: lodz finds Łódź.", metavar="WORD…")],
    db: Db = DB,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many entries.")] = 50,
) -> None:
    """Find entries by the words of their claims."""
    from dragoman.cli.ledger_show import show_entries

    show_entries(_open(db).search(" ".join(words), limit=limit), limit)


@app.command()
def watch(
    feeds: Annotated[list[str], typer.Argument(help="Addresses of RSS or Atom feeds.", metavar="FEED…")],
    db: Db = DB,
    every: Annotated[float, typer.Option("--every", help="Minutes between two looks.", min=1)] = 30,
    once: Annotated[bool, typer.Option("--once", help="Look once and stop.")] = False,
    pause: Annotated[float, typer.Option("--pause", help="Seconds between two requests to one host.", min=0)] = 2.0,
) -> None:
    """Follow feeds: fetch, read and add what is new, politely."""
    import time

    from dragoman.cli.ledger_show import Progress, tell_summary
    from dragoman.ledger.store import Ledger
    from dragoman.ledger.watch import look
    from dragoman.sources.fetch import Fetcher

    ledger, fetcher = Ledger.open(db, create=True), Fetcher(pause=pause)
    while True:
        with Progress(len(feeds)) as progress:
            summary = look(ledger, feeds, fetcher, watch=progress.step)
            summary.entries = ledger.merge() if summary.added else 0
        tell_summary(summary, db)
        if once:
            raise typer.Exit(summary.exit_code)
        time.sleep(every * 60)


@app.command()
def evaluate(
    db: Db = DB,
    gold: Annotated[str | None, typer.Option("--gold", help="Write reviewed records as gold to this file.")] = None,
) -> None:
    """Print the precision of each rule by what review decided."""
    from dragoman.cli.ledger_show import show_verdicts
    from dragoman.ledger.evaluate import verdicts, write_gold

    ledger = _open(db)
    decided = ledger.rulings()
    show_verdicts(verdicts(ledger.entries(), decided))
    if gold:
        try:
            with open(gold, "w", encoding="utf-8") as out:
                count = write_gold(ledger.entries(), decided, out)
        except OSError as error:
            raise InputError(f"--gold {gold}: cannot be written ({error.strerror}); check the folder and its permissions") from None
        typer.echo(f"{count} gold records written to {gold}", err=True)


@app.command()
def doctor(db: Db = DB) -> None:
    """Examine the ledger and say what needs mending."""
    from dragoman.ledger.doctor import examine
    from dragoman.ledger.engine import Store

    store = Store(db)
    if not store.exists():
        raise InputError(f"{db}: no such ledger; make one with 'dragoman ledger add'")
    findings = examine(store)
    for one in findings:
        typer.echo(f"{'ok ' if one.well else 'BAD'}  {one.check}: {one.said}")
    raise typer.Exit(0 if all(one.well for one in findings) else 1)


@app.command()
def migrate(db: Db = DB) -> None:
    """Bring a ledger of an older version up to this one."""
    from dragoman.ledger.engine import Store
    from dragoman.ledger.version import HEAD
    from dragoman.ledger.version import migrate as bring_up

    store = Store(db)
    if not store.exists():
        raise InputError(f"{db}: no such ledger; make one with 'dragoman ledger add'")
    bring_up(store)
    typer.echo(f"{db}: version {HEAD}")


@app.command()
def reread(
    documents: Annotated[list[str] | None, typer.Argument(help="Documents to read again; all otherwise.", metavar="[DOCUMENT…]")] = None,
    db: Db = DB,
    scope: Scope = "interstate",
) -> None:
    """Read stored texts again with this version; decisions on their records stay."""
    from dragoman.ledger.ingest import reading_with
    from dragoman.ledger.reread import reread as again

    gone, fresh = again(_open(db), documents or (), read=reading_with(scope))
    typer.echo(f"{fresh} new records, {gone} retired")


def _plain(action: str) -> Callable[..., None]:
    """The command that decides on entries or records and needs nothing else."""

    def decide(names: Names, db: Db = DB, author: Author = None, note: Note = "") -> None:
        _decide(db, action, names, author, note)

    return decide


for _action, _help in {
    "accept": "Say that entries or records are right.",
    "reject": "Say that entries or records are wrong.",
    "merge": "Say that entries tell one thing.",
    "split": "Set records of an entry apart from its others.",
}.items():
    review.command(_action, help=_help)(_plain(_action))


@review.command("correct")
def correct(
    name: Annotated[str, typer.Argument(help="The record (or entry of one record) to correct.", metavar="ID")],
    values: Annotated[
        list[str],
        typer.Option("--set", help="field=value, the value as JSON or plain text: type=SUPPORT, when=2025-11-12.", metavar="FIELD=VALUE"),
    ],
    db: Db = DB,
    author: Author = None,
    note: Note = "",
) -> None:
    """Give a record other values; the record as it was read stays."""
    ledger = _open(db)
    fields = dict(_field(value) for value in values)
    entry = ledger.entry(name)
    record = next((one for one in entry.records if one.id == name), None) or (entry.best if len(entry.records) == 1 else None)
    if record is None:
        raise InputError(f"{name}: an entry of {len(entry.records)} records; name the record to correct ('dragoman ledger show {name}')")
    _decide(db, "correct", [record.id], author, note, fields)


@review.command("undo")
def undo(
    number: Annotated[int, typer.Argument(help="The decision to undo, by its number in 'review list'.", metavar="NUMBER")],
    db: Db = DB,
    author: Author = None,
    note: Note = "",
) -> None:
    """Undo a decision."""
    import msgspec

    ledger = _open(db)
    made = msgspec.structs.replace(ledger.decision("undo", [], author=author, note=note), undoes=number)
    typer.echo(f"decision {ledger.decide(made)} undoes {number}")


@review.command("list")
def list_all(db: Db = DB) -> None:
    """Show every decision, oldest first."""
    from dragoman.cli.ledger_show import show_decisions

    show_decisions(_open(db).decisions())


def _open(db: str) -> Ledger:
    from dragoman.ledger.store import Ledger

    return Ledger.open(db)


def _show(found: Any, form: str, render: Callable[[Any], None]) -> None:
    if form not in ("table", "json"):
        raise InputError(f"--format {form}: give table or json")
    if form == "table":
        render(found)
        return
    import msgspec

    typer.echo(msgspec.json.format(msgspec.json.encode(found)).decode())


def _decide(db: str, action: str, names: list[str], author: str | None, note: str, fields: dict[str, Any] | None = None) -> None:
    ledger = _open(db)
    number = ledger.decide(ledger.decision(action, names, author=author, fields=fields, note=note))
    typer.echo(f"decision {number}: {action} {' '.join(names)}")


def _field(text: str) -> tuple[str, Any]:
    """A ``field=value`` pair; a day may be given as EDTF alone."""
    import json

    name, found, value = text.partition("=")
    if not found:
        raise InputError(f"--set {text}: write it as field=value, for example type=SUPPORT")
    try:
        parsed = json.loads(value)
    except json.JSONDecodeError:
        parsed = value
    if name == "when" and isinstance(parsed, str | int):
        parsed = {"edtf": str(parsed) if isinstance(parsed, int) else parsed}
    return name, parsed


def _filters(
    between: tuple[str, str] | None,
    kind: str | None,
    type: str | None,
    since: str | None,
    until: str | None,
    status: str | None,
    as_of: int | None,
) -> dict[str, Any]:
    from dragoman.sources.days import parse_day

    return {
        "between": between or (),
        "kind": kind,
        "type": type,
        "since": parse_day(since, "--since") if since else None,
        "until": parse_day(until, "--until") if until else None,
        "status": status,
        "as_of": as_of,
    }
