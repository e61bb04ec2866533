"""Who stands on which side of a figure. A rule lists places; the first place that holds an actor gives the side.

Places: `all` (every side of the sentence, then of the topic), `owner` (an adjective or genitive beside the words: "rosyjski eksport",
"eksport Rosji"), `counted` (the same beside the thing counted), `subject` (a nominative before the verb; in a language of word order, the
first actor before the words), `dative`, `indirect` (right before the number: "sent Ukraine 5 million"), `after X Y:gen` (behind one of
these prepositions, in this case), `into X Y` (the same, states alone), `right X Y` (the same, no noun between), `before` and `behind` (the
nearest actor on that side of the words), `topic` (the topic's only other side), `main` (the state that the topic names most often, where
the sentence does not name it).
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from dragoman.model.token import ANY_CASE, CASES, DAT, GEN, NOM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model.mention import ActorMention, QuantityMention
    from dragoman.model.token import Sentence, Token
    from dragoman.records.figures_rules import FigureRule, Figures, Trigger

_MARKED = ("after", "into", "right", "dative", "indirect")
"""Places that a word or a case marks: they are looked up before the others, so that a marked side is not taken for the subject."""
_OPENING = '„“"«'
"""Marks of quotation that may open a name."""
_BESIDE = 2
"""How many words may stand between the words of a rule and their owner."""


def countries(actor: ActorMention) -> frozenset[str]:
    """The states or organisations that a mention stands for."""
    if actor.members:
        return frozenset(code for _, code in actor.members)
    key = actor.country or actor.id
    return frozenset({key}) if key else frozenset()


class FigureScene:
    """A sentence with its actors and those of its surroundings."""

    def __init__(
        self, text: str, sentence: Sentence, actors: tuple[ActorMention, ...], topic: tuple[ActorMention, ...], figures: Figures
    ) -> None:
        self.text = text
        self.figures = figures
        self.sentence = sentence
        self.actors = actors
        self.topic = topic
        self.local_countries = _union(actors)

    @cached_property
    def topic_countries(self) -> frozenset[str]:
        """The states and organisations of the surroundings; few sentences with a number get as far as to ask."""
        return _union(self.topic)

    def tokens_between(self, start: int, end: int) -> int:
        """How many words and numbers stand in ``[start, end)``."""
        return sum(start <= token.start and token.end <= end and token.word.kind != "punct" for token in self.sentence.tokens)

    def commas_between(self, start: int, end: int) -> int:
        """How many commas, dashes and semicolons stand in ``[start, end)``."""
        return sum(start <= token.start and token.end <= end and token.text in ",;–—-:" for token in self.sentence.tokens)

    def is_described(self, start: int, end: int) -> bool:
        """True where nothing but at most two adjectives stands in ``[start, end)``."""
        between = [token for token in self.sentence.tokens if start <= token.start and token.end <= end and token.word.kind != "punct"]
        return len(between) <= 2 and all(token.word.has("adj") and token.word.lower not in self.figures.prepositions for token in between)

    def conjoined(self, actor: ActorMention) -> list[ActorMention]:
        """An actor with those that stand in a row with it: "do Czech i Słowacji", "Canada, Mexico and Peru"."""
        row = [actor]
        for one in self.actors:
            if one.start >= row[-1].end:
                between = [t.word.lower for t in self.sentence.tokens if row[-1].end <= t.start and t.end <= one.start]
                if not between or len(between) > 2 or not set(between) <= self.figures.joiners:
                    break
                row.append(one)
        return row

    def _last(self, before: int) -> Token | None:
        found = None
        for token in self.sentence.tokens:
            if token.end > before:
                break
            found = token
        return found

    def word_before(self, at: int) -> str:
        """The lower-case word right before a place, brackets passed over; empty at the sentence's start."""
        token = self._last(at)
        while token is not None and token.text in f"([{_OPENING}":
            token = self._last(token.start)
        return token.word.lower if token is not None else ""

    def words(self, start: int, end: int) -> frozenset[str]:
        """The lower-case words inside ``[start, end)``."""
        return frozenset(token.word.lower for token in self.sentence.tokens if start <= token.start < end)

    def preposition(self, actor: ActorMention, right: bool = False) -> str:
        """The preposition before an actor, with at most three adjectives and nouns (`right`: no nouns) between; else empty."""
        place = actor.start
        for _ in range(4):
            token = self._last(place)
            while token is not None and token.text in _OPENING:  # "для «Газпрома»"
                token = self._last(token.start)
            if token is None or token.word.kind != "word":
                return ""
            if token.word.lower in self.figures.prepositions:
                return token.word.lower
            described = token.word.has("adj") or token.word.has("det")
            genitive = actor.cases & GEN and (not actor.cases & NOM or actor.cases == ANY_CASE)  # "do budżetu UE": abbreviations too
            governed = not right and actor.role != "adjective" and genitive and token.word.has("noun")
            if not (described or governed) or token.word.has("verb"):
                return ""
            place = token.start
        return ""


def _union(actors: Iterable[ActorMention]) -> frozenset[str]:
    return frozenset(code for one in actors for code in countries(one))


