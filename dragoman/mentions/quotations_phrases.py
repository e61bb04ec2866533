"""Noun phrases of a language whose cases mark roles: where they stand, in which cases, and what governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_marks import MARKS
from dragoman.model.token import GEN, INS, NOM

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page
    from dragoman.model.token import Token, Word

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


class Subject(msgspec.Struct, frozen=True):
    """A found subject: its tokens, or none where it is left out. `linked` says that a relative stood there."""

    begin: int
    stop: int


def is_finite(word: Word) -> bool:
    """True for a form that is a finite verb and nothing nominal."""
    return any(one.pos == "verb" and one.form in _FINITE for one in word.analyses) and not (
        word.poses & {"noun", "propn", "adj", "prep", "conj", "part", "adv", "pron"}
    )


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
            longer = start >= 0 and _extends(tokens, at, cases, head, led) and not _behind_date(tokens, start, at)
            if start < 0 and word.cases == NOM:
                led = ""  # no preposition governs a nominative ("про це він заявив")
            own = word.cases & ~NOM if led and start < 0 else word.cases
            if start < 0:
                start, cases, head = at, own, _is_head(word, rules.pronouns)
            elif longer or (led and word.capital and _talks(page, start, at)):
                cases &= word.cases if not head or _narrows(tokens, at, cases, led) else cases
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
    noun = next((token.word for token in tokens[begin:stop] if token.word.poses & {"noun", "propn"}), tokens[begin].word)
    heads = [one for one in noun.analyses if one.cases & NOM]
    numbers = {one.number for one in heads}
    genders = 0
    for one in heads:
        genders |= one.genders
    if any(token.word.capital for token in tokens[begin + 1 : stop]):
        genders = 7
    if tokens[begin].text in MARKS:
        numbers, genders = set(), 7  # a title has the number of the paper that bears it ("„Izwiestia” pisze")
    return Phrase(begin, stop, cases, led, numbers.pop() if len(numbers) == 1 else "", genders or 7)


def _is_preposition(page: Page, at: int) -> bool:
    word = page.tokens[at].word
    return word.lower in page.rules.prepositions or (
        "prep" in word.poses and not word.poses & {"noun", "propn", "adj"} and word.kind == "word"
    )


def _nominal(word: Word, pronouns: frozenset[str], likewise: frozenset[str]) -> bool:
    if word.kind == "number":
        return True
    if word.kind != "word":
        return False
    if word.lower in pronouns:
        return True
    if word.lower in likewise:
        return False
    if word.poses & {"sconj", "conj", "part"} and not word.capital and "propn" not in word.poses:
        return False
    if any(one.form in _PARTICIPLES and one.cases for one in word.analyses):
        return True
    return (bool(word.poses & _NOMINAL) and not is_finite(word)) or ("pron" in word.poses and word.cases > 0)


def _is_head(word: Word, pronouns: frozenset[str]) -> bool:
    return bool(word.poses & {"noun", "propn", "x"}) or word.lower in pronouns


def _talks(page: Page, begin: int, stop: int) -> bool:
    """Does a phrase such as "w wywiadzie dla" or "z agencją" hold the name behind it?"""
    return any(page.tokens[at].word.lemmas & page.rules.talks for at in range(begin, stop))


def _genitive(word: Word) -> bool:
    """Can the word be a genitive attribute? Indeclinable readings of a word that declines ("minister" of a woman) do not count."""
    plain = [one for one in word.analyses if not (one.cases & INS and one.cases & NOM)]
    return any(one.cases & GEN for one in plain or word.analyses)


def _narrows(tokens: list[Token], at: int, cases: int, led: str) -> bool:
    """Does a word behind the head tell its case: in apposition, or as a name that declines behind one that does not (Ентоні Блінкеном)?"""
    word, before = tokens[at].word, tokens[at - 1].word
    if word.cases & GEN or not cases & word.cases:
        return False
    if not led and cases & word.cases & NOM:
        return True
    named = word.capital and before.capital and not before.text.isupper()
    return named and bool(before.cases & NOM and before.cases & INS)


def _behind_date(tokens: list[Token], start: int, at: int) -> bool:
    """Does a noun that could be a subject stand behind a number and one genitive ("4 lipca premier", in form a genitive too)?"""
    numbered = at == start + 2 and tokens[start].word.kind == "number" and _genitive(tokens[start + 1].word)
    return numbered and any(one.pos == "noun" and one.cases & NOM and one.number != "p" for one in tokens[at].word.analyses)


def _apart(before: Word, word: Word) -> bool:
    """Can a word before a noun not agree with it in number ("до этого американские политики")?"""
    if "num" in before.poses or before.kind == "number":
        return False
    numbers = {one.number for one in before.analyses if one.cases}, {one.number for one in word.analyses if one.cases}
    return all(numbers) and "" not in numbers[0] | numbers[1] and not numbers[0] & numbers[1]


def _extends(tokens: list[Token], at: int, cases: int, head: bool, led: str) -> bool:
    word, before = tokens[at].word, tokens[at - 1].word
    if not head:
        return bool(cases & word.cases) and not (led and _apart(before, word))
    if word.capital and (before.capital or before.text == "."):
        return not (led and word.cases & NOM and not word.cases & cases)  # "w Berlinie Anna Lang": a place, then who speaks
    if len(word.text) > 1 and word.text.isupper():
        return True
    if "adj" in word.poses and not word.capital and not before.capital and cases & word.cases:
        return True
    if _genitive(word) and not (led and any(one.cases & NOM and (one.number != "p" or not word.capital) for one in word.analyses)):
        return True
    return not led and bool(cases & word.cases & NOM) and (word.capital or "adj" not in word.poses)


def agrees(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """Is the phrase in the nominative, with the verb's number and gender?"""
    if not agrees_loosely(page, phrase, cue):
        return False
    if cue.number and phrase.number and cue.number != phrase.number:
        return False
    return not (cue.genders != 7 and phrase.number == "s" and not cue.genders & phrase.genders)


def agrees_loosely(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """Gender is free ("глава ведомства заявил"), and a plural verb may have a singular subject of many ("szefowie ... i prezydent")."""
    if not phrase.cases & NOM or phrase.led or (cue.number == "s" and phrase.number == "p"):
        return False
    return any(
        _is_head(page.tokens[at].word, page.rules.pronouns) or page.tokens[at].text in MARKS for at in range(phrase.begin, phrase.stop)
    )


def reads_as_name(page: Page, phrase: Phrase, cue: Cue) -> bool:
    """A name that the dictionary reads in another case, or adjectives alone: right behind the verb they are the subject."""
    word = page.tokens[phrase.begin].word
    if phrase.stop - phrase.begin > 1 and phrase.cases & NOM and not phrase.led:
        return not (cue.number and phrase.number and cue.number != phrase.number)
    return word.capital and not phrase.led and bool(phrase.cases & GEN)
