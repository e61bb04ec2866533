"""Is the deed done, promised, possible, denied, or told as background? The words that say so are pack data (`modality.yml`)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import ADJ, AUX, CONV, DATE, FINITE, INF, NOUN, OTHER, PART, PREP
from dragoman.frames.clauses import fits
from dragoman.frames.intents import intent_adjective, intent_over, nouns_before
from dragoman.model.token import GEN
from dragoman.records.moods import Moods, load_moods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.frames.chart import Chart, Clause, Phrase
    from dragoman.frames.frame import Frame
    from dragoman.model.mention import DateMention
    from dragoman.model.record import Modality

_BACKGROUND = dt.timedelta(days=366)
"""The contract calls background what is older than about a year before publication."""
_HELPER = 4
"""How many words an auxiliary may stand before its verb ("będzie w piątek rozmawiał")."""
_GOVERNED = ("negated", "hypothetical", "future")
_SUPPOSED = ("if", "purpose", "whether")
"""Clauses that only suppose or ask about what they tell."""


def judge(frame: Frame, when: DateMention | None, published: dt.date | None) -> Modality:
    """The modality of a frame: what governs it, its negation, its tense, its clause, its date; actual where nothing says otherwise."""
    if frame.rule.modality:
        return "negated" if denied(frame) and not frame.rule.negated else frame.rule.modality  # type: ignore[return-value]
    moods = load_moods(frame.chart.syntax.lang)
    governed = _governed(frame, moods)
    if denied(frame) and not frame.rule.negated:
        if frame.chart.clauses[frame.clause].kind in _SUPPOSED:
            return "hypothetical"
        return "actual" if governed == "negated" else "negated"
    if governed:
        return governed
    described = _described(frame, moods)
    if _topic(frame, moods) and not described:
        return "hypothetical"
    tense = _tense(frame, moods) or described
    if tense:
        return tense
    if when is not None and published is not None:
        if when.last is not None and when.last < published - _BACKGROUND:
            return "historical"
        bare = frame.arguments.finite < 0 or not (frame.chart.syntax.by_case or _told_as_past(frame))
        if when.first is not None and when.first > published and bare:
            return "future"
    return "historical" if _background(frame, moods) else "actual"


def _told_as_past(frame: Frame) -> bool:
    """Is the finite verb, or what helps it, a past form? A present with a day ahead is a plan ("is freeing the pilot tomorrow")."""
    chart, finite = frame.chart, frame.arguments.finite
    near = [at for at in chart.clauses[frame.clause].verbs if 0 <= finite - at <= _HELPER]
    return any(one.form in ("past", "ppas", "short", "imps") for at in near for one in chart.nodes[at].word.analyses)


def promised(frame: Frame) -> bool:
    """Do words of consent or readiness rule the deed ("is willing to withdraw"), so that it is an intent rather than an announcement?"""
    words = load_moods(frame.chart.syntax.lang).willing
    return bool(words) and any(frame.chart.lemmas(at) & words for at in _governors(frame))


def only_able(frame: Frame) -> bool:
    """Does somebody only have the right or the means to do a deed ("the right to fire on", "capable of striking"), which tells none?"""
    words = load_moods(frame.chart.syntax.lang).ability
    return bool(words) and any((frame.chart.lemmas(at) | {frame.chart.nodes[at].word.lower}) & words for at in _governors(frame))


def left_undone(frame: Frame) -> bool:
    """Does an adverbial participle only say what somebody does not do while he does another thing ("nie zapewniając jej gwarancji")?"""
    return frame.chart.syntax.by_case and frame.chart.categories[frame.trigger] == CONV and not frame.rule.negated and denied(frame)


def obliged(frame: Frame) -> bool:
    """Is the deed only what somebody must or should do, which is no deed of his ("China must drop its barriers")?"""
    chart = frame.chart
    words = load_moods(chart.syntax.lang).obliged
    if not words or frame.arguments.voice in ("nominal", "participle"):
        return False
    clause = chart.clauses[frame.clause]
    return any(at < frame.trigger and chart.nodes[at].word.lower in words for at in clause.nodes)


def _topic(frame: Frame, moods: Moods) -> bool:
    """Is the deed only what is spoken about: a verbal noun behind a preposition of topic ("o przystąpieniu Ukrainy")?"""
    chart = frame.chart
    at = chart.phrase_of[frame.trigger]
    if frame.arguments.voice != "nominal" or frame.arguments.support or at < 0:
        return False
    verbal = any(one.form == "ger" for one in chart.nodes[frame.trigger].word.analyses)
    return verbal and any(relation_fits(way, chart.phrases[at].prep, chart.phrases[at].cases) for way in moods.topic)


def _governed(frame: Frame, moods: Moods) -> Modality | None:
    """What rules the deed: the preposition of its noun ("in case of an attack"), else the words over it."""
    at = frame.chart.phrase_of[frame.trigger]
    if frame.arguments.voice == "nominal" and at >= 0 and frame.chart.phrases[at].prep in moods.hypothetical:
        return "hypothetical"
    for at in _governors(frame):
        form = frame.chart.nodes[at].word.lower
        if _hearsay(frame.chart, at, moods) or _only_has(frame, at, moods) or form in frame.chart.syntax.negators:
            continue  # a negator is counted by `denied`
        if frame.chart.lemmas(at) & moods.announcing and _underway(frame, moods):
            continue
        lemmas = {one for one in frame.chart.lemmas(at) if not _unlike(form, one, frame.chart.syntax.negators)} | {form}
        if lemmas & moods.affirming and _negator_before(frame.chart, at):
            continue
        for name in _GOVERNED:
            if lemmas & getattr(moods, name):
                return _turned(frame, name) if _negator_before(frame.chart, at) else name  # type: ignore[return-value]
    return None


def _turned(frame: Frame, name: str) -> Modality:
    """What a denied word makes of the deed: what it rules out may be after all ("did not rule out a strike"), what it plans or supposes of
    a noun is not to be ("не планирует визита"); a verb's own negation is counted by `denied`.
    """
    if name == "negated":
        return "hypothetical"
    return "negated" if frame.arguments.voice == "nominal" and not frame.arguments.support else name  # type: ignore[return-value]


def _negator_before(chart: Chart, at: int) -> bool:
    """Is a word denied itself, so that what it rules out may be after all ("did not rule out a strike")?"""
    return at > 0 and chart.nodes[at - 1].word.lower in chart.syntax.negators


def _underway(frame: Frame, moods: Moods) -> bool:
    """Is it the start or end of a deed that is announced, so that it is on or over ("объявил о начале операции")?"""
    chart = frame.chart
    at = chart.phrase_of[frame.trigger]
    phrase = chart.phrases[at] if at >= 0 else None
    return phrase is not None and any(chart.lemmas(one) & moods.underway for one in _upwards(chart, phrase))


def _hearsay(chart: Chart, at: int, moods: Moods) -> bool:
    """A verb of intention whose past only reports what others say ("miał zapowiedzieć": is said to have announced)."""
    word = chart.nodes[at].word
    return bool(word.lemmas & moods.past_reports) and any(one.form == "past" for one in word.analyses)


def _only_has(frame: Frame, at: int, moods: Moods) -> bool:
    """Does a verb of intention ("ma") only tell that somebody has what a noun names ("X ma dobre stosunki z Y")?"""
    had = frame.rule.kind == "relation" and frame.arguments.voice == "nominal" and at == frame.arguments.finite
    return had and bool(frame.chart.lemmas(at) & moods.past_reports)


def _unlike(form: str, lemma: str, negators: frozenset[str]) -> bool:
    """Does the form carry a negator that its lemma lacks ("niezapowiedziana wizyta": zapowiedzieć)?"""
    return any(form.startswith(one) and not lemma.startswith(one) for one in negators)


def _governors(frame: Frame) -> Iterator[int]:
    """Nodes whose meaning rules the trigger: verbs over an infinitive, the noun over a genitive, adjectives and adverbs beside it, the
    verb that has the deed as its object, and the verb of the clause above a that-clause.
    """
    chart, trigger = frame.chart, frame.trigger
    clause = chart.clauses[frame.clause]
    nominal = frame.arguments.voice in ("nominal", "participle")
    support = frame.arguments.finite if frame.arguments.support else -1
    if support >= 0:
        yield from (one - 1 for one in range(support + 2, trigger) if chart.categories[one] == INF and chart.categories[one - 1] == NOUN)
    if support >= 0 and not (nominal and chart.phrase_of[trigger] >= 0):
        yield support
    if trigger and chart.categories[trigger] == INF and chart.categories[trigger - 1] == NOUN:
        yield trigger - 1
        yield from (head for one in chart.phrases if one.owner >= 0 and one.last == trigger - 1 for head in _upwards(chart, one))
    if not nominal:
        yield from _over_verb(frame, clause)
    elif chart.phrase_of[trigger] >= 0:
        yield from _over_noun(frame, clause, support)
    if nominal and support >= 0 and chart.categories[support] == INF:
        yield from _over_support(chart, clause, support)
    planned = [one for one in clause.nodes if one < trigger and chart.categories[one] == PART]
    yield from (one for one in planned if chart.nodes[one + 1].word.lower in chart.syntax.infinitive)
    if clause.kind == "that" and clause.parent >= 0:
        yield from chart.clauses[clause.parent].verbs
        above = chart.clauses[clause.parent]
        yield from (one for one in above.nodes if chart.categories[one] in ("A", OTHER, CONV) or not above.verbs)


def _over_verb(frame: Frame, clause: Clause) -> Iterator[int]:
    """What rules a deed that a verb tells: the verbs before it, adverbs close by, and over an infinitive the noun or adjective too."""
    chart, trigger = frame.chart, frame.trigger
    leftwards = range(trigger - 1, _begins(chart, clause, trigger) - 1, -1)
    verbs = (one for one in leftwards if chart.clause_of[one] == clause.at and _verbal_node(chart, one))
    yield from (one for one in verbs if not _for_a_purpose(chart, one, trigger))
    yield from (one for one in clause.nodes if chart.categories[one] == OTHER and abs(one - trigger) <= 4)
    yield from _before_gerund(chart, trigger)
    if chart.categories[trigger] == INF:
        yield from ([frame.arguments.finite] if chart.syntax.by_case and frame.arguments.finite > trigger else [])
        marked = chart.nodes[trigger - 1].word.lower in chart.syntax.infinitive
        yield from (head for one in chart.phrases if marked and one.last == trigger - 2 for head in _upwards(chart, one))
        yield from (one for one in clause.nodes if one < trigger and chart.categories[one] == ADJ and chart.phrase_of[one] < 0)


def _over_noun(frame: Frame, clause: Clause, support: int) -> Iterator[int]:
    """What rules a deed that a noun names: its attributes, the nouns whose genitive or content it is, its light verb, then the clause's."""
    chart, trigger = frame.chart, frame.trigger
    phrase = chart.phrases[chart.phrase_of[trigger]]
    yield from (one for one in phrase.modifiers if one != trigger)
    while phrase.owner >= 0 or _content_of(chart, phrase) is not None:
        phrase = chart.phrases[phrase.owner] if phrase.owner >= 0 else _content_of(chart, phrase) or phrase
        yield phrase.head
    yield from (one for one in [intent_adjective(chart, phrase)] if one >= 0)
    if support >= 0:
        yield support  # what stands between tells more ("ma możliwość zablokowania")
    yield from _done_to(chart, clause, phrase)
    yield from _verbs_over(chart, clause.verbs, phrase.head, frame)
    if not phrase.prep and frame.arguments.voice == "nominal":
        yield from (one for one in clause.nodes if one > phrase.head and (_told_of(chart, one) or _short(chart, one)))


