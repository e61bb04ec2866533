"""The nouns of the compiled codebook: who there is, and what a written form can mean."""

from __future__ import annotations

import msgspec


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A person's time in an office of a state (ISO alpha-3 `country`) or of an organisation (`body`). Dates are EDTF prefixes or None."""

    office: str
    country: str | None
    body: str | None
    sector: str | None
    since: str | None
    until: str | None

    def holds(self, day: str) -> bool:
        """True when the term covers a day "YYYY-MM-DD". A date without day or month covers all of them, at both ends."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until or day.startswith(self.until))


class Entity(msgspec.Struct, frozen=True, array_like=True):
    """Somebody or something that a text can name.

    `kind` is state, capital, seat, place, region, org, person, firm, group, project, title, organ or stop; `place` the data file it comes
    from. `name` is canonical English; `country`, `sector` and `id` are what a mention of it says. `members` are the codes of a region.
    """

    kind: str
    place: str
    name: str
    country: str | None = None
    sector: str | None = None
    id: str | None = None
    sex: str = ""
    terms: tuple[Term, ...] = ()
    members: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """What a form can mean: `rest` are the folded tokens after the first; `entity` an index into the gazetteer's entities.

    `role` is name, adjective, demonym, people, capital, seat, place, region, person, surname, title, organ, stop ...; `cases`, `number` and
    `genders` are the form's grammar. `capitals` asks for 0 nothing, 1 a first capital, 2 capitals as in an abbreviation. A `weak` form is a
    common word or another name too: it needs context.
    """

    rest: tuple[str, ...]
    entity: int
    role: str
    cases: int
    number: str
    genders: int
    capitals: int
    weak: bool


class Body(msgspec.Struct, frozen=True, array_like=True):
    """An organisation or format of states, or a region: `members` as (code, since, until)."""

    id: str
    place: str
    name: str
    kind: str
    acts_for: str | None
    seat: str | None
    wikidata: str | None
    members: tuple[tuple[str, str | None, str | None], ...]
    names: dict[str, str]


class State(msgspec.Struct, frozen=True, array_like=True):
    """A state's facts: codes of the field, names and capitals in the four languages, years of existence, successors, parent (`of`)."""

    code: str
    place: str
    name: str
    names: dict[str, str]
    capitals: dict[str, str]
    numeric: str | None = None
    wikidata: str | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None
    since: str | None = None
    until: str | None = None
    of: str | None = None
    successors: tuple[str, ...] = ()


class Codebook(msgspec.Struct, frozen=True, eq=False):
    """The language-independent part of the compiled codebook. `checked` tells when each office file was last checked."""

    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    entities: tuple[Entity, ...]
    checked: dict[str, str]
