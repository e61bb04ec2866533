"""`dragoman pack`: start a language, compile its names, check it, see what of a text it does not know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.coverage import Coverage

app = typer.Typer(help="Language packs: new, compile, check, coverage.", no_args_is_help=True)

Code = Annotated[str, typer.Argument(help="Code of the language (ISO 639-1).", metavar="LANG")]


@app.command()
def new(
    lang: Code,
    name: Annotated[str | None, typer.Option("--name", help="The language's English name.")] = None,
    roles: Annotated[str, typer.Option("--roles", help="How a word's role is marked: case or order.")] = "case",
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Where to make it, instead of among the packs: a folder of packs of your own.")
    ] = None,
) -> None:
    """Write a new pack: every file that one can have, with comments that explain its keys. An existing folder is left alone (exit 2)."""
    from dragoman.grammar.scaffold import skeleton_files, write_pack

    made = write_pack(lang, name=name, roles=roles, folder=folder)
    seen = "" if folder is None else f"DRAGOMAN_PACKS={folder} "
    typer.echo(f"{made}: {len(skeleton_files())} files; next: {seen}dragoman pack check {lang}")


@app.command()
def compile(lang: Code) -> None:
    """Compile the names of one language's actors.yml, so that they are found in texts."""
    from dragoman.codebook.compile import write_forms

    path, size = write_forms(lang)
    typer.echo(f"{path.name}: {size:,} bytes")


@app.command()
def check(
    lang: Annotated[str, typer.Argument(help="Code of the language, or a rule's id such as pl/frames/SUPPORT#sign.")],
    only: Annotated[str | None, typer.Option("--only", help="Check only rules whose id holds this text.")] = None,
) -> None:
    """Say what the pack lacks, in order; then run every rule's examples and counterexamples. Exit 1 where anything does not hold."""
    from dragoman.check import check_pack
    from dragoman.errors import InputError
    from dragoman.grammar.rules import load_rules
    from dragoman.prove import prove_rule

    code, _, _ = lang.partition("/")
    wanted = only or (lang if "/" in lang else "")
    faults = [] if wanted else check_pack(code)
    for fault in faults:
        typer.echo(fault)
    rules = [one for one in load_rules(code).rules if wanted in one.id]
    if wanted and not rules:
        raise InputError(f"no rule of the pack {code!r} has {wanted!r} in its id; `dragoman pack check {code}` proves them all")
    broken = [fault for rule in rules for fault in prove_rule(rule, code)]
    for fault in broken:
        typer.echo(fault)
    lexemes = {lemma for rule in rules for lemma in (*rule.verbs, *rule.nouns, *rule.adjectives)}
    typer.echo(f"{len(rules)} rules, {len(lexemes)} trigger lexemes, {len(faults) + len(broken)} faults")
    if faults or broken:
        raise typer.Exit(1)


@app.command()
def coverage(
    lang: Code,
    files: Annotated[list[str], typer.Argument(help="Texts or pages to read.", metavar="FILE…")],
    published: Annotated[str | None, typer.Option("--published", help="Day of publication, YYYY-MM-DD.")] = None,
    limit: Annotated[int, typer.Option("--limit", help="Rows of each kind.")] = 15,
) -> None:
    """What of some texts a pack does not know: names, verbs of sentences that name two sides and gave no record, dates."""
    from dragoman.coverage import measure
    from dragoman.reader import read
    from dragoman.sources.days import parse_day
    from dragoman.sources.open import open_article

    day = parse_day(published) if published else None
    articles = [open_article(file, lang=lang, published=day) for file in files]
    show(measure(read(one.text, lang=lang, published=one.published, document=one.document) for one in articles), limit)


def show(found: Coverage, limit: int) -> None:
    """Write a coverage as a table and one line of shares."""
    from rich import box
    from rich.table import Table

    from dragoman.coverage import KINDS
    from dragoman.views.console import console

    table = Table("not known", "count", "for example", box=box.SIMPLE_HEAD)
    for kind in KINDS:
        rows = [one for one in found.gaps if one.kind == kind]
        for one in rows[:limit]:
            table.add_row(f"{kind} {one.word}", str(one.count), one.example)
        if len(rows) > limit:
            table.add_row(f"{kind} …", str(sum(one.count for one in rows[limit:])), f"{len(rows) - limit} more; --limit shows them")
    if found.gaps:
        console().print(table)
    typer.echo(f"{found.recorded} of {found.sentences} sentences gave a record ({found.share:.0%}); {found.paired} name two sides or more")
