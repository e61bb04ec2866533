"""From relations to actors: which actors stand in a relation to a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.frames.arguments import Arguments, relation_fits
from dragoman.frames.chart import CONV, PART
from dragoman.frames.frame import Filler
from dragoman.frames.named import FEW, by_adjective, heads, is_against, listed, row, within
from dragoman.frames.subjects import subject_of
from dragoman.model.token import DAT, NOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dragoman.frames.chart import Chart, Clause, Phrase
    from dragoman.model.mention import ActorMention


_DASHES = frozenset("-–—")


def actors_of(chart: Chart, phrases: Iterable[Phrase], relation: str, *, deep: bool) -> list[Filler]:
    """Fillers from the first phrase that holds an actor; `deep` looks inside phrases whose head is no actor."""
    for phrase in phrases:
        found = listed(chart, phrase) or (row(chart, phrase) if deep else heads(chart, phrase))
        found = found or (_at_home(chart, phrase) if deep else [])
        if found:
            return [Filler(actor, relation) for actor in found]
    return []


def fill(
    chart: Chart, arguments: Arguments, ways: Sequence[str], taken: Sequence[Filler], trigger: int, *, apart: tuple[int, ...] = ()
) -> list[Filler]:
    """The fillers of a slot: the first relation in the rule's list that yields an actor not taken by another slot. Where `apart` is
    given, no phrase counts that another noun keeps to itself (talked about the war with X), other than the nodes in `apart`. A relation
    that yields only sides of another slot's ("a visit to the Omani base in X by Omanis") gives way to the next one.
    """
    if apart:
        free = tuple(one for one in arguments.preps if not _bound(chart, one[2], apart))
        arguments = msgspec.structs.replace(arguments, preps=free)
    used = {(one.actor.start, one.actor.end) for one in taken}
    sides = {one.actor.country or one.actor.id for one in taken}
    own: list[Filler] = []
    for way in ways:
        strict = way[-1] == "!"
        name = way[:-1] if strict else way
        if name == "host" and len(sides) > 1:
            continue  # those who meet are named; the palace is but where
        fillers = _told(chart, arguments, trigger, taken) if name == "told" else _by_way(chart, arguments, name, strict, trigger)
        found = [one for one in fillers if (one.actor.start, one.actor.end) not in used]
        if found and any((one.actor.country or one.actor.id) not in sides for one in found):
            return found
        own = own or found
    return own


def first_person(chart: Chart, arguments: Arguments, ways: Sequence[str]) -> bool:
    """Does a pronoun of the first person stand in one of the relations ("pomagają nam", "talks with us")?"""
    found: list[Phrase] = []
    for way in (one.rstrip("!") for one in ways):
        if way in ("subject", "object", "dative", "instrumental"):
            found += getattr(arguments, way)
        else:
            found += arguments.behind(way)
    words = [chart.nodes[one.head].word for one in found]
    return any(one.lemmas & chart.syntax.first_person and not one.poses & {"adj", "det"} for one in words)


def _dative_pronouns(chart: Chart, trigger: int) -> list[int]:
    """Pronouns in the dative right behind a verb that look like possessives ("udzieliły [jej] Stany Zjednoczone")."""
    found = []
    for at in (trigger + 1, trigger + 2):
        if at + 1 >= len(chart.nodes) or chart.nodes[at].word.lower not in chart.syntax.possessives:
            continue
        dative = any(one.pos == "pron" and one.cases & DAT for one in chart.nodes[at].word.analyses)
        after = chart.nodes[at + 1]
        if dative and (after.kind != "word" or not after.word.poses & {"noun", "propn", "adj"}):
            found.append(at)
    return found


def pronoun_sides(
    chart: Chart, arguments: Arguments, ways: Sequence[str], trigger: int, last: Callable[[], Sequence[ActorMention]]
) -> list[ActorMention]:
    """Whom a pronoun of the third person in the dative or as object stands for ("udzieliły [jej] pomocy"): the nearest side named before
    in the sentence that agrees with it, else the last sentence's subject. By case only.
    """
    named = [one.rstrip("!") for one in ways if one.rstrip("!") in ("object", "dative")]
    phrases = [phrase for name in named for phrase in getattr(arguments, name) if chart.nodes[phrase.head].kind == "word"]
    nodes = [chart.nodes[one.head] for one in phrases if chart.lemmas(one.head) & chart.syntax.pronouns]
    nodes = nodes or ([chart.nodes[at] for at in _dative_pronouns(chart, trigger)] if "dative" in named else [])
    if not chart.syntax.by_case or not nodes:
        return []
    forms = [one for one in nodes[0].word.analyses if one.pos == "pron"]
    own = {id(chart.nodes[one.head].actor) for one in arguments.subject}
    before = [one.actor for one in reversed(chart.nodes[: min(trigger, chart.nodes.index(nodes[0]))]) if one.actor is not None]
    if all(one.number == "p" for one in forms) and not before and len(last()) > 1:
        return list(last())
    if all(one.number == "p" for one in forms) and (people := _people_above(chart, chart.clause_of[trigger])):
        return people
    for actor in (*before, *last()):
        fits = any(
            (not one.number or not actor.number or one.number == actor.number)
            and (one.number == "p" or not one.genders or not actor.genders or bool(one.genders & actor.genders))
            for one in forms
        )
        if fits and id(actor) not in own and _may_be_meant(actor):
            return [actor]
    return []


def _may_be_meant(actor: ActorMention) -> bool:
    """May a pronoun stand for it: a person, a state or body by its name; not an organ, where "him" is as often the thing it deals with."""
    return actor.role not in ("adjective", "anaphor", "region", "project", "organ")


def _people_above(chart: Chart, at: int) -> list[ActorMention]:
    """Whose people a plural pronoun stands for in what they tell ("Przedstawiciele [Danii] mówią, że obiecano im wsparcie"): those of the
    plural subject of the clause above.
    """
    clause = chart.clauses[at]
    if clause.kind != "that" or clause.parent < 0:
        return []
    above = subject_of(chart, chart.clauses[clause.parent])
    return within(chart, above) if above is not None and above.number == "p" and chart.nodes[above.head].actor is None else []


def _bound(chart: Chart, phrase: Phrase, apart: tuple[int, ...]) -> bool:
    """Does a prepositional phrase belong to the noun right before it ("granica z Rosją") rather than to the trigger?"""
    nouns = chart.syntax.binding.get(phrase.prep)
    if not nouns:
        return False
    lead = min(chart.members(phrase), key=lambda one: one.first)
    before = next((one for one in chart.phrases if one.last == lead.first - 1), None)
    chain: list[Phrase] = []
    while before is not None:
        chain.append(before)
        before = chart.phrases[before.owner] if before.owner >= 0 else None
    if any(one.head in apart for one in chain):
        return False
    return any(chart.lemmas(one.head) & nouns for one in chain)


def apart_from_circumstances(chart: Chart, arguments: Arguments, apart: tuple[int, ...]) -> Arguments:
    """The arguments without what belongs to another noun before the verb ("Po ataku na X ... nałożyły sankcje": not on X)."""
    if not chart.syntax.by_case or arguments.voice == "nominal":
        return arguments
    free = tuple(one for one in arguments.preps if one[2].first > apart[0] or not _bound(chart, one[2], apart))
    return msgspec.structs.replace(arguments, preps=free)


def _told(chart: Chart, arguments: Arguments, trigger: int, taken: Sequence[Filler]) -> list[Filler]:
    """Actors in the clause that tells what is said, promised or asked ("że...", "by..."): its subject, else the first of another side."""
    own = {one.actor.country for one in taken if one.actor.country}
    for clause in chart.clauses:
        if clause.parent != arguments.clause or clause.kind not in ("that", "purpose", "whether") or clause.first < trigger:
            continue
        tops = [one for one in chart.tops[clause.at] if one.group == one.at]
        subject = subject_of(chart, clause)
        for phrase in ([subject] if subject is not None else []) + tops:
            found = heads(chart, phrase) or within(chart, phrase)
            others = [actor for actor in found if actor.country is None or actor.country not in own]
            if others:
                return [Filler(actor, "told") for actor in others]
    return []


def _by_way(chart: Chart, arguments: Arguments, way: str, strict: bool, trigger: int) -> list[Filler]:
    if way == "subject":
        return _subjects(chart, arguments, strict)
    if way == "means":
        return actors_of(chart, arguments.subject, way, deep=True)
    if way == "beside":
        return _beside(chart, trigger)
    if way == "host":
        return _hosts(chart, arguments)
    if way == "occasion":
        return _occasion(chart, arguments, trigger)
    if way == "content":
        return _content(chart, arguments, trigger, ("that", "purpose"))
    if way == "condition":
        return _content(chart, arguments, trigger, ("if",))
    if way in ("object", "dative", "instrumental") or (way == "of" and (chart.syntax.by_case or arguments.voice == "nominal")):
        return actors_of(chart, getattr(arguments, way), way, deep=not strict)
    if way == "adjective":
        own = [at for at in arguments.adjectives if not is_against(chart, at)]
        return [Filler(actor, way) for at in own if (actor := by_adjective(chart, at)) is not None]
    if way == "opposed":
        near = (*arguments.adjectives, *(at for phrase in arguments.object for at in phrase.modifiers))
        return [Filler(actor, way) for at in near if is_against(chart, at) and (actor := by_adjective(chart, at)) is not None]
    if way == "whose":
        described = [at for phrase in arguments.object for at in phrase.modifiers if not is_against(chart, at)]
        return [Filler(actor, way) for at in described if (actor := by_adjective(chart, at)) is not None]
    if way == "any":
        clause = chart.clauses[arguments.clause]
        found = [actor for at in clause.nodes if (actor := chart.nodes[at].actor) is not None]
        return [Filler(one, way) for one in found]
    phrases = [one for one in arguments.behind(way) if not _only_where(chart, one, way) and not _excepted(chart, one)]
    phrases.sort(key=lambda one: (one.first < trigger, abs(one.first - trigger)))
    return actors_of(chart, phrases, way, deep=not strict)


def _excepted(chart: Chart, phrase: Phrase) -> bool:
    """Does a negator stand right before the phrase, which is then who is not meant ("nie z Rosją, lecz z Chinami")?"""
    return phrase.first > 0 and bool(phrase.prep) and chart.nodes[phrase.first - 1].word.lower in chart.syntax.negators


def _hosts(chart: Chart, arguments: Arguments) -> list[Filler]:
    """Whose palace the deed is done in: who meets at the Kremlin meets its master. In a state whoever meets a body that is not said to be
    another's ("провёл в Лондоне переговоры с депутатами") meets that state's.
    """
    found: list[Filler] = []
    bodies = next((sector for _, _, phrase in arguments.preps if (sector := _unowned_body(chart, phrase))), "")
    for prep, cases, phrase in arguments.preps:
        node = chart.nodes[phrase.head]
        words = {one.lower() for one in chart.lemmas(phrase.head) | node.inner}
        there = any(relation_fits(way, prep, cases) for way in chart.syntax.place)
        seat = any(words.issuperset(one.split()) for one in chart.syntax.seats)
        if node.actor is not None and there and seat:
            found.append(Filler(node.actor, "host"))
        elif node.actor is not None and there and bodies and node.actor.country and node.actor.role != "region":
            found.append(Filler(msgspec.structs.replace(node.actor, sector=bodies), "host"))
    return found


def _unowned_body(chart: Chart, phrase: Phrase) -> str:
    """The sector of a body or its members with whom something is done, of which no state is told ("с депутатами парламента"); else ""."""
    if not any(relation_fits(way, phrase.prep, phrase.cases) for way in chart.syntax.partners):
        return ""
    sector = next((one for one, nouns in chart.syntax.met.items() if chart.lemmas(phrase.head) & nouns), "")
    return "" if heads(chart, phrase) or within(chart, phrase) else sector


def _only_where(chart: Chart, phrase: Phrase, way: str) -> bool:
    """Is the phrase a sea or a large region, where a thing happens rather than whom it is done to ("na Bałtyku", "w Azji")?"""
    actor = chart.nodes[phrase.head].actor
    if actor is None or actor.role != "region":
        return False
    return len(actor.members) > FEW or (not actor.members and any(way in (one, one.partition("+")[0]) for one in chart.syntax.place))


def _beside(chart: Chart, trigger: int) -> list[Filler]:
    """Two or more sides right behind a noun, joined by dashes alone ("rozmowy Trump–Putin", "talks US–Iran")."""
    found: list[Filler] = []
    at = chart.phrases[chart.phrase_of[trigger]].last + 1 if chart.phrase_of[trigger] >= 0 else trigger + 1
    while at < len(chart.nodes) and (chart.nodes[at].actor is not None or chart.nodes[at].text in _DASHES):
        actor = chart.nodes[at].actor
        if actor is not None:
            found.append(Filler(actor, "beside"))
        at += 1
    return found if len(found) > 1 else []


def _occasion(chart: Chart, arguments: Arguments, trigger: int) -> list[Filler]:
    """The subject of the clause in which a noun of doing is a circumstance: who tells of a meeting after it was there."""
    at = chart.phrase_of[trigger]
    if arguments.voice != "nominal" or arguments.of or arguments.adjectives or at < 0:
        return []
    home = chart.phrases[at]
    if not any(relation_fits(way, home.prep, home.cases) for way in chart.syntax.occasions):
        return []
    clause = chart.clauses[arguments.clause]
    phrase = subject_of(chart, clause) if clause.verbs else _headline_subject(chart, clause, trigger)
    if phrase is None and clause.kind == "that" and clause.parent >= 0:
        phrase = subject_of(chart, chart.clauses[clause.parent])
    if phrase is None:
        return []
    found = heads(chart, phrase)
    if not found and not chart.syntax.by_case:
        return [msgspec.structs.replace(one, relation="occasion") for one in _people(chart, (phrase,))]
    if not found and chart.lemmas(phrase.head) & chart.syntax.speaking:  # whose words they are: "wypowiedź X po rozmowie z Y"
        found = [actor for one in chart.phrases if one.owner == phrase.at for actor in heads(chart, one)]
    return [Filler(actor, "occasion") for actor in found]


def _headline_subject(chart: Chart, clause: Clause, trigger: int) -> Phrase | None:
    """The bare phrase that opens a clause without a verb ("Prezydent Chile z wizytą w Peru")."""
    opening = [one for one in chart.phrases if chart.clause_of[one.head] == clause.at and one.head < trigger and not one.prep]
    return opening[0] if opening and opening[0].cases & NOM else None


def _content(chart: Chart, arguments: Arguments, trigger: int, kinds: tuple[str, ...]) -> list[Filler]:
    """Who is to do what is asked: the subject of the clause that tells it ("demands that X withdraw"), or sets the condition."""
    for clause in chart.clauses:
        if clause.parent == arguments.clause and clause.kind in kinds and clause.first > trigger:
            phrase = subject_of(chart, clause)
            if clause.kind == "purpose" and any(chart.lemmas(at) & chart.syntax.enabling for at in clause.verbs):
                return []  # who is to be able to do something is asked for nothing
            if phrase is not None and chart.clause_of[phrase.head] == clause.at:
                inner = [one for one in within(chart, phrase) if one.role == "anaphor"]
                return [Filler(actor, "content") for actor in heads(chart, phrase) or inner]
    return []


def _issuer(chart: Chart, phrase: Phrase) -> Phrase | None:
    """Who issues a document that a gerund has as its object ("with the Council adopting [a resolution]"): the noun before the gerund."""
    verb = phrase.first - 1
    if chart.syntax.by_case or verb < 1 or chart.categories[verb] != CONV:
        return None
    return next((one for one in chart.phrases if one.last == verb - 1), None)


def _authors(chart: Chart, arguments: Arguments) -> list[Filler]:
    """Who speaks through a document: its authors in the genitive or by adjective, else the subject of the clause that adopts or sends
    it.
    """
    for phrase in arguments.subject:
        if chart.lemmas(phrase.head) & chart.syntax.speaking:
            found = within(chart, phrase)
            issuer = _issuer(chart, phrase) or subject_of(chart, chart.clauses[arguments.clause])
            if not found and issuer is not None and issuer.at != phrase.at:
                found = heads(chart, issuer)
            return [Filler(actor, "author") for actor in found]
    return []


def _people(chart: Chart, subjects: Sequence[Phrase]) -> list[Filler]:
    """The state that a subject's adjective names where the pack knows no such people ("Israeli bulldozers", "a group of Dutch sailors")."""
    found: list[Filler] = []
    for phrase in subjects:
        for one in chart.members(phrase):
            measured = [owned for owned in chart.phrases if owned.owner == one.at] if chart.lemmas(one.head) & chart.syntax.measures else []
            nodes = (*one.modifiers, *(at for owned in measured for at in (owned.head, *owned.modifiers)))
            named = [actor for at in nodes if (actor := by_adjective(chart, at)) is not None]
            found += [Filler(actor, "subject") for actor in named or _at_home(chart, one)]
    return found


