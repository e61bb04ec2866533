"""Statements: somebody's words with who says them, to whom, about whom and how.

    quotations + actors -who speaks-> speaker -about whom-> sides -how-> stance, form, language

Only words by or about states, their organs and leaders, organisations of states, and those who act for them are kept: a speaker who
cannot be told is left out rather than guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.mentions.actors_people import FORMER
from dragoman.model.mention import ActorMention
from dragoman.records.statements_speakers import Talk, states_of
from dragoman.records.statements_stance import stance_of
from dragoman.text.identify import language_of_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import QuotationMention
    from dragoman.model.token import Sentence


_PRIVATE = frozenset({"BUS", "CVL", "REB", "OPP", "JRN", "PTY"})
"""Sectors that do not speak for a state by themselves."""


class FoundStatement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement. `words` are the characters of the words themselves, in pieces where the text interrupts them.

    `speaker` is None only where nobody could be told; `about` are the sides that the words are about; `form` is direct, indirect or
    headline; `stance` is that of the speaker towards `about`; `language` is that of the words, `translation` the characters of a
    translation that the text gives. `start` and `end` hold the whole stretch with speaker and verb. `rule` names the rule.
    """

    words: tuple[tuple[int, int], ...]
    speaker: ActorMention | None
    form: str
    start: int
    end: int
    rule: str
    addressees: tuple[ActorMention, ...] = ()
    about: tuple[ActorMention, ...] = ()
    stance: str | None = None
    language: str | None = None
    translation: tuple[int, int] | None = None
    confidence: float = 0.8


def find_statements(
    text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], quotations: Sequence[QuotationMention], *, lang: str
) -> list[FoundStatement]:
    """The statements of a text, in order. `quotations` and `actors` are those of the same text, sorted by their start."""
    talk = Talk(text, sentences, actors, lang)
    for quotation in quotations:
        talk.speaker(quotation)
    talk.rewind()
    found: list[FoundStatement] = []
    for quotation in quotations:
        speaker, named = talk.speaker(quotation)
        if speaker is None or quotation.loose or not talk.tells(quotation):
            continue
        about = _about(talk, quotation, speaker)
        if not about and speaker.sector in _PRIVATE and found and _same(found[-1].speaker, speaker):
            about = found[-1].about
        if not _concerns(speaker, about):
            continue
        found.append(_statement(talk, quotation, speaker, about, named))
    return found


def _statement(
    talk: Talk, quotation: QuotationMention, speaker: ActorMention, about: tuple[ActorMention, ...], named: bool
) -> FoundStatement:
    words = quotation.pieces or (quotation.words,)
    start, end = quotation.clause or quotation.words
    form = "headline" if quotation.form == "indirect" and talk.in_headline(start) else quotation.form
    spoken = " ".join(talk.text[a:b] for a, b in words)
    language = language_of_words(spoken, talk.lang)
    stance = stance_of(spoken, quotation.stance, talk.lang)
    return FoundStatement(
        words=words,
        speaker=speaker,
        form=form,
        start=min(start, words[0][0]),
        end=max(end, words[-1][1]),
        rule=f"{talk.lang}/quotes#{form}",
        addressees=talk.addressees(quotation, speaker),
        about=about,
        stance=stance if about or stance != "neutral" else None,
        language=language,
        translation=_translation(talk.text, words[-1][1], language, talk.lang),
        confidence={"direct": 0.9, "indirect": 0.8}.get(form, 0.6) - (0 if named else 0.1),
    )


def _about(talk: Talk, quotation: QuotationMention, speaker: ActorMention) -> tuple[ActorMention, ...]:
    """The states and organisations in the words, the speaker's own only where no other is named."""
    inside = talk.named(quotation.pieces or (quotation.words,))
    own = states_of(speaker)
    others = [one for one in inside if not states_of(one) <= own] or talk.objects(quotation, speaker)
    return _once(others or inside or talk.addressees(quotation, speaker))


def _once(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    seen: set[frozenset[str]] = set()
    kept = []
    for one in mentions:
        if states_of(one) not in seen:
            seen.add(states_of(one))
            kept.append(one)
    return tuple(kept)


def _concerns(speaker: ActorMention, about: tuple[ActorMention, ...]) -> bool:
    """By a state or an organisation of states; of others only what is about one. A report in the media is nobody's statement, and
    who has left office speaks for himself.
    """
    if not states_of(speaker) or speaker.sector in ("JRN", FORMER):
        return False
    return bool(about) or speaker.sector not in _PRIVATE


def _same(one: ActorMention | None, other: ActorMention) -> bool:
    """Do two mentions speak for the same side? Then what the one was about may go on."""
    return one is not None and states_of(one) == states_of(other) and one.sector == other.sector


def _translation(text: str, end: int, language: str, lang: str) -> tuple[int, int] | None:
    """A translation in brackets right after words in another language."""
    if language == lang:
        return None
    opening = text.find("(", end, end + 5)
    closing = text.find(")", opening, opening + 600) if opening >= 0 else -1
    if closing < 0:
        return None
    start, stop = opening + 1, closing
    while start < stop and text[start] in '"„“«» ':
        start += 1
    while stop > start and text[stop - 1] in '"”“«» ':
        stop -= 1
    return (start, stop) if stop - start > 3 and language_of_words(text[start:stop], lang) == lang else None
