"""How a verb of saying takes its words: a clause, a colon, a bare clause, an infinitive, a name or a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_clauses import content_end
from dragoman.mentions.quotations_marks import MARKS
from dragoman.mentions.quotations_page import ENDS
from dragoman.mentions.quotations_phrases import is_finite
from dragoman.mentions.quotations_speakers import subject

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page
    from dragoman.model.token import Word

REACH = 25
"""How many tokens behind a verb its clause may begin."""


def _likewise(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """ "Jak podkreślił minister, words": the words come after the clause, or before it where it closes the sentence."""
    tokens, rules = page.tokens, page.rules
    first, _ = page.border(at)
    start = next((k for k in range(at - 1, max(first - 1, at - 5), -1) if tokens[k].word.lower in rules.likewise), None)
    if start is None or cue.kind != "verb" or "quote" not in cue.takes:
        return None
    if start > first and tokens[start - 1].text not in ",:;–—-" and not tokens[start].word.capital:
        return None
    if rules.order and start + 1 != at and not tokens[start + 1].word.capital and tokens[start + 1].word.lower not in rules.pronouns:
        return None
    comma = next((k for k in range(at + 1, min(last, at + REACH)) if tokens[k].text == "," and k not in page.inside), None)
    if comma is None or last - comma < 3:
        if start - first > 4 and tokens[start - 1].text == ",":
            return first, start - 1
        return None
    begin = _past_apposition(page, comma, last)
    stop = content_end(page, begin, last)
    return None if not rules.order and told_inside(page, begin, stop) else (begin, stop)


def told_inside(page: Page, begin: int, stop: int) -> bool:
    """Does what one source tells hold somebody's own words ("Jak podaje gazeta, premier ostrzegł, że ...")? Those are the statement."""
    for at in range(begin, stop):
        cue = page.cues.get(at)
        if cue is not None and cue.kind == "verb" and "that" in cue.takes and at not in page.inside:
            return _clause(page, at, cue, stop) is not None and subject(page, at, begin, stop) is not None
    return False


def _past_apposition(page: Page, comma: int, last: int) -> int:
    """The token after an apposition that a comma opens ("Jak podał X, doradca prezydenta, ..."), else after the comma."""
    tokens = page.tokens
    for k in range(comma + 1, min(last - 3, comma + 14)):
        if k in page.inside or is_finite(tokens[k].word) or page.is_dash(k):
            break
        if tokens[k].text == ",":
            return k + 1 if k - comma > 2 and tokens[comma + 1].word.has("noun") else comma + 1
    return comma + 1


