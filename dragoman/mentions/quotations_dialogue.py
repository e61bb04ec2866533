"""Words that a dash opens ("– Nie – powiedział premier. – Nigdy.") and words that only the clause after them tells apart (", said X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_inquits import Inquit, inquit_at
from dragoman.mentions.quotations_page import Draft
from dragoman.mentions.quotations_speakers import is_finite

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page


def find_dialogue(page: Page) -> list[Draft]:
    """Drafts for turns that a dash opens. A turn lasts to its clause of saying, or to the paragraph's end."""
    drafts: list[Draft] = []
    if page.rules.order:
        return drafts
    number = 0
    while number < len(page.borders):
        begin, stop = page.borders[number]
        if stop - begin > 2 and page.is_dash(begin) and begin not in page.inside and begin + 1 not in page.inside:
            draft, number = _turn(page, number, bool(drafts))
            if draft is not None:
                drafts.append(draft)
        else:
            number += 1
    return drafts


def _turn(page: Page, number: int, talking: bool) -> tuple[Draft | None, int]:
    """The turn that begins with sentence `number`, and the sentence after it."""
    pieces: list[tuple[int, int]] = []
    inquit: Inquit | None = None
    first = page.borders[number][0]
    begin = first
    paragraph = page.sentences[number].paragraph
    while number < len(page.borders) and page.sentences[number].paragraph == paragraph:
        start, stop = page.borders[number]
        start = max(start, begin)
        found = _dash_clause(page, start + 1, stop)
        if found is not None and inquit is not None and page.is_dash(start):
            break
        if found is not None:
            inquit = found
            _add(page, pieces, begin, found.begin - 1)
            if found.stop < stop:
                _add(page, pieces, found.stop, stop)
            number += 1
            begin = page.borders[number][0] if number < len(page.borders) else stop
            if number < len(page.borders) and page.is_dash(begin):
                continue
            return _draft(page, pieces, first, max(begin, stop), inquit), number
        if inquit is not None and not page.is_dash(page.borders[number][0]) and begin == page.borders[number][0]:
            break
        number += 1
        if inquit is not None and (number >= len(page.borders) or page.is_dash(page.borders[number][0]) or page.sentences[number].paragraph != paragraph):
            _add(page, pieces, begin, stop)
            begin = page.borders[number][0] if number < len(page.borders) else stop
    if inquit is None:
        if not talking and not _announced(page, first):
            return None, number
        _add(page, pieces, begin, page.borders[number - 1][1])
    return _draft(page, pieces, first, page.borders[number - 1][1], inquit), number


def _announced(page: Page, at: int) -> bool:
    """Does the sentence before end with a colon?"""
    return at > 0 and page.tokens[at - 1].text == ":"


def _dash_clause(page: Page, begin: int, stop: int) -> Inquit | None:
    """The first clause of saying after a dash within a sentence."""
    for at in range(begin, stop - 1):
        if page.is_dash(at) and at not in page.inside:
            found = inquit_at(page, at + 1, stop)
            if found is not None:
                return found
    return None


def _add(page: Page, pieces: list[tuple[int, int]], begin: int, stop: int) -> None:
    span = page.trimmed(begin, stop)
    if span is not None:
        pieces.append(span)


def _draft(page: Page, pieces: list[tuple[int, int]], begin: int, stop: int, inquit: Inquit | None) -> Draft | None:
    if not pieces:
        return None
    who = inquit.who if inquit else None
    cue = page.cues.get(inquit.at) if inquit else None
    return Draft(tuple(pieces), page.span(who.begin, who.stop) if who else None, "direct", (begin, stop), 1, cue, who is None)


def find_told(page: Page) -> list[Draft]:
    """Drafts for sentences whose clause of saying stands at the end or inside, without any mark: "Words, said the minister"."""
    drafts = []
    for begin, stop in page.borders:
        if stop - begin < 6:
            continue
        draft = _told(page, begin, stop)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _told(page: Page, begin: int, stop: int) -> Draft | None:
    tokens = page.tokens
    for at in range(begin + 2, stop - 1):
        text = tokens[at].text
        if at in page.inside or not (text == "," or page.is_dash(at)):
            continue
        dash = page.is_dash(at)
        if not any(k in page.cues for k in range(at + 1, min(stop, at + 16))):
            continue
        after = at + 1
        if text == "," and after < stop and page.is_dash(after):
            dash, after = True, after + 1
        found = inquit_at(page, after, stop, near=not dash)
        if found is None or not _tells(page, found, stop, dash):
            continue
        return _told_draft(page, begin, at, stop, found, dash)
    return None


def _tells(page: Page, found: Inquit, stop: int, dash: bool) -> bool:
    """A clause of saying without marks names who speaks, and takes no clause of its own."""
    tokens, rules = page.tokens, page.rules
    cue = page.cues[found.at]
    if cue.kind == "adverbial" or (found.who is None and not (cue.impersonal or dash)):
        return False
    if rules.order and found.at + 1 < stop and found.who is not None and found.who.begin < found.at:
        rest = tokens[found.at + 1]
        if not (rest.word.kind == "punct" or rest.word.lower in rules.prepositions or rest.word.lower in rules.light or cue.lemma == "tell"):
            return False
    return not any(tokens[k].word.lower in rules.that and k not in page.inside for k in range(found.at, found.stop))


def _told_draft(page: Page, begin: int, at: int, stop: int, found: Inquit, dash: bool) -> Draft | None:
    tokens = page.tokens
    if not any(tokens[k].word.has("verb") for k in range(begin, at)):
        if not _goes_on(page, found, stop):
            return None
    pieces: list[tuple[int, int]] = []
    _add(page, pieces, begin, at)
    end = _clause_end(page, found, stop)
    if end < stop - 2 and any(is_finite(tokens[k].word) or tokens[k].word.has("verb") for k in range(end, stop)):
        _add(page, pieces, end, stop)
    if not pieces:
        return None
    who = found.who
    return Draft(tuple(pieces), page.span(who.begin, who.stop) if who else None, "indirect", (begin, stop), 5, page.cues[found.at], who is None)


def _goes_on(page: Page, found: Inquit, stop: int) -> bool:
    return _clause_end(page, found, stop) < stop - 3


def _clause_end(page: Page, found: Inquit, stop: int) -> int:
    """Where an inserted clause of saying closes: the comma or dash after its subject."""
    last = max(found.at, found.who.stop - 1 if found.who else found.at)
    for k in range(last + 1, min(found.stop, stop)):
        if page.tokens[k].text == "," or page.is_dash(k):
            return k
    return found.stop
