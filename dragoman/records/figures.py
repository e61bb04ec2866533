"""Figures: numbers about a relation between states, such as trade, investment, aid, troops, losses, capacities and shares.

The rules are pack data (`packs/<lang>/figures.yml`). A rule names a measure, the kind of quantity it takes, the words or counted nouns
that call for it, and where its two sides stand. Every quantity of a sentence takes the rule whose words stand nearest; a quantity that is
compared with it ("28 bn, from 24 bn in 2021") takes the same rule with its own period. Silence is the rule: without two sides in the
sentence or its surroundings there is no relation. A growth in per cent is no level: only rules that count `growth` take it, and only
where no sum of money tells the level itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.model.mention import ActorMention, DateMention, QuantityMention
from dragoman.records.figures_rules import FigureRule, Trigger, kind_of, load_figures
from dragoman.records.figures_sides import FigureScene, choose_sides, countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.token import Sentence
    from dragoman.records.figures_rules import Figures

_RESTATED = 2
"""How many tokens may stand between an amount and the same amount in other money."""
_SPECIFIC = 20
"""How much nearer a rule is that asks for both a word and a counted noun: "40 soldiers were killed" are losses and no troops."""
_COMPARED = 14
"""How many tokens may stand between a number and the one it is compared with."""


class FoundFigure(msgspec.Struct, frozen=True):
    """A figure as a sentence tells it: the quantity, the sides in their roles, the period, and ``[start, end)``, the words that say it."""

    measure: str
    quantity: QuantityMention
    of: tuple[ActorMention, ...]
    to: tuple[ActorMention, ...]
    when: DateMention | None
    start: int
    end: int
    rule: str


def find_figures(
    text: str,
    sentence: Sentence,
    quantities: Sequence[QuantityMention],
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
    *,
    lang: str,
    topic: Sequence[ActorMention] = (),
) -> list[FoundFigure]:
    """The figures of one sentence, in order.

    `quantities`, `dates` and `actors` are mentions of the whole text or of the sentence; those outside it are passed over. `topic` are
    the actors that the sentences before are about: they make a relation where the sentence itself names one side or none.
    """
    figures = load_figures(lang)
    inside = [one for one in quantities if sentence.start <= one.start and one.end <= sentence.end]
    if not inside or not figures.rules:
        return []
    scene = FigureScene(
        text,
        sentence,
        tuple(one for one in actors if sentence.start <= one.start and one.end <= sentence.end and _is_side(one, inside)),
        tuple(topic),
        figures,
    )
    triggers = figures.triggers(sentence)
    found: list[FoundFigure] = []
    ruled: tuple[QuantityMention, FigureRule, Trigger] | None = None
    for quantity in inside:
        chosen = _choose(quantity, inside, triggers, figures, scene)
        if not chosen and ruled is not None and _is_compared(scene, ruled[0], quantity, figures):
            chosen = [ruled[1:]]
        for rule, trigger in chosen:
            figure = _build(quantity, rule, trigger, inside, dates, scene, lang)
            if figure is not None:
                found.append(figure)
                ruled = (quantity, rule, trigger)
                break
    return found


def _is_side(actor: ActorMention, quantities: Sequence[QuantityMention]) -> bool:
    """Does a mention stand for somebody, and not for the money of a state ("долларов США")?"""
    return bool(countries(actor)) and not any(one.start < actor.end and actor.start < one.end for one in quantities)


def _choose(
    quantity: QuantityMention, inside: Sequence[QuantityMention], triggers: Sequence[Trigger], figures: Figures, scene: FigureScene
) -> list[tuple[FigureRule, Trigger]]:
    """The rules whose words stand near the quantity, the nearest first; earlier rules win where two stand equally near."""
    kind = kind_of(quantity.unit)
    kind = "growth" if kind == "share" and _grows(scene, quantity, figures) else kind
    if kind is None or (kind == "growth" and any(kind_of(one.unit) == "money" for one in inside)):
        return []
    words = frozenset(trigger.word for trigger in triggers)
    near: list[tuple[int, int, FigureRule, Trigger]] = []
    for order, rule in enumerate(figures.rules):
        if kind not in rule.counts or not _takes(rule, quantity, words) or not _is_at_stake(rule, scene):
            continue
        for trigger in _candidates(quantity, rule, triggers):
            distance = _distance(scene, quantity, trigger, inside)
            if distance <= rule.window:
                near.append((distance - (_SPECIFIC if rule.nouns and rule.words else 0), order, rule, trigger))
    return [(rule, trigger) for _, _, rule, trigger in sorted(near, key=lambda one: one[:2])]


def _takes(rule: FigureRule, quantity: QuantityMention, words: frozenset[str]) -> bool:
    """Does the rule take a quantity of this noun and size in a sentence with these words?"""
    if (rule.nouns and quantity.noun not in rule.nouns) or (rule.bare and quantity.noun is not None):
        return False
    if (quantity.low or quantity.high or 0) < rule.least:
        return False
    return not (rule.near and not rule.near & words) and not rule.unless & words


def _candidates(quantity: QuantityMention, rule: FigureRule, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """The places that call for the rule: its words, or the counted noun itself."""
    if rule.words:
        return [one for one in triggers if one.word in rule.words and not (rule.behind and one.start < quantity.end)]
    end = quantity.noun_end or quantity.end
    return [Trigger(quantity.noun or "", quantity.start, end)]


def _distance(scene: FigureScene, quantity: QuantityMention, trigger: Trigger, inside: Sequence[QuantityMention]) -> int:
    """Tokens between the quantity and the words; words after it count double, a comma between them as three more (six where the words
    come after), another quantity of the same kind as six more.
    """
    if trigger.start < quantity.end and quantity.start < trigger.end:
        return 0
    before = trigger.end <= quantity.start
    start, end = (trigger.end, quantity.start) if before else (quantity.noun_end or quantity.end, trigger.start)
    tokens = scene.tokens_between(start, end)
    between = sum(start <= one.start < end and kind_of(one.unit) == kind_of(quantity.unit) for one in inside)
    commas = scene.commas_between(start, end)
    return (tokens + 3 * commas) * (1 if before else 2) + 6 * between


def _grows(scene: FigureScene, quantity: QuantityMention, figures: Figures) -> bool:
    """Is the share a growth: "o 12 proc.", "by 12 percent", "почти на 5 процентов"?"""
    return scene.word_before(quantity.start) in figures.growth or bool(scene.words(quantity.start, quantity.end) & figures.growth)


def _is_compared(scene: FigureScene, first: QuantityMention, second: QuantityMention, figures: Figures) -> bool:
    """Does the second quantity stand beside the first as an earlier or later level of the same thing, or as the same in other money?"""
    if first.unit != second.unit and kind_of(first.unit) == kind_of(second.unit) == "money":
        return scene.tokens_between(first.end, second.start) <= _RESTATED
    if first.unit != second.unit or first.noun != second.noun or scene.tokens_between(first.end, second.start) > _COMPARED:
        return False
    return scene.word_before(second.start) in figures.compared


def _is_at_stake(rule: FigureRule, scene: FigureScene) -> bool:
    """Do the sentence and its surroundings name two sides, with as many in the sentence as the rule asks for?"""
    local = scene.local_countries
    return len(local) >= rule.local and len(local | scene.topic_countries) >= 2


def _build(
    quantity: QuantityMention,
    rule: FigureRule,
    trigger: Trigger,
    inside: Sequence[QuantityMention],
    dates: Sequence[DateMention],
    scene: FigureScene,
    lang: str,
) -> FoundFigure | None:
    of, to = choose_sides(rule, trigger, quantity, scene)
    if bool(of) + bool(to) < rule.sides or (rule.addressed and not to):
        return None
    when = _period(quantity, inside, dates, scene)
    start = min(quantity.start, trigger.start if trigger.end <= quantity.start else quantity.start)
    end = max(quantity.noun_end or quantity.end, trigger.end)
    for side in sorted((*of, *to), key=lambda one: one.start):
        if side.start >= end and scene.tokens_between(end, side.start) <= 1:
            end = side.end
    if when is not None and 0 <= when.start - end <= 4:
        end = when.end
    return FoundFigure(rule.measure, quantity, of, to, when, start, end, f"{lang}/figures#{rule.id}")


def _period(
    quantity: QuantityMention, inside: Sequence[QuantityMention], dates: Sequence[DateMention], scene: FigureScene
) -> DateMention | None:
    """The date that the figure speaks of: the next one before another number comes, else the nearest one before it."""
    following = min((one.start for one in inside if one.start >= quantity.end), default=scene.sentence.end)
    previous = max((one.end for one in inside if one.end <= quantity.start), default=scene.sentence.start)
    after = [one for one in dates if quantity.end <= one.start < following and scene.tokens_between(quantity.end, one.start) <= 5]
    if after:
        return after[0]
    before = [one for one in dates if previous <= one.start and one.end <= quantity.start]
    if before:
        return before[-1]
    early = [one for one in dates if scene.sentence.start <= one.start and one.end <= quantity.start]
    return early[0] if early and len(early) == 1 and previous == scene.sentence.start else None
