"""`dragoman pack`: a new pack loads, is told what it lacks in order, and a text shows what a pack does not know."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.check import check_pack
from dragoman.cli import app
from dragoman.codebook import compile as compiler
from dragoman.codebook import gazetteer
from dragoman.coverage import measure
from dragoman.datafile import load_data
from dragoman.errors import InputError
from dragoman.grammar import pack as packs
from dragoman.grammar.rules import load_rules
from dragoman.grammar.scaffold import skeleton_files, write_pack
from dragoman.mentions.dates_grammar import load_grammar
from dragoman.reader import read

RUN = CliRunner()
SHIPPED = gazetteer.COMPILED
CZECH = Path(__file__).parents[2] / "samples" / "cs" / "dyje.txt"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new pack "qq" as the only one."""
    found = write_pack("qq", name="Quenya", roles="case", folder=tmp_path)
    monkeypatch.setattr(packs, "PACKS", tmp_path)
    for cached in (packs.load_pack, load_rules, load_grammar):
        cached.cache_clear()
    yield found
    for cached in (packs.load_pack, load_rules, load_grammar):
        cached.cache_clear()


def test_new_writes_every_file_that_a_pack_can_have(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["pack", "new", "qq", "--name", "Quenya", "--roles", "order", "--folder", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert sorted(path.relative_to(tmp_path / "qq").as_posix() for path in (tmp_path / "qq").rglob("*.yml")) == list(skeleton_files())
    settings = load_data(tmp_path / "qq" / "pack.yml")
    assert (settings["name"], settings["roles"]) == ("Quenya", "order")


def test_skeletons_cover_the_packs_that_exist() -> None:
    for lang in packs.languages():
        held = {path.name for path in (packs.PACKS / lang).glob("*.yml")}
        assert held <= set(skeleton_files()), lang


def test_every_skeleton_explains_itself() -> None:
    from dragoman.grammar.scaffold import SKELETON

    for file in skeleton_files():
        text = (SKELETON / file).read_text(encoding="utf-8")
        assert text.startswith("#"), file


@pytest.mark.parametrize(("code", "roles"), [("Quenya", "case"), ("qq", "both"), ("../x", "case")])
def test_new_refuses_what_is_no_language(tmp_path: Path, code: str, roles: str) -> None:
    with pytest.raises(InputError):
        write_pack(code, roles=roles, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_new_leaves_an_existing_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "qq").mkdir()
    with pytest.raises(InputError, match="never overwritten") as caught:
        write_pack("qq", folder=tmp_path)
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)
    assert list((tmp_path / "qq").iterdir()) == []


def test_check_says_in_order_what_a_new_pack_lacks(made: Path) -> None:
    faults = check_pack("qq")
    assert all(one.startswith("qq/") for one in faults)
    sought = ("no month names", "no state names", "no verbs of", "no rules")
    order = [next(at for at, one in enumerate(faults) if word in one) for word in sought]
    assert order == sorted(order)
    assert not [one for one in faults if "cannot be read" in one]


def test_a_new_pack_reads_nothing_and_breaks_nothing(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "compiled"
    own.mkdir()
    monkeypatch.setattr(compiler, "COMPILED", own)
    monkeypatch.setattr(gazetteer, "COMPILED", own)
    compiler.write_forms("qq")
    (own / "codebook.msgpack").write_bytes((SHIPPED / "codebook.msgpack").read_bytes())
    reading = read("Norsko podepsalo 7. listopadu 2025 smlouvu. „Ano,“ řekl premiér.", lang="qq")
    assert reading.records == ()
    assert len(reading.sentences) >= 2


def test_a_pack_in_a_folder_of_ones_own_is_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    """In processes of their own: the folder is told by the environment."""
    env = {**os.environ, "DRAGOMAN_PACKS": str(tmp_path)}

    def run(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dragoman", *args]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, check=False, env=env)

    made = run("pack", "new", "qq", "--folder", str(tmp_path))
    assert made.stdout.rstrip().endswith(f"DRAGOMAN_PACKS={tmp_path} dragoman pack check qq")
    assert "qq" in run("version").stdout
    before = run("read", "-", "--lang", "qq", stdin="Norsko mlčí.")
    assert (before.returncode, before.stderr.count("\n")) == (1, 1)
    assert "dragoman pack compile qq" in before.stderr
    file = tmp_path / "qq" / "actors.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("names: {}", "names: {NOR: {name: Norsko}}"), encoding="utf-8")
    assert run("pack", "compile", "qq").stdout.startswith("names.forms")
    drawn = run("read", "-", "--lang", "qq", "--format", "drawn", stdin="Norsko mlčí.")
    assert "NOR" in drawn.stdout, drawn.stderr


def test_check_counts_months(made: Path) -> None:
    file = made / "dates.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("month: {} ", "month: {1: narvinye, 2: nenime} "), encoding="utf-8")
    assert any("only 2 of 12 month names" in one for one in check_pack("qq"))


def test_check_names_a_part_that_cannot_be_read(made: Path) -> None:
    (made / "quotes.yml").write_text("verbs: [", encoding="utf-8")
    assert any("quotes: cannot be read" in one for one in check_pack("qq"))


def test_check_tells_names_that_the_codebook_does_not_hold(made: Path) -> None:
    file = made / "actors.yml"
    text = file.read_text(encoding="utf-8").replace("names: {}", "names: {XQX: {name: Nowhere}}")
    file.write_text(text.replace("people: {}", "people: {Nobody Atall: N}"), encoding="utf-8")
    faults = check_pack("qq")
    assert any("no XQX.yml" in one for one in faults)
    assert any("knows no Nobody Atall" in one for one in faults)


def test_check_exits_1_where_a_rule_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman import prove

    assert RUN.invoke(app, ["pack", "check", "cs/frames/SUPPORT#sign"]).exit_code == 0
    monkeypatch.setattr(prove, "frames_of", lambda text, lang: [])
    result = RUN.invoke(app, ["pack", "check", "cs/frames/SUPPORT#sign"])
    assert result.exit_code == 1
    assert "does not fire" in result.output


@pytest.mark.parametrize("lang", ["cs", "en", "pl", "ru", "uk"])
def test_the_packs_lack_nothing(lang: str) -> None:
    assert check_pack(lang) == []


def test_coverage_tells_names_verbs_and_dates_that_are_not_known() -> None:
    text = (
        "Rakousko vylobbovalo na Polsku ústupek.\n\nDohoda z Mikulova neplatí, Mikulov je malý. Rakousko podepsalo s Polskem smlouvu.\n\n"
        "Kód 12.34.2025 nikdo nezná."
    )
    found = measure([read(text, lang="cs")])
    gaps = {(one.kind, one.word, one.count) for one in found.gaps}
    assert gaps >= {("name", "Mikulova", 1), ("name", "Mikulov", 1), ("verb", "vylobbovat", 1)}
    assert ("date", "12.34.2025") in {(one.kind, one.word) for one in found.gaps}
    assert (found.sentences, found.paired, found.recorded) == (4, 2, 1)
    assert all(one.word.rstrip("t") in one.example for one in found.gaps)


def test_coverage_prints_a_table_and_the_share() -> None:
    result = RUN.invoke(app, ["pack", "coverage", "cs", str(CZECH), "--published", "2025-10-09", "--limit", "1"])
    assert result.exit_code == 0, result.output
    assert "name Dyji" in result.output
    assert "6 of 8 sentences gave a record (75%); 3 name two sides or more" in result.output
