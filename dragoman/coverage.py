"""What of a text a pack does not know: capitalised words, verbs between two actors, numbers that look like dates; and how much is read.

It tells a linguist what to write next. A gap is no error: most capitalised words of an article are nobody's government.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.grammar.rules import load_rules
from dragoman.mentions.quotations_cues import load_rules as load_cues
from dragoman.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model.token import Sentence, Token
    from dragoman.reader import Reading

KINDS = ("name", "verb", "date")
_FINITE = frozenset({"fin", "past", "imps", "short"})
_DATE = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{4}|\d\d)\b")
_WIDTH = 90


class Gap(msgspec.Struct, frozen=True):
    """A word that a pack does not know: its kind (name, verb, date), how often it stands in the texts, and one place as an example."""

    kind: str
    word: str
    count: int
    example: str


class Coverage(msgspec.Struct, frozen=True):
    """The gaps of some texts, the commonest first in each kind, and counts of sentences: all, those that name two sides, those with a
    record.
    """

    gaps: tuple[Gap, ...]
    sentences: int
    paired: int
    recorded: int

    @property
    def share(self) -> float:
        """The share of sentences that gave a record; 0 where there is no sentence."""
        return self.recorded / self.sentences if self.sentences else 0.0


def measure(readings: Iterable[Reading]) -> Coverage:
    """What the texts hold that their packs do not know."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    total = paired = recorded = 0
    for reading in readings:
        told = _told(reading)
        for at, sentence in enumerate(reading.sentences):
            sides = _sides(reading, sentence)
            total += 1
            paired += len(sides) > 1
            recorded += at in told
            for kind, word in _gaps(reading, sentence, len(sides) > 1 and at not in told):
                counts[kind, word] += 1
                examples.setdefault((kind, word), _shortened(reading.text, sentence, word))
    ordered = sorted(counts, key=lambda key: (KINDS.index(key[0]), -counts[key], key[1]))
    return Coverage(tuple(Gap(kind, word, counts[kind, word], examples[kind, word]) for kind, word in ordered), total, paired, recorded)


def _told(reading: Reading) -> set[int]:
    """Numbers of the sentences that gave a record."""
    starts = [one.start for one in reading.sentences]
    return {bisect_right(starts, record.evidence[0].start) - 1 for record in reading.records}


def _sides(reading: Reading, sentence: Sentence) -> set[str]:
    """The states and organisations that a sentence names."""
    inside = (one for one in reading.actors if sentence.start <= one.start < sentence.end and one.role != "place")
    return {one.country or one.id or one.name for one in inside}


def _gaps(reading: Reading, sentence: Sentence, unread: bool) -> Iterator[tuple[str, str]]:
    yield from (("name", token.text) for token in _unknown_names(reading, sentence))
    if unread:
        yield from (("verb", lemma) for lemma in _silent_verbs(reading.lang, sentence))
    yield from (("date", text) for text in _unread_dates(reading, sentence))


def _unknown_names(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    """Capitalised words inside the sentence that are in no mention and in neither the dictionary nor the gazetteer."""
    covered = [*((one.start, one.end) for one in reading.actors), *((one.start, one.end) for one in reading.dates)]
    gazetteer, lexicon = load_gazetteer(reading.lang), load_lexicon(reading.lang)
    for token in sentence.tokens[1:]:
        word = token.word
        if word.kind != "word" or not word.capital or any(start <= token.start < end for start, end in covered):
            continue
        if not gazetteer.find(token.text) and not lexicon.known(token.text):
            yield token


def _silent_verbs(lang: str, sentence: Sentence) -> Iterator[str]:
    """Lemmas of finite verbs that trigger no rule and say nothing."""
    book, cues = load_rules(lang), load_cues(lang)
    for token in sentence.tokens:
        lemmas = sorted({one.lemma for one in token.word.analyses if one.pos == "verb" and one.form in _FINITE})
        if lemmas and not any(lemma in book.by_verb for lemma in lemmas) and cues.cue(token.word) is None:
            yield lemmas[0]


def _unread_dates(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Years and numeric dates that stand in no date and in no quantity."""
    covered = [*((one.start, one.end) for one in reading.dates), *((one.start, one.end) for one in reading.quantities)]
    for found in _DATE.finditer(reading.text, sentence.start, sentence.end):
        if not any(start < found.end() and found.start() < end for start, end in covered):
            yield found[0]


def _shortened(text: str, sentence: Sentence, word: str) -> str:
    """The sentence around a word, on one line."""
    whole = " ".join(text[sentence.start : sentence.end].split())
    at = max(0, whole.find(word) - _WIDTH // 3)
    cut = whole[at : at + _WIDTH].strip()
    return ("…" if at else "") + cut + ("…" if at + _WIDTH < len(whole) else "")
