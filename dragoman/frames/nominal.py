"""The arguments of a noun that names a deed, and of a participle that describes one: genitives, adjectives, agents, light verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.agreement import agreeing, nominal
from dragoman.frames.arguments import Arguments, relation_fits
from dragoman.frames.chart import AUX, CONJ, FINITE, PREP, PUNCT, Chart, Clause, Phrase
from dragoman.frames.intents import doers_of, intent_adjective, intent_over
from dragoman.frames.subjects import (
    agrees,
    breadth_of,
    is_impersonal,
    names_actor,
    own_subject,
    person_of,
    pronoun_cases,
    subject_of,
)
from dragoman.frames.support import said_of, support_of
from dragoman.model.token import ACC, DAT, GEN, INS, NOM, Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def prepositional_of(phrases: Iterable[Phrase]) -> tuple[tuple[str, int, Phrase], ...]:
    return tuple((one.prep, one.cases, one) for one in phrases if one.prep)


def nearest_first(phrases: list[Phrase], trigger: int) -> list[Phrase]:
    """Objects in order: those behind the verb first, then those before it, the nearer the earlier."""
    return sorted(phrases, key=lambda one: (one.head < trigger, abs(one.head - trigger)))


def participle_arguments(chart: Chart, trigger: int, analysis: Analysis) -> Arguments:
    """A participle as attribute: the noun it modifies is the deep object (passive) or subject (active)."""
    clause = chart.clauses[chart.clause_of[trigger]]
    at = chart.phrase_of[trigger]
    home = chart.phrases[at] if at >= 0 else None
    if home is None or home.head == trigger:
        behind = [one for one in chart.phrases if one.first > trigger and not one.prep and _between(chart, trigger, one)]
        before = [one for one in chart.phrases if one.last < trigger]
        if not chart.syntax.by_case:
            home = before[-1] if before else None
        else:
            agreeing_ones = [one for one in behind if one.cases & agreeing(chart.nodes[trigger], chart.nodes[one.head]) & analysis.cases]
            after_comma = trigger > 0 and chart.nodes[trigger - 1].text == ","
            behind_comma = after_comma and bool(before and before[-1].cases & analysis.cases)
            home = agreeing_ones[0] if agreeing_ones and not behind_comma else before[-1] if before else None
            close = after_comma or not agreeing_ones or (before and before[-1].last == trigger - 1)
            apart = _agreeing_before(chart, trigger, analysis, before[-1]) if before and close else None
            home = apart if apart is not None else home
    passive = analysis.form == "ppas"
    described = _described(chart, trigger) if not passive and chart.syntax.by_case else None
    home = described if described is not None else home
    around = [one for one in chart.tops[clause.at] if home is None or one.at != home.at]
    after = [one for one in around if one.head > trigger and (chart.syntax.by_case or _before_verb(chart, trigger, one))]
    agents = tuple(one for one in after if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case)
    agents = tuple(one for one in agents if one.group == agents[0].group)  # the next one is another participle's
    if passive and not agents and chart.syntax.agent_case & INS and chart.syntax.by_case:
        agents = tuple(one for one in after if not one.prep and one.cases & INS)[:1]
    mine = (home,) if home is not None else ()
    return Arguments(
        voice="participle",
        finite=-1,
        clause=clause.at,
        subject=agents if passive else mine,
        object=mine if passive else tuple(one for one in after if not one.prep and one.cases & (ACC | GEN)),
        dative=tuple(one for one in after if not one.prep and one.cases & DAT and not one.cases & ACC),
        instrumental=tuple(one for one in after if not one.prep and one.cases & INS),
        preps=prepositional_of(after),
    )


def _agreeing_before(chart: Chart, trigger: int, analysis: Analysis, before: Phrase) -> Phrase | None:
    """What a participle behind describes: the phrase before it, or the one whose genitive that is ("z ministrem Togo, objętym")"""
    one: Phrase | None = before
    while one is not None:
        if agreeing(chart.nodes[trigger], chart.nodes[one.head]) & analysis.cases:
            return one
        one = chart.phrases[one.owner] if one.owner >= 0 else None
    return None


def _described(chart: Chart, trigger: int) -> Phrase | None:
    """The noun right before an active participle that agrees with it ("rezolucja wzywająca X"): what follows is then its object."""
    before = [one for one in chart.phrases if one.last == trigger - 1]
    return before[-1] if before and agreeing(chart.nodes[trigger], chart.nodes[before[-1].head]) & before[-1].cases else None


def of_participle(chart: Chart, phrase: Phrase) -> bool:
    """Is a phrase the object of an active participle that describes the noun before ("rezolucja wzywająca X")?"""
    return any(
        any(one.form == "pact" for one in chart.nodes[at].word.analyses) and _described(chart, at) is not None for at in phrase.modifiers
    )


def _before_verb(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """Does no finite verb stand between a participle and a phrase ("troops sent to X were attacked [by Y]": Y sent none)?"""
    return all(chart.categories[at] not in (FINITE, AUX) for at in range(trigger + 1, phrase.first))


def _between(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """Does nothing part a participle from a phrase but phrases, of which some may be joined ("podpisany przez X i Y traktat")?"""
    parting = [at for at in range(trigger + 1, phrase.first) if chart.categories[at] in (PUNCT, FINITE, CONJ)]
    return all(any(_joins(chart, at, one) for one in chart.phrases if one.first > trigger and one.at != phrase.at) for at in parting)


def _joins(chart: Chart, at: int, phrase: Phrase) -> bool:
    """Does the comma or "and" at a node join the phrase behind it to the one before?"""
    return phrase.first == at + 1 and phrase.group != phrase.at and chart.categories[at] != FINITE


def noun_arguments(chart: Chart, trigger: int, analysis: Analysis, suffered: bool) -> Arguments:
    """A noun that names a deed: genitive and adjective give its sides; a light verb lends it subject and tense."""
    clause = chart.clauses[chart.clause_of[trigger]]
    at = chart.phrase_of[trigger]
    home = chart.phrases[at] if at >= 0 else None
    if home is None:
        return Arguments(voice="nominal", finite=-1, clause=clause.at)
    support = support_of(chart, clause, home)
    intent = intent_over(chart, home)
    if support < 0 and intent is not None:
        support = support_of(chart, clause, intent)
    if support < 0 and (told := _told_by_relative(chart, home)) is not None:
        return told
    of = tuple(one for one in chart.phrases if one.owner == home.at) or _behind_means(chart, home, analysis)
    tops = [one for one in chart.tops[clause.at] if one.at != home.at and one.at != home.owner]
    reach = _reach(chart, home)
    close = [one for one in tops if home.last < one.first <= reach or _parted(home, one) or _behind_remark(chart, home, one)]
    near = [one for one in tops if one.prep and (one in close or (support >= 0 and not _after_another(chart, home, one)))]
    near.sort(key=lambda one: (one.first < home.first, abs(one.first - home.last)))
    agents = tuple(
        one for one in near if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case and _own_agent(chart, home, one)
    )
    agents = agents or _bare_agents(chart, home, [one for one in tops if one.first <= reach])
    of = of or _behind_place(chart, home)
    deep = analysis.form == "ger" or bool(agents) or suffered
    of = of or _behind_agent(chart, agents) if analysis.form == "ger" else of
    subject: tuple[Phrase, ...] = agents if deep else of
    open_subject = False
    dative: tuple[Phrase, ...] = ()
    if support >= 0 and said_of(chart, home, support):
        own = subject_of(chart, clause)
        subject = (own, *subject) if own is not None and own.at != home.at else subject
        open_subject = own is None
    elif support >= 0 and chart.lemmas(support) & chart.syntax.light.keys():
        given = () if deep else tuple(one for one in of if nominal(chart.nodes[one.head])[0] & DAT)
        kept = tuple(one for one in subject if one not in given)
        if not any(names_actor(chart, one) for one in kept):
            own = subject_of(chart, clause)
            if own is not None and own.at != home.at:
                subject = (*kept, own)
                dative = given
            open_subject = own is None
    if not subject and not chart.syntax.by_case and _possessed(chart, home):
        above = chart.clauses[clause.parent] if clause.kind == "that" and clause.parent >= 0 else clause
        own = subject_of(chart, above)
        subject = (own,) if own is not None and own.at != home.at else ()
        open_subject = own is None or own.at == home.at
    if not subject and intent is not None and (theirs := doers_of(chart, intent, home)):
        subject, open_subject = theirs, False
    if not subject and intent_adjective(chart, home) >= 0:
        own = subject_of(chart, clause)
        subject = (own,) if own is not None and own.at != home.at else ()
    equal = _equated(chart, home) if not subject else None
    subject = (equal,) if equal is not None else subject
    described = intent.modifiers if intent is not None and not subject else ()
    bare = [one for one in tops if not one.prep]
    return Arguments(
        voice="nominal",
        finite=support,
        clause=clause.at,
        subject=subject,
        object=of if deep else (),
        dative=(*(one for one in bare if one.cases & DAT and not one.cases & ACC and (support >= 0 or one in close)), *dative),
        of=of,
        adjectives=tuple(one for one in (*home.modifiers, *described) if chart.nodes[one].actor is not None),
        preps=prepositional_of(near),
        person=person_of(chart, support),
        subject_open=open_subject and not is_impersonal(chart, support),
        support=support >= 0,
    )


def _told_by_relative(chart: Chart, home: Phrase) -> Arguments | None:
    """The sides of a noun whose light verb stands in the relative clause that describes it ("rozmowy, które X odbył z Y")."""
    if not chart.syntax.by_case:
        return None
    owned = tuple(one for one in chart.phrases if one.owner == home.at)
    for clause in chart.clauses:
        if clause.kind != "rel" or clause.antecedent != home.at or not clause.verbs:
            continue
        verb = clause.verbs[-1]
        if (held := _held_by_relative(chart, home, clause, verb, owned)) is not None:
            return held
        if owned:
            continue
        ways = [way for lemma in chart.lemmas(verb) & chart.syntax.light.keys() for way in chart.syntax.light[lemma]]
        cases = pronoun_cases(chart, clause)
        if clause.intro - 1 in clause.nodes or not (("object" in ways and cases & ACC) or ("of" in ways and cases & GEN)):
            continue
        own = own_subject(chart, clause, verb, verb, frozenset())
        subject = own if own is not None else subject_of(chart, chart.clauses[clause.parent])
        if own is None and subject is not None and not agrees(chart.nodes[verb], subject, chart):
            subject = None
        tops = [one for one in chart.tops[clause.at] if own is None or one.at != own.at]
        return Arguments(
            voice="nominal",
            finite=verb,
            clause=clause.at,
            subject=(subject,) if subject is not None else (),
            dative=tuple(one for one in tops if not one.prep and one.cases & DAT and not one.cases & ACC),
            adjectives=tuple(one for one in home.modifiers if chart.nodes[one].actor is not None),
            preps=prepositional_of(tops),
            person=person_of(chart, verb),
            subject_open=subject is None and not is_impersonal(chart, verb),
            support=True,
        )
    return None


def _held_by_relative(chart: Chart, home: Phrase, clause: Clause, verb: int, owned: tuple[Phrase, ...]) -> Arguments | None:
    """The sides of a noun that the relative clause describing it says took place ("rozmowa X, która odbyła się z udziałem Y")."""
    if clause.intro - 1 in clause.nodes or not pronoun_cases(chart, clause) & NOM or not chart.lemmas(verb) & chart.syntax.light_subject:
        return None
    if own_subject(chart, clause, verb, verb, frozenset()) is not None or not agrees(chart.nodes[verb], home, chart):
        return None
    beside = [one for one in chart.tops[chart.clause_of[home.head]] if one.prep and one.first == home.last + 1]
    return Arguments(
        voice="nominal",
        finite=verb,
        clause=clause.at,
        subject=owned,
        of=owned,
        adjectives=tuple(one for one in home.modifiers if chart.nodes[one].actor is not None),
        preps=prepositional_of([*beside, *chart.tops[clause.at]]),
        person=person_of(chart, verb),
        support=True,
    )


def _behind_place(chart: Chart, home: Phrase) -> tuple[Phrase, ...]:
    """Whose deed a noun names where a place or day stands between ("wizyta w Moskwie [prezydenta X]")."""
    if not chart.syntax.by_case:
        return ()
    place = next((one for one in chart.phrases if one.first > home.last and one.prep), None)
    if place is None or any(chart.categories[at] != PREP for at in range(home.last + 1, place.first)):
        return ()
    behind = next((one for one in chart.phrases if one.first == place.last + 1 and one.owner < 0 and not one.prep), None)
    if behind is None or not nominal(chart.nodes[behind.head])[0] & GEN:
        return ()
    if chart.nodes[place.head].kind == "date":
        return (behind,)
    actor = chart.nodes[behind.head].actor
    there = any(relation_fits(way, place.prep, place.cases) for way in chart.syntax.place)
    return (behind,) if there and chart.nodes[place.head].actor is not None and actor is not None and actor.sector else ()


def _after_another(chart: Chart, home: Phrase, phrase: Phrase) -> bool:
    """Does a further noun of a row stand between ("zapowiedział sankcje, wysłanie broni [dla X]")?"""
    marks = [at for at in range(home.last + 1, phrase.first) if chart.nodes[at].text == ","]
    return any(not one.prep and one.owner < 0 and marks[0] < one.first < phrase.first for one in chart.phrases) if marks else False


def _parted(home: Phrase, phrase: Phrase) -> bool:
    """Does a phrase stand between a noun's attributes and the noun ("planowana [przez X] inwazja")?"""
    return home.first < phrase.first <= phrase.last < home.head


