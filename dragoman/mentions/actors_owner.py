"""Whose office it is: an adjective before the title, a state, organ or seat after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.mentions.actors_line import Line
from dragoman.model.token import GEN, LOC

if TYPE_CHECKING:
    from dragoman.mentions.actors_people import Stand
    from dragoman.mentions.actors_sense import Sense


_SEATED = frozenset(("GOV", "LEG", "JUD"))
_ABROAD = frozenset(("embassy",))
"""Organs that stand in other states than their own."""


class Office(NamedTuple):
    """A title or organ as it is being read: where it ends, whose it is, and what it is called in English. `grammar` are
    the cases and number that an adjective leaves to it."""

    last: int
    end: int
    stand: Stand | None
    sector: str | None
    label: str
    owner: str
    grammar: tuple[int, str] | None = None


class Owners(Line):
    """Reads to whom the titles and organs of a sentence belong."""

    def _owned(self, head: Sense, lead: Sense | None) -> Office:
        """Whose office it is: the adjective before it, or what follows (MSZ Ukrainy, polskiego rządu, of the United States)."""
        stand = self._side(lead) if lead else None
        office = Office(head.hit.last, head.hit.end, stand, head.entity.sector, head.entity.name, lead.entity.name if lead else "")
        for _ in range(3):
            longer = self._longer(head, office)
            if longer is None:
                return office
            office = longer
        return office

    def _longer(self, head: Sense, office: Office) -> Office | None:
        """One more word group that belongs to the office; None where it ends."""
        at, through = office.last, False
        if self.glue.prepositional:
            if at < len(self.tokens) and self.tokens[at].word.lower in self.glue.of:
                at, through = at + 1, True
                while at < len(self.tokens) and self.tokens[at].word.lower in self.glue.the:
                    at += 1
            else:
                return None
        index = self.at.get(at)
        if index is None:
            index = None if self.glue.prepositional else self._seat_after(head, office) or self._beyond(head, office)
        if index is None:
            return None
        return self._grown(head, office, self.senses[index], index, through)

    def _grown(self, head: Sense, office: Office, sense: Sense, index: int, through: bool) -> Office | None:
        if sense.letter in "SL" and office.stand is None and (through or sense.cases & GEN or self._is_seat(sense)):
            stand = self._side(sense)
            sector = (
                sense.entity.sector
                if sense.entity.kind in ("firm", "group") or (head.entity.sex == "chief" and sense.entity.sector)
                else office.sector
            )
            return office._replace(last=sense.hit.last, end=sense.hit.end, stand=stand, sector=sector, owner=sense.entity.name)
        if sense.letter in "PN" and head.entity.sex == "cabinet" and office.stand is None and (through or sense.cases & GEN):
            return office._replace(last=sense.hit.last, end=sense.hit.end, stand=self._side(sense), owner=sense.entity.name)
        if sense.letter == "D" and office.stand is None and sense.reading.role == "people" and (through or sense.cases & GEN):
            return office._replace(last=sense.hit.last, end=sense.hit.end, stand=self._side(sense), owner=sense.entity.name)
        if sense.letter == "A" and office.stand is None:
            return self._adjective_after(head, office, sense, index)
        if sense.letter == "O" and (through or sense.cases & GEN) and (head.letter == "T" or head.entity.sex == "people"):
            label = f"{office.label} of {sense.entity.name}"
            return office._replace(last=sense.hit.last, end=sense.hit.end, sector=sense.entity.sector or office.sector, label=label)
        return None

    def _is_seat(self, sense: Sense) -> bool:
        before = self.tokens[sense.hit.first - 1].word.lower if sense.hit.first else ""
        return sense.reading.role in ("capital", "seat", "metonym", "name") and before in self.glue.in_

    def _adjective_after(self, head: Sense, office: Office, sense: Sense, index: int) -> Office | None:
        """An adjective after the office: of an organ that follows (szef polskiego rządu), or of the office itself (strona rosyjska)."""
        inner = self._led(index)
        if inner is not None and self.senses[inner].letter == "O" and (self.glue.prepositional or self.senses[inner].cases & GEN):
            organ = self.senses[inner]
            label = f"{office.label} of {organ.entity.name}"
            return office._replace(
                last=organ.hit.last,
                end=organ.hit.end,
                stand=self._side(sense),
                sector=organ.entity.sector,
                label=label,
                owner=sense.entity.name,
            )
        if self.glue.prepositional or not self._agree(sense, head) or self._takes_noun(sense):
            return None
        grammar = self.agreement(sense, head)
        return office._replace(last=sense.hit.last, end=sense.hit.end, stand=self._side(sense), owner=sense.entity.name, grammar=grammar)

    def _seat_after(self, head: Sense, office: Office) -> int | None:
        """As in "Władze w Kijowie", "sąd w Szwajcarii": the capital or state in which a government, parliament or court sits."""
        if head.letter != "O" or office.stand is not None or office.last + 1 >= len(self.tokens):
            return None
        index = self.at.get(office.last + 1)
        if index is None or self.tokens[office.last].word.lower not in self.glue.in_:
            return None
        sense = self.senses[index]
        if not sense.cases & LOC or head.entity.sector not in _SEATED:
            return None
        at_home = head.entity.sex != "people" and head.entity.name not in _ABROAD
        named = sense.reading.role == "name" and sense.entity.kind == "state" and at_home
        return index if sense.reading.role == "capital" or named else None

    def _beyond(self, head: Sense, office: Office) -> int | None:
        """A state after up to four words that tell the office more closely: minister gospodarki i handlu Niemiec, wojska lądowe Rosji,
        ministrowie wszystkich 27 krajów UE.
        """
        if office.stand is not None:
            return None
        at = office.last
        for _ in range(4):
            if at >= len(self.tokens) or at in self.at:
                break
            if self.tokens[at].word.kind != "number" and not self._details(at, head):
                return None
            at += 1
        index = self.at.get(at)
        if index is None or at == office.last:
            return None
        sense = self.senses[index]
        if sense.entity.sex == "state":
            return index if sense.cases & GEN else None
        return index if sense.letter == "S" and sense.cases & GEN and sense.reading.role == "name" else None

    def _details(self, at: int, head: Sense) -> bool:
        """Is the word a noun or adjective in the genitive, an adjective of the office's, or an "and" between such words?"""
        word = self.tokens[at].word
        if word.kind != "word" or word.capital or word.has("verb") or word.has("prep"):
            return False
        if word.lower in self.glue.and_:
            return True
        belongs = (one.pos in ("noun", "adj", "det") and one.cases & GEN for one in word.analyses)
        return any(belongs) or any(one.pos == "adj" and one.cases & head.cases for one in word.analyses)
