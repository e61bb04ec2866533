"""Who stands where to a trigger: subject, object, dative, genitive, prepositions. The passive, participles, verbal nouns, relative clauses,
dropped and shared subjects are undone here, once, so that a rule speaks of deep subject and object alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.frames.agreement import agreeing, nominal
from dragoman.frames.arguments import Arguments
from dragoman.frames.chart import AUX, CONJ, CONV, FINITE, INF, NOUN, PREP, PUNCT, REL, Chart, Clause, Phrase
from dragoman.frames.infinitives import bearer_of_infinitive, with_aim
from dragoman.frames.nominal import nearest_first, noun_arguments, of_participle, participle_arguments, prepositional_of
from dragoman.frames.subjects import (
    control_over,
    finite_of,
    is_impersonal,
    is_object_word,
    named_subject,
    object_of_control,
    own_subject,
    owner_of_infinitive,
    person_of,
    pronoun_cases,
    same_stretch,
    seat_subject,
    stands_for_another,
    subject_of,
)
from dragoman.model.token import ACC, DAT, GEN, INS, NOM, Analysis

if TYPE_CHECKING:
    pass


def find_arguments(
    chart: Chart, trigger: int, analysis: Analysis, avoid: frozenset[str] = frozenset(), *, suffered: bool = False
) -> Arguments:
    """The arguments of the trigger at a node, in the reading given. `avoid`: lemmas that the rule wants as object, so never the subject.
    `suffered`: the genitive of a plain noun names whom its deed is done to.
    """
    category = chart.categories[trigger]
    if analysis.pos == "adj" and _predicate(chart, trigger):
        return _verbal(chart, trigger, analysis, avoid)
    if category == NOUN or (analysis.pos in ("noun", "propn", "adj") and category not in (FINITE, AUX)):
        return with_aim(chart, trigger, noun_arguments(chart, trigger, analysis, suffered))
    if analysis.form in ("ppas", "pact") and not _predicative(chart, trigger):
        return participle_arguments(chart, trigger, analysis)
    return _verbal(chart, trigger, analysis, avoid)


def _predicate(chart: Chart, trigger: int) -> bool:
    """Is the adjective said of the subject (is opposed to), rather than an attribute inside a noun's phrase?"""
    clause = chart.clauses[chart.clause_of[trigger]]
    if not any(chart.lemmas(one) & chart.syntax.copulas and abs(one - trigger) <= 6 for one in clause.verbs):
        return False
    at = chart.phrase_of[trigger]
    phrase = chart.phrases[at] if at >= 0 else None
    return phrase is None or phrase.head == trigger or not agreeing(chart.nodes[trigger], chart.nodes[phrase.head]) & phrase.cases


def _predicative(chart: Chart, trigger: int) -> bool:
    """Is the participle the predicate (was signed), rather than an attribute (the signed treaty)?"""
    clause = chart.clauses[chart.clause_of[trigger]]
    near = [one for one in clause.verbs if chart.categories[one] == AUX and abs(one - trigger) <= 5]
    if chart.syntax.by_case:
        near += [
            one for one in range(max(0, trigger - 3), trigger) if chart.categories[one] == INF and chart.lemmas(one) & chart.syntax.passive
        ]
        cases = {one.cases for one in chart.nodes[trigger].word.analyses if one.form == "ppas"}
        short = not near and NOM in cases and not any(chart.categories[one] == FINITE for one in clause.verbs)
        inside = chart.phrase_of[trigger] >= 0 and chart.phrases[chart.phrase_of[trigger]].head > trigger
        return not inside and (bool(near) or short)
    return bool(near) and near[-1] < trigger


