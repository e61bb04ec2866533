"""What an article has told so far, as coreference asks for it: who was named in which sentence, and who is in focus."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebook.answers import offices_by_state
from dragoman.model.mention import ActorMention
from dragoman.model.token import ANY_CASE, NOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dragoman.mentions.actors_phrase import Reader
    from dragoman.model.token import Sentence

NEAR = 2
"""This sentence and the one before: as far as most words point."""
_REACH = 200
"""How many mentions back an antecedent is looked for: coreference stays linear in the length of a text."""
_PRIVATE = frozenset(("BUS", "CVL", "JRN", "ELI", "PTY", "OPP", "REB"))
_STATES = frozenset(("name", "demonym", "capital", "title", "organ"))
_BARRIERS = frozenset(("prep", "noun", "propn", "num"))
_OPENING = 4
"""A theme stands among the first so many words of its sentence."""


class Told(NamedTuple):
    """A mention as coreference sees it: its sentence's number, whether it is a person, the office told of it and its English name, and
    whether it is only the place where something happens (in Turkey)."""

    sentence: int
    mention: ActorMention
    person: bool
    office: str | None
    label: str
    placed: bool = False

    @property
    def acts(self) -> bool:
        """Is it a leader, an office or an organ, through which its state acts?"""
        return self.mention.sector not in _PRIVATE and (self.person or self.mention.role in ("title", "organ"))


def side_of(one: ActorMention) -> str | None:
    """What tells sides apart."""
    return one.country or one.id


def sides(told: Iterable[Told]) -> dict[str, Told]:
    """The last mention of each state or body, in the order of their last mention."""
    found: dict[str, Told] = {}
    for one in told:
        key = side_of(one.mention)
        if key:
            found.pop(key, None)
            found[key] = one
    return found


def only(told: Iterable[Told]) -> Told | None:
    """The last mention of the one side that all mentions are of; None for none or several."""
    found = sides(told)
    return next(iter(found.values())) if len(found) == 1 else None


def _told(number: int, reader: Reader, inside: frozenset[str]) -> Iterator[Told]:
    """The mentions of a sentence; "in Istanbul, Turkey" names two places."""
    before: Told | None = None
    for one in reader.mentions:
        placed = False
        if one.role in ("name", "capital", "place") and one.sector is None:
            at = bisect_left(reader.tokens, one.start, key=lambda token: token.start)
            beside = before is not None and before.placed and at > 1 and reader.tokens[at - 1].text == ","
            after = beside and before is not None and before.mention.end == reader.tokens[at - 1].start
            placed = after or (at > 0 and reader.tokens[at - 1].word.lower in inside)
        start = one.start
        before = Told(number, one, start in reader.people, reader.offices.get(start), reader.labels.get(start, ""), placed)
        yield before


class Memory:
    """All mentions of an article, sorted; `strong` holds the states named beyond doubt."""

    def __init__(self, rows: Sequence[tuple[int, Sentence, Reader]], strong: set[str], inside: frozenset[str]) -> None:
        self.strong = strong
        self.told = [one for number, _, reader in rows for one in _told(number, reader, inside)]
        self._starts = [one.mention.start for one in self.told]
        self._sentences = {number: sentence for number, sentence, _ in rows}

    def add(self, number: int, one: ActorMention, label: str) -> None:
        """Remember an organ or office that was understood by what stands before it, for those that follow."""
        at = bisect_left(self._starts, one.start)
        self.told.insert(at, Told(number, one, False, None, label))
        self._starts.insert(at, one.start)

    def before(self, at: int) -> list[Told]:
        """The last mentions before a character."""
        last = bisect_left(self._starts, at)
        return self.told[max(0, last - _REACH) : last]

    def near(self, at: int, number: int, sentences: int = NEAR) -> list[Told]:
        """Mentions before a character in its sentence and those right before it, in order."""
        last = bisect_left(self._starts, at)
        first = last
        while first and number - self.told[first - 1].sentence < sentences:
            first -= 1
        return self.told[first:last]

    def lead(self, sentences: int) -> list[Told]:
        """Mentions of the first sentences of the article."""
        found = []
        for one in self.told:
            if one.sentence >= sentences:
                break
            found.append(one)
        return found

    def theme(self, at: int, number: int, fits: Callable[[Told], bool]) -> Told | None:
        """Whom the sentence before was about: its first mention, among its first words and perhaps its subject, if it fits and no other
        that fits may be the subject with it."""
        sentence = self._sentences.get(number - 1)
        if sentence is None:
            return None
        first = bisect_left(self._starts, sentence.start)
        if first >= len(self.told) or self.told[first].mention.start >= min(at, sentence.end):
            return None
        one = self.told[first]
        opening = one.mention.start <= sentence.tokens[min(_OPENING, len(sentence.tokens)) - 1].start
        free = not any(token.word.poses & _BARRIERS for token in sentence.tokens if token.start < one.mention.start)
        if not (opening and free and one.mention.cases & NOM and fits(one)):
            return None
        rivals = [two for two in self.near(at, number) if two.mention.start > one.mention.start and fits(two)]
        rivals = [two for two in rivals if side_of(two.mention) != side_of(one.mention)]
        return None if any(_may_act_too(one.mention, two, sentence) for two in rivals) else one

    def focus(self, at: int, number: int, office: str | None) -> Told | None:
        """The one state whose leaders, offices or organs the last sentences tell of and that has the `office`; None where several have,
        or where another state is named since."""
        near = [one for one in self.near(at, number) if one.mention.country]
        acting = [one for one in near if one.acts and has_office(one.mention.country, office)]
        found = only(acting)
        if found is None:
            return None
        since = [one for one in near if one.mention.start > found.mention.start and one.mention.role in _STATES]
        return found if all(one.mention.country == found.mention.country for one in since) else None


def _may_act_too(first: ActorMention, rival: Told, sentence: Sentence) -> bool:
    """Could a later mention be a subject as well: by its case, or, where order tells, with no verb between the two?"""
    if rival.mention.start >= sentence.end:
        return True
    if rival.mention.cases != ANY_CASE:
        return bool(rival.mention.cases & NOM)
    between = [token.word for token in sentence.tokens if first.end <= token.start < rival.mention.start]
    return not any(word.has("verb") and not word.has("noun") for word in between)


def has_office(country: str | None, office: str | None) -> bool:
    """Has a state such an office, as far as the codebook knows? Every state has what is no office of the codebook's."""
    known = offices_by_state()
    return office is None or country is None or country not in known or office in known[country] or office not in _SURE


_SURE = frozenset(("head_of_state", "head_of_government", "monarch"))
"""Offices that the codebook lists for every state that has them."""
