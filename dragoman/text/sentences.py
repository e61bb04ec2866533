"""From a text to sentences of tokens. Where a sentence ends is told by marks, capitals and the pack's abbreviations.

The pack's `sentences.yml` lists `abbreviations` that never end a sentence, `closers` that may stand last in one ("2024 r."), and how
an apostrophe is read (`apostrophe: join` in Ukrainian, `split` in English).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.grammar.pack import load_pack
from dragoman.model.token import Sentence, Token
from dragoman.text.joined import Joints, joints_in, stretches, teaser_length
from dragoman.text.letters import COMMON_WORD
from dragoman.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator


_JOIN = r"(?:[A-ZА-ЯІЇЄҐŁŚŻŹĆ]\.){2,}|[^\W\d_]\w*(?:[-'’ʼ+][^\W_]\w*)*"
_DENIED = r"(?=\w++['’]t\b)[^\W\d_]+?(?=n['’]t\b)|n['’]t\b"  # the look ahead spares other words a search letter by letter
_SPLIT = rf"(?:[A-Z]\.){{2,}}|['’](?:s|re|ve|ll|d|m)\b|{_DENIED}|[^\W\d_]\w*(?:[-+][^\W_]\w*)*"
_REST = r"|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)?|\.{3}|\S"
_END = frozenset(".!?…") | {"..."}
_CLOSE = frozenset("\"”»’')]“")
_LINE = re.compile(r"[^\n]+")
_OPEN = frozenset("\"„“«‘'([–—-")


class _Rules:
    """A pack's marks and abbreviations, ready to use."""

    def __init__(self, lang: str) -> None:
        data = load_pack(lang).part("sentences")
        self.pattern = re.compile(f"{COMMON_WORD}|{_SPLIT if data.get('apostrophe') == 'split' else _JOIN}{_REST}")
        self.abbreviations = frozenset(str(one).lower() for one in data.get("abbreviations") or ())
        self.closers = frozenset(str(one).lower() for one in data.get("closers") or ())
        self.joints = Joints(data)


@cache
def _rules(lang: str) -> _Rules:
    return _Rules(lang)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of paragraphs. A line is one, unless the text is hard-wrapped: then a blank line parts them."""
    lines = [match.span() for match in _LINE.finditer(text)]
    longest = max((end - start for start, end in lines), default=0)
    wrapped = longest <= 100 and len(lines) > 3 and "\n\n" in text and sum(text[e : e + 2] == "\n\n" for _, e in lines) * 2 < len(lines)
    if not wrapped:
        yield from lines
        return
    begin: int | None = None
    for start, end in lines:
        begin = start if begin is None else begin
        if text[end : end + 2] == "\n\n" or end >= len(text.rstrip()):
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, lines[-1][1]


def tokenise(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into the whole text."""
    lexicon = load_lexicon(lang)
    known, word = lexicon._words, lexicon.word
    matches = _rules(lang).pattern.finditer(text, start, len(text) if end is None else end)
    return [Token(match.start(), match.end(), known.get(form := match[0]) or word(form)) for match in matches]


def _ends(tokens: list[Token], at: int, begin: int, rules: _Rules) -> bool:
    """Does the mark at `at` close the sentence that began at token `begin`? `at + 1` exists."""
    mark, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if mark.start != before.end and mark.text == ".":
        return True
    following = after
    skip = at + 1
    while (following.text in _OPEN or (following.text in _CLOSE and following.start == tokens[skip - 1].end)) and skip + 1 < len(tokens):
        skip += 1
        following = tokens[skip]
    opens = following.word.capital or following.word.kind == "number" or (following is after and after.text in _OPEN)
    if mark.text != ".":
        return opens or following.word.kind != "word"
    if after.start == mark.end and after.word.kind != "punct":
        # A forgotten space: "na jutro.Premier". Addresses ("gov.pl") and initials stay whole.
        whole = len(before.text) < 4 or not before.text[-1].islower()
        return not whole and after.word.capital and not after.text[1:2].isupper() and before.word.lower not in rules.abbreviations
    name = before.word.lower
    if name in rules.closers:
        return opens and following.word.capital and at - begin > 4
    if name in rules.abbreviations or (len(before.text) == 1 and before.word.capital):
        return False
    if before.word.kind == "number" and not following.word.capital:
        return False
    return opens


def split(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, each with its tokens; teasers of other articles left out. Linear in the length of the text."""
    rules = _rules(lang)
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        for first, last, teaser in stretches(text, start, end, rules.joints):
            tokens = tokenise(text, lang, first, last)
            if teaser:
                tokens = tokens[teaser_length(tokens, rules.joints, rules.abbreviations) :]
            if tokens:
                headline = (first, last) == (start, end) and _open_ended(tokens)
                sentences += _sentences(tokens, number, headline, rules)
    return tuple(sentences)


def _open_ended(tokens: list[Token]) -> bool:
    """Short and without a mark at its end, as headlines are."""
    return not (set(tokens[-1].text) & _END) and not (len(tokens) > 1 and tokens[-2].text in _END) and len(tokens) <= 30


def _sentences(tokens: list[Token], number: int, headline: bool, rules: _Rules) -> Iterator[Sentence]:
    begin = 0
    for stop in (*_stops(tokens, rules), len(tokens)):
        for joint in joints_in(tokens, begin, stop, rules.joints):
            yield _sentence(tokens, begin, joint, number, headline)
            begin = joint
        yield _sentence(tokens, begin, stop, number, headline)
        begin = stop


def _stops(tokens: list[Token], rules: _Rules) -> Iterator[int]:
    """Where a mark closes a sentence and another follows."""
    begin = 0
    at = 1
    while at < len(tokens) - 1:
        if tokens[at].word.text in _END and _ends(tokens, at, begin, rules):
            stop = at + 1
            while stop < len(tokens) and tokens[stop].text in _CLOSE and tokens[stop].start == tokens[stop - 1].end:
                stop += 1
            if stop < len(tokens):
                yield stop
                begin = stop
            at = stop
        at += 1


def _sentence(tokens: list[Token], begin: int, stop: int, paragraph: int, headline: bool) -> Sentence:
    return Sentence(tokens[begin].start, tokens[stop - 1].end, tuple(tokens[begin:stop]), paragraph, headline)
