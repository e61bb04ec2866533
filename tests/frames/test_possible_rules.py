"""What is told from words alone: which rules a sentence leaves possible, so that others are never charted."""

from __future__ import annotations

import pytest

from dragoman.frames.charts import Charts
from dragoman.mentions.actors import find_in as find_actors_in
from dragoman.reader import read
from dragoman.text.sentences import split

LANGUAGES = ("en", "pl", "ru", "uk")


def charts(text: str, lang: str) -> Charts:
    sentences = split(text, lang)
    return Charts(sentences, find_actors_in(text, sentences, lang=lang), (), (), lang)


def rules(text: str, lang: str) -> set[str]:
    return {way.rule.id for way in charts(text, lang).possible(0)}


def test_a_rule_whose_object_is_not_there_is_not_possible():
    assert "pl/frames/SUPPORT#sign" in rules("Polska podpisała traktat z Litwą.", "pl")
    assert "pl/frames/SUPPORT#sign" not in rules("Polska podpisała obraz z Litwą.", "pl")


def test_a_rule_of_denials_is_not_possible_where_nothing_is_denied():
    assert "pl/frames/REJECT#disagree" in rules("Polska nie podpisała traktatu.", "pl")
    assert "pl/frames/REJECT#disagree" not in rules("Polska podpisała traktat.", "pl")


def test_a_sentence_without_a_possible_rule_is_charted_only_when_somebody_asks():
    text = "Poland recalled its cars."
    made = charts(text, "en")
    assert made.names_deed(0)
    assert not made.possible(0)
    (layer,) = read(text, lang="en").layers
    assert not layer.frames
    assert not layer.charts._charts  # nobody has asked
    assert layer.chart is not None
    assert layer.chart.nodes[1].text == "recalled"


def test_the_subject_before_is_that_of_the_nearest_sentence_that_names_a_deed():
    made = charts("Polska podpisała traktat z Litwą. Wieczorem padało. Zapowiedziała wizytę w Rydze.", "pl")
    assert [one.country for one in made.subject_before(2)] == ["POL"]
    assert made.subject_before(0) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_a_rule_leaves_it_possible(lang):
    from dragoman.grammar.rules import load_rules

    for rule in load_rules(lang).rules[::7]:
        for example in rule.examples:
            made = charts(example.text, lang)
            possible = {way.rule.id for number in range(len(made.sentences)) for way in made.possible(number)}
            assert rule.id in possible, example.text
