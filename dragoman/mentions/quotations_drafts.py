"""A draft of indirect words from a range of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.quotations_marks import MARKS
from dragoman.mentions.quotations_page import ENDS, Draft

if TYPE_CHECKING:
    from dragoman.mentions.quotations_cues import Cue
    from dragoman.mentions.quotations_page import Page


def told_draft(
    page: Page, begin: int, stop: int, speaker: tuple[int, int] | None, clause: tuple[int, int], rank: int, cue: Cue | None, at: int = -1
) -> Draft | None:
    """A draft for tokens ``[begin, stop)``; words that are one stretch in marks are direct."""
    while begin < stop and (page.is_dash(begin) or page.tokens[begin].text in ",:"):
        begin += 1
    end = stop
    while end > begin and page.tokens[end - 1].text in ENDS | {",", ";"}:
        end -= 1
    quoted = page.inside.get(begin)
    if quoted is not None and quoted.open == begin and quoted.close >= end - 1:
        return Draft(
            ((page.tokens[begin].end, page.tokens[quoted.close].start),), speaker, "direct", clause, rank, cue, speaker is None, at
        )
    words = page.trimmed(begin, end)
    if words is None or words[1] - words[0] < 3:
        return None
    if page.tokens[begin].text in MARKS:
        words = page.tokens[begin].start, words[1]
    return Draft((words,), speaker, "indirect", clause, rank, cue, speaker is None, at)
