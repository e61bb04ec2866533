"""Runs a language's rules over a chart: every word that may be a trigger is tried with every rule that names it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.arguments import Arguments, with_particles
from dragoman.frames.chart import CONJ, DATE, INF, NOUN, PREP, PUNCT, Chart, Clause, Phrase
from dragoman.frames.frame import Filler, Frame
from dragoman.frames.offers import Offers
from dragoman.frames.roles import find_arguments
from dragoman.frames.slots import apart_from_circumstances, fill, first_person, pronoun_sides
from dragoman.frames.subjects import may_be_subject, subject_of
from dragoman.frames.triggers import MONEY, PEOPLE, PROJECT, Told, triggers_of
from dragoman.model.mention import ActorMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.frames.triggers import Triggers
    from dragoman.grammar.rules import Rule, RuleBook, Way
    from dragoman.model.token import Analysis

_NO_WORDS: frozenset[str] = frozenset()


def match(chart: Chart, possible: frozenset[Way], book: RuleBook, offers: Offers) -> list[Frame]:
    """All frames of a sentence, of the rules that its words leave possible; `offers` supplies subjects that the sentence drops. A question
    whether a deed is done tells none.
    """
    frames: list[Frame] = []
    if chart.nodes[-1].text == "?" and chart.syntax.subordinators.get(chart.nodes[0].word.lower) == "whether":
        return frames
    triggers = triggers_of(book)
    told, roles = Told(chart, triggers), _Roles(chart)
    for at, way, analysis in _ways(chart, triggers, possible):
        if told.may_hold(way.rule, chart.clause_of[at]) and _rest_near(chart, at, way.rest):
            frame = _try(chart, at, way, analysis, offers, roles)
            if frame is not None:
                frames.append(frame)
                offers = _joined(offers, frame)
    return frames


def _ways(chart: Chart, triggers: Triggers, possible: frozenset[Way]) -> Iterator[tuple[int, Way, Analysis]]:
    """Every node that may be a trigger, with each possible rule that names it in a reading that its category allows."""
    for at, node in enumerate(chart.nodes):
        if not possible.isdisjoint(triggers[node.word].ways) and node.kind in ("word", "number") and not _in_a_name(chart, at):
            category = chart.categories[at]
            for way, analysis in triggers.ways(node.word, category, described=category == NOUN and _described_only(chart, at)):
                if way in possible:
                    yield at, way, analysis


def _joined(offers: Offers, frame: Frame) -> Offers:
    """The offers for the rest of the sentence: the sides of a deed between two are its company."""
    fillers = [one.actor for held in frame.slots.values() for one in held]
    if len({one.country or one.id for one in fillers} - {None}) < 2:
        return offers
    return msgspec.structs.replace(offers, company=tuple(fillers))


def _in_a_name(chart: Chart, at: int) -> bool:
    """Is a noun with a capital inside a sentence part of a name ("Park Przyjaźni", "Treaty of Lisbon")? Not where every word has one.
    What an office is for is part of its name too.
    """
    word = chart.nodes[at].word
    if _in_charge(chart, at):
        return True
    if not word.capital or chart.categories[at] != NOUN or at == 0 or chart.categories[at - 1] == PUNCT:
        return False
    before = chart.nodes[at - 1]
    if chart.syntax.by_case and at > 1 and before.kind == "word" and before.word.capital:
        return True
    words = [one.word for one in chart.nodes if one.kind == "word" and len(one.text) > 3]
    return sum(one.capital for one in words) * 2 <= len(words)


def _in_charge(chart: Chart, at: int) -> bool:
    """Does a noun only say what an office is for ("minister ds. wyjścia X z Unii", "pełnomocnik do spraw rozmów")?"""
    home = chart.phrase_of[at] if chart.syntax.charges else -1
    while home >= 0:
        if chart.phrases[home].prep in chart.syntax.charges:
            return True
        home = chart.phrases[home].owner
    return False


def _described_only(chart: Chart, at: int) -> bool:
    """Does a noun only describe the noun behind it, where order tells so ("an investment summit" is no investment)?"""
    home = chart.phrase_of[at]
    if chart.syntax.by_case or home < 0 or chart.phrases[home].head <= at:
        return False
    return not chart.lemmas(chart.phrases[home].head) & chart.syntax.carriers


def _rest_near(chart: Chart, at: int, rest: tuple[str, ...]) -> bool:
    """Do the further words of a trigger stand in its clause, at most five nodes away?"""
    if not rest:
        return True
    clause = chart.clauses[chart.clause_of[at]]
    back = 5 if chart.syntax.by_case else 0  # where order tells, a particle stands behind its verb
    near = [one for one in clause.nodes if -back <= one - at <= 5 and one != at and not _marks_infinitive(chart, one)]
    return all(any(_is(chart, one, word) for one in near) for word in rest)


def _marks_infinitive(chart: Chart, at: int) -> bool:
    """Is a word the mark of an infinitive or the preposition of a date, so none of the trigger's own ("is going to be", "on Monday")?"""
    if at + 1 < len(chart.nodes) and chart.categories[at] == PREP and chart.categories[at + 1] == DATE:
        return not chart.syntax.by_case
    return at + 1 < len(chart.nodes) and chart.categories[at + 1] == INF and chart.nodes[at].word.lower in chart.syntax.infinitive


