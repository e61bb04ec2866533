"""What the Russian adapter and pack make of forms that a sentence turns on."""

from __future__ import annotations

import pytest

from dragoman.text.lexicon import load_lexicon

WORD = load_lexicon("ru").word


@pytest.mark.parametrize(("form", "lemma"), [("готова", "готовый"), ("согласны", "согласный"), ("должен", "должный")])
def test_a_short_adjective_is_a_finite_verb(form: str, lemma: str) -> None:
    assert {(one.lemma, one.pos, one.form) for one in WORD(form).analyses} == {(lemma, "verb", "fin")}


def test_a_short_participle_is_no_adjective() -> None:
    assert {one.form for one in WORD("принят").analyses} == {"short"}


def test_an_adverb_is_no_short_adjective() -> None:
    assert WORD("резко").poses == {"adv"}


def test_a_verb_that_the_corpus_hardly_knows_gives_way_to_the_noun() -> None:
    assert WORD("стекла").poses == {"noun"}
    assert any(one.form == "past" for one in WORD("стали").analyses)


@pytest.mark.parametrize(("form", "verb"), [("подписанием", "подписать"), ("высылки", "выслать"), ("обстрелу", "обстрелять")])
def test_a_noun_of_doing_is_also_a_form_of_its_verb(form: str, verb: str) -> None:
    assert any(one.lemma == verb and one.form == "ger" and one.pos == "noun" and one.cases for one in WORD(form).analyses)
    assert not any(one.form == "ger" for one in WORD("договором").analyses)


def test_a_pronominal_adjective_is_a_determiner() -> None:
    assert WORD("своего").poses == {"det"}
    assert "pron" in WORD("он").poses


def test_a_reflexive_verb_may_be_a_passive() -> None:
    assert {(one.lemma, one.form) for one in WORD("вводятся").analyses} == {("вводиться", "fin"), ("вводить", "short")}
