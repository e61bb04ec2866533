"""Frame rules: what a pack says of the words that tell a deed, read from `frames/*.yml` and checked.

A rule is data. Its fields:

=============  ====================================================================================================
`id`           name within its file; the whole id is ``<lang>/frames/<FILE>#<id>``; in every language it means one deed
`event`        a PLOVER type, or `relation: {change: up, level: partnership}` for a relation rule
`mode`, `contexts`  PLOVER mode and contexts that the words alone tell
`verbs`        lemmas; every form counts (passive, participles, verbal noun, infinitive): the engine knows the constructions. A lemma of
               several words ("spotkać się", "call off") asks for the others close by
`nouns`        lemmas of nouns that name the deed (wizyta, atak, talks)
`object`       lemmas (or ``@class`` from `classes.yml`), one of which must be the verb's object, or stand in the noun's genitive;
               ``#money`` is any sum of money, ``#people`` a state's people by its name (six Americans), ``#project`` a project by
               its name (Nord Stream 2)
`with`         ``{"do+gen": [spotkanie]}``: words that must stand in a prepositional phrase with the trigger
`words`        lemmas of which all must stand in the clause (fixed phrases: zielone światło)
`content`      lemmas of which one must stand in the clause, or in the clause that tells what is asked or threatened
`negated`      true: the words tell the deed only where they are denied (does not agree); the record is then no denial
`without`      lemmas of which none may stand in the clause
`like`         lemmas of which one must describe the trigger (a hybrid attack), in the sense of `unlike`
`unlike`       lemmas of which none may describe the trigger: its attributes, genitives and neighbours (a trade war is no war)
`slots`        `actor`, `recipient`, `partner` (a side that does the same): lists of relations in order of preference
`needs`        the slots without which there is no record (`actor` when not given); "a|b" asks for either, `sides` for two different
               sides in all slots together, or several of one organisation (a meeting needs two)
`instrument`   ``{form: treaty, act: signed}``; `form: object` takes the form from the object's word
`swallows`     true: deeds told inside what this deed asks, refuses or threatens are not records of their own
`modality`     overrides what the clause says (a threat's content is hypothetical)
`examples`, `counterexamples`  sentences that prove it; ``[Polska|actor]`` marks the slots
=============  ====================================================================================================

Relations: `subject`, `object` (deep ones: the engine undoes the passive), `dative`, `instrumental`, `of` (genitive, possessive, "of"),
`adjective` (rosyjski atak, US-led), `whose` (whose the verb's object is by its adjective: "potępiła [rosyjski] ostrzał", where a
genitive would be whom it hit), `opposed` (whom the noun or the verb's object is against by its adjective: "[antyrosyjskie] sankcje"),
`any` (any actor in the clause), `content` (who is to do what is asked: the subject of the clause that tells it), `means` (whose weapons
or people the subject is: "irańskie drony uderzyły"), `condition` (who is to do what a threat hangs on: "unless X yields"), `told` (any
other side that this clause names), `company` (who shared the last deed with the actor), `shared` (where nobody is named, the two who
shared the last deed: "развитие отношений стратегического партнёрства"), `speaker` (in whose words it stands: "X must withdraw"),
`occasion` (whose meeting it is when a noun stands as a circumstance: "po rozmowie z X prezydent oświadczył"), `host` (where only one
side is named: whose palace it is done in, "spotkanie na Kremlu"), `beside` (two sides joined by a dash right behind the noun: rozmowy
Trump–Putin), a preposition with or without its case (``na+acc``, ``with``). For an object or a preposition the actor may stand inside
the phrase (criticised the actions of X); with ``!`` behind the relation it must be its head.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.datafile import load_data
from dragoman.errors import PackError
from dragoman.grammar.pack import load_pack
from dragoman.model.record import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SLOTS = ("actor", "recipient", "partner")
_KNOWN = frozenset(
    "id event relation mode contexts verbs nouns adjectives object with words content negated without like unlike slots needs"
    " instrument swallows modality examples counterexamples quantity confidence".split()
)
_MARK = re.compile(r"\[([^\[\]|]+)\|([a-z]+)\]")


class Example(msgspec.Struct, frozen=True):
    """A sentence that a rule reads, and the slots that it must fill: (slot, start, end) in code points."""

    text: str
    slots: tuple[tuple[str, int, int], ...]


class Rule(msgspec.Struct, frozen=True, eq=False):
    """One checked frame rule; the fields are those of the table above."""

    id: str
    event: str | None
    change: str | None
    level: str | None
    mode: str | None
    contexts: tuple[str, ...]
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    object: frozenset[str]
    with_: tuple[tuple[str, frozenset[str]], ...]
    words: tuple[frozenset[str], ...]
    content: frozenset[str]
    negated: bool
    without: frozenset[str]
    like: frozenset[str]
    unlike: frozenset[str]
    slots: dict[str, tuple[str, ...]]
    needs: tuple[tuple[str, ...], ...]
    form: str | None
    act: str | None
    swallows: bool
    modality: str | None
    quantity: bool
    confidence: float
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]

    @property
    def kind(self) -> str:
        """event or relation."""
        return "event" if self.event else "relation"


def read_example(marked: str) -> Example:
    """``[Polska|actor] podpisała...`` as plain text with the spans of its slots."""
    slots: list[tuple[str, int, int]] = []
    text = ""
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        slots.append((match[2], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Example(text + marked[at:], tuple(slots))


def _words(value: Any, classes: dict[str, list[str]], fault: Any) -> frozenset[str]:
    """A list of lemmas with every ``@class`` replaced by its members."""
    found: set[str] = set()
    for one in [value] if isinstance(value, str) else value or ():
        if str(one).startswith("@"):
            if str(one)[1:] not in classes:
                raise fault(f"no word class {one!r} in classes.yml")
            found.update(classes[str(one)[1:]])
        else:
            found.add(str(one))
    return frozenset(found)


def read_rule(row: dict[str, Any], path: str, file: Path, classes: dict[str, list[str]]) -> Rule:
    """One rule from its YAML mapping. Raises `PackError` that names the file and the rule."""
    name = str(row.get("id", "?"))

    def fault(message: str) -> PackError:
        return PackError(message, file=str(file), rule=name)

    unknown = set(row) - _KNOWN
    if unknown:
        raise fault(f"unknown field {', '.join(sorted(unknown))}; known are {', '.join(sorted(_KNOWN))}")
    if ("event" in row) == ("relation" in row):
        raise fault("give either `event` or `relation`")
    if "event" in row and row["event"] not in EVENT_TYPES:
        raise fault(f"{row['event']!r} is no PLOVER event type")
    if len(row.get("examples") or ()) < 2 or not row.get("counterexamples"):
        raise fault("a rule needs at least two examples and one counterexample")
    relation = row.get("relation") or {}
    instrument = row.get("instrument") or {}
    slots = {slot: tuple(ways if isinstance(ways, list) else [ways]) for slot, ways in (row.get("slots") or {}).items()}
    if set(slots) - set(SLOTS):
        raise fault(f"unknown slot {', '.join(sorted(set(slots) - set(SLOTS)))}; known are {', '.join(SLOTS)}")
    needs = row.get("needs", ["actor"])
    return Rule(
        id=f"{path}#{name}",
        event=row.get("event"),
        change=relation.get("change"),
        level=relation.get("level"),
        mode=row.get("mode"),
        contexts=tuple(row.get("contexts") or ()),
        verbs=_words(row.get("verbs"), classes, fault),
        nouns=_words(row.get("nouns"), classes, fault),
        adjectives=_words(row.get("adjectives"), classes, fault),
        object=_words(row.get("object"), classes, fault),
        with_=tuple((prep, _words(words, classes, fault)) for prep, words in (row.get("with") or {}).items()),
        words=tuple(_words(one, classes, fault) for one in row.get("words") or ()),
        content=_words(row.get("content"), classes, fault),
        negated=bool(row.get("negated")),
        without=_words(row.get("without"), classes, fault),
        like=_words(row.get("like"), classes, fault),
        unlike=_words(row.get("unlike"), classes, fault),
        slots=slots,
        needs=tuple(tuple(str(one).split("|")) for one in ([needs] if isinstance(needs, str) else needs)),
        form=instrument.get("form"),
        act=instrument.get("act"),
        swallows=bool(row.get("swallows")),
        modality=row.get("modality"),
        quantity=bool(row.get("quantity")),
        confidence=float(row.get("confidence", 0.8)),
        examples=tuple(read_example(str(one)) for one in row["examples"]),
        counterexamples=tuple(str(one) for one in row["counterexamples"]),
    )


class Way(msgspec.Struct, frozen=True, eq=False):
    """A rule as one of its triggers finds it: `rest` are the further words of a trigger of several words; of each group in `asks` one word
    must stand in the sentence, or the rule cannot hold.
    """

    rule: Rule
    rest: tuple[str, ...]
    asks: tuple[frozenset[str], ...]


def _way(rule: Rule, rest: Sequence[str], negators: frozenset[str]) -> Way:
    alone = *(frozenset((one,)) for one in rest), *(words for _, words in rule.with_), *rule.words
    groups = *alone, rule.object, rule.content, rule.like, negators if rule.negated else frozenset()
    asks = sorted(dict.fromkeys(one for one in groups if one), key=len)  # the smallest is the likeliest not to be there
    return Way(rule, tuple(rest), tuple(asks))


class RuleBook:
    """All rules of a language, found by the lemma of their trigger. `negators` are the words of which a denial needs one; empty where a
    verb may be denied by its own form.
    """

    def __init__(self, lang: str, rules: Iterable[Rule], negators: frozenset[str] = frozenset()) -> None:
        self.lang = lang
        self.rules = tuple(rules)
        self.by_verb: dict[str, list[Way]] = {}
        self.by_noun: dict[str, list[Way]] = {}
        self.by_adjective: dict[str, list[Way]] = {}
        for rule in self.rules:
            for table, lemmas in ((self.by_verb, rule.verbs), (self.by_noun, rule.nouns), (self.by_adjective, rule.adjectives)):
                for lemma in sorted(lemmas):
                    first, *rest = lemma.split()
                    table.setdefault(first, []).append(_way(rule, rest, negators))


@cache
def load_rules(lang: str) -> RuleBook:
    """The rules of a language's pack, read and checked. Raises `PackError` at the first fault, with file and rule."""
    pack = load_pack(lang)
    classes: dict[str, list[str]] = pack.part("classes")
    rules: list[Rule] = []
    for file in sorted((pack.folder / "frames").glob("*.yml")):
        path = f"{lang}/frames/{file.stem}"
        seen: set[str] = set()
        for row in load_data(file) or ():
            rule = read_rule(row, path, file, classes)
            if rule.id in seen:
                raise PackError("a rule of this id stands twice in the file", file=str(file), rule=rule.id)
            seen.add(rule.id)
            rules.append(rule)
    syntax = pack.part("syntax")
    negators = () if syntax.get("negative_prefix") else syntax.get("negators") or ()
    return RuleBook(lang, rules, frozenset(map(str, negators)))
