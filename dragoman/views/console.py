"""The one console that everything for people is printed on."""

from __future__ import annotations

import sys

from rich.console import Console as RichConsole

WIDE = 200
"""Columns of output that goes into a file or a pipe."""


class Console(RichConsole):
    """A console whose closed pipe (`dragoman … | head`) is no failure: the command ends quietly, see `dragoman.cli.main`."""

    def on_broken_pipe(self) -> None:
        """Pass the closed pipe on."""
        raise BrokenPipeError


def console(*, err: bool = False, width: int | None = None) -> Console:
    """A console on standard output or standard error, as wide as the terminal, or `width` columns whatever it is."""
    file = sys.stderr if err else sys.stdout
    return Console(file=file, highlight=False, emoji=False, width=width)
