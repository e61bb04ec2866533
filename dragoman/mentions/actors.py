"""Who acts in a text: every place that names a state, its organs, leaders and people, an organisation, a firm or a group.

    sentences -scan-> hits -note-> context -choose-> senses -compose-> mentions -learn-> mentions -refer back-> mentions
              -whole names-> mentions

One mention is one actor phrase: "prezydent Kazachstanu Kasym-Żomart Tokajew" is one. Mentions never overlap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.mentions.actors_against import opposed
from dragoman.mentions.actors_cards import whole_names
from dragoman.mentions.actors_context import Context, introduced
from dragoman.mentions.actors_learn import learned
from dragoman.mentions.actors_phrase import Reader
from dragoman.mentions.actors_scan import scan
from dragoman.mentions.actors_sense import senses_of
from dragoman.mentions.actors_words import load_glue
from dragoman.mentions.coreference import refer_back
from dragoman.mentions.turns import find_turns, turn_mentions
from dragoman.text.sentences import split

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention
    from dragoman.model.token import Sentence


def find_actors(text: str, *, lang: str, on: dt.date | None = None) -> tuple[ActorMention, ...]:
    """The actors that a text names, sorted by their start. `on` is the day that it was written on: it picks who held which office."""
    return find_in(text, split(text, lang), lang=lang, on=on)


def find_in(text: str, sentences: Sequence[Sentence], *, lang: str, on: dt.date | None = None) -> tuple[ActorMention, ...]:
    """The same, for a text that is already cut into sentences."""
    gazetteer, glue = load_gazetteer(lang), load_glue(lang)
    context = Context(gazetteer, on)
    hits = [scan(sentence.tokens, gazetteer) for sentence in sentences]
    for row in hits:
        context.note(row)
    introduced(sentences, hits, context)
    rows: list[tuple[int, Sentence, Reader]] = []
    for number, (sentence, row) in enumerate(zip(sentences, hits, strict=True)):
        if row:
            reader = Reader(sentence.tokens, senses_of(sentence.tokens, row, context), context, glue)
            reader.read()
            rows.append((number, sentence, reader))
    mentions = [one for _, _, reader in rows for one in reader.mentions]
    mentions += learned(sentences, [one for _, _, reader in rows for one in reader.taught], mentions, lang)
    mentions += refer_back(rows, context, lang)
    mentions += opposed(sentences, lang)
    whole = whole_names(sentences, apart(mentions), lang)
    turns = find_turns(text, sentences, whole, lang)
    return apart([*whole, *turn_mentions(sentences, turns, context.names, lang)]) if turns else whole


def apart(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions sorted by start; of two that overlap the longer one stays, then the earlier."""
    kept: list[ActorMention] = []
    for one in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return tuple(kept)


__all__ = ["find_actors", "find_in"]
