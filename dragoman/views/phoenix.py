"""Phoenix (PETRARCH2): 26 columns, tab-separated, no header, CAMEO codes."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from dragoman.views.codes import cameo_of, state_of
from dragoman.views.dyads import Deed, code_of, deeds
from dragoman.views.places import point_of
from dragoman.views.tabbed import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.entry import Entry
    from dragoman.model.record import Participant

COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
    "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute", "EventCode", "EventRootCode", "QuadClass",
    "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
VERSION = "v0.1.0"


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write the table; events without a day are left out, the format has no way to say it. Returns how many rows."""
    return write_rows((_row(deed) for deed in deeds(entries) if deed.day), out)


def _row(deed: Deed) -> list[Any]:
    code, day, where = cameo_of(deed.event), deed.day or "", deed.event.where
    year, month, date = day.split("-")
    issues = ";".join(f"{context.upper()},1" for context in deed.event.contexts)
    urls = ";".join(one.url or one.document for one in deed.entry.sources)
    sites = ";".join(dict.fromkeys(one.site for one in deed.entry.sources if one.site))
    return [
        f"{deed.key}_{VERSION}", day.replace("-", ""), year, month, date, *_side(deed.actor), *_side(deed.recipient),
        code.code, code.root, code.quad, code.goldstein, issues, *point_of(where), where.name if where else None, None,
        where.country if where else None, f"{deed.claim.start}-{deed.claim.end}", urls, sites,
    ]  # fmt: skip


def _side(one: Participant | None) -> list[Any]:
    if one is None:
        return [None] * 4
    known = state_of(one.country)
    role = one.sector if one.sector not in (None, "IGO") else ("GOV" if known else None)
    return [code_of(one), one.country or one.id, role, one.name]
