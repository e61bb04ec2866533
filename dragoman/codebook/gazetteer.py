"""The compiled codebook, read: a memory-mapped table of first tokens, shared by all workers of a machine.

A language's file `compiled/<lang>.forms` is: magic, counts (little-endian uint32), key offsets, value offsets, keys, values, and the
entities that only this language has (titles, organs, stops). Keys are folded first tokens in byte order, looked up by bisection; a
value is the msgpack of a list of `Reading`.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.codebook.entities import Codebook, Entity, Reading
from dragoman.codebook.inflect import fold
from dragoman.codebook.own import FORMS, codebook_folder, own_packs
from dragoman.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMPILED = Path(__file__).parent / "compiled"
MAGIC = b"DRAGOMAN"
_HEAD = struct.Struct("<8s4I8x")
_readings = msgspec.msgpack.Decoder(list[Reading])
_entities = msgspec.msgpack.Decoder(list[Entity])
_codebook = msgspec.msgpack.Decoder(Codebook)


def pack_forms(table: Mapping[str, Sequence[Reading]], entities: Sequence[Entity]) -> bytes:
    """The bytes of a `.forms` file."""
    rows = sorted((key.encode(), msgspec.msgpack.encode(readings)) for key, readings in table.items())
    keys, values = b"".join(key for key, _ in rows), b"".join(value for _, value in rows)
    own = msgspec.msgpack.encode(entities)
    head = _HEAD.pack(MAGIC, len(rows), len(keys), len(values), len(own))
    return head + _offsets([key for key, _ in rows]) + _offsets([value for _, value in rows]) + keys + values + own


def _offsets(parts: Sequence[bytes]) -> bytes:
    marks = [0]
    for one in parts:
        marks.append(marks[-1] + len(one))
    return struct.pack(f"<{len(marks)}I", *marks)


class _Keys:
    """The sorted keys as a sequence, for `bisect`."""

    def __init__(self, data: memoryview, offsets: memoryview) -> None:
        self._data = data
        self._offsets = offsets

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, at: int) -> bytes:
        return bytes(self._data[self._offsets[at] : self._offsets[at + 1]])


class FormTable:
    """One `.forms` file: `readings(key)` of a folded first token, and the language's own `entities`."""

    def __init__(self, data: memoryview) -> None:
        magic, count, keys, values, own = _HEAD.unpack_from(data)
        if magic != MAGIC:
            raise CodebookError("not a compiled codebook: run python -m dragoman.codebook.compile")
        begin = _HEAD.size
        size = 4 * (count + 1)
        self._marks = data[begin + size : begin + 2 * size].cast("I")
        start = begin + 2 * size
        self._keys = _Keys(data[start : start + keys], data[begin : begin + size].cast("I"))
        self._values = data[start + keys : start + keys + values]
        self.entities = _entities.decode(data[start + keys + values : start + keys + values + own])

    def readings(self, key: str) -> list[Reading]:
        """What forms that begin with this folded token can mean; an empty list for none."""
        sought = key.encode()
        at = bisect_left(self._keys, sought)
        if at == len(self._keys) or self._keys[at] != sought:
            return []
        return _readings.decode(self._values[self._marks[at] : self._marks[at + 1]])

    def keys(self) -> list[str]:
        """All folded first tokens, sorted by their bytes."""
        return [self._keys[at].decode() for at in range(len(self._keys))]