def _is(chart: Chart, at: int, word: str) -> bool:
    return word in chart.lemmas(at) or chart.nodes[at].word.lower == word


def _try(chart: Chart, at: int, way: Way, analysis: Analysis, offers: Offers, roles: _Roles) -> Frame | None:
    """A rule at a trigger: its lexical conditions first, then its slots."""
    rule = way.rule
    clause = chart.clauses[chart.clause_of[at]]
    around = tuple(_told_in(chart, clause)) if rule.content else clause.nodes
    if rule.content and not any(chart.lemmas(one) & rule.content for one in around):
        return None
    if rule.content and rule.without and any((_named(chart, one) | {chart.nodes[one].word.lower}) & rule.without for one in around):
        return None
    if (rule.unlike and _description(chart, at) & rule.unlike) or (rule.like and not _description(chart, at) & rule.like):
        return None
    arguments = with_particles(roles.of(at, analysis, rule), way.rest)
    object_at = -1
    if rule.object:
        object_at = _object(chart, at, arguments, rule.object)
        if object_at < 0:
            return None
        arguments = _of_what(chart, arguments, object_at)
    for prep, words in rule.with_:
        held = [one for one in arguments.behind(prep) if _holds(chart, one, words)]
        if not held:
            return None
        object_at = held[0].head if object_at < 0 else object_at
    if rule.negated and not _denied(chart, at, arguments):
        return None
    slots = _slots(chart, at, rule, arguments, offers, object_at)
    if slots is None:
        return None
    if not all(any(_filled(slots, name) for name in names) for names in rule.needs):
        return None
    return Frame(rule, chart, at, clause.at, slots, arguments, object_at)


