"""Categories in a language of fixed order: what stands before and behind a word tells a noun from a verb, a past from a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.frames.chart import ADJ, AUX, CONJ, CONV, DATE, FINITE, INF, NOUN, NUM, OTHER, PART, PREP, PUNCT, REL, SUB
from dragoman.frames.hidden_clauses import (
    MARKS,
    ends_clause,
    find_openers,
    mark_relatives,
    reduce_participles,
    reported_verb,
    takes_more,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.frames.nodes import Node
    from dragoman.frames.syntax import Syntax
    from dragoman.model.token import Word

_QUOTES = ('"', "“", "”", "‘", "’")
_NOMINAL, _NAMING = frozenset({"noun", "propn", "adj"}), frozenset({"noun", "adj"})
_ADVERBIAL = frozenset({"adv"})
_MEASURING, _UNKNOWN = frozenset({"adj", "det", "adv"}), frozenset({"x"})


def noun_like(word: Word) -> str:
    """The category of a word that is no verb."""
    poses = word.poses
    if "noun" in poses or "propn" in poses:
        return NOUN
    if any(one.form in ("ppas", "pact") for one in word.analyses):
        return PART
    if "adj" in poses or "det" in poses:
        return ADJ
    if "num" in poses:
        return NUM
    if "pron" in poses:
        return NOUN
    return OTHER


def by_order(nodes: Sequence[Node], categories: list[str], syntax: Syntax) -> list[str]:
    """Settle open nodes from left to right. A word that may be preposition or subordinator (after, as) is a preposition at first; where a
    finite verb turns out to follow it, the sentence is read again with it as the subordinator.
    """
    first = _read(nodes, list(categories), syntax)
    opened = find_openers(nodes, first, syntax)
    if opened:
        for at in opened:
            categories[at] = SUB
        first = _read(nodes, categories, syntax)
    return reduce_participles(nodes, mark_relatives(nodes, first, syntax), syntax)


def _read(nodes: Sequence[Node], categories: list[str], syntax: Syntax) -> list[str]:
    """One round from left to right; `had_verb` tells whether the clause has a verb that leaves no room for another finite one."""
    had_verb, finite = False, False
    for at, node in enumerate(nodes):
        category = categories[at]
        if not category:
            compound = "-" in node.word.lower and _compound(at, nodes, categories, syntax)
            category = categories[at] = ADJ if compound else _settle(at, nodes, categories, syntax, had_verb, finite)
        if category in (FINITE, AUX):
            had_verb = finite = True
        elif category == INF:
            had_verb = True
            if at and nodes[at - 1].word.lower in syntax.infinitive:
                categories[at - 1] = OTHER
        elif category in (SUB, REL, CONJ) or (category == PUNCT and node.word.text in MARKS):
            had_verb = finite = False
    return categories


def _settle(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax, had_verb: bool, finite: bool) -> str:
    word = nodes[at].word
    lower = word.lower
    if lower in syntax.infinitive or (lower in syntax.particles and (had_verb or not word.forms) and not _helped(at, nodes, syntax)):
        return OTHER
    if lower in syntax.determiners:
        return NOUN if lower not in syntax.possessives and _next_is_of(at, nodes, syntax) else ADJ
    forms = word.forms
    if lower in syntax.modals or (forms and not syntax.passive.isdisjoint(word.lemmas) and _helps(at, nodes, syntax)):
        return AUX
    if forms and not syntax.perfect.isdisjoint(word.lemmas) and not _after_infinitive(at, nodes, categories, syntax):
        return FINITE
    nominal = not _NOMINAL.isdisjoint(word.poses)
    if word.poses <= _UNKNOWN and at and (nodes[at - 1].word.lower in syntax.determiners or categories[at - 1] == ADJ):
        return NOUN  # a word that the lexicon lacks
    if not forms:
        return _verbless(at, nodes, categories, nominal, syntax)
    if "ppas" in forms and (helper := _helper(at, nodes, categories, syntax)):
        return helper
    previous = _solid(at, nodes, categories)
    before = nodes[previous].word.lower if previous >= 0 else ""
    if "inf" in forms and _unmarked(at, nodes, syntax):
        return INF
    if "inf" in forms and categories[at - 1 : at] == [CONJ] and _joins_infinitive(at - 1, nodes, categories):
        return INF
    if "inf" in forms and (before in syntax.infinitive or (previous >= 0 and categories[previous] == INF and not nominal)):
        return INF
    if before in syntax.infinitive and not forms & {"past", "fin"}:
        return noun_like(word)
    if before in syntax.modals or (previous >= 0 and nodes[previous].word.lemmas & syntax.perfect and "ppas" in forms):
        return FINITE
    if previous >= 0 and categories[previous] == AUX:
        return PART if "ppas" in forms else FINITE if "ger" in forms else noun_like(word)
    return _by_neighbours(at, nodes, categories, syntax, forms, previous, nominal, had_verb, finite)


def _helped(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does a modal or the mark of an infinitive stand right before the word?"""
    return at > 0 and (nodes[at - 1].word.lower in syntax.modals or nodes[at - 1].word.lower in syntax.infinitive)


