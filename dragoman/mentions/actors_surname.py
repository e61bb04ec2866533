"""When a surname alone means its bearer: after the full name or a title, or where it brings one person to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.actors_context import best_person, initial_fits
from dragoman.mentions.actors_people import in_office, led_lately, prominent
from dragoman.mentions.actors_words import load_glue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.codebook.entities import Entity, Reading
    from dragoman.mentions.actors_context import Context
    from dragoman.mentions.actors_scan import Hit
    from dragoman.model.token import Token, Word

_CLOSED = frozenset(("pron", "prep", "conj", "sconj", "part", "det", "num", "intj"))
_LEADING = frozenset(("head_of_state", "head_of_government", "monarch"))


def surname_of(tokens: Sequence[Token], hit: Hit, readings: list[Reading], titled: bool, alone: bool, context: Context) -> Reading | None:
    """The reading of a surname that stands for its bearer here; None where it does not. `titled`: a title stands right before it;
    `alone`: the word can mean nothing else that the gazetteer knows."""
    entities = context.gazetteer.entities
    readings = [one for one in readings if entities[one.entity].name not in context.others]
    if not readings:
        return None
    known = [one for one in readings if entities[one.entity].name in context.people]
    if not alone and not titled and not known:
        return None
    if not known and tokens[hit.first].text.isupper() and not _shouted(tokens):
        return None
    if _is_month(tokens, hit, bool(known), context) or _another(tokens, hit, readings, bool(known), context):
        return None
    person = best_person(known or readings, context)
    if person is None:
        return readings[0] if titled and alone else None
    if not known and not titled and _common(tokens, hit, person, context):
        return None
    return next((one for one in readings if entities[one.entity].name == person.name), None)


def is_place(tokens: Sequence[Token], hit: Hit, rivals: Sequence[Reading], context: Context) -> bool:
    """Is a word that is an introduced surname too (Montenegro, Moskwa) the place here? A capital is, and so is what follows "in"."""
    if any(one.role == "capital" for one in rivals):
        return True
    return hit.first > 0 and tokens[hit.first - 1].word.lower in load_glue(context.gazetteer.lang).in_


def _shouted(tokens: Sequence[Token]) -> bool:
    """Is the sentence written in capitals, so that capitals tell nothing (a headline)?"""
    words = [one.text for one in tokens if one.word.kind == "word" and len(one.text) > 1]
    return sum(map(str.isupper, words)) * 2 > len(words)


def _opens(tokens: Sequence[Token], hit: Hit) -> bool:
    return all(one.word.kind != "word" for one in tokens[: hit.first])


def _common(tokens: Sequence[Token], hit: Hit, person: Entity, context: Context) -> bool:
    """Is the word rather a common one (Stanie, Kim, Кошти) than a surname? Who leads a state that the article is about is exempt, and who
    is in the news on the day, unless the pack lists the surname as a word."""
    word = tokens[hit.first].word
    if _in_the_news(person, context) and not (word.lemmas | {word.lower}) & load_glue(context.gazetteer.lang).common:
        return _opens(tokens, hit) and bool(word.poses & _CLOSED) and not word.has("propn")
    expected = any((one.country or one.body) in context.strong for one in person.terms)
    leads = any(one.office in _LEADING for one in person.terms)
    if not _opens(tokens, hit):
        return word.has("noun") and not expected and not leads
    if word.poses & _CLOSED:
        return True
    return bool(word.poses & {"noun", "verb", "adj", "adv"}) and not ((expected and leads) or ((expected or leads) and _does(tokens, hit)))


def _does(tokens: Sequence[Token], hit: Hit) -> bool:
    """Does a finite verb in the singular follow, so that the opening word is who does it ("Макрон заявил") and no word of another case?"""
    after = tokens[hit.last].word if hit.last < len(tokens) else None
    return after is not None and any(one.form in ("fin", "past") and one.number == "s" for one in after.analyses)


def _in_the_news(person: Entity, context: Context) -> bool:
    """Does the person hold a high office of a much reported state on the article's day, or has led such a state not long before?"""
    if context.on is None or person.place not in context.reported or not prominent(person):
        return False
    return in_office(person, context.on) or led_lately(person, context.on)


