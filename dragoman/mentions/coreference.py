"""Actors that the text points back to: "prezydent", "jego kraj", "oba państwa", "polityk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.actors_sense import Sense
    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence


def refer_back(
    text: str, sentences: Sequence[Sentence], bare: Sequence[tuple[Sentence, list[Sense]]], mentions: Sequence[ActorMention], lang: str
) -> list[ActorMention]:
    """Mentions of what was named before. Silent where more than one antecedent fits."""
    return []
