"""`dragoman codebook`, and the query service's client against a local server that answers as the service does."""

from __future__ import annotations

import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.codebook import app
from dragoman.codebook.wikidata import ask, difference, holders_in, patched, query_for
from dragoman.errors import CodebookError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = """# Kazakhstan's offices
state: KAZ
checked: 2020-01-01
source: "a test"
offices:
  - office: head_of_state
    sector: GOV
    holders:
      - {id: Q1, name: {en: Old Leader, pl: Stary Lider, ru: A, uk: B}, from: 1991-12-16, until: 2019-03-20, sex: m}
      - {id: Q2, name: {en: New Leader, pl: Nowy Lider, ru: A, uk: B}, from: 2019-03-20, until: null, sex: m}   # kept
  - office: foreign_minister
    sector: GOV
    holders:
      - {id: Q9, name: {en: Some Minister, pl: M, ru: A, uk: B}, from: 2023-01-01, until: null, sex: m}
"""


def row(office: str, item: str, name: str, since: str, until: str | None, sex: str = "Q6581097") -> dict[str, Any]:
    entity = "http://www.wikidata.org/entity/"
    cells = {"office": office, "person": entity + item, "en": name, "pl": name, "since": f"{since}T00:00:00Z", "sex": entity + sex}
    if until:
        cells["until"] = f"{until}T00:00:00Z"
    return {key: {"type": "literal", "value": value} for key, value in cells.items()}


ROWS = [
    row("P35", "Q1", "Old Leader", "1991-12-16", "2019-03-20"),
    row("P35", "Q2", "New Leader", "2019-03-20", "2026-02-01"),
    row("P35", "Q3", "Third Leader", "2026-02-01", None, "Q6581072"),
    {"office": {"value": "P35"}, "person": {"value": "http://www.wikidata.org/entity/Q4"}},
]