def _over_support(chart: Chart, clause: Clause, support: int) -> Iterator[int]:
    """What rules the infinitive of a light verb: by case the clause's verb, a predicate adjective, the noun right before it."""
    if chart.syntax.by_case:
        yield from (one for one in clause.verbs if one < support)
    yield from (one for one in clause.nodes if one < support and chart.categories[one] == ADJ and chart.phrase_of[one] < 0)
    yield from (one.head for one in chart.phrases if one.last == support - (1 if chart.syntax.by_case else 2))


def _before_gerund(chart: Chart, trigger: int) -> Iterator[int]:
    """What rules a gerund: the noun whose "of" it is ("the risk of losing"), else its preposition ("voted against leaving")."""
    if chart.categories[trigger] == CONV and trigger > 1 and chart.categories[trigger - 1] in (PREP, OTHER):
        yield trigger - 2 if chart.nodes[trigger - 1].word.lower in chart.syntax.of else trigger - 1


def _for_a_purpose(chart: Chart, verb: int, trigger: int) -> bool:
    """Does an infinitive tell what a verb that denies has been done for ("blocked a road to show"), by order?"""
    if chart.syntax.by_case or chart.categories[trigger] != INF or chart.lemmas(verb) & chart.syntax.control:
        return False
    if not chart.lemmas(verb) & load_moods(chart.syntax.lang).negated:
        return False
    between = [at for at in range(verb + 1, trigger) if chart.categories[at] in (NOUN, INF, FINITE, AUX, PREP)]
    return bool(between) and chart.categories[between[0]] == NOUN and all(chart.categories[at] in (NOUN, PREP) for at in between)


