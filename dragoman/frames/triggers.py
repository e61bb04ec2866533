"""Which rules the words of a sentence leave possible, before any phrase is looked at.

Most words name no rule, and most rules fail on a word that is not there. Both are told from words alone, which costs a hundredth of a
chart: a sentence for which `possible_ways` finds nothing is not charted, and `Told` keeps a possible rule from being tried in vain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.frames.chart import ADJ, AUX, CONV, DATE, FINITE, INF, NOUN, PART, PREP, Chart
from dragoman.model.token import NOM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.grammar.rules import Rule, RuleBook, Way
    from dragoman.model.token import Analysis, Sentence, Word

MONEY, PEOPLE, PROJECT = "#money", "#people", "#project"
"""In a rule's words: any sum of money, any people of a state, any project by its name (Nord Stream 2). Words alone do not tell whether
there is one, so it always may be.
"""
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


class Meaning(NamedTuple):
    """What a word is to a book of rules: the ways in which any reading of it may trigger one (for most words none), and those of its names
    that some rule asks for or forbids.
    """

    ways: tuple[Way, ...]
    names: frozenset[str]


_NOTHING = Meaning((), frozenset())


class Triggers(dict["Word", Meaning]):
    """The meanings of words to a book of rules; told once a word, for the lexicon shares words among texts."""

    def __init__(self, book: RuleBook) -> None:
        super().__init__()
        self._book = book
        ways = [way for table in (book.by_verb, book.by_noun, book.by_adjective) for row in table.values() for way in row]
        self._heard: frozenset[str] = frozenset().union(*(group for way in ways for group in (*way.asks, way.rule.without)))
        self._ways: dict[tuple[Word, str, bool], tuple[tuple[Way, Analysis], ...]] = {}

    def __missing__(self, word: Word) -> Meaning:
        tables = (self._book.by_verb, self._book.by_noun, self._book.by_adjective)
        ways = tuple(way for table in tables for lemma in sorted(word.lemmas) for way in table.get(lemma, ()))
        names = word.names & self._heard
        found = self[word] = Meaning(ways, names) if ways or names else _NOTHING
        return found

    def told_by(self, sentence: Sentence) -> list[Meaning]:
        """The meanings of a sentence's words that mean something to the book: most words do not."""
        return [meaning for token in sentence.tokens if (meaning := self[token.word]) is not _NOTHING]

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
        perfect = category == FINITE and FINITE_FORMS.isdisjoint(word.forms)
        for analysis in word.analyses:
            if perfect and analysis.form == "ppas":
                analysis = msgspec.structs.replace(analysis, form="past")  # "has given": no passive
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


def possible_ways(meanings: Sequence[Meaning]) -> frozenset[Way]:
    """The ways to trigger a rule that a sentence's words leave possible: one of each group of words that the rule asks for is there."""
    ways = {way for one in meanings for way in one.ways}
    if not ways:
        return frozenset()
    words = frozenset((MONEY, PEOPLE, PROJECT)).union(*[one.names for one in meanings if one.names])
    return frozenset([way for way in ways if not (way.asks and any(map(words.isdisjoint, way.asks)))])


def may_drop_subject(sentence: Sentence) -> bool:
    """Could a sentence that names no actor take its subject from the one before?"""
    return any("pron" in one.word.poses or not FINITE_FORMS.isdisjoint(one.word.forms) for one in sentence.tokens[:_OPENING])


class Told:
    """The words of each clause of a sentence, as its chart has them."""

    def __init__(self, chart: Chart, triggers: Triggers) -> None:
        self._chart, self._triggers = chart, triggers
        self._clauses: dict[int, frozenset[str]] = {}

    def may_hold(self, rule: Rule, clause: int) -> bool:
        """Does a clause hold the rule's words and none that forbid it? Where `content` may stand below the clause, `match` looks there."""
        if not (rule.words or rule.without):
            return True
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
        """Names of the words at these nodes that some rule wants to hear, those inside an actor's mention included, but not the preposition
        of a date ("on Monday"). A state's people are told where they may be who acts ("Georgians marched").
        """
        row, kinds = self._chart.nodes, self._chart.categories
        named = [names for at in nodes if (names := self._triggers[row[at].word].names) and kinds[at : at + 2] != (PREP, DATE)]
        actors = [actor for at in nodes if (actor := row[at].actor) is not None]
        people = any(one.role == "demonym" and one.cases & NOM for one in actors)
        project = any(one.role == "project" for one in actors)
        told = {MONEY, *([PEOPLE] if people else ()), *([PROJECT] if project else ())}
        return frozenset(told).union(*named, *[row[at].inner for at in nodes if row[at].inner])
