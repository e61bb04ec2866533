"""Gathers the language-independent part of the codebook: states, bodies and entities out of the data files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.codebook.entities import Body, Codebook, Entity, State, Term
from dragoman.codebook.load import day_text, members_of, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dragoman.codebook.load import Source

_LANGUAGES = ("en", "pl", "ru", "uk")


def gather(sources: Mapping[str, Source]) -> Codebook:
    """Everything that does not depend on a language. Sorted, so that the same files give the same bytes."""
    by_kind: dict[str, list[Source]] = {}
    for source in sources.values():
        by_kind.setdefault(source.place.partition("/")[0], []).append(source)
    bodies = [body_of(one) for one in by_kind.get("organisations", [])]
    entities: list[Entity] = []
    for source in by_kind.get("states", []):
        entities.extend(state_entities(source))
    for source in by_kind.get("regions", []):
        entities.append(region_entity(source))
    for source, body in zip(by_kind.get("organisations", []), bodies, strict=True):
        entities.append(Entity("org", source.place, body.name, None, source.data.get("sector"), body.acts_for or body.id))
    for kind, name in (("firms", "firm"), ("groups", "group")):
        entities.extend(actor_entity(one, name) for one in by_kind.get(kind, []))
    entities.extend(people(by_kind.get("offices", [])))
    return Codebook(
        states=tuple(state_of(one) for one in by_kind.get("states", [])),
        bodies=tuple([*bodies, *(region_body(one) for one in by_kind.get("regions", []))]),
        entities=tuple(entities),
        checked={one.place: day_text(one.data.get("checked")) or "" for one in by_kind.get("offices", [])},
    )


def _plain_names(source: Source) -> dict[str, str]:
    return {lang: names.name.replace("|", "") for lang in _LANGUAGES if (names := names_of(source, lang)) is not None}


def state_of(source: Source) -> State:
    """A state's facts."""
    data = source.data
    capital = data.get("capital") or {}
    return State(
        code=str(data["code"]),
        place=source.place,
        name=_plain_names(source)["en"],
        names=_plain_names(source),
        capitals={lang: str(capital[lang][0]) for lang in _LANGUAGES if capital.get(lang)},
        numeric=day_text(data.get("numeric")),
        wikidata=data.get("wikidata"),
        cow=data.get("cow"),
        gw=data.get("gw"),
        fips=data.get("fips"),
        since=day_text(data.get("from")),
        until=day_text(data.get("until")),
        of=data.get("of"),
        successors=tuple(data.get("successors") or ()),
    )


def state_entities(source: Source) -> Iterator[Entity]:
    """A state, its capital, its seats (one entity a sector) and a pattern for its other places."""
    data = source.data
    code = str(data.get("of") or data["code"])
    name = _plain_names(source)["en"]
    identifier = data.get("wikidata") or code
    yield Entity("state", source.place, name, code, None, identifier)
    capital = data.get("capital") or {}
    yield Entity("capital", source.place, str((capital.get("en") or [name])[0]), code, None, capital.get("wikidata") or identifier)
    seats = [seat for rows in (data.get("seats") or {}).values() for seat in rows]
    for sector in sorted({str(one.get("sector") or "") for one in seats if isinstance(one, dict)} | {""}):
        yield Entity("seat", source.place, name, code, sector or None, identifier)
    yield Entity("place", source.place, name, code)


def region_entity(source: Source) -> Entity:
    """A region: its members are those of its file, whatever the day; `acts_for` names the body that its leaders and firms count for."""
    body = source.data.get("acts_for")
    terms = (Term("", None, str(body), None, None, None),) if body else ()
    return Entity("region", source.place, _plain_names(source)["en"], None, None, str(source.data["id"]), "", terms, _codes(source))


def _codes(source: Source) -> tuple[str, ...]:
    return tuple(one.code for one in members_of(source))


def body_of(source: Source) -> Body:
    """An organisation or format; an organ says which one it acts for."""
    data = source.data
    return Body(
        id=str(data["id"]),
        place=source.place,
        name=_plain_names(source)["en"],
        kind=str(data.get("kind", "organisation")),
        acts_for=str(data["acts_for"]) if data.get("acts_for") else None,
        seat=data.get("seat"),
        wikidata=data.get("wikidata"),
        members=tuple((one.code, one.since, one.until) for one in members_of(source)),
        names=_plain_names(source),
    )


def region_body(source: Source) -> Body:
    """A region as a body, for `members_of`."""
    members = tuple((one.code, one.since, one.until) for one in members_of(source))
    data = source.data
    return Body(
        str(data["id"]), source.place, _plain_names(source)["en"], "region", None, None, data.get("wikidata"), members, _plain_names(source)
    )


def actor_entity(source: Source, kind: str) -> Entity:
    """A firm or an armed group, with the terms of its sector where the file gives any (Taliban: REB, then GOV)."""
    data = source.data
    terms = tuple(
        Term("", data["country"], None, one.get("sector"), day_text(one.get("from")), day_text(one.get("until")))
        for one in data.get("terms") or ()
    )
    identifier = data.get("wikidata") or str(data["id"])
    return Entity(kind, source.place, str(data["name"]), str(data["country"]), data.get("sector"), identifier, "", terms)


def people(sources: Iterable[Source]) -> list[Entity]:
    """Everybody who holds or held an office: one entity a person, with all the terms. Wikidata id or English name tells who is the same."""
    found: dict[str, dict[str, Any]] = {}
    alias: dict[str, str] = {}
    for source in sources:
        country, body = source.data.get("state"), source.data.get("organisation")
        for office in source.data.get("offices") or ():
            for holder in office.get("holders") or ():
                name, wikidata = str(holder["name"]["en"]), holder.get("id")
                key = alias.get(str(wikidata)) if wikidata else None
                key = key or alias.get(name) or name
                alias[name] = key
                if wikidata:
                    alias[str(wikidata)] = key
                row = found.setdefault(
                    key,
                    {"place": source.place, "name": name, "id": wikidata, "sex": holder.get("sex") or "m", "country": country, "terms": []},
                )
                row["id"] = row["id"] or wikidata
                row["terms"].append(_term(office, holder, country, body))
    return [person(row) for row in found.values()]


def _term(office: Mapping[str, Any], holder: Mapping[str, Any], country: str | None, body: str | None) -> Term:
    since, until = day_text(holder.get("from")), day_text(holder.get("until"))
    sector = holder.get("sector") or office.get("sector")
    return Term(str(office["office"]), country, body, sector, since, until)


def person(row: Mapping[str, Any]) -> Entity:
    """A person; terms sorted by their beginning."""
    terms = tuple(
        sorted(set(row["terms"]), key=lambda one: (one.since or "", one.until or "9999", one.office, one.country or "", one.body or ""))
    )
    return Entity("person", row["place"], row["name"], row["country"], None, row["id"], row["sex"], terms)