class Service(BaseHTTPRequestHandler):
    """Answers like a SPARQL service; `broken` queries get an error."""

    def do_GET(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)["query"][0]
        body = b"<html>" if "wd:Q500 " in query else json.dumps({"head": {}, "results": {"bindings": ROWS}}).encode()
        self.send_response(429 if "wd:Q429 " in query else 200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


def test_the_answer_becomes_terms(endpoint: str) -> None:
    found = holders_in(ask(query_for("Q232"), endpoint))
    assert [(one.id, one.since, one.until, one.sex) for one in found] == [
        ("Q1", "1991-12-16", "2019-03-20", "m"),
        ("Q2", "2019-03-20", "2026-02-01", "m"),
        ("Q3", "2026-02-01", None, "f"),
    ]


@pytest.mark.parametrize(("item", "words"), [("Q429", "429"), ("Q500", "no JSON")])
def test_a_service_that_fails_is_told(endpoint: str, item: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        ask(query_for(item), endpoint)


def test_a_service_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        ask(query_for("Q232"), "http://127.0.0.1:9/sparql", timeout=2)
    with pytest.raises(InputError, match="no address"):
        ask(query_for("Q232"), "file:///etc/hostname")
    with pytest.raises(InputError, match="item id"):
        query_for("Kazakhstan")


def test_only_what_changed_is_patched() -> None:
    after = patched(FILE, holders_in({"results": {"bindings": ROWS}}), "2026-03-01")
    rows = difference(FILE, after, "KAZ.yml").splitlines()
    assert [one for one in rows if one.startswith("-") and "---" not in one] == [
        "-checked: 2020-01-01",
        "-      - {id: Q2, name: {en: New Leader, pl: Nowy Lider, ru: A, uk: B}, from: 2019-03-20, until: null, sex: m}   # kept",
    ]
    assert "until: 2026-02-01, sex: m}   # kept" in after
    assert '- {id: Q3, name: {en: "Third Leader", pl: "Third Leader"}, from: 2026-02-01, until: null, sex: f}' in after
    assert "Some Minister" in after
    again = patched(after, holders_in({"results": {"bindings": ROWS}}), "2026-03-01")
    assert again == after
    assert difference(after, again, "KAZ.yml") == ""


def test_refresh_shows_before_it_writes(endpoint: str, tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    path = tmp_path / "offices" / "KAZ.yml"
    path.write_text(FILE, encoding="utf-8")
    shown = CliRunner().invoke(app, ["refresh", "KAZ", "--endpoint", endpoint, "--codebook", str(tmp_path)])
    assert shown.exit_code == 0
    assert "+      - {id: Q3" in shown.output
    assert path.read_text(encoding="utf-8") == FILE
    assert CliRunner().invoke(app, ["refresh", "KAZ", "--endpoint", endpoint, "--codebook", str(tmp_path), "--write"]).exit_code == 0
    assert "Q3" in path.read_text(encoding="utf-8")
    assert "nothing new" in CliRunner().invoke(app, ["refresh", "KAZ", "--endpoint", endpoint, "--codebook", str(tmp_path)]).output


def test_who_state_and_stale() -> None:
    run = CliRunner().invoke
    assert "head of state of KAZ (2019-03-20 to now)" in run(app, ["who", "Tokajewem"]).output
    assert "of EU" in run(app, ["who", "Tusk", "--on", "2018-01-01"]).output
    assert "former head of government of DEU" in run(app, ["who", "Merkel", "--on", "2024-01-01"]).output
    assert "in another office (BUS) of RUS" in run(app, ["who", "Igor Sieczin"]).output
    assert "COW 705" in run(app, ["state", "KAZ"]).output
    assert "COW 705" in run(app, ["state", "Казахстан"]).output
    assert "offices/" in run(app, ["stale", "--on", "2040-01-01"]).output


@pytest.mark.parametrize("command", [["who", "Nobody"], ["who", "Tusk", "--on", "2018-02-30"], ["state", "ZZZ"]])
def test_what_cannot_be_answered_is_an_input_error(command: list[str]) -> None:
    assert isinstance(CliRunner().invoke(app, command).exception, InputError)


def test_check_tells_every_fault(tmp_path: Path) -> None:
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "A.yml").write_text("code: kaz\nnames: {en: {name: X}}\n", encoding="utf-8")
    (tmp_path / "states" / "B.yml").write_text("code: KAZ\nnames: {en: {name: X}}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert result.exit_code == 1
    assert "A.yml:1:" in result.output
    assert "2 files, 1 faults" in result.output
    assert isinstance(CliRunner().invoke(app, ["state", "KAZ", "--codebook", str(tmp_path)]).exception, CodebookError)


OWN = """state: KAZ
offices:
  - office: head_of_state
    holders:
      - {name: {en: First Person}, from: 2020-01-01, until: 2021-01-01}
"""


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("      - {name: {pl: Bez Angielskiej}, from: 2021-01-01}", "lacks an English name"),
        ("      - {name: {en: Second Person}, form: 2021-01-01}", "unknown key 'form'"),
        ("      - {name: {en: Second Person}, from: 20211}", "no day: write YYYY-MM-DD"),
        ("      - {name: {en: Second Person}, from: 2021-02-30}", "a date that does not exist"),
        ("      - {name: {en: Second Person}, from: 2022-01-01, until: 2021-05}", "is after until 2021-05"),
        ("      - Second Person", "is a mapping"),
    ],
)
def test_a_fault_in_a_holder_names_its_own_line(tmp_path: Path, row: str, words: str) -> None:
    (tmp_path / "offices").mkdir()
    path = tmp_path / "offices" / "KAZ.yml"
    path.write_text(OWN + row + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert result.exit_code == 1
    assert f"{path}:6:" in result.output
    assert words in result.output


@pytest.mark.parametrize("command", [["check"], ["state", "KAZ", "--codebook"]])
def test_no_folder_and_an_empty_one_are_input_errors(tmp_path: Path, command: list[str]) -> None:
    for folder in (tmp_path / "nodir", tmp_path):
        error = CliRunner().invoke(app, [*command, str(folder)]).exception
        assert isinstance(error, InputError)
        assert error.exit_code == 2
