"""Whose deed an infinitive tells, whether it is done, and sides that a colon or a bracket lists."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read

_DAY = dt.date(2022, 5, 10)

Deed = tuple[str, str, frozenset[str | None], frozenset[str | None]]


def _deeds(text: str) -> set[Deed]:
    events = [one for one in read(text, lang="ru", published=_DAY).records if one.kind == "event"]
    return {(e.type, e.modality, frozenset(p.country for p in e.actors), frozenset(p.country for p in e.recipients)) for e in events}


def _deed(kind: str, modality: str, actors: str, recipients: str = "") -> Deed:
    return kind, modality, frozenset(actors.split()), frozenset(recipients.split())


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Минобороны Турции обвинило сирийские войска в попытке атаковать порт в Турции.", _deed("ASSAULT", "hypothetical", "SYR", "TUR")),
        ("Решение Лондона передать Греции генераторы обсудили в Афинах.", _deed("AGREE", "future", "GBR", "GRC")),
        ("Отказ Лондона принять президента Греции возмутил Афины.", _deed("REJECT", "actual", "GBR", "GRC")),
        ("Турция грозит ударить по Дамаску.", _deed("THREATEN", "actual", "TUR", "SYR")),
    ],
)
def test_whose_deed_an_infinitive_is(text: str, deed: Deed) -> None:
    assert deed in _deeds(text)


@pytest.mark.parametrize(
    "text", ["Вводить санкции против Кубы — это неверный путь.", "Ввести санкции против Кубы не является верным решением."]
)
def test_a_deed_only_spoken_of(text: str) -> None:
    assert _deeds(text) == {_deed("SANCTION", "hypothetical", "", "CUB")}


@pytest.mark.parametrize("text", ["Турция имеет право нанести удар по Сирии.", "Турция способна атаковать Сирию."])
def test_who_may_or_can_does_nothing(text: str) -> None:
    assert _deeds(text) == set()


def test_a_remark_dates_nothing_but_itself() -> None:
    text = "Теперь премьер Дании, прежде сторонник уступок, требует от Швеции ответа. Некогда Норвегия требовала от Чили платы."
    assert {modality for _, modality, _, _ in _deeds(text)} == {"actual", "historical"}


@pytest.mark.parametrize(
    "text",
    [
        "В Минск прибыли президенты сразу трёх стран: Египта, Ливана и Туниса.",
        "Президенты трёх стран (Египта, Ливана и Туниса) прибыли в Минск.",
        "Президенты трёх стран — Египта, Ливана и Туниса — прибыли в Минск.",
    ],
)
def test_states_that_a_mark_lists(text: str) -> None:
    assert _deeds(text) == {_deed("CONSULT", "actual", "EGY LBN TUN", "BLR")}


def test_a_colon_before_a_clause_lists_nobody() -> None:
    assert _deeds("В Минск прибыли президенты трёх стран: Египет объявил об этом.") == set()


def test_a_denied_plan_is_not_to_come() -> None:
    assert _deeds("Турция не планирует визита в Грецию.") == {_deed("CONSULT", "negated", "TUR", "GRC")}


def test_a_denied_rest_is_no_denial() -> None:
    assert _deed("REJECT", "hypothetical", "TUR", "GRC") in _deeds("Турция не оставляет попыток остановить строительство греческого моста.")


def test_an_adjective_against_a_state_names_whom_it_hits() -> None:
    assert _deeds("Канада усилила антииранские санкции.") == {_deed("SANCTION", "actual", "CAN", "IRN")}


def test_a_name_without_endings_before_a_denied_verb_is_its_subject() -> None:
    assert _deeds("По вопросу о границе Турция не подписала соглашение с Перу.") == {_deed("REJECT", "actual", "TUR", "PER")}
    found = read("По вопросу о границе ЕС не подписал соглашение с Перу.", lang="ru", published=_DAY).records
    assert [[p.id for p in one.actors] for one in found if one.kind == "event"] == [["EU"]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Турция объявила о начале учений у берегов Греции.", "actual"),
        ("Турция запланировала начало учений у берегов Греции.", "future"),
    ],
)
def test_an_announced_start_is_no_plan(text: str, modality: str) -> None:
    assert _deeds(text) == {_deed("MOBILIZE", modality, "TUR", "GRC")}
