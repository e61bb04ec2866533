"""A sentence's senses side by side: what stands before, after and in agreement with what."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.mentions.actors_people import Stand
from dragoman.model.token import FEM, MASC, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Reading
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
        self.firsts = [one.hit.first for one in senses]
        self.at = {first: index for index, first in enumerate(self.firsts)}

    def _former(self, first: int) -> bool:
        """Does "były", "former" or "ex" stand before these tokens?"""
        return any(self.tokens[at].word.lower in self.glue.former for at in range(max(0, first - 2), first))

    def _after(self, last: int) -> int:
        """The index of the first sense at or after a token."""
        return bisect_left(self.firsts, last)

    def _side(self, sense: Sense) -> Stand:
        entity = sense.entity
        if entity.kind == "person":
            return self.context.stand(entity)
        if entity.kind == "region" and entity.terms:
            return Stand(None, entity.terms[0].body, None)
        if entity.kind == "firm" or entity.kind == "group":
            return Stand(entity.country, entity.id, entity.sector)
        return Stand(entity.country, entity.id, None)

    def _led(self, index: int) -> int | None:
        """The title or organ that an adjective (or, in English, a state) stands before; None for none."""
        sense = self.senses[index]
        at = sense.hit.last
        if sense.hit.begin != self.tokens[sense.hit.first].start or sense.hit.end != self.tokens[at - 1].end:
            return None
        if at < len(self.tokens) and (self.tokens[at].text in self.glue.owned or self.tokens[at].text in self.glue.owned_plural):
            at += 1
        for _ in range(3):
            head = self.at.get(at)
            if head is not None:
                return (
                    head
                    if self.senses[head].letter in "TO" and self._agree(sense, self.senses[head]) and not self._modifies(head)
                    else None
                )
            if at >= len(self.tokens) or not self._qualifies(at) or (at == sense.hit.last and self._told(sense, at)):
                return None
            at += 1
        return None

    def _told(self, sense: Sense, at: int) -> bool:
        """Is a word right behind an English state's bare name its verb rather than an attribute ("Chile suspended military aid")?"""
        return self.glue.prepositional and sense.letter == "S" and self.tokens[at].word.has("verb")

    def _shared(self, index: int) -> Sense | None:
        """The title or organ that a list of adjectives shares (Russian and Ukrainian presidents); None where there is no such list."""
        if not any(one.role == "adjective" for one in self.senses[index].hit.readings):
            return None
        at = index
        while True:
            last = self.senses[at].hit.last
            joined = last < len(self.tokens) and (self.tokens[last].text == "," or self.tokens[last].word.lower in self.glue.and_)
            following = self.at.get(last + 1) if joined else None
            if following is None or self.senses[following].letter != "A":
                return None
            head = self._led(following)
            if head is not None:
                return self.senses[head] if self.senses[index].cases & self.senses[head].cases else None
            at = following

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
        return bool(self.agreement(sense, head)[0])

    def agreement(self, sense: Sense, head: Sense) -> tuple[int, str]:
        """The cases and the number in which an adjective and its head agree, whichever readings it takes."""
        cases, numbers = 0, set()
        for one in sense.hit.readings:
            if one.entity != sense.reading.entity or one.role != sense.reading.role:
                continue
            for other in head.hit.readings:
                same = one.number == other.number or not one.number or not other.number
                if other.role == head.reading.role and same and one.cases & other.cases:
                    cases |= one.cases & other.cases
                    numbers.add(other.number)
                elif other.role == head.reading.role and one.cases & other.cases and self._listed(sense):
                    cases |= one.cases & other.cases
                    numbers.add("s")
                elif self._stiff(one, other, head):
                    cases |= one.cases
                    numbers.add(one.number)
        return cases, numbers.pop() if len(numbers) == 1 else ""

    def _listed(self, sense: Sense) -> bool:
        """Is an adjective one of a list, each in the singular before a plural that they share ("российская и американская стороны")?"""
        before = bisect_left(self.firsts, sense.hit.first) - 1
        after = self.at.get(sense.hit.last + 1)
        pairs = [(self.senses[before], sense)] if before >= 0 else []
        return any(self._paired(*pair) for pair in [*pairs, *([] if after is None else [(sense, self.senses[after])])])

    def _paired(self, first: Sense, second: Sense) -> bool:
        """Do two adjectives of states stand in one case with but a comma or "and" between them?"""
        if first.hit.last != second.hit.first - 1 or not first.cases & second.cases:
            return False
        link = self.tokens[first.hit.last]
        adjectives = all(any(one.role == "adjective" for one in sense.hit.readings) for sense in (first, second))
        return adjectives and (link.text == "," or link.word.lower in self.glue.and_)

    def _stiff(self, adjective: Reading, title: Reading, head: Sense) -> bool:
        """Is a woman meant by a man's title, which then keeps its first form ("irlandzkiej prezydent")?"""
        if not self.glue.stiff or head.letter != "T" or not title.cases & NOM or title.number != "s":
            return False
        return adjective.number == "s" and adjective.genders == FEM and title.genders == MASC

    def _takes_noun(self, sense: Sense) -> bool:
        """Does the adjective belong to a noun after it rather than to the office before it?"""
        if sense.hit.last >= len(self.tokens):
            return False
        after = self.tokens[sense.hit.last].word
        if after.capital or after.kind != "word" or after.has("verb") or after.has("prep") or after.has("conj"):
            return False
        return any(one.pos == "noun" and one.cases & sense.cases and one.number in (sense.reading.number, "") for one in after.analyses)
