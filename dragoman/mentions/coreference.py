"""Actors that the text points back to: "prezydent" after the president of somebody, "jego kraj", "oba państwa", "ona", "resort".

Each rule looks at what was told before (`Memory`) and is silent where more than one antecedent fits. Which words point is the pack's
(`actors.yml: coreference`); how far and to whom is the same in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.coreference_memory import Memory
from dragoman.mentions.coreference_number import in_one_number
from dragoman.mentions.coreference_offices import Place, may_point, office_alone
from dragoman.mentions.coreference_people import person_alone, pronoun
from dragoman.mentions.coreference_states import state_alone
from dragoman.mentions.coreference_words import back_words, is_any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.mentions.actors_context import Context
    from dragoman.mentions.actors_phrase import Reader
    from dragoman.mentions.actors_sense import Sense
    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence


def refer_back(rows: Sequence[tuple[int, Sentence, Reader]], context: Context, lang: str) -> list[ActorMention]:
    """Mentions of what was named before, in the order of the text. `rows` are the read sentences with their numbers."""
    if not any(reader.bare or reader.pronouns for _, _, reader in rows):
        return []
    words = back_words(lang)
    memory = Memory(rows, context.strong, words.inside)
    found: list[ActorMention] = []
    for number, _, reader in rows:
        pointing = [one for one in (*reader.bare, *reader.pronouns) if may_point(one, reader.tokens, words)]
        for sense in sorted(pointing, key=_begin):
            one = _resolve(Place(in_one_number(sense, reader.tokens, words), number, reader, memory, words))
            if one is not None:
                found.append(_named(one, context.names))
                if one.role in ("title", "organ"):
                    memory.add(number, one, sense.entity.name)
    return found


def _begin(sense: Sense) -> int:
    return sense.hit.begin


def _resolve(place: Place) -> ActorMention | None:
    sense = place.sense
    if sense.letter == "R":
        return pronoun(place)
    if sense.entity.sex in ("state", "side"):
        return state_alone(place)
    if sense.reading.number != "p" and is_any(place.tokens[sense.hit.first].word, place.words.persons):
        return person_alone(place)
    return office_alone(place)


def _named(one: ActorMention, names: Mapping[str, str]) -> ActorMention:
    """States that were told by their code, by their English name."""
    members = tuple((names.get(code, name), code) for name, code in one.members)
    return msgspec.structs.replace(one, name=names.get(one.name, one.name), members=members)
