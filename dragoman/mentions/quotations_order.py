"""Who speaks where word order marks roles (English): the phrase beside the verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_marks import MARKS
from dragoman.mentions.quotations_phrases import Subject, is_finite

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page
    from dragoman.model.token import Token

REACH = 24
"""How many tokens beside a verb its subject is looked for."""


def beside(page: Page, at: int, first: int, last: int, after_first: bool) -> Subject | None:
    cue = page.cues[at]
    if after_first:
        found = _right_of(page, at, last)
        if found is not None:
            return found
    if (
        cue.kind == "adverbial"
        and at > first
        and not (page.tokens[at - 1].word.capital or page.tokens[at - 1].word.lower in page.rules.pronouns)
    ):
        return _main_subject(page, at, first)
    return _left_of(page, at, first)


def _right_of(page: Page, at: int, last: int) -> Subject | None:
    """The name right after the verb: "said the minister"."""
    tokens = page.tokens
    begin = at + 1
    stop = begin
    while stop < min(last, at + 16):
        token = tokens[stop]
        if token.text in MARKS or token.text in ",:;?!" or page.is_dash(stop) or (token.text == "." and not _abbreviated(tokens, stop)):
            break
        if token.word.lower in page.rules.prepositions - page.rules.of and stop > begin:
            break
        if stop > begin and ((stop in page.cues and _verbal(page, stop)) or token.word.lower in page.rules.relatives):
            break
        stop += 1
    if stop == begin or tokens[begin].word.lower in page.rules.prepositions or tokens[begin].word.lower in page.rules.that:
        return None
    return Subject(begin, stop)


def _abbreviated(tokens: list[Token], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and tokens[at - 1].end == tokens[at].start
        and tokens[at - 1].word.capital
        and len(tokens[at - 1].text) <= 4
        and tokens[at + 1].word.capital
    )


def _left_of(page: Page, at: int, first: int) -> Subject | None:
    """The phrase that ends before the verb, with its apposition: "X, a spokesman for Y, said"."""
    tokens, rules = page.tokens, page.rules
    stop = at
    while stop > first and _lightweight(page, stop - 1):
        stop -= 1
    titled = page.inside.get(stop - 1)
    if titled is not None and titled.close == stop - 1 and titled.open >= first and page.is_title(titled.open):
        return Subject(titled.open, stop)
    commas = 0
    begin = stop
    if stop > first and tokens[stop - 1].text == ",":
        begin = stop = stop - 1
        commas = 1
    limit = max(first, at - REACH)
    while begin > limit:
        token = tokens[begin - 1]
        lower = token.word.lower
        if token.text == "," and commas:
            commas += 1
            if commas > 2:
                break
        elif (
            token.text in MARKS
            or token.text in ",;:?!"
            or page.is_dash(begin - 1)
            or (token.text == "." and not _abbreviated(tokens, begin - 1))
        ):
            break
        elif (lower in rules.relatives and begin == stop) or (
            lower in rules.relatives and commas == 1 and begin > limit + 1 and tokens[begin - 2].text == ","
        ):
            return _antecedent(page, begin - 1, limit)
        elif ((lower in rules.joins or lower in rules.relatives) and not _coordinates(page, begin - 1, stop)) or (
            begin - 1 in page.cues and page.cues[begin - 1].kind != "noun" and _verbal(page, begin - 1)
        ):
            break
        begin -= 1
    while begin < stop and (tokens[begin].word.lower in rules.prepositions or tokens[begin].text == ","):
        if tokens[begin].text == ",":
            begin += 1
        else:
            return _main_subject(page, at, first) if page.cues[at].kind == "adverbial" else None
    return Subject(begin, stop) if begin < stop else None


def _verbal(page: Page, at: int) -> bool:
    return is_finite(page.tokens[at].word)


def _coordinates(page: Page, at: int, stop: int) -> bool:
    """Is this "and" inside a phrase ("the United States and Britain")? Then a capital stands on both sides."""
    tokens = page.tokens
    if tokens[at].word.lower not in page.rules.pairing or not 0 < at < stop - 1:
        return False
    return bool(tokens[at + 1].word.capital and tokens[at - 1].word.capital)


def _lightweight(page: Page, at: int) -> bool:
    """Adverbs, auxiliaries and days between a subject and its verb."""
    word = page.tokens[at].word
    return word.lower in page.rules.light or (word.kind == "word" and word.lower.endswith("ly") and "adv" in word.poses)


def _antecedent(page: Page, at: int, limit: int) -> Subject | None:
    tokens = page.tokens
    stop = at - 1 if at and tokens[at - 1].text == "," else at
    begin = stop
    while begin > limit and tokens[begin - 1].word.kind != "punct" and not is_finite(tokens[begin - 1].word):
        if tokens[begin - 1].word.lower in page.rules.leading:
            break
        begin -= 1
    return Subject(begin, at + 1) if begin < stop else None


def _main_subject(page: Page, at: int, first: int) -> Subject | None:
    """The subject of the sentence, for an adverbial "adding that ..."."""
    tokens = page.tokens
    begin = page.opening(first, at)
    if begin in page.inside and page.inside[begin].close < at:
        begin = page.inside[begin].close + 1
    if begin in page.cues and begin + 1 < at and is_finite(tokens[begin].word):
        return _right_of(page, begin, at)
    while begin < at and (tokens[begin].word.kind == "punct" or tokens[begin].word.lower in page.rules.joins):
        begin += 1
    if begin < at and tokens[begin].word.lower in page.rules.prepositions:
        while begin < at and tokens[begin].text != ",":
            begin += 1
        begin += 1
    stop = begin
    while stop < at and stop < begin + REACH and not (stop in page.cues or tokens[stop].text == "," or _predicate(page, stop)):
        stop += 1
    return Subject(begin, stop) if begin < stop < at else None


def _predicate(page: Page, at: int) -> bool:
    """A verb, even in a form that is a noun too, or an auxiliary: a subject ends before it."""
    word = page.tokens[at].word
    if word.capital:
        return False
    return word.lower in page.rules.auxiliaries or any(one.pos == "verb" and one.form in ("fin", "past") for one in word.analyses)
