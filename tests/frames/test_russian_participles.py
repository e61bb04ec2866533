"""Participles with their agents before the noun: whose the plan, the efforts, the agreement are; and short forms, which describe none."""

from __future__ import annotations

import pytest

from dragoman import read


def _sides(text: str, lang: str) -> set[tuple[str, tuple[str | None, ...], tuple[str | None, ...]]]:
    return {
        (one.type, tuple(side.country for side in one.actors), tuple(side.country for side in one.recipients))
        for one in read(text, lang=lang).records
        if one.kind == "event"
    }


@pytest.mark.parametrize(
    ("text", "lang", "by"),
    [
        ("Сербия поддержала предпринимаемые Китаем и Катаром усилия.", "ru", ("CHN", "QAT")),
        ("Сербия поддержала усилия, предпринимаемые Китаем.", "ru", ("CHN",)),
        ("Сербия высказалась в поддержку предпринимаемых Китаем и США усилий.", "ru", ("CHN", "USA")),
        ("Сербія підтримала запропонований Китаєм план.", "uk", ("CHN",)),
        ("Serbia poparła podjęte przez Chiny i Katar wysiłki.", "pl", ("CHN", "QAT")),
        ("Serbia poparła wysiłki podjęte przez Chiny.", "pl", ("CHN",)),
    ],
)
def test_a_plan_is_its_agents(text: str, lang: str, by: tuple[str, ...]) -> None:
    assert ("SUPPORT", ("SRB",), by) in _sides(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Подписанный Сербией и Венгрией договор утратил смысл.", "ru"),
        ("Підписаний Сербією та Угорщиною договір втратив сенс.", "uk"),
        ("Podpisany przez Serbię i Węgry traktat stracił sens.", "pl"),
    ],
)
def test_two_agents_stand_between_a_participle_and_its_noun(text: str, lang: str) -> None:
    assert _sides(text, lang) == {("SUPPORT", ("SRB", "HUN"), ())}


def test_an_agent_of_a_predicate_owns_no_noun() -> None:
    assert _sides("Сербия поддержала план, подписан Китаем и договор.", "ru") & {("SUPPORT", ("SRB",), ("CHN",))} == set()


def test_a_short_adjective_describes_no_noun() -> None:
    assert _sides("Сирийцы атаковали судно США.", "ru") == {("ASSAULT", ("SYR",), ("USA",))}
