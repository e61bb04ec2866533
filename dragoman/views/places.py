"""Where the places of events lie, for the formats that have coordinates."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebook import state
from dragoman.datafile import load_data
from dragoman.errors import CodebookError
from dragoman.views.codes import CODEBOOK, state_of

if TYPE_CHECKING:
    from dragoman.model.record import Where


class Point(NamedTuple):
    """Degrees of latitude and longitude, WGS 84."""

    latitude: float
    longitude: float


NOWHERE = (None, None)
"""What formats give for a place whose coordinates are not known."""


@functools.cache
def _points() -> dict[str, dict[str, Point]]:
    rows = load_data(CODEBOOK / "coordinates.yml", CodebookError)
    return {code: {what: Point(*pair) for what, pair in row.items()} for code, row in rows.items()}


def state_point(code: str | None) -> Point | tuple[None, None]:
    """The middle of a state."""
    return _points().get(code or "", {}).get("state", NOWHERE)


def is_state(where: Where) -> bool:
    """Whether the place is a whole state."""
    codes = state_of(where.country)
    return codes is not None and where.name == codes.name


def point_of(where: Where | None) -> Point | tuple[None, None]:
    """A state's middle, a capital's own point; nothing for another place, since a wrong point is worse than none."""
    if where is None or where.country is None or state_of(where.country) is None:
        return NOWHERE
    if is_state(where):
        return state_point(where.country)
    if where.name == state(where.country).capitals.get("en"):
        return _points().get(where.country, {}).get("capital", NOWHERE)
    return NOWHERE
