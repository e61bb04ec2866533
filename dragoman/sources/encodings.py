"""Which encoding some bytes are in, judged by how well the letters fit the languages that Dragoman reads.

UTF-8 and UTF-16 are told by their form. The eight-bit encodings have no form, so each candidate decodes the bytes and the result is
scored: letters that Polish, Russian or Ukrainian use count for it, control characters, box drawings, capitals inside words and words
of two scripts count against it. Encodings that nobody should still use are candidates too: a text in one of them is named and refused.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from dragoman.errors import EncodingError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

READ = ("cp1250", "iso8859-2", "cp1251", "koi8-r", "koi8-u")
"""Eight-bit encodings that are read."""
REFUSED = ("iso8859-5", "cp866", "cp852", "mac-cyrillic", "mac-latin2")
"""Eight-bit encodings that are recognised, named and refused."""
NAMES = {
    "cp1250": "windows-1250",
    "iso8859-2": "ISO-8859-2",
    "cp1251": "windows-1251",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "iso8859-5": "ISO-8859-5",
    "cp866": "IBM866",
    "cp852": "IBM852",
    "mac-cyrillic": "Mac Cyrillic",
    "mac-latin2": "Mac Central European",
}
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "gzip data",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"7z\xbc\xaf": "a 7-Zip archive",
}
"""First bytes of files that people take for articles."""

_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмОЕАИНТСРВЛКМіІ")
"""Letters that make up two thirds of running text: what tells the right decoding of a text in capitals."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_MARKS = frozenset("„”“‘’‚–—…«»№§°\u00a0€•")
_BROKEN = re.compile(r"[^\W\d_a-z][a-z]*(?<=[a-zа-яіїєґąćęłńóśźż])[А-ЯЁІЇЄҐĄĆĘŁŃÓŚŹŻ](?=\w)|[a-zA-Z][Ѐ-ӿ]|[Ѐ-ӿ][a-zA-Z]|[а-яіїєґ][А-ЯІЇЄҐ]")
_SAMPLE = 200_000
"""Bytes that are scored; a text does not change its encoding half way."""


def decode(data: bytes, where: str) -> str:
    """The text of ``data``. ``where`` names the file in messages. Raises InputError for binary data, EncodingError for other encodings."""
    if kind := next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None):
        raise InputError(f"{where}: this is {kind}, not text; save the article as plain text or HTML")
    if (marked := _by_mark(data, where)) is not None:
        return marked
    if b"\x00" in data:
        return _wide(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data, where)
    _refuse_controls(text, where)
    return text


def _by_mark(data: bytes, where: str) -> str | None:
    """The text where a byte order mark tells the encoding."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and len(data) % 4 == 0:
        raise EncodingError(f"{where}: encoded in UTF-32, which is not read; save it as UTF-8")
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise EncodingError(f"{where}: marked as {encoding.upper()} but broken at byte {error.start}; save it as UTF-8") from None
    return None


def _wide(data: bytes, where: str) -> str:
    """UTF-16 without a mark, where nearly every character is a plausible one; else the bytes are binary."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plain = sum(char.isspace() or " " <= char <= "ž" or "Ѐ" <= char <= "ӿ" or char in _MARKS for char in text)
        if text and plain / len(text) > 0.97:
            return text
    raise InputError(f"{where}: binary data, not text; save the article as plain text in UTF-8")


def _refuse_controls(text: str, where: str) -> None:
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in text[:_SAMPLE])
    if controls > max(2, len(text[:_SAMPLE]) // 200):
        raise InputError(f"{where}: binary data, not text; save the article as plain text in UTF-8")


def _eight_bit(data: bytes, where: str) -> str:
    sample = data[:_SAMPLE]
    scored = sorted(((score, -place, name) for place, name in enumerate(READ + REFUSED) if (score := _plausible(sample, name)) is not None),
                    reverse=True)  # fmt: skip
    score, _, best = scored[0] if scored else (0.0, 0, "")
    if score < 0.35:
        raise EncodingError(f"{where}: in an encoding that is not recognised ({_first_bytes(data)}); save it as UTF-8")
    if best in REFUSED:
        raise EncodingError(f"{where}: encoded in {NAMES[best]}, which is not read; save it as UTF-8")
    text = data.decode(best, "replace")
    _refuse_controls(text, where)
    return text


def _plausible(sample: bytes, encoding: str) -> float | None:
    """How natural ``sample`` looks in ``encoding``: 1 for text made of the expected letters alone, None where it cannot be decoded."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    other = [char for char in text if char > "\x7f"]
    if not other:
        return None
    broken = len(_BROKEN.findall(text))
    return (sum(_weights(other)) - 2 * broken) / len(other)


def _weights(chars: Iterable[str]) -> Iterable[float]:
    for char in chars:
        if char in _POLISH or char in _COMMON_CYRILLIC:
            yield 1.0
        elif _CYRILLIC.match(char):
            yield 0.7
        elif char in _MARKS:
            yield 0.8
        elif char.isalpha():
            yield 0.3
        else:
            yield -1.0


def _first_bytes(data: bytes) -> str:
    place = next((index for index, byte in enumerate(data) if byte > 0x7F), 0)
    return f"byte {place} is 0x{data[place]:02x}"
