"""POLECAT's table (PLOVER): 40 columns, tab-separated, with a header; an empty cell is the word None, as in the published files."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from dragoman.codebook.plover import quad_of, score_of
from dragoman.views.codes import state_of
from dragoman.views.dyads import Deed, deeds
from dragoman.views.places import point_of
from dragoman.views.tabbed import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry
    from dragoman.model.record import Participant

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
VERSION = "Dragoman 0.1"


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write the table. Returns how many rows."""
    return write_rows((_row(deed) for deed in deeds(entries)), out, header=HEADER, empty="None")


def _row(deed: Deed) -> list[Any]:
    event, where = deed.event, deed.event.where
    return [
        deed.key, deed.day, event.type, f"{event.type}-{event.mode}" if event.mode else None,
        score_of(event.type, event.mode), quad_of(event.type).replace("_", " ").upper(), ";".join(event.contexts),
        *_side(deed.actor), *_side(deed.recipient),
        where.name if where else None, None, None, None, where.country if where else None,
        *point_of(where), None, where.text if where else None, None,
        deed.source.site or deed.source.document, deed.source.published,
        *_story(deed), deed.source.lang, VERSION,
    ]  # fmt: skip


def _side(one: Participant | None) -> list[Any]:
    if one is None:
        return [None] * 8
    codes = state_of(one.country)
    sector = one.sector or ("GOV" if one.country else None)
    return [one.name, one.country, codes.cow if codes else None, sector, sector, None, one.text, one.id]


def _story(deed: Deed) -> list[str]:
    """People, organisations and places of the event, as the published files list those of the story."""
    people = [*deed.event.actors, *deed.event.recipients]
    persons = [one.name for one in people if one.country and one.sector and one.id]
    organisations = [one.name for one in people if not one.country]
    places = [deed.event.where.name] if deed.event.where else []
    return [";".join(dict.fromkeys(names)) for names in (persons, organisations, places)]
