"""Small letters that keep their places."""

from __future__ import annotations

COMMON_WORD = r"[a-ząćęłńóśźżáčďéěíňřšťúůýžа-яёіїєґ]++(?![\w'’ʼ+-])"
"""What most words are: small letters that nothing follows with which a word could go on. Expressions that find words try it first, for a
listed letter is told twice as fast as "any letter".
"""


def in_small_letters(text: str) -> str:
    """The text in small letters, one character for one, so that offsets hold; a capital whose small form is longer (İ) stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)
