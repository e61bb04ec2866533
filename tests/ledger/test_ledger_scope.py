"""`dragoman ledger add --scope` and the short way to `evaluate`."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import InputError
from dragoman.ledger import ingest
from tests.ledger.samples import article


def test_scope_reaches_the_reader(monkeypatch):
    asked = []

    def read(text, **options):
        asked.append(options["scope"])
        raise InputError("enough")

    monkeypatch.setattr("dragoman.reader.read", read)
    for scope in ("interstate", "all"):
        with pytest.raises(InputError):
            ingest.reading_with(scope)(article("a", "Minister rozmawiał w Pradze z premierem.", lang="pl"))
    assert asked == ["interstate", "all"]


def test_an_unknown_scope_is_refused(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Minister rozmawiał w Pradze.", encoding="utf-8")
    result = CliRunner().invoke(app, ["ledger", "add", str(text), "--db", str(tmp_path / "l.db"), "--scope", "galaxy"])
    assert isinstance(result.exception, InputError)
    assert not (tmp_path / "l.db").exists()


def test_evaluate_without_ledger(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Minister Polski rozmawiał w Pradze z premierem Czech.", encoding="utf-8")
    db = str(tmp_path / "l.db")
    assert CliRunner().invoke(app, ["ledger", "add", str(text), "--db", db, "--lang", "pl"]).exit_code == 0
    short, long = (CliRunner().invoke(app, [*words, "--db", db]) for words in (["evaluate"], ["ledger", "evaluate"]))
    assert (short.exit_code, short.output) == (long.exit_code, long.output) == (0, long.output)