def _charged_with(chart: Chart, trigger: int) -> Phrase | None:
    """Whose deed a gerund behind a preposition is: the object's right before it ("accused Oman of arming rebels", "thanked Oman for",
    "charged the clerks with arming rebels"); what somebody uses for a deed does none.
    """
    preposition = chart.nodes[trigger - 1].word.lower
    charged = preposition in chart.syntax.charging
    if chart.categories[trigger] != CONV or trigger < 3 or not (charged or preposition in chart.syntax.content):
        return None
    phrase = next((one for one in chart.phrases if one.last == trigger - 2 and not one.prep), None)
    behind_verb = phrase is not None and phrase.first > 0 and chart.categories[phrase.first - 1] in (FINITE, INF, CONV)
    return phrase if phrase is not None and behind_verb and (charged or chart.nodes[phrase.head].actor is not None) else None


def _describing(chart: Chart, trigger: int) -> Phrase | None:
    """Whose deed a gerund right behind a noun is, by order: that noun's ("a resolution demanding", "with the Council adopting"), but not
    that of a place or of whom something went to ("sent Oman a note", "struck a port in Oman, [killing]").
    """
    if chart.categories[trigger] != CONV or not trigger or chart.categories[trigger - 1] != NOUN:
        return None
    phrase = next((one for one in chart.phrases if one.last == trigger - 1), None)
    if phrase is not None and phrase.prep and phrase.owner < 0 and phrase.prep not in chart.syntax.absolute:
        return None
    if phrase is None or chart.nodes[phrase.head].actor is not None:
        return phrase
    speaks = bool(chart.lemmas(phrase.head) & chart.syntax.speaking)
    return phrase if speaks else None


def _verbal(chart: Chart, trigger: int, analysis: Analysis, avoid: frozenset[str]) -> Arguments:
    if not chart.syntax.by_case:
        avoid = frozenset()  # order alone tells a subject ("guards beat a soldier")
    clause = chart.clauses[chart.clause_of[trigger]]
    finite = finite_of(chart, clause, trigger)
    passive = analysis.form in ("ppas", "short")
    if analysis.form == "short":
        finite = next((one for one in clause.verbs if chart.categories[one] == AUX and 0 < trigger - one <= 4), finite)
    own = own_subject(chart, clause, finite, trigger, avoid if not passive else frozenset())
    person = person_of(chart, finite)
    if own is not None and (stands_for_another(chart, own) or (not chart.syntax.by_case and own.first > trigger and not passive)):
        own = None  # a pronoun; or the object of an infinitive that is the subject itself ("to visit Oman surprised X")
    apart = _stands_apart(chart, trigger, finite)
    own = None if apart else own
    shared = own
    if own is None and not is_impersonal(chart, finite) and person not in (1, 2) and not apart:
        shared = subject_of(chart, clause, avoid=avoid if not passive else frozenset())
        if shared is not None and is_object_word(chart, shared, avoid):
            shared = None
    ruler = control_over(chart, clause, trigger)
    if ruler >= 0:
        own = shared = object_of_control(chart, clause, ruler, trigger)
    tops = [one for one in chart.tops[clause.at] if own is None or one.group != own.group]
    if shared is None and own is None and not passive and chart.syntax.by_case and ruler < 0:
        shared = seat_subject(chart, tops, finite)
    if not chart.syntax.by_case:
        shared = owner_of_infinitive(chart, trigger) or _charged_with(chart, trigger) or _describing(chart, trigger) or shared
        return _ordered(chart, clause, trigger, finite, passive, shared, tops, person)
    finite = -1 if apart else finite
    bearer = bearer_of_infinitive(chart, trigger, tops)
    if bearer is not None:
        shared, tops = bearer, [one for one in tops if one.at != bearer.at]
        finite = finite if finite < trigger else -1  # a verb behind is the noun's: "решение X вывести войска удивило Y"
    tops = [one for one in tops if trigger in one.modifiers or not of_participle(chart, one)]
    if chart.categories[trigger] == CONV:
        tops = [one for one in tops if same_stretch(chart, trigger, one)]
    bare = [one for one in tops if not one.prep]
    agents = [one for one in tops if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case]
    agents = [
        one for one in agents if not (passive and (_done_by_another(chart, trigger, one) or _of_subject(chart, one, shared, trigger)))
    ]
    agents = agents or (
        [one for one in bare if one.cases & INS] if (passive or is_impersonal(chart, finite)) and chart.syntax.agent_case & INS else []
    )
    objects = nearest_first([one for one in bare if one.cases & (ACC | GEN)], trigger) or _loose(chart, clause, trigger)
    extra = _relative_argument(chart, clause)
    return Arguments(
        voice="passive" if passive else "active",
        finite=finite,
        clause=clause.at,
        subject=tuple(agents) if passive or is_impersonal(chart, finite) else (shared,) if shared is not None else (),
        object=((shared,) if shared is not None else ()) if passive else (*objects, *extra.get("object", ())),
        dative=(*_datives(chart, bare, trigger), *extra.get("dative", ())),
        instrumental=tuple(one for one in bare if one.cases & INS),
        preps=(*prepositional_of(tops), *extra.get("preps", ())),
        person=person,
        subject_open=shared is None
        and ruler < 0
        and not passive
        and finite >= 0
        and not is_impersonal(chart, finite)
        and not named_subject(chart, clause, finite)
        and not any(chart.categories[one] == REL and one < trigger for one in clause.nodes),
    )


