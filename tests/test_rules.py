"""Every rule of every pack is proved by its own examples and counterexamples."""

from __future__ import annotations

import pytest

from dragoman.grammar.pack import languages
from dragoman.grammar.rules import Rule, load_rules
from dragoman.prove import prove_rule

RULES = [pytest.param(lang, rule, id=rule.id) for lang in languages() for rule in load_rules(lang).rules]


@pytest.mark.parametrize("lang, rule", RULES)
def test_a_rule_reads_its_examples_and_no_counterexample(lang: str, rule: Rule) -> None:
    assert prove_rule(rule, lang) == []
