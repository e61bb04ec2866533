"""Who speaks: the noun phrase that is the subject of a verb of saying.

Where cases mark roles, the subject is a phrase in the nominative that no preposition governs and that agrees with the verb; where
order marks them (English), it is the phrase beside the verb. A relative ("który stwierdził") stands for the phrase before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_marks import MARKS
from dragoman.mentions.quotations_order import REACH, beside
from dragoman.mentions.quotations_phrases import Phrase, Subject, agrees, agrees_loosely, is_finite, phrases, reads_as_name
from dragoman.model.token import ACC, GEN, NOM

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page


def subject(page: Page, at: int, first: int, last: int, *, after_first: bool = False) -> Subject | None:
    """The subject of the cue at token `at` within the tokens ``[first, last)``; None where it is left out.

    `after_first` looks behind the verb first, as in "– powiedział premier".
    """
    if page.rules.order:
        return beside(page, at, first, last, after_first)
    cue = page.cues[at]
    cited = _cited(page, at, last) if cue.lemma in page.rules.citing else None
    if cited is not None:
        return cited
    sides = (_after, _before) if after_first else (_before, _after)
    if cue.impersonal:
        return _within(page, at, first, last)
    helper = max(first, page.helper_of(at))
    for side in sides:
        found = side(page, helper if side is _before else at, cue, first, last)
        if found is not None:
            return found
    return _within(page, at, first, last) if cue.number == "p" or cue.kind == "adjective" else None


def _cited(page: Page, at: int, last: int) -> Subject | None:
    """Whose words somebody hands on: "приводит агентство слова министра", "сообщает агентство со ссылкой на министерство",
    "цитирует министра агентство".
    """
    for k in range(at + 1, min(last - 1, at + 9)):
        noun = next((one for one in page.tokens[k].word.lemmas if one in page.rules.cited), None)
        if noun is None:
            continue
        led = page.rules.cited[noun]
        begin = k + 2 if page.tokens[k + 1].word.lower in led else k + 1
        behind = phrases(page, begin, min(last, begin + REACH))
        if behind and behind[0].begin == begin and (begin > k + 1) == bool(led) and behind[0].cases & (ACC if led else GEN):
            return Subject(begin, behind[0].stop)
    behind = phrases(page, at + 1, min(last, at + REACH)) if page.cues[at].lemma in page.rules.quoting else []
    quoted = next((one for one in behind if one.cases & ACC and not one.cases & NOM and not one.led), None)
    return Subject(quoted.begin, quoted.stop) if quoted is not None else None


def _after(page: Page, at: int, cue: Cue, first: int, last: int) -> Subject | None:
    stop = at + 1
    limit = min(last, at + REACH)
    while stop < limit and (not _closes(page, stop) or _dated(page, stop)):
        stop = page.inside[stop].close + 1 if stop in page.inside and page.inside[stop].open == stop else stop + 1
    stop = min(stop, limit)
    row = phrases(page, at + 1, stop)
    for fits in (agrees, agrees_loosely, reads_as_name):
        for number, one in enumerate(row):
            if fits(page, one, cue):
                return Subject(one.begin, _grown(page, row, number))
    return None


def _dated(page: Page, at: int) -> bool:
    """A comma around a date: "powiedział w piątek, 13 maja, premier"."""
    tokens = page.tokens
    if tokens[at].text != "," or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].word.kind == "number" or any(tokens[k].word.kind == "number" for k in range(max(0, at - 3), at))


def _grown(page: Page, row: list[Phrase], number: int) -> int:
    """End of a subject with the name behind its office: "minister ds. handlu Jan Kowalski", "міністр у справах пенсій Ольга Дар"."""
    stop = row[number].stop
    for one in row[number + 1 :]:
        if one.cases & NOM and not one.led:
            return one.stop
        if _is_field(page, one, stop):
            return one.stop
        if one.begin - stop > 2:
            break
    return stop


def _is_field(page: Page, one: Phrase, stop: int) -> bool:
    """Is a phrase with a preposition the field of the office that ends at `stop` ("у справах пенсій")?"""
    return bool(one.led) and one.begin - stop <= 2 and not page.rules.fields.isdisjoint(page.tokens[one.begin].word.lemmas)


def _closes(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if token.word.kind == "punct":
        return (
            token.text in ",.!?…:;»”"
            and not (token.text == "." and page.tokens[at - 1].end == token.start and len(page.tokens[at - 1].text) <= 3)
        ) or page.is_dash(at)
    return is_finite(token.word) or token.word.lower in page.rules.that


def _before(page: Page, at: int, cue: Cue, first: int, last: int) -> Subject | None:
    joined = at > first and page.tokens[at - 1].word.lower in page.rules.joins
    begin = max(first, at - (2 * REACH if joined else REACH))
    if begin in page.inside and not page.is_title(begin):
        begin = min(page.inside[begin].close + 1, at)
    relative = _relative(page, at, begin)
    if relative is not None:
        return relative
    for back in range(at - 1, begin - 1, -1):
        word = page.tokens[back].word
        if is_finite(word):
            if cue.kind not in ("adverbial", "noun") and not joined:
                begin = back + 1
                break
        elif word.text == ":" or word.text in "!?;":
            begin = back + 1
            break
    stop = _main_verb(page, begin, at) if cue.kind in ("adverbial", "noun") else at
    if cue.kind == "adverbial" and begin < stop < at and _goes_on(page, stop, first):
        return None
    every = phrases(page, begin, stop)
    row = [one for one in every if agrees(page, one, cue)] or [one for one in every if agrees_loosely(page, one, cue)]
    if not row and stop < at:
        return next((Subject(one.begin, one.stop) for one in phrases(page, stop + 1, at) if agrees_loosely(page, one, cue)), None)
    if not row:
        return None
    best = row[-1]
    start = best.begin
    for one in reversed(row[:-1]):
        if any(page.tokens[k].text == "," or page.tokens[k].word.lower in page.rules.joins for k in range(one.stop, start)):
            break
        if not page.tokens[one.begin].word.capital or start - one.stop > 4:
            break
        start = one.begin
    after = next((one for one in every if one.begin >= best.stop), None)
    return Subject(start, after.stop if after is not None and _is_field(page, after, best.stop) else best.stop)


def _main_verb(page: Page, begin: int, at: int) -> int:
    """The nearest finite verb to the left of an adverbial: its subject speaks."""
    return next((back for back in range(at - 1, begin - 1, -1) if is_finite(page.tokens[back].word)), at)


def _goes_on(page: Page, verb: int, first: int) -> bool:
    """Has a verb right behind "and" or "but" the subject of the clause of saying before it ("powiedział, że …, ale odmówił")?"""
    joined = page.tokens[verb - 1].word.lower in page.rules.joins and page.tokens[verb - 2].text == ","
    return joined and any(at in page.cues and page.cues[at].kind == "verb" for at in range(first, verb - 1))


def _relative(page: Page, at: int, begin: int) -> Subject | None:
    """The phrase before ", który ... stwierdził"."""
    rules, tokens = page.rules, page.tokens
    for back in range(at - 1, max(begin, at - 8) - 1, -1):
        word = tokens[back].word
        if word.lower in rules.relatives and word.cases & NOM and back > begin and tokens[back - 1].text == ",":
            row = phrases(page, begin, back - 1)
            row = [one for one in row if one.stop >= back - 2] or row
            return Subject(row[-1].begin, row[-1].stop) if row else None
        if word.text == "," or is_finite(word):
            return None
    return None


def _within(page: Page, at: int, first: int, last: int) -> Subject | None:
    """The document or place that words come from: "говорится в сообщении ведомства", "в Кремле заявили"; or "przez X"."""
    rules = page.rules
    near = phrases(page, at + 1, min(last, at + 14)) + list(reversed(phrases(page, max(first, at - 8), at)))
    for one in near:
        if one.led in rules.by:
            return Subject(one.begin, one.stop)
    for one in near:
        if one.led in rules.inside and _names(page, one):
            return Subject(one.begin, one.stop)
    return None


def _names(page: Page, one: Phrase) -> bool:
    if any(page.tokens[k].word.lemmas & page.rules.documents for k in range(one.begin, min(one.begin + 2, one.stop))):
        return True
    return any(page.tokens[k].word.capital or page.tokens[k].text in MARKS for k in range(one.begin, one.stop)) or any(
        page.cues.get(k) is not None for k in range(one.begin, one.stop)
    )
