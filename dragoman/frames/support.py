"""The light verb that supports a noun of doing: it lends the noun its subject and tense ("X prowadzi rozmowy", "odbyły się rozmowy")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.agreement import nominal
from dragoman.frames.arguments import relation_fits
from dragoman.frames.chart import AUX, CONJ, CONV, DATE, FINITE, INF, OTHER
from dragoman.frames.subjects import agrees
from dragoman.model.token import ACC, GEN, INS, NOM

if TYPE_CHECKING:
    from dragoman.frames.chart import Chart, Clause, Phrase


def support_of(chart: Chart, clause: Clause, home: Phrase) -> int:
    """The clause's verb when it only supports the noun: a light verb in the listed relation, or a verb of taking place with it as
    subject.
    """
    light = chart.syntax.light
    while home.owner >= 0:
        home = chart.phrases[home.owner]
    home = home if home.prep else _row_of(chart, home)
    full = any(chart.categories[one] == FINITE for one in clause.verbs)
    infinitives = tuple(one for one in clause.nodes if chart.categories[one] == INF and one < home.first and _under_verb(chart, one))
    for verb in reversed(sorted((*clause.verbs, *infinitives))):
        if (full and chart.categories[verb] == AUX) or _only_helps(chart, verb):
            continue
        lemmas = chart.lemmas(verb)
        if _governs_another(chart, verb, home) or (chart.syntax.by_case and _beyond_mark(chart, verb, home)):
            continue
        for lemma in lemmas & light.keys():
            ways = [way for way in light[lemma] if verb not in infinitives or way[-4:] != "+ger"]  # who may tell of it need not do it
            if any(_stands(home, way, chart) and not (way == "object" and _reflexive(chart, verb)) for way in ways):
                return verb
        if said_of(chart, home, verb):
            return verb
        bare = not home.prep and bool(home.cases & NOM) and not (chart.syntax.by_case and chart.categories[verb] == INF)
        if lemmas & chart.syntax.light_subject and bare and agrees(chart.nodes[verb], home, chart):
            return verb
    return -1


def _under_verb(chart: Chart, at: int) -> bool:
    """Does an infinitive stand behind the verb that governs it, by case, and not a participle or noun ("mającego [zakończyć] wojnę")?"""
    if not chart.syntax.by_case:
        return True
    before = at - 1
    while before > 0 and chart.categories[before] in (OTHER, DATE):
        before -= 1
    return before >= 0 and chart.categories[before] in (FINITE, AUX, INF)


def _row_of(chart: Chart, home: Phrase) -> Phrase:
    """The first noun of a row of two behind a preposition ("na [przebieg] i skutki"), which is the second one's too; else itself."""
    if not chart.syntax.by_case or not home.first or chart.categories[home.first - 1] != CONJ:
        return home
    return next((one for one in chart.phrases if one.last == home.first - 2 and one.prep and one.cases & home.cases), home)


def _only_helps(chart: Chart, verb: int) -> bool:
    """Is a verb that may support a noun ("has talks") but the auxiliary of the next one ("has rejected talks"), by order?"""
    if chart.syntax.by_case or not chart.lemmas(verb) & chart.syntax.perfect:
        return False
    ahead = verb + 1
    while ahead < len(chart.nodes) and chart.categories[ahead] == OTHER:
        ahead += 1
    return ahead < len(chart.nodes) and chart.categories[ahead] in (FINITE, AUX)


def _governs_another(chart: Chart, verb: int, home: Phrase) -> bool:
    """Does an infinitive of substance stand between the verb and the noun ("ma zapowiedzieć sankcje")?"""
    return any(
        chart.categories[at] == INF and chart.clause_of[at] == chart.clause_of[verb] and not chart.lemmas(at) & chart.syntax.light.keys()
        for at in range(verb + 1, home.head)
    )


def _beyond_mark(chart: Chart, verb: int, home: Phrase) -> bool:
    """Does a semicolon part the verb from the noun?"""
    return any(chart.nodes[at].text == ";" for at in range(min(verb, home.last), max(verb, home.first)))


def _reflexive(chart: Chart, verb: int) -> bool:
    """Is a reflexive pronoun right beside the verb, so that it has no object ("odbyły się rozmowy")?"""
    beside = (at for at in (verb - 1, verb + 1) if 0 <= at < len(chart.nodes))
    return any(chart.nodes[at].word.lower in chart.syntax.reflexive for at in beside)


def _stands(home: Phrase, way: str, chart: Chart) -> bool:
    if way == "object":
        return not home.prep and (not chart.syntax.by_case or bool(home.cases & (ACC | GEN)))
    if way == "of":
        return not home.prep and bool(home.cases & GEN)
    if way[-4:] == "+ger":  # only a verbal noun: who tells of a signing signed
        return any(one.form == "ger" for one in chart.nodes[home.head].word.analyses) and _stands(home, way.removesuffix("+ger"), chart)
    return relation_fits(way, home.prep, home.cases)


def said_of(chart: Chart, home: Phrase, verb: int) -> bool:
    """Is the noun what a copula says of its subject ("X jest sojusznikiem Y", "X is an ally of Y")?"""
    if home.prep or not chart.lemmas(verb) & chart.syntax.copulas:
        return False
    if chart.syntax.by_case:
        return bool(nominal(chart.nodes[home.head])[0] & INS)
    return home.first > verb and not any(chart.categories[one] in (INF, FINITE, CONV) for one in range(verb + 1, home.first))
