"""Who stands where to a trigger: subject, object, dative, genitive, prepositions. The passive, participles, verbal nouns, relative clauses,
dropped and shared subjects are undone here, once, so that a rule speaks of deep subject and object alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.frames.chart import AUX, CONJ, CONV, FINITE, INF, NOUN, PREP, PUNCT, REL, Chart, Clause, Phrase, agreeing, nominal
from dragoman.model.token import ACC, DAT, GEN, INS, NEUT, NOM, Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.frames.nodes import Node
    from dragoman.model.mention import ActorMention

_FINITE = frozenset({"fin", "past", "imps", "cond", "aux", "imp", "short"})


class Arguments(msgspec.Struct, frozen=True, eq=False):
    """The phrases round a trigger by relation. `finite` is the verb that gives tense, person and subject (-1: none); `support` tells
    that it is a
    light verb; `person` is that of the finite verb; `subject_open` is true when no subject stands in the sentence but the verb asks for
    one.
    """

    voice: str
    finite: int
    clause: int
    subject: tuple[Phrase, ...] = ()
    object: tuple[Phrase, ...] = ()
    dative: tuple[Phrase, ...] = ()
    instrumental: tuple[Phrase, ...] = ()
    of: tuple[Phrase, ...] = ()
    adjectives: tuple[int, ...] = ()
    preps: tuple[tuple[str, int, Phrase], ...] = ()
    person: int = 0
    subject_open: bool = False
    support: bool = False


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
        return _nominal(chart, trigger, analysis, suffered)
    if analysis.form in ("ppas", "pact") and not _predicative(chart, trigger):
        return _participle(chart, trigger, analysis)
    return _verbal(chart, trigger, analysis, avoid)


def finite_of(chart: Chart, clause: Clause, trigger: int) -> int:
    """The finite verb that a trigger depends on: itself, or the last one before it in its clause, or the first one behind."""
    if trigger in clause.verbs:
        return trigger
    before = [one for one in clause.verbs if one < trigger]
    return before[-1] if before else clause.verbs[0] if clause.verbs else -1


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
        cases = {one.cases for one in chart.nodes[trigger].word.analyses if one.form == "ppas"}
        short = not near and NOM in cases and not any(chart.categories[one] == FINITE for one in clause.verbs)
        inside = chart.phrase_of[trigger] >= 0 and chart.phrases[chart.phrase_of[trigger]].head > trigger
        return not inside and (bool(near) or short)
    return bool(near) and near[-1] < trigger


def _tops(chart: Chart, clause: Clause) -> list[Phrase]:
    """The phrases of a clause that are nobody's genitive."""
    return [one for one in chart.phrases if chart.clause_of[one.head] == clause.at and one.owner < 0]


def _preps(phrases: Iterable[Phrase]) -> tuple[tuple[str, int, Phrase], ...]:
    return tuple((one.prep, one.cases, one) for one in phrases if one.prep)


def agrees(verb: Node, phrase: Phrase, chart: Chart) -> bool:
    """Can the phrase be the subject of the finite verb, by number, gender and person?"""
    grouped = phrase.group != phrase.at or any(one.group == phrase.at and one.at != phrase.at for one in chart.phrases)
    number = "p" if grouped else phrase.number
    for one in verb.word.analyses:
        if one.pos != "verb" or one.form not in _FINITE:
            continue
        if one.form == "imps" or one.person in (1, 2):
            continue
        if one.number and number and one.number != number and not (phrase.numeral and one.number == "s") and not grouped:
            continue
        genders = NEUT if phrase.numeral and one.number == "s" else 0 if _titled(chart, phrase) else phrase.genders
        if one.genders and genders and not grouped and one.number != "p" and not one.genders & genders:
            continue
        return True
    return False


def _titled(chart: Chart, phrase: Phrase) -> bool:
    """Is the phrase a person's title, whose gender need not be the person's ("глава МИД заявил", "министр заявила")?"""
    actor = chart.nodes[phrase.head].actor
    return actor is not None and actor.role == "title"


