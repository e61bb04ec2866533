"""JSON lines, one entry a line: all that the ledger knows, with the records as the record contract gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

    from dragoman.ledger.entry import Entry


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write one entry a line. Returns how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    for entry in entries:
        out.write(encoder.encode(entry).decode() + "\n")
        count += 1
    return count
