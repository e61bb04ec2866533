"""What an article as a whole says about who is who: which names are meant for sure, which people were introduced, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.answers import regions, reported, state_names
from dragoman.mentions.actors_people import Stand, in_office, leads, prominent, stand_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.codebook.gazetteer import Gazetteer
    from dragoman.mentions.actors_scan import Hit
    from dragoman.model.token import Sentence, Token

_STRONG = frozenset(("name", "people", "capital", "person", "adjective", "context"))


class Context:
    """One article's knowledge while it is read. `strong` holds countries and ids named beyond doubt; `people` the persons whose full name
    stands somewhere; `others` those whose surname the article gives to somebody of another first name; `stands` whom the article's own
    words say a person acts for."""

    def __init__(self, gazetteer: Gazetteer, on: dt.date | None) -> None:
        self.gazetteer = gazetteer
        self.on = on
        self.strong: set[str] = set()
        self.people: set[str] = set()
        self.others: set[str] = set()
        self.stands: dict[str, Stand] = {}
        self.names = state_names()
        self.regions = regions()
        self.reported = reported()

    def note(self, hits: Iterable[Hit]) -> None:
        """Remember what a sentence's hits say for sure."""
        entities = self.gazetteer.entities
        for hit in hits:
            if len(hit.readings) > 1 and any(one.role == "metonym" for one in hit.readings):
                continue
            for one in hit.readings:
                if one.weak or one.role not in _STRONG:
                    continue
                entity = entities[one.entity]
                if one.role == "person":
                    self.people.add(entity.name)
                elif key := entity.country or entity.id:
                    self.strong.add(key)

    def stand(self, person: Entity, office: str | None = None, country: str | None = None) -> Stand:
        """Whom a person acts for: as the article says, else as the codebook knows."""
        told = self.stands.get(person.name)
        if told is not None and not office and not country:
            return told
        return stand_of(person, self.on, office, country)

    def allows(self, reading: Reading) -> bool:
        """May a weak reading (a common word, another name) be meant here?"""
        if not reading.weak:
            return True
        entity = self.gazetteer.entities[reading.entity]
        return (entity.country or entity.id or "") in self.strong


def introduced(sentences: Sequence[Sentence], hits: Sequence[list[Hit]], context: Context) -> None:
    """Note people whose surname stands after their initial ("A. Merkel", "Т.Мэй"), and those whose surname is somebody else's."""
    entities = context.gazetteer.entities
    for sentence, row in zip(sentences, hits, strict=True):
        for hit in row:
            surnames = [one for one in hit.readings if one.role == "surname"]
            if surnames and hit.first >= 1:
                for one in surnames:
                    if initial_fits(sentence.tokens, hit.first, entities[one.entity], context.gazetteer.lang):
                        context.people.add(entities[one.entity].name)
                    elif _called_otherwise(sentence.tokens, hit.first, one, context):
                        context.others.add(entities[one.entity].name)
    context.others -= context.people


def _called_otherwise(tokens: Sequence[Token], at: int, surname: Reading, context: Context) -> bool:
    """Does a first name stand before the surname, in its case, that does not begin as the person's does (Jens Müller is no Piotr)? Who
    leads or led a state is meant by the surname all the same."""
    before = tokens[at - 1].word
    named = before.capital and not before.text.isupper() and before.has("propn") and before.poses <= {"propn", "noun", "adj", "x"}
    if not named or len(before.text) < 3 or not before.cases & surname.cases or context.gazetteer.start(before.text).alone:
        return False
    person = context.gazetteer.entities[surname.entity]
    return not leads(person) and not sounds_first(before.text[0], person)


def initial_fits(tokens: Sequence[Token], at: int, person: Entity, lang: str) -> bool:
    """Does the initial before a surname fit the person ("A." before Merkel)? Cyrillic initials are compared by sound."""
    before = tokens[at - 1].text
    if "." in before and len(before) > 1:
        letter = before[0]
    elif before == "." and at > 1 and len(tokens[at - 2].text) <= 2 and tokens[at - 2].word.capital:
        letter = tokens[at - 2].text[0]
    else:
        return False
    return sounds_first(letter, person)


def sounds_first(letter: str, person: Entity) -> bool:
    """Can a letter begin the person's name, in any script?"""
    return person.name[:1].lower() in _SOUNDS.get(letter.lower(), letter.lower())


_SOUNDS = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "ґ": "g", "д": "djg", "е": "e", "є": "ey", "ж": "jzg", "з": "z", "и": "iy", "і": "i",
    "ї": "i", "й": "yj", "к": "kc", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "sc", "т": "t", "у": "uw", "ф": "fp",
    "х": "hk", "ц": "ct", "ч": "c", "ш": "s", "щ": "s", "э": "ea", "ю": "yj", "я": "yij",
}  # fmt: skip


def best_person(readings: Sequence[Reading], context: Context, told: Stand | None = None) -> Entity | None:
    """Who is meant by a surname alone: somebody introduced, somebody who fits the title before it, else the one prominent bearer."""
    people = [context.gazetteer.entities[one.entity] for one in readings if one.role in ("surname", "person")]
    people = list({one.name: one for one in people}.values())
    known = [one for one in people if one.name in context.people]
    if known:
        return known[0] if len(known) == 1 else max(known, key=lambda one: (in_office(one, context.on), prominent(one), _last(one)))
    if told is not None:
        fitting = [one for one in people if any(t.country == told.country if told.country else t.body == told.body for t in one.terms)]
        return max(fitting, key=lambda one: (in_office(one, context.on), prominent(one), _last(one))) if fitting else None
    return _famous(people, context) if any(map(prominent, people)) else None


def holder_called(surname: str, office: str, country: str | None, context: Context) -> tuple[Entity, Reading] | None:
    """Who of that surname holds the office on the article's day (of the state, where one is told); None where nobody or more than one."""
    if context.on is None:
        return None
    day = context.on.isoformat()
    found: dict[str, tuple[Entity, Reading]] = {}
    for reading in context.gazetteer.start(surname).alone:
        person = context.gazetteer.entities[reading.entity]
        terms = person.terms if reading.role == "surname" else ()
        if any(one.office == office and one.holds(day) and country in (None, one.country) for one in terms):
            found[person.name] = (person, reading)
    return next(iter(found.values())) if len(found) == 1 else None


def _last(person: Entity) -> str:
    """When the person's last term began."""
    return max((one.since or "" for one in person.terms), default="")


def _famous(people: list[Entity], context: Context) -> Entity | None:
    """The one whom a surname brings to mind: of a state or body that the article names or that is much in the news, in office before
    others; None for two equals."""
    named = [one for one in people if any((t.country or t.body) in context.strong for t in one.terms)]
    reported = [one for one in people if prominent(one) and (one.place in context.reported or leads(one))]
    people = [one for one in named if prominent(one)] or named or reported
    people = [one for one in people if in_office(one, context.on)] or people
    sides = {(t.country, t.body) for one in people for t in one.terms[-1:]}
    return max(people, key=lambda one: (leads(one), _last(one))) if people and len(sides) == 1 else None