def may_be_subject(chart: Chart, finite: int, actors: Sequence[ActorMention]) -> bool:
    """Can actors named earlier be the dropped subject of a finite verb, by number and gender?"""
    if finite < 0 or not chart.syntax.by_case or len(actors) != 1:
        return True
    (actor,) = actors
    forms = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb" and one.form in _FINITE]
    return not forms or any(
        (not one.number or not actor.number or one.number == actor.number)
        and (one.number == "p" or not one.genders or not actor.genders or bool(one.genders & actor.genders))
        for one in forms
    )


def _subject(chart: Chart, clause: Clause, finite: int, trigger: int, avoid: frozenset[str]) -> Phrase | None:
    """The phrase that is the finite verb's subject in its own clause."""
    if finite < 0:
        return None
    tops = [one for one in _tops(chart, clause) if not one.prep and not (chart.lemmas(one.head) & avoid)]
    if not chart.syntax.by_case:
        before = [one for one in tops if one.last < finite and one.group == one.at]
        return _named_before(chart, before, finite)
    fitting = [one for one in tops if one.cases & NOM and one.group == one.at and agrees(chart.nodes[finite], one, chart)]
    if not fitting:
        return _taken_for_owner(chart, clause, finite)
    sure = [one for one in fitting if not one.cases & ACC]
    if not sure and _relative_does(chart, clause, fitting, finite):
        return None
    named = [one for one in fitting if one.last < finite and chart.nodes[one.head].actor is not None]
    if named and all(one.first > finite and _doubtful(chart, one) for one in sure):
        return named[-1]
    pool = sure or fitting
    before = [one for one in pool if one.last < finite]
    return before[-1] if before and not sure else pool[0]


def _relative_does(chart: Chart, clause: Clause, fitting: Sequence[Phrase], finite: int) -> bool:
    """Is a relative pronoun that stands for a person the subject, its object behind the verb ("X, który odwiedził Kijów")?"""
    if clause.kind != "rel" or clause.antecedent < 0 or clause.intro - 1 in clause.nodes or not _pronoun_cases(chart, clause) & NOM:
        return False
    antecedent = chart.phrases[clause.antecedent]
    actor = chart.nodes[antecedent.head].actor
    person = actor is not None and actor.role in ("title", "name", "organ") and agrees(chart.nodes[finite], antecedent, chart)
    return person and all(one.first > finite for one in fitting)


def _taken_for_owner(chart: Chart, clause: Clause, finite: int) -> Phrase | None:
    """A name without endings right before the verb that was read as the genitive of the noun before it ("W komunikacie Rubio ocenił")."""
    for one in chart.phrases:
        if one.last == finite - 1 and one.owner >= 0 and one.head == one.first and chart.clause_of[one.head] == clause.at:
            node = chart.nodes[one.head]
            bare = node.actor is not None and node.actor.role != "title" and nominal(node)[0] & NOM
            free = msgspec.structs.replace(one, owner=-1, cases=NOM)
            return free if bare and agrees(chart.nodes[finite], free, chart) else None
    return None


def _owner_of_infinitive(chart: Chart, trigger: int) -> Phrase | None:
    """Whose deed an infinitive behind a noun is: "the decision of Oman to withdraw", "Oman's plan to visit", "got Oman to visit",
    "for Oman to visit".
    """
    if chart.categories[trigger] != INF or trigger < 2 or chart.nodes[trigger - 1].word.lower not in chart.syntax.infinitive:
        return None
    phrase = next((one for one in chart.phrases if one.last == trigger - 2), None)
    if phrase is None:
        return None
    if phrase.owner >= 0:
        return phrase if chart.nodes[phrase.head].actor is not None else None
    verb = chart.nodes[phrase.first - 1].word.lemmas if phrase.first and not phrase.prep else frozenset({phrase.prep})
    if verb & chart.syntax.control and chart.nodes[phrase.head].actor is not None:
        return phrase
    named = [at for at in phrase.modifiers if chart.nodes[at].actor is not None]
    if chart.nodes[phrase.head].actor is not None or not named:
        return None
    return msgspec.structs.replace(phrase, head=named[0], last=named[0], modifiers=())