def _possessed(chart: Chart, home: Phrase) -> bool:
    """Does a possessive stand for the noun's doer ("during his meeting with X")?"""
    return any(chart.nodes[at].word.lower in chart.syntax.possessives for at in range(home.first, home.head))


def _own_agent(chart: Chart, home: Phrase, phrase: Phrase) -> bool:
    """Is an agent the noun's own, and not that of a participle in between ("zakończenie wojny wywołanej przez X")?"""
    own = chart.nodes[home.head]
    before = [one.head for one in chart.phrases if one.last == phrase.first - 1]
    if any(chart.lemmas(at) & chart.syntax.binding.get(phrase.prep, frozenset()) for at in (*before, *_owners(chart, before))):
        return False  # a way, not a doer: "wstrzymanie tranzytu gazu przez X"
    return all(
        any(one.form == "ppas" for one in chart.nodes[at].word.analyses) <= bool(agreeing(chart.nodes[at], own) & home.cases)
        for at in range(home.last + 1, phrase.first)
    )


def _behind_means(chart: Chart, home: Phrase, analysis: Analysis) -> tuple[Phrase, ...]:
    """The object of a verbal noun that stands behind a means or a place: "objęcie sankcjami [urzędników]", "wydalenie z X [stu osób]"."""
    if analysis.form != "ger" or not chart.syntax.by_case:
        return ()
    means = [one for one in chart.phrases if one.first == home.last + 1 and (one.prep or one.cases == INS)]
    return tuple(
        one
        for one in chart.phrases
        for mean in means
        if (one.owner == mean.at and not mean.prep)
        or (one.first == mean.last + 1 and not one.prep and one.owner < 0 and one.cases & GEN and not one.cases & DAT)
    )


