"""`dragoman pack`: start a language, check its rules, see what of a text it does not know."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(help="Language packs: new, check, coverage.", no_args_is_help=True)


@app.command()
def check(
    lang: Annotated[str, typer.Argument(help="Code of the language, or a rule's id such as pl/frames/SUPPORT#sign.")],
    only: Annotated[str | None, typer.Option("--only", help="Check only rules whose id holds this text.")] = None,
) -> None:
    """Run every rule's examples and counterexamples; print what does not hold and exit with 1 where anything does not."""
    from dragoman.grammar.rules import load_rules
    from dragoman.prove import prove_rule

    code, _, _ = lang.partition("/")
    wanted = only or (lang if "/" in lang else "")
    rules = [one for one in load_rules(code).rules if wanted in one.id]
    faults = [fault for rule in rules for fault in prove_rule(rule, code)]
    for fault in faults:
        typer.echo(fault)
    lexemes = {lemma for rule in rules for lemma in (*rule.verbs, *rule.nouns, *rule.adjectives)}
    typer.echo(f"{len(rules)} rules, {len(lexemes)} trigger lexemes, {len(faults)} faults")
    if faults:
        raise typer.Exit(1)