def _upwards(chart: Chart, phrase: Phrase) -> Iterator[int]:
    """The heads of a phrase and of those whose "of" it is ("the right of X [to fire]")."""
    yield phrase.head
    while phrase.owner >= 0:
        phrase = chart.phrases[phrase.owner]
        yield phrase.head


def _begins(chart: Chart, clause: Clause, trigger: int) -> int:
    """The first node whose verb may rule a trigger: a gerund behind a comma is its own telling ("refused to comment, accusing X of")."""
    if chart.syntax.by_case or chart.categories[trigger] != CONV:
        return clause.first
    marks = [at for at in range(clause.first, trigger) if chart.nodes[at].text == ","]
    return marks[-1] if marks else clause.first


def _short(chart: Chart, at: int) -> bool:
    """Is a node a short participle, which is always a predicate (визит отменён)?"""
    return chart.categories[at] == FINITE and any(one.form == "short" for one in chart.nodes[at].word.analyses)


def _told_of(chart: Chart, at: int) -> bool:
    """Is a node a participle, and the predicate of its clause ("the meeting was called off")?"""
    alone = chart.categories[at] == PART and chart.phrase_of[at] < 0
    return alone and any(chart.categories[one] == AUX for one in range(max(0, at - 3), at))


def _done_to(chart: Chart, clause: Clause, phrase: Phrase) -> Iterator[int]:
    """What is done to a deed that is the subject of a passive or the object of an impersonal behind it ("wizytę odwołano")."""
    if phrase.prep:
        return
    for at in clause.nodes:
        if at <= phrase.head or chart.phrase_of[at] >= 0:
            continue
        forms = {one.form for one in chart.nodes[at].word.analyses}
        if ("ppas" in forms and clause.verbs and chart.categories[clause.verbs[-1]] == AUX) or "imps" in forms:
            yield at


