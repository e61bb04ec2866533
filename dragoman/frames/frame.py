"""What a rule found in a sentence: the trigger and the slots it filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from dragoman.frames.arguments import Arguments
    from dragoman.frames.chart import Chart
    from dragoman.grammar.rules import Rule


class Filler(msgspec.Struct, frozen=True):
    """An actor in a slot, and the relation in which it stands to the trigger (`inherited` when an earlier clause or sentence gave it)."""

    actor: ActorMention
    relation: str


class Frame(msgspec.Struct, frozen=True, eq=False):
    """One match of one rule. `trigger` is the node of the chart that fired it; `clause` the clause that tells the deed."""

    rule: Rule
    chart: Chart
    trigger: int
    clause: int
    slots: dict[str, tuple[Filler, ...]]
    arguments: Arguments
    object: int = -1

    def actors(self, slot: str) -> tuple[ActorMention, ...]:
        """The actors of a slot, in order."""
        return tuple(one.actor for one in self.slots.get(slot, ()))
