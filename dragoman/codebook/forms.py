"""From data files to written forms: every name of one language, in every case, with the entity that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.codebook.entities import Entity, Reading
from dragoman.codebook.inflect import Inflected, Inflector, fold
from dragoman.codebook.load import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dragoman.codebook.entities import Codebook
    from dragoman.codebook.load import Source

Cut = Callable[[str], list[str]]
"""Cuts a name into the tokens that the sentence splitter would make of it."""


class Form(NamedTuple):
    """A declined form, its entity, its role, whether it is weak, and the lemma it was made of."""

    inflected: Inflected
    entity: Entity
    role: str
    weak: bool
    lemma: str


class Speller:
    """Spells the names of one language. Entities come from the compiled codebook so that all languages share them. `small` are words
    that no surname is recognised by, though it has that form (My, On, An)."""

    def __init__(self, lang: str, inflector: Inflector, codebook: Codebook, small: Iterable[str] = ()) -> None:
        self.lang = lang
        self._small = frozenset(small)
        self._inflector = inflector
        self._entities: dict[str, list[Entity]] = {}
        for one in codebook.entities:
            self._entities.setdefault(one.place, []).append(one)

    def spell(self, source: Source) -> Iterator[Form]:
        """All forms that a data file gives to this language."""
        kind = source.place.partition("/")[0]
        entities = self._entities.get(source.place, [])
        if kind == "states":
            yield from self._state(source, entities)
        elif kind == "offices":
            yield from self._people(source)
        else:
            yield from self._named(source, entities)

    def _phrase(self, text: str, entity: Entity, role: str, weak: bool, hint: str = "") -> Iterator[Form]:
        for one in self._inflector.phrase(text, hint):
            yield Form(one, entity, role, weak, text)

    def _adjectives(self, lemmas: Iterable[str], entity: Entity) -> Iterator[Form]:
        for lemma in lemmas:
            for one in self._inflector.adjective(lemma):
                yield Form(one, entity, "adjective", False, lemma)

    def _state(self, source: Source, entities: list[Entity]) -> Iterator[Form]:
        by_kind: dict[str, list[Entity]] = {}
        for one in entities:
            by_kind.setdefault(one.kind, []).append(one)
        state = by_kind["state"][0]
        hints = hints_of(source, self.lang)
        weak = frozenset((source.data.get("weak") or {}).get(self.lang) or ())
        names = names_of(source, self.lang)
        if names is not None:
            for name in (names.name, *names.variants):
                yield from self._phrase(name, state, "name", name in weak, hints.get(name, ""))
            yield from self._adjectives(names.adjectives, state)
            yield from self._demonyms(names.demonyms, state, weak)
        for name, entity, role in places_of(source, self.lang, by_kind):
            yield from self._phrase(name, entity, role, name in weak, hints.get(name, ""))

    def _demonyms(self, rows: Iterable[Mapping[str, str]], state: Entity, weak: frozenset[str]) -> Iterator[Form]:
        for row in rows:
            for key in ("masc", "fem", "one"):
                if row.get(key):
                    for one in self._demonym(row[key], key):
                        yield Form(one, state, "demonym", row[key] in weak, row[key])
            for one in self._inflector.people(row["many"], row.get("masc", "")) if row.get("many") else ():
                yield Form(one, state, "people", row["many"] in weak, row["many"])
            if row.get("fem") and self._inflector.declines:
                for one in self._inflector.phrase(row["fem"], plural=True):
                    if fold(one.form) != fold(row["fem"]):
                        yield Form(one, state, "people", row["fem"] in weak, row["fem"])

    def _demonym(self, word: str, key: str) -> Iterable[Inflected]:
        adjectival = self._inflector.declines and self._inflector.is_adjective(word) and not word[:1].isupper()
        if adjectival and key == "masc":
            return [one for one in self._inflector.adjective(word) if one.number != "p" and one.genders == 1]
        return self._inflector.phrase(word, {"masc": "masc", "fem": "fem"}.get(key, ""))

    def _named(self, source: Source, entities: list[Entity]) -> Iterator[Form]:
        entity = entities[0]
        hints = hints_of(source, self.lang)
        weak = frozenset((source.data.get("weak") or {}).get(self.lang) or ())
        role = "region" if entity.kind == "region" else "name"
        names = names_of(source, self.lang)
        still = "indecl" if source.data.get("indecl") else ""
        if names is not None:
            for name in dict.fromkeys((names.name, *names.variants)):
                yield from self._phrase(name, entity, role, name in weak, hints.get(name, still))
            yield from self._adjectives(names.adjectives, entity)
        english = names_of(source, "en") if self.lang != "en" else None
        for name in (english.name, *english.variants) if english else ():
            if entity.kind in ("firm", "org") and not (entity.kind == "org" and not name.isupper()) and len(name) > 1:
                one = Inflected(name.replace("|", ""), 127, "s", 7)
                yield Form(one, entity, role, False, name)

    def _people(self, source: Source) -> Iterator[Form]:
        seen: set[tuple[str, str]] = set()
        for entity, holder in holders_of(source, self._entities):
            names = [holder["name"].get(self.lang), *((holder.get("variants") or {}).get(self.lang) or ())]
            for name in filter(None, names):
                if (entity.name, name) not in seen:
                    seen.add((entity.name, name))
                    yield from self._person(entity, str(name), holder)

    def _person(self, entity: Entity, name: str, holder: Mapping[str, Any]) -> Iterator[Form]:
        words = name.split()
        surname = surname_of(holder, self.lang, words)
        for one in self._inflector.full_name(words, entity.sex, surname):
            yield Form(one, entity, "person" if len(words) > 1 else "surname", False, name)
        if len(words) > 1:
            alone = list(surname) if len("".join(surname)) > 1 else []
            for one in self._inflector.full_name(alone, entity.sex, alone[-1:]) if alone else ():
                if one.form.lower() not in self._small and len(one.form) > 1:
                    yield Form(one, entity, "surname", False, " ".join(alone))


def surname_of(holder: Mapping[str, Any], lang: str, words: list[str]) -> list[str]:
    """The words of a person's surname: as the file says, else the last word."""
    told = holder.get("surname")
    if isinstance(told, dict):
        told = told.get(lang)
    return str(told).split() if told else words[-1:]