def _owners(chart: Chart, heads: Sequence[int]) -> list[int]:
    """The heads of the phrases whose genitives these are, however deep."""
    found: list[int] = []
    for at in heads:
        phrase = chart.phrases[chart.phrase_of[at]]
        while phrase.owner >= 0:
            phrase = chart.phrases[phrase.owner]
            found.append(phrase.head)
    return found


def _bare_agents(chart: Chart, home: Phrase, tops: list[Phrase]) -> tuple[Phrase, ...]:
    """Who does what a noun tells, where the agent is a plain instrumental ("подписание договора Россией"): an actor close behind."""
    if not (chart.syntax.by_case and chart.syntax.agent_case & INS):
        return ()
    behind = (one for one in tops if not one.prep and one.cases & INS and one.first > home.last and one.first - home.last <= 4)
    return tuple(one for one in behind if chart.nodes[one.head].actor is not None)[:1]


def _behind_agent(chart: Chart, agents: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The object of a noun of doing that its plain agent has parted from it ("введення Вашингтоном санкцій")."""
    bare = [one for one in agents if not one.prep]
    behind = (one for one in chart.phrases if bare and one.first == bare[0].last + 1)
    return tuple(one for one in behind if one.owner < 0 and not one.prep and one.cases & GEN)


def _equated(chart: Chart, home: Phrase) -> Phrase | None:
    """Of what a noun is said without a verb ("Rosja to agresor"): the nominative right before the word that stands for "is"."""
    if not chart.syntax.by_case or home.prep or not home.cases & NOM or home.first < 2:
        return None
    if chart.nodes[home.first - 1].word.lower not in chart.syntax.copulas:
        return None
    return next((one for one in chart.phrases if one.last == home.first - 2 and not one.prep and one.cases & NOM), None)


def _reach(chart: Chart, home: Phrase) -> int:
    """The node where the reach of a noun ends, a finite verb or a clause mark: a phrase behind it belongs to the noun no more. Marks in a
    row of the noun's own genitives end nothing.
    """
    rows: set[int] | None = None
    for at in range(home.last + 1, len(chart.nodes)):
        if _ends_reach(chart, at):
            rows = _own_rows(chart, home) if rows is None else rows  # few nouns have a mark in reach
            if at not in rows or chart.categories[at] != PUNCT:
                return at
    return len(chart.nodes)


def _ends_reach(chart: Chart, at: int) -> bool:
    """Is a node a finite verb or a clause mark?"""
    category = chart.categories[at]
    return category in (FINITE, AUX) or (category == PUNCT and chart.nodes[at].word.text in ",;:–—")


def _behind_remark(chart: Chart, home: Phrase, phrase: Phrase) -> bool:
    """Does only a remark between commas part a noun from its phrase ("talks, the first in years, between X and Y"), by order?"""
    opens, closes = home.last + 1, phrase.first - 1
    if chart.syntax.by_case or closes - opens < 2 or chart.nodes[opens].text != "," or chart.nodes[closes].text != ",":
        return False
    bare = chart.nodes[opens + 1].word.lower in chart.syntax.determiners
    return bare and not any(_ends_reach(chart, at) for at in range(opens + 1, closes))


def _own_rows(chart: Chart, home: Phrase) -> set[int]:
    """The nodes of the coordinated genitives of a noun, in a language of cases."""
    return {at for one in chart.phrases if one.owner == home.at for at in breadth_of(chart, one)} if chart.syntax.by_case else set()
