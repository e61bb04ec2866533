"""Words that a dash opens ("– Nie – powiedział premier. – Nigdy.") and words that only the clause after them tells apart (", said X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_contents import told_inside
from dragoman.mentions.quotations_inquits import Inquit, inquit_at
from dragoman.mentions.quotations_page import Draft
from dragoman.mentions.quotations_phrases import is_finite
from dragoman.mentions.quotations_sources import is_silent

if TYPE_CHECKING:
    from dragoman.mentions.quotations_page import Page
    from dragoman.mentions.quotations_phrases import Subject
    from dragoman.model.token import Word


_SPEECH = 3
"""So many sentences unmarked words may go back."""


def find_dialogue(page: Page) -> list[Draft]:
    """Drafts for turns that a dash opens. A turn lasts to its clause of saying, or to the paragraph's end."""
    drafts: list[Draft] = []
    if page.rules.order:
        return drafts
    number = 0
    while number < len(page.borders):
        begin, stop = page.borders[number]
        if stop - begin > 2 and page.is_dash(begin) and begin not in page.inside and begin + 1 not in page.inside:
            draft, number = _turn(page, number, begin, bool(drafts))
        else:
            draft, number = _late_turn(page, number)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _late_turn(page: Page, number: int) -> tuple[Draft | None, int]:
    """A turn that begins inside a sentence, as after a heading that lost its line: a dash, a capital, and a clause of saying later."""
    begin, stop = page.borders[number]
    if page.dashes.isdisjoint(range(begin + 2, stop - 3)):
        return None, number + 1
    for at in range(begin + 2, stop - 3):
        if page.is_dash(at) and at not in page.inside and page.tokens[at + 1].word.capital:
            draft, after = _turn(page, number, at, False)
            if draft is not None and any(page.tokens[k].word.has("verb") for k in range(at + 1, page.borders[number][1])):
                return draft, after
            return None, number + 1
    return None, number + 1


def _turn(page: Page, number: int, begin: int, talking: bool) -> tuple[Draft | None, int]:
    """The turn that begins with the dash `begin` in sentence `number`, and the sentence after it."""
    pieces: list[tuple[int, int]] = []
    end = _turn_end(page, number)
    at, inquit = _first_clause(page, number, end, begin)
    if inquit is None:
        if not talking and not _announced(page, begin):
            return None, end
        _add(page, pieces, begin, page.borders[end - 1][1])
        return _draft(page, pieces, begin, page.borders[end - 1][1], None), end
    _add(page, pieces, begin, inquit.begin - 1)
    stop = page.borders[at][1]
    _add(page, pieces, inquit.stop, stop)
    after = at + 1
    if after < len(page.borders) and _same_paragraph(page, at, after) and _dashed(page, after):
        end = _turn_end(page, after)
        if _first_clause(page, after, end, page.borders[after][0])[1] is None:
            end = end if end - after <= 2 else after + 1
            stop = page.borders[end - 1][1]
            _add(page, pieces, page.borders[after][0], stop)
            after = end
    return _draft(page, pieces, begin, stop, inquit), after


def _turn_end(page: Page, number: int) -> int:
    """The sentence after a turn: the paragraph's end or the next dash."""
    end = number + 1
    while end < len(page.borders) and _same_paragraph(page, number, end) and not _dashed(page, end):
        end += 1
    return end


def _first_clause(page: Page, number: int, end: int, dash: int) -> tuple[int, Inquit | None]:
    """The first clause of saying in the sentences ``[number, end)``, with its sentence."""
    for at in range(number, end):
        begin, stop = page.borders[at]
        found = _dash_clause(page, max(begin, dash + 1), stop)
        if found is not None:
            return at, found
    return _plain_clause(page, end - 1, dash)


def _plain_clause(page: Page, number: int, dash: int) -> tuple[int, Inquit | None]:
    """A clause behind the turn's last dash whose verb is none of saying: it still tells who spoke, if a subject follows."""
    begin, stop = page.borders[number]
    at = next((k for k in range(stop - 2, max(begin, dash + 3), -1) if k in page.dashes and k not in page.inside), None)
    if at is None or at + 1 in page.cues:
        return number, None
    cue = page.rules.plain(page.tokens[at + 1].word)
    if cue is None:
        return number, None
    page.cues[at + 1] = cue
    found = inquit_at(page, at + 1, stop)
    if found is None or found.who is None or found.who.begin < found.at:
        del page.cues[at + 1]
        return number, None
    return number, found