def hints_of(source: Source, lang: str) -> dict[str, str]:
    """Grammatical hints of a file for one language: {name: pl | indecl | masc | fem | neut}."""
    return {str(name): str(hint) for name, hint in ((source.data.get("grammar") or {}).get(lang) or {}).items()}


def holders_of(source: Source, entities: Mapping[str, list[Entity]]) -> Iterator[tuple[Entity, Mapping[str, Any]]]:
    """Each holder of an office file with its person; a person who stands in several files belongs to the first one."""
    people = {key: one for group in entities.values() for one in group if one.kind == "person" for key in (one.name, one.id) if key}
    for office in source.data.get("offices") or ():
        for holder in office.get("holders") or ():
            person = people.get(str(holder.get("id"))) if holder.get("id") else None
            person = person or people.get(str(holder["name"]["en"]))
            if person is not None:
                yield person, holder


def places_of(source: Source, lang: str, by_kind: Mapping[str, list[Entity]]) -> Iterator[tuple[str, Entity, str]]:
    """Capitals, seats of government and other places (a row of `cities` is one place) that a state's file names, with their entities."""
    data = source.data
    capital = data.get("capital") or {}
    for name in (*(capital.get(lang) or ()), *((capital.get("former") or {}).get(lang) or ())):
        yield str(name), by_kind["capital"][0], "capital"
    for seat in (data.get("seats") or {}).get(lang) or ():
        name, sector = (seat["name"], seat.get("sector")) if isinstance(seat, dict) else (seat, None)
        yield str(name), next(one for one in by_kind["seat"] if one.sector == sector), "seat"
    pattern = by_kind["place"][0]
    for row in data.get("cities") or ():
        for name in row.get(lang) or ():
            yield str(name), Entity("place", pattern.place, str(row["en"][0]), pattern.country, None, None), "place"


def capitals_of(lemma: str) -> int:
    """0: the form may stand in lower case; 1: it starts with a capital; 2: it is an abbreviation and stands as written."""
    first = lemma.split()[0]
    letters = [c for c in first if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and len(letters) < 7:
        return 2
    return 1 if first[:1].isupper() or not first[:1].isalpha() else 0


def collect_readings(forms: Iterable[Form], cut: Cut, index: Callable[[Entity], int]) -> dict[str, list[Reading]]:
    """Forms gathered by their first token, folded. Readings that differ in grammar only become one."""
    table: dict[str, dict[tuple[Any, ...], Reading]] = {}
    for inflected, entity, role, weak, lemma in forms:
        tokens = [fold(one) for one in cut(inflected.form)]
        if not tokens:
            continue
        first, rest = tokens[0], tuple(tokens[1:])
        at = index(entity)
        key = (rest, at, role, inflected.number)
        row = table.setdefault(first, {})
        before = row.get(key)
        capitals = 0 if entity.kind == "org" and rest and len(lemma) > 13 else capitals_of(lemma)
        cases, genders = inflected.cases, inflected.genders
        if before is not None:
            cases, genders, weak = cases | before.cases, genders | before.genders, weak and before.weak
            capitals = min(capitals, before.capitals)
        row[key] = Reading(rest, at, role, cases, inflected.number, genders, capitals, weak)
    return {first: sorted(row.values(), key=_order) for first, row in table.items()}


def _order(reading: Reading) -> tuple[Any, ...]:
    return (-len(reading.rest), reading.rest, reading.entity, reading.role, reading.number)