def _unmarked(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does a verb whose infinitive has no mark stand before the word, alone or with a side ("helped [broker] a deal", "helped the Omanis
    [defeat] the rebels")?
    """
    if not at or not _noun_ahead(at, nodes, syntax):
        return False
    if nodes[at - 1].word.lemmas & syntax.bare:
        return True
    before = at - 2
    if before > 0 and nodes[before].word.lower in syntax.determiners:
        before -= 1
    return nodes[at - 1].actor is not None and before >= 0 and bool(nodes[before].word.lemmas & syntax.bare and nodes[before].word.forms)


def _by_neighbours(
    at: int,
    nodes: Sequence[Node],
    categories: Sequence[str],
    syntax: Syntax,
    forms: frozenset[str],
    previous: int,
    nominal: bool,
    had_verb: bool,
    finite: bool,
) -> str:
    word = nodes[at].word
    category = categories[previous] if previous >= 0 else ""
    text = nodes[previous].word.lower if previous >= 0 and nodes[previous].kind != "actor" else ""
    due = (text in syntax.determiners and category != SUB) or category in (PREP, ADJ) or text in syntax.ownership
    following = nodes[at + 1].word.lower if at + 1 < len(nodes) else ""
    if "ger" in forms and (sure := _sure_gerund(at, nodes, syntax, category, text)):
        return sure
    if due and (nominal or (following in syntax.of and "ger" in forms)):
        return NOUN if "noun" in nodes[at].word.poses or not nominal else ADJ
    if "ger" in forms and _attributive(at, nodes, syntax, category, text, due):
        return ADJ
    if "ppas" in forms and at and categories[at - 1] in (FINITE, INF) and _noun_ahead(at, nodes, syntax) and "noun" not in word.poses:
        return PART if following not in syntax.determiners else FINITE
    if category == NOUN and (
        reported_verb(at, nodes, categories, syntax) if had_verb else _plural_then_bare(nodes[previous], nodes[at].word)
    ):
        return FINITE
    if "ger" in forms and not forms & {"past", "fin"}:
        governs = category == NOUN and at + 1 < len(nodes) and (following in syntax.determiners or nodes[at + 1].actor is not None)
        return CONV if not nominal or category in (PUNCT, "") or not had_verb or governs else NOUN
    if due:
        return PART if "ppas" in forms else noun_like(nodes[at].word)
    if "ppas" in forms and category == NOUN and previous and categories[previous - 1] == CONV and _describes(at, nodes):
        return PART  # "using precision guided missiles"
    if "ppas" in forms and (settled := _past_or_participle(at, nodes, categories, syntax, category, finite)):
        return settled
    if had_verb:
        return NOUN if "past" not in forms and (nominal or category in (NOUN, ADJ, PREP)) else FINITE
    if nominal and "past" not in forms and _verb_follows(at, nodes, syntax):
        return NOUN
    present = category == NOUN and nominal and "past" not in forms
    if present and _no_verb(at, previous, nodes, categories, syntax):
        return NOUN
    if category == NOUN or not nominal or ("past" in forms and category in (OTHER, CONJ)):
        return FINITE
    return NOUN


def _past_or_participle(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax, category: str, finite: bool) -> str:
    """The category of a form that may be both: a past in a clause that begins before its noun ("after X signed"), a participle with an
    agent, behind a noun where the clause has its verb, or marked off with what it takes (", expected to join"); "" where nothing tells.
    """
    following = nodes[at + 1].word.lower if at + 1 < len(nodes) else ""
    opened = category == NOUN and "past" in nodes[at].word.forms and _opened(at, nodes, categories, syntax)
    if opened and takes_more(at, nodes, syntax):
        return FINITE
    marked = category == PUNCT and following in syntax.infinitive
    return PART if following in syntax.agent or (finite and category == NOUN) or marked else ""


def _no_verb(at: int, previous: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Can a bare present form not be the verb of the noun before it, nor what that noun is asked to do?"""
    asked = nodes[previous].actor is not None and _asked(at, nodes, categories, syntax)
    return not asked and _disagrees(nodes[at].word, previous, nodes, categories, syntax)


def _compound(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Is a participle that a hyphen joins to a noun an attribute ("to earthquake-hit Nepal"), where one is due?"""
    if not at or "ppas" not in nodes[at].word.forms or not _noun_ahead(at, nodes, syntax):
        return False
    return categories[at - 1] in (PREP, ADJ) or nodes[at - 1].word.lower in syntax.infinitive


def _opened(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does nothing but a noun stand between a word and what may open a clause ("after X signed")?"""
    start = at - 1
    while start > 0 and categories[start] in (NOUN, ADJ, NUM):
        start -= 1
    return categories[start] == PREP and nodes[start].word.lower in syntax.subordinators


def _sure_gerund(at: int, nodes: Sequence[Node], syntax: Syntax, category: str, text: str) -> str:
    """The category of a gerund that what follows settles: a verb before somebody ("after meeting President X"), a noun before "of"."""
    if category == PREP and text in syntax.subordinators and _person_next(at, nodes):
        return CONV
    return NOUN if _next_is_of(at, nodes, syntax) and category in (NOUN, ADJ, PREP) else ""


def _attributive(at: int, nodes: Sequence[Node], syntax: Syntax, category: str, text: str, due: bool) -> bool:
    """Does a gerund describe the noun behind it ("its warring neighbours", "a suit against visiting President X")?"""
    if category == PREP:
        return text not in syntax.subordinators and _person_next(at, nodes)
    return due and _noun_ahead(at, nodes, syntax) and nodes[at + 1].word.lower not in syntax.determiners


def _person_next(at: int, nodes: Sequence[Node]) -> bool:
    """Does somebody's title or name stand right behind a word?"""
    actor = nodes[at + 1].actor if at + 1 < len(nodes) else None
    return actor is not None and actor.sector == "GOV" and nodes[at + 1].word.capital and actor.number == "s"


def _bare(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does a noun stand without article and owner, so that in the singular it only describes what follows ("high-level peace talks")?"""
    start = at
    while start and categories[start - 1] in (ADJ, NOUN, NUM, PART) and nodes[start - 1].actor is None:
        start -= 1
    closed = start and (nodes[start - 1].text in syntax.ownership or nodes[start - 1].actor is not None)
    return not closed and nodes[start].word.lower not in syntax.determiners


def _disagrees(verb: Word, at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Can a noun in the singular not be the subject of a bare present form ("a border dispute")?"""
    noun = nodes[at]
    if noun.kind == "word" and not noun.word.capital and _bare(at, nodes, categories, syntax):
        return {one.number for one in noun.word.analyses if one.pos == "noun"} == {"s"}
    grouped = CONJ in categories[max(0, at - 3) : at]
    bare = not any(one.form == "fin" and one.number == "s" for one in verb.analyses)
    if noun.actor is not None:
        single = noun.actor.role == "name" and noun.actor.number != "p" and bool(noun.actor.country or noun.actor.id)
    else:
        single = {one.number for one in noun.word.analyses if one.pos in ("noun", "propn")} == {"s"}
    return single and bare and not grouped


def _asked(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does the word stand in a that-clause with no other verb, so that a bare form is its verb ("demanded that Oman leave")?"""
    opened = next((one for one in range(at - 1, -1, -1) if categories[one] in (SUB, FINITE, AUX) or categories[one] == PUNCT), -1)
    if opened < 0 or categories[opened] != SUB:
        return False
    for ahead in range(at, len(nodes) - 1):
        if nodes[ahead].text in MARKS or nodes[ahead].word.lower in syntax.subordinators:
            return True
        if _is_verb(ahead, nodes, syntax):
            return False
    return True


def _verbless(at: int, nodes: Sequence[Node], categories: Sequence[str], nominal: bool, syntax: Syntax) -> str:
    """The category of a word that is no form of a verb."""
    word = nodes[at].word
    if "adj" in word.poses and _describes(at, nodes):
        return ADJ
    if "adv" in word.poses and (_adverb_next(at, nodes, syntax) or _past_next(at, nodes, categories)):
        return OTHER
    if not (syntax.measures.isdisjoint(word.lemmas) or _MEASURING.isdisjoint(word.poses)) and _next_is_of(at, nodes, syntax):
        return NOUN
    if "adv" in word.poses and (not nominal or (_behind_helper(at, nodes, categories, syntax) and _verb_form_next(at, nodes))):
        return OTHER
    return noun_like(word)


def _adverb_next(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Is the next word surely an adverb, which this one strengthens ("[very] generously opened")?"""
    if at + 1 >= len(nodes):
        return False
    word = nodes[at + 1].word
    return word.poses == _ADVERBIAL and word.lower not in syntax.prepositions


def _past_next(at: int, nodes: Sequence[Node], categories: Sequence[str]) -> bool:
    """Does a word stand between a noun and a past form, so that it tells when or how ("the minister [earlier] rebuked X")?"""
    if not at or at + 1 >= len(nodes) or categories[at - 1] != NOUN:
        return False
    word = nodes[at + 1].word
    return "past" in word.forms and not {"noun", "adj"} & word.poses


def _behind_helper(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    """Does an auxiliary stand right before a word ("must first disarm", "has first disarmed")?"""
    return at > 0 and (categories[at - 1] == AUX or not syntax.perfect.isdisjoint(nodes[at - 1].word.lemmas))


def _next_is_of(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does a word only measure what stands behind "of" ("most of the troops", "several of its allies")?"""
    return at + 1 < len(nodes) and nodes[at + 1].word.lower in syntax.of


def _verb_form_next(at: int, nodes: Sequence[Node]) -> bool:
    """May the next word be an infinitive or a participle ("must first disarm")?"""
    return at + 1 < len(nodes) and any(one.form in ("inf", "ppas") for one in nodes[at + 1].word.analyses)


def _plural_then_bare(noun: Node, verb: Word) -> bool:
    """A plural and a bare present form right behind it: its verb ("the Kenyans reject the plan"), for a compound begins with a singular."""
    if noun.actor is not None:
        plural = noun.actor.number == "p" and noun.actor.role == "demonym"
    else:
        plural = {one.number for one in noun.word.analyses if one.pos in ("noun", "propn")} == {"p"}
    return plural and any(one.form == "fin" and one.number != "s" for one in verb.analyses)


def _helps(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Is a verb that may help a passive no verb of its own ("gets hit", not: "to get Oman to sign"), nor part of a name?"""
    if at + 1 < len(nodes) and syntax.copulas.isdisjoint(nodes[at].word.lemmas):
        following = nodes[at + 1]
        return following.actor is None and following.word.lower not in syntax.determiners and not _named(at, nodes)
    return not _named(at, nodes)


def _named(at: int, nodes: Sequence[Node]) -> bool:
    """Is a capital inside the sentence part of a name ("Pan Am")?"""
    return at > 0 and nodes[at].word.capital and nodes[at - 1].kind == "word" and nodes[at - 1].word.capital


def _helper(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> str:
    """The category of a past participle whose auxiliary stands before it with adverbs between ("has once again outright rejected")."""
    back = at - 1
    while back > 0 and at - back < 5 and categories[back] in (OTHER, ADJ, PREP) and "adv" in nodes[back].word.poses:
        back -= 1
    if at - back < 2 or categories[back] not in (FINITE, AUX):
        return ""
    return FINITE if nodes[back].word.lemmas & syntax.perfect else PART if nodes[back].word.lemmas & syntax.passive else ""


def _noun_ahead(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does an article, an adjective or a noun of its own follow ("helped broker a deal", not: helped talks)?"""
    if at + 1 >= len(nodes):
        return False
    word = nodes[at + 1].word
    return nodes[at + 1].kind in ("actor", "adjective") or word.lower in syntax.determiners or not _NAMING.isdisjoint(word.poses)


def _joins_infinitive(conj: int, nodes: Sequence[Node], categories: Sequence[str]) -> bool:
    """Is the last verb before a coordinator an infinitive ("to abide by the rules and cut links")?"""
    for at in range(conj - 1, -1, -1):
        if categories[at] == INF:
            return True
        if categories[at] in (FINITE, AUX) or ends_clause(at, nodes, categories):
            return False
    return False


def _describes(at: int, nodes: Sequence[Node]) -> bool:
    """Does a noun or a side stand right behind a word that may be an adjective ("67 elderly Britons", "humanitarian aid")?"""
    if at + 1 >= len(nodes):
        return False
    return nodes[at + 1].kind in ("actor", "adjective") or (nodes[at + 1].kind == "word" and "noun" in nodes[at + 1].word.poses)


def _after_infinitive(at: int, nodes: Sequence[Node], categories: Sequence[str], syntax: Syntax) -> bool:
    previous = _solid(at, nodes, categories)
    return previous >= 0 and nodes[previous].word.lower in syntax.infinitive


def _verb_follows(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Is the next word surely the finite verb: a past form that is no noun ("talks resumed"), or an auxiliary? A phrase with a
    preposition may stand between ("sanctions on Iran have hurt").
    """
    if at + 1 < len(nodes) and nodes[at + 1].word.lower in syntax.prepositions and nodes[at].kind == "word":
        return _phrase_then_verb(at + 1, nodes, syntax)
    return _is_verb(at, nodes, syntax)


def _phrase_then_verb(prep: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Does a sure finite verb stand behind a phrase with a preposition, with no mark, relative or infinitive between?"""
    bars = syntax.subordinators.keys() | syntax.relatives | syntax.infinitive
    for at in range(prep + 1, min(prep + 7, len(nodes))):
        if nodes[at].kind == "punct" and nodes[at].text not in syntax.ownership:
            return False
        if at > prep + 1 and nodes[at].kind == "word" and nodes[at].word.lower in bars:
            return False
        if at > prep + 1 and _is_verb(at - 1, nodes, syntax):
            return True
    return False


def _is_verb(at: int, nodes: Sequence[Node], syntax: Syntax) -> bool:
    """Is the word behind a node surely a finite verb?"""
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "word":
        return False
    word = nodes[at + 1].word
    after = nodes[at + 2].word.lower if at + 2 < len(nodes) else ""
    past = any(one.form == "past" for one in word.analyses) and not {"noun", "adj"} & word.poses and after not in syntax.agent
    return past or word.lower in syntax.modals or bool((syntax.passive | syntax.perfect) & word.lemmas and "noun" not in word.poses)


def _one_quoted(at: int, nodes: Sequence[Node]) -> bool:
    """Is a quotation mark at an adverb that alone stands in quotation marks ("had “deliberately” hit")?"""
    return nodes[at].text in _QUOTES and any(
        one >= 0
        and one + 2 < len(nodes)
        and nodes[one].text in _QUOTES
        and nodes[one + 2].text in _QUOTES
        and "adv" in nodes[one + 1].word.poses
        for one in (at - 2, at)
    )


def _solid(at: int, nodes: Sequence[Node], categories: Sequence[str]) -> int:
    """The nearest node before that is no date (with its preposition), no adverb and no remark in brackets."""
    previous = at - 1
    while previous >= 0:
        if categories[previous] == DATE:
            previous -= 2 if previous and categories[previous - 1] == PREP else 1
        elif (categories[previous] == OTHER and "adv" in nodes[previous].word.poses) or _one_quoted(previous, nodes):
            previous -= 1
        elif nodes[previous].text == ")" and any(one.text == "(" for one in nodes[max(0, previous - 6) : previous]):
            previous = max(one for one in range(previous) if nodes[one].text == "(") - 1
        else:
            break
    return previous
