"""Words with a source and no verb of saying ("according to X"), and sentences that a later one gives to somebody ("Об этом сообщил X")."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.mentions.quotations_clauses import content_end
from dragoman.mentions.quotations_contents import told_inside
from dragoman.mentions.quotations_drafts import told_draft
from dragoman.mentions.quotations_inquits import inquit_at
from dragoman.mentions.quotations_page import ENDS
from dragoman.mentions.quotations_phrases import Subject, is_finite
from dragoman.mentions.quotations_speakers import subject
from dragoman.model.token import GEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.mentions.quotations_page import Draft, Page


def find_sourced(page: Page) -> list[Draft]:
    """Drafts for "zdaniem X", "по словам X", "according to X"."""
    rules = page.rules
    if rules.sources is None:
        return []
    drafts = []
    for match in rules.sources.finditer(page.small):
        at = bisect_left(page.starts, match.start())
        stop = bisect_left(page.starts, match.end())
        if at >= stop or at in page.inside:
            continue
        draft = _sourced(page, at, stop, " ".join(match[0].split()) in rules.owned)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _sourced(page: Page, at: int, stop: int, owned: bool) -> Draft | None:
    first, last = page.border(at)
    who = None if owned else _source_name(page, stop, last)
    if who is None and not owned:
        return None
    after = who.stop if who else stop
    for begin, end in _source_words(page, at, after, first, last):
        if not page.rules.order and who is not None and told_inside(page, begin, end):
            return None  # the words of the one whom the source tells of are the statement
        speaker = page.span(who.begin, who.stop) if who else None
        return told_draft(page, begin, end, speaker, (first, last), 3 if page.rules.order else 4, None)
    return None


def _source_words(page: Page, at: int, after: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the words stand: before the source where it closes the sentence, else behind it."""
    tokens = page.tokens
    if page.rules.order and at - first > 3:
        yield first, at - 1 if tokens[at - 1].text == "," else at
        return
    closing = after >= last - 1 or (tokens[after].text in ENDS and after + 2 >= last)
    if not closing and tokens[after].text == "," and at > first and tokens[at - 1].text == ",":
        closing = inquit_at(page, after + 1, last, near=True) is not None
    if closing:
        if at - first > 3:
            yield first, at - 1 if tokens[at - 1].text == "," else at
        return
    begin = after + 1 if tokens[after].text == "," else after
    if last - begin >= 3:
        yield begin, content_end(page, begin, last)


def _source_name(page: Page, begin: int, last: int) -> Subject | None:
    tokens, rules = page.tokens, page.rules
    stop = begin
    while stop < min(last, begin + 16):
        word = tokens[stop].word
        group = page.inside.get(stop)
        if group is not None and group.open == stop and group.close < last and page.is_title(stop):
            stop = group.close + 1
            continue
        if rules.order:
            if word.text in ",;:" or page.is_dash(stop) or (is_finite(word) and stop > begin) or (word.text == "." and stop + 2 >= last):
                break
        elif (word.text == "." and tokens[stop - 1].end == tokens[stop].start and len(tokens[stop - 1].text) < 4 and stop + 1 < last) or (
            word.lower in rules.joins and stop > begin and _shared(page, stop, last)
        ):
            pass
        elif (
            word.kind != "word"
            or not (word.cases & GEN or word.lower in rules.titles)
            or is_finite(word)
            or word.lower in rules.timely
            or (stop > begin and tokens[stop].start in page.subjects)
        ):
            break
        stop += 1
    if stop == begin or is_silent(page, begin, stop):
        return None
    return Subject(begin, stop)


def is_silent(page: Page, begin: int, stop: int) -> bool:
    """Is the head of a source a paper or a thing that speaks for nobody ("danych", "niemieckiej gazety")?"""
    head = begin + 1 if begin + 1 < stop and not page.tokens[begin].word.has("noun") and page.tokens[begin].word.has("adj") else begin
    word = page.tokens[head].word
    return bool(word.lemmas & page.rules.silent) or word.lower in page.rules.silent


def _shared(page: Page, at: int, last: int) -> bool:
    """Does a source go on behind "and" ("obecnego i byłego ministra")? Only between two adjectives."""
    tokens = page.tokens
    before, after = tokens[at - 1].word, tokens[at + 1].word if at + 1 < last else tokens[at].word
    return before.has("adj") and not before.has("noun") and bool(after.cases & GEN) and after.has("adj")


def find_referred(page: Page) -> list[Draft]:
    """Drafts for "Об этом сообщил X": the words are the sentence before."""
    rules = page.rules
    if rules.back is None:
        return []
    drafts = []
    for match in rules.back.finditer(page.small):
        at = bisect_left(page.starts, match.start())
        if at in page.inside or at >= len(page.tokens) or page.starts[at] != match.start():
            continue
        first, last = page.border(at)
        number = page.sentence_of[at]
        taken = {"quote", "that", "back"} | ({"wish"} if len(match.group().split()) > 2 else set())  # "с таким заявлением выступил"
        said = (k for k in range(max(first, at - 4), min(last, at + 18)) if k in page.cues and page.cues[k].kind != "noun")
        cue_at = next((k for k in said if page.cues[k].takes & taken), None)
        inside = at - first > 4 and page.tokens[at - 1].text == ","
        if (
            cue_at is None
            or (not inside and (number == 0 or at - first > 4))
            or any(page.tokens[k].word.lower in rules.that for k in range(cue_at, last))
        ):
            continue
        begin, stop = (first, at - 1) if inside else (_told_before(page, number - 1), page.borders[number - 1][1])
        who = subject(page, cue_at, first, last, after_first=True)
        if who is None or stop - begin < 4:
            continue
        draft = told_draft(page, begin, stop, page.span(who.begin, who.stop), (begin, last), 6, page.cues[cue_at], cue_at)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _told_before(page: Page, number: int) -> int:
    """First token of what "об этом" points back to: the paragraph so far where it is short and nobody else speaks, else the sentence."""
    first = number
    while first > 0 and page.sentences[first - 1].paragraph == page.sentences[number].paragraph:
        first -= 1
    begin = page.borders[number][0]
    if number - first > 2 or any(k in page.cues for k in range(page.borders[first][0], begin)):
        return begin
    return page.borders[first][0]
