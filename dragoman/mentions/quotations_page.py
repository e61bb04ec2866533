"""The text as the finders of quotations walk it: one row of tokens that know their sentence, the cues among them, the marks paired."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_marks import DASHES, SIGNS, Quoted, pair_marks
from dragoman.model.token import NOM
from dragoman.text.letters import in_small_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.quotations_cues import Cue, QuoteRules
    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence, Token, Word

ENDS = frozenset({".", "!", "?", "…", "..."})
_TITLE = 4
"""Up to so many tokens from one mark to the other may be the name of a paper."""


class Draft(msgspec.Struct, frozen=True):
    """A quotation before the choice among overlaps.

    `pieces` are character spans; `speaker` is the span of the words that name the speaker, or None; `dropped` tells that the subject is
    left out, so that the last speaker goes on; `at` is the token of the cue, or -1. `clause` is a range of tokens. `rank` decides
    between overlapping drafts: the lower one stays. `loose` tells that the words are no clause: an infinitive, a name, a topic.
    """

    pieces: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None
    form: str
    clause: tuple[int, int]
    rank: int
    cue: Cue | None = None
    dropped: bool = False
    at: int = -1
    addressee: tuple[int, int] | None = None
    loose: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def _title_case(tokens: Sequence[Token]) -> bool:
    """Do most words begin with a capital, as in an English headline?"""
    words = [token.word.capital for token in tokens if token.word.kind == "word" and len(token.text) > 3]
    return sum(words) * 4 > len(words) * 3


class Page:
    """Tokens of the whole text, with sentence borders. Token indexes are into `tokens`; `small` is the text in small letters.

    `subjects` are the characters where an actor begins that can be a subject, `projects` those where a pipeline or the like does; the sets
    are empty where no actors are given.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], rules: QuoteRules, actors: Sequence[ActorMention] = ()) -> None:
        self.text, self.small = text, in_small_letters(text)
        self.rules = rules
        self.sentences = sentences
        self.subjects = frozenset(one.start for one in actors if one.cases & NOM)
        self._named = sorted(self.subjects)
        self.projects = frozenset(one.start for one in actors if one.role == "project")
        self.tokens: list[Token] = []
        self.borders: list[tuple[int, int]] = []
        self.sentence_of: list[int] = []
        self.cues: dict[int, Cue] = {}
        self.dashes: set[int] = set()
        self.starts: list[int] = []
        self._marks: list[int] = []
        self._speaking: set[int] = set()
        self._read(sentences)
        self.quoted: list[Quoted] = pair_marks(text, self.tokens, self._marks, self.paragraph)
        self.inside: dict[int, Quoted] = {at: one for one in self.quoted for at in range(one.open, one.close + 1)}

    def _read(self, sentences: Sequence[Sentence]) -> None:
        tokens, cue, sentence_of = self.tokens, self.rules.cue, self.sentence_of
        for number, sentence in enumerate(sentences):
            begin = len(tokens)
            titled = self.rules.order and not sentence.headline and (number > 0 or not _title_case(sentence.tokens))
            for at, token in enumerate(sentence.tokens, begin):
                if token.word.kind == "punct":
                    self._note_mark(at, token)
                    continue
                found = cue(token.word)
                if found is None and self.rules.reports and (helper := self._helper(sentence.tokens, at - begin)) is not None:
                    found = self.rules.reported(token.word, helper)
                if found is not None and not (titled and token.word.capital and at > begin):
                    self.cues[at] = found
                    if "quote" in found.takes:
                        self._speaking.add(number)
            tokens.extend(sentence.tokens)
            self.starts.extend([token.start for token in sentence.tokens])
            sentence_of.extend([number] * (len(tokens) - begin))
            self.borders.append((begin, len(tokens)))

    def _note_mark(self, at: int, token: Token) -> None:
        if token.word.text in SIGNS:
            self._marks.append(at)
        elif token.word.text in DASHES and self._stands_apart(token):
            self.dashes.add(at)

    def _helper(self, tokens: Sequence[Token], at: int) -> Word | None:
        """The helper that only reports, at most one word before an infinitive ("miał powiedzieć", "miał też powiedzieć")."""
        for back in range(at - 1, max(-1, at - 3), -1):
            word = tokens[back].word
            if word.lower in self.rules.reports:
                return word
            if word.kind == "punct":
                break
        return None

    def helper_of(self, at: int) -> int:
        """The token of the helper that an infinitive of saying, or an adjective ("jest przekonany"), leans on, else the token itself."""
        if at in self.cues and self.cues[at].kind == "adjective":
            return next((k for k in range(at - 1, max(-1, at - 3), -1) if self.tokens[k].word.lower in self.rules.copulas), at)
        near = (k for k in range(at - 1, max(-1, at - 3), -1) if self.tokens[k].word.lower in self.rules.reports)
        return next(near, at) if "inf" in self.tokens[at].word.forms and self.rules.reports else at

    def border(self, at: int) -> tuple[int, int]:
        """First token and the one after the last of the sentence that a token stands in."""
        return self.borders[self.sentence_of[at]]

    def paragraph(self, at: int) -> int:
        """Number of the paragraph that a token stands in."""
        return self.sentences[self.sentence_of[at]].paragraph

    def opening(self, begin: int, stop: int) -> int:
        """First token of a sentence behind its dateline: "WARSAW (Agency) - The minister ..."."""
        for at in range(begin + 2, min(begin + 9, stop - 1)):
            if at in self.dashes:
                return at + 1 if self.tokens[at - 1].text == ")" else begin
        return begin

    def is_title(self, at: int) -> bool:
        """Does a paper's name in quotation marks begin at a token ("„Kurier” pisze")?"""
        group = self.inside[at]
        return group.open == at and group.close - at <= _TITLE and bool(self.tokens[at + 1].word.capital)

    def is_dash(self, at: int) -> bool:
        """Is the token a dash with white space beside it, not a hyphen?"""
        return at in self.dashes

    def speaks(self, number: int) -> bool:
        """Does a sentence hold a verb or adjective that can stand beside somebody's words?"""
        return number in self._speaking

    def _stands_apart(self, token: Token) -> bool:
        if token.end >= len(self.text):
            return False
        before = token.start == 0 or self.text[token.start - 1].isspace()  # a dash that lost the space behind it
        return self.text[token.end].isspace() or (token.text != "-" and before and self.text[token.end].isalpha())

    def names_subject(self, start: int, end: int) -> bool:
        """Does an actor that can be a subject begin among these characters?"""
        at = bisect_left(self._named, start)
        return at < len(self._named) and self._named[at] < end

    def span(self, begin: int, stop: int) -> tuple[int, int]:
        """Characters of the tokens ``[begin, stop)``."""
        return self.tokens[begin].start, self.tokens[stop - 1].end

    def trimmed(self, begin: int, stop: int) -> tuple[int, int] | None:
        """Characters of the tokens without marks and stops at the ends; None when no word is left."""
        tokens = self.tokens
        while begin < stop and (tokens[begin].word.kind == "punct" and tokens[begin].text not in "([$€£%#@№"):
            begin += 1
        while stop > begin and (tokens[stop - 1].text in ENDS or tokens[stop - 1].text in ',;:–—-−«„“"' or tokens[stop - 1].text in "”»"):
            if tokens[stop - 1].text in '”»"“' and self._opened(begin, stop - 1):
                break
            stop -= 1
        if begin >= stop:
            return None
        return tokens[begin].start, tokens[stop - 1].end

    def _opened(self, begin: int, close: int) -> bool:
        """Does the mark at `close` end a quoted part that begins at or after `begin`?"""
        one = self.inside.get(close)
        return one is not None and one.close == close and one.open >= begin - 1
