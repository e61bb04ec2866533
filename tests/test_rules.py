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


def test_a_name_of_a_rule_means_one_deed_in_every_language() -> None:
    """Entries are merged across languages by the names of rules: one name, one type and one mode."""
    found: dict[str, dict[str, list[tuple[str | None, str | None]]]] = {}
    for lang in languages():
        for rule in load_rules(lang).rules:
            found.setdefault(rule.id.rpartition("#")[2], {}).setdefault(lang, []).append((rule.event, rule.mode))
    single = {
        name: {lang: deeds[0] for lang, deeds in packs.items()} for name, packs in found.items() if all(len(d) == 1 for d in packs.values())
    }
    assert {name: packs for name, packs in single.items() if len(set(packs.values())) > 1} == {}
