"""The small words around actors (a pack's `actors.yml: glue`): of, the, and, in, former; and the words of coreference."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from dragoman.grammar.pack import load_pack


class Glue(msgspec.Struct, frozen=True):
    """Lower-case words: `of` before whom a title belongs to (en), `the` before a name, `and_` between names, `in_` before a place,
    `former` before a past holder. `calendar` are surnames that are months too (May); after a word of `during` they are months.
    `function` are words that are no nouns, whatever the dictionary thinks. `before` are prepositions that a state follows.
    `honorifics` may stand capitalised before a surname. `owned` marks whose something is (Jordan's), `owned_plural` does
    so where it closes no quotation (the States'); `kin` says that a people is meant and not its state (ethnic Albanians). `common` are
    surnames of people in the news that are words of the language too (Dar, Герцог).
    `combining` gives by the end of a first part the ends of the adjective it stands for (rosyjsko-: rosyjski).
    `against` are prefixes of an adjective that tell against whom something is (антироссийский).
    `prepositional`: a title is told whose by a preposition. `stiff`: a man's title keeps its first form for a woman (z premier X)."""

    of: frozenset[str]
    the: frozenset[str]
    and_: frozenset[str]
    in_: frozenset[str]
    former: frozenset[str]
    calendar: frozenset[str]
    during: frozenset[str]
    function: frozenset[str]
    before: frozenset[str]
    honorifics: frozenset[str]
    owned: frozenset[str]
    owned_plural: frozenset[str]
    kin: frozenset[str]
    common: frozenset[str]
    against: frozenset[str]
    combining: tuple[tuple[str, tuple[str, ...]], ...]
    prepositional: bool
    stiff: bool


_SECTIONS = (
    "of", "the", "and", "in", "former", "calendar", "during", "function", "before", "honorifics", "owned", "owned_plural", "kin", "common",
    "against",
)  # fmt: skip


@cache
def load_glue(lang: str) -> Glue:
    """The small words of a language."""
    rows: dict[str, Any] = load_pack(lang).part("actors").get("glue") or {}
    words = {name: frozenset(map(str, rows.get(name) or ())) for name in _SECTIONS}
    named = {f"{name}_" if name in ("and", "in") else name: found for name, found in words.items()}
    combining = tuple((str(end), tuple(map(str, ends))) for end, ends in (rows.get("combining") or {}).items())
    return Glue(**named, combining=combining, prepositional=bool(words["of"]), stiff=bool(rows.get("stiff")))