class _Roles:
    """The arguments round the triggers of a sentence, found once for all rules that read a trigger alike."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._found: dict[tuple[int, Analysis, frozenset[str], bool], Arguments] = {}

    def of(self, at: int, analysis: Analysis, rule: Rule) -> Arguments:
        """The arguments of the trigger at a node as a rule reads it."""
        by_case = self._chart.syntax.by_case
        key = at, analysis, rule.object if by_case else _NO_WORDS, not by_case and _suffers(rule)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = find_arguments(self._chart, *key[:3], suffered=key[3])
        return found


@cache
def _suffers(rule: Rule) -> bool:
    """Does the rule read "of" behind its noun as whom the deed is done to ("invasion of X"), never as who does it?"""
    return not {"of", "of!"}.isdisjoint(rule.slots.get("recipient", ())) and "of" not in rule.slots.get("actor", ())


def _description(chart: Chart, trigger: int) -> frozenset[str]:
    """Lemmas of the words that describe a trigger: what stands in its phrase, in the genitives it has, and right beside it."""
    home = chart.phrase_of[trigger]
    nodes = {one for one in range(trigger - 2, trigger + 3) if _clause(chart, one) == chart.clause_of[trigger]} - {trigger}
    if home >= 0:
        phrase = chart.phrases[home]
        nodes |= {*phrase.modifiers, phrase.head} - {trigger}
        nodes |= {at for one in chart.phrases if one.owner == home for at in (one.head, *one.modifiers)}
    return frozenset().union(*(chart.lemmas(one) for one in nodes))


def _clause(chart: Chart, at: int) -> int:
    return chart.clause_of[at] if 0 <= at < len(chart.nodes) else -1


def _filled(slots: dict[str, tuple[Filler, ...]], name: str) -> bool:
    """Is a slot filled; for `sides`: do two different sides, or several of one organisation, stand in all slots together?"""
    if name != "sides":
        return bool(slots.get(name))
    found: set[object] = set()
    for slot, fillers in slots.items():
        for one in fillers:
            found.update(one.actor.members or [one.actor.country or one.actor.id])
            many = one.actor.number == "p" or (one.actor.role == "title" and one.actor.number != "s")
            if slot == "actor" and one.actor.country is None and one.actor.id and many:
                return True
    return bool(slots.get("actor")) and len(found - {None}) > 1


def _denied(chart: Chart, trigger: int, arguments: Arguments) -> bool:
    """Does a negator stand right before the trigger or its finite verb (an adverb may stand between), or a verb carry one itself?"""
    verbs = {trigger, arguments.finite} - {-1}
    if chart.syntax.negative_prefix and any(chart.syntax.denies(chart.nodes[verb].word) for verb in verbs):
        return True
    return any(
        chart.nodes[near].word.lower in chart.syntax.negators and chart.clause_of[near] == chart.clause_of[verb]
        for verb in verbs
        for near in (verb - 1, verb - 2)
        if near >= 0 and (near == verb - 1 or chart.categories[verb - 1] not in (PUNCT, CONJ, NOUN))
    )


def _told_in(chart: Chart, clause: Clause) -> Iterator[int]:
    """The nodes of a clause and of the clauses that tell what is said, asked or threatened in it."""
    yield from clause.nodes
    for one in chart.clauses:
        if one.parent == clause.at and one.kind in ("that", "purpose", "whether"):
            yield from one.nodes


def _object(chart: Chart, trigger: int, arguments: Arguments, words: frozenset[str]) -> int:
    """The node of the rule's object among the trigger's objects (and genitives, for a noun); -1 where there is none."""
    for phrase in (*arguments.object, *arguments.of, *(arguments.subject if arguments.voice == "participle" else ())):
        for one in chart.members(phrase):
            for inner in (one, *_measured(chart, one)):
                if _is_any(chart, inner, words):
                    return inner.head
    return -1


def _of_what(chart: Chart, arguments: Arguments, object_at: int) -> Arguments:
    """A genitive that is what the rule's deed is done to is not who does it ("likwidacja konsulatu X")."""
    at = chart.phrase_of[object_at]
    mine = [one for one in arguments.of if at in (one.at, one.owner) or chart.phrases[at].owner == one.at]
    if arguments.voice != "nominal" or not mine or arguments.object:
        return arguments
    subject = tuple(one for one in arguments.subject if one not in mine)
    lent = subject_of(chart, chart.clauses[arguments.clause]) if arguments.support and not subject else None
    if lent is not None and lent.at not in {at for one in mine for at in (one.at, one.owner)}:
        subject = (lent,)
    return msgspec.structs.replace(arguments, subject=subject, object=tuple(mine))