def _content_of(chart: Chart, phrase: Phrase) -> Phrase | None:
    """The noun right before a phrase that tells what it is for ("zgoda na budowę", "gotowość do rozmów"), or whose intent it is."""
    if (intent := intent_over(chart, phrase)) is not None and intent.at != phrase.owner:
        return intent
    if not phrase.prep and phrase.owner < 0:
        return _parted_owner(chart, phrase)
    if not any(relation_fits(way, phrase.prep, phrase.cases) for way in chart.syntax.content):
        return None
    return next((one for one in chart.phrases if one.last == phrase.first - 1), None)


def _parted_owner(chart: Chart, phrase: Phrase) -> Phrase | None:
    """The noun of intent whose genitive a deed is, where whose it is stands between ("propozycja Polski wprowadzenia ceł")."""
    if not chart.syntax.by_case or not phrase.cases & GEN:
        return None
    moods = load_moods(chart.syntax.lang)
    between, *over = [*nouns_before(chart, phrase), None]
    if between is None or chart.nodes[between.head].actor is None:
        return None
    return next((one for one in over if one is not None and chart.lemmas(one.head) & (moods.hypothetical | moods.future)), None)


def _verbs_over(chart: Chart, verbs: tuple[int, ...], head: int, frame: Frame) -> Iterator[int]:
    """The clause's verb, when the noun is its object rather than its circumstance ("during the visit")."""
    phrase = chart.phrases[chart.phrase_of[head]]
    asked = not phrase.prep or any(relation_fits(way, phrase.prep, phrase.cases) for way in chart.syntax.content)
    if frame.arguments.voice == "participle" or not asked:
        return
    yield from (one for one in verbs if one < head)