def _charged_with(chart: Chart, trigger: int) -> Phrase | None:
    """Whose deed a gerund behind a preposition is: the object's right before it ("accused Oman of arming rebels", "thanked Oman for")."""
    if chart.categories[trigger] != CONV or trigger < 3 or chart.nodes[trigger - 1].word.lower not in chart.syntax.content:
        return None
    phrase = next((one for one in chart.phrases if one.last == trigger - 2 and not one.prep), None)
    behind_verb = phrase is not None and phrase.first > 0 and chart.categories[phrase.first - 1] in (FINITE, INF, CONV)
    return phrase if phrase is not None and behind_verb and chart.nodes[phrase.head].actor is not None else None


def _named_before(chart: Chart, before: list[Phrase], finite: int) -> Phrase | None:
    """The last phrase before the verb, or the one that it stands beside in marks ("Pakistan, a key ally of Oman, has refused")."""
    before = before[: _set_apart(chart, before, finite)]
    while len(before) > 1:
        last, left = before[-1], before[-2]
        if last.first and chart.categories[last.first - 1] == CONV and _names_actor(chart, left):
            before = before[:-1]  # the object of a participle: "the coalition fighting rebels has declared"
            continue
        apart = chart.nodes[last.first - 1].text == "," and any(chart.nodes[at].text == "," for at in range(last.last + 1, finite))
        end = max(one.last for one in chart.members(left))
        if not apart or end != last.first - 2 or chart.nodes[left.head].actor is None:
            break
        before = before[:-1]
    return before[-1] if before else None


def _set_apart(chart: Chart, before: list[Phrase], finite: int) -> int:
    """How many phrases stand before a remark between commas that closes right before the verb, if a side's name stands before it."""
    commas = [at for at in range(finite) if chart.nodes[at].text == ","]
    if len(commas) < 2 or any(one.head > commas[-1] for one in before):
        return len(before)
    opens, closes = commas[-2:]
    verbal = any(chart.categories[at] in (FINITE, AUX, CONV) for at in range(opens, closes))
    for count, one in enumerate(before, start=1):
        if one.last < opens and max(other.last for other in chart.members(one)) == opens - 1 and chart.nodes[one.head].actor and not verbal:
            return count
    return len(before)


def _doubtful(chart: Chart, phrase: Phrase) -> bool:
    """May a phrase that looks like a subject be something else: an unknown name, or a form that other cases share?"""
    node = chart.nodes[phrase.head]
    return node.kind == "word" and (node.word.capital or phrase.cases != NOM)


def _person(chart: Chart, finite: int) -> int:
    if finite < 0:
        return 0
    return max((one.person for one in chart.nodes[finite].word.analyses if one.pos == "verb"), default=0)


def _impersonal(chart: Chart, finite: int) -> bool:
    """Does the verb name no doer: an impersonal (podpisano), or a predicative without person and number (można, trzeba)?"""
    if finite < 0:
        return False
    verbs = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb"]
    bare = chart.syntax.by_case and bool(verbs) and all(one.form == "fin" and not one.person and not one.number for one in verbs)
    return bare or any(one.form == "imps" for one in verbs)


def subject_of(chart: Chart, clause: Clause, depth: int = 0) -> Phrase | None:
    """The subject of a clause: its own, its antecedent's, or that of the clause it is coordinated with or depends on."""
    finite = clause.verbs[-1] if clause.verbs else -1
    own = _subject(chart, clause, finite, finite, frozenset())
    if own is not None and _stands_for_another(chart, own):
        own = None
    if own is not None or depth > 3:
        return own
    if clause.kind == "rel" and clause.antecedent >= 0 and _declines(chart, clause) and _pronoun_cases(chart, clause) & NOM:
        return chart.phrases[clause.antecedent]
    if clause.parent < 0 or _impersonal(chart, finite) or _person(chart, finite) in (1, 2):
        return None
    if clause.kind in ("coord", "that", "time", "because", "although", "paren", "rel"):
        above = subject_of(chart, chart.clauses[clause.parent], depth + 1)
        if above is not None and (finite < 0 or agrees(chart.nodes[finite], above, chart)):
            return above
        outer = chart.clauses[chart.clauses[clause.parent].parent] if clause.kind == "coord" and above is not None else None
        if outer is not None and chart.clauses[clause.parent].parent >= 0:  # "said that the talks were over but refused to tell more"
            above = subject_of(chart, outer, depth + 1)
            return above if above is not None and agrees(chart.nodes[finite], above, chart) else None
    return None


