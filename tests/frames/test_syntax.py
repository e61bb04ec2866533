"""A pack's function words: every key is one that the clause reader knows."""

from __future__ import annotations

import pytest

from dragoman.errors import PackError
from dragoman.frames.syntax import load_syntax
from dragoman.grammar.pack import Pack


def test_a_key_that_nobody_reads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Pack.part

    def misspelled(pack: Pack, name: str) -> object:
        found = read(pack, name)
        return {**found, "negater": ["nie"]} if name == "syntax" else found

    monkeypatch.setattr(Pack, "part", misspelled)
    load_syntax.cache_clear()
    with pytest.raises(PackError, match="negater: no such key"):
        load_syntax("pl")
    load_syntax.cache_clear()


def test_openers_are_every_word_with_which_a_preposition_may_begin() -> None:
    syntax = load_syntax("pl")
    assert {"w", "ze"} <= syntax.openers
    assert "sprawie" not in syntax.openers