def _verbal_node(chart: Chart, at: int) -> bool:
    return chart.categories[at] in (FINITE, INF, AUX)


def denied(frame: Frame) -> bool:
    """A negator right before the trigger or its finite verb (an adverb may stand between), or a preposition that denies ("bez
    podpisania").
    """
    chart = frame.chart
    at = chart.phrase_of[frame.trigger]
    if frame.arguments.voice == "nominal" and at >= 0 and chart.phrases[at].prep in chart.syntax.negators:
        return True
    negators: set[int] = set()
    first = chart.clauses[frame.clause].first
    if not chart.syntax.by_case and chart.nodes[first].word.lower in chart.syntax.neither and frame.arguments.voice != "nominal":
        negators.add(first)  # "neither X nor Y signed"
    affirming = load_moods(chart.syntax.lang).affirming
    verbs = {frame.trigger, frame.arguments.finite} - {-1}
    if frame.arguments.support and chart.syntax.by_case and chart.categories[frame.arguments.finite] == INF:
        verbs |= {one for one in chart.clauses[frame.clause].verbs if one < frame.arguments.finite}
    for verb in verbs:
        if verb != frame.trigger and chart.lemmas(verb) & affirming:
            continue
        if frame.arguments.voice == "nominal" and not frame.arguments.support:
            continue
        if chart.syntax.negative_prefix and chart.syntax.denies(chart.nodes[verb].word):
            negators.add(verb)
        near = [one for one in (verb - 1, verb - 2) if one >= 0 and chart.clause_of[one] == chart.clause_of[verb]]
        if near and chart.nodes[near[0]].word.lower in chart.syntax.negators:
            negators.add(near[0])
        elif len(near) > 1 and chart.categories[near[0]] in (OTHER, AUX) and verb != frame.arguments.finite:
            negators |= {near[1]} if chart.nodes[near[1]].word.lower in chart.syntax.negators else set()
        if verb + 1 < len(chart.nodes) and chart.categories[verb] == AUX and chart.nodes[verb + 1].word.lower in chart.syntax.negators:
            negators.add(verb + 1)
    return len(negators) == 1


