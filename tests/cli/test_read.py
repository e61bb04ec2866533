"""`dragoman read` as a user calls it: a whole process, good input and bad."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "samples" / "pl" / "dunaj.txt"


def run(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "dragoman", *args], input=stdin, capture_output=True, timeout=60, check=False)


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
