"""The shallow syntax of one sentence: what each node is, which phrases there are, where clauses begin and end.

Nothing here knows a language: function words come from `Syntax`, readings from the lexicon. Two files read words into categories, one
for languages that mark roles by case (`by_case`), one for those that mark them by order (`by_order`); all later steps are shared.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.agreement import agreeing, nominal
from dragoman.frames.nodes import told_twice
from dragoman.model.token import ACC, ANY_CASE, DAT, GEN, INS, LOC, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax

PREP, ADJ, NOUN, FINITE, INF, CONJ, SUB, REL, PUNCT, DATE, NUM, CONV, AUX, PART, OTHER = "PANVICSR.DQGBTX"
"""Categories of nodes: preposition, adjective, noun, finite verb, infinitive, coordinator, subordinator, relative, mark, date, number,
adverbial participle, auxiliary of a passive or compound tense, participle standing alone, other."""


class Phrase(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A noun with what stands before it: nodes ``first..last`` (inclusive), head noun, governing preposition ("" where none).

    `cases` are those that every part allows. `owner` is the phrase whose genitive attribute this is, or -1. `group` is the first phrase
    of the coordination that it belongs to (itself where there is none).
    """

    at: int
    head: int
    first: int
    last: int
    prep: str
    cases: int
    number: str
    genders: int
    owner: int
    modifiers: tuple[int, ...]
    group: int
    numeral: bool = False


