"""Who is the subject of a verb: its own, its antecedent's, that of the clause above, or nobody in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.agreement import nominal
from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import AUX, CONJ, CONV, FINITE, INF, OTHER, PREP, PUNCT, Chart, Clause, Phrase
from dragoman.model.token import ACC, DAT, GEN, NEUT, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.model.mention import ActorMention


_FINITE = frozenset({"fin", "past", "imps", "cond", "aux", "imp", "short"})


def finite_of(chart: Chart, clause: Clause, trigger: int) -> int:
    """The finite verb that a trigger depends on: itself, or the last one before it in its clause, or the first one behind."""
    if trigger in clause.verbs:
        return trigger
    before = [one for one in clause.verbs if one < trigger]
    return before[-1] if before else clause.verbs[0] if clause.verbs else -1


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
        declined = _titled(chart, phrase) or (chart.nodes[phrase.head].kind == "word" and bool(phrase.cases & NOM))
        if not number and one.number and declined and not _nominative_in(chart, phrase, one.number):
            continue
        genders = NEUT if phrase.numeral and one.number == "s" else 0 if _titled(chart, phrase) else phrase.genders
        if one.genders and genders and not grouped and one.number != "p" and not one.genders & genders:
            continue
        return True
    return not chart.syntax.by_case and "ger" in verb.word.forms  # "said it was sending"


def _nominative_in(chart: Chart, phrase: Phrase, number: str) -> bool:
    """Has a form that several numbers share a nominative in this one ("przywódcy": leaders did, or to the leader)?"""
    words = [one for one in chart.nodes[phrase.head].word.analyses if one.pos == "noun" and one.cases & NOM and one.number]
    return not words or any(one.number == number for one in words)


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


def is_object_word(chart: Chart, phrase: Phrase, words: frozenset[str]) -> bool:
    """Is a phrase one of the words that a rule wants as object, in a form that can be one?"""
    return bool(chart.lemmas(phrase.head) & words) and bool(phrase.cases & (ACC | GEN) or not chart.syntax.by_case)


def own_subject(chart: Chart, clause: Clause, finite: int, trigger: int, avoid: frozenset[str]) -> Phrase | None:
    """The phrase that is the finite verb's subject in its own clause."""
    if finite < 0:
        return None
    tops = [one for one in chart.tops[clause.at] if not one.prep and not is_object_word(chart, one, avoid)]
    if not chart.syntax.by_case:
        before = [one for one in tops if one.last < finite and one.group == one.at]
        return _named_before(chart, before, finite)
    fitting = [one for one in tops if one.cases & NOM and one.group == one.at and agrees(chart.nodes[finite], one, chart)]
    fitting = [one for one in fitting if not _labels(chart, one, finite) and not _named_in_marks(chart, one)]
    fitting = [one for one in fitting if not _in_words_before(chart, one.last, finite)]
    if not fitting:
        return _taken_for_owner(chart, clause, finite)
    sure = [one for one in fitting if not one.cases & ACC]
    if not sure and any(told(chart, clause, fitting, finite) for told in (_relative_does, _goes_on, _of_a_seat)):
        return None
    named = [one for one in fitting if one.last < finite and chart.nodes[one.head].actor is not None]
    if named and all(one.first > finite and _doubtful(chart, one) for one in sure):
        return named[-1]
    pool = sure or fitting
    before = [one for one in pool if one.last < finite]
    return before[-1] if before and not sure else pool[0]


def _labels(chart: Chart, phrase: Phrase, finite: int) -> bool:
    """Does a colon between a phrase and the verb make it the label of what follows ("Uwaga: Peru wzywa Chile")? Not the one before a list
    that a comma closes ("Trzy kraje: Peru, Chile i Kuba, wzywają").
    """
    colon = next((at for at in range(phrase.last + 1, finite) if chart.nodes[at].text == ":"), -1)
    return colon >= 0 and not (chart.nodes[colon + 1].actor is not None and chart.nodes[finite - 1].text == ",")


_MARKS = frozenset("\"„”“«»'")


def _named_in_marks(chart: Chart, phrase: Phrase) -> bool:
    """Does a preposition govern the title in marks that a phrase is a word of ("Zdaniem „Kurier Morski”, X grozi Y")?"""
    for at in range(phrase.first - 1, max(0, phrase.first - 5), -1):
        if chart.nodes[at].text in _MARKS:
            return chart.categories[at - 1] == PREP
        if chart.categories[at] == PUNCT:
            return False
    return False


