"""The words for offices, organs, sides and peoples (a pack's `actors.yml`), declined and made entities of one language.

Sections of the file: `titles` and `organs` (rows with `en`, `sector`, `office`, `words`; under `not` forms that mean something else;
under `of` the states that alone have such an office, or with a dash those that have another one), `pronouns`, `aliases` (press names of
codebook entries, with the role that they play; a seat may have a `sector`) and `stops` (names that look like actors).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.codebook.entities import Entity
from dragoman.codebook.forms import Form
from dragoman.codebook.inflect import Inflected
from dragoman.errors import CodebookError
from dragoman.model.token import GENDERS, NOM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.codebook.entities import Codebook
    from dragoman.codebook.inflect import Inflector

_PLACE = "actors.yml"


def actor_words(words: Mapping[str, Any], inflector: Inflector, codebook: Codebook) -> Iterator[Form]:
    """All forms of a pack's actor words."""
    for kind in ("title", "organ"):
        for row in words.get(f"{kind}s") or ():
            entity = _entity(kind, row)
            for lemma in row["words"]:
                yield from _noun(str(lemma), entity, row, inflector)
    for row in words.get("stops") or ():
        stop = Entity("stop", _PLACE, "", None)
        for one in inflector.phrase(str(row)):
            yield Form(one, stop, "stop", False, str(row))
    for gender, forms in (words.get("pronouns") or {}).items():
        pronoun = Entity("pronoun", _PLACE, str(gender), None)
        for form in forms:
            yield Form(Inflected(str(form), NOM, "s", GENDERS[gender]), pronoun, "pronoun", False, str(form))
    yield from _aliases(words, inflector, codebook)


def _entity(kind: str, row: Mapping[str, Any]) -> Entity:
    states = tuple(map(str, row.get("of") or ()))
    office, what = row.get("office"), str(row.get("kind", ""))
    return Entity(kind, _PLACE, str(row["en"]), None, row.get("sector"), office, what, (), states)


def _noun(lemma: str, entity: Entity, row: Mapping[str, Any], inflector: Inflector) -> Iterator[Form]:
    hint = (row.get("grammar") or {}).get(lemma, row.get("hint", ""))
    forms = list(inflector.phrase(lemma, hint))
    if hint not in ("pl", "indecl") and row.get("plural", True):
        forms += inflector.phrase(lemma, hint, plural=True)
    unlike = frozenset(map(str, row.get("not") or ()))
    for one in forms:
        if one.form not in unlike:
            yield Form(one, entity, entity.kind, bool(row.get("weak")), lemma)


def _aliases(words: Mapping[str, Any], inflector: Inflector, codebook: Codebook) -> Iterator[Form]:
    entities = _by_id(codebook)
    for row in words.get("aliases") or ():
        entity = entities.get(str(row["of"]))
        if entity is None:
            continue
        role = str(row.get("role", "name"))
        if role == "seat":
            entity = Entity("seat", entity.place, entity.name, entity.country, row.get("sector"), entity.id)
        for name in row["words"]:
            if role == "adjective":
                forms = inflector.adjective(str(name))
            elif role == "people":
                forms = inflector.people(str(name))
            else:
                forms = inflector.phrase(str(name), str(row.get("hint", "")))
            for one in forms:
                yield Form(one, entity, role, bool(row.get("weak")), str(name))


def _by_id(codebook: Codebook) -> dict[str, Entity]:
    """Entities by the short name that `actors.yml` uses: state code, body id, firm file or a person's English name."""
    table: dict[str, Entity] = {}
    for one in codebook.entities:
        stem = one.place.rpartition("/")[2].removesuffix(".yml")
        if one.kind in ("state", "org", "firm", "group", "region"):
            table.setdefault(stem, one)
        elif one.kind == "person":
            table.setdefault(one.name, one)
    return table


def check_words(words: Mapping[str, Any], file: str) -> None:
    """Raises `CodebookError` for a row that lacks its English name or its words."""
    for section in ("titles", "organs"):
        for at, row in enumerate(words.get(section) or ()):
            if not isinstance(row, dict) or not {"en", "words"} <= set(row):
                raise CodebookError(f"{section}[{at}] needs en and words", file=file)
