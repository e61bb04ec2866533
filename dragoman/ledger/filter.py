"""Which entries are asked for: conditions with the contract's own names, checked before anything is read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import InputError
from dragoman.model.record import CHANGES, EVENT_TYPES, KINDS, LEVELS, MEASURES, STANCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry

STATUSES = ("open", "accepted", "corrected", "rejected")
"""What review can have made of an entry."""
TYPES = (*EVENT_TYPES, *CHANGES, *LEVELS, *MEASURES, *STANCES)
"""What an entry can be of within its kind: event type, change or level of a relation, measure, stance."""


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries are wanted: every condition given must hold. `between` holds one or two sides; `since` and `until` are days."""

    between: tuple[str, ...] = ()
    type: str | None = None
    kind: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    status: str | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether an entry in memory is wanted."""
        day = entry.day
        return (
            set(self.between) <= set(entry.sides)
            and self.type in (None, entry.type)
            and self.kind in (None, entry.kind)
            and (self.status is None or self.status == entry.status)
            and (self.since is None or (day is not None and day >= self.since.isoformat()))
            and (self.until is None or (day is not None and day <= self.until.isoformat()))
        )


def checked(wanted: Filter) -> Filter:
    """The filter with its names as the ledger writes them (``kaz`` is KAZ, ``eu`` EU, ``agree`` AGREE).

    Raises `InputError` for a name that no entry can have, for more than two sides and for a period that ends before it begins.
    """
    if len(wanted.between) > 2:
        raise InputError("between: give one side or two, as codes like KAZ RUS")
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise InputError(f"since {wanted.since} is after until {wanted.until}; nothing can lie between: exchange them")
    return msgspec.structs.replace(
        wanted,
        between=tuple(known_side(name) for name in wanted.between),
        type=_one_of("type", wanted.type, TYPES),
        kind=_one_of("kind", wanted.kind, KINDS),
        status=_one_of("status", wanted.status, STATUSES),
    )


def known_side(name: str) -> str:
    """A side by its code in any case or, for a state, its English name; another name is taken as it is written."""
    from dragoman.codebook import organisation_ids, state_names

    codes = state_names()
    known = {name.lower(): code for code, name in codes.items()} | {code.lower(): code for code in (*codes, *organisation_ids())}
    return known.get(name.lower(), name)


def _one_of(what: str, value: str | None, names: Iterable[str]) -> str | None:
    if value is None:
        return None
    for name in names:
        if name.lower() == value.lower():
            return name
    raise InputError(f"{what}: {value!r} is not known; give one of {', '.join(names)}")
