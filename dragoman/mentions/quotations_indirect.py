"""Indirect speech: a verb, noun or adjective of saying with its words, outside quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_contents import CONTENTS, LOOSE
from dragoman.mentions.quotations_drafts import told_draft
from dragoman.mentions.quotations_speakers import subject
from dragoman.model.token import NEUT

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Draft, Page


def find_indirect(page: Page) -> list[Draft]:
    """Drafts for every cue outside quotation marks whose words can be told. Words within words are left to the outer quotation."""
    drafts: list[Draft] = []
    busy = -1
    for at, cue in page.cues.items():
        if at < busy or at in page.inside:
            continue
        found = _content(page, at, cue)
        if found is None:
            continue
        begin, stop, loose = found
        draft = _draft(page, at, cue, begin, stop)
        if draft is not None:
            drafts.append(msgspec.structs.replace(draft, loose=loose))
            busy = max(busy, at + 1 if page.rules.order else stop)
    return drafts


def _content(page: Page, at: int, cue: Cue) -> tuple[int, int, bool] | None:
    """Tokens of the words that a cue takes, and whether they are no clause; or None."""
    first, last = page.border(at)
    if _silenced(page, at, first):
        return None
    for finder in CONTENTS:
        found = finder(page, at, cue, last)
        if found is not None:
            return *found, finder in LOOSE and page.rules.order
    return None


def _silenced(page: Page, at: int, first: int) -> bool:
    """A denied or merely supposed saying is no quotation."""
    tokens, rules = page.tokens, page.rules
    if at > first and tokens[at - 1].word.lower in rules.negations and page.cues[at].kind == "verb":
        return "quote" in page.cues[at].takes
    if not rules.order and at > first and _relative_object(page, at, first):
        return True
    for back in range(at - 1, max(first, at - 6) - 1, -1):
        if tokens[back].text == ",":
            return False
        if tokens[back].word.lower in rules.under:
            return True
    return False


def _relative_object(page: Page, at: int, first: int) -> bool:
    """ ", co sugeruje, że": what speaks is a fact, not somebody."""
    tokens, rules = page.tokens, page.rules
    before = tokens[at - 1].word.lower
    return (
        at - 2 >= first
        and tokens[at - 2].text == ","
        and before in rules.ask | rules.that
        and before not in rules.likewise | rules.relatives
    )


def _draft(page: Page, at: int, cue: Cue, begin: int, stop: int) -> Draft | None:
    first, last = page.border(at)
    who = subject(page, at, _clause_begin(page, at, first), begin if begin > at else last, after_first=False)
    if who is not None and not page.rules.order and who.begin >= begin > at:
        who = None
    if who is None and not page.rules.order and _nobody(page, at, cue, first):
        return None
    speaker = page.span(who.begin, who.stop) if who else None
    return told_draft(page, begin, stop, speaker, (min(first, begin), max(stop, at + 1)), 4, cue, at)


def _clause_begin(page: Page, at: int, first: int) -> int:
    """Where the subject of an inserted clause may stand first: behind its "as" ("Премьер, [как] пишет газета, ...")."""
    if page.rules.order:
        return first
    return next((k + 1 for k in range(at - 1, max(first, at - 5), -1) if page.tokens[k].word.lower in page.rules.likewise), first)


def _nobody(page: Page, at: int, cue: Cue, first: int) -> bool:
    """Does a clause without a subject tell what somebody unnamed says, so that the last speaker is not meant?"""
    likewise = cue.kind == "verb" and not cue.impersonal and at > first and page.tokens[at - 1].word.lower in page.rules.likewise
    if likewise and page.tokens[at + 1].text != ",":  # "Jak dodał, ...": the last speaker goes on
        return True  # "Как сообщает газета": who is named there is nobody known
    return _counted(page, at, cue, first) or _anybody(page, at, cue) or (cue.impersonal and _hearsay(page, at))


def _counted(page: Page, at: int, cue: Cue, first: int) -> bool:
    """ "Dwóch rozmówców gazety przyznało, że ...": a neuter verb behind a number has a subject that is nobody known."""
    if cue.genders != NEUT or cue.number == "p" or cue.impersonal:
        return False
    return any(page.tokens[k].word.has("num") for k in range(first, at))


def _anybody(page: Page, at: int, cue: Cue) -> bool:
    """ "Uważa się, że ...": a reflexive verb of saying without a subject means anybody."""
    beside = (at + 1, at - 1)
    near = [k for k in beside if 0 <= k < len(page.tokens) and page.sentence_of[k] == page.sentence_of[at]]
    return cue.lemma in page.rules.generic and any(page.tokens[k].word.lower in page.rules.itself for k in near)


def _hearsay(page: Page, at: int) -> bool:
    """ "Ранее сообщалось, что ...": nobody is named, and the last speaker is not meant."""
    near = range(max(page.border(at)[0], at - 4), min(page.border(at)[1], at + 4))
    return any(page.tokens[k].word.lower in page.rules.earlier for k in near)
