"""Ties between the records of one article, and their order.

The pack's `links.yml` lists the words: `answer` ("w odpowiedzi": this deed answers the last one told), `repay` ("odwdzięczył się za":
the deed told
before answers the one named here) and `occasion` ("przy okazji": done on the occasion of the last visit or meeting).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.model.record import Event, Link, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.model.token import Sentence
    from dragoman.records.events import Setting


class LinkWords(msgspec.Struct, frozen=True, eq=False):
    """The words of `links.yml`: single lemmas, or phrases as they stand."""

    answer: tuple[str, ...]
    repay: tuple[str, ...]
    occasion: tuple[str, ...]


@cache
def load_link_words(lang: str) -> LinkWords:
    """The link words of a language's pack."""
    data = load_pack(lang).part("links")
    return LinkWords(*(tuple(str(one) for one in data.get(name) or ()) for name in LinkWords.__struct_fields__))


def _says(words: Iterable[str], lower: str, lemmas: frozenset[str]) -> bool:
    return any(one in lemmas or (" " in one and one in lower) for one in words)


def _inside(events: Sequence[Event], sentence: Sentence) -> list[Event]:
    return [one for one in events if sentence.start <= one.evidence[0].start < sentence.end]


def find_links(setting: Setting, records: Sequence[Record], sentences: Sequence[Sentence]) -> dict[str, tuple[Link, ...]]:
    """Links by the id of the record that carries them."""
    words = load_link_words(setting.lang)
    links: dict[str, tuple[Link, ...]] = {}
    events = [one for one in records if isinstance(one, Event)]
    before: list[Event] = []
    for sentence in sentences:
        here = _inside(events, sentence)
        if not (before and here):  # a tie takes two
            before += here
            continue
        lower = setting.text[sentence.start : sentence.end].lower()
        lemmas = frozenset(lemma for token in sentence.tokens for lemma in token.word.lemmas)
        pairs: list[tuple[Event, str, Event]] = []
        if _says(words.answer, lower, lemmas):
            pairs.append((here[0], "reciprocates", before[-1]))
        elif _says(words.repay, lower, lemmas):
            pairs.append((before[-1], "reciprocates", here[0]))
        meetings = [one for one in before if one.type == "CONSULT"]
        if meetings and _says(words.occasion, lower, lemmas):
            pairs += [(one, "same_occasion", meetings[-1]) for one in here if one.type != "CONSULT"]
        for source, rel, target in pairs:
            links[source.id] = (*links.get(source.id, ()), Link(rel, target.id))
        before += here
    return links


def link(setting: Setting, records: Sequence[Record], sentences: Sequence[Sentence]) -> list[Record]:
    """The records in the order of their first evidence, with their links."""
    ordered = sorted(records, key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.kind, one.id))
    links = find_links(setting, ordered, sentences)
    return [msgspec.structs.replace(one, links=(*one.links, *links[one.id])) if one.id in links else one for one in ordered]
