"""The command line: `dragoman read`, `explain`, `ledger`, `codebook`, `pack`. Heavy imports stay inside the commands.

Exit codes: 0 fine, 1 failed, 2 usage or unusable input, 3 some inputs failed, 4 the ledger is locked or of another version, 130
interrupted.
"""

from __future__ import annotations

import importlib.util
import sys
from importlib import import_module
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    name="dragoman",
    help="Reads the news in many languages and keeps a sourced ledger of relations between states.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_GROUPS = ("ledger", "codebook", "pack")

File = Annotated[str, typer.Argument(help="A text or HTML file, an address, or - for standard input.", metavar="FILE")]
Files = Annotated[
    list[str], typer.Argument(help="Text or HTML files, JSON lines, feeds, addresses, or - for standard input.", metavar="FILE…")
]
Lang = Annotated[str | None, typer.Option("--lang", help="Language of the text (ISO 639-1); detected otherwise.")]
Published = Annotated[str | None, typer.Option("--published", help="Day of publication, YYYY-MM-DD: anchors relative dates.")]


def _tell_version(asked: bool) -> None:
    if asked:
        version()
        raise typer.Exit


@app.callback()
def start(
    asked: Annotated[
        bool, typer.Option("--version", "-V", is_eager=True, callback=_tell_version, help="Print the version and the languages.")
    ] = False,
) -> None:
    """Reads the news in many languages and keeps a sourced ledger of relations between states."""


@app.command()
def read(
    files: Files,
    published: Published = None,
    lang: Lang = None,
    form: Annotated[
        str, typer.Option("--format", help="table (for people), jsonl (one record a line) or drawn (labels under the words).")
    ] = "table",
    scope: Annotated[str, typer.Option("--scope", help="interstate (default), or all: events inside one state too.")] = "interstate",
    codebook: Annotated[str | None, typer.Option("--codebook", help="A folder of your own codebook entries, added to ours.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Read in so many processes at once.")] = 1,
) -> None:
    """Read articles and write every record in them, with the words that prove it."""
    from dragoman.cli.articles import read_places

    raise typer.Exit(read_places(files, form, published, lang, scope, codebook, jobs))


@app.command()
def explain(
    file: File,
    published: Published = None,
    lang: Lang = None,
    record: Annotated[str | None, typer.Option("--record", help="Explain the sentence of this record (id or its beginning).")] = None,
    sentence: Annotated[
        int | None, typer.Option("--sentence", help="Explain this sentence (counted from 1); all of them otherwise.")
    ] = None,
) -> None:
    """Show each layer of a reading: tokens, mentions, clauses, the frames that fired, what the discourse supplied, and why there is no
    record.
    """
    from dragoman.cli.articles import explain_file

    explain_file(file, published, lang, record, sentence)


@app.command()
def evaluate(
    db: Annotated[str, typer.Option("--db", envvar="DRAGOMAN_DB", help="An SQLite file or postgresql:// address.")] = "relations.db",
    gold: Annotated[str | None, typer.Option("--gold", help="Write reviewed records as gold to this file.")] = None,
) -> None:
    """Print the precision of each rule by what review decided: the same as `dragoman ledger evaluate`."""
    from dragoman.cli.ledger import evaluate as evaluate_ledger

    evaluate_ledger(db, gold)


@app.command()
def version() -> None:
    """Print the version and the languages that have a pack."""
    from dragoman import __version__
    from dragoman.grammar.pack import languages

    typer.echo(f"dragoman {__version__} (packs: {', '.join(languages())})")


for _name in _GROUPS:
    if importlib.util.find_spec(f"dragoman.cli.{_name}") is not None:
        app.add_typer(import_module(f"dragoman.cli.{_name}").app, name=_name)


def main() -> None:
    """Run the command line; an error, a wrong option too, is one line on standard error and its documented exit code."""
    from dragoman.errors import DragomanError

    try:
        code = app(standalone_mode=False)
    except DragomanError as error:
        _leave(str(error), error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except (KeyboardInterrupt, typer.Abort):
        _leave("interrupted", 130)
    except Exception as error:
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        _leave(str(message()), int(getattr(error, "exit_code", 2)))
    if code == 130:
        _leave("interrupted", 130)
    sys.exit(code if isinstance(code, int) else 0)


def _leave(message: str, code: int) -> NoReturn:
    """End with one line; a help page that stands for a missing command is shown as it is."""
    if message:
        typer.echo(message if "\n" in message else f"dragoman: {message}", err=True)
    sys.exit(code)