def _at_home(chart: Chart, phrase: Phrase) -> list[ActorMention]:
    """The state whose name stands right behind a body or people that act for it ("a court in Ankara", "rebels [based] in Chad")."""
    if not chart.lemmas(phrase.head) & chart.syntax.bodies:
        return []
    start = max(one.last for one in chart.members(phrase)) + 1
    if start < len(chart.nodes) and chart.categories[start] == PART and chart.lemmas(start) & chart.syntax.seated:
        start += 1
    behind = [one for one in chart.phrases if one.first == start and one.prep in chart.syntax.homes]
    return heads(chart, behind[0]) if behind else []


def _shared_company(chart: Chart, arguments: Arguments) -> list[Phrase]:
    """Those who act together with the subject of the clause before, which this one goes on with ("X wraz z Y przybył i podpisał")."""
    clause = chart.clauses[arguments.clause]
    shared = [one for one in arguments.subject if chart.clause_of[one.head] != clause.at]
    if clause.kind != "coord" or clause.parent < 0 or not shared or arguments.voice != "active":
        return []
    return [one for one in chart.tops[clause.parent] if one.prep in chart.syntax.together and one.first < clause.first]


def _subjects(chart: Chart, arguments: Arguments, strict: bool) -> list[Filler]:
    """The deep subject with those who act together with it (wraz z); a noun of doing takes a state's adjective as its subject."""
    found = actors_of(chart, arguments.subject, "subject", deep=arguments.voice in ("passive", "nominal") and not strict)
    if not found and not chart.syntax.by_case and arguments.voice in ("active", "participle") and not strict:
        found = _people(chart, arguments.subject)
    if arguments.voice == "nominal" and not (arguments.support and found):
        found = found or [Filler(actor, "adjective") for at in arguments.adjectives if (actor := by_adjective(chart, at)) is not None]
    found = found or _authors(chart, arguments)
    if found:
        beside = [phrase for prep, _, phrase in arguments.preps if prep in chart.syntax.together] or _shared_company(chart, arguments)
        found += actors_of(chart, beside, "together", deep=True)
    return found
