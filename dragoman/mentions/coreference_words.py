"""The words that point back to somebody (a pack's `actors.yml: coreference`), all in lower case."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.model.token import GENDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.token import Token, Word

_LEADS = frozenset(("adj", "num", "det", "pron"))
_LEADING = 3


class BackWords(msgspec.Struct, frozen=True):
    """Forms or lemmas: `both` before a plural; `own` possessives of one told before, with the genders they can point to (a mask; the
    reflexive is left out, since it names no other side); `this` beside a state; `ours` and `mine` possessives of the first person; `local`
    adjectives for the place just named (tamtejszy); `persons` words for a person told before; `leaders` words for a head of state or
    government told before; `ministries` words for the ministry just told; `posts` words behind which an office is no holder (urząd
    prezydenta); `parties` plurals that alone mean the two who deal with each other (strony); `things` are pronouns of a state as a
    subject (it), and before a word of `idle` of nobody. `typical` tells the one state whose organ a word is, where that state acts near
    (administracja). `home` is the state whose press speaks the language, and `at_home` the English names of offices that are its own
    where no state is near, without more evidence. `definite` articles lead an office that was told before; `inside` are prepositions of
    a place where sides meet; `markers` are all that may lead a noun so.
    """

    both: frozenset[str]
    own: dict[str, int]
    this: frozenset[str]
    ours: frozenset[str]
    mine: frozenset[str]
    local: frozenset[str]
    persons: frozenset[str]
    leaders: frozenset[str]
    ministries: frozenset[str]
    posts: frozenset[str]
    parties: frozenset[str]
    things: frozenset[str]
    idle: frozenset[str]
    typical: dict[str, str]
    home: str | None
    at_home: frozenset[str]
    definite: frozenset[str]
    inside: frozenset[str]
    markers: frozenset[str]


@cache
def back_words(lang: str) -> BackWords:
    """The words of a language that point back."""
    rows: dict[str, Any] = load_pack(lang).part("actors").get("coreference") or {}

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, rows.get(name) or ()))

    return BackWords(
        words("both"),
        _own(rows.get("own") or {}),
        words("this"),
        words("ours"),
        words("mine"),
        words("local"),
        words("persons"),
        words("leaders"),
        words("ministries"),
        words("posts"),
        words("parties"),
        words("things"),
        words("idle"),
        {str(word): str(code) for code, row in (rows.get("typical") or {}).items() for word in row},
        rows.get("home"),
        words("at_home"),
        words("definite"),
        words("inside"),
        words("both") | words("this") | words("ours") | words("local") | words("definite") | frozenset(_own(rows.get("own") or {})),
    )


def _own(rows: dict[str, Any]) -> dict[str, int]:
    """Possessives with the genders of whom they can stand for; one form may serve several."""
    found: dict[str, int] = {}
    for name, forms in rows.items():
        for form in forms:
            found[str(form)] = found.get(str(form), 0) | GENDERS[str(name)]
    return found


def is_any(word: Word, words: frozenset[str]) -> bool:
    """Is a word one of the pack's, as it stands or by a lemma?"""
    return word.lower in words or not words.isdisjoint(word.lemmas)


def leading(tokens: Sequence[Token], at: int, words: BackWords) -> list[Token]:
    """The words that lead a noun, nearest first: adjectives, numerals, pronouns and articles ("oba sąsiednie [kraje]")."""
    found: list[Token] = []
    while at > len(found) and len(found) < _LEADING:
        token = tokens[at - 1 - len(found)]
        word = token.word
        if word.kind == "punct" or not (word.kind == "number" or word.lower in words.markers or word.poses & _LEADS):
            break
        found.append(token)
    return found