def _clause(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """Words after a conjunction: "powiedział w parlamencie, że ..."."""
    rules, tokens = page.rules, page.tokens
    openers = (rules.that if cue.takes & {"that"} else frozenset()) | (rules.wish if "wish" in cue.takes else frozenset())
    asks = rules.ask if "ask" in cue.takes else frozenset()
    if rules.order and cue.kind == "verb" and not _has_subject(page, at, cue):
        return None
    k = at + 1
    limit = min(last, at + (12 if rules.order else REACH), at + 6 if cue.kind in ("noun", "adjective") else last)
    while k < limit:
        token = tokens[k]
        lower = token.word.lower
        group = page.inside.get(k)
        if group is not None and group.open == k:
            k = group.close + 1
            continue
        if lower in openers and (rules.order or tokens[k - 1].text == ","):
            if rules.order and not _opens_clause(page, k, at):
                return None
            return k + 1, content_end(page, k + 1, last)
        if lower in asks and (tokens[k - 1].text == "," and _asked(page, at, k) if not rules.order else k == at + 1):
            return k, content_end(page, k, last)
        if (
            (token.text in ENDS and token.text != ".")
            or token.text in ":;"
            or page.is_dash(k)
            or (k in page.cues and page.cues[k].kind in ("verb", "adverbial"))
        ):
            return None
        if not rules.order and is_finite(token.word):
            return None
        if rules.order and ((token.text == "," and tokens[at + 1].word.lower not in rules.prepositions) or token.word.lower in rules.joins):
            return None
        k += 1
    return None


def _asked(page: Page, at: int, k: int) -> bool:
    """A question word belongs to the verb right before it; after a noun it is a relative ("w Pradze, gdzie ...")."""
    return k - at == 2 or (page.tokens[k].word.lower in page.rules.whether and k - at <= 5)


def _opens_clause(page: Page, at: int, cue: int) -> bool:
    """In English "that" is a pronoun too: it opens a clause right after the verb or before a phrase with a verb, not between a noun and
    its verb ("vowed revenge after a strike that killed him").
    """
    if at + 1 >= len(page.tokens):
        return False
    after, before = page.tokens[at + 1], page.tokens[at - 1].word
    governs = before.poses == {"noun"} and "past" in after.word.forms and "noun" not in after.word.poses
    if at - cue > 2 and governs and after.word.lower not in page.rules.light:
        return False
    return after.word.kind != "punct" or after.text in MARKS or after.text == ","


def _colon(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """Words without marks after a colon: "признал: у правительства нет ..."."""
    if "quote" not in cue.takes or cue.kind == "noun":
        return None
    for k in range(at + 1, min(last - 2, at + 12)):
        token = page.tokens[k]
        if token.text == ":":
            return None if k + 1 in page.inside else (k + 1, content_end(page, k + 1, last))
        if (token.word.kind == "punct" and token.text not in ",()") or is_finite(token.word):
            return None
    return None


def _bare(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """A clause without "that": "the minister said talks would go on"."""
    tokens, rules = page.tokens, page.rules
    if "bare" not in cue.takes or at + 3 >= last or not _has_subject(page, at, cue):
        return None
    begin = at + 1
    while begin < last and tokens[begin].word.lower in rules.between:
        begin += 1
    if cue.lemma in rules.told:
        begin = _past_listener(page, begin, last)
    word = tokens[begin].word if begin < last else None
    if word is None or (word.kind == "punct" and tokens[begin].text not in MARKS and tokens[begin].text not in "$("):
        return None
    if word.lower in rules.prepositions or word.lower in rules.joins:
        begin = _past_phrase(page, begin, last)
        if begin < 0:
            return None
    stop = content_end(page, begin, last)
    near = range(begin + 1, min(stop, begin + 16))
    relative = sum(tokens[k].word.lower in rules.relatives | rules.ask for k in near)
    return (begin, stop) if sum(_verb_like(page, k) for k in near) > relative else None


def _has_subject(page: Page, at: int, cue: Cue) -> bool:
    """A form such as "report" or "claims" is a verb only after a name, a pronoun or an auxiliary."""
    word = page.tokens[at].word
    if not word.poses & {"noun", "adj"} or at == 0 or cue.kind == "adverbial":
        return at > 0
    rules = page.rules
    before = page.tokens[at - 1].word
    sure = before.lower in rules.pronouns or before.lower in rules.light
    follows = page.tokens[at + 1].word.lower if at + 1 < len(page.tokens) else ""
    if cue.lemma in rules.weak and follows not in rules.takers and not (sure or _is_past(word)):
        return False
    return sure or (before.kind == "word" and before.capital) or before.lower.endswith("s")


def _is_past(word: Word) -> bool:
    return any(one.form == "past" for one in word.analyses)


def _verb_like(page: Page, at: int) -> bool:
    word = page.tokens[at].word
    return (
        (word.lower in page.rules.light and word.kind == "word")
        or is_finite(word)
        or any(one.pos == "verb" and one.form in ("fin", "past") for one in word.analyses)
    ) and not _noun_by_place(page, at)


def _noun_by_place(page: Page, at: int) -> bool:
    """Is a form that may be noun or verb the noun here: right behind an adjective or a determiner ("humanitarian aid")?"""
    word, before = page.tokens[at].word, page.tokens[at - 1].word
    return "noun" in word.poses and bool(before.poses & {"adj", "det"}) and not _is_past(word)


def _past_listener(page: Page, begin: int, last: int) -> int:
    """Skip whom it is said to: "told reporters", "told the BBC"."""
    tokens, rules = page.tokens, page.rules
    if begin < last and tokens[begin].word.lower in rules.articles:
        begin += 1
    if begin < last and tokens[begin].word.kind == "word":
        begin += 1
        while begin < last and tokens[begin].word.capital:
            begin += 1
    return begin


def _past_phrase(page: Page, begin: int, last: int) -> int:
    """Skip a short phrase with a preposition up to a pronoun or an article: "said in March he would ..."."""
    tokens, rules = page.tokens, page.rules
    for k in range(begin + 2, min(last - 2, begin + 7)):
        if tokens[k].word.kind == "punct":
            return -1
        if tokens[k].word.lower in rules.pronouns:
            return k
    return -1


def _infinitive(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """A promise or a call with an infinitive: "vowed to ..."."""
    if "to" not in cue.takes or not _has_subject(page, at, cue):
        return None
    for k in range(at + 1, min(last - 1, at + 7)):
        if page.tokens[k].word.lower in page.rules.infinitive and any(one.form == "inf" for one in page.tokens[k + 1].word.analyses):
            return k, _short(page, k, content_end(page, k, last))
        if page.tokens[k].word.kind == "punct" or k in page.cues:
            return None
    return None


def _short(page: Page, begin: int, stop: int) -> int:
    """Where an infinitive or a name ends: at a comma, or before a word that tells when."""
    series = page.tokens[begin].word.lower in page.rules.infinitive
    for k in range(begin + 1, stop):
        if series and page.tokens[k].text == "," and any(one.form == "inf" for one in page.tokens[min(k + 1, stop - 1)].word.analyses):
            continue
        if k not in page.inside and (page.tokens[k].text in ",;" or page.tokens[k].word.lower in page.rules.closing or page.is_dash(k)):
            return k
    return stop


def _called(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """What something is called: "назвал ФРГ заложницей"."""
    tokens, rules = page.tokens, page.rules
    if "name" not in cue.takes or (rules.order and not _has_subject(page, at, cue)):
        return None
    begin = at + 1
    if begin >= last or tokens[begin].text in ",.;:" or tokens[begin].word.lower in rules.aside:
        return None
    if not rules.order:
        who = subject(page, at, *page.border(at))
        if who is not None and who.begin == begin:
            begin = who.stop
    stop = content_end(page, begin, last)
    if rules.order:
        stop = _short(page, begin, stop)
    for k in range(begin + 1, stop):
        if k in page.inside:
            continue
        if tokens[k].text == "," or (
            tokens[k].word.lower in rules.joins and any(is_finite(tokens[j].word) for j in range(k + 1, min(k + 3, stop)))
        ):
            return begin, k
    return begin, stop


def _topic(page: Page, at: int, cue: Cue, last: int) -> tuple[int, int] | None:
    """What is told about: "рассказала о программе", or pointed to: "указал на угрозу"."""
    tokens, rules = page.tokens, page.rules
    leading = (rules.about if "about" in cue.takes else frozenset()) | (rules.upon if "upon" in cue.takes else frozenset())
    if not leading or (cue.kind == "adverbial" and not rules.order and "quote" not in cue.takes):
        return None
    if cue.kind == "adverbial" and not rules.order and at == page.border(at)[0]:
        return None  # "Говоря о X, он ...": what was spoken about, and the words come behind it
    for k in range(at + 1, min(last - 2, at + 8)):
        token = tokens[k]
        if token.word.lower in leading:
            if tokens[k + 1].word.lower in rules.pointing:
                return None
            return k + 1, _topic_end(page, k + 1, last)
        if (token.word.kind == "punct" and token.text not in MARKS) or is_finite(token.word):
            return None
    return None


def _topic_end(page: Page, begin: int, last: int) -> int:
    stop = content_end(page, begin, last)
    for k in range(begin, stop):
        if (
            page.tokens[k].text == ","
            and k not in page.inside
            and not any(page.tokens[j].word.lower in page.rules.relatives for j in range(k + 1, min(k + 3, stop)))
        ):
            return k
    return stop


CONTENTS = (_likewise, _clause, _colon, _bare, _infinitive, _called, _topic)
"""Every way to take words, the surest first. Each gives the tokens of the words, or None."""
LOOSE = (_infinitive, _called, _topic)
"""The ways in which the words are no clause, in a language of order; one of cases says whole judgements so ("назвал ошибкой")."""
