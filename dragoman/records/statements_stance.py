"""How a speaker stands to what the words are about."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.grammar.pack import load_pack


@cache
def _stems(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The pack's evaluative stems (`quotes.yml: stance`) as one expression for each side, in small letters."""
    data: dict[str, Any] = load_pack(lang).part("quotes").get("stance") or {}
    return _expression(data.get("positive") or ()), _expression(data.get("negative") or ())


def _expression(stems: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(r"\b(?:" + "|".join(re.escape(str(one).lower()) for one in stems) + ")") if stems else None


def stance_of(words: str, verb: str | None, lang: str) -> str:
    """positive, negative or neutral: evaluative words decide, where they are even the verb of saying does."""
    small = words.lower()
    positive, negative = (len(one.findall(small)) if one else 0 for one in _stems(lang))
    if positive != negative:
        return "positive" if positive > negative else "negative"
    return verb if verb in ("positive", "negative") else "neutral"