def _relative_does(chart: Chart, clause: Clause, fitting: Sequence[Phrase], finite: int) -> bool:
    """Is a relative pronoun that stands for a person the subject, its object behind the verb ("X, który odwiedził Kijów")?"""
    if clause.kind != "rel" or clause.antecedent < 0 or clause.intro - 1 in clause.nodes or not pronoun_cases(chart, clause) & NOM:
        return False
    antecedent = chart.phrases[clause.antecedent]
    actor = chart.nodes[antecedent.head].actor
    person = actor is not None and actor.role in ("title", "name", "organ") and agrees(chart.nodes[finite], antecedent, chart)
    return person and all(one.first > finite for one in fitting)


_STATES = frozenset({"name", "capital"})


def _goes_on(chart: Chart, clause: Clause, fitting: Sequence[Phrase], finite: int) -> bool:
    """Does what is told with "that" go on with who tells it, the state behind its verb being the object ("сказал, что поддерживает
    Израиль")?
    """
    states = [one.first > finite and (actor := chart.nodes[one.head].actor) is not None and actor.role in _STATES for one in fitting]
    if clause.kind != "that" or clause.parent < 0 or not all(states):
        return False
    above = subject_of(chart, chart.clauses[clause.parent])
    return above is not None and chart.nodes[above.head].actor is not None and agrees(chart.nodes[finite], above, chart)


def _taken_for_owner(chart: Chart, clause: Clause, finite: int) -> Phrase | None:
    """A name without endings right before the verb that was read as the genitive of the noun before it ("W komunikacie Rubio ocenił")."""
    verb = finite - 1 if finite and chart.nodes[finite - 1].word.lower in chart.syntax.negators else finite
    for one in chart.phrases:
        if one.last == verb - 1 and one.owner >= 0 and one.head == one.first and chart.clause_of[one.head] == clause.at:
            node = chart.nodes[one.head]
            bare = node.actor is not None and node.actor.role != "title" and nominal(node)[0] & NOM
            free = msgspec.structs.replace(one, owner=-1, cases=NOM)
            return free if bare and agrees(chart.nodes[finite], free, chart) else None
    return None


def control_over(chart: Chart, clause: Clause, trigger: int) -> int:
    """The verb that gives an infinitive to its object by case ("змусили [Кенію] відмовитися"), or -1."""
    if not chart.syntax.by_case or chart.categories[trigger] != INF:
        return -1
    verbs = (at for at in range(trigger - 1, clause.first - 1, -1) if chart.categories[at] in (FINITE, INF, CONV))
    verb = next((at for at in verbs if chart.clause_of[at] == clause.at), -1)
    polite = verb >= 0 and any(one.form == "imp" for one in chart.nodes[verb].word.analyses)  # "Позвольте мне поприветствовать"
    return verb if verb >= 0 and not polite and chart.lemmas(verb) & chart.syntax.control else -1


def object_of_control(chart: Chart, clause: Clause, verb: int, trigger: int) -> Phrase | None:
    """Who is to do what the infinitive tells: the object between the two verbs, else one before them that can be no subject."""
    bare = [one for one in chart.tops[clause.at] if not one.prep and one.cases & (ACC | DAT | GEN)]
    between = [one for one in bare if verb < one.first and one.last < trigger]
    return next(iter(between or [one for one in bare if one.last < verb and not one.cases & NOM]), None)


def owner_of_infinitive(chart: Chart, trigger: int) -> Phrase | None:
    """Whose deed an infinitive behind a noun is: "the decision of Oman to withdraw", "Oman's plan to visit", "got Oman to visit",
    "for Oman to visit".
    """
    if chart.categories[trigger] != INF or trigger < 2 or chart.nodes[trigger - 1].word.lower not in chart.syntax.infinitive:
        return None
    phrase = next((one for one in chart.phrases if one.last == trigger - 2), None)
    if phrase is None:
        return None
    if phrase.owner >= 0:
        unnamed = bool(chart.lemmas(phrase.head) & chart.syntax.bodies)  # "the ability of residents to visit"
        return phrase if unnamed or chart.nodes[phrase.head].actor is not None else None
    lead = chart.members(phrase)[0]
    before = lead.first - 1
    while before > 0 and chart.categories[before] == CONJ:
        before -= 1  # "urged both Oman and Iran to sign"
    verb = chart.nodes[before].word.lemmas if before >= 0 and not lead.prep else frozenset({lead.prep})
    if verb & chart.syntax.control and any(chart.nodes[one.head].actor is not None for one in chart.members(phrase)):
        return lead
    named = [at for at in phrase.modifiers if chart.nodes[at].actor is not None]
    people = chart.lemmas(phrase.head) & (chart.syntax.counterparts | chart.syntax.bodies)
    if chart.nodes[phrase.head].actor is not None or not named or people:
        return None  # "called his Omani counterpart to express": the caller does
    return msgspec.structs.replace(phrase, head=named[0], last=named[0], modifiers=())


