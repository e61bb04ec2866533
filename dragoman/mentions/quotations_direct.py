"""Words in quotation marks and who said them: before the marks, after them, in between, or nobody named (the last speaker goes on)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_headlines import label
from dragoman.mentions.quotations_inquits import Inquit, inquit_at
from dragoman.mentions.quotations_marks import Quoted
from dragoman.mentions.quotations_order import REACH
from dragoman.mentions.quotations_page import ENDS, Draft
from dragoman.mentions.quotations_speakers import subject

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page

_CLAUSE = 8
"""Tokens behind a verb of saying within which the clause that it takes begins."""


def find_direct(page: Page) -> list[Draft]:
    """Drafts for the quoted stretches that are speech, pieces of one quotation joined. Titles and single words are left alone."""
    drafts: list[Draft] = []
    quoted = page.quoted
    at = 0
    while at < len(quoted):
        draft, at = _read(page, at, drafts[-1] if drafts else None)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _read(page: Page, number: int, before: Draft | None) -> tuple[Draft | None, int]:
    """The draft that begins with the quoted stretch `number`, and the number of the stretch after it."""
    quoted = page.quoted
    first = quoted[number]
    pieces = [_content(page, first)]
    after = number + 1
    while quoted[after - 1].going_on and after < len(quoted):
        pieces.append(_content(page, quoted[after]))
        after += 1
    last = quoted[after - 1]
    opening = _opens(page, first) or (last.close - first.open > 8 and page.tokens[first.open + 1].word.capital)
    inquit = _follows(page, last, first) if opening else None
    if inquit is None:
        within = _inner(page, first) if after == number + 1 and not first.going_on else None
        if within is not None:
            return within, after
        lead = _leads(page, first)
        if lead is None and not (opening and _stands_alone(page, first, last)):
            return None, after
        return _draft(page, pieces, first.open, last.close + 1, lead), after
    if after == number + 1 and _says_it_itself(page, first, inquit):
        return None, after
    clause_stop = inquit.stop
    while after < len(quoted) and _resumes(page, quoted[after], clause_stop, inquit):
        pieces.append(_content(page, quoted[after]))
        clause_stop = quoted[after].close + 1
        after += 1
    return _draft(page, pieces, first.open, clause_stop, inquit), after


def _says_it_itself(page: Page, one: Quoted, inquit: Inquit) -> bool:
    """Do the marks hold the name of the paper that says what follows ("„Kurier” pisze, że ...")?"""
    if inquit.who is not None or inquit.at != one.close + 1 or not page.is_title(one.open):
        return False
    behind = range(inquit.at + 1, min(page.border(inquit.at)[1], inquit.at + _CLAUSE))
    named = one.close - one.open > 2 and all(page.tokens[k].word.capital for k in range(one.open + 1, one.close))
    return named or any(page.tokens[k].word.lower in page.rules.that for k in behind)


def _inner(page: Page, one: Quoted) -> Draft | None:
    """A clause of saying between dashes inside one pair of marks: "«Нет, — сказал он, — никогда»"."""
    tokens = page.tokens
    for at in range(one.open + 2, one.close - 3):
        if not page.is_dash(at) or tokens[at - 1].text not in ",.!?…":
            continue
        found = inquit_at(page, at + 1, one.close)
        if found is None or found.at - at > 3:
            continue
        end = next((k for k in range(found.at + 1, min(found.at + REACH, one.close)) if page.is_dash(k)), None)
        words = page.trimmed(one.open + 1, at), page.trimmed(end + 1, one.close) if end else None
        pieces = [piece for piece in words if piece is not None]
        return _draft(page, pieces, one.open, one.close + 1, found)
    return None


def _content(page: Page, one: Quoted) -> tuple[int, int]:
    """Characters between the marks."""
    text = page.text
    start = page.tokens[one.open].end
    end = page.tokens[one.close].end if one.going_on else page.tokens[one.close].start
    start += text[start - 1 : start + 1] == "''"
    end -= text[end - 1 : end + 1] == "''"
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",."):
        end -= 1
    return start, max(start, end)


def _opens(page: Page, one: Quoted) -> bool:
    """Does the stretch begin a sentence, or follow a colon, a dash or another quotation?"""
    begin, _ = page.border(one.open)
    at = one.open
    while at > begin and page.is_dash(at - 1):
        at -= 1
    if at == begin:
        return True
    return page.tokens[at - 1].text in '.!?…:»”"' or page.tokens[at - 1].text == "..."


def _follows(page: Page, one: Quoted, first: Quoted) -> Inquit | None:
    """The clause of saying after the closing mark."""
    tokens = page.tokens
    at = one.close + 1
    if at >= len(tokens) or page.paragraph(at) != page.paragraph(one.close):
        return None
    inner = _last_inner(page, one)
    comma = inner in (",", "!", "?", "…", "...", "—", "–")
    dash = False
    while at < len(tokens) and (tokens[at].text in ",.!?…" or page.is_dash(at)) and at < one.close + 4:
        comma = comma or tokens[at].text in ",!?…"
        dash = dash or page.is_dash(at)
        if tokens[at].text == "." and not (at + 1 < len(tokens) and page.is_dash(at + 1)):
            return None
        at += 1
    if at >= len(tokens) or page.paragraph(at) != page.paragraph(one.close):
        return None
    if page.rules.order and not (comma or dash):
        return None
    found = inquit_at(page, at, page.border(at)[1], near=not dash and not page.rules.order)
    if found is None or comma or dash:
        return found
    return found if found.at == at and not tokens[at].word.capital else None


def _resumes(page: Page, one: Quoted, stop: int, inquit: Inquit) -> bool:
    """Does a stretch go on with the quotation that the clause before it interrupted? Not where it has a clause of its own."""
    if one.open < stop or one.open > stop + 2 or page.paragraph(one.open) != page.paragraph(inquit.at):
        return False
    if one.open > stop and not all(page.tokens[k].text in ".,:" or page.is_dash(k) for k in range(stop, one.open)):
        return False
    before = page.tokens[one.open - 1].text
    if before == ":" or not _ends_sentence(page, one):
        return False
    return _follows(page, one, one) is None


def _ends_sentence(page: Page, one: Quoted) -> bool:
    """Does the sentence end with the closing mark?"""
    after = one.close + 1
    if one.going_on or after >= len(page.tokens) or page.sentence_of[after] != page.sentence_of[one.close]:
        return True
    return page.tokens[after].text in ENDS or (page.is_dash(after) and _last_inner(page, one) in ENDS)


def _last_inner(page: Page, one: Quoted) -> str:
    """The last token before the closing mark."""
    at = one.close - 1
    if page.tokens[at].text == "'" and at - 1 > one.open:
        at -= 1
    return page.tokens[at].text


def _leads(page: Page, one: Quoted) -> Inquit | None:
    """The clause of saying before the opening mark: "X said: “...”", "X said, “...”"."""
    at = one.open - 1
    while at >= 0 and page.is_dash(at):
        at -= 1
    if at < 0:
        return None
    mark = page.tokens[at].text
    if page.paragraph(at) != page.paragraph(one.open) and not (mark == ":" and page.paragraph(at) + 1 == page.paragraph(one.open)):
        return None
    begin = page.border(at)[0]
    if mark == ":":
        return _lead_clause(page, begin, at, REACH)
    if mark == "," and one.close - one.open > 4:
        return _lead_clause(page, begin, at, REACH if page.rules.order else 3)
    if at in page.cues and one.close - one.open > 4:
        return _lead_clause(page, begin, at + 1, 1)
    whole = one.close - one.open > 4 and (one.close + 1 >= len(page.tokens) or page.tokens[one.close + 1].word.kind == "punct")
    if whole and not page.rules.order and page.tokens[at].word.lower in page.rules.that and page.tokens[at - 1].text == ",":
        return _lead_clause(page, begin, at - 1, 3)  # "powiedział wprost, że „...”"
    return None


def _lead_clause(page: Page, begin: int, stop: int, reach: int) -> Inquit | None:
    for at in range(stop - 1, max(begin, stop - reach) - 1, -1):
        cue = page.cues.get(at)
        if cue is not None and (cue.takes & {"quote", "that"}) and cue.kind in ("verb", "adverbial"):
            return Inquit(begin, stop, at, subject(page, at, begin, stop))
        if page.tokens[at].text in ENDS and at < stop - 1 and page.tokens[at].text != ".":
            return None
    if page.tokens[stop].text == ":" and stop - begin <= 14 and not _mere_name(page, stop + 1):
        return _label(page, begin, stop)
    return None


def _mere_name(page: Page, at: int) -> bool:
    """Does a name of one or two words stand in the marks behind a colon ("Partnerzy: „Orlen”"), or one with which a sentence begins that
    goes on behind the marks ("Премьер: «Поток — 2» нам не нужен")? Nobody says it.
    """
    while at < len(page.tokens) and page.is_dash(at):
        at += 1
    one = page.inside.get(at)
    if one is None or one.open != at or page.tokens[one.close - 1].text in ENDS:
        return False
    after = one.close + 1
    going_on = after < len(page.tokens) and page.sentence_of[after] == page.sentence_of[at] and page.tokens[after].word.kind == "word"
    return going_on or one.close - one.open <= 3


def _label(page: Page, begin: int, stop: int) -> Inquit | None:
    """A name before a colon: "Kowalski: „...”"."""
    who = label(page, begin, stop)
    return Inquit(begin, stop, -1, who) if who is not None else None


def _stands_alone(page: Page, first: Quoted, last: Quoted) -> bool:
    """Whole sentences in marks with nobody named: the last speaker goes on."""
    tokens = page.tokens
    if last.close - first.open < 6 and not last.going_on:
        return False
    inner = _last_inner(page, last)
    ends = (
        inner in ENDS
        or last.close + 1 >= len(tokens)
        or tokens[last.close + 1].text in ENDS
        or page.paragraph(last.close + 1) != page.paragraph(last.close)
    )
    closed = (
        last.close + 1 >= len(tokens)
        or tokens[last.close + 1].text in ENDS
        or page.sentence_of[last.close + 1] != page.sentence_of[last.close]
    )
    return ends and closed and any(word.has("verb") for word in (tokens[k].word for k in range(first.open, last.close)))


def _draft(page: Page, pieces: list[tuple[int, int]], begin: int, stop: int, inquit: Inquit | None) -> Draft | None:
    kept = tuple(one for one in pieces if one[1] > one[0])
    if not kept:
        return None
    cue: Cue | None = page.cues.get(inquit.at) if inquit else None
    who = inquit.who if inquit else None
    speaker = page.span(who.begin, who.stop) if who else None
    clause = (min(begin, inquit.begin), max(stop, inquit.stop)) if inquit else (begin, stop)
    return Draft(kept, speaker, "direct", clause, 0, cue, who is None, inquit.at if inquit else -1)
