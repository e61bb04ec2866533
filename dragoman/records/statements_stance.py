"""How a speaker stands to what the words are about, and which language the words are in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.grammar.pack import load_pack
from dragoman.text.identify import foreign_language

_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]")
_LATIN = re.compile(r"[A-Za-zĄ-ž]")
_MARKS = (
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[ыэъёЫЭЪЁ]")),
    ("pl", re.compile(r"[ąęłśźżćńĄĘŁŚŹŻĆŃ]")),
)
"""Letters that one of the languages has and its neighbours lack."""


@cache
def _stems(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The pack's evaluative stems (`quotes.yml: stance`) as one expression for each side."""
    data: dict[str, Any] = load_pack(lang).part("quotes").get("stance") or {}
    return _expression(data.get("positive") or ()), _expression(data.get("negative") or ())


def _expression(stems: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(r"\b(?:" + "|".join(re.escape(str(one)) for one in stems) + ")", re.IGNORECASE) if stems else None


def stance_of(words: str, verb: str | None, lang: str) -> str:
    """positive, negative or neutral: evaluative words decide, where they are even the verb of saying does."""
    positive, negative = (len(one.findall(words)) if one else 0 for one in _stems(lang))
    if positive != negative:
        return "positive" if positive > negative else "negative"
    return verb if verb in ("positive", "negative") else "neutral"


def language_of(words: str, lang: str) -> str:
    """The language of words inside a text in `lang`: its own unless the script or its letters say otherwise ("und": some other one)."""
    cyrillic, latin = len(_CYRILLIC.findall(words)), len(_LATIN.findall(words))
    script = load_pack(lang).settings.get("script")
    if script == "Cyrl" and latin > 4 * max(1, cyrillic):
        return "pl" if _MARKS[2][1].search(words) else "en"
    if script != "Cyrl" and cyrillic > 4 * max(1, latin):
        return "uk" if _MARKS[0][1].search(words) else "ru"
    own = dict(_MARKS).get(lang)
    if cyrillic > 30 and script == "Cyrl" and (own is None or not own.search(words)):
        return next((code for code, mark in _MARKS[:2] if code != lang and mark.search(words)), lang)
    return (foreign_language(words, lang) if script == "Latn" else None) or lang