def _stands_apart(chart: Chart, trigger: int, finite: int) -> bool:
    """Does a mark part an infinitive from a verb behind it, whose subject is then not its own ("Bić w X, gdy Y milczy, to błąd")?"""
    if not chart.syntax.by_case or chart.categories[trigger] != INF or finite < trigger:
        return False
    if chart.lemmas(finite) & chart.syntax.copulas and chart.lemmas(finite) - chart.syntax.passive:
        return True  # "Ввести санкции не является верным путём"
    return any(chart.categories[at] == PUNCT for at in range(trigger + 1, finite))


def _of_subject(chart: Chart, agent: Phrase, subject: Phrase | None, trigger: int) -> bool:
    """Does the agent stand right behind the noun that is the subject, whose deed it then does ("Rewizja umowy [przez X] jest zła")?"""
    before = next((one for one in chart.phrases if one.last == agent.first - 1), None)
    while before is not None and before.owner >= 0:
        before = chart.phrases[before.owner]
    mine = before is not None and subject is not None and before.at == subject.at
    return mine and agent.first < trigger and chart.nodes[before.head].actor is None  # type: ignore[union-attr]


def _done_by_another(chart: Chart, trigger: int, agent: Phrase) -> bool:
    """Does the agent belong to a participle between ("zmuszona do działań podejmowanych [przez X]")?"""
    return any(
        any(one.form == "ppas" for one in chart.nodes[at].word.analyses)
        and not any(one.pos in ("noun", "propn") for one in chart.nodes[at].word.analyses)
        and not any(chart.categories[one] == CONJ for one in range(trigger + 1, at))
        for at in range(trigger + 1, agent.first)
    )


def _datives(chart: Chart, bare: list[Phrase], trigger: int) -> list[Phrase]:
    """Phrases in the dative; last, sides whose name does not decline and that stand behind the verb ("podziękował USA")."""
    sure = [one for one in bare if one.cases & DAT and not one.cases & ACC]
    undeclined = [one for one in bare if one.cases & DAT and one.cases & ACC and one.cases & NOM and one.head > trigger]
    given = [one for one in chart.phrases if one.head > trigger and one.owner >= 0 and _given(chart, one, bare)]
    return sure + [one for one in undeclined if chart.nodes[one.head].kind == "actor"] + ([] if sure else given)


def _given(chart: Chart, phrase: Phrase, bare: list[Phrase]) -> bool:
    """May a side that looks like the genitive of a sum be whom it is given to ("przekazała miliardy euro Turcji")?"""
    thing = chart.phrases[phrase.owner]
    side, sum_of = chart.nodes[phrase.head], chart.nodes[thing.head].quantity
    if side.kind != "actor" or not nominal(side)[0] & DAT or sum_of is None:
        return False
    return any(one.at == thing.at for one in bare)