def _declines(chart: Chart, clause: Clause) -> bool:
    """Is the relative a pronoun (który, who), not an adverb of place (gdzie, where)?"""
    return not chart.syntax.by_case or any(one.cases for one in chart.nodes[clause.intro].word.analyses)


def _pronoun_cases(chart: Chart, clause: Clause) -> int:
    """Cases that the relative pronoun of a clause can have (0 where it opens none)."""
    if clause.intro < 0:
        return 0
    cases = 0
    for one in chart.nodes[clause.intro].word.analyses:
        cases |= one.cases
    if clause.intro - 1 in clause.nodes and chart.categories[clause.intro - 1] == PREP:
        name = chart.nodes[clause.intro - 1].word.lower
        cases &= chart.syntax.prepositions.get(chart.syntax.variants.get(name, name), 127) & ~NOM
    return cases or NOM


def _verbal(chart: Chart, trigger: int, analysis: Analysis, avoid: frozenset[str]) -> Arguments:
    if not chart.syntax.by_case:
        avoid = frozenset()  # order alone tells a subject ("guards beat a soldier")
    clause = chart.clauses[chart.clause_of[trigger]]
    finite = finite_of(chart, clause, trigger)
    passive = analysis.form in ("ppas", "short")
    if analysis.form == "short":
        finite = next((one for one in clause.verbs if chart.categories[one] == AUX and 0 < trigger - one <= 4), finite)
    own = _subject(chart, clause, finite, trigger, avoid if not passive else frozenset())
    person = _person(chart, finite)
    if own is not None and (_stands_for_another(chart, own) or (not chart.syntax.by_case and own.first > trigger and not passive)):
        own = None  # a pronoun; or the object of an infinitive that is the subject itself ("to visit Oman surprised X")
    shared = own
    if own is None and not _impersonal(chart, finite) and person not in (1, 2):
        shared = subject_of(chart, clause)
        if shared is not None and chart.lemmas(shared.head) & avoid:
            shared = None
    tops = [one for one in _tops(chart, clause) if own is None or one.group != own.group]
    if shared is None and own is None and not passive and chart.syntax.by_case:
        shared = _office(chart, tops, finite)
    if not chart.syntax.by_case:
        shared = _owner_of_infinitive(chart, trigger) or _charged_with(chart, trigger) or shared
        return _ordered(chart, clause, trigger, finite, passive, shared, tops, person)
    tops = [one for one in tops if trigger in one.modifiers or not _of_participle(chart, one)]
    if chart.categories[trigger] == CONV:
        tops = [one for one in tops if _same_stretch(chart, trigger, one)]
    bare = [one for one in tops if not one.prep]
    agents = [one for one in tops if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case]
    agents = [one for one in agents if not (passive and _done_by_another(chart, trigger, one))]
    agents = agents or (
        [one for one in bare if one.cases & INS] if (passive or _impersonal(chart, finite)) and chart.syntax.agent_case & INS else []
    )
    objects = _nearest([one for one in bare if one.cases & (ACC | GEN)], trigger) or _loose(chart, clause, trigger)
    extra = _relative_argument(chart, clause)
    return Arguments(
        voice="passive" if passive else "active",
        finite=finite,
        clause=clause.at,
        subject=tuple(agents) if passive or _impersonal(chart, finite) else (shared,) if shared is not None else (),
        object=((shared,) if shared is not None else ()) if passive else (*objects, *extra.get("object", ())),
        dative=(*_datives(chart, bare, trigger), *extra.get("dative", ())),
        instrumental=tuple(one for one in bare if one.cases & INS),
        preps=(*_preps(tops), *extra.get("preps", ())),
        person=person,
        subject_open=shared is None
        and not passive
        and finite >= 0
        and not _impersonal(chart, finite)
        and not _named_subject(chart, clause, finite)
        and not any(chart.categories[one] == REL and one < trigger for one in clause.nodes),
    )


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


