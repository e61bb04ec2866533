"""What the discourse offers to a sentence that leaves somebody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Callable


def nobody() -> tuple[ActorMention, ...]:
    """No last subject."""
    return ()


class Offers(msgspec.Struct, frozen=True):
    """What the discourse offers where a sentence drops its subject: the `last` subject for a third person, and for a first person whoever
    speaks at that place (`voices`: words by characters, with their speaker). `domestic` lets both sides be of one state.
    `company` are the sides of the last deed: a joint deed told without an agent ("the documents signed there") is theirs.
    `last` is asked only where a rule wants it, since the answer may cost the chart of the sentence before.
    """

    last: Callable[[], tuple[ActorMention, ...]] = nobody
    voices: tuple[tuple[int, int, ActorMention], ...] = ()
    domestic: bool = False
    company: tuple[ActorMention, ...] = ()

    def speaker(self, at: int) -> ActorMention | None:
        """Who speaks the words at an offset: the innermost quotation's speaker."""
        found = [one for one in self.voices if one[0] <= at < one[1]]
        return min(found, key=lambda one: one[1] - one[0])[2] if found else None

    def subject(self, at: int, person: int) -> tuple[ActorMention, ...]:
        """Actors for a dropped subject of the given person at an offset."""
        if person == 1:
            speaker = self.speaker(at)
            return (speaker,) if speaker is not None else ()
        return self.last() if person != 2 else ()
