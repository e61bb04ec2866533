"""An office or organ alone: "prezydent" after the president of somebody, "the foreign minister", "resort", "его правительство".

In this order: who held it in the article; the one state whose office was in focus; the state whose press it is. Where two compete: nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.actors_people import leads_state
from dragoman.mentions.coreference_memory import NEAR, Told, has_office, only
from dragoman.mentions.coreference_owners import owner_of, place_named
from dragoman.mentions.coreference_pairs import pair_in_office, pair_mention
from dragoman.mentions.coreference_words import is_any, leading
from dragoman.model.mention import ActorMention
from dragoman.model.token import GEN, NOM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.mentions.actors_phrase import Reader
    from dragoman.mentions.actors_sense import Sense
    from dragoman.mentions.coreference_memory import Memory
    from dragoman.mentions.coreference_words import BackWords
    from dragoman.model.token import Token

_MINISTRIES = frozenset(("foreign ministry", "ministry of defence", "ministry"))
_ORGANS = _MINISTRIES | {"government", "authorities", "parliament"}
"""Organs, by their English names in the packs, that a text leaves without their state."""
OWNED = _ORGANS | {"armed forces", "troops", "military hardware", "officials", "intelligence service", "intelligence services"}
"""Organs and people that are a state's where a possessive says whose."""
_LOOSE = frozenset(("authorities", "government"))
"""Words that may mean power as such (при владі), or those inside of it (podział w gabinecie)."""
_NOBODY = frozenset(("CVL", "BUS", "JRN"))
_FAR = 4
"""A holder told so many sentences ago gives way where the last sentences tell of another state."""
_BEGINNING = 4
_EARLY = 3
"""A pronoun that stands for a state opens its sentence."""


class Place:
    """Where an office stands: the sentence's number and reader, the words that lead it, and what the article and the pack know."""

    def __init__(self, sense: Sense, number: int, reader: Reader, memory: Memory, words: BackWords) -> None:
        self.sense, self.number, self.reader, self.memory, self.words = sense, number, reader, memory, words
        self.tokens = reader.tokens
        self.lead = leading(reader.tokens, sense.hit.first, words)

    @property
    def begin(self) -> int:
        return self.sense.hit.begin

    @property
    def follows_verb(self) -> bool:
        """Does a verb stand right before it, where order is free?"""
        at = self.sense.hit.first
        return at > 0 and not self.reader.glue.prepositional and _is_verb(self.tokens[at - 1])

    @property
    def at(self) -> int:
        """The character before which an antecedent stands: for who has just spoken ("...", powiedział prezydent) that of the sentence."""
        first = self.sense.hit.first
        attributed = first > 1 and _is_verb(self.tokens[first - 1]) and self.tokens[first - 2].word.kind in ("punct", "symbol")
        return self.tokens[0].start if attributed else self.begin

    @property
    def of_the_state(self) -> bool:
        """Does a word for a state in the genitive stand alone behind it ("МИД страны", władze kraju)?"""
        last = self.sense.hit.last
        heads = (one for one in self.reader.bare if one.hit.first == last and one.entity.sex == "state")
        forms = (form for one in heads for form in one.hit.readings)
        return not self.reader.glue.prepositional and any(form.number != "p" and form.cases & GEN for form in forms)

    def led_by(self, words: frozenset[str]) -> Token | None:
        return next((one for one in self.lead if is_any(one.word, words)), None)


def _is_verb(token: Token) -> bool:
    return token.word.has("verb") and not token.word.has("noun")


def may_point(sense: Sense, tokens: Sequence[Token], words: BackWords) -> bool:
    """Could a bare word or pronoun point back at all? Most organs and people do so only behind a possessive, "both" or "this"."""
    first, entity = sense.hit.first, sense.entity
    if sense.letter != "O" or entity.sex in ("state", "side") or entity.name in _ORGANS:
        return sense.letter != "R" or first < _EARLY or tokens[first].word.lower not in words.things
    if entity.sector in _NOBODY:
        return False
    lead = [token.word for token in tokens[max(0, first - 3) : first]]
    led = any(word.lower in words.markers or not words.local.isdisjoint(word.lemmas) for word in lead)
    return led or is_any(tokens[first].word, words.ministries | words.persons)