def _mapped(path: Path) -> memoryview:
    try:
        with path.open("rb") as handle:
            return memoryview(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
    except (FileNotFoundError, ValueError) as error:
        raise CodebookError(_missing(path), file=str(path)) from error


def _missing(path: Path) -> str:
    if path.name == FORMS:
        return f"the pack's names are not compiled: run dragoman pack compile {path.parent.name}"
    return "compiled codebook missing: run python -m dragoman.codebook.compile"


class Start(NamedTuple):
    """What may begin with a token: `alone` are readings of the token by itself, `longer` those that go on, by the folded token after it."""

    readings: tuple[Reading, ...]
    alone: tuple[Reading, ...]
    longer: dict[str, tuple[Reading, ...]]


def start_of(readings: tuple[Reading, ...]) -> Start:
    """Readings, longest first, sorted by what follows the first token."""
    longer: dict[str, list[Reading]] = {}
    for one in readings:
        if one.rest:
            longer.setdefault(one.rest[0], []).append(one)
    alone = tuple(one for one in readings if not one.rest)
    return Start(readings, alone, {key: tuple(rows) for key, rows in longer.items()}) if readings else NOTHING


NOTHING = Start((), (), {})


class Gazetteer:
    """The names of one language: `find(token)` gives what may begin with a token as it is written. Cheap after the first time."""

    def __init__(self, lang: str, table: FormTable, codebook: Codebook, overlay: tuple[FormTable, Codebook] | None = None) -> None:
        self.lang = lang
        self.entities: list[Entity] = [*codebook.entities, *table.entities]
        self._table = table
        self._overlay = overlay[0] if overlay else None
        self._offset = len(self.entities)
        self._replaced = frozenset(one.place for one in overlay[1].entities) if overlay else frozenset()
        if overlay:
            self.entities += [*overlay[1].entities, *overlay[0].entities]
        self.known: dict[str, Start] = {}
        self.folded: dict[str, str] = {}

    def find(self, text: str) -> tuple[Reading, ...]:
        """Readings that begin with this token, as its capitals allow; the longest ones first."""
        return self.start(text).readings

    def start(self, text: str) -> Start:
        """The same, sorted by what follows. Cheap after the first time."""
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = start_of(self._look_up(text))
        return found

    def fold(self, text: str) -> str:
        """A token folded; remembered."""
        found = self.folded.get(text)
        if found is None:
            found = self.folded[text] = fold(text)
        return found

    def _look_up(self, text: str) -> tuple[Reading, ...]:
        key = fold(text)
        allowed = 2 if text.isupper() and len(text) > 1 else 1 if text[:1].isupper() or not text[:1].isalpha() else 0
        rows = self._table.readings(key)
        if self._replaced:
            rows = [one for one in rows if self.entities[one.entity].place not in self._replaced]
        if self._overlay is not None:
            rows += [msgspec.structs.replace(one, entity=one.entity + self._offset) for one in self._overlay.readings(key)]
        return tuple(sorted((one for one in rows if one.capitals <= allowed), key=lambda one: -len(one.rest)))


def forms_file(lang: str) -> Path:
    """Where a language's compiled forms lie: beside the codebook, or in the folder of a pack of the user's own."""
    own = own_packs().get(lang)
    return own / FORMS if own else COMPILED / f"{lang}.forms"


def compiled_languages() -> tuple[str, ...]:
    """Codes of the languages that have compiled forms, sorted."""
    codes = {path.stem for path in COMPILED.glob("*.forms")} | set(own_packs())
    return tuple(sorted(code for code in codes if forms_file(code).exists()))


@cache
def _codebook_at(path: Path) -> Codebook:
    try:
        return _codebook.decode(path.read_bytes())
    except FileNotFoundError as error:
        raise CodebookError("compiled codebook missing: run python -m dragoman.codebook.compile", file=str(path)) from error


def compiled_codebook() -> Codebook:
    """The shipped codebook without the user's overrides."""
    return _codebook_at(COMPILED / "codebook.msgpack")


def load_codebook() -> Codebook:
    """States, bodies and people, with the user's overrides laid over them file by file."""
    folder = codebook_folder()
    return _merged(folder) if folder else compiled_codebook()


@cache
def _merged(folder: Path) -> Codebook:
    from dragoman.codebook.compile import compile_overlay

    base, (_, own) = compiled_codebook(), compile_overlay(folder, None)
    replaced = {one.place for group in (own.states, own.bodies, own.entities) for one in group} | set(own.checked)
    return Codebook(
        states=tuple(one for one in base.states if one.place not in replaced) + own.states,
        bodies=tuple(one for one in base.bodies if one.place not in replaced) + own.bodies,
        entities=tuple(one for one in base.entities if one.place not in replaced) + own.entities,
        checked={**base.checked, **own.checked},
    )


@cache
def _gazetteer(lang: str, folder: Path | None) -> Gazetteer:
    table = FormTable(_mapped(forms_file(lang)))
    if folder is None:
        return Gazetteer(lang, table, compiled_codebook())
    from dragoman.codebook.compile import compile_overlay

    data, own = compile_overlay(folder, lang)
    return Gazetteer(lang, table, compiled_codebook(), (FormTable(memoryview(data)), own))


def load_gazetteer(lang: str) -> Gazetteer:
    """The gazetteer of a language with the user's overrides, one per process. Raises `CodebookError` where it is not compiled."""
    return _gazetteer(lang, codebook_folder())