def choose_sides(
    rule: FigureRule, trigger: Trigger, quantity: QuantityMention, scene: FigureScene
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """The sides `of` and `to` of a figure. Nobody stands on both."""
    to: tuple[ActorMention, ...] = ()
    of = _first(rule.of, trigger, quantity, scene, ())
    explicit = tuple(takewhile(lambda place: place.startswith(_MARKED), rule.to))
    if explicit:
        to = _first(explicit, trigger, quantity, scene, ())
        of = _first(rule.of, trigger, quantity, scene, to)
    return of, to or _first(rule.to, trigger, quantity, scene, of)


def _first(
    places: Iterable[str], trigger: Trigger, quantity: QuantityMention, scene: FigureScene, taken: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    used = _union(taken)
    for place in places:
        found = [one for one in _at(place, trigger, quantity, scene) if not countries(one) & used]
        if found:
            return _distinct(found)
    return ()


def _at(place: str, trigger: Trigger, quantity: QuantityMention, scene: FigureScene) -> list[ActorMention]:
    name, _, words = place.partition(" ")
    actors = list(scene.actors)
    if name == "all":
        return actors if len(scene.local_countries) > 1 else actors + _others(scene)[: 2 - len(scene.local_countries)]
    if name == "topic":
        others = _others(scene)
        return others if len(_union(others)) == 1 else []
    if name == "indirect":
        close = [one for one in actors if one.end <= quantity.start and scene.tokens_between(one.end, quantity.start) == 0]
        return [one for one in close if not scene.preposition(one)]
    if name == "main":
        return _main(scene)
    if name in ("after", "into", "right"):
        wanted = {word.partition(":")[0]: CASES.get(word.partition(":")[2], ANY_CASE) for word in words.split()}
        near = [one for one in actors if one.cases & wanted.get(scene.preposition(one, name == "right"), 0)]
        near = [one for one in near if one.country or name != "into"]
        nearest = sorted(near, key=lambda one: abs(one.start - quantity.start))[:1]
        return [one for first in nearest for one in scene.conjoined(first)]
    if name == "owner":
        return _owner(trigger.start, trigger.end, scene)
    if name == "counted":
        return _owner(quantity.end, quantity.noun_end or quantity.end, scene)
    if name == "dative":
        bare = [one for one in actors if one.role != "adjective" and not scene.preposition(one)]
        return [one for one in bare if one.cases & DAT and not one.cases & NOM][:1]
    if name == "behind":
        return [one for one in actors if one.start >= trigger.end][:1]
    if name == "before":
        return [one for one in actors if one.end <= trigger.start][-1:]
    return _subject(trigger, quantity, scene)


def _owner(start: int, end: int, scene: FigureScene) -> list[ActorMention]:
    """An adjective inside or right before ``[start, end)``, or a genitive or adjective right after it."""
    inside = [one for one in scene.actors if one.start < end and start < one.end]
    ending = [one for one in scene.actors if one.end <= start and scene.is_described(one.end, start)]
    before = [one for one in ending if one.role == "adjective" or not _declines(scene)]
    after = [
        one
        for one in scene.actors
        if one.start >= end
        and scene.tokens_between(end, one.start) <= _BESIDE
        and not scene.preposition(one)
        and (one.cases & GEN or one.role == "adjective" or not _declines(scene))
        and not any(token.word.has("verb") for token in scene.sentence.tokens if end <= token.start < one.start)
    ]
    return inside[:1] or before[-1:] or (after[:1] if _declines(scene) else [])


def _declines(scene: FigureScene) -> bool:
    """Does the sentence mark roles by case? Told by its actors' masks: a language of word order leaves every case open."""
    return any(one.cases not in (0, 127) for one in scene.actors)


def _subject(trigger: Trigger, quantity: QuantityMention, scene: FigureScene) -> list[ActorMention]:
    """The nominative nearest before the words, with those that stand in a row before it, else the nearest after them."""
    bare = [one for one in scene.actors if one.role != "adjective" and not scene.preposition(one) and one.cases & NOM]
    limit = max(trigger.start, quantity.start)
    before = [one for one in bare if one.end <= limit]
    chosen = before[-1:] if _declines(scene) and before else before[:1] or bare[:1]
    rows = (row for one in bare if chosen and chosen[0] in (row := scene.conjoined(one)))
    return next(rows, chosen)


def _others(scene: FigureScene) -> list[ActorMention]:
    """The topic's states that the sentence does not name, the most often named first, one mention of each."""
    states = [one for one in scene.topic if one.country and not countries(one) & scene.local_countries]
    often = Counter(one.country for one in states)
    return sorted(_distinct(states), key=lambda one: -often[one.country])


def _main(scene: FigureScene) -> list[ActorMention]:
    """The state that the surroundings name most often, at least twice, unless the sentence names it."""
    often = Counter(one.country for one in scene.topic if one.country).most_common(1)
    if not often or often[0][1] < 2 or often[0][0] in scene.local_countries:
        return []
    return [one for one in scene.topic if one.country == often[0][0]][-1:]


def _distinct(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    kept: list[ActorMention] = []
    seen: set[str] = set()
    for one in actors:
        if not countries(one) <= seen:
            kept.append(one)
            seen |= countries(one)
    return tuple(kept)
