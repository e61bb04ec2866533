"""The phrases round a trigger, by grammatical relation."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.frames.chart import Phrase
from dragoman.model.token import ACC, DAT, GEN, INS, NOM


class Arguments(msgspec.Struct, frozen=True, eq=False):
    """The phrases round a trigger by relation. `finite` is the verb that gives tense, person and subject (-1: none); `support` tells
    that it is a
    light verb; `person` is that of the finite verb; `subject_open` is true when no subject stands in the sentence but the verb asks for
    one.
    """

    voice: str
    finite: int
    clause: int
    subject: tuple[Phrase, ...] = ()
    object: tuple[Phrase, ...] = ()
    dative: tuple[Phrase, ...] = ()
    instrumental: tuple[Phrase, ...] = ()
    of: tuple[Phrase, ...] = ()
    adjectives: tuple[int, ...] = ()
    preps: tuple[tuple[str, int, Phrase], ...] = ()
    person: int = 0
    subject_open: bool = False
    support: bool = False

    def behind(self, way: str) -> list[Phrase]:
        """The phrases that a preposition governs, with its case where the way names one (``na+acc`` or plain ``na``)."""
        name, mask = _read_way(way)
        return [phrase for prep, cases, phrase in self.preps if prep == name and (not mask or cases & mask)]


_NAMES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "ins": INS, "loc": 32}


@cache
def _read_way(way: str) -> tuple[str, int]:
    """The preposition that a pack's relation names, and the mask of the case it asks for (0: any)."""
    name, _, case = way.partition("+")
    return name, _NAMES[case] if case else 0


def relation_fits(way: str, prep: str, cases: int) -> bool:
    """Does a preposition with its case mask meet ``na+acc`` or plain ``na``?"""
    name, mask = _read_way(way)
    return prep == name and (not mask or bool(cases & mask))


def with_particles(arguments: Arguments, rest: tuple[str, ...]) -> Arguments:
    """The arguments of a trigger of several words: what stands behind its own particle is its object ("call off talks", "lash out at
    them").
    """
    behind = tuple(phrase for prep, _, phrase in arguments.preps if prep.partition(" ")[0] in rest)
    return msgspec.structs.replace(arguments, object=(*behind, *arguments.object)) if behind else arguments
