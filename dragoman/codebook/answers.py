"""Questions that the codebook answers."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebook.gazetteer import compiled_languages, load_codebook, load_gazetteer
from dragoman.codebook.inflect import fold
from dragoman.errors import InputError

if TYPE_CHECKING:
    import datetime as dt

    from dragoman.codebook.entities import Body, Codebook, Entity, State, Term

_MANY = 20


class Holder(NamedTuple):
    """A person with one of the person's terms; `former` where the term does not cover the day asked about."""

    person: Entity
    term: Term
    former: bool


def state(code: str) -> State:
    """A state's facts by ISO 3166-1 alpha-3 code, or by its name in one of the languages. Raises `InputError` for what is neither."""
    states = load_codebook().states
    for one in states:
        if one.code == code.upper():
            return one
    for one in states:
        if fold(code) in {fold(name) for name in one.names.values()}:
            return one
    raise InputError(f"no state {code!r} in the codebook: give an ISO 3166-1 alpha-3 code such as KAZ, or its name")


def state_names() -> dict[str, str]:
    """English names of states by code."""
    return _state_names(load_codebook())


@cache
def _state_names(codebook: Codebook) -> dict[str, str]:
    return {one.code: one.name for one in codebook.states}


def organisation_ids() -> tuple[str, ...]:
    """Ids of the organisations, formats and regions."""
    return tuple(one.id for one in load_codebook().bodies)


def acting_bodies() -> frozenset[str]:
    """Ids of the organisations and formats that act and speak as one; a region does not."""
    return _acting_bodies(load_codebook())


@cache
def _acting_bodies(codebook: Codebook) -> frozenset[str]:
    return frozenset(one.id for one in codebook.bodies) - {one.id for one in codebook.entities if one.kind == "region" and one.id}


def regions() -> dict[str, tuple[tuple[str, str], ...]]:
    """The states of each region, as (name, code) pairs, by the region's id."""
    return _regions(load_codebook())


def reported() -> frozenset[str]:
    """Office files of the states and bodies that are much in the news: those for which the codebook lists many people."""
    return _reported(load_codebook())


@cache
def _reported(codebook: Codebook) -> frozenset[str]:
    people = Counter(one.place for one in codebook.entities if one.kind == "person")
    return frozenset(place for place, count in people.items() if count >= _MANY)


def offices_by_state() -> dict[str, frozenset[str]]:
    """The offices that the codebook knows holders of, by the state's code."""
    return _offices_by_state(load_codebook())


@cache
def _offices_by_state(codebook: Codebook) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for person in codebook.entities:
        for term in person.terms if person.kind == "person" else ():
            if term.country:
                found.setdefault(term.country, set()).add(term.office)
    return {code: frozenset(offices) for code, offices in found.items()}


@cache
def _regions(codebook: Codebook) -> dict[str, tuple[tuple[str, str], ...]]:
    names = _state_names(codebook)
    return {one.id or "": tuple((names.get(code, code), code) for code in one.members) for one in codebook.entities if one.kind == "region"}


def organisation(identifier: str) -> Body:
    """An organisation, format or region by its id ("EU", "C5+1", "central-asia"). Raises `InputError` where there is none."""
    for one in load_codebook().bodies:
        if one.id.lower() == identifier.lower():
            return one
    raise InputError(f"no organisation {identifier!r} in the codebook: give an id such as EU, UN or C5+1")


def members_of(identifier: str, on: dt.date | None = None) -> tuple[str, ...]:
    """Codes of the states that belong to an organisation or region on a day (today's list where no day is told)."""
    day = on.isoformat() if on else None
    rows = organisation(identifier).members
    if day is None:
        return tuple(code for code, _, until in rows if until is None)
    return tuple(code for code, since, until in rows if (since is None or since <= day) and (until is None or day < until))


def who_holds(office: str, of: str, on: dt.date) -> tuple[Holder, ...]:
    """Who holds an office of a state (code) or organisation (id) on a day; more than one for collective offices and ministries."""
    day = on.isoformat()
    found = [
        Holder(person, term, False)
        for person in load_codebook().entities
        if person.kind == "person"
        for term in person.terms
        if term.office == office and of in (term.country, term.body) and term.holds(day)
    ]
    return tuple(sorted(found, key=lambda one: (one.term.since or "", one.person.name)))


def who_is(name: str, on: dt.date | None = None) -> tuple[Holder, ...]:
    """Everybody who may be meant by a name in any of the languages and forms, each with the term that counts on the day."""
    people = _named(name, ("person", "surname"))
    return tuple(_holder(one, on) for one in people if one.terms)


def what_is(name: str) -> tuple[Entity, ...]:
    """Every state, capital, place, region, organisation, firm or group that may be meant by a name, in any of the languages and forms."""
    return tuple(one for one in _named(name, ("name", "capital", "seat", "place", "region")) if one.kind in _THINGS)


_THINGS = ("state", "capital", "seat", "place", "region", "org", "firm", "group")


def _named(name: str, roles: tuple[str, ...]) -> list[Entity]:
    """Entities that a name can mean in one of these roles, each once, by kind and name."""
    words = fold(name).split()
    found: dict[tuple[str, str], Entity] = {}
    for lang in compiled_languages() if words else ():
        gazetteer = load_gazetteer(lang)
        first = name.split()[0]
        for one in gazetteer.find(first[:1].upper() + first[1:]):
            if one.role in roles and list(one.rest) == words[1:]:
                entity = gazetteer.entities[one.entity]
                found[entity.kind, entity.name] = entity
    return [one for _, one in sorted(found.items())]


def _holder(person: Entity, on: dt.date | None) -> Holder:
    if on is None:
        last = max(person.terms, key=lambda one: (one.until is None, one.since or ""))
        return Holder(person, last, last.until is not None)
    day = on.isoformat()
    current = [one for one in person.terms if one.holds(day)]
    past = [one for one in person.terms if (one.since or "") <= day]
    term = max(current or past or person.terms, key=lambda one: one.since or "")
    return Holder(person, term, not current)


def is_known(word: str, lang: str | None) -> bool:
    """True for a word by which names of the codebook begin, of a state, body, firm or person; not for one that only names places."""
    if lang not in compiled_languages():
        return False
    return any(one.role != "place" for one in load_gazetteer(lang).find(word))


def country_of_place(name: str, lang: str) -> str | None:
    """The state that a city, region or capital lies in, by its name in any form; None where the codebook does not know it."""
    gazetteer = load_gazetteer(lang)
    words = name.split()
    for one in gazetteer.find(words[0]) if words else ():
        if one.role in ("place", "capital", "name") and list(one.rest) == [fold(word) for word in words[1:]]:
            country = gazetteer.entities[one.entity].country
            if country:
                return country
    return None
