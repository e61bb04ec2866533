"""`dragoman read` as a user calls it: a whole process, good input and bad."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "samples" / "pl" / "dunaj.txt"


def run(*args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dragoman", *args]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False, env={**os.environ, **(env or {})})


def test_json_lines_are_records_in_order_with_verbatim_evidence() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    done = run("read", str(SAMPLE), "--published", "2025-10-09", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records
    starts = [one["evidence"][0]["start"] for one in records]
    assert starts == sorted(starts)
    for record in records:
        for piece in record["evidence"]:
            assert text[piece["start"] : piece["end"]] == piece["text"]


def test_standard_input_in_another_encoding_gives_the_same_records(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    plain = run("read", "-", "--published", "2025-10-09", "--format", "jsonl", stdin=text.encode())
    for encoding in ("utf-16", "cp1250", "iso8859-2"):
        data = text.replace("„", '"').replace("”", '"').replace("–", "-").encode(encoding)
        other = run("read", "-", "--published", "2025-10-09", "--format", "jsonl", stdin=data)
        assert other.returncode == 0, other.stderr
        assert len(other.stdout.splitlines()) == len(plain.stdout.splitlines())


@pytest.mark.parametrize(
    "args, stdin, code, says",
    [
        (("read", "nowhere.txt"), b"", 2, b"no such file"),
        (("read", "."), b"", 2, b"folder"),
        (("read", "ftp://example.org/a"), b"", 2, b"not a web address"),
        (("explain", "many.jsonl"), b"", 2, b"one article"),
        (("read", "-"), b"", 2, b"empty"),
        (("read", "-"), b"\x00\x01\x02\xff" * 200, 2, b"binary"),
        (("read", "-", "--lang", "xx"), "Polska podpisała umowę.".encode(), 2, b"no language pack"),
        (("read", "-", "--published", "2025-02-30"), "Polska podpisała umowę.".encode(), 2, b"2025-02-30"),
        (("read", "-", "--published", "wczoraj"), "Polska podpisała umowę.".encode(), 2, b"YYYY-MM-DD"),
        (("read", "-", "--format", "xml"), "Polska podpisała umowę.".encode(), 2, b"table, jsonl, drawn"),
        (("read", "-"), "Der Bundeskanzler traf gestern in Paris den französischen Präsidenten.".encode(), 2, b"'de'"),
        (("read",), b"", 2, b"FILE"),
    ],
)
def test_bad_input_is_one_clear_line(args: tuple[str, ...], stdin: bytes, code: int, says: bytes) -> None:
    done = run(*args, stdin=stdin)
    assert done.returncode == code
    assert done.stdout == b""
    assert says in done.stderr
    assert b"Traceback" not in done.stderr


def test_many_articles_are_read_and_a_bad_one_is_reported(tmp_path: Path) -> None:
    lines = tmp_path / "two.jsonl"
    rows = [{"doc": "one", "lang": "pl", "text": "Polska podpisała umowę z Francją."}, {"doc": "two", "text": ""}]
    lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = run("read", str(SAMPLE), str(lines), "nowhere.txt", "--format", "jsonl")
    assert done.returncode == 3
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {SAMPLE.name, "one"}
    said = done.stderr.decode().splitlines()
    assert len(said) == 2
    assert "two.jsonl:2: empty text" in said[0]
    assert "nowhere.txt: no such file" in said[1]


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    told = (("pl", "Polska oskarżyła Rosję o atak."), ("xx", "?"), ("en", "Oman accused Iran of lying."))
    lines = [{"doc": f"d{at}", "lang": lang, "published": "2025-01-10", "text": text} for at, (lang, text) in enumerate(told * 6)]
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    one, two = (run("read", str(many), "--format", "jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert one.returncode == 3
    assert len(one.stderr.splitlines()) == 6
    assert {json.loads(line)["document"] for line in one.stdout.splitlines()} == {f"d{at}" for at in range(18) if at % 3 != 1}


def test_a_pipe_that_closes_early_is_no_failure() -> None:
    command = f"set -o pipefail; {sys.executable} -m dragoman read {SAMPLE} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_narrow_terminal_gets_lines_instead_of_a_table() -> None:
    wide, narrow = (run("read", str(SAMPLE), env={"COLUMNS": width}).stdout.decode() for width in ("100", "60"))
    assert "in these words" in wide
    assert "in these words" not in narrow
    assert max(map(len, narrow.splitlines())) <= 60
    assert "Belgradzie" in narrow


def test_the_version_may_be_asked_as_an_option() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"dragoman 0.")


def test_a_file_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as handle:
        handle.truncate(50_000_001)
    done = run("read", str(big))
    assert done.returncode == 2
    assert b"50 MB" in done.stderr


def test_the_table_and_the_drawing_show_the_evidence() -> None:
    for form in ("table", "drawn"):
        done = run("read", str(SAMPLE), "--published", "2025-10-09", "--format", form)
        assert done.returncode == 0, done.stderr
        assert "Belgradzie" in done.stdout.decode()
        assert "SRB" in done.stdout.decode()


def test_explain_names_the_rule_and_says_why_a_sentence_is_silent() -> None:
    text = "Słowacja podpisała umowę z Grecją. Padał deszcz."
    done = run("explain", "-", "--lang", "pl", stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert "pl/frames/SUPPORT#sign" in done.stdout.decode()
    assert "no word of this sentence names a rule" in done.stdout.decode()