class Clause(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A finite verb with its company. `kind`: main, coord, paren, rel or a kind of subordinator (that, if, time, purpose, because…).

    `verbs` are its finite nodes, `parent` the clause it hangs on (-1: none), `intro` the node of the word that opens it (-1: none),
    `antecedent` the phrase that a relative clause describes (-1: none).
    """

    at: int
    kind: str
    nodes: tuple[int, ...]
    verbs: tuple[int, ...]
    parent: int
    intro: int
    antecedent: int

    @property
    def first(self) -> int:
        return self.nodes[0]

    @property
    def last(self) -> int:
        return self.nodes[-1]


class Chart(msgspec.Struct, frozen=True, eq=False, gc=False):
    """All that is known of a sentence before rules are tried. `phrase_of` and `clause_of` tell by node where it stands (-1: in no phrase),
    `groups` by the first phrase which are coordinated with it, `tops` by clause the phrases that are nobody's genitive.
    """

    syntax: Syntax
    nodes: tuple[Node, ...]
    categories: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    phrase_of: tuple[int, ...]
    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]
    groups: dict[int, tuple[Phrase, ...]]
    tops: tuple[tuple[Phrase, ...], ...]

    def lemmas(self, at: int) -> frozenset[str]:
        """Lemmas of a node's (first) word."""
        return self.nodes[at].word.lemmas

    def members(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrases coordinated with this one, itself included, in order."""
        return self.groups[phrase.group]


class _PhraseBuilder:
    """Builds the phrases of a sentence from left to right."""

    def __init__(self, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax, preps: dict[int, tuple[int, str]]) -> None:
        self.nodes, self.categories, self.syntax, self.preps = nodes, categories, syntax, preps
        self.phrases: list[Phrase] = []
        self.prep: tuple[int, str] | None = None
        self.modifiers: list[int] = []
        self.first = -1
        self.numeral = False
        self.waiting: tuple[int, list[int], bool, tuple[int, str] | None] | None = None

    def build(self) -> list[Phrase]:
        skip = -1
        for at, category in enumerate(self.categories):
            if at <= skip:
                continue
            if category == PREP and self._counted(at):
                continue
            if category == PREP:
                self._wait()
                self._flush()
                last, name = self.preps[at]
                self.prep, self.first, skip = (at, name), at, last
            elif category == ADJ or (category == PART and self._attributive(at)):
                self._adjective(at)
            elif category == NUM:
                self.numeral = True
                self.first = at if self.first < 0 else self.first
                if self.nodes[at].quantity is not None and self.nodes[at].quantity.unit != "1":  # type: ignore[union-attr]
                    self._noun(at)
            elif category == NOUN:
                self._noun(at)
            elif category in (DATE, OTHER):
                if category == DATE and self.prep is not None and self.prep[0] == at - 1 and not self._dated(at):
                    self._flush()
            elif category in (PUNCT, CONJ) and self._lists(at):
                continue
            else:
                self._flush()
                self.waiting = None if category == PUNCT else self.waiting
        return self.phrases

    def _counted(self, at: int) -> bool:
        """Does "of" only join a number to what it counts ("thousands of soldiers")?"""
        return not self.syntax.by_case and self.numeral and self.preps[at][1] in self.syntax.of and self.categories[at - 1] == NUM

    def _dated(self, at: int) -> bool:
        """Is the date an attribute of the noun that follows ("po wtorkowym spotkaniu"), so that the preposition is the noun's?"""
        following = self._next_noun(at)
        return following is not None and "adj" in self.nodes[at].word.poses and bool(agreeing(self.nodes[at], self.nodes[following]))

    def _lists(self, at: int) -> bool:
        """Is it a comma or "and" between two adjectives of one noun ("w długich, trudnych rozmowach", "русские и китайские суда")?"""
        following = self._next_noun(at)
        joins = self.nodes[at].text == "," or (self.syntax.by_case and self.categories[at] == CONJ)
        if not joins or not self.modifiers or self.modifiers[-1] != at - 1 or following is None or following == at + 1:
            return False
        return bool(agreeing(self.nodes[at - 1], self.nodes[following]) & agreeing(self.nodes[at + 1], self.nodes[following]))

    def _attributive(self, at: int) -> bool:
        """Does the participle stand before what it describes, rather than behind its auxiliary ("zostały odcięte od systemu") or before
        the agent of a deed told behind its noun ("преступлений, совершённых Россией")?
        """
        before = at - 1
        while before >= 0 and self.categories[before] == OTHER:
            before -= 1
        if (before >= 0 and self.categories[before] == AUX) or self._behind_its_noun(at):
            return False
        ahead = self.categories[at + 1] if at + 1 < len(self.nodes) else ""
        if ahead == NOUN and before == at - 1 and self._done_to_before(at):
            return False
        alone = ahead == NOUN and self.syntax.by_case and not self.modifiers
        if alone and (not agreeing(self.nodes[at], self.nodes[at + 1]) or self._told_behind(at)):
            return self._done_by(at) and not self._told_behind(at)
        if ahead == DATE and self.syntax.by_case:  # "po przeprowadzonej [21 listopada] rozmowie"
            following = self._next_noun(at + 1)
            return following is not None and bool(agreeing(self.nodes[at], self.nodes[following]))
        return ahead in (NOUN, ADJ, PREP, NUM) or bool(self.modifiers)

    def _done_to_before(self, at: int) -> bool:
        """Does a passive participle agree with the noun right before it, so that a noun in the instrumental behind it is what it is done
        with ("podmiotami objętymi [sankcjami]")?
        """
        if not self.syntax.by_case or at == 0 or self.categories[at - 1] != NOUN or self.modifiers:
            return False
        with_what = nominal(self.nodes[at + 1])[0] & INS and not nominal(self.nodes[at + 1])[0] & (GEN | ACC)
        passive = any(one.form == "ppas" for one in self.nodes[at].word.analyses)
        return bool(with_what and passive and agreeing(self.nodes[at], self.nodes[at - 1]) & INS)

    def _done_by(self, at: int) -> bool:
        """Does a passive participle stand before its bare agent and the noun that it describes ("введённых [Россией и Китаем] мер")?"""
        agent, participle = self.nodes[at + 1], self.nodes[at]
        passive = any(one.form == "ppas" for one in participle.word.analyses)
        if not passive or agent.actor is None or not self.syntax.agent_case & nominal(agent)[0] & INS:
            return False
        rest = takewhile(lambda one: self.categories[one] in (NOUN, ADJ, CONJ), range(at + 2, min(at + 7, len(self.nodes))))
        return any(self.categories[one] == NOUN and agreeing(participle, self.nodes[one]) for one in rest)

    def _behind_its_noun(self, at: int) -> bool:
        """Does it describe the noun before, and not the one behind an adjective ("bank objęty amerykańskimi sankcjami"), by case?"""
        following = self._next_noun(at) if self.syntax.by_case and not self.modifiers else None
        if following is None or following == at + 1 or agreeing(self.nodes[at], self.nodes[following]):
            return False
        close = self.categories[at - 1] == NOUN and bool(agreeing(self.nodes[at], self.nodes[at - 1]))
        return close or self._told_behind(at)

    def _told_behind(self, at: int) -> bool:
        """Does the participle stand behind a comma that follows what it describes ("санкции, введённые США")?"""
        before = self.nodes[at - 2] if at > 1 and self.nodes[at - 1].text == "," and self.categories[at - 2] == NOUN else None
        return before is not None and bool(agreeing(self.nodes[at], before))

    def _flush(self) -> None:
        self.prep, self.modifiers, self.first, self.numeral = None, [], -1, False

    def _wait(self) -> None:
        """Attributes parted from their noun by a phrase of their own: "o podpisanych [w stolicy] umowach", "na wspólnej [z X] naradzie"."""
        governed = self.syntax.by_case and self.prep is not None
        if self.modifiers and (governed or any(self.categories[one] == PART for one in self.modifiers)):
            self.waiting = (self.first, self.modifiers, self.numeral, self.prep)

    def _resume(self, at: int) -> None:
        """The noun that attributes were waiting for; not one joined to what stands between ("введённых [Кубой и США] мер")."""
        if self.waiting is None or self.prep is not None or self.categories[at - 1] == CONJ:
            return
        first, modifiers, numeral, prep = self.waiting
        governed = self.syntax.prepositions.get(prep[1], ANY_CASE) if prep is not None and self.syntax.by_case else ANY_CASE
        if any(agreeing(self.nodes[one], self.nodes[at]) & governed for one in modifiers):
            self.first, self.modifiers, self.numeral = first, [*modifiers, *self.modifiers], numeral or self.numeral
            self.prep = prep
            self.waiting = None

    def _adjective(self, at: int) -> None:
        """An adjective belongs to the noun behind it, or else to the one before ("sektor energetyczny")."""
        before = self.phrases[-1] if self.phrases and self.phrases[-1].last == at - 1 else None
        if before is not None and not self.modifiers and self.prep is None:
            cases = agreeing(self.nodes[at], self.nodes[before.head]) & before.cases
            following = self._next_noun(at)
            ahead = following is not None and agreeing(self.nodes[at], self.nodes[following])
            if cases and (not ahead or self._acronym(following)):
                self.phrases[-1] = msgspec.structs.replace(before, last=at, cases=cases, modifiers=(*before.modifiers, at))
                return
        if self._second_of_a_kind(at):
            before = self.phrases[-1]
            self.phrases[-1] = msgspec.structs.replace(before, last=at, modifiers=(*before.modifiers, at))
            return
        self.modifiers.append(at)
        self.first = at if self.first < 0 else self.first

    def _second_of_a_kind(self, at: int) -> bool:
        """Is it a second state's adjective behind a noun that has one ("wojska polskie i [amerykańskie]")?"""
        before = self.phrases[-1] if self.phrases and self.phrases[-1].last == at - 2 else None
        if before is None or self.modifiers or self.prep is not None or self.nodes[at].actor is None or self.categories[at - 1] != CONJ:
            return False
        following = self._next_noun(at)
        ahead = following is not None and agreeing(self.nodes[at], self.nodes[following])
        actor = self.nodes[before.head].actor or (self.nodes[before.modifiers[-1]].actor if before.modifiers else None)
        return actor is not None and not ahead and bool(agreeing(self.nodes[at], self.nodes[before.head]) & before.cases)

    def _acronym(self, at: int | None) -> bool:
        """An organisation's acronym, which agrees with everything and hardly takes an attribute ("spotkanie ministerialne NATO")."""
        node = self.nodes[at] if at is not None else None
        return node is not None and node.actor is not None and node.actor.sector == "IGO" and node.text.isupper()

    def _next_noun(self, at: int) -> int | None:
        for ahead in range(at + 1, min(at + 4, len(self.nodes))):
            if self.categories[ahead] == NOUN:
                return ahead
            dated = self.categories[ahead] == self.categories[ahead - 1] == DATE
            if self.categories[ahead] not in (ADJ, OTHER, PART) and not dated:
                return None
        return None

    def _noun(self, at: int) -> None:
        node = self.nodes[at]
        if self.modifiers[-1:] == [at - 1] and self._done_by(at - 1) and not agreeing(self.nodes[at - 1], node):
            self._wait()
            self._flush()
        self._resume(at)
        if not self.syntax.by_case and self._compound(at):
            return
        cases, number, genders = nominal(node)
        if self.syntax.by_case:
            for modifier in (one for one in self.modifiers if self.nodes[one].word.lower not in self.syntax.possessives):
                cases = (agreeing(self.nodes[modifier], node) & cases) or cases
            if self.prep is not None and self.prep[1].endswith(f" {node.word.lower}"):
                cases = self.syntax.prepositions[self.prep[1]]
            if self._undeclined(at, cases):
                cases = self.syntax.prepositions.get(self.prep[1], ANY_CASE)  # type: ignore[index]
            if self.prep is not None and not cases & self.syntax.prepositions.get(self.prep[1], ANY_CASE):
                self.prep, self.first = None, self.modifiers[0] if self.modifiers else at
            governed = self.syntax.prepositions.get(self.prep[1], ANY_CASE) if self.prep is not None else NOM | GEN | DAT | ACC | INS
            cases = (cases & governed) or cases
        if self.numeral and cases & GEN and self.prep is None:
            cases |= NOM | ACC
        owner = self._owner(at, cases)
        self.phrases.append(
            Phrase(
                at=len(self.phrases),
                head=at,
                first=self.first if self.first >= 0 else at,
                last=at,
                prep=self.prep[1] if self.prep else "",
                cases=GEN if owner >= 0 and self.syntax.by_case else cases,
                number=number,
                genders=genders,
                owner=owner,
                modifiers=tuple(self.modifiers),
                group=len(self.phrases),
                numeral=self.numeral,
            )
        )
        self._flush()

    def _undeclined(self, at: int, cases: int) -> bool:
        """Is it a title in the nominative right behind a preposition, so a woman's ("z prezydent Meksyku")?"""
        node = self.nodes[at]
        close = self.prep is not None and self.prep[0] + len(self.prep[1].split()) == at
        return close and cases == NOM and node.actor is not None and node.actor.role == "title"

    def _compound(self, at: int) -> bool:
        """A noun right behind another one (or behind its possessive) is the head of both: "US trade talks", "Russia's offer"."""
        if self.nodes[at].quantity is not None:
            return False
        before = self.phrases[-1] if self.phrases else None
        first = self.first if self.first >= 0 else at
        if before is None or self.prep is not None or not (before.last == first - 1 or self._possessive(before.last + 1, first)):
            return False
        if self.nodes[at].kind == "actor" and self.nodes[before.head].kind != "actor":
            return False
        if self.nodes[at].word.lemmas & self.syntax.pronouns and self.nodes[at].actor is None:
            return False  # "said in a statement it had": a pronoun opens a clause
        if any(self.nodes[one].word.lower in self.syntax.determiners for one in range(before.last + 1, at)):
            return False  # "gave Laos a loan": a determiner opens a phrase of its own
        self.phrases[-1] = msgspec.structs.replace(before, head=at, last=at, modifiers=(*before.modifiers, before.head, *self.modifiers))
        self._flush()
        return True

    def _possessive(self, at: int, first: int) -> bool:
        return at == first - 1 and self.nodes[at].text in self.syntax.ownership

    def _deed(self, phrase: Phrase) -> bool:
        """Is its head a verbal noun, which what is counted depends on ("wydalenie dwóch dyplomatów")?"""
        return any(one.form == "ger" for one in self.nodes[phrase.head].word.analyses)

    def _owner(self, at: int, cases: int) -> int:
        """The phrase before, when this noun can be its genitive attribute."""
        if not self.phrases:
            return -1
        before = self.phrases[-1]
        first = self.first if self.first >= 0 else at
        if any(self.categories[one] == PART for one in self.modifiers):
            return -1
        if self.numeral and self.syntax.by_case and self.nodes[at].quantity is None and not self._deed(before):
            return -1
        if not self.syntax.by_case:
            return before.at if self.prep is not None and self.prep[1] in self.syntax.of and before.last == first - 1 else -1
        if self.prep is not None or before.last != first - 1 or not cases & GEN:
            return before.at if self.prep is None and told_twice(self.nodes, self.phrases, at) else -1
        if self.syntax.by_case and self.nodes[before.head].word.lemmas & self.syntax.pronouns:
            return -1  # "udzielił mu pomocy"
        if self.nodes[before.head].kind == "actor" and self.nodes[before.head].actor.role in ("name", "capital", "demonym"):  # type: ignore[union-attr]
            return self._verbal_noun(before)
        if self.nodes[before.head].inner and self.nodes[at].kind != "actor" and not self._titled_by_adjective(before):
            return -1
        return before.at

    def _titled_by_adjective(self, before: Phrase) -> bool:
        """Is it a title whose state stands before it, so that its field may stand behind ("rosyjski wiceminister [energetyki]")?"""
        node = self.nodes[before.head]
        adjectives = {one.lemma for one in node.word.analyses if one.pos == "adj"}
        plain = adjectives and all(one.lemma in adjectives for one in node.word.analyses)
        return node.actor is not None and node.actor.role == "title" and bool(plain)

    def _verbal_noun(self, before: Phrase) -> int:
        """The verbal noun whose dative stands between it and its object ("przekazanie [Ukrainie] rakiet"), or -1."""
        cases = nominal(self.nodes[before.head])[0]
        prior = self.phrases[-2] if len(self.phrases) > 1 and self.syntax.by_case and cases & DAT else None
        if prior is None or prior.last != before.first - 1 or before.prep:
            return -1
        if not any(one.form == "ger" for one in self.nodes[prior.head].word.analyses):
            return -1
        self.phrases[-1] = msgspec.structs.replace(before, owner=-1, cases=DAT)
        return prior.at


def build_phrases(nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax, preps: dict[int, tuple[int, str]]) -> list[Phrase]:
    """The phrases of a sentence, with coordinated ones grouped ("Polska, Litwa i Łotwa")."""
    return _group(_PhraseBuilder(nodes, categories, syntax, preps).build(), nodes, categories, syntax)


def _group(phrases: list[Phrase], nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> list[Phrase]:
    """Join phrases that a comma or a coordinator links and that can stand in the same case. A row of commas must end in a coordinator."""
    run = [0]
    closed = False
    for at in range(1, len(phrases) + 1):
        link = _link(phrases[at - 1], phrases[at], nodes, categories, syntax) if at < len(phrases) else ""
        if link and (not closed or link == "&"):
            run.append(at)
            closed = closed or link == "&"
            continue
        if closed or len(run) > 2:
            cases = phrases[run[0]].cases
            for one in run:
                cases &= phrases[one].cases
            lead = phrases[run[0]]
            for one in run:
                prep = phrases[one].prep or lead.prep
                owner = lead.owner if phrases[one].owner < 0 else phrases[one].owner
                phrases[one] = msgspec.structs.replace(
                    phrases[one], cases=cases or phrases[one].cases, prep=prep, group=run[0], owner=owner
                )
        run, closed = [at], False
    return phrases


def _opens_clause(left: Phrase, right: Phrase, nodes: Sequence[Node], categories: Sequence[str]) -> bool:
    """Is what a comma and a coordinator part the subject of a verb of its own ("fired at Rafah, and an Omani was killed"), rather than the
    last of a row?
    """
    after = right.last + 1
    while after < len(nodes) and categories[after] == OTHER:
        after += 1
    row = left.first > 0 and nodes[left.first - 1].text == ","
    told = any(categories[at] in (FINITE, AUX) for at in range(left.first))
    return told and not row and after < len(nodes) and categories[after] in (FINITE, AUX)


def _link(left: Phrase, right: Phrase, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> str:
    """How two neighbouring phrases are linked: "&" by a coordinator, "," by a comma, "" not at all."""
    if not 1 <= right.first - left.last - 1 <= 3 or (right.prep and right.prep != left.prep):
        return ""
    actors = nodes[left.head].kind == "actor", nodes[right.head].kind == "actor"
    if not any(actors) or not left.cases & (right.cases | (nominal(nodes[right.head])[0] & LOC if left.prep else 0)):
        return ""
    between = [nodes[at].word.lower for at in range(left.last + 1, right.first)]
    words = [one for one in between if one != ","]
    if syntax.by_case and "," in between and len(words) == 1:
        return ""  # ", a Hiszpania uznała...": a mark before one coordinator parts clauses where the language has no serial comma
    if not syntax.by_case and between[0] == "," and words and _opens_clause(left, right, nodes, categories):
        return ""
    if all(word in syntax.coordinators or word in syntax.also for word in words) and words:
        return "&"
    return "," if not words and all(actors) else ""
