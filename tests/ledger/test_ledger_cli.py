"""The commands as a user types them: what they print, and how they exit."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.ledger import Ledger
from tests.ledger.test_ledger_merge import EVERYTHING, POLISH

STORY = "Prezydent Kazachstanu przyjechał w środę do Warszawy i podpisał umowę z Polską.\n"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command line: exit code, standard output, standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        with pytest.raises(SystemExit) as exit_:
            main()
        said = capsys.readouterr()
        return int(exit_.value.code or 0), said.out, said.err

    return command


@pytest.fixture
def db(tmp_path):
    return str(tmp_path / "relations.db")


@pytest.fixture
def filled(db):
    ledger = Ledger.open(db, create=True)
    ledger.add_many(EVERYTHING)
    ledger.merge()
    return db


def test_add_twice_then_show_and_export(run, db, tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    code, out, _ = run("ledger", "add", file, "--db", db, "--lang", "pl", "--published", "2025-11-13")
    assert code == 0
    assert "1 documents added" in out
    code, out, _ = run("ledger", "add", file, "--db", db, "--lang", "pl", "--published", "2025-11-13")
    assert code == 0
    assert "0 documents added, 1 known" in out
    code, out, _ = run("ledger", "show", "--db", db, "--between", "KAZ", "pol")
    assert code == 0
    assert "umowę z Polską" in out
    code, out, _ = run("ledger", "export", "--db", db, "--format", "jsonl")
    records = [record for line in out.splitlines() for record in json.loads(line)["records"]]
    assert any(record["document"] == "story.txt" and record.get("type") == "SUPPORT" for record in records)


def test_bad_input_beside_good(run, db, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(STORY)
    code, _out, err = run("ledger", "add", good, tmp_path / "none.txt", "--db", db, "--lang", "pl")
    assert code == 3
    assert "none.txt: no such file" in err
    assert "Traceback" not in err
    code, _, _ = run("ledger", "add", tmp_path / "none.txt", "--db", db)
    assert code == 2
    code, _, err = run("ledger", "add", good, "--db", db, "--published", "2025-02-30")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_no_ledger_and_another_version(run, db, filled, tmp_path):
    assert run("ledger", "show", "--db", tmp_path / "none.db")[0] == 2
    import sqlalchemy as sa

    with Ledger.open(filled).store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    code, _, err = run("ledger", "show", "--db", filled)
    assert code == 4
    assert "version 9999" in err


def test_show_one_entry_in_full(run, filled):
    name = POLISH[1][0].id
    code, out, _ = run("ledger", "show", name, "--db", filled)
    assert code == 0
    assert "4 records, 3 independent sources" in out
    assert "2025-10-05: future" in out
    assert f" {name}  2025-10-08 pl p2" in out
    assert run("ledger", "show", "nobody", "--db", filled)[0] == 2


def test_review_from_the_command_line(run, filled):
    name = POLISH[1][0].id
    assert run("ledger", "review", "split", name, "--db", filled, "--author", "ada", "--note", "another day")[0] == 0
    assert run("ledger", "review", "correct", name, "--set", "when=2025-10-06", "--set", "mode=phone", "--db", filled)[0] == 0
    code, out, _ = run("ledger", "review", "list", "--db", filled)
    assert code == 0
    assert "ada  split" in out
    assert "another day" in out
    record = Ledger.open(filled).entry(name).best
    assert (record.when.edtf, record.mode) == ("2025-10-06", "phone")
    assert run("ledger", "review", "undo", "2", "--db", filled)[0] == 0
    assert Ledger.open(filled).entry(name).best == POLISH[1][0]
    assert run("ledger", "review", "correct", name, "--set", "nonsense", "--db", filled)[0] == 2
    code, out, _ = run("ledger", "evaluate", "--db", filled)
    assert "nothing has been reviewed" in out


def test_search_merge_doctor(run, filled):
    code, out, _ = run("ledger", "search", "ankarze", "--db", filled)
    assert code == 0
    assert "CONSULT" in out
    assert "no entries" in run("ledger", "search", "kangur", "--db", filled)[1]
    assert run("ledger", "merge", "--full", "--db", filled) == (0, "4 entries written\n", "")
    code, out, _ = run("ledger", "doctor", "--db", filled)
    assert code == 0
    assert "BAD" not in out
    assert "ledger version: 0003" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "--type", "AGREEMENT"), "type: 'AGREEMENT' is not known; give one of AGREE, CONSULT"),
        (("show", "--kind", "deed"), "event, relation, figure, statement"),
        (("show", "--status", "new"), "open, accepted, corrected, rejected"),
        (("show", "--since", "2025-02-01", "--until", "2025-01-01"), "after until"),
        (("export", "--format", "csv", "--as-of", "99"), "revisions 1 to 1"),
        (("reread", "nowhere"), "no such document"),
        (("review", "merge", POLISH[1][0].id), "two entries or records at least"),
        (("review", "correct", POLISH[1][0].id, "--set", "type=FOO"), "type=FOO: not known; give one of AGREE"),
        (("review", "correct", POLISH[1][0].id, "--set", "when=yesterday"), "no EDTF date"),
        (("review", "correct", POLISH[1][0].id, "--set", "mode=dance"), "mode=dance: not known"),
        (("review", "correct", POLISH[1][0].id, "--set", "confidence=7"), "between 0 and 1"),
    ],
)
def test_what_no_entry_can_have_is_refused(run, filled, arguments, says):
    ledger, *rest = arguments
    code, _, err = run("ledger", ledger, *rest, "--db", filled)
    assert code == 2
    assert says in err
    assert len(err.strip().splitlines()) == 1


def test_names_of_types_and_sides_are_taken_in_any_case(run, filled):
    wanted = run("ledger", "show", "--type", "CONSULT", "--between", "POL", "TUR", "--db", filled)
    assert wanted[0] == 0
    assert run("ledger", "show", "--type", "consult", "--between", "pol", "tur", "--db", filled) == wanted


def test_what_an_earlier_run_left_unmerged_is_merged(run, db, tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    first = ("ledger", "add", file, "--db", db, "--lang", "pl", "--published", "2025-11-13")
    assert run(*first, "--no-merge")[0] == 0
    assert "no entries" in run("ledger", "show", "--db", db)[1]
    assert "0 documents added, 1 known" in run(*first)[1]
    assert "umowę z Polską" in run("ledger", "show", "--db", db)[1]


def test_reading_again_keeps_the_ids_of_a_later_version(run, db, tmp_path):
    for folder, text in (("a", STORY), ("b", STORY.replace("Warszawy", "Gdańska"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text)
    assert run("ledger", "add", tmp_path, "--db", db, "--lang", "pl", "--published", "2025-11-13")[0] == 0
    before = {record.id for entry in Ledger.open(db).entries() for record in entry.records}
    assert any("-" in name for name in before)
    assert run("ledger", "reread", "--db", db)[1] == "0 new records, 0 retired\n"
    assert {record.id for entry in Ledger.open(db).entries() for record in entry.records} == before


def test_nothing_is_made_for_what_is_not_there(run, db, tmp_path):
    code, _, err = run("ledger", "add", tmp_path / "none.txt", "--db", db)
    assert (code, Path(db).exists()) == (2, False)
    assert "no such file or folder" in err
    code, _, err = run("ledger", "add", tmp_path, "--db", db, "--lang", "zz")
    assert (code, Path(db).exists()) == (2, False)
    assert "no language pack for 'zz'" in err
    (tmp_path / "empty").mkdir()
    code, _, err = run("ledger", "add", tmp_path / "empty", "--db", db)
    assert code == 2
    assert "no article in it" in err


def test_doctor_knows_a_ledger_of_tomorrow(run, filled):
    import sqlalchemy as sa

    with Ledger.open(filled).store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    code, out, _ = run("ledger", "doctor", "--db", filled)
    assert code == 1
    assert "use a newer Dragoman" in out


def test_a_locked_ledger(run, filled, monkeypatch):
    monkeypatch.setitem(Ledger.open.__func__.__kwdefaults__, "patience", 0.1)
    with Ledger.open(filled).store.writing():
        code, _, err = run("ledger", "merge", "--full", "--db", filled)
    assert code == 4
    assert "another process" in err
