"""GDELT 2.0: the event table (61 columns) and the mentions table (16), tab-separated, no header.

`AvgTone` is left empty: Dragoman measures no tone. Offsets of mentions are into the original text, which `Extras` says.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import IO, TYPE_CHECKING, Any

from dragoman.views.codes import cameo_of, state_of
from dragoman.views.dyads import Deed, body_of, code_of, deeds
from dragoman.views.places import is_state, point_of, state_point
from dragoman.views.tabbed import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.ledger.entry import Entry
    from dragoman.model.record import Participant, Where

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = ("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_ADM2Code", "Geo_Lat", "Geo_Long", "Geo_FeatureID")
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1{name}" for name in _GEO), *(f"Actor2{name}" for name in _GEO), *(f"Action{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_LANGUAGES = {"pl": "pol", "ru": "rus", "uk": "ukr"}


def render(entries: Iterable[Entry], out: IO[str]) -> int:
    """Write the event table; events without a day are left out. Returns how many rows."""
    return write_rows((_event(deed) for deed in deeds(entries) if deed.day), out)


def render_mentions(entries: Iterable[Entry], out: IO[str], *, lengths: dict[str, int] | None = None) -> int:
    """Write the mentions table: one row for each record of each dyad. ``lengths`` are documents' lengths in characters."""
    return write_rows((row for deed in deeds(entries) if deed.day for row in _mentions(deed, lengths or {})), out)


def number_of(deed: Deed) -> int:
    """A whole number for a row, the same on every machine: GDELT's ids are numbers."""
    return int.from_bytes(hashlib.sha256(deed.key.encode()).digest()[:7], "big")


def _event(deed: Deed) -> list[Any]:
    code, day = cameo_of(deed.event), dt.date.fromisoformat(deed.day or "")
    added = (deed.entry.first_seen or deed.day or "").replace("-", "") + "000000"
    fraction = day.year + (day.timetuple().tm_yday - 1) / 365
    place = _geo(deed.event.where)
    return [
        number_of(deed), f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, f"{fraction:.4f}", *_actor(deed.actor), *_actor(deed.recipient),
        1, code.code, code.base, code.root, code.quad, code.goldstein,
        len(deed.entry.records), deed.entry.voices, len(deed.entry.sources), None,
        *_home(deed.actor), *_home(deed.recipient), *place, added, deed.source.url or deed.source.document,
    ]  # fmt: skip


def _actor(one: Participant | None) -> list[Any]:
    if one is None:
        return [None] * len(_ACTOR)
    group = body_of(one)
    kind = one.sector or ("GOV" if one.country else None)
    return [code_of(one), one.name.upper(), one.country, group, None, None, None, kind, None, None]


def _home(one: Participant | None) -> list[Any]:
    codes = state_of(one.country) if one else None
    if codes is None:
        return [0, *[None] * (len(_GEO) - 1)]
    return [1, codes.name, codes.fips, codes.fips, None, *state_point(codes.code), codes.fips]


def _geo(where: Where | None) -> list[Any]:
    codes = state_of(where.country) if where else None
    if where is None or codes is None:
        return [0, *[None] * (len(_GEO) - 1)]
    whole = is_state(where)
    name = where.name if whole else f"{where.name}, {codes.name}"
    return [1 if whole else 4, name, codes.fips, codes.fips, None, *point_of(where), codes.fips if whole else None]


def _mentions(deed: Deed, lengths: dict[str, int]) -> Iterator[list[Any]]:
    sources = {one.document: one for one in deed.entry.sources}
    for record in deed.entry.records:
        source = sources[record.document or ""]
        spot = record.evidence[0]
        told = (source.published or deed.day or "").replace("-", "") + "000000"
        translated = _LANGUAGES.get(source.lang or "")
        yield [
            number_of(deed), (deed.day or "").replace("-", "") + "000000", told, 1, source.site or source.document,
            source.url or source.document, None, _offset(deed.actor, record.document == deed.event.document),
            _offset(deed.recipient, record.document == deed.event.document), spot.start, 1, max(10, round(record.confidence * 10) * 10),
            lengths.get(source.document), None, f"srclc:{translated};eng:Dragoman 0.1" if translated else None,
            f"offsets=original;record={record.id};end={spot.end}",
        ]  # fmt: skip


def _offset(one: Participant | None, here: bool) -> int:
    return one.start if here and one is not None and one.start is not None else -1