def _measured(chart: Chart, phrase: Phrase) -> list[Phrase]:
    """What a noun of measure counts, a draft is of, or a number picks from: "szereg umów", "projekt traktatu", "pierwsza z umów"."""
    if chart.lemmas(phrase.head) & chart.syntax.measures:
        return [one for one in chart.phrases if one.owner == phrase.at]
    if not chart.nodes[phrase.head].word.poses & {"adj", "num"}:
        return []
    return [one for one in chart.phrases if one.prep in chart.syntax.partitive and one.first <= phrase.last + 2 and one.first > phrase.last]


def _named(chart: Chart, at: int) -> frozenset[str]:
    """Lemmas of a node, those inside an actor's mention included."""
    return chart.lemmas(at) | chart.nodes[at].inner


def _is_any(chart: Chart, phrase: Phrase, words: frozenset[str]) -> bool:
    sum_of = chart.nodes[phrase.head].quantity
    if MONEY in words and sum_of is not None and len(sum_of.unit) == 3 and sum_of.unit.isupper():
        return True
    actor = chart.nodes[phrase.head].actor
    if actor is not None and ((PEOPLE in words and actor.role == "demonym") or (PROJECT in words and actor.role == "project")):
        return True
    return bool(_named(chart, phrase.head) & words) or chart.nodes[phrase.head].word.lower in words


def _holds(chart: Chart, phrase: Phrase, words: frozenset[str]) -> bool:
    return any(_is_any(chart, one, words) for one in chart.members(phrase))


def _agentless(chart: Chart, arguments: Arguments) -> bool:
    """Is the deed told in a form that names no doer: a passive, a passive participle, an impersonal?"""
    impersonal = arguments.finite >= 0 and any(one.form == "imps" for one in chart.nodes[arguments.finite].word.analyses)
    return impersonal or arguments.voice in ("passive", "participle")


def _joint(rule: Rule, chart: Chart, arguments: Arguments) -> bool:
    """Is a deed of several told by a verb that names nobody, so that those who shared the last deed did it ("uzgodniono...", "обсуждены
    вопросы...")? By order ("issues were discussed") it may be anybody.
    """
    bare = arguments.voice == "active" or (arguments.voice == "passive" and chart.syntax.by_case and arguments.finite >= 0)
    return ("sides",) in rule.needs and bare and _agentless(chart, arguments)


def _names_others(chart: Chart, arguments: Arguments, offers: Offers) -> bool:
    """Does the clause name a side that did not share the last deed, which is then hardly that company's ("umowę omówią organy X")?"""
    theirs = {one.country or one.id for one in offers.company}
    named = (chart.nodes[at].actor for at in chart.clauses[arguments.clause].nodes)
    return any(one is not None and not one.members and (one.country or one.id) not in theirs for one in named)


def _held(chart: Chart, rule: Rule, arguments: Arguments) -> bool:
    """Is a deed of several said to take place, be planned or follow, with nobody named ("состоится подписание документов")? What did not
    take place may be anybody's.
    """
    light = arguments.support and bool(chart.lemmas(arguments.finite) & chart.syntax.light_subject)
    nominal = arguments.voice == "nominal" and "partner" in rule.slots
    return nominal and light and chart.syntax.by_case and not _denied(chart, arguments.finite, arguments)


def _stands_alone(chart: Chart, actor: ActorMention) -> bool:
    """Is an actor the head of a phrase that is nobody's attribute (asked the government, not: asked for the government's plan)? What is
    its own ("withdraw its troops") makes no matter a domestic one.
    """
    return actor.role != "anaphor" and any(chart.nodes[one.head].actor is actor and one.owner < 0 for one in chart.phrases)


