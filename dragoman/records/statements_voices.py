"""Who can speak, by a language's nouns: the lists of a pack's `quotes.yml` that tell speakers and their sectors."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.model.mention import ActorMention


class Voices(msgspec.Struct, frozen=True):
    """Lists of a pack's `quotes.yml`: nouns by the sector that they speak for, pronouns, prepositions before a listener, and those between
    a name and whom its bearer works for (`belongs`).
    """

    sectors: dict[str, str]
    pronouns: frozenset[str]
    listeners: frozenset[str]
    naming: frozenset[str]
    quiet: frozenset[str]
    myself: frozenset[str]
    domestic: frozenset[str]
    light: frozenset[str]
    documents: frozenset[str]
    coins: frozenset[str]
    places: frozenset[str]
    prepositions: frozenset[str]
    belongs: frozenset[str]
    home: ActorMention | None = None


@cache
def load_voices(lang: str) -> Voices:
    """The lists of a language."""
    data: dict[str, Any] = load_pack(lang).part("quotes")
    sectors = {str(noun): str(sector) for sector, nouns in (data.get("voices") or {}).items() for noun in nouns}
    home = data.get("home")
    return Voices(
        sectors,
        frozenset(data.get("he") or ()),
        frozenset(data.get("listeners") or ()),
        frozenset(data.get("naming") or ()),
        frozenset(data.get("quiet") or ()),
        frozenset(data.get("myself") or ()),
        frozenset(data.get("domestic") or ()),
        frozenset(data.get("light") or ()),
        frozenset(data.get("documents") or ()),
        frozenset(data.get("coins") or ()),
        frozenset(data.get("inside") or ()),
        frozenset(data.get("prepositions") or ()),
        frozenset(data.get("belongs") or ()),
        ActorMention(0, 0, home["name"], home["country"], None, home["id"]) if home else None,
    )
