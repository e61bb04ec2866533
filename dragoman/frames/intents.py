"""Nouns and adjectives of intent: whoever decides, plans or threatens a deed is its doer ("decyzja [X] o nałożeniu sankcji", "plany [X]
wysłania wojsk", "[X] jest gotów do rozmów"). Which words they are, and how the deed stands behind each, is pack data (`intents`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import ADJ, PART, PREP, PUNCT
from dragoman.model.token import GEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.frames.chart import Chart, Phrase


def intent_over(chart: Chart, home: Phrase) -> Phrase | None:
    """The noun of intent that a deed's phrase belongs to: its genitive owner, or what stands right before, with genitives of its own."""
    if not chart.syntax.by_case or not chart.syntax.intents:
        return None
    return next((one for one in nouns_before(chart, home) if _takes(chart, one.head, home)), None)


def intent_adjective(chart: Chart, home: Phrase) -> int:
    """The node of an adjective of intent right before a deed behind a preposition ("gotowa do wysłania"); -1 where there is none."""
    at = _left_of(chart, home) if home.prep and chart.syntax.by_case else -1
    return at if at >= 0 and chart.categories[at] in (ADJ, PART) and _takes(chart, at, home) else -1


def doers_of(chart: Chart, noun: Phrase, home: Phrase) -> tuple[Phrase, ...]:
    """Whose intent it is: the genitives of the noun that name a side, other than the deed."""
    owned = (one for one in chart.phrases if one.owner == noun.at and one.at != home.at)
    return tuple(one for one in owned if chart.nodes[one.head].actor is not None)


def nouns_before(chart: Chart, home: Phrase) -> Iterator[Phrase]:
    """The owner of a phrase, then the phrase right before it with those whose genitive that one is."""
    if home.owner >= 0:
        yield chart.phrases[home.owner]
    left = _left_of(chart, home)
    one = next((phrase for phrase in chart.phrases if phrase.last == left), None)
    while one is not None:
        yield one
        one = chart.phrases[one.owner] if one.owner >= 0 else None


def _left_of(chart: Chart, home: Phrase) -> int:
    """The node right before a phrase and its preposition; -1 at the beginning and behind a mark."""
    at = home.first - 1
    while at >= 0 and chart.categories[at] == PREP:
        at -= 1
    return -1 if at < 0 or chart.categories[at] == PUNCT else at


def _takes(chart: Chart, at: int, home: Phrase) -> bool:
    """Does a word of intent take its deed as the phrase stands: in the genitive, or behind the preposition that the pack lists?"""
    ways = {way for lemma in chart.lemmas(at) & chart.syntax.intents.keys() for way in chart.syntax.intents[lemma]}
    if not home.prep:
        return "of" in ways and bool(home.cases & GEN)
    verbal = any(one.form == "ger" for one in chart.nodes[home.head].word.analyses)  # "gotowy do rozmów" makes an offer, no more
    return any(relation_fits(way.removesuffix("+ger"), home.prep, home.cases) and (verbal or way[-4:] != "+ger") for way in ways - {"of"})
