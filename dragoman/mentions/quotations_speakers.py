"""Who speaks: the noun phrase that is the subject of a verb of saying.

Where cases mark roles, the subject is a phrase in the nominative that no preposition governs and that agrees with the verb; where
order marks them (English), it is the phrase beside the verb. A relative ("który stwierdził") stands for the phrase before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_marks import MARKS
from dragoman.model.token import GEN, INS, NOM

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page
    from dragoman.model.token import Token, Word

REACH = 24
"""How many tokens beside a verb its subject is looked for."""
_NOMINAL = frozenset({"noun", "propn", "adj", "num", "det", "x"})
_PARTICIPLES = frozenset({"ppas", "pact"})
_FINITE = frozenset({"fin", "past", "imps", "cond"})


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase, tokens ``[begin, stop)``: its possible cases, and whether a preposition governs it (`led`: which one)."""

    begin: int
    stop: int
    cases: int
    led: str = ""
    number: str = ""
    genders: int = 7


def is_finite(word: Word) -> bool:
    """True for a form that is a finite verb and nothing nominal."""
    return any(one.pos == "verb" and one.form in _FINITE for one in word.analyses) and not (word.poses & {"noun", "propn", "adj", "prep", "conj", "part", "adv", "pron"})


def phrases(page: Page, begin: int, stop: int) -> list[Phrase]:
    """The noun phrases of the tokens ``[begin, stop)`` of a language with cases, from left to right."""
    rules, tokens = page.rules, page.tokens
    found: list[Phrase] = []
    start, cases, head, led = -1, 0, False, ""
    at = begin
    while at < stop:
        token = tokens[at]
        word = token.word
        group = page.inside.get(at)
        if group is not None and group.open == at:
            after = min(group.close + 1, stop)
            if start < 0 and word.text in MARKS:
                start, cases, head = at, NOM | GEN if not led else 0, True
            head = True
            at = after
            continue
        if _is_preposition(page, at):
            if start >= 0:
                found.append(_phrase(tokens, start, at, cases, led))
            start, head, led = -1, False, word.lower
        elif word.text == "." and at and page.tokens[at - 1].end == token.start and start >= 0 and at + 1 < stop:
            pass
        elif not _nominal(word, rules.pronouns, rules.likewise):
            if start >= 0:
                found.append(_phrase(tokens, start, at, cases, led))
            if word.kind == "punct" or (start >= 0 and word.lower not in rules.joins):
                led = ""
            start, head = -1, False
        else:
            own = word.cases & ~NOM if led and start < 0 else word.cases
            if start < 0:
                start, cases, head = at, own, _is_head(word, rules.pronouns)
            elif _extends(tokens, at, cases, head, led) or (led and word.capital and _talks(page, start, at)):
                if not head:
                    cases &= word.cases
                elif not led and cases & word.cases & NOM and not word.cases & GEN:
                    cases &= word.cases
                head = head or _is_head(word, rules.pronouns)
            else:
                found.append(_phrase(tokens, start, at, cases, led))
                start, cases, head, led = at, word.cases, _is_head(word, rules.pronouns), ""
        at += 1
    if start >= 0:
        found.append(_phrase(tokens, start, stop, cases, led))
    return found


def _phrase(tokens: list[Token], begin: int, stop: int, cases: int, led: str) -> Phrase:
    while stop > begin + 1 and tokens[stop - 1].text == ".":
        stop -= 1
    heads = [one for one in tokens[begin].word.analyses if one.cases & NOM]
    numbers = {one.number for one in heads}
    genders = 0
    for one in heads:
        genders |= one.genders
    if any(token.word.capital for token in tokens[begin + 1 : stop]):
        genders = 7
    return Phrase(begin, stop, cases, led, numbers.pop() if len(numbers) == 1 else "", genders or 7)


def _is_preposition(page: Page, at: int) -> bool:
    word = page.tokens[at].word
    return word.lower in page.rules.prepositions or ("prep" in word.poses and not word.poses & {"noun", "propn", "adj"} and word.kind == "word")


def _nominal(word: Word, pronouns: frozenset[str], likewise: frozenset[str]) -> bool:
    if word.kind == "number":
        return True
    if word.kind != "word":
        return False
    if word.lower in pronouns:
        return True
    if word.lower in likewise:
        return False
    if word.poses & {"sconj", "conj"} and not word.capital:
        return False
    if any(one.form in _PARTICIPLES and one.cases for one in word.analyses):
        return True
    return bool(word.poses & _NOMINAL) and not is_finite(word) or "pron" in word.poses and word.cases > 0


