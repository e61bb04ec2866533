"""Compiles the codebook: `python -m dragoman.codebook.compile` writes `compiled/`, byte for byte the same from the same files.

This is a build step, not a part of the reading flow: it alone of the codebook looks downstream, at the packs (paradigms, titles) and
at the morphology that declines the names.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.codebook.forms import Form, Speller, collect_readings
from dragoman.codebook.gather import gather
from dragoman.codebook.gazetteer import COMPILED, forms_file, pack_forms
from dragoman.codebook.inflect import Inflector
from dragoman.codebook.lexicon import actor_words
from dragoman.codebook.load import DATA, read_codebook
from dragoman.codebook.own_names import with_own_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dragoman.codebook.entities import Codebook, Entity
    from dragoman.codebook.load import Source


@cache
def inflector_of(lang: str) -> Inflector:
    """The declension of a language: the pack's paradigms and the adapter that the pack names."""
    from dragoman.grammar.pack import load_pack
    from dragoman.text.morphology import load_adapter

    pack = load_pack(lang)
    return Inflector(lang, pack.part("paradigms"), load_adapter(pack.settings["morphology"], lang))


def _cutter(lang: str) -> Callable[[str], list[str]]:
    from dragoman.text.sentences import _rules

    pattern = _rules(lang).pattern
    return lambda name: pattern.findall(name)


def _actors(lang: str) -> dict[str, Any]:
    from dragoman.grammar.pack import load_pack

    part: dict[str, Any] = load_pack(lang).part("actors")
    return part


class _Index:
    """Numbers entities: those of the codebook first, then the language's own as they come."""

    def __init__(self, codebook: Codebook) -> None:
        self._numbers: dict[Entity, int] = {one: at for at, one in reversed(list(enumerate(codebook.entities)))}
        self._first = len(codebook.entities)
        self.own: list[Entity] = []

    def __call__(self, entity: Entity) -> int:
        at = self._numbers.get(entity)
        if at is None:
            at = self._numbers[entity] = self._first + len(self.own)
            self.own.append(entity)
        return at


def compile_forms(lang: str, sources: Mapping[str, Source], codebook: Codebook, words: dict[str, Any]) -> bytes:
    """The bytes of a language's forms: names from the data files, titles and organs from the pack's `actors.yml` (`words`)."""
    inflector = inflector_of(lang)
    speller = Speller(lang, inflector, codebook, words.get("small") or ())
    forms: list[Form] = []
    for source in with_own_names(sources, lang, words.get("names") or {}, words.get("people") or {}).values():
        forms.extend(speller.spell(source))
    forms.extend(actor_words(words, inflector, codebook))
    index = _Index(codebook)
    return pack_forms(collect_readings(forms, _cutter(lang), index), index.own)


@cache
def compile_overlay(folder: Path, lang: str | None) -> tuple[bytes, Codebook]:
    """A user's own codebook folder, compiled in memory. Raises `CodebookError` with file and line."""
    sources = read_codebook(folder)
    codebook = gather(sources)
    return (compile_forms(lang, sources, codebook, {}) if lang else b""), codebook


def compile_all(folder: Path = DATA) -> dict[str, bytes]:
    """Every compiled file by name: one for each language that has a shipped pack."""
    from dragoman.grammar.pack import shipped_languages

    sources = read_codebook(folder)
    codebook = gather(sources)
    files = {"codebook.msgpack": msgspec.msgpack.encode(codebook, order="sorted")}
    for lang in shipped_languages():
        files[f"{lang}.forms"] = compile_forms(lang, sources, codebook, _actors(lang))
    return files


def write_forms(lang: str) -> tuple[Path, int]:
    """Compile one language's forms alone; their path and size. Raises `LanguageError` for a language without a pack."""
    words = _actors(lang)
    sources = read_codebook(DATA)
    data = compile_forms(lang, sources, gather(sources), words)
    path = forms_file(lang)
    path.write_bytes(data)
    return path, len(data)


def main() -> int:
    """Write the compiled codebook beside its data."""
    COMPILED.mkdir(exist_ok=True)
    for name, data in compile_all().items():
        (COMPILED / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
