"""Headlines and transcripts: "Premier: words", "words — Premier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_page import ENDS, Draft
from dragoman.mentions.quotations_phrases import Subject, is_finite

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page

_LONGEST = 9
"""Tokens that the name before a colon may have."""


def label(page: Page, begin: int, stop: int) -> Subject | None:
    """The name that stands alone in the tokens ``[begin, stop)``: short, capitalised, without a verb."""
    tokens = page.tokens
    for at in range(stop - 1, begin - 1, -1):
        if tokens[at].text in ":" or (
            tokens[at].text in ENDS and at < stop - 1 and tokens[at - 1].end == tokens[at].start and len(tokens[at - 1].text) > 3
        ):
            begin = at + 1
            break
    if not 0 < stop - begin <= _LONGEST or not any(tokens[at].word.capital for at in range(begin, stop)):
        return None
    words = [tokens[at].word for at in range(begin, stop)]
    if any(is_finite(word) for word in words) or any(word.kind == "number" for word in words):
        return None
    if not any(word.poses & {"noun", "propn", "x"} for word in words):
        return None
    return Subject(begin, stop)


def find_labelled(page: Page) -> list[Draft]:
    """Drafts for headlines and for the turns of a transcript."""
    drafts = []
    for number, (begin, stop) in enumerate(page.borders):
        if stop - begin < 4:
            continue
        if page.sentences[number].headline or (number == 0 and _alone(page)):
            draft = _headline(page, begin, stop)
        elif number == 0 or page.sentences[number - 1].paragraph != page.sentences[number].paragraph:
            draft = _turn(page, number, begin, stop)
        else:
            draft = None
        if draft is not None:
            drafts.append(draft)
    return drafts


def _alone(page: Page) -> bool:
    """Is the first sentence a paragraph of its own? Then it is the headline, whatever mark closes it."""
    return len(page.sentences) > 1 and page.sentences[1].paragraph != page.sentences[0].paragraph


def _headline(page: Page, begin: int, stop: int) -> Draft | None:
    tokens = page.tokens
    colons = [
        at
        for at in range(begin + 1, min(stop - 2, begin + 2 * _LONGEST))
        if tokens[at].text == ":" and at not in page.inside and tokens[at].end < tokens[at + 1].start
    ]
    for at in reversed(colons):
        who = label(page, begin, at)
        words = page.trimmed(at + 1, stop)
        if who is not None and words is not None and stop - at > 3:
            return Draft((words,), page.span(who.begin, who.stop), "headline", (begin, stop), 2)
    for at in range(stop - 2, max(begin + 2, stop - _LONGEST), -1):
        if page.is_dash(at) and at not in page.inside:
            comma = tokens[at - 1].text == ","  # "Газ не потрібен, – Трамп про порт": words, whether or not a verb is among them
            topic = next((k for k in range(at + 2, stop) if comma and tokens[k].word.lower in page.rules.about), stop)
            who = label(page, at + 1, topic)
            words = page.trimmed(begin, at)
            if who is not None and words is not None and (comma or any(is_finite(tokens[k].word) for k in range(begin, at))):
                return Draft((words,), page.span(who.begin, who.stop), "headline", (begin, stop), 2)
            return None
    return None


def _turn(page: Page, number: int, begin: int, stop: int) -> Draft | None:
    """A turn of a transcript: "SMITH: words", up to the paragraph's end."""
    tokens = page.tokens
    for at in range(begin + 1, min(begin + 5, stop - 1)):
        if tokens[at].text == ":":
            if (
                not all(tokens[k].word.capital or tokens[k].text in ".()" for k in range(begin, at))
                or not tokens[begin].text.isupper()
                or len(tokens[begin].text) < 3
            ):
                return None
            last = number
            while last + 1 < len(page.sentences) and page.sentences[last + 1].paragraph == page.sentences[number].paragraph:
                last += 1
            words = page.trimmed(at + 1, page.borders[last][1])
            return Draft((words,), page.span(begin, at), "direct", (begin, page.borders[last][1]), 2) if words else None
    return None