def _is_month(tokens: Sequence[Token], hit: Hit, known: bool, context: Context) -> bool:
    """Is it a month or a day of the week (in May), by the pack's words?"""
    glue = load_glue(context.gazetteer.lang)
    if tokens[hit.first].word.lower not in glue.calendar:
        return False
    after = tokens[hit.last].word if hit.last < len(tokens) else None
    before = tokens[hit.first - 1].word if hit.first else None
    dated = (after is not None and after.kind == "number") or (before is not None and before.kind == "number")
    return not known or dated or before is None or before.lower in glue.during


def _another(tokens: Sequence[Token], hit: Hit, readings: list[Reading], known: bool, context: Context) -> bool:
    """Is it somebody else's name: a first name before another surname (Pavel Novotny), or a surname after another first name?"""
    after = tokens[hit.last].word if hit.last < len(tokens) else None
    if not known and after is not None and after.kind == "word" and after.capital and _goes_on(after, readings, context):
        return True
    return hit.first > 0 and _foreign_first_name(tokens, hit, readings, known, context)


def _goes_on(after: Word, readings: list[Reading], context: Context) -> bool:
    """Does a capitalised word go on with the name: an unknown one, or a surname in the same case?"""
    following = context.gazetteer.start(after.text).alone
    if not following:
        return after.has("propn")
    surnames = [one for one in following if one.role == "surname"]
    return len(surnames) == len(following) and any(one.cases & other.cases for one in surnames for other in readings)


def _foreign_first_name(tokens: Sequence[Token], hit: Hit, readings: list[Reading], known: bool, context: Context) -> bool:
    """Does another first name or initial stand before the surname (Paul Johnson is not Boris Johnson)?"""
    before = tokens[hit.first - 1]
    if "." in before.text and (len(before.text) > 1 or (hit.first > 1 and len(tokens[hit.first - 2].text) == 1)):
        entities = context.gazetteer.entities
        return not any(initial_fits(tokens, hit.first, entities[one.entity], context.gazetteer.lang) for one in readings)
    if before.word.kind != "word" or not before.word.capital or before.text.isupper():
        return False
    glue = load_glue(context.gazetteer.lang)
    if before.word.lower in glue.function or before.word.lower in glue.in_ or before.word.lower in glue.the:
        return False
    alone = context.gazetteer.start(before.text).alone
    if alone:
        return not known and all(one.role == "surname" and any(one.cases & other.cases for other in readings) for one in alone)
    opens = all(one.word.kind != "word" for one in tokens[: hit.first - 1])
    if opens:
        return before.word.poses <= {"propn", "x"}
    return before.word.lower not in glue.honorifics


def in_longer_name(tokens: Sequence[Token], hit: Hit, reading: Reading, context: Context) -> bool:
    """Is a state's or city's name the surname or first name of somebody here (Jan Polski, George Washington, Paris Hilton)?"""
    word = tokens[hit.first].word
    if not word.capital or word.text.isupper():
        return False
    if hit.first:
        before = tokens[hit.first - 1].word
        if before.capital and not before.text.isupper():
            starts = context.gazetteer.start(before.text)
            if not starts.alone and any(one.role == "person" for one in starts.readings):
                return True
    if reading.role not in ("capital", "place") or not load_glue(context.gazetteer.lang).prepositional or hit.last >= len(tokens):
        return False
    after = tokens[hit.last].word
    goes_on = after.kind == "word" and after.capital and not after.text.isupper() and not after.has("verb")
    return goes_on and not context.gazetteer.find(after.text) and not _titled_case(tokens)


def _titled_case(tokens: Sequence[Token]) -> bool:
    """Are most words capitalised, as in an English headline, so that a capital tells nothing?"""
    words = [one.word for one in tokens if one.word.kind == "word"]
    return sum(one.capital for one in words) * 5 > len(words) * 3