def _office(chart: Chart, tops: list[Phrase], finite: int) -> Phrase | None:
    """Who acts where a plural verb without a subject names the seat: "в Берлине осудили", "в МИД заявили"."""
    verbs = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb"] if finite >= 0 else []
    plural = bool(verbs) and all(one.number == "p" and one.person in (0, 3) for one in verbs)
    if not plural:
        return None
    places = [one for one in tops if one.last < finite and any(relation_fits(way, one.prep, one.cases) for way in chart.syntax.place)]
    seats = [one for one in places if (actor := chart.nodes[one.head].actor) is not None and actor.role in ("capital", "organ")]
    return seats[-1] if seats else None


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


def _named_subject(chart: Chart, clause: Clause, finite: int) -> bool:
    own = _subject(chart, clause, finite, finite, frozenset())
    return own is not None and not _stands_for_another(chart, own)


def _stands_for_another(chart: Chart, phrase: Phrase) -> bool:
    """Is the subject only a pronoun for one named before?"""
    return chart.nodes[phrase.head].kind == "word" and bool(chart.lemmas(phrase.head) & chart.syntax.pronouns)


def _nearest(phrases: list[Phrase], trigger: int) -> list[Phrase]:
    """Objects in order: those behind the verb first, then those before it, the nearer the earlier."""
    return sorted(phrases, key=lambda one: (one.head < trigger, abs(one.head - trigger)))


def _relative_argument(chart: Chart, clause: Clause) -> dict[str, tuple[Any, ...]]:
    """What a relative pronoun that is no subject stands for: the antecedent as object, dative or with the pronoun's preposition."""
    if clause.kind != "rel" or clause.antecedent < 0:
        return {}
    antecedent = chart.phrases[clause.antecedent]
    cases = _pronoun_cases(chart, clause)
    if clause.intro - 1 in clause.nodes and chart.categories[clause.intro - 1] == PREP:
        name = chart.nodes[clause.intro - 1].word.lower
        return {"preps": ((chart.syntax.variants.get(name, name), cases, antecedent),)}
    if cases & NOM and _subject(chart, clause, clause.verbs[-1] if clause.verbs else -1, -1, frozenset()) is None:
        return {}
    return {"object": (antecedent,)} if cases & (ACC | GEN) else {"dative": (antecedent,)} if cases & DAT else {}


def _ordered(
    chart: Chart, clause: Clause, trigger: int, finite: int, passive: bool, subject: Phrase | None, tops: list[Phrase], person: int
) -> Arguments:
    """Arguments by word order: subject before the verb, object behind it, agent after "by"."""
    behind = [one for one in tops if one.first > trigger and not one.prep]
    agents = tuple(one for one in tops if one.prep in chart.syntax.agent and one.first > trigger)
    close = [one for one in behind if _unbroken(chart, trigger, one)]
    dative = (close[0],) if len(close) > 1 and close[0].last + 1 == close[1].first else ()
    objects = tuple(close[1:] if dative else close)
    mine = (subject,) if subject is not None else ()
    return Arguments(
        voice="passive" if passive else "active",
        finite=finite,
        clause=clause.at,
        subject=agents if passive else mine,
        object=(*mine, *close) if passive else (*objects, *dative),
        dative=dative,
        preps=_preps(tops),
        person=person,
        subject_open=subject is None and not passive and finite >= 0,
    )


