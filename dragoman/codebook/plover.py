"""PLOVER's scale, as data: how friendly or hostile an event type is, and whether it is of words or of deeds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from dragoman.datafile import load_data
from dragoman.errors import CodebookError


@cache
def load_plover() -> dict[str, Any]:
    """The ontology as `plover.yml` has it: `events` by type with scores, modes and quad class, `cameo`, `quad_classes`."""
    found: dict[str, Any] = load_data(Path(__file__).parent / "plover.yml", CodebookError)
    return found


def score_of(type: str, mode: str | None = None) -> float:
    """PLOVER's score of an event type, -10 (conflict) to 10 (cooperation), by mode where the mode has one."""
    kind = load_plover()["events"][type]
    return float((kind["modes"].get(mode or "") or {}).get("score", kind["score"]))


def quad_of(type: str) -> str:
    """PLOVER's quad class: ``verbal_cooperation``, ``material_cooperation``, ``verbal_conflict`` or ``material_conflict``."""
    return str(load_plover()["events"][type]["quad"])