def _named_before(chart: Chart, before: list[Phrase], finite: int) -> Phrase | None:
    """The last phrase before the verb, or the one that it stands beside in marks ("Pakistan, a key ally of Oman, has refused")."""
    before = before[: _set_apart(chart, before, finite)]
    while len(before) > 1:
        last, left = before[-1], before[-2]
        if last.first and chart.categories[last.first - 1] == CONV and names_actor(chart, left):
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
    if len(before) < 2:
        return len(before)
    commas = [at for at in range(finite) if chart.nodes[at].text == ","]
    if len(commas) < 2 or any(one.head > commas[-1] for one in before):
        return len(before)
    opens, closes = commas[-2:]
    inner = [at for at in range(opens + 1, closes) if chart.categories[at] != OTHER]
    verbal = any(chart.categories[at] in (FINITE, AUX) or (chart.categories[at] == CONV and at != inner[0]) for at in inner)
    for count, one in enumerate(before, start=1):
        if one.last < opens and max(other.last for other in chart.members(one)) == opens - 1 and chart.nodes[one.head].actor and not verbal:
            return count
    return len(before)


def _doubtful(chart: Chart, phrase: Phrase) -> bool:
    """May a phrase that looks like a subject be something else: an unknown name, or a form that other cases share?"""
    node = chart.nodes[phrase.head]
    if node.kind == "word":
        return node.word.capital or phrase.cases != NOM
    return node.actor is not None and bool(node.actor.cases & ACC & ~phrase.cases)  # in a row with an unknown name


def person_of(chart: Chart, finite: int) -> int:
    if finite < 0:
        return 0
    return max((one.person for one in chart.nodes[finite].word.analyses if one.pos == "verb"), default=0)


def is_impersonal(chart: Chart, finite: int) -> bool:
    """Does the verb name no doer: an impersonal (podpisano), or a predicative without person and number (można, trzeba)?"""
    if finite < 0:
        return False
    verbs = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb"]
    if _done_to(chart, finite):
        return True
    bare = chart.syntax.by_case and bool(verbs) and all(one.form == "fin" and not one.person and not one.number for one in verbs)
    return bare or any(one.form == "imps" for one in verbs)


def _done_to(chart: Chart, finite: int) -> bool:
    """Does a reflexive beside a verb in the singular leave an object in the plural without a doer ("sankcje znosi się powoli")?"""
    beside = any(chart.nodes[at].word.lower in chart.syntax.reflexive for at in (finite - 1, finite + 1) if 0 <= at < len(chart.nodes))
    verbs = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb"] if beside and chart.syntax.by_case else []
    if not verbs or any(one.number != "s" or one.person not in (0, 3) for one in verbs):
        return False
    tops = [
        one for one in chart.tops[chart.clause_of[finite]] if not one.prep and one.number == "p" and chart.nodes[one.head].actor is None
    ]
    named = any(
        one.cases & NOM and not one.cases & ACC and agrees(chart.nodes[finite], one, chart) for one in chart.tops[chart.clause_of[finite]]
    )
    return not named and any(one.cases & ACC and not one.cases & GEN for one in tops)


def subject_of(chart: Chart, clause: Clause, depth: int = 0, avoid: frozenset[str] = frozenset()) -> Phrase | None:
    """The subject of a clause: its own, its antecedent's, or that of the clause it is coordinated with or depends on. What is in `avoid`
    is its object, whatever its form.
    """
    finite = clause.verbs[-1] if clause.verbs else -1
    own = own_subject(chart, clause, finite, finite, avoid)
    pronoun = own is not None and stands_for_another(chart, own)
    if pronoun:
        own = None
    if own is not None or depth > 3:
        return own
    if not pronoun and clause.kind == "rel" and clause.antecedent >= 0 and _declines(chart, clause) and pronoun_cases(chart, clause) & NOM:
        return chart.phrases[clause.antecedent]
    if (
        clause.parent < 0
        or is_impersonal(chart, finite)
        or person_of(chart, finite) in (1, 2)
        or _in_words_before(chart, chart.clauses[clause.parent].first, finite)
    ):
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