def _loose(chart: Chart, clause: Clause, trigger: int) -> list[Phrase]:
    """Objects that look like the genitive of what stands before them: "przyjął w pałacu premiera", "objął sankcjami urzędników"."""
    return [
        one
        for one in chart.phrases
        if chart.clause_of[one.head] == clause.at
        and one.head > trigger
        and one.owner >= 0
        and (chart.phrases[one.owner].prep or not chart.phrases[one.owner].cases & (NOM | GEN | DAT | ACC))
        and nominal(chart.nodes[one.head])[0] & ACC
    ]


def _relative_argument(chart: Chart, clause: Clause) -> dict[str, tuple[Any, ...]]:
    """What a relative pronoun that is no subject stands for: the antecedent as object, dative or with the pronoun's preposition."""
    if clause.kind != "rel" or clause.antecedent < 0:
        return {}
    antecedent = chart.phrases[clause.antecedent]
    cases = pronoun_cases(chart, clause)
    if clause.intro - 1 in clause.nodes and chart.categories[clause.intro - 1] == PREP:
        name = chart.nodes[clause.intro - 1].word.lower
        return {"preps": ((chart.syntax.variants.get(name, name), cases, antecedent),)}
    if cases & NOM and own_subject(chart, clause, clause.verbs[-1] if clause.verbs else -1, -1, frozenset()) is None:
        return {}
    return {"object": (antecedent,)} if cases & (ACC | GEN) else {"dative": (antecedent,)} if cases & DAT else {}


def _ordered(
    chart: Chart, clause: Clause, trigger: int, finite: int, passive: bool, subject: Phrase | None, tops: list[Phrase], person: int
) -> Arguments:
    """Arguments by word order: subject before the verb, object behind it, agent after "by"."""
    behind = [one for one in tops if one.first > trigger and not one.prep]
    agents = tuple(one for one in tops if one.prep in chart.syntax.agent and one.first > trigger)
    close = _own(chart, trigger, [one for one in behind if _unbroken(chart, trigger, one)])
    dative = (close[0],) if len(close) > 1 and close[0].last + 1 == close[1].first else ()
    objects = tuple(close[1:] if dative else close) or (() if passive else _told_before(chart, clause, finite))
    mine = (subject,) if subject is not None else ()
    return Arguments(
        voice="passive" if passive else "active",
        finite=finite,
        clause=clause.at,
        subject=agents if passive else mine,
        object=(*mine, *close) if passive else (*objects, *dative),
        dative=dative,
        preps=prepositional_of(tops),
        person=person,
        subject_open=subject is None and not passive and finite >= 0,
    )


def _told_before(chart: Chart, clause: Clause, finite: int) -> tuple[Phrase, ...]:
    """The object of a relative clause that has a subject of its own: what it describes ("the sanctions [that X imposed]")."""
    own = own_subject(chart, clause, finite, finite, frozenset()) if clause.kind == "rel" and clause.antecedent >= 0 else None
    if own is None or own.first > finite:
        return ()
    opened = clause.intro if clause.intro >= 0 else own.first
    beside = clause.intro >= 0 and any(one.pos == "adv" for one in chart.nodes[clause.intro].word.analyses)
    governed = opened > 0 and chart.categories[opened - 1] == PREP
    return () if beside or governed else (chart.phrases[clause.antecedent],)


def _own(chart: Chart, trigger: int, behind: list[Phrase]) -> list[Phrase]:
    """The objects of a verb without those of an infinitive behind its own object ("gave approval to deliver [aid]")."""
    marks = [at for at in range(trigger + 1, behind[-1].first) if chart.categories[at] == INF] if behind else []
    if marks[:1] == [trigger + 1]:
        return []  # "helped broker a deal"
    return [one for one in behind if one.first < marks[0]] or behind if marks else behind


def _unbroken(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """No mark and no other verb between trigger and phrase ("thanked him for providing data": the data are not thanked)."""
    return all(
        chart.categories[at] not in (PUNCT, FINITE) and not (chart.categories[at] == CONV and chart.categories[at - 1] == PREP)
        for at in range(trigger + 1, phrase.first)
    )
