"""The charts of an article: what may be known of its sentences before rules are tried, each chart made when somebody first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.clauses import build_chart
from dragoman.frames.named import heads
from dragoman.frames.nodes import build_nodes, share_out
from dragoman.frames.subjects import subject_of
from dragoman.frames.syntax import load_syntax
from dragoman.frames.triggers import may_drop_subject, possible_ways, triggers_of
from dragoman.grammar.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.chart import Chart
    from dragoman.grammar.rules import Way
    from dragoman.model.mention import ActorMention, DateMention, QuantityMention
    from dragoman.model.token import Sentence


class Charts:
    """The charts of an article's sentences. Sentences are counted from 0."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        actors: Sequence[ActorMention],
        dates: Sequence[DateMention],
        quantities: Sequence[QuantityMention],
        lang: str,
    ) -> None:
        self.sentences = sentences
        self._actors = share_out(actors, sentences)
        self._dates = share_out(dates, sentences)
        self._quantities = share_out(quantities, sentences)
        self._syntax, triggers = load_syntax(lang), triggers_of(load_rules(lang))
        self._meanings = [triggers.told_by(one) for one in sentences]
        self._charts: dict[int, Chart] = {}
        self._subjects: dict[int, tuple[ActorMention, ...]] = {}

    def names_deed(self, number: int) -> bool:
        """Does some word of the sentence name a rule, and may somebody do the deed?"""
        if not any(one.ways for one in self._meanings[number]):
            return False
        return bool(self._actors[number]) or may_drop_subject(self.sentences[number])

    def possible(self, number: int) -> frozenset[Way]:
        """The ways to trigger a rule that the words of a sentence leave possible."""
        return possible_ways(self._meanings[number])

    def chart(self, number: int) -> Chart:
        """The shallow syntax of a sentence."""
        found = self._charts.get(number)
        if found is None:
            nodes = build_nodes(self.sentences[number], self._actors[number], self._dates[number], self._quantities[number])
            found = self._charts[number] = build_chart(nodes, self._syntax)
        return found

    def subject_before(self, number: int) -> tuple[ActorMention, ...]:
        """The actors that were the last subject before a sentence, among sentences that name a deed."""
        for before in range(number - 1, -1, -1):
            if self.names_deed(before) and (found := self._subject(before)):
                return found
        return ()

    def _subject(self, number: int) -> tuple[ActorMention, ...]:
        found = self._subjects.get(number)
        if found is None:
            found = self._subjects[number] = _last_subject(self.chart(number))
        return found


def _last_subject(chart: Chart) -> tuple[ActorMention, ...]:
    """The actors that are the subject of the sentence's main clause."""
    for clause in chart.clauses:
        if clause.kind in ("main", "coord"):
            phrase = subject_of(chart, clause)
            found = heads(chart, phrase) if phrase is not None else []
            if found:
                return tuple(found)
    return ()
