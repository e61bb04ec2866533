"""JSON lines as the record contract gives them: one record a line, sorted by the start of its first evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model.record import Record


def render(records: Iterable[Record]) -> str:
    """All records as one string of JSON lines (empty where there are none)."""
    encoder = msgspec.json.Encoder()
    return "".join(encoder.encode(one).decode() + "\n" for one in records)
