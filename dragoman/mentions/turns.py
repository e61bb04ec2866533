"""A transcript: whose turn it is, and whom "we", "you", "our countries" mean there.

    sentences + mentions -labels-> turns -pronouns-> mentions

A turn begins with a label ("В.Путин:", "Ван И (как переведено):") and lasts to the next one. A label is an initial with a surname that
the codebook knows, or any actor with a note of interpreting behind it; the office that a page repeats behind the name may stand between.
Who is spoken to is the only other state that speaks, or the only other one that the heading names; where that cannot be told, "you" and
"our countries" mean nobody. The words are those of a pack's `quotes.yml: turns`; a language without them has no turns.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dragoman.grammar.pack import load_pack
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.model.token import Sentence, Token, Word

_NAMED = r"(?<![^\W_])(?P<name>[^\W\d_]\.\s?(?:[^\W\d_]\.\s?)?(?P<surname>[^\W\d_][\w’'-]+))"
_WIDEST = 160
"""A label is at most so many characters long, the repeated name and office included."""


_INNER = frozenset({"REB", "CVL", "OPP"})
"""Who talks with a leader but not for a state: whom "our countries" would mean cannot be told."""


class Turn(msgspec.Struct, frozen=True):
    """The characters ``[start, end)`` of one speaker's words; `hearer` is None where it cannot be told who is spoken to."""

    start: int
    end: int
    speaker: ActorMention
    hearer: ActorMention | None = None


class TurnWords(msgspec.Struct, frozen=True):
    """A pack's words for turns, as lemmas: `notes` ("как переведено", in small letters) mark a label; `we`, `you`, `our`, `your` are
    pronouns; `mutual` says that two share something; `lands` are what a possessive may name (our country), `ties` what two sides
    share (our relations)."""

    notes: tuple[str, ...]
    we: frozenset[str]
    you: frozenset[str]
    our: frozenset[str]
    your: frozenset[str]
    mutual: frozenset[str]
    lands: frozenset[str]
    ties: frozenset[str]


@cache
def load_turn_words(lang: str) -> TurnWords | None:
    """The words of a language; None where its pack has none."""
    rows = load_pack(lang).part("quotes").get("turns")
    if not rows:
        return None
    names = ("we", "you", "our", "your", "mutual", "lands", "ties")
    return TurnWords(tuple(map(str, rows.get("notes") or ())), *(frozenset(map(str, rows.get(one) or ())) for one in names))


def find_turns(text: str, sentences: Sequence[Sentence], mentions: Sequence[ActorMention], lang: str) -> tuple[Turn, ...]:
    """The turns of a text, in order; none where nobody's words are labelled."""
    words = load_turn_words(lang)
    labels = list(_labels(text, mentions, words)) if words is not None and ":" in text else []
    found: list[Turn] = []
    for at, (_, colon, speaker) in enumerate(labels):
        end = labels[at + 1][0] if at + 1 < len(labels) else len(text)
        if speaker is not None:
            found.append(Turn(colon + 1, end, speaker))
    heading = sentences[0].end if sentences else 0
    return tuple(msgspec.structs.replace(one, hearer=_hearer(one, found, mentions, heading)) for one in found)


def _labels(text: str, mentions: Sequence[ActorMention], words: TurnWords) -> Iterator[tuple[int, int, ActorMention | None]]:
    """Where each label begins, its colon, and who speaks; None for somebody whom the codebook does not know."""
    after = 0
    for match in re.finditer(r":(?=\s)", text):
        begin = max(after, match.start() - _WIDEST)
        before = text[begin : match.start()].rstrip()
        noted = next((one for one in words.notes if before.lower().endswith(f"({one})")), None)
        named = _named_label(before)
        if noted is None and named is None:
            continue
        start = begin + (named if named is not None else before.rfind("("))
        stop = begin + (len(before) if noted is None else before.rfind("("))
        last = len(text[:stop].rstrip()) if named is None else -1
        held = [one for one in mentions if start <= one.start < stop or (after <= one.start and one.end == last)]
        yield (min((one.start for one in held), default=start), match.start(), _who(held))
        after = match.end()


def _named_label(before: str) -> int | None:
    """Where an initial and surname begin that make the end of `before` a label: nothing stands behind them, or the name again."""
    for match in reversed(list(re.finditer(_NAMED, before))):
        rest = re.sub(r"\([^()]*\)$", "", before[match.end() :]).strip()
        if match["name"][0].isupper() and (not rest or rest.startswith(match["surname"])):
            return match.start()
    return None