def _slots(
    chart: Chart, trigger: int, rule: Rule, arguments: Arguments, offers: Offers, object_at: int
) -> dict[str, tuple[Filler, ...]] | None:
    """The slots of a rule at a trigger; None where the deed is done to the actor's own state (a domestic matter)."""
    slots: dict[str, tuple[Filler, ...]] = {}
    taken: list[Filler] = []
    for slot, ways in rule.slots.items():
        if slot == "partner" and any(one.actor.role == "anaphor" and one.actor.members for one in taken):
            continue  # "both leaders" leave no partner out: who else is named is what they spoke of
        apart = slot == "partner" or (slot == "actor" and "partner" in rule.slots)
        mine = apart_from_circumstances(chart, arguments, (trigger, object_at)) if slot == "recipient" else arguments
        found = fill(chart, mine, ways, taken, trigger, apart=(trigger, object_at) if apart else ())
        if not found and slot == "actor" and "subject" in ways and arguments.subject_open:
            heirs = offers.subject(chart.nodes[trigger].start, arguments.person)
            fits = arguments.person == 1 or may_be_subject(chart, arguments.finite, heirs)
            found = [Filler(actor, "inherited") for actor in heirs] if fits else []
        if not found and slot == "actor" and (rule.act or _joint(rule, chart, arguments)) and _agentless(chart, arguments):
            found = (
                [] if not rule.act and _names_others(chart, arguments, offers) else [Filler(actor, "inherited") for actor in offers.company]
            )
        if not found and slot == "actor" and (_of_both(chart, arguments, ways) or _held(chart, rule, arguments)):
            found = [Filler(actor, "inherited") for actor in _pair(offers.company)]
        if not found and "speaker" in ways and (speaker := offers.speaker(chart.nodes[trigger].start)) is not None:
            found = [Filler(speaker, "speaker")]
        if slot == "recipient" and (not found or all(one.relation == "told" for one in found)):
            given = (slot,) in rule.needs or ("dative" in ways and _to_pronoun(chart, arguments))
            meant = pronoun_sides(chart, arguments, ways, trigger, partial(_told_before, offers, taken)) if given else ()
            found = [Filler(one, "inherited") for one in meant] or found
        if not found and first_person(chart, arguments, ways):
            us = offers.speaker(chart.nodes[trigger].start)
            found = [Filler(us, "inherited")] if us is not None else []
        if not found and "company" in ways and arguments.person == 1 and _plural_verb(chart, arguments.finite) and not arguments.dative:
            ours = {one.actor.country or one.actor.id for one in taken}
            theirs = [one for one in offers.company if (one.country or one.id) not in ours]
            found = [Filler(one, "inherited") for one in theirs] if len(theirs) < len(offers.company) else []
        if slot != "actor" and not offers.domestic:
            own = {one.actor.country for one in taken if one.actor.country}
            others = [one for one in found if one.actor.country not in own]
            told = [one for one in found if one.relation not in chart.syntax.place and one.actor.role != "project"]
            if not others and slot == "recipient" and any(_stands_alone(chart, one.actor) for one in told):
                return None
            found = others
        if found:
            slots[slot] = tuple(found)
            taken += found
        elif (slot,) in rule.needs and "partner" not in rule.slots:
            return None  # only a deed done together is given sides by the discourse
    return _together(chart, trigger, rule, arguments, offers, slots)


def _told_before(offers: Offers, taken: Sequence[Filler]) -> tuple[ActorMention, ...]:
    """The last subject and those who shared the last deed, without the sides that have a slot already ("X met Y. He thanked her")."""
    ours = {one.actor.country or one.actor.id for one in taken}
    last = offers.last()
    return tuple(one for one in (last if len(last) > 1 else (*last, *offers.company)) if (one.country or one.id) not in ours)


def _to_pronoun(chart: Chart, arguments: Arguments) -> bool:
    """Is a pronoun whom it is said or given to ("obiecali im, że...")?"""
    return any(chart.nodes[one.head].kind == "word" and chart.lemmas(one.head) & chart.syntax.pronouns for one in arguments.dative)


