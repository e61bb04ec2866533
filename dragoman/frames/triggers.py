"""Which rules the words of a sentence leave possible, before any phrase is looked at.

Most words name no rule, and most rules fail on a word that is not there. Both are told from words alone, which costs a hundredth of a
chart: `may_tell` keeps sentences without a possible rule from being charted, `Told` keeps a possible rule from being tried in vain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.frames.chart import ADJ, AUX, CONV, DATE, FINITE, INF, NOUN, PART, PREP, Chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.grammar.rules import Rule, RuleBook, Way
    from dragoman.model.token import Analysis, Sentence, Word

MONEY, PEOPLE = "#money", "#people"
"""In a rule's words: any sum of money, any people of a state. Words alone do not tell whether there is one, so it always may be."""
FINITE_FORMS = frozenset({"fin", "past", "imps", "cond", "imp", "short", "ger"})
_FORMS = {
    FINITE: FINITE_FORMS,
    AUX: frozenset({"fin", "past", "aux", "cond"}),
    INF: frozenset({"inf"}),
    PART: frozenset({"ppas", "pact", "ger"}),
    ADJ: frozenset({"ppas", "pact"}),
    CONV: frozenset({"conv", "ger"}),
    NOUN: frozenset({"ger"}),
}
_OPENING = 6
"""A sentence without an actor has a subject to inherit only where its verb or pronoun stands among the first words."""


class Triggers(dict["Word", tuple["Way", ...]]):
    """The ways in which any reading of a word may trigger a rule of a book, for most words none; told once a word, for the lexicon shares
    words among texts.
    """

    def __init__(self, book: RuleBook) -> None:
        super().__init__()
        self._book = book
        self._ways: dict[tuple[Word, str, bool], tuple[tuple[Way, Analysis], ...]] = {}

    def __missing__(self, word: Word) -> tuple[Way, ...]:
        tables = (self._book.by_verb, self._book.by_noun, self._book.by_adjective)
        found = self[word] = tuple(way for table in tables for lemma in sorted(word.lemmas) for way in table.get(lemma, ()))
        return found

    def named(self, sentence: Sentence) -> list[tuple[Way, ...]]:
        """The ways of every word of a sentence that names a rule."""
        return [ways for one in sentence.tokens if (ways := self[one.word])]

    def ways(self, word: Word, category: str, *, described: bool) -> tuple[tuple[Way, Analysis], ...]:
        """The ways of the readings that a category allows; each rule once, a verbal noun also as the plain noun it may be. A noun that
        only describes another one (`described`) names no deed.
        """
        key = word, category, described
        found = self._ways.get(key)
        if found is None:
            once: dict[tuple[str, tuple[str, ...], bool], tuple[Way, Analysis]] = {}
            for way, analysis in self._allowed(word, category, described):
                once.setdefault((way.rule.id, way.rest, analysis.form == "ger"), (way, analysis))
            found = self._ways[key] = tuple(once.values())
        return found

    def _allowed(self, word: Word, category: str, described: bool) -> Iterator[tuple[Way, Analysis]]:
        forms = _FORMS.get(category, frozenset())
        for analysis in word.analyses:
            if analysis.form in forms:
                table = self._book.by_verb
            elif category == NOUN and analysis.pos in ("noun", "propn") and not described:
                table = self._book.by_noun
            elif analysis.pos == "adj" and category in (ADJ, NOUN, PART):
                table = self._book.by_adjective
            else:
                continue
            for way in table.get(analysis.lemma, ()):
                yield way, analysis


@cache
def triggers_of(book: RuleBook) -> Triggers:
    """The triggers of a book of rules."""
    return Triggers(book)


def may_tell(sentence: Sentence, named: Sequence[tuple[Way, ...]]) -> bool:
    """Is some rule, of those that the sentence's words name, possible by these words alone?"""
    words = frozenset((MONEY, PEOPLE)).union(*[one.word.names for one in sentence.tokens])
    return any(_all_there(way, words) for ways in named for way in ways)


def _all_there(way: Way, words: frozenset[str]) -> bool:
    """Is one of each group of words that a rule asks for among these words?"""
    return not any(map(words.isdisjoint, way.asks))


def may_drop_subject(sentence: Sentence) -> bool:
    """Could a sentence that names no actor take its subject from the one before?"""
    return any("pron" in one.word.poses or not FINITE_FORMS.isdisjoint(one.word.forms) for one in sentence.tokens[:_OPENING])


class Told:
    """The words of a sentence and of each of its clauses, as its chart has them."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._all = self._words(range(len(chart.nodes)))
        self._clauses: dict[int, frozenset[str]] = {}

    def may_hold(self, way: Way, clause: int) -> bool:
        """Could a rule hold at a trigger in this clause, by its words alone?"""
        if not _all_there(way, self._all):
            return False
        rule = way.rule
        return not (rule.words or rule.without) or self._clause_allows(rule, clause)

    def _clause_allows(self, rule: Rule, clause: int) -> bool:
        """Does a clause hold the rule's words and none that forbid it? Where `content` may stand below the clause, `_try` looks there."""
        words = self._clauses.get(clause)
        if words is None:
            words = self._clauses[clause] = self._words(self._chart.clauses[clause].nodes)
        asked = rule.words and any(group.isdisjoint(words) for group in rule.words)
        if asked and any(group.isdisjoint(words | self._described(clause)) for group in rule.words):
            return False
        return bool(rule.content) or rule.without.isdisjoint(words)

    def _described(self, clause: int) -> frozenset[str]:
        """The words of the relative clauses that hang on a clause ("the summit that was held there")."""
        hung = (one for one in self._chart.clauses if one.kind == "rel" and one.parent == clause)
        return frozenset().union(*(self._words(one.nodes) for one in hung))

    def _words(self, nodes: Sequence[int]) -> frozenset[str]:
        """Names of all words at these nodes, those inside an actor's mention included, but not the preposition of a date ("on Monday")."""
        kinds = self._chart.categories
        row = [self._chart.nodes[at] for at in nodes if kinds[at : at + 2] != (PREP, DATE)]
        return frozenset((MONEY, PEOPLE)).union(*[one.word.names for one in row], *[one.inner for one in row if one.inner])
