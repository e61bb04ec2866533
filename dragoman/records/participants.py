"""From mentions to participants of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.record import Evidence, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model.mention import ActorMention


_MANY = 8
"""Of more states than these a region names none in particular ("leaders of Asian countries")."""


def evidence(text: str, start: int, end: int) -> Evidence:
    """The characters of a text as evidence."""
    return Evidence(start, end, text[start:end])


def participants(text: str, mentions: Iterable[ActorMention]) -> tuple[Participant, ...]:
    """Participants of mentions, each side once; a region or "both states" stands for its members."""
    found: dict[tuple[str | None, str | None, str | None], Participant] = {}
    for one in mentions:
        for part in _parts(text, one):
            key = (part.country, None if part.country else part.id, part.sector if part.sector not in (None, "GOV") else None)
            found.setdefault(key, part)
    return tuple(found.values())


def _parts(text: str, one: ActorMention) -> list[Participant]:
    """The sides that a mention names; a region that is no organisation and whose states are not known (the West) or too many (Africa) is
    none.
    """
    words = text[one.start : one.end]
    if one.role in ("region", "adjective") and one.country is None and one.sector is None and not one.members:
        return []
    if len(one.members) > _MANY:
        return []
    if one.members:
        return [Participant(name, country, one.sector, None, words, one.start, one.end) for name, country in one.members]
    return [Participant(one.name, one.country, one.sector, one.id, words, one.start, one.end)]


def side(one: Participant) -> str | None:
    """What tells sides apart: the state, else the organisation."""
    return one.country or one.id
