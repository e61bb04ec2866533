"""What can go wrong, as one tree. Every message is one line that says what, where and how to mend it.

DragomanError
├── InputError          a file, text, date or option that cannot be used     exit 2 for one input, 3 where others went on
│   ├── EncodingError   bytes in an encoding that is not read
│   └── LanguageError   a language without a pack
├── PackError           a language pack with a fault: names file, line and rule
├── CodebookError       a codebook entry with a fault: names file and line
└── LedgerError         exit 4
    ├── LedgerLocked    another process is writing
    └── LedgerVersion   a ledger of another version
"""

from __future__ import annotations


class DragomanError(Exception):
    """Any error that Dragoman raises on purpose. `exit_code` is the command's exit status."""

    exit_code = 1


class InputError(DragomanError):
    """An input that cannot be used: a missing file, a folder, an empty file, binary, an impossible date."""

    exit_code = 2


class EncodingError(InputError):
    """Bytes in an encoding that Dragoman does not read."""


class LanguageError(InputError):
    """A language for which there is no pack."""


class _Located(DragomanError):
    """A fault in a data file, with its place."""

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None, rule: str | None = None) -> None:
        place = ":".join(str(part) for part in (file, line) if part is not None)
        named = f" rule {rule}:" if rule else ""
        super().__init__(f"{place}:{named} {message}" if place else f"{named} {message}".strip())
        self.file, self.line, self.rule = file, line, rule


class PackError(_Located):
    """A language pack with a fault."""


class CodebookError(_Located):
    """A codebook entry with a fault."""


class LedgerError(DragomanError):
    """The ledger cannot be used."""

    exit_code = 4


class LedgerLocked(LedgerError):
    """Another process is writing to the ledger."""


class LedgerVersion(LedgerError):
    """The ledger was written by another version of Dragoman."""
