"""Quotations: whose words a text gives, from where to where.

    sentences -pair marks-> quoted stretches -find clauses of saying-> drafts -choose-> drafts apart -give speakers-> quotations

Everything about a language is in its pack's `quotes.yml`. Time is linear in the length of the text: every scan has a fixed reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.quotations_cues import load_rules
from dragoman.mentions.quotations_dialogue import find_dialogue, find_told
from dragoman.mentions.quotations_direct import find_direct
from dragoman.mentions.quotations_headlines import find_labelled
from dragoman.mentions.quotations_indirect import find_indirect
from dragoman.mentions.quotations_page import Draft, Page
from dragoman.mentions.quotations_sources import find_referred, find_sourced
from dragoman.model.mention import QuotationMention
from dragoman.text.sentences import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence

_FINDERS = (find_direct, find_dialogue, find_labelled, find_indirect, find_sourced, find_told, find_referred)


def find_quotations(text: str, *, lang: str) -> tuple[QuotationMention, ...]:
    """The quotations of a text, in order. Raises `LanguageError` for a language without a pack.

    `words` leave out the quotation marks and the conjunction; a speaker that the clause leaves out is the last one named.
    """
    return find_in(text, split(text, lang), (), lang=lang)


def find_in(text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], *, lang: str) -> tuple[QuotationMention, ...]:
    """Like `find_quotations`, for a text that is split already. `actors` may be empty."""
    if not sentences:
        return ()
    page = Page(text, sentences, load_rules(lang), actors)
    drafts = [draft for find in _FINDERS for draft in find(page) if not _tells_who(page, draft)]
    return tuple(_mention(page, draft) for draft in _give_speakers(page, _choose(page, drafts)))


def _tells_who(page: Page, draft: Draft) -> bool:
    """Are the words themselves only a clause of saying ("Jak przekazał premier, …")?"""
    opening = page.text[draft.start : draft.end].split(maxsplit=2)[:2]
    if draft.form != "indirect" or len(opening) < 2 or opening[0].lower() not in page.rules.likewise:
        return False
    at = next((at for at, one in enumerate(page.tokens) if one.start > draft.start), -1)
    return at in page.cues


def _choose(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose words do not overlap: people before things, lower rank first, then the earlier one."""
    taken = bytearray(len(page.text) + 1)
    kept = []
    used: set[int] = set()
    weaker = _hearsay(page, drafts)
    order = sorted(drafts, key=lambda one: (_shown_by_thing(page, one), one.rank + 3 * (id(one) in weaker), one.start, -one.end))
    for draft in order:
        if draft.at in used or any(taken.find(1, start, end) >= 0 for start, end in draft.pieces):
            continue
        for start, end in draft.pieces:
            taken[start:end] = b"\1" * (end - start)
        kept.append(draft)
        if draft.at >= 0:
            used.add(draft.at)
    return sorted(kept, key=lambda one: one.start)


def _hearsay(page: Page, drafts: list[Draft]) -> set[int]:
    """Drafts (by identity) of an unnamed source that only passes on what somebody known to the codebook says ("the ministry said that
    ..., according to local media").
    """
    indirect = [one for one in drafts if one.form == "indirect" and one.speaker is not None]
    known = [one for one in indirect if _is_known(page, one)]
    return {
        id(outer) for outer in indirect if outer not in known and any(outer.start <= one.start and one.end <= outer.end for one in known)
    }


def _is_known(page: Page, draft: Draft) -> bool:
    return draft.speaker is not None and page.names_subject(*draft.speaker)


def _shown_by_thing(page: Page, draft: Draft) -> bool:
    """Does a thing "say" it ("the pipeline confirms that…")? Whoever tells this speaks, where somebody does."""
    first, last = draft.speaker or (0, 0)
    return any(first <= start < last for start in page.projects)


def _give_speakers(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Where a clause leaves the speaker out, the last one named goes on."""
    last: tuple[int, int] | None = None
    given = []
    for draft in drafts:
        if draft.speaker is None and draft.dropped:
            draft = msgspec.structs.replace(draft, speaker=last)
        elif draft.speaker is not None and page.text[draft.speaker[0] : draft.speaker[1]].lower() not in page.rules.pronouns:
            last = draft.speaker
        given.append(draft)
    return given


def _mention(page: Page, draft: Draft) -> QuotationMention:
    cue = draft.cue
    return QuotationMention(
        words=(draft.start, draft.end),
        speaker=draft.speaker,
        form=draft.form,
        verb=cue.lemma if cue else None,
        stance=cue.stance if cue else None,
        addressee=draft.addressee,
        pieces=draft.pieces,
        loose=draft.loose,
        clause=page.span(*draft.clause) if draft.clause[0] < draft.clause[1] else None,
    )