def _is_head(word: Word, pronouns: frozenset[str]) -> bool:
    return bool(word.poses & {"noun", "propn", "x"}) or word.lower in pronouns


def _talks(page: Page, begin: int, stop: int) -> bool:
    """Does a phrase such as "w wywiadzie dla" or "z agencją" hold the name behind it?"""
    return any(page.tokens[at].word.lemmas & page.rules.talks for at in range(begin, stop))


def _genitive(word: Word) -> bool:
    """Can the word be a genitive attribute? Indeclinable readings of a word that declines ("minister" of a woman) do not count."""
    plain = [one for one in word.analyses if not (one.cases & INS and one.cases & NOM)]
    return any(one.cases & GEN for one in plain or word.analyses)


def _extends(tokens: list[Token], at: int, cases: int, head: bool, led: str) -> bool:
    word, before = tokens[at].word, tokens[at - 1].word
    if not head:
        return bool(cases & word.cases)
    if word.capital and (before.capital or before.text == "."):
        return True
    if "adj" in word.poses and not word.capital and cases & word.cases:
        return True
    if _genitive(word) and not (led and any(one.cases & NOM and (one.number != "p" or not word.capital) for one in word.analyses)):
        return True
    return not led and bool(cases & word.cases & NOM) and (word.capital or "adj" not in word.poses)