def _together(
    chart: Chart, trigger: int, rule: Rule, arguments: Arguments, offers: Offers, slots: dict[str, tuple[Filler, ...]]
) -> dict[str, tuple[Filler, ...]]:
    """The sides of a deed done together that a plural verb with a dropped subject leaves out, or names only as such: whoever shared in
    the last deed ("Macron spotkał się z Putinem. Omówili... Przywódcy rozmawiali...").
    """
    theirs = {one.country or one.id for one in offers.company} - {None}
    actors = slots.get("actor", ())
    if not actors and "partner" in slots and _held(chart, rule, arguments):
        told = offers.speaker(chart.nodes[trigger].start)  # "odbyły się rozmowy z X", says who took part
        return {**slots, "actor": (Filler(told, "inherited"),)} if told is not None else slots
    if "partner" not in rule.slots or len(theirs) < 2 or _with_another(chart, rule, arguments):
        return slots
    if _led(chart, rule, arguments, slots):
        return {"actor": tuple(Filler(one, "inherited") for one in offers.company)}
    if _filled(slots, "sides") or any(one.relation != "inherited" for one in actors):
        return slots
    ours = {one.actor.country or one.actor.id for one in actors}
    if arguments.person == 1 and (speaker := offers.speaker(chart.nodes[trigger].start)) is not None:
        ours.add(speaker.country or speaker.id)
    dropped = arguments.subject_open and _plural_verb(chart, arguments.finite) and bool(ours or arguments.person != 1)
    if not (dropped or _only_parties(chart, arguments)) or not ours <= theirs:
        return slots
    return {**slots, "actor": tuple(Filler(one, "inherited") for one in offers.company)}


def _with_another(chart: Chart, rule: Rule, arguments: Arguments) -> bool:
    """Is somebody named with whom it is done ("spotykamy się z rolnikami"), not each with the other? Then nobody need be supplied."""
    ways = [way.rstrip("!") for way in rule.slots["partner"] if way.rstrip("!").endswith("+ins")]
    beside = [phrase for way in ways for phrase in arguments.behind(way)]
    return arguments.voice == "active" and any(not chart.lemmas(one.head) & chart.syntax.reflexive for one in beside)


def _led(chart: Chart, rule: Rule, arguments: Arguments, slots: dict[str, tuple[Filler, ...]]) -> bool:
    """Is the verb's own subject a bare plural of parties, so that sides named deeper are what they spoke of ("лидеры обсудили связи между
    Алжиром и Тунисом")?
    """
    if arguments.voice != "active" or "partner" in slots or "subject" not in rule.slots["actor"] or not chart.syntax.by_case:
        return False
    actors = slots.get("actor", ())
    return bool(actors) and all(one.relation not in ("subject", "inherited") for one in actors) and _only_parties(chart, arguments)


def _of_both(chart: Chart, arguments: Arguments, ways: Sequence[str]) -> bool:
    """Does the rule speak of what two share, in a clause that names nobody ("развитие отношений стратегического партнёрства")?"""
    return "shared" in ways and all(chart.nodes[at].actor is None for at in chart.clauses[arguments.clause].nodes)


def _pair(company: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The company where it is of two sides: of three, a word without a name may mean any two."""
    return tuple(company) if len({one.country or one.id for one in company} - {None}) == 2 else ()


def _plural_verb(chart: Chart, finite: int) -> bool:
    return any(one.number == "p" and one.form in ("fin", "past") for one in chart.nodes[finite].word.analyses)


def _only_parties(chart: Chart, arguments: Arguments) -> bool:
    """Is the subject a bare plural that only says that there are several ("strony", "przywódcy", "the leaders")?"""
    subjects = arguments.subject
    if len(subjects) != 1 or not chart.lemmas(subjects[0].head) & chart.syntax.parties:
        return False
    if subjects[0].number == "s" or not (subjects[0].number or (arguments.finite >= 0 and _plural_verb(chart, arguments.finite))):
        return False
    home = subjects[0]
    beside = [one for one in chart.phrases if one.owner == home.at or (one.prep and one.first == home.last + 1)]
    return not home.modifiers and not any(chart.nodes[one.head].actor for one in beside)
