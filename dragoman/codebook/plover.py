"""PLOVER's scale, as data: how friendly or hostile an event type is, and whether it is of words or of deeds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_plover() -> dict[str, Any]:
    """The ontology as `plover.yml` has it: `events` by type with scores, modes and quad class, `cameo`, `quad_classes`."""
    text = (Path(__file__).parent / "plover.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return found


def score_of(type: str, mode: str | None = None) -> float:
    """PLOVER's score of an event type, -10 (conflict) to 10 (cooperation), by mode where the mode has one."""
    kind = load_plover()["events"][type]
    return float((kind["modes"].get(mode or "") or {}).get("score", kind["score"]))


def quad_of(type: str) -> str:
    """PLOVER's quad class: ``verbal_cooperation``, ``material_cooperation``, ``verbal_conflict`` or ``material_conflict``."""
    return str(load_plover()["events"][type]["quad"])