def _same_paragraph(page: Page, one: int, other: int) -> bool:
    return page.sentences[one].paragraph == page.sentences[other].paragraph


def _dashed(page: Page, number: int) -> bool:
    return page.is_dash(page.borders[number][0])


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
    return Draft(
        tuple(pieces),
        page.span(who.begin, who.stop) if who else None,
        "direct",
        (begin, stop),
        1,
        cue,
        who is None,
        inquit.at if inquit else -1,
    )


def find_told(page: Page) -> list[Draft]:
    """Drafts for sentences whose clause of saying stands at the end or inside, without any mark: "Words, said the minister"."""
    drafts = []
    for number, (begin, stop) in enumerate(page.borders):
        if stop - begin < 6 or not page.speaks(number):
            continue
        draft = _told(page, page.opening(begin, stop), stop)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _told(page: Page, begin: int, stop: int) -> Draft | None:
    tokens = page.tokens
    for at in range(begin + 2, stop - 1):
        text = tokens[at].word.text
        if text != "," and at not in page.dashes:
            continue
        quoted = page.inside.get(at)
        if quoted is not None and page.rules.order and text == "," and quoted.close == at + 1 and quoted.open > begin:
            at = quoted.close
        elif quoted is not None or not (text == "," or page.is_dash(at)):
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
        paper = found.who is not None and is_silent(page, found.who.begin, found.who.stop)
        if paper and not page.rules.order and _handed_on(page, begin, at):
            return None
        return _told_draft(page, begin, at, stop, found, dash)
    return None


def _handed_on(page: Page, begin: int, stop: int) -> bool:
    """Are the words that a paper tells somebody's own already ("X ostrzegł, że ... - podała gazeta", "Według X ... - podała gazeta")?"""
    source = page.rules.sources is not None and page.rules.sources.match(page.text, page.tokens[begin].start) is not None
    return source or told_inside(page, begin, stop)


def _tells(page: Page, found: Inquit, stop: int, dash: bool) -> bool:
    """A clause of saying without marks names who speaks, and takes no clause of its own."""
    tokens, rules = page.tokens, page.rules
    cue = page.cues[found.at]
    if cue.kind == "adverbial" or (found.who is None and not (cue.impersonal or dash)):
        return False
    if rules.order and found.begin == found.at:
        return found.who is not None and _inverts(page, found.who, stop)
    if rules.order and found.at + 1 < stop and found.who is not None and found.who.begin < found.at:
        rest = tokens[found.at + 1].word
        tells = cue.lemma in rules.telling and not dash
        if not (tells or rest.kind == "punct" or rest.lower in rules.prepositions or rest.lower in rules.light):
            return False
    return not any(tokens[k].word.lower in rules.that and k not in page.inside for k in range(found.at, found.stop))


def _inverts(page: Page, who: Subject, stop: int) -> bool:
    """Is it "said X", not "said X did something"? A name or article begins it, no verb stands in it, and it closes the clause."""
    tokens, rules = page.tokens, page.rules
    first = tokens[who.begin].word
    if first.lower in rules.pronouns or not (first.capital or first.lower in rules.articles) or not _closes(page, who.stop, stop):
        return False
    return not any(_acts(tokens[k].word) or tokens[k].word.lower in rules.auxiliaries for k in range(who.begin, who.stop))


def _acts(word: Word) -> bool:
    return is_finite(word) or (not word.has("noun") and not word.capital and any(one.form == "past" for one in word.analyses))


def _closes(page: Page, at: int, stop: int) -> bool:
    """Does "said X" end there, or go on with no more than where and when?"""
    if at >= stop:
        return True
    word = page.tokens[at].word
    return word.kind == "punct" or word.lower in page.rules.prepositions | page.rules.light


