"""The clause that tells who said it, beside the words: "– powiedział premier", ", said the minister", ", отметил он"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_marks import MARKS
from dragoman.mentions.quotations_page import ENDS
from dragoman.mentions.quotations_phrases import Subject, is_finite
from dragoman.mentions.quotations_speakers import subject

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page

_PAUSES = frozenset({",", ".", ":", ";", "–", "—", "-", "−", "―"})
_LONGEST = 120
"""Tokens that a clause of saying may have: scans must not grow with a hostile sentence."""
_REACH = {True: 26, False: 10}


class Inquit(msgspec.Struct, frozen=True):
    """The clause ``[begin, stop)`` with its verb at `at`; `who` is None where the subject is left out."""

    begin: int
    stop: int
    at: int
    who: Subject | None


def inquit_at(page: Page, begin: int, last: int, *, near: bool = False) -> Inquit | None:
    """The clause of saying that begins at token `begin` and ends before `last`, if there is one.

    `near` wants the verb at once or after one word: a comma alone announces it.
    """
    last = min(last, begin + _LONGEST)
    if near and begin < last and page.tokens[begin].word.lower in page.rules.joins:
        return None  # what a conjunction opens goes on, it does not say whose the words before were
    at = _verb(page, begin, last, near)
    if at is None:
        return None
    stop = _stop(page, at, last)
    order = page.rules.order
    who = subject(page, at, begin, stop, after_first=not order or at == begin)
    if order and (who is None or (near and at > begin and not _fits(page, begin, at))):
        return None
    return Inquit(begin, stop, at, who)


def _verb(page: Page, begin: int, last: int, near: bool) -> int | None:
    rules = page.rules
    reach = 3 if near and not rules.order else _REACH[rules.order]
    commas = 0
    for at in range(begin, min(last, begin + reach)):
        token = page.tokens[at]
        cue = page.cues.get(at)
        if cue is not None and "quote" in cue.takes and (cue.kind in ("verb", "adjective") or (cue.kind == "adverbial" and at == begin)):
            if at and page.tokens[at - 1].word.lower in rules.negations:
                return None
            if rules.order and cue.kind == "verb" and not _is_verb(page, at, begin):
                continue
            return at
        lower = token.word.lower
        if lower in rules.reports and any(k in page.cues for k in (at + 1, at + 2)):
            continue
        if token.text in MARKS or token.text in ENDS or token.text in ":;" or page.is_dash(at):
            if token.text == "." and token.end < len(page.text) and at + 1 < last:
                continue
            return None
        if token.text == ",":
            commas += 1
            if commas > (3 if rules.order else 2):
                return None
        if not rules.order and (lower in rules.opens_clause or lower in rules.relatives or (is_finite(token.word) and cue is None)):
            return None
        if rules.order and (lower in rules.joins or lower in rules.that if at == begin else lower in rules.ask - rules.relatives):
            return None
    return None


def _is_verb(page: Page, at: int, begin: int) -> bool:
    """In English a form such as "claims" may be a noun: a verb has a subject before it or, first of all, a name after it."""
    word = page.tokens[at].word
    if not word.poses & {"noun", "adj"}:
        return True
    if at == begin:
        return at + 1 < len(page.tokens) and page.tokens[at + 1].word.capital
    before = page.tokens[at - 1].word
    return before.capital or before.lower in page.rules.pronouns or before.lower in page.rules.light


def _fits(page: Page, begin: int, at: int) -> bool:
    """Does a clause of saying that a comma alone announces begin like one ("the minister said", "Smith told ...")?"""
    word = page.tokens[begin].word
    if word.capital or word.lower in page.rules.pronouns or word.lower in page.rules.articles:
        return True
    return at - begin <= 6 and bool(word.poses & {"noun", "adj"}) and word.lower not in page.rules.prepositions | page.rules.light


def _stop(page: Page, at: int, last: int) -> int:
    """Where the clause of saying ends: at a dash with words after it, at a mark that opens, at a colon, at the sentence's end."""
    for k in range(at + 1, last):
        token = page.tokens[k]
        one = page.inside.get(k)
        if page.is_dash(k):
            return k
        if one is not None and one.open == k and page.tokens[k - 1].text in _PAUSES:
            return k
        if token.text == ":":
            return k
    return last
