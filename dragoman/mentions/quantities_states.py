"""Whose money it is: "50 bn crowns" in a text on Denmark are Danish ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dragoman.datafile import load_data
from dragoman.mentions.quantities_tables import CODEBOOK, load_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention, QuantityMention


@cache
def _shared() -> dict[str, dict[str, str]]:
    """Currencies by state, for every name of money that several states have."""
    found: dict[str, dict[str, str]] = load_data(CODEBOOK / "currencies.yml")["shared"]
    return found


def settle_currencies(
    text: str, quantities: Sequence[QuantityMention], actors: Sequence[ActorMention], *, lang: str
) -> tuple[QuantityMention, ...]:
    """The quantities with shared money given to the states that the text names.

    Where a state that the bare name stands for is named too, or none that has such money, a quantity stays as it is: the words alone
    decide. Of several other states the last one named before the amount has it.
    """
    nouns = load_tables(lang).nouns
    settled = []
    for one in quantities:
        noun = nouns.get(text[one.start : one.end].lower().rpartition(" ")[2])
        owners = _shared().get(noun.unit) if noun is not None and one.unit == noun.bare else None
        if owners:
            one = msgspec.structs.replace(one, unit=_owner(one, owners, actors) or one.unit)
        settled.append(one)
    return tuple(settled)


def _owner(one: QuantityMention, owners: dict[str, str], actors: Sequence[ActorMention]) -> str | None:
    """The currency of the state that is meant, None where the bare name's own one is."""
    named = [(actor.start, owners[actor.country]) for actor in actors if actor.country in owners]
    if any(code == one.unit for _, code in named):
        return None
    before = [code for start, code in named if start < one.start]
    if before:
        return before[-1]
    return named[0][1] if named else None
