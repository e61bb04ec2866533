"""Ukrainian forms that the dictionary keeps apart from their verbs, as the rules need them."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.model.record import Event
from dragoman.model.token import NOM
from dragoman.text.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("підписаний", "підписати", "ppas"),
        ("звільнених", "звільнити", "ppas"),
        ("відвідавши", "відвідати", "conv"),
        ("підтримуючи", "підтримувати", "conv"),
        ("зустрівшись", "зустрітися", "conv"),
        ("засудження", "засудити", "ger"),
        ("скасуванням", "скасувати", "ger"),
        ("постачання", "постачати", "ger"),
        ("звільнити", "звільнити", "inf"),
        ("зустрітися", "зустрітися", "inf"),
        ("буде", "бути", "aux"),
    ],
)
def test_a_form_is_read_as_a_form_of_its_verb(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in {(one.lemma, one.form) for one in load_lexicon("uk").word(form).analyses}


@pytest.mark.parametrize("form", ["виділять", "становить"])
def test_a_present_in_t_is_no_infinitive(form: str) -> None:
    assert {one.form for one in load_lexicon("uk").word(form).analyses} == {"fin"}


def test_a_bare_first_form_is_a_nominative() -> None:
    assert all(one.cases & NOM for one in load_lexicon("uk").word("допомога").analyses)


@pytest.mark.parametrize(
    ("text", "modality", "kind"),
    [
        ("Президент Перу зустрінеться з прем'єром Чилі.", "future", "AGREE"),
        ("Президент Перу має зустрітися з прем'єром Чилі.", "future", "AGREE"),
        ("Президент Перу зустрівся з прем'єром Чилі.", "actual", "CONSULT"),
        ("Президент Перу не зустрівся з прем'єром Чилі.", "negated", "CONSULT"),
        ("Канада критикуватиме Бразилію.", "future", "ACCUSE"),
        ("Канада буде критикувати Бразилію.", "future", "ACCUSE"),
    ],
)
def test_tense_and_denial(text: str, modality: str, kind: str) -> None:
    found = dragoman.read(text, lang="uk", published=dt.date(2025, 3, 4)).records
    assert [(one.type, one.modality) for one in found if isinstance(one, Event)] == [(kind, modality)]


def test_the_agent_of_an_impersonal_and_of_a_noun_of_doing_stands_in_the_instrumental() -> None:
    text = "Договір з Литвою підписано міністром Ісландії. Введення Японією санкцій проти М'янми триває."
    found = [one for one in dragoman.read(text, lang="uk", published=dt.date(2025, 3, 4)).records if isinstance(one, Event)]
    sides = [{side.country for side in one.actors} for one in found]
    assert {"ISL", "LTU"} in sides
    assert {"JPN"} in sides
