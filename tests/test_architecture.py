"""The house keeps its shape: imports point upstream only, files stay readable, the door is complete."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent
FLOW = (
    "errors",
    "datafile",
    "model",
    "codebook",
    "grammar",
    "text",
    "mentions",
    "frames",
    "records",
    "reader",
    "prove",
    "check",
    "coverage",
    "ledger",
    "analysis",
    "views",
    "cli",
)
"""From upstream to downstream; `sources` depend on `model` and `errors` alone; `views` of one format serve the reader (`jsonl`)."""
ALLOWED = {("reader", "views"), ("codebook", "text"), ("codebook", "grammar"), ("ledger", "views"), ("ledger", "sources")}
"""Imports that go down on purpose: a `Reading` writes itself as JSON lines; the codebook's compiler inflects names with the packs'
morphology.
"""
FILES = sorted(one for one in ROOT.rglob("*.py") if "migrations" not in one.parts)


def stage(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "dragoman" and len(parts) > 1 else None


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda one: str(one.relative_to(ROOT)))
def test_imports_point_upstream(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if here not in FLOW:
        return
    for module in imports(path):
        there = stage(module)
        if there in FLOW and there != here and (here, there) not in ALLOWED:
            assert FLOW.index(there) < FLOW.index(here), f"{path.name} imports {module}, which lies downstream"


@pytest.mark.parametrize("path", FILES, ids=lambda one: str(one.relative_to(ROOT)))
def test_files_fit_a_reader(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


def test_no_language_is_named_in_the_engine() -> None:
    """What is known of a language stands in its pack: no engine file asks which language it reads."""
    for path in FILES:
        if path.relative_to(ROOT).parts[0] in ("frames", "records", "grammar", "mentions"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Compare) and any(
                    isinstance(one, ast.Constant) and one.value in ("pl", "en", "ru", "uk") for one in node.comparators
                ):
                    raise AssertionError(f"{path.relative_to(ROOT)}:{node.lineno} compares with a language code")


def test_the_door_is_sorted_and_opens() -> None:
    assert list(dragoman.__all__) == sorted(dragoman.__all__)
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None


ENGINE = [one for one in FILES if one.relative_to(ROOT).parts[0] in ("mentions", "frames", "records", "reader.py")]
SPELT = ("lower", "lemma", "text")
"""Attributes of a word that hold how it is written; what the others hold (kind, pos, form) is the engine's own vocabulary."""


@pytest.mark.parametrize("path", ENGINE, ids=lambda one: str(one.relative_to(ROOT)))
def test_the_engine_compares_no_word_of_a_language(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Compare) or not (isinstance(node.left, ast.Attribute) and node.left.attr in SPELT):
            continue
        words = {one.value for side in node.comparators for one in ast.walk(side) if isinstance(one, ast.Constant)}
        spelt = sorted(one for one in words if isinstance(one, str) and any(letter.isalpha() for letter in one))
        assert not spelt, f"{path.name}:{node.lineno}: {spelt} belong in a pack"


def test_the_engine_spells_no_word_in_letters_of_one_language() -> None:
    found = []
    for path in ENGINE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in told:
                continue
            if len(node.value) > 1 and not node.value.isascii() and node.value.isalpha() and node.value not in ALPHABETS:
                found.append(f"{path.name}:{node.lineno}: {node.value}")
    assert not found, found


ALPHABETS = {"ąćęłńóśźżё", "acelnoszzе"}
"""Rows of letters that are folded: spelling, no words."""
