"""A text cut for counting: words in lower case, numbers as they are grouped, single marks, each with its place."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from dragoman.text.letters import COMMON_WORD, in_small_letters

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{1,2}([./])[0-9]{1,2}\1[0-9]{2,4}(?![0-9])|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
_GROUPED = (
    r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?"
)
_PLAIN = r"[0-9]+(?:[.,][0-9]+)?|(?<![0-9])\.[0-9]+"
_TOKEN = re.compile(rf"{COMMON_WORD}|[^\W\d_]+(?:'[^\W\d_]+)*|{_DATE}|{_GROUPED}|{_PLAIN}|\n|[^\s]")
_FLAT = tuple(zip("\u00a0\u2009\u202f\u2007’‘ʼ`´−", "    '''''-", strict=True))


class Line(msgspec.Struct, frozen=True):
    """A text cut for counting: `words` in lower case with plain apostrophes, `starts` and `ends` their offsets in `text`."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def glued(self, at: int) -> bool:
        """True when token `at` follows the one before without a space."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def word(self, at: int) -> str:
        """The token `at` in lower case, empty outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def written(self, at: int) -> str:
        """The token `at` as the text has it."""
        return self.text[self.starts[at] : self.ends[at]]


def lower(text: str) -> str:
    """The text in lower case with spaces and apostrophes made plain, of the same length."""
    flat = text
    for mark, plain in _FLAT:
        flat = flat.replace(mark, plain)  # ten searches for a mark cost less than one look at every character
    return in_small_letters(flat)


def cut(text: str) -> Line:
    """The tokens of a text: numbers, words, line ends and single marks."""
    words: list[str] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(lower(text)):
        words.append(match[0])
        ends.append(match.end())
    return Line(text, words, [end - len(word) for word, end in zip(words, ends, strict=True)], ends)


def fold(form: str) -> str:
    """A form without the marks that hurried writers leave out: Polish diacritics, ё, ґ."""
    if form.isascii():
        return form
    if form[0] > "\u0250" or form[-1] > "\u0250":
        return form.replace("ё", "е").replace("ґ", "г")
    return "".join(one for one in unicodedata.normalize("NFD", form.replace("ł", "l")) if not "\u0300" <= one <= "\u036f")
