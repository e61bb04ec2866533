"""Where the words of an indirect quotation end: at the sentence's end, or before another clause of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_inquits import inquit_at
from dragoman.mentions.quotations_page import ENDS
from dragoman.mentions.quotations_phrases import is_finite

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page

_LONGEST_QUOTE = 400


def content_end(page: Page, begin: int, stop: int) -> int:
    """The token after the last one of the words that begin at token `begin`, in a sentence that ends before `stop`."""
    tokens, rules = page.tokens, page.rules
    at = begin
    while at < stop:
        quoted = page.inside.get(at)
        if quoted is not None and quoted.open == at:
            if quoted.close >= stop:
                return quoted.close + 1
            at = quoted.close + 1
            continue
        word, text = tokens[at].word, tokens[at].word.text
        if text == "(" and at > begin + 2 and _aside(page, at, stop):
            return at
        if text in ENDS and text != "." and at + 1 < stop and page.is_dash(at + 1):
            return at
        if text == "," or at in page.dashes:
            if at > begin + 1 and _cut(page, at, stop):
                return at
        elif word.lower in rules.splits and at > begin + 1 and _joined(page, at, stop):
            return at
        at += 1
    return stop


def _aside(page: Page, at: int, stop: int) -> bool:
    """A remark in brackets that closes the sentence and has a verb of its own is the author's, not the speaker's."""
    closing = next((k for k in range(at + 1, min(stop, at + 60)) if page.tokens[k].text == ")"), None)
    if closing is None or not all(page.tokens[k].text in ENDS for k in range(closing + 1, stop)):
        return False
    return any(is_finite(page.tokens[k].word) for k in range(at + 1, closing))


def _cut(page: Page, at: int, stop: int) -> bool:
    """Does a clause of saying of its own begin after this comma or dash?"""
    after = at + 1
    while after < stop and page.is_dash(after):
        after += 1
    sources = page.rules.sources
    if page.rules.order and sources is not None and after < stop and sources.match(page.text, page.tokens[after].start):
        return True  # ", according to local media": who passes it on
    for k in range(after, min(stop, after + 3)):
        cue = page.cues.get(k)
        denied = k > after and page.tokens[k - 1].word.lower in page.rules.negations
        if cue is not None and cue.kind == "adverbial" and k - after <= 1 and not denied:
            return True
    if after < stop and page.tokens[after].word.lower in page.rules.splits and _joined(page, after, stop):
        return True
    found = inquit_at(page, after, stop, near=True)
    if found is None or page.cues[found.at].kind == "adverbial":
        return False
    if any(page.tokens[k].word.lower in page.rules.opens_clause for k in range(found.at, found.stop)):
        return False
    return found.who is not None or page.is_dash(at)


def _joined(page: Page, at: int, stop: int) -> bool:
    """ "... i dodał, że": another verb of saying with a clause of its own after the conjunction."""
    tokens, rules = page.tokens, page.rules
    for k in range(at + 1, min(stop, at + 4)):
        cue = page.cues.get(k)
        if cue is not None and cue.kind in ("verb", "adverbial") and cue.takes & {"that", "quote", "wish"}:
            if rules.order and "quote" not in cue.takes and any(tokens[j].word.capital for j in range(at + 1, k)):
                return False  # "that Oman and Iran have agreed": two of one row
            if rules.order:
                return any(one.form in ("fin", "past") for one in tokens[k].word.analyses) and k + 2 < stop
            return any(tokens[j].word.lower in rules.that | rules.wish or j in page.inside for j in range(k + 1, min(stop, k + 8)))
        if tokens[k].word.kind == "punct":
            return False
    return False