def _agrees(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """Is the phrase in the nominative, with the verb's number and gender?"""
    if not _agrees_loosely(page, phrase, cue):
        return False
    if cue.number and phrase.number and cue.number != phrase.number:
        return False
    return not (cue.genders != 7 and phrase.number == "s" and not cue.genders & phrase.genders)


def _agrees_loosely(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """Gender is free ("глава ведомства заявил"), and a plural verb may have a singular subject of many ("szefowie ... i prezydent")."""
    if not phrase.cases & NOM or phrase.led or (cue.number == "s" and phrase.number == "p"):
        return False
    return any(_is_head(page.tokens[at].word, page.rules.pronouns) or page.tokens[at].text in MARKS for at in range(phrase.begin, phrase.stop))


def _named(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """A name that the dictionary reads in another case, or adjectives alone: right behind the verb they are the subject."""
    word = page.tokens[phrase.begin].word
    if phrase.stop - phrase.begin > 1 and phrase.cases & NOM and not phrase.led:
        return not (cue.number and phrase.number and cue.number != phrase.number)
    return word.capital and not phrase.led and bool(phrase.cases & GEN)


class Subject(msgspec.Struct, frozen=True):
    """A found subject: its tokens, or none where it is left out. `linked` says that a relative stood there."""

    begin: int
    stop: int


def subject(page: Page, at: int, first: int, last: int, *, after_first: bool = False) -> Subject | None:
    """The subject of the cue at token `at` within the tokens ``[first, last)``; None where it is left out.

    `after_first` looks behind the verb first, as in "– powiedział premier".
    """
    if page.rules.order:
        return _beside(page, at, first, last, after_first)
    cue = page.cues[at]
    sides = (_after, _before) if after_first else (_before, _after)
    if cue.impersonal:
        return _within(page, at, first, last)
    for side in sides:
        found = side(page, at, cue, first, last)
        if found is not None:
            return found
    return _within(page, at, first, last) if cue.number == "p" or cue.kind == "adjective" else None


def _after(page: Page, at: int, cue: Cue, first: int, last: int) -> Subject | None:
    stop = at + 1
    limit = min(last, at + REACH)
    while stop < limit and (not _closes(page, stop) or _dated(page, stop)):
        stop = page.inside[stop].close + 1 if stop in page.inside and page.inside[stop].open == stop else stop + 1
    stop = min(stop, limit)
    row = phrases(page, at + 1, stop)
    for fits in (_agrees, _agrees_loosely, _named):
        for number, one in enumerate(row):
            if fits(page, one, cue):
                return Subject(one.begin, _grown(row, number))
    return None


def _dated(page: Page, at: int) -> bool:
    """A comma around a date: "powiedział w piątek, 13 maja, premier"."""
    tokens = page.tokens
    if tokens[at].text != "," or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].word.kind == "number" or any(tokens[k].word.kind == "number" for k in range(max(0, at - 3), at))


def _grown(row: list[Phrase], number: int) -> int:
    """End of a subject with the name behind its office: "minister ds. handlu Jan Kowalski"."""
    stop = row[number].stop
    for one in row[number + 1 :]:
        if one.cases & NOM and not one.led:
            return one.stop
        if one.begin - stop > 2:
            break
    return stop


def _closes(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if token.word.kind == "punct":
        return token.text in ",.!?…:;»”" and not (token.text == "." and page.tokens[at - 1].end == token.start and len(page.tokens[at - 1].text) <= 3) or page.is_dash(at)
    return is_finite(token.word) or token.word.lower in page.rules.that


def _before(page: Page, at: int, cue: Cue, first: int, last: int) -> Subject | None:
    begin = max(first, at - REACH)
    if begin in page.inside:
        begin = min(page.inside[begin].close + 1, at)
    relative = _relative(page, at, begin)
    if relative is not None:
        return relative
    joined = at > begin and page.tokens[at - 1].word.lower in page.rules.joins
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
    every = phrases(page, begin, stop)
    row = [one for one in every if _agrees(page, one, cue)] or [one for one in every if _agrees_loosely(page, one, cue)]
    if not row and stop < at:
        return next((Subject(one.begin, one.stop) for one in phrases(page, stop + 1, at) if _agrees_loosely(page, one, cue)), None)
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
    return Subject(start, best.stop)




def _main_verb(page: Page, begin: int, at: int) -> int:
    """The nearest finite verb to the left of an adverbial: its subject speaks."""
    return next((back for back in range(at - 1, begin - 1, -1) if is_finite(page.tokens[back].word)), at)


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


# ---- order languages -------------------------------------------------------------------------------------------------------------


def _beside(page: Page, at: int, first: int, last: int, after_first: bool) -> Subject | None:
    cue = page.cues[at]
    if after_first:
        found = _right_of(page, at, last)
        if found is not None:
            return found
    if cue.kind == "adverbial" and at > first and not (page.tokens[at - 1].word.capital or page.tokens[at - 1].word.lower in page.rules.pronouns):
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
        if token.word.lower in page.rules.prepositions and token.word.lower != "of" and stop > begin:
            break
        if stop in page.cues and _verbal(page, stop) and stop > begin:
            break
        stop += 1
    if stop == begin or tokens[begin].word.lower in page.rules.prepositions or tokens[begin].word.lower in page.rules.that:
        return None
    return Subject(begin, stop)


def _abbreviated(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at - 1].end == tokens[at].start and tokens[at - 1].word.capital and len(tokens[at - 1].text) <= 4 and tokens[at + 1].word.capital


def _left_of(page: Page, at: int, first: int) -> Subject | None:
    """The phrase that ends before the verb, with its apposition: "X, a spokesman for Y, said"."""
    tokens, rules = page.tokens, page.rules
    stop = at
    while stop > first and _lightweight(page, stop - 1):
        stop -= 1
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
        elif token.text in MARKS or token.text in ",;:?!" or page.is_dash(begin - 1) or (token.text == "." and not _abbreviated(tokens, begin - 1)):
            break
        elif lower in rules.relatives and begin == stop:
            return _antecedent(page, begin - 1, limit)
        elif lower in rules.relatives and commas == 1 and begin > limit + 1 and tokens[begin - 2].text == ",":
            return _antecedent(page, begin - 1, limit)
        elif (lower in rules.joins or lower in rules.relatives) and not _coordinates(page, begin - 1, stop):
            break
        elif begin - 1 in page.cues and page.cues[begin - 1].kind != "noun" and _verbal(page, begin - 1):
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
    return tokens[at].word.lower in ("and", "or") and at + 1 < stop and tokens[at + 1].word.capital and at > 0 and tokens[at - 1].word.capital


def _lightweight(page: Page, at: int) -> bool:
    """Adverbs, auxiliaries and days between a subject and its verb."""
    word = page.tokens[at].word
    return word.lower in page.rules.light or (word.kind == "word" and word.lower.endswith("ly") and "adv" in word.poses)


def _antecedent(page: Page, at: int, limit: int) -> Subject | None:
    tokens = page.tokens
    stop = at - 1 if at and tokens[at - 1].text == "," else at
    begin = stop
    while begin > limit and tokens[begin - 1].word.kind != "punct" and not is_finite(tokens[begin - 1].word):
        begin -= 1
    return Subject(begin, at + 1) if begin < stop else None


def _main_subject(page: Page, at: int, first: int) -> Subject | None:
    """The subject of the sentence, for an adverbial "adding that ..."."""
    tokens = page.tokens
    begin = first
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
    while stop < at and stop < begin + REACH and not (is_finite(tokens[stop].word) or stop in page.cues or tokens[stop].text in ","):
        stop += 1
    return Subject(begin, stop) if begin < stop < at else None