def _tense(frame: Frame, moods: Moods) -> Modality | None:
    """Future and conditional forms, and the clauses that only suppose ("jeśli", "aby")."""
    chart = frame.chart
    clause = chart.clauses[frame.clause]
    if clause.kind in _SUPPOSED:
        return "hypothetical"
    words = {chart.nodes[at].word.lower for at in clause.nodes if chart.categories[at] != DATE}  # "in May" is no "may"
    if clause.kind == "that" and words & moods.reported_future:
        return "future"
    if words & moods.hypothetical_aux:
        return "hypothetical"
    finite = frame.arguments.finite
    if finite < 0:
        return "hypothetical" if _only_spoken_of(frame) else None
    if words & moods.future_aux:
        return "future"
    if chart.categories[finite] == AUX and chart.categories[frame.trigger] == INF and _marked(chart, finite + 1):
        between = any(chart.categories[at] == INF for at in range(finite + 1, frame.trigger))
        return "hypothetical" if between else "future"  # "is to get Oman to visit"; "is to visit"
    return _verb_tense(chart, clause, finite)


def _described(frame: Frame, moods: Moods) -> Modality | None:
    """What a relative clause says of the deed that a noun names ("szczyt X z Y, który ma się odbyć w maju"): that it is ahead."""
    chart = frame.chart
    at = chart.phrase_of[frame.trigger]
    if frame.arguments.voice != "nominal" or frame.arguments.support or at < 0:
        return None
    for clause in chart.clauses:
        if (
            clause.kind != "rel"
            or clause.intro < frame.trigger
            or not clause.verbs
            or not fits(chart.nodes[clause.intro], chart.phrases[at])
        ):
            continue
        verbs = [one for one in clause.nodes if _verbal_node(chart, one)]
        lemmas = frozenset().union(*map(chart.lemmas, verbs))
        if lemmas & chart.syntax.light_subject:
            words = {chart.nodes[one].word.lower for one in clause.nodes}
            if lemmas & moods.hypothetical or words & moods.hypothetical_aux:
                return "hypothetical"
            return "future" if lemmas & moods.future or words & moods.future_aux else _verb_tense(chart, clause, clause.verbs[-1])
    return None


def _verb_tense(chart: Chart, clause: Clause, finite: int) -> Modality | None:
    """Whether a finite verb, with its auxiliary, tells of what is to come or might be."""
    helpers = [at for at in clause.verbs if 0 < finite - at <= _HELPER and chart.categories[at] == AUX]
    if any(one.form == "aux" for at in helpers for one in chart.nodes[at].word.analyses):
        return "future"
    verbs = [one for one in chart.nodes[finite].word.analyses if one.pos == "verb"]
    if any(one.form == "cond" for one in verbs):
        return "hypothetical"
    present = [one for one in verbs if one.form == "fin"]
    to_come = any(one.form == "aux" for one in verbs) or (bool(present) and all(one.aspect == "perf" for one in present))
    return "future" if to_come and chart.categories[finite] in (FINITE, AUX) else None


def _marked(chart: Chart, at: int) -> bool:
    return at < len(chart.nodes) and chart.nodes[at].word.lower in chart.syntax.infinitive


def _only_spoken_of(frame: Frame) -> bool:
    """Does an infinitive that no verb rules only name a deed ("Вводить санкции — неверный путь"), in a language of cases?"""
    chart = frame.chart
    return chart.syntax.by_case and chart.categories[frame.trigger] == INF and frame.arguments.voice == "active"


def _background(frame: Frame, moods: Moods) -> bool:
    chart = frame.chart
    told = [at for at in chart.clauses[frame.clause].nodes if chart.lemmas(at) & moods.historical]
    return any(not _inserted(chart, at, frame.trigger) for at in told)


def _inserted(chart: Chart, at: int, trigger: int) -> bool:
    """Does a word stand in a remark between commas that leaves the deed out ("X, прежде сторонник Y, требует")?"""
    low, high = sorted((at, trigger))
    opened = any(chart.nodes[one].text == "," for one in range(low + 1, high))
    begun = any(chart.nodes[one].text == "," for one in range(at) if chart.clause_of[one] == chart.clause_of[at])
    return opened and begun