def office_alone(place: Place) -> ActorMention | None:
    """Who is meant by a title or organ that nobody is told for."""
    sense, words = place.sense, place.words
    glue, first = place.reader.glue, sense.hit.first
    if sense.entity.sector in _NOBODY or (first and place.tokens[first - 1].word.lower in glue.honorifics):
        return None
    owned = next((one for one in place.lead if one.word.lower in words.own), None)
    if owned is not None:
        if not _can_be_owned(place):
            return None
        owner = owner_of(words.own[owned.word.lower], owned.start, place.number, place.memory, not glue.prepositional)
        found = _of(place, owner, owned.start)
        return found if found is None else msgspec.structs.replace(found, role="anaphor")
    local = place.led_by(words.local)
    if local is not None:
        return _of(place, place_named(local.start, place.number, place.memory), local.start)
    both = place.led_by(words.both)
    if both is not None and sense.reading.number != "s":
        fits = _of_pairs(place) and not _told_of(place) and all(is_any(one.word, words.markers) for one in place.lead)
        return pair_mention(sense, both.start, place.number, place.memory, sense.entity.sector) if fits else None
    if place.of_the_state and (sense.letter == "T" or sense.entity.name in OWNED):
        return _of(place, _the_state(place), place.begin)
    if sense.reading.number == "p":
        return _several(place)
    if not _stands_alone(place):
        return None
    return _title(place) if sense.letter == "T" else _organ(place)


def _the_state(place: Place) -> Told | None:
    """The one state that this sentence tells of, or it and the one before; else the one that the sentence before was about."""
    told = (one for one in place.memory.near(place.begin, place.number) if one.mention.country and not one.placed)
    near = [one for one in told if one.mention.sector not in _NOBODY]
    here = only(one for one in near if one.sentence == place.number)
    return here or only(near) or place.memory.theme(place.begin, place.number, lambda told: told.mention.country is not None)


def _can_be_owned(place: Place) -> bool:
    """May a possessive before it make it a state's (jego rząd, its troops)? Not an aide's or a boss's, nor what only describes a noun."""
    entity = place.sense.entity
    if place.reader.glue.prepositional and _told_of(place):
        return False
    return entity.id not in (None, "other") if place.sense.letter == "T" else entity.name in OWNED


def _of_pairs(place: Place) -> bool:
    """May "both" stand before it: leaders, ministers, governments, not drones?"""
    entity = place.sense.entity
    if entity.sex == "chief":
        return is_any(place.tokens[place.sense.hit.first].word, place.words.leaders)
    return (entity.id != "other" and place.sense.letter == "T") or entity.name in _ORGANS


def _stands_alone(place: Place) -> bool:
    """Is the office a certain one, with nothing beside it that tells it more closely (a local government, urząd prezydenta)?"""
    tokens, hit, glue, words = place.tokens, place.sense.hit, place.reader.glue, place.words
    if hit.first and is_any(tokens[hit.first - 1].word, words.posts):
        return False
    if place.sense.entity.name in _LOOSE and not _acts(place):
        return False
    if glue.prepositional:
        definite = place.led_by(words.definite) is not None
        opens = place.sense.letter == "T" and hit.first == 0
        return (definite or opens) and not _told_of(place) and not any(one.word.poses == {"adj"} for one in place.lead)
    if any(one.word.has("adj") and not one.word.poses & {"pron", "det"} for one in place.lead):
        return False
    return not _told_of(place)


def _acts(place: Place) -> bool:
    """Can it be a subject, or is it where somebody speaks, as the first words of a sentence ("В правительстве заявили")?"""
    first, cases = place.sense.hit.first, place.sense.cases
    led = first > 0 and place.tokens[first - 1].word.has("prep")
    within = led and place.tokens[first - 1].word.lower in place.words.inside
    if place.sense.entity.name == "authorities":
        return bool(cases & NOM) and not led
    return not within or first == 1


