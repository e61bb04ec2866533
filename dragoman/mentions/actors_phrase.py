"""From senses to mentions: a title, its state, its adjective and its bearer are one phrase and one actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.mentions.actors_context import best_person, holder_called, initial_fits, sounds_first
from dragoman.mentions.actors_owner import Office, Owners
from dragoman.mentions.actors_people import FORMER, Stand
from dragoman.mentions.actors_scan import Hit
from dragoman.mentions.actors_sense import Sense
from dragoman.model.mention import ActorMention
from dragoman.model.token import ANY_CASE, GEN, MASC, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.mentions.actors_context import Context
    from dragoman.mentions.actors_words import Glue
    from dragoman.model.token import Token

_ROLES = {"people": "demonym", "demonym": "demonym", "surname": "name", "person": "name", "metonym": "capital"}
_ORGAN_ROLES = {"side": "name", "state": "name", "capital": "capital"}
_NAME_GAP = 4
_PRIVATE = frozenset(("JRN", "CVL", "BUS", "LEG"))
"""Sectors whose people and firms are named behind their word ("the Dutch journalist Anna Bos")."""


class Taught(NamedTuple):
    """A name that the article itself introduces: its words, and whom their bearer acts for."""

    words: tuple[str, ...]
    stand: Stand


class Reader(Owners):
    """Reads the phrases of one sentence.

    For coreference it also keeps `bare` titles and organs that nobody is told for, `pronouns`, and by the start of a mention the `people`,
    the `offices` told of them and the `labels`, the English names of offices and organs.
    """

    def __init__(self, tokens: Sequence[Token], senses: Sequence[Sense], context: Context, glue: Glue) -> None:
        super().__init__(tokens, senses, context, glue)
        self.mentions: list[ActorMention] = []
        self.bare: list[Sense] = []
        self.pronouns: list[Sense] = []
        self.people: set[int] = set()
        self.offices: dict[int, str] = {}
        self.labels: dict[int, str] = {}
        self.taught: list[Taught] = []

    def read(self) -> None:
        """Fill `mentions`, `bare` and `taught`, in the order of the text."""
        index = 0
        while index < len(self.senses):
            index = self._phrase(index)

    def _phrase(self, index: int) -> int:
        """Read the phrase that begins at a sense; returns the index of the next one."""
        sense = self.senses[index]
        if sense.letter in "TO":
            return self._office(index, None)
        if sense.letter == "R":
            self.pronouns.append(sense)
            return index + 1
        if sense.letter == "A" or (self.glue.prepositional and sense.letter in "SLPN"):
            head = self._led(index)
            if head is not None:
                return self._office(head, sense)
        if sense.letter in "AD" and (shared := self._shared(index)) is not None:
            office = Office(sense.hit.last, sense.hit.end, self._side(sense), shared.entity.sector, shared.entity.name, sense.entity.name)
            self._office_mention(sense.hit.begin, office, shared.entity.sector, shared)
            return index + 1
        self._plain(sense)
        return index + 1

    def _of_another(self, index: int) -> Stand | None:
        """Whom a known name's namesake acts for, where another state stands behind it ("King Hassan of Morocco")."""
        sense, after = self.senses[index], self.senses[index + 1] if index + 1 < len(self.senses) else None
        if after is None or after.letter != "S" or after.hit.first != sense.hit.last + 1:
            return None
        known, country = self.context.stand(sense.entity), after.entity.country
        of = self.tokens[sense.hit.last].word.lower in self.glue.of
        return Stand(country, None, known.sector) if of and country and known.country not in (None, country) else None

    # plain mentions ---------------------------------------------------------------------------------------------------------------

    def _plain(self, sense: Sense) -> None:
        if sense.letter in "PN":
            self._bearer(sense)
            return
        entity, reading = sense.entity, sense.reading
        role = ("organ" if entity.sector else "capital") if reading.role == "seat" else _ROLES.get(reading.role, reading.role)
        sector = "CVL" if reading.role == "demonym" else self._sector(entity)
        body = entity.id
        country = entity.country
        self.mentions.append(
            ActorMention(
                sense.hit.begin, sense.hit.end, entity.name, country, sector, body, role, reading.cases, reading.number, reading.genders,
                self._members(entity),
            )
        )  # fmt: skip

    def _sector(self, entity: Entity) -> str | None:
        if entity.terms and self.context.on is not None:
            day = self.context.on.isoformat()
            return next((one.sector for one in entity.terms if one.holds(day)), entity.sector)
        return entity.sector

    def _members(self, entity: Entity) -> tuple[tuple[str, str], ...]:
        return tuple((self.context.names.get(code, code), code) for code in entity.members)

    def _bearer(self, sense: Sense) -> None:
        person = sense.entity
        stand = self.context.stand(person)
        former = self._former(sense.hit.first)
        self._person_mention(self._initial(sense), sense.hit.end, person, stand, FORMER if former else stand.sector, sense)

    def _person_mention(self, begin: int, end: int, person: Entity, stand: Stand, sector: str | None, grammar: Sense) -> None:
        identifier = stand.body if stand.country is None and stand.body else person.id
        self.people.add(begin)
        if stand.office:
            self.offices.setdefault(begin, stand.office)
        self.mentions.append(
            ActorMention(
                begin, end, person.name, stand.country, sector, identifier, "name", grammar.cases, grammar.reading.number or "s",
                2 if person.sex == "f" else 1,
            )
        )  # fmt: skip

    def _initial(self, sense: Sense) -> int:
        """Where a name begins: at the initial before a surname, if one stands there."""
        at = sense.hit.first
        if sense.letter == "N" and at and initial_fits(self.tokens, at, sense.entity, self.context.gazetteer.lang):
            before = self.tokens[at - 1]
            return before.start if len(before.text) > 1 else self.tokens[at - 2].start
        return sense.hit.begin

    # offices ----------------------------------------------------------------------------------------------------------------------

    def _office(self, index: int, lead: Sense | None) -> int:
        """Read a title or organ with all that belongs to it."""
        head = self.senses[index]
        first, begin = (lead.hit.first, lead.hit.begin) if lead else (head.hit.first, head.hit.begin)
        office = self._owned(head, lead)
        following = self._name(index, head, office, begin, first)
        if following is not None:
            return following
        if office.stand is None:
            if head.hit.last >= len(self.tokens) or not self.tokens[head.hit.last].word.capital:
                self.bare.append(head)
            return index + 1
        sector = FORMER if self._former(first) and head.letter == "T" else office.sector
        if lead is not None and lead.letter == "A" and not self.glue.prepositional:
            office = office._replace(grammar=self.agreement(lead, head))
        self._office_mention(begin, office, sector, head)
        if head.entity.sex == "posted":
            self._posted(head, office)
        after = self._after(office.last)
        return self._enumeration(after, office, head) if head.reading.number != "s" and lead is None else after

    def _office_mention(self, begin: int, office: Office, sector: str | None, head: Sense) -> None:
        stand = office.stand
        if stand is None:
            return
        kind = head.entity.sex
        cases, number = office.grammar if office.grammar and office.grammar[0] else (head.cases, head.reading.number)
        role = "title" if head.letter == "T" else _ORGAN_ROLES.get(kind, "organ")
        name = office.owner if kind in _ORGAN_ROLES else f"{office.label} of {office.owner}"
        self.labels[begin] = head.entity.name
        if head.letter == "T" and head.entity.id and sector != FORMER:
            self.offices[begin] = head.entity.id
        self.mentions.append(
            ActorMention(
                begin, office.end, name, stand.country, sector, stand.body, role, cases, number, head.reading.genders or 7,
                self.context.regions.get(stand.body or "", ()),
            )
        )  # fmt: skip

    # bearers ----------------------------------------------------------------------------------------------------------------------

    def _name(self, index: int, head: Sense, office: Office, begin: int, first: int) -> int | None:
        """The bearer after a title, known or taught by the article; None where nobody is named."""
        private = head.entity.sector in _PRIVATE and head.reading.number != "p" and self.glue.prepositional
        if head.letter != "T" and head.entity.sex != "people" and not private:
            return None
        at = office.last
        comma = at < len(self.tokens) and self.tokens[at].text == "," and office.stand is not None
        place = self.at.get(at)
        if place is None and comma:
            place = self.at.get(at + 1)
            if place is None or self.senses[place].letter != "P":
                return None
        known = place is not None and self.senses[place].letter == "P"
        if not known and (following := self._with_holder(head, office, begin, first)) is not None:
            return following
        if place is not None and self.senses[place].letter in "PN":
            return self._with_person(place, head, office, begin, first)
        if place is None and office.stand is not None and (head.letter == "T" or private):
            return self._with_stranger(head, office, begin)
        return None

    def _with_person(self, place: int, head: Sense, office: Office, begin: int, first: int) -> int | None:
        sense = self.senses[place]
        person: Entity | None = sense.entity
        if sense.letter == "N":
            person = best_person(sense.hit.readings, self.context, office.stand)
        if (another := self._of_another(place)) is not None:
            return self._with_stranger(head, office._replace(stand=another), begin)
        if person is None:
            return self._with_stranger(head, office, begin)
        former = self._former(first)
        stand = self._stand_with(person, head, office)
        if stand is None and sense.letter == "N":
            return self._with_stranger(head, office, begin)
        if stand is None and office.stand is not None:
            stand = Stand(office.stand.country, office.stand.body, office.sector)
        stand = stand or self.context.stand(person)
        if not former:
            self.context.stands.setdefault(person.name, stand)
            self.context.people.add(person.name)
        if self._owns(person, head, sense):
            owner = self.context.names.get(stand.country or "", person.name)
            told = Office(sense.hit.last, sense.hit.end, stand, office.sector or head.entity.sector, head.entity.name, owner)
            self._office_mention(begin, told, told.sector, head)
            return place + 1
        stiff = self.glue.stiff and person.sex == "f" and bool(head.cases & NOM) and head.reading.genders == MASC
        cases = sense.cases if stiff else head.cases & sense.cases or sense.cases
        if head.entity.id and not former:
            self.offices[begin] = head.entity.id
        self.labels[begin] = head.entity.name
        sector = FORMER if former else stand.sector
        self._person_mention(begin, sense.hit.end, person, stand, sector, sense._replace(reading=_with_cases(sense, cases)))
        return place + 1

    def _owns(self, person: Entity, head: Sense, sense: Sense) -> bool:
        """Is the name behind a title in the genitive, which the title's own case is not: whose man it is ("z wysłannikiem Trumpa")? Of
        a woman's title, which may not decline, it is the bearer.
        """
        apart = head.letter == "T" and not head.cases & sense.cases and bool(sense.cases & GEN)
        return apart and not self.glue.prepositional and person.sex != "f"

    def _with_holder(self, head: Sense, office: Office, begin: int, first: int) -> int | None:
        """Who holds the office by the surname alone, however the first name is spelled (premier Michael Martin)."""
        if head.letter != "T" or not head.entity.id or head.entity.id == "other" or self._former(first):
            return None
        country = office.stand.country if office.stand is not None else None
        for at in range(office.last, min(office.last + 3, len(self.tokens))):
            token = self.tokens[at]
            if not token.word.capital or token.word.kind != "word":
                return None
            found = holder_called(token.word.text, head.entity.id, country, self.context)
            if found is None or (at > office.last and not sounds_first(self.tokens[office.last].text[0], found[0])):
                continue
            person, reading = found
            self.context.people.add(person.name)
            self.offices[begin], self.labels[begin] = head.entity.id, head.entity.name
            hit = Hit(office.last, at + 1, self.tokens[office.last].start, token.end, (reading,))
            stand = self.context.stand(person, head.entity.id, country)
            self._person_mention(begin, token.end, person, stand, stand.sector, Sense("N", reading, person, hit))
            return self._after(at + 1)
        return None

    def _stand_with(self, person: Entity, head: Sense, office: Office) -> Stand | None:
        """Whom a person acts for by the title before the name; None where the codebook knows nothing of the two together.

        Where a body is told that the person never served (the Security Council of another state) the codebook goes first.
        """
        told = office.stand
        if told is None:
            return self.context.stand(person, head.entity.id)
        known = self.context.stand(person, head.entity.id, told.country)
        if (known.country == told.country) if told.country else (known.body == told.body):
            sector = office.sector if known.sector == FORMER or told.sector else known.sector
            return known._replace(body=known.body if known.country is None else None, sector=sector)
        return known if told.country is None and known.country is not None and person.terms else None

    def _with_stranger(self, head: Sense, office: Office, begin: int) -> int | None:
        """Capitalised words after a title that the codebook does not know: the article teaches who they are."""
        stand = office.stand
        if stand is None:
            return None
        at = office.last
        words: list[str] = []
        while at < len(self.tokens) and len(words) < _NAME_GAP and self._could_be_name(at):
            words.append(self.tokens[at].text)
            at += 1
        if not words:
            return None
        body = stand.body if not stand.country else None
        self.taught.append(Taught(tuple(words), Stand(stand.country, stand.body, office.sector)))
        self.people.add(begin)
        self.labels[begin] = head.entity.name
        if head.entity.id:
            self.offices[begin] = head.entity.id
        end, genders = self.tokens[at - 1].end, head.reading.genders or 7
        self.mentions.append(
            ActorMention(begin, end, " ".join(words), stand.country, office.sector, body, "name", head.cases, "s", genders)
        )
        return self._after(at)

    def _posted(self, head: Sense, office: Office) -> None:
        """The name of an ambassador after the state that the ambassador is in (ambasador Ukrainy w Polsce Wasyl Bodnar)."""
        at = office.last + 1
        index = self.at.get(at)
        if index is None or self.tokens[office.last].word.lower not in self.glue.in_ or self.senses[index].letter != "S":
            return
        last = self.senses[index].hit.last
        if last < len(self.tokens) and last not in self.at:
            self._with_stranger(head, office._replace(last=last), self.tokens[last].start)

    def _could_be_name(self, at: int) -> bool:
        word = self.tokens[at].word
        if at in self.at and self.senses[self.at[at]].letter not in "NL":
            return False
        if not word.capital or word.kind != "word" or len(word.text) < 2 or word.lower in self.glue.calendar:
            return False
        return word.has("propn") or not (word.has("verb") or word.has("prep") or word.has("conj") or word.has("adv"))

    def _enumeration(self, index: int, office: Office, head: Sense) -> int:
        """As in "Prezydenci Polski, Estonii i Litwy": each state that follows is a side of its own, in the case of the title."""
        last = office.last
        while index < len(self.senses):
            sense = self.senses[index]
            between = [one.word.lower for one in self.tokens[last : sense.hit.first]]
            if sense.letter != "S" or not between or any(one != "," and one not in self.glue.and_ for one in between):
                break
            if not (sense.cases & GEN or sense.cases == ANY_CASE):
                break
            stand = self._side(sense)
            one = Office(sense.hit.last, sense.hit.end, stand, office.sector, office.label, sense.entity.name)
            self._office_mention(sense.hit.begin, one, office.sector, head)
            last = sense.hit.last
            index += 1
        return index


def _with_cases(sense: Sense, cases: int) -> Reading:
    """The sense's reading in other cases."""
    return msgspec.structs.replace(sense.reading, cases=cases)
