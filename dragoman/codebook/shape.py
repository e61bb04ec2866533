"""What a data file of the codebook must look like: keys, names, codes, dates and terms of office, each fault with its line.

The check runs over every file that is read, so it works on the plain data; only for a fault is the file parsed again, with places.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from dragoman.codebook.plover import load_plover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.codebook.load import Source

REQUIRED = {
    "states": ("code", "names"),
    "regions": ("id", "names", "members"),
    "organisations": ("id", "names"),
    "offices": ("offices",),
    "firms": ("id", "name", "country", "names"),
    "groups": ("id", "name", "country", "names"),
}
_KEYS = {
    "states": "code numeric wikidata cow gw fips languages kind of successors claimed_by from until "
    "names capital seats cities grammar weak",
    "regions": "id names members adjectives grammar weak acts_for",
    "organisations": "id kind sector seat from until names members grammar of acts_for weak wikidata",
    "offices": "state organisation offices checked source",
    "firms": "id name country sector state_owned wikidata industry names indecl checked source grammar weak note",
    "groups": "id name country sector wikidata names indecl checked source grammar weak note until terms",
}
"""Every key that a file of a kind may have."""
_LISTED = ("regions", "firms", "groups")
"""Kinds whose names are a list in each language; the others have a mapping with `name`, `variants`, `adjectives`, `demonyms`."""
_OFFICE = frozenset("office sector holders collective title".split())
_HOLDER = frozenset("id name variants surname from until sex sector".split())
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def checked(source: Source) -> Source:
    """The same source, if it has what its kind needs. Raises `CodebookError` with the line of the fault."""
    kind = source.place.partition("/")[0]
    missing = [key for key in REQUIRED[kind] if key not in source.data]
    if missing:
        raise source.fault(f"{kind} entry lacks {', '.join(missing)}")
    _check_keys(source, source.data, frozenset(_KEYS[kind].split()))
    _check_sector(source, source.data)
    if kind == "offices":
        _check_offices(source)
    else:
        _check_names(source, list if kind in _LISTED else dict)
    if problem := day_problem(source.data.get("checked")):
        raise fault_at(source, f"checked: {problem}", "checked")
    code = source.data.get("country", source.data.get("code" if kind == "states" else "state"))
    if code is not None and not re.fullmatch(r"[A-Z]{3}", str(code)):
        raise source.fault(f"{code!r} is no ISO 3166-1 alpha-3 code", str(code))
    return source


def _check_sector(source: Source, row: dict[str, Any], *keys: str | int) -> None:
    sector = row.get("sector")
    known = (*load_plover()["sectors"], "IGO", "NGO")
    if sector is not None and sector not in known:
        raise fault_at(source, f"{sector!r} is no sector: one of {', '.join(sorted(known))}", *keys, "sector")


def _check_names(source: Source, shape: type) -> None:
    names = source.data["names"]
    if not isinstance(names, dict):
        raise source.fault("names is a mapping of languages, each with a name: {en: {name: ...}, pl: ...}", "names")
    if "en" not in names:
        raise source.fault("no English name: names.en is the canonical one", "names")
    for lang, value in names.items():
        if not isinstance(value, shape):
            wanted = "a list of names" if shape is list else "a mapping with a name"
            raise fault_at(source, f"names.{lang} is {wanted}, not {value!r}", "names", lang)


def _check_offices(source: Source) -> None:
    data = source.data
    if not {"state", "organisation"} & set(data):
        raise source.fault("offices belong to a state or an organisation: say which", "offices")
    for row, office in enumerate(_rows(source, data["offices"], "offices")):
        _check_keys(source, office, _OFFICE, "offices", row)
        _check_sector(source, office, "offices", row)
        if not office.get("office"):
            raise fault_at(source, "an office has a name: office: head_of_state, foreign_minister ...", "offices", row)
        for place, holder in enumerate(_rows(source, office.get("holders"), "offices", row, "holders")):
            _check_holder(source, str(office["office"]), holder, ("offices", row, "holders", place))


def _rows(source: Source, value: Any, *keys: str | int) -> Iterator[dict[str, Any]]:
    if value is not None and not isinstance(value, list):
        raise fault_at(source, f"{keys[-1]} is a list (- ...)", *keys)
    for number, row in enumerate(value or ()):
        if not isinstance(row, dict):
            raise fault_at(source, f"an entry of {keys[-1]} is a mapping (key: value), not {row!r}", *keys, number)
        yield row


def _check_keys(source: Source, row: dict[str, Any], known: frozenset[str], *keys: str | int) -> None:
    strange = sorted(str(key) for key in row if key not in known)
    if strange:
        raise fault_at(source, f"unknown key {strange[0]!r}: one of {', '.join(sorted(known))}", *keys)


def _check_holder(source: Source, office: str, holder: dict[str, Any], keys: tuple[str | int, ...]) -> None:
    _check_keys(source, holder, _HOLDER, *keys)
    _check_sector(source, holder, *keys)
    name = holder.get("name")
    if not isinstance(name, dict) or "en" not in name:
        raise fault_at(source, f"a holder of {office} lacks an English name (name: {{en: ..., pl: ...}})", *keys)
    for key in ("from", "until"):
        if problem := day_problem(holder.get(key)):
            raise fault_at(source, f"{name['en']}: {key}: {problem}", *keys)
    since, until = holder.get("from"), holder.get("until")
    if since and until and str(since) > str(until):
        raise fault_at(source, f"{name['en']}: from {since} is after until {until}", *keys)


def day_problem(value: object) -> str | None:
    """What is wrong with a day, month or year (2025-11-13, 2025-11, 2025); None for a good one and for nothing."""
    if value is None or isinstance(value, dt.date):
        return None
    found = _DAY.fullmatch(str(value))
    if found is None:
        return f"{value!r} is no day: write YYYY-MM-DD, YYYY-MM or YYYY"
    try:
        dt.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return f"there is no day {value!s}"
    return None


def fault_at(source: Source, message: str, *keys: str | int) -> Exception:
    """An error that points at the line where a value stands, named by the keys that lead to it."""
    return source.fault(message, line=_line_at(Path(source.path), keys))


def _line_at(path: Path, keys: tuple[str | int, ...]) -> int:
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
    return node.start_mark.line + 1 if node is not None else 1
