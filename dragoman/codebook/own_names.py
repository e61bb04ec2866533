"""Names that a language brings itself: the codebook's files speak some languages, a pack's `actors.yml` may speak for its own.

`names` has a row by the stem of a codebook file (POL, EU, gazprom): {name, variants, adjectives, demonyms, capital, seats, cities,
grammar, weak}, with the same meaning as in that file; `cities` is {English name: [own names]}. `people` is {English name: own name, or
{name, surname, variants}}. Where a codebook file has names in the language, the file's stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.codebook.load import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = ("name", "variants", "adjectives", "demonyms")
_BESIDE = ("capital", "seats", "grammar", "weak")


def with_own_names(
    sources: Mapping[str, Source], lang: str, names: Mapping[str, Mapping[str, Any]], people: Mapping[str, Any]
) -> dict[str, Source]:
    """The sources with a pack's own names laid in; the same ones where it has none."""
    if not names and not people:
        return dict(sources)
    return {place: _spoken(source, lang, names, people) for place, source in sources.items()}


def _spoken(source: Source, lang: str, names: Mapping[str, Mapping[str, Any]], people: Mapping[str, Any]) -> Source:
    kind, _, file = source.place.partition("/")
    if kind == "offices":
        return msgspec.structs.replace(source, data=_named_people(source.data, lang, people)) if people else source
    row = names.get(file.removesuffix(".yml"))
    if row is None or (source.data.get("names") or {}).get(lang):
        return source
    data = dict(source.data)
    data["names"] = {**data.get("names", {}), lang: {key: row[key] for key in _NAMES if key in row}}
    for key in _BESIDE:
        if key in row:
            data[key] = {**(data.get(key) or {}), lang: row[key]}
    if row.get("cities"):
        own = [{"en": [english], lang: list(spelled)} for english, spelled in row["cities"].items()]
        data["cities"] = [*(data.get("cities") or ()), *own]
    return msgspec.structs.replace(source, data=data)


def _named_people(data: dict[str, Any], lang: str, people: Mapping[str, Any]) -> dict[str, Any]:
    offices = [
        {**office, "holders": [_named(holder, lang, people) for holder in office.get("holders") or ()]} for office in data["offices"] or ()
    ]
    return {**data, "offices": offices}


def _named(holder: dict[str, Any], lang: str, people: Mapping[str, Any]) -> dict[str, Any]:
    told = people.get(str(holder["name"]["en"]))
    if told is None or lang in holder["name"]:
        return holder
    row = told if isinstance(told, dict) else {"name": told}
    found = {**holder, "name": {**holder["name"], lang: str(row["name"])}}
    if row.get("variants"):
        found["variants"] = {**(holder.get("variants") or {}), lang: list(row["variants"])}
    surname = holder.get("surname")
    if row.get("surname"):
        found["surname"] = {**(surname if isinstance(surname, dict) else {}), lang: str(row["surname"])}
    elif surname and not isinstance(surname, dict):
        found["surname"] = {lang: str(row["name"]).split()[-1]}
    return found