def _told_of(place: Place) -> bool:
    """Does a noun behind the office say whose or what for (prezydent miasta, government contracts), or an adjective which?"""
    tokens, last, glue = place.tokens, place.sense.hit.last, place.reader.glue
    if last >= len(tokens):
        return False
    word = tokens[last].word
    if glue.prepositional:
        noun = word.kind == "word" and word.has("noun") and word.lower not in glue.function
        return word.lower in glue.of or (noun and not word.has("verb") and not word.has("adv"))
    if word.kind != "word" or word.capital or word.poses & {"verb", "prep", "conj", "adv", "part", "pron", "det"}:
        return False
    cases = place.sense.cases
    return any(
        (one.pos == "noun" and one.cases & GEN and not one.cases & NOM) or (one.pos == "adj" and one.cases & cases) for one in word.analyses
    )


# titles -------------------------------------------------------------------------------------------------------------------------


def _title(place: Place) -> ActorMention | None:
    sense, near = place.sense, place.memory.near(place.at, place.number)
    entity = sense.entity
    if entity.sex == "chief":
        leader = is_any(place.tokens[sense.hit.first].word, place.words.leaders)
        return _as(place, _one_of(place, [one for one in near if leads(one)], leads)) if leader else None
    if entity.id == "other" and entity.sex != "posted":
        return None
    if entity.id in (None, "other"):
        return _unnamed(place, near)
    return _holder(place, entity.id)


def leads(one: Told) -> bool:
    """Is it the head of a state or government, or called its leader?"""
    return leads_state(one.office) or (one.label == "leader" and one.mention.sector == "GOV" and one.mention.country is not None)


def _unnamed(place: Place, near: list[Told]) -> ActorMention | None:
    """As in "minister", "dyplomata" or "the ambassador" alone: the only one whom the last sentences name."""
    name = place.sense.entity.name
    if name == "minister":
        return _as(place, only(one for one in near if (one.office or "").endswith("_minister") or one.label == name))
    return _as(place, only(one for one in near if one.label == name and one.mention.role in ("name", "title")))


def _holder(place: Place, office: str) -> ActorMention | None:
    """A title with an office: the one holder told so far; else the one state that has it (papież); in a headline the one told next; else
    by focus or by home."""
    memory, number, at = place.memory, place.number, place.at
    held = [one for one in memory.before(at) if one.office == office and _suits(place.sense, one.mention.country)]
    if not held:
        if len(place.sense.entity.members) == 1 and not place.sense.entity.members[0].startswith("-"):
            return _made(place, place.sense.entity.members[0], place.begin)
        if number == 0:
            return _as(place, only(one for one in memory.lead(_BEGINNING) if one.office == office))
        return _of(place, _in_focus(place), place.begin) or _at_home(place)
    one = only(held)
    if one is None:
        return _as(place, _one_of(place, [one for one in held if number - one.sentence < NEAR], lambda told: told.office == office))
    if number - one.sentence >= _FAR:
        focus = memory.focus(at, number, office)
        if focus is not None and focus.mention.country != one.mention.country:
            return None
    return _as(place, one)


def _one_of(place: Place, near: list[Told], fits: Callable[[Told], bool]) -> Told | None:
    """The only one of the last sentences; of several the one that the sentence before was about."""
    found = only(near)
    if found is not None or not near:
        return found
    return place.memory.theme(place.at, place.number, fits)


def _suits(sense: Sense, country: str | None) -> bool:
    """Can a state have this title? The pack lists states that alone have it, or, with a dash, that have another one for the office."""
    listed = sense.entity.members
    barred = {one[1:] for one in listed if one.startswith("-")}
    alone = {one for one in listed if not one.startswith("-")}
    return country not in barred and (not alone or country in alone)


def _in_focus(place: Place) -> Told | None:
    found = place.memory.focus(place.at, place.number, place.sense.entity.id if place.sense.letter == "T" else None)
    return found if found is not None and _suits(place.sense, found.mention.country) else None


# organs -------------------------------------------------------------------------------------------------------------------------