def _same_stretch(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """No mark between an adverbial participle and a phrase: what stands beyond is the main verb's, unless a pronoun points back to it
    ("..., oskarżając go o zbrodnie").
    """
    low, high = sorted((trigger, phrase.head))
    clause = chart.clauses[chart.clause_of[trigger]]
    behind = [at for at in clause.nodes if trigger < at <= trigger + 2]
    if phrase.head < trigger and any(chart.lemmas(at) & chart.syntax.pronouns for at in behind):
        return True
    return all(chart.categories[at] != PUNCT or at in _breadth(chart, phrase) for at in range(low + 1, high))


def _breadth(chart: Chart, phrase: Phrase) -> range:
    """The nodes from the first to the last phrase of a coordination."""
    family = chart.members(phrase)
    return range(family[0].first, family[-1].last + 1)


def _unbroken(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """No mark and no other verb between trigger and phrase ("thanked him for providing data": the data are not thanked)."""
    return all(
        chart.categories[at] not in (PUNCT, FINITE) and not (chart.categories[at] == CONV and chart.categories[at - 1] == PREP)
        for at in range(trigger + 1, phrase.first)
    )


def _participle(chart: Chart, trigger: int, analysis: Analysis) -> Arguments:
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
            agreeing_ones = [one for one in behind if one.cases & analysis.cases]
            after_comma = trigger > 0 and chart.nodes[trigger - 1].text == ","
            behind_comma = after_comma and bool(before and before[-1].cases & analysis.cases)
            home = agreeing_ones[0] if agreeing_ones and not behind_comma else before[-1] if before else None
            apart = before[-1] if before and trigger and chart.nodes[trigger - 1].text == "," else None
            home = apart if apart is not None and agreeing(chart.nodes[trigger], chart.nodes[apart.head]) & analysis.cases else home
    passive = analysis.form == "ppas"
    described = _described(chart, trigger) if not passive and chart.syntax.by_case else None
    home = described if described is not None else home
    around = [one for one in _tops(chart, clause) if home is None or one.at != home.at]
    after = [one for one in around if one.head > trigger]
    agents = tuple(one for one in after if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case)
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
        preps=_preps(after),
    )


def _described(chart: Chart, trigger: int) -> Phrase | None:
    """The noun right before an active participle that agrees with it ("rezolucja wzywająca X"): what follows is then its object."""
    before = [one for one in chart.phrases if one.last == trigger - 1]
    return before[-1] if before and agreeing(chart.nodes[trigger], chart.nodes[before[-1].head]) & before[-1].cases else None


def _of_participle(chart: Chart, phrase: Phrase) -> bool:
    """Is a phrase the object of an active participle that describes the noun before ("rezolucja wzywająca X")?"""
    return any(
        any(one.form == "pact" for one in chart.nodes[at].word.analyses) and _described(chart, at) is not None for at in phrase.modifiers
    )


def _between(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    return all(chart.categories[at] not in (PUNCT, FINITE, CONJ) for at in range(trigger + 1, phrase.first))


def _nominal(chart: Chart, trigger: int, analysis: Analysis, suffered: bool) -> Arguments:
    """A noun that names a deed: genitive and adjective give its sides; a light verb lends it subject and tense."""
    clause = chart.clauses[chart.clause_of[trigger]]
    at = chart.phrase_of[trigger]
    home = chart.phrases[at] if at >= 0 else None
    if home is None:
        return Arguments(voice="nominal", finite=-1, clause=clause.at)
    support = _support(chart, clause, home)
    if support < 0 and (told := _told_by_relative(chart, home)) is not None:
        return told
    of = tuple(one for one in chart.phrases if one.owner == home.at) or _behind_means(chart, home, analysis)
    tops = [one for one in _tops(chart, clause) if one.at != home.at and one.at != home.owner]
    close = [one for one in tops if _parted(home, one) or (one.first > home.last and _reaches(chart, home, one))]
    near = [one for one in tops if one.prep and (one in close or (support >= 0 and not _after_another(chart, home, one)))]
    near.sort(key=lambda one: (one.first < home.first, abs(one.first - home.last)))
    agents = tuple(
        one for one in near if one.prep in chart.syntax.agent and one.cases & chart.syntax.agent_case and _own_agent(chart, home, one)
    )
    agents = agents or _bare_agents(chart, home, tops)
    of = of or _behind_place(chart, home)
    deep = analysis.form == "ger" or bool(agents) or suffered
    of = of or _behind_agent(chart, agents) if analysis.form == "ger" else of
    subject: tuple[Phrase, ...] = agents if deep else of
    open_subject = False
    dative: tuple[Phrase, ...] = ()
    if support >= 0 and _said_of(chart, home, support):
        own = subject_of(chart, clause)
        subject = (own, *subject) if own is not None and own.at != home.at else subject
        open_subject = own is None
    elif support >= 0 and chart.lemmas(support) & chart.syntax.light.keys():
        given = () if deep else tuple(one for one in of if nominal(chart.nodes[one.head])[0] & DAT)
        kept = tuple(one for one in subject if one not in given)
        if not any(_names_actor(chart, one) for one in kept):
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
    equal = _equated(chart, home) if not subject else None
    subject = (equal,) if equal is not None else subject
    bare = [one for one in tops if not one.prep]
    return Arguments(
        voice="nominal",
        finite=support,
        clause=clause.at,
        subject=subject,
        object=of if deep else (),
        dative=(*(one for one in bare if one.cases & DAT and not one.cases & ACC and (support >= 0 or one in close)), *dative),
        of=of,
        adjectives=tuple(one for one in home.modifiers if chart.nodes[one].actor is not None),
        preps=_preps(near),
        person=_person(chart, support),
        subject_open=open_subject and not _impersonal(chart, support),
        support=support >= 0,
    )


def _told_by_relative(chart: Chart, home: Phrase) -> Arguments | None:
    """The sides of a noun whose light verb stands in the relative clause that describes it ("rozmowy, które X odbył z Y")."""
    if not chart.syntax.by_case or any(one.owner == home.at for one in chart.phrases):
        return None
    for clause in chart.clauses:
        if clause.kind != "rel" or clause.antecedent != home.at or not clause.verbs:
            continue
        verb = clause.verbs[-1]
        ways = [way for lemma in chart.lemmas(verb) & chart.syntax.light.keys() for way in chart.syntax.light[lemma]]
        cases = _pronoun_cases(chart, clause)
        if clause.intro - 1 in clause.nodes or not (("object" in ways and cases & ACC) or ("of" in ways and cases & GEN)):
            continue
        own = _subject(chart, clause, verb, verb, frozenset())
        subject = own if own is not None else subject_of(chart, chart.clauses[clause.parent])
        if own is None and subject is not None and not agrees(chart.nodes[verb], subject, chart):
            subject = None
        tops = [one for one in _tops(chart, clause) if own is None or one.at != own.at]
        return Arguments(
            voice="nominal",
            finite=verb,
            clause=clause.at,
            subject=(subject,) if subject is not None else (),
            dative=tuple(one for one in tops if not one.prep and one.cases & DAT and not one.cases & ACC),
            adjectives=tuple(one for one in home.modifiers if chart.nodes[one].actor is not None),
            preps=_preps(tops),
            person=_person(chart, verb),
            subject_open=subject is None and not _impersonal(chart, verb),
            support=True,
        )
    return None


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
    return tuple(one for one in behind if chart.nodes[one.head].actor is not None and _reaches(chart, home, one))[:1]


def _behind_agent(chart: Chart, agents: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The object of a noun of doing that its plain agent has parted from it ("введення Вашингтоном санкцій")."""
    bare = [one for one in agents if not one.prep]
    behind = (one for one in chart.phrases if bare and one.first == bare[0].last + 1)
    return tuple(one for one in behind if one.owner < 0 and not one.prep and one.cases & GEN)


def _said_of(chart: Chart, home: Phrase, verb: int) -> bool:
    """Is the noun what a copula says of its subject ("X jest sojusznikiem Y", "X is an ally of Y")?"""
    if home.prep or not chart.lemmas(verb) & chart.syntax.copulas:
        return False
    if chart.syntax.by_case:
        return bool(nominal(chart.nodes[home.head])[0] & INS)
    return home.first > verb and not any(chart.categories[one] in (INF, FINITE, CONV) for one in range(verb + 1, home.first))


def _equated(chart: Chart, home: Phrase) -> Phrase | None:
    """Of what a noun is said without a verb ("Rosja to agresor"): the nominative right before the word that stands for "is"."""
    if not chart.syntax.by_case or home.prep or not home.cases & NOM or home.first < 2:
        return None
    if chart.nodes[home.first - 1].word.lower not in chart.syntax.copulas:
        return None
    return next((one for one in chart.phrases if one.last == home.first - 2 and not one.prep and one.cases & NOM), None)


def _names_actor(chart: Chart, phrase: Phrase) -> bool:
    """Does a phrase name a side, as its head or by an adjective (rather than a thing: dostawy gazu)?"""
    return any(chart.nodes[at].actor is not None for at in (phrase.head, *phrase.modifiers))


def _reaches(chart: Chart, home: Phrase, phrase: Phrase) -> bool:
    """Does a prepositional phrase still belong to the noun: no finite verb and no clause mark between?"""
    rows = {at for one in chart.phrases if one.owner == home.at for at in _breadth(chart, one)} if chart.syntax.by_case else set()
    return all(
        chart.categories[at] not in (FINITE, AUX)
        and (at in rows or not (chart.categories[at] == PUNCT and chart.nodes[at].text in ",;:–—"))
        for at in range(home.last + 1, phrase.first)
    )


def _support(chart: Chart, clause: Clause, home: Phrase) -> int:
    """The clause's verb when it only supports the noun: a light verb in the listed relation, or a verb of taking place with it as
    subject.
    """
    light = chart.syntax.light
    while home.owner >= 0:
        home = chart.phrases[home.owner]
    full = any(chart.categories[one] == FINITE for one in clause.verbs)
    infinitives = () if chart.syntax.by_case else tuple(one for one in clause.nodes if chart.categories[one] == INF and one < home.first)
    for verb in reversed(sorted((*clause.verbs, *infinitives))):
        if full and chart.categories[verb] == AUX:
            continue
        lemmas = chart.lemmas(verb)
        if _governs_another(chart, verb, home):
            continue
        for lemma in lemmas & light.keys():
            if any(_stands(home, way, chart) and not (way == "object" and _reflexive(chart, verb)) for way in light[lemma]):
                return verb
        if _said_of(chart, home, verb):
            return verb
        if lemmas & chart.syntax.light_subject and not home.prep and home.cases & NOM and agrees(chart.nodes[verb], home, chart):
            return verb
    return -1


def _governs_another(chart: Chart, verb: int, home: Phrase) -> bool:
    """Does an infinitive of substance stand between the verb and the noun ("ma zapowiedzieć sankcje")?"""
    return any(
        chart.categories[at] == INF and chart.clause_of[at] == chart.clause_of[verb] and not chart.lemmas(at) & chart.syntax.light.keys()
        for at in range(verb + 1, home.head)
    )


def _reflexive(chart: Chart, verb: int) -> bool:
    """Is a reflexive pronoun right beside the verb, so that it has no object ("odbyły się rozmowy")?"""
    beside = (at for at in (verb - 1, verb + 1) if 0 <= at < len(chart.nodes))
    return any(chart.nodes[at].word.lower in chart.syntax.reflexive for at in beside)


def _stands(home: Phrase, way: str, chart: Chart) -> bool:
    if way == "object":
        return not home.prep and (not chart.syntax.by_case or bool(home.cases & (ACC | GEN)))
    if way == "of":
        return not home.prep and bool(home.cases & GEN)
    if way.endswith("+ger"):  # only a verbal noun: who tells of a signing signed
        return any(one.form == "ger" for one in chart.nodes[home.head].word.analyses) and _stands(home, way.removesuffix("+ger"), chart)
    return relation_fits(way, home.prep, home.cases)


_NAMES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "ins": INS, "loc": 32}


def relation_fits(way: str, prep: str, cases: int) -> bool:
    """Does a preposition with its case mask meet ``na+acc`` or plain ``na``?"""
    name, _, case = way.partition("+")
    return prep == name and (not case or bool(cases & _NAMES[case]))


def with_particles(arguments: Arguments, rest: tuple[str, ...]) -> Arguments:
    """The arguments of a trigger of several words: what stands behind its own particle is its object ("call off talks", "lash out at them")."""
    behind = tuple(phrase for prep, _, phrase in arguments.preps if prep.partition(" ")[0] in rest)
    return msgspec.structs.replace(arguments, object=(*behind, *arguments.object)) if behind else arguments
