"""Text files and standard input."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.sources.encodings import decode

LIMIT = 50_000_000
"""Bytes from which a single article is refused: no article is that long, so the file is something else."""


def read_text(path: str, *, limit: int = LIMIT) -> str:
    """The text of the file ``path`` (``-`` is standard input), line ends as ``\\n`` and without a byte order mark.

    Raises InputError for a missing file, a folder, an empty or too long or binary file, EncodingError for an encoding that is not read.
    """
    where = name_of(path)
    text = decode(read_bytes(path, limit=limit), where).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{where}: empty, there is nothing to read; give a file with text in it")
    return text


def read_bytes(path: str, *, limit: int = LIMIT) -> bytes:
    """The bytes of ``path`` (``-`` is standard input), with the errors of `read_text`."""
    where = name_of(path)
    if path == "-":
        return _at_most(sys.stdin.buffer, limit, where)
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{where}: this is a folder; name a file, or read the whole folder with 'dragoman ledger add'")
        if stat.S_ISREG(status.st_mode) and status.st_size >= limit:
            raise _too_long(where, limit)
        with open(path, "rb") as file:
            return _at_most(file, limit, where)
    except FileNotFoundError:
        raise InputError(f"{where}: no such file; check the name and the folder") from None
    except NotADirectoryError:
        raise InputError(f"{where}: no such file, a part of the path is not a folder; check the path") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{where}: cannot be opened ({why}); check the name and its permissions") from None


def name_of(path: str) -> str:
    """How messages call ``path``."""
    return "standard input" if path == "-" else path


def _at_most(file: BinaryIO, limit: int, where: str) -> bytes:
    data = file.read(limit)
    if len(data) >= limit:
        raise _too_long(where, limit)
    return data


def _too_long(where: str, limit: int) -> InputError:
    mend = "split it, or pass many articles as JSONL to 'dragoman ledger add'"
    return InputError(f"{where}: {limit / 1e6:g} MB or more, too long for one article; {mend}")