def _who(held: Sequence[ActorMention]) -> ActorMention | None:
    return next((one for one in held if one.country and one.role in ("name", "title", "organ")), None)


def _hearer(turn: Turn, turns: Sequence[Turn], mentions: Sequence[ActorMention], heading: int) -> ActorMention | None:
    """The only other state that speaks, or, where nobody else does, that the heading names."""
    speaking = {one.speaker.country: one.speaker for one in turns if one.speaker.country != turn.speaker.country}
    if not speaking:
        named = [one for one in mentions if one.start < heading and one.country and one.role != "place"]
        speaking = {one.country: one for one in named if one.country != turn.speaker.country}
    (found,) = speaking.values() if len(speaking) == 1 else (None,)
    return found if found is not None and found.sector not in _INNER else None


def turn_mentions(sentences: Sequence[Sentence], turns: Sequence[Turn], names: Mapping[str, str], lang: str) -> list[ActorMention]:
    """The pronouns of turns as mentions: "we" and "our country" of the speaker's state, "you" of the hearer's, and "our relations",
    "our countries" of both. `names` are the English names of states by code."""
    words = load_turn_words(lang)
    if words is None or not turns:
        return []
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            turn = next((one for one in turns if one.start <= token.start < one.end), None)
            one = _meant(tokens, at, turn, words, names) if turn is not None and token.word.kind == "word" else None
            if one is not None:
                found.append(one)
    return found


def _meant(tokens: Sequence[Token], at: int, turn: Turn, words: TurnWords, names: Mapping[str, str]) -> ActorMention | None:
    word = tokens[at].word
    ours, yours = _state(turn.speaker, names), _state(turn.hearer, names) if turn.hearer is not None else None
    if word.has("pron") and word.lemmas & words.we:
        return _at(tokens[at], tokens[at].end, word, ours)
    if word.has("pron") and word.lemmas & words.you and yours is not None:
        return _at(tokens[at], tokens[at].end, word, yours)
    if not word.lemmas & (words.our | words.your | words.mutual):
        return None
    noun = next((k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].word.has("noun")), None)
    if noun is None or any(one.word.kind != "word" for one in tokens[at:noun]):
        return None
    return _owned(tokens, at, noun, (ours, yours), words)


def _owned(
    tokens: Sequence[Token], at: int, noun: int, sides: tuple[ActorMention, ActorMention | None], words: TurnWords
) -> ActorMention | None:
    """What a possessive with its noun means: one country, both, what the two share, or whose something is."""
    word, thing = tokens[at].word, tokens[noun].word
    ours, yours = sides
    if thing.lemmas & words.ties and yours is not None and not word.lemmas & words.your:
        return msgspec.structs.replace(_pair(tokens[at], tokens[at].end, word, ours, yours), role="adjective")
    if word.lemmas & words.mutual:
        return None
    mine = ours if word.lemmas & words.our else yours
    if not thing.lemmas & words.lands:
        return msgspec.structs.replace(_at(tokens[at], tokens[at].end, word, mine), role="adjective") if mine is not None else None
    numbers = {one.number for one in thing.analyses if one.pos == "noun" and one.cases & word.cases} - {""}
    if mine is not None and numbers == {"s"}:
        return _at(tokens[at], tokens[noun].end, thing, mine)
    if word.lemmas & words.our and yours is not None and "p" in numbers:
        return _pair(tokens[at], tokens[noun].end, thing, ours, yours)
    return None


def _state(one: ActorMention, names: Mapping[str, str]) -> ActorMention:
    """The state that a person acts for, as such."""
    name = names.get(one.country or "", one.name)
    return msgspec.structs.replace(one, name=name, sector=None, id=None, role="anaphor", members=())


def _at(first: Token, end: int, word: Word, whom: ActorMention) -> ActorMention:
    numbers = {one.number for one in word.analyses} - {""}
    number = numbers.pop() if len(numbers) == 1 else ""
    return msgspec.structs.replace(whom, start=first.start, end=end, cases=word.cases, number=number, genders=7)


def _pair(first: Token, end: int, word: Word, one: ActorMention, other: ActorMention) -> ActorMention:
    members = ((one.name, one.country or ""), (other.name, other.country or ""))
    return ActorMention(first.start, end, "both states", None, None, None, "anaphor", word.cases, "p", 7, members)
