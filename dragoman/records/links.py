"""Ties between the records of one article, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.record import Record


def link(records: Sequence[Record]) -> list[Record]:
    """The records in the order of their first evidence, with their links."""
    return sorted(records, key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.kind, one.id))
