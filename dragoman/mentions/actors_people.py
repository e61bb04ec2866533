"""For whom a person speaks on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from dragoman.codebook.entities import Entity, Term

FORMER = "ELI"
"""PLOVER's sector for former officials and elites."""
_TOP = (
    "head_of_state",
    "head_of_government",
    "monarch",
    "foreign_minister",
    "president_of_body",
    "secretary_general",
    "high_representative",
)


class Stand(NamedTuple):
    """Whom somebody acts for: a state's code or a body's id, a sector, and the office held."""

    country: str | None
    body: str | None
    sector: str | None
    office: str = ""


def stand_of(person: Entity, on: dt.date | None, office: str | None = None, country: str | None = None) -> Stand:
    """Whom a person acts for on a day.

    A term that fits the `office` or `country` that the text tells wins. Else the term of the day; else the last one before it, as a former
    holder. Without a day an international office goes before a national one, and then a later term before an earlier one.
    """
    terms = person.terms
    if not terms:
        return Stand(person.country, None, None)
    day = on.isoformat() if on else None
    fitting = [one for one in terms if (office and one.office == office) or (country and one.country == country)]
    pool = fitting or list(terms)
    if day is None:
        best = max(pool, key=lambda one: (one.body is not None, one.since or ""))
        return Stand(best.country, best.body, best.sector, best.office)
    current = [one for one in pool if one.holds(day)] or [one for one in terms if one.holds(day)]
    if current:
        best = max(current, key=_weight)
        return Stand(best.country, best.body, best.sector, best.office)
    past = [one for one in pool if (one.since or "") <= day]
    best = max(past, key=lambda one: one.until or "") if past else min(pool, key=lambda one: one.since or "")
    return Stand(best.country, best.body, FORMER if past else best.sector)


def _weight(term: Term) -> tuple[bool, str]:
    return (term.office in _TOP, term.since or "")


def prominent(person: Entity) -> bool:
    """Somebody whose surname alone is understood: who heads or headed a state, a government, a foreign ministry or a body."""
    return any(one.office in _TOP or one.office in ("foreign_spokesperson", "spokesperson") for one in person.terms)


def leads(person: Entity) -> bool:
    """Somebody who is or was head of a state or government."""
    return any(one.office in _TOP[:3] for one in person.terms)


_LATELY = 4
"""For so many years the press calls a former leader by the surname alone."""


def led_lately(person: Entity, on: dt.date) -> bool:
    """Did the person lead a state or government until a few years before a day?"""
    first = f"{on.year - _LATELY}{on.isoformat()[4:]}"
    return any(one.office in _TOP[:3] and one.until is not None and first <= one.until <= on.isoformat() for one in person.terms)


def leads_state(office: str | None) -> bool:
    """Is it the office of a head of state or government?"""
    return office in _TOP[:3]


def in_office(person: Entity, on: dt.date | None) -> bool:
    """Does the person hold an office on a day (any day where none is told)?"""
    return on is None or any(one.holds(on.isoformat()) for one in person.terms)
