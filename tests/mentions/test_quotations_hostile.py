"""Quotations stay linear and in bounds whatever the text: nested marks, endless dashes, no spaces."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.grammar.pack import languages
from dragoman.mentions.quotations import find_in, find_quotations
from dragoman.text.sentences import split

_MARKS = ['"', "„", "”", "“", "«", "»", "'", "''", "‘", "’", "–", "—", "- ", ": ", ", ", ". ", "! ", "\n", "\n\n", " ", "(", ")"]
_WORDS = [
    "że ",
    "что ",
    "that ",
    "powiedział ",
    "said ",
    "заявив ",
    "сказал ",
    "премьер ",
    "Kowalski ",
    "zdaniem ",
    "według ",
    "according to ",
]
_PIECES = st.sampled_from(_MARKS + _WORDS)
HOSTILE = ['"', "„", "„a” ", '" „ ” ', "– ", "powiedział ", ", said X", "że, ", "a: ", "według ", "i dodał ", '"a", - ', "''", "X said, "]


@settings(max_examples=120, deadline=None)
@given(st.lists(_PIECES, max_size=60), st.sampled_from(languages()))
def test_spans_lie_in_the_text_and_do_not_overlap(pieces: list[str], lang: str) -> None:
    text = "".join(pieces)
    end = -1
    for one in find_quotations(text, lang=lang):
        assert one.pieces
        assert one.words == (one.pieces[0][0], one.pieces[-1][1])
        for start, stop in one.pieces:
            assert 0 <= start < stop <= len(text)
        assert all(a[1] <= b[0] for a, b in zip(one.pieces, one.pieces[1:], strict=False))
        assert end <= one.words[0]
        if one.speaker is not None:
            assert 0 <= one.speaker[0] < one.speaker[1] <= len(text)
        end = one.words[0]


@pytest.mark.parametrize("lang", ["pl", "en"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit: str, lang: str) -> None:
    """Four times the text may take four times as long, with room for noise, and ten thousand marks less than a second."""
    took = []
    for times in (2_500, 10_000):
        text = unit * times
        sentences = split(text, lang)
        began = time.process_time()
        find_in(text, sentences, (), lang=lang)
        took.append(time.process_time() - began)
    assert took[1] < max(1.0, 12 * took[0])
