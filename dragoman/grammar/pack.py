"""A language pack: a folder of data files, named by the language's ISO 639-1 code. The folder listing is the registry."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from dragoman.codebook.own import own_packs
from dragoman.datafile import load_data
from dragoman.errors import LanguageError

PACKS = Path(__file__).parent.parent / "packs"


class Pack:
    """One language's data. `part("dates")` is the content of `dates.yml`, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lang = folder.name
        self._parts: dict[str, Any] = {}

    def part(self, name: str) -> Any:
        """The content of `<name>.yml`, or an empty mapping where the pack has none."""
        if name not in self._parts:
            path = self.folder / f"{name}.yml"
            self._parts[name] = (load_data(path) if path.exists() else None) or {}
        return self._parts[name]

    @property
    def settings(self) -> dict[str, Any]:
        """`pack.yml`: name, script, morphology adapter and how roles are marked."""
        settings: dict[str, Any] = self.part("pack")
        return settings


def shipped_languages() -> tuple[str, ...]:
    """Codes of the packs that come with Dragoman, sorted."""
    return tuple(sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.yml").exists()))


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack, the user's own ones (see `dragoman.codebook.own`) among them, sorted."""
    return tuple(sorted({*shipped_languages(), *own_packs()}))


@cache
def load_pack(lang: str) -> Pack:
    """The pack of a language. Raises `LanguageError` for a language without one."""
    if lang not in languages():
        raise LanguageError(f"no language pack for {lang!r}; there are packs for {', '.join(languages())} (name one with --lang)")
    return Pack(own_packs().get(lang, PACKS / lang))
