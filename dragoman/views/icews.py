"""ICEWS: 20 columns, tab-separated, with a header; countries are English names."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from dragoman.views.codes import cameo_of, country_name, state_of
from dragoman.views.dyads import Deed, deeds
from dragoman.views.places import point_of
from dragoman.views.tabbed import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry

HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name",
    "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write the table. Returns how many rows."""
    return write_rows((_row(deed) for deed in deeds(entries)), out, header=HEADER)


def _row(deed: Deed) -> list[Any]:
    code, where = cameo_of(deed.event), deed.event.where
    place = state_of(where.country) if where else None
    target = deed.recipient
    return [
        deed.key, deed.day, deed.actor.name, deed.actor.sector, country_name(deed.actor), deed.claim.text, code.code, code.goldstein,
        target.name if target else None, target.sector if target else None, country_name(target),
        deed.source.document, None, deed.source.site, where.name if where else None, None, None, place.name if place else None,
        *point_of(where),
    ]  # fmt: skip
