"""Every example and counterexample of every figure rule, and what the rules leave alone."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from dragoman import find_quantities
from dragoman.grammar.pack import languages
from dragoman.mentions.actors import find_actors
from dragoman.mentions.quantities_tables import load_currencies
from dragoman.model.mention import ActorMention, DateMention
from dragoman.model.token import ANY_CASE
from dragoman.records.figures import FoundFigure, find_figures
from dragoman.records.figures_rules import MEASURES, load_figures
from dragoman.text.lexicon import load_lexicon
from dragoman.text.sentences import split

_BRACKET = re.compile(r"\[([^\]|]+)(?:\|([^\]]+))?\]")


class Marked(NamedTuple):
    """An example without its brackets: the text, what the brackets say, and the figures that are found in it."""

    text: str
    actors: list[ActorMention]
    sides: dict[str, set[str]]
    when: tuple[int, int] | None
    value: tuple[int, int]
    found: list[FoundFigure]


def actor(text: str, start: int, lang: str, code: str) -> ActorMention:
    """A mention as the finder of actors would give it, for one bracket."""
    word = load_lexicon(lang).word(text.split()[-1])
    adjective = word.has("adj") and (text[0].islower() or (lang == "en" and text.endswith(("n", "sh", "ese", "ch"))))
    cases = ANY_CASE if lang == "en" else word.cases
    return ActorMention(start, start + len(text), code, code, role="adjective" if adjective else "name", cases=cases or ANY_CASE)


def read(marked: str, lang: str) -> Marked:
    text, last = "", 0
    actors: list[ActorMention] = []
    sides: dict[str, set[str]] = {"of": set(), "to": set()}
    when = None
    value = (0, 0)
    for bracket in _BRACKET.finditer(marked):
        text += marked[last : bracket.start()]
        start, last = len(text), bracket.end()
        text += bracket[1]
        role, _, code = (bracket[2] or "value").partition(":")
        if role == "value":
            value = (start, len(text))
        elif role == "when":
            when = (start, len(text))
        else:
            actors.append(actor(bracket[1], start, lang, code))
            sides.get(role, set()).add(code)
    text += marked[last:]
    dates = [DateMention(*when, "2023", None, None)] if when else []
    quantities = find_quantities(text, lang=lang)
    found = [one for sentence in split(text, lang) for one in find_figures(text, sentence, quantities, dates, actors, lang=lang)]
    return Marked(text, actors, sides, when, value, found)


def cases(kind: str) -> list[tuple[str, str, str, str]]:
    return [
        (lang, rule.id, rule.measure, text)
        for lang in languages()
        for rule in load_figures(lang).rules
        for text in (rule.examples if kind == "examples" else rule.counterexamples)
    ]


@pytest.mark.parametrize(("lang", "rule", "measure", "marked"), cases("examples"), ids=lambda value: str(value)[:40])
def test_an_example_gives_its_figure(lang: str, rule: str, measure: str, marked: str) -> None:
    example = read(marked, lang)
    hits = [one for one in example.found if one.quantity.start < example.value[1] and example.value[0] < one.quantity.end]
    assert [(one.measure, one.rule) for one in hits] == [(measure, f"{lang}/figures#{rule}")], example.text
    figure = hits[0]
    assert {one.country for one in figure.of} == example.sides["of"], "of"
    if example.sides["to"]:
        assert {one.country for one in figure.to} == example.sides["to"], "to"
    assert (figure.when is not None) == (example.when is not None)
    assert figure.start <= figure.quantity.start
    assert figure.quantity.end <= figure.end


@pytest.mark.parametrize(("lang", "rule", "measure", "marked"), cases("counterexamples"), ids=lambda value: str(value)[:40])
def test_a_counterexample_does_not(lang: str, rule: str, measure: str, marked: str) -> None:
    assert f"{lang}/figures#{rule}" not in [one.rule for one in read(marked, lang).found]


@pytest.mark.parametrize("lang", languages())
def test_every_rule_shows_what_it_does(lang: str) -> None:
    rules = load_figures(lang).rules
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert len(rule.examples) >= 2, rule.id
        assert rule.counterexamples, rule.id
        assert rule.words or rule.nouns, rule.id


@pytest.mark.parametrize("lang", [one for one in languages() if load_figures(one).rules])
def test_every_measure_has_a_rule(lang: str) -> None:
    assert {rule.measure for rule in load_figures(lang).rules} == set(MEASURES)


def test_a_comparison_is_two_figures_each_with_its_period() -> None:
    text = "Handel Polski z Chinami (dane z 2024 r.) wynosi 48 mld dol. (z 30 mld dol. w 2021 r.)."
    dates = [DateMention(text.index(y), text.index(y) + 7, y[:4], None, None) for y in ("2024 r.", "2021 r.")]
    actors = [ActorMention(7, 13, "Poland", "POL", cases=2), ActorMention(16, 23, "China", "CHN", cases=16)]
    (sentence,) = split(text, "pl")
    found = find_figures(text, sentence, find_quantities(text, lang="pl"), dates, actors, lang="pl")
    assert [(one.measure, one.quantity.low, one.when.edtf if one.when else None) for one in found] == [
        ("trade_turnover", 48e9, "2024"),
        ("trade_turnover", 30e9, "2021"),
    ]


def test_growth_is_no_level() -> None:
    text = "Handel Polski z Chinami wzrósł o 12 proc. do 48 mld dol."
    actors = [ActorMention(7, 13, "Poland", "POL", cases=2), ActorMention(16, 23, "China", "CHN", cases=16)]
    (sentence,) = split(text, "pl")
    found = find_figures(text, sentence, find_quantities(text, lang="pl"), [], actors, lang="pl")
    assert [(one.measure, one.quantity.low, one.quantity.unit) for one in found] == [("trade_turnover", 48e9, "USD")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Handel Polski z Chinami wzrósł o 12 proc."),
        ("ru", "Торговля Польши с Китаем выросла почти на 12 процентов."),
        ("uk", "Торгівля Польщі з Китаєм зросла на 12 відсотків."),
        ("en", "Trade between Poland and China grew by 12 percent."),
    ],
)
def test_growth_stands_where_no_level_is_told(lang: str, text: str) -> None:
    (sentence,) = split(text, lang)
    found = find_figures(text, sentence, find_quantities(text, lang=lang), [], find_actors(text, lang=lang), lang=lang)
    assert [(one.measure, one.quantity.unit, len(one.of)) for one in found] == [("trade_turnover", "%", 2)]


def test_no_relation_no_figure() -> None:
    text = "Eksport mebli wyniósł 3 mld euro."
    (sentence,) = split(text, "pl")
    assert find_figures(text, sentence, find_quantities(text, lang="pl"), [], [], lang="pl") == []


def test_every_currency_is_money() -> None:
    from dragoman.records.figures_rules import kind_of

    assert {kind_of(code) for code in load_currencies().codes} == {"money"}
    assert kind_of("a") is None