def _told_draft(page: Page, begin: int, at: int, stop: int, found: Inquit, dash: bool) -> Draft | None:
    tokens = page.tokens
    told = any(_predicates(page, k) for k in range(begin, at))
    if not told and not page.rules.order and _adverbial(page, begin):
        return None
    started = told or (not page.rules.order and at - begin > 5)
    if not started and ((page.rules.order and found.begin == found.at) or not _goes_on(page, found, stop)):
        return None
    if page.rules.back is not None and page.rules.back.match(page.small, tokens[begin].start):
        return None
    pieces: list[tuple[int, int]] = []
    _add(page, pieces, _turn_begin(page, begin) if dash else _speech_begin(page, begin), at)
    end = _clause_end(page, found, stop)
    if end < stop - 2 and _unfinished(page, begin, at, end, found.begin == found.at):
        _add(page, pieces, end, stop)
    if not pieces:
        return None
    who = found.who
    return Draft(
        tuple(pieces),
        page.span(who.begin, who.stop) if who else None,
        "indirect",
        (begin, stop),
        3 if page.rules.order or dash else 5,
        page.cues[found.at],
        who is None,
        found.at,
    )


def _adverbial(page: Page, begin: int) -> bool:
    """Does an adverbial participle open it ("Комментируя отказ, ...")? That is what somebody does while he speaks."""
    return all(one.form == "conv" for one in page.tokens[begin].word.analyses if one.pos == "verb") and page.tokens[begin].word.has("verb")


def _predicates(page: Page, at: int) -> bool:
    word = page.tokens[at].word
    if not page.rules.order:
        return any(one.pos == "verb" and one.form != "conv" for one in word.analyses)
    if word.lower in page.rules.auxiliaries or any(one.form == "past" for one in word.analyses):
        return True
    described = at > 0 and bool(page.tokens[at - 1].word.poses & {"adj", "det", "noun", "prep"})
    return is_finite(word) and not (described and "noun" in word.poses)  # "in a surprise move"


def _turn_begin(page: Page, begin: int) -> int:
    """Where a turn that only a dash closes began: at the paragraph's begin, when that is near and nobody else speaks there."""
    number = page.sentence_of[begin]
    first = number
    while first > 0 and page.sentences[first - 1].paragraph == page.sentences[number].paragraph:
        first -= 1
        if number - first > 3:
            return begin
    start = page.borders[first][0]
    return begin if any(k in page.cues or k in page.inside for k in range(start, begin)) else start


def _speech_begin(page: Page, begin: int) -> int:
    """Where unmarked words began that a clause of saying closes: at the first of the sentences right before that speak in the first person
    ("Я объявляю о помощи. В неё входят гаубицы, сказал президент"), where nobody else speaks since.
    """
    number = page.sentence_of[begin]
    if page.rules.order or begin != page.borders[number][0]:
        return begin
    start = begin
    for back in range(number - 1, max(-1, number - _SPEECH - 1), -1):
        first, last = page.borders[back]
        if not _same_paragraph(page, back, number) or any(k in page.cues or k in page.inside for k in range(first, last)):
            break
        if any(page.tokens[k].word.lemmas & page.rules.firsthand for k in range(first, last)):
            start = first
    return start


def _unfinished(page: Page, begin: int, at: int, end: int, inverted: bool) -> bool:
    """Do the words go on behind an inserted clause? After a dash, or where no verb stood before; in English unless more is added."""
    tokens = page.tokens
    if page.is_dash(end):
        return True
    if page.rules.order:
        after = end + 1
        return (
            not inverted
            and not (after in page.cues and page.cues[after].kind == "adverbial")
            and tokens[after].word.lower not in page.rules.relatives
        )
    return any(is_finite(tokens[k].word) for k in range(end, page.border(end)[1])) and not any(
        tokens[k].word.has("verb") for k in range(begin, at)
    )


def _goes_on(page: Page, found: Inquit, stop: int) -> bool:
    """Does more follow the inserted clause? By order only behind a mark ("In May, X said, talks ...")."""
    end = _clause_end(page, found, stop)
    return end < stop - 3 and (not page.rules.order or page.tokens[end].text == "," or page.is_dash(end))


def _clause_end(page: Page, found: Inquit, stop: int) -> int:
    """Where an inserted clause of saying closes: the comma or dash after its subject."""
    last = max(found.at, found.who.stop - 1 if found.who else found.at)
    for k in range(last + 1, min(found.stop, stop)):
        if page.tokens[k].text == "," or page.is_dash(k):
            return k
    return found.stop
