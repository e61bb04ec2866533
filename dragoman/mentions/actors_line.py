"""A sentence's senses side by side: what stands before, after and in agreement with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.actors_people import Stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.actors_context import Context
    from dragoman.mentions.actors_sense import Sense
    from dragoman.mentions.actors_words import Glue
    from dragoman.model.token import Token


class Line:
    """The tokens and senses of one sentence; `at` gives the index of the sense that begins at a token."""

    def __init__(self, tokens: Sequence[Token], senses: Sequence[Sense], context: Context, glue: Glue) -> None:
        self.tokens = tokens
        self.senses = senses
        self.context = context
        self.glue = glue
        self.at = {one.hit.first: index for index, one in enumerate(senses)}

    def _former(self, first: int) -> bool:
        """Does "były", "former" or "ex" stand before these tokens?"""
        return any(self.tokens[at].word.lower in self.glue.former for at in range(max(0, first - 2), first))

    def _after(self, last: int) -> int:
        """The index of the first sense at or after a token."""
        return next((index for index, one in enumerate(self.senses) if one.hit.first >= last), len(self.senses))

    def _side(self, sense: Sense) -> Stand:
        entity = sense.entity
        if entity.kind == "person":
            return self.context.stand(entity)
        if entity.kind == "firm" or entity.kind == "group":
            return Stand(entity.country, entity.id, entity.sector)
        return Stand(entity.country, entity.id, None)

    def _led(self, index: int) -> int | None:
        """The title or organ that an adjective (or, in English, a state) stands before; None for none."""
        sense = self.senses[index]
        at = sense.hit.last
        if sense.hit.begin != self.tokens[sense.hit.first].start or sense.hit.end != self.tokens[at - 1].end:
            return None
        if self.glue.prepositional and at < len(self.tokens) and self.tokens[at].text in ("'s", "’s", "'", "’"):
            at += 1
        for _ in range(3):
            head = self.at.get(at)
            if head is not None:
                return (
                    head
                    if self.senses[head].letter in "TO" and self._agree(sense, self.senses[head]) and not self._modifies(head)
                    else None
                )
            if at >= len(self.tokens) or not self._qualifies(at):
                return None
            at += 1
        return None

    def _modifies(self, index: int) -> bool:
        """Does an English organ only tell a noun after it more closely (passenger jet, military bases)?"""
        sense = self.senses[index]
        if not self.glue.prepositional or sense.letter != "O" or sense.hit.last >= len(self.tokens) or sense.hit.last in self.at:
            return False
        after = self.tokens[sense.hit.last].word
        noun = after.kind == "word" and not after.capital and after.has("noun") and after.lower not in self.glue.function
        return noun and not after.has("verb") and not after.has("adv")

    def _qualifies(self, at: int) -> bool:
        """May a word stand between an adjective and its noun (rosyjski lewicowy premier)?"""
        word = self.tokens[at].word
        return word.kind == "word" and not word.capital and word.has("adj") and not word.has("prep") and not word.has("conj")

    def _agree(self, sense: Sense, head: Sense) -> bool:
        if self.glue.prepositional:
            if sense.letter in "PN":
                return head.entity.sex == "cabinet"
            return sense.letter != "L" or head.letter == "T"
        return any(
            one.cases & other.cases and (one.number == other.number or not one.number or not other.number)
            for one in sense.hit.readings
            if one.entity == sense.reading.entity and one.role == sense.reading.role
            for other in head.hit.readings
            if other.role == head.reading.role
        )

    def _takes_noun(self, sense: Sense) -> bool:
        """Does the adjective belong to a noun after it rather than to the office before it?"""
        if sense.hit.last >= len(self.tokens):
            return False
        after = self.tokens[sense.hit.last].word
        if after.capital or after.kind != "word" or after.has("verb") or after.has("prep") or after.has("conj"):
            return False
        return any(one.pos == "noun" and one.cases & sense.cases and one.number in (sense.reading.number, "") for one in after.analyses)