def _in_words_before(chart: Chart, at: int, finite: int) -> bool:
    """Is a node within somebody's words that open the sentence in marks, the verb behind them („X albo nic” – pisze tygodnik)?"""
    if chart.nodes[0].text not in _MARKS:
        return False
    shut = next((one for one in range(1, finite) if chart.nodes[one].text in _MARKS), finite)
    return at < shut < finite - 1 and chart.categories[shut + 1] == PUNCT


def _declines(chart: Chart, clause: Clause) -> bool:
    """Is the relative a pronoun (który, who), not an adverb of place (gdzie, where)?"""
    return not chart.syntax.by_case or any(one.cases for one in chart.nodes[clause.intro].word.analyses)


def pronoun_cases(chart: Chart, clause: Clause) -> int:
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


def seat_subject(chart: Chart, tops: Sequence[Phrase], finite: int) -> Phrase | None:
    """Who acts where a plural verb without a subject names the seat: "в Берлине осудили", "в МИД заявили"; for a verb of words a
    country that opens the clause will do ("в Германии осудили").
    """
    node = chart.nodes[finite] if finite >= 0 else None
    verbs = [one for one in node.word.analyses if one.pos == "verb"] if node is not None else []
    plural = bool(verbs) and all(one.number == "p" and one.person in (0, 3) for one in verbs)
    if not plural:
        return None
    places = [one for one in tops if one.last < finite and any(relation_fits(way, one.prep, one.cases) for way in chart.syntax.place)]
    seats = [one for one in places if (actor := chart.nodes[one.head].actor) is not None and actor.role in ("capital", "organ")]
    if not seats and chart.lemmas(finite) & chart.syntax.judging:
        opening = min(tops, key=lambda one: one.first, default=None)
        lands = [one for one in places if (actor := chart.nodes[one.head].actor) is not None and actor.role == "name"]
        seats = [one for one in lands if one is opening]
    return seats[-1] if seats else None


def _of_a_seat(chart: Chart, clause: Clause, fitting: Sequence[Phrase], finite: int) -> bool:
    """Is what looks like the plural subject behind a verb of words its object, as the seat before it acts ("в Кремле назвали санкции")?"""
    behind = bool(chart.lemmas(finite) & chart.syntax.judging) and all(one.first > finite for one in fitting)
    return behind and seat_subject(chart, chart.tops[clause.at], finite) is not None


def named_subject(chart: Chart, clause: Clause, finite: int) -> bool:
    own = own_subject(chart, clause, finite, finite, frozenset())
    return own is not None and not stands_for_another(chart, own)


def stands_for_another(chart: Chart, phrase: Phrase) -> bool:
    """Is the subject only a pronoun for one named before?"""
    return chart.nodes[phrase.head].kind == "word" and bool(chart.lemmas(phrase.head) & chart.syntax.pronouns)


def same_stretch(chart: Chart, trigger: int, phrase: Phrase) -> bool:
    """No mark between an adverbial participle and a phrase: what stands beyond is the main verb's, unless a pronoun points back to it
    ("..., oskarżając go o zbrodnie").
    """
    low, high = sorted((trigger, phrase.head))
    clause = chart.clauses[chart.clause_of[trigger]]
    behind = [at for at in clause.nodes if trigger < at <= trigger + 2]
    if phrase.head < trigger and any(chart.lemmas(at) & chart.syntax.pronouns for at in behind):
        return True
    return all(chart.categories[at] != PUNCT or at in breadth_of(chart, phrase) for at in range(low + 1, high))


def breadth_of(chart: Chart, phrase: Phrase) -> range:
    """The nodes from the first to the last phrase of a coordination."""
    family = chart.members(phrase)
    return range(family[0].first, family[-1].last + 1)


def names_actor(chart: Chart, phrase: Phrase) -> bool:
    """Does a phrase name a side, as its head or by an adjective (rather than a thing: dostawy gazu)?"""
    return any(chart.nodes[at].actor is not None for at in (phrase.head, *phrase.modifiers))
