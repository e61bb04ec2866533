"""The words of a pack that tell what becomes of a deed that depends on them (`modality.yml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.grammar.pack import load_pack


class Moods(msgspec.Struct, frozen=True, eq=False):
    """The lemmas of `modality.yml` by what they make of the deed that depends on them."""

    future: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    historical: frozenset[str]
    future_aux: frozenset[str]
    hypothetical_aux: frozenset[str]
    past_reports: frozenset[str]
    topic: frozenset[str]
    obliged: frozenset[str]
    reported_future: frozenset[str]
    willing: frozenset[str]
    ability: frozenset[str]
    affirming: frozenset[str]
    announcing: frozenset[str]
    underway: frozenset[str]


@cache
def load_moods(lang: str) -> Moods:
    """The modality words of a language's pack."""
    data = load_pack(lang).part("modality")
    return Moods(**{name: frozenset(str(one) for one in data.get(name) or ()) for name in Moods.__struct_fields__})
