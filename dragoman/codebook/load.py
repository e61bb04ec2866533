"""Reads the codebook's data files: one small YAML file a concept, checked on the way in.

A codebook is a folder with `states/`, `regions/`, `organisations/`, `offices/`, `firms/` and `groups/`. A second folder of the same
shape overrides it file by file. Every fault is a `CodebookError` with file and line.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import msgspec

from dragoman.codebook.shape import checked
from dragoman.datafile import load_data
from dragoman.errors import CodebookError, InputError

DATA = Path(__file__).parent
KINDS = ("states", "regions", "organisations", "offices", "firms", "groups")
_LANGUAGES = ("en", "pl", "ru", "uk")


class NameSet(msgspec.Struct, frozen=True):
    """What something is called in one language: `adjectives` in the masculine nominative, `demonyms` as rows with masc, fem, many."""

    name: str
    variants: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[dict[str, str], ...] = ()


class Member(msgspec.Struct, frozen=True):
    """A member state of an organisation; dates are EDTF (a prefix of a day) or None."""

    code: str
    since: str | None = None
    until: str | None = None


class Source(msgspec.Struct, frozen=True):
    """One data file: its place in the codebook ("states/KAZ.yml"), where it was read from, and its content."""

    place: str
    path: str
    data: dict[str, Any]

    def fault(self, message: str, word: str = "", line: int | None = None) -> CodebookError:
        """An error that points at a line, or at the first one where `word` stands."""
        return CodebookError(message, file=self.path, line=line or _line_of(Path(self.path), word))


def _line_of(path: Path, word: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines() if word and path.exists() else []
    return next((number for number, line in enumerate(lines, 1) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line)), 1)


def read_file(path: Path, place: str) -> Source:
    """One data file. Raises `CodebookError` where it is not a YAML mapping."""
    data = load_data(path, CodebookError)
    source = Source(place, str(path), data if isinstance(data, dict) else {})
    if not isinstance(data, dict):
        raise source.fault("a codebook file is a mapping (key: value)")
    return source


def read_codebook(*folders: Path) -> dict[str, Source]:
    """All files of a codebook by place, sorted. A later folder replaces files of an earlier one that stand at the same place."""
    found: dict[str, Source] = {}
    for folder in folders:
        for path in files_in(folder):
            place = f"{path.parent.name}/{path.name}"
            found[place] = checked(read_file(path, place))
    return dict(sorted(found.items()))


def files_in(folder: Path) -> list[Path]:
    """The data files of a codebook folder. Raises `InputError` where there is no such folder, or nothing of a codebook in it."""
    if not folder.is_dir():
        raise InputError(f"no codebook folder at {folder}: name one with {', '.join(f'{kind}/' for kind in KINDS)} in it")
    found = [path for kind in KINDS for path in sorted((folder / kind).glob("*.yml"))]
    if not found:
        raise InputError(f"nothing of a codebook in {folder}: entries are .yml files in {', '.join(f'{kind}/' for kind in KINDS)}")
    return found


def day_text(value: object) -> str | None:
    """A YAML date, year or text as an EDTF prefix ("2019-03-20", "2019-03", "2019"); None for nothing."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def names_of(source: Source, lang: str) -> NameSet | None:
    """The names in one language, whichever of the two short forms the file uses (a list of names, or a mapping)."""
    value = (source.data.get("names") or {}).get(lang)
    if not value:
        return None
    if isinstance(value, str):
        return NameSet(value)
    if isinstance(value, list):
        return NameSet(str(value[0]), tuple(map(str, value[1:])), _adjectives(source, lang))
    try:
        names = msgspec.convert(value, NameSet, strict=False)
    except msgspec.ValidationError as error:
        raise source.fault(f"names.{lang}: {error}", lang) from error
    return names if names.adjectives else msgspec.structs.replace(names, adjectives=_adjectives(source, lang))


def _adjectives(source: Source, lang: str) -> tuple[str, ...]:
    return tuple(map(str, (source.data.get("adjectives") or {}).get(lang) or ()))


def members_of(source: Source) -> tuple[Member, ...]:
    """The members that a region, organisation or format lists, with their dates."""
    rows = []
    for one in source.data.get("members") or ():
        if isinstance(one, str):
            rows.append(Member(one))
        elif isinstance(one, dict) and "code" in one:
            rows.append(Member(str(one["code"]), day_text(one.get("from")), day_text(one.get("until"))))
        else:
            raise source.fault(f"a member is a code or {{code, from, until}}, not {one!r}", "members")
    return tuple(rows)


def languages_of() -> tuple[str, ...]:
    """The languages that the codebook speaks."""
    return _LANGUAGES