def _organ(place: Place) -> ActorMention | None:
    """An organ alone: the one of its kind told so far, else by focus or by home."""
    sense, memory, number, at = place.sense, place.memory, place.number, place.begin
    label, word = sense.entity.name, place.tokens[sense.hit.first].word
    near = memory.near(at, number)
    typical = next((code for name, code in place.words.typical.items() if is_any(word, frozenset((name,)))), None)
    if typical is not None:
        return _of(place, next((one for one in reversed(near) if one.acts and one.mention.country == typical), None), at)
    if sense.hit.last - sense.hit.first == 1 and is_any(word, place.words.ministries):
        return _of(place, only(one for one in near if one.label in _MINISTRIES or (one.office or "").endswith("_minister")), at)
    if label not in _ORGANS:
        return None
    told = [one for one in memory.before(at) if one.label == label and one.mention.country]
    if not told:
        later = only(one for one in memory.lead(_BEGINNING) if one.label == label) if number == 0 else None
        return _of(place, later or _headed(label, near) or _in_focus(place), at) or _at_home(place)
    one = only(told) or only(one for one in told if number - one.sentence < NEAR)
    if one is None or number - one.sentence >= _FAR:
        focus = memory.focus(at, number, None)
        if focus is None or (one is not None and focus.mention.country != one.mention.country):
            return None
        one = focus
    return _of(place, one, at)


def _headed(label: str, near: list[Told]) -> Told | None:
    """The government of the one head of government whom the last sentences tell of ("прем'єр повідомила, що уряд...")."""
    return only(one for one in near if one.office == "head_of_government") if label == "government" else None


def _at_home(place: Place) -> ActorMention | None:
    """The state whose press speaks the language: its own offices need no state. Where others are named near it could be theirs."""
    words, memory, entity = place.words, place.memory, place.sense.entity
    home, office = words.home, entity.id if place.sense.letter == "T" else None
    if home is None or not has_office(home, office) or not _suits(place.sense, home):
        return None
    near = memory.near(place.begin, place.number)
    told = [one for one in memory.before(place.begin) if one.label == entity.name or (office is not None and one.office == office)]
    if any(one.mention.country != home for one in told) or any(one.acts and one.mention.country != home for one in near):
        return None
    if entity.name not in words.at_home and (home not in memory.strong or any(one.mention.country not in (home, None) for one in near)):
        return None
    return _made(place, home, place.begin)


def _several(place: Place) -> ActorMention | None:
    """A plural alone: the two holders of it told right before ("prezydenci", "ministrowie"), or the two leaders."""
    entity, tokens = place.sense.entity, place.tokens
    definite = place.led_by(place.words.definite) is not None
    if definite != place.reader.glue.prepositional or len(place.lead) > definite:
        return None
    if _told_of(place):
        return None
    if entity.sex == "chief" and is_any(tokens[place.sense.hit.first].word, place.words.leaders):
        return pair_in_office(place.sense, place.number, place.memory, ("head_of_state", "head_of_government", "monarch"))
    if entity.sector == "LEG":  # "парламентарі" after a parliament
        return _of(place, only(one for one in place.memory.near(place.at, place.number) if one.mention.sector == "LEG"), place.begin)
    if place.sense.letter == "T" and entity.id not in (None, "other"):
        return pair_in_office(place.sense, place.number, place.memory, (entity.id or "",))
    if entity.name == "minister":
        ministers = ("foreign_minister", "defence_minister", "finance_minister", "interior_minister", "energy_minister", "minister")
        return pair_in_office(place.sense, place.number, place.memory, ministers)
    return None


# mentions -----------------------------------------------------------------------------------------------------------------------


def _as(place: Place, told: Told | None) -> ActorMention | None:
    """The holder, where the title stands."""
    if told is None:
        return None
    return anaphor(place.sense, place.begin, told.mention)


def anaphor(sense: Sense, start: int, antecedent: ActorMention) -> ActorMention:
    """A mention that stands for the antecedent, in the grammar of its own words."""
    reading = sense.reading
    return msgspec.structs.replace(
        antecedent, start=start, end=sense.hit.end, role="anaphor", cases=reading.cases, number=reading.number, genders=reading.genders or 7
    )


def _of(place: Place, owner: Told | None, start: int) -> ActorMention | None:
    """The office or organ of the state that the owner acts for."""
    if owner is None or owner.mention.country is None:
        return None
    return _made(place, owner.mention.country, start)


def _made(place: Place, country: str, start: int) -> ActorMention:
    sense = place.sense
    name = f"{sense.entity.name} of {place.reader.context.names.get(country, country)}"
    role = "title" if sense.letter == "T" else "organ"
    sector, reading = sense.entity.sector, sense.reading
    return ActorMention(start, sense.hit.end, name, country, sector, None, role, reading.cases, reading.number, reading.genders or 7)
