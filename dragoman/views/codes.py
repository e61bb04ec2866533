"""Codes that the field's formats want: CAMEO codes of events, and the codes of states."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import msgspec

from dragoman.codebook.plover import load_plover
from dragoman.datafile import load_data
from dragoman.errors import CodebookError
from dragoman.model.record import Event, Participant

CODEBOOK = Path(__file__).parent.parent / "codebook"


class Code(msgspec.Struct, frozen=True):
    """A CAMEO code with what formats derive from it. `root` has two digits, `base` three, `quad` is 1 to 4, `goldstein` -10 to 10."""

    code: str
    base: str
    root: str
    quad: int
    goldstein: float


class StateCodes(msgspec.Struct, frozen=True):
    """The codes of a state: ISO alpha-3 and numeric, Correlates of War, Gleditsch-Ward, FIPS 10-4, and its English name."""

    code: str
    name: str
    numeric: str | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None


@functools.cache
def _choices() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = load_data(CODEBOOK / "cameo.yml", CodebookError)["codes"]
    return found


def cameo_of(event: Event) -> Code:
    """The CAMEO code of an event."""
    choice = _choices()[event.type]
    act = event.instrument.act if event.instrument else None
    hints = (act, event.mode, *event.contexts)
    code = next((choice[hint] for hint in hints if hint in choice), choice["default"])
    row = load_plover()["cameo"][code]
    quad = load_plover()["quad_classes"][row["gdelt_quad"]]["gdelt"]
    return Code(code, code[:3], code[:2], int(quad), float(row["goldstein"]))


@functools.cache
def _states() -> dict[str, StateCodes]:
    found = {}
    for file in sorted((CODEBOOK / "states").glob("*.yml")):
        row = load_data(file, CodebookError)
        fips = row.get("fips")
        found[row["code"]] = StateCodes(
            row["code"], row["names"]["en"]["name"], _text(row.get("numeric")), row.get("cow"), row.get("gw"), _text(fips)
        )
    return found


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def state_of(code: str | None) -> StateCodes | None:
    """The codes of a state by its ISO alpha-3 code, None for anything else."""
    return _states().get(code) if code else None


def country_name(one: Participant | None) -> str | None:
    """The English name of the state that a participant acts for."""
    codes = state_of(one.country) if one else None
    return codes.name if codes else None
