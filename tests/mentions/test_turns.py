"""Transcripts: a label begins a turn, and its pronouns stand for the speaker's and the hearer's states."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read
from dragoman.mentions.turns import find_turns

_DAY = dt.date(2025, 6, 10)

RUSSIAN = (
    "Встреча с Президентом Монголии\n\n"
    "В.Путин : Господин Президент, рад видеть Вас. Наши отношения укрепляются. Мы сотрудничаем с вашей страной. "
    "У.Хурэлсух Хурэлсух Ухнагийн Президент Монголии (как переведено) : Спасибо. Мы с Вами обсуждали вопросы водоснабжения."
)
UKRAINIAN = "Зустріч із Президентом Франції\n\nВ.Зеленський: Ми вдячні вам. Е.Макрон: Дякую. Ми підтримуємо вашу країну."
POLISH = "Spotkanie z prezydentem Francji\n\nD.Tusk: Nasze relacje rozwijają się. E.Macron: Dziękuję. Popieramy wasz kraj."


def _turns(text: str, lang: str) -> list[tuple[str | None, str | None]]:
    reading = read(text, lang=lang, published=_DAY)
    found = find_turns(text, reading.sentences, reading.actors, lang)
    return [(one.speaker.country, one.hearer.country if one.hearer else None) for one in found]


def _sides(text: str, lang: str) -> set[tuple[str, frozenset[str | None]]]:
    found = set()
    for one in read(text, lang=lang, published=_DAY).records:
        sides = (*getattr(one, "actors", ()), *getattr(one, "recipients", ()), *getattr(one, "sides", ()))
        found.add((getattr(one, "type", "relation"), frozenset(side.country for side in sides)))
    return found


@pytest.mark.parametrize(
    ("text", "lang", "turns"),
    [
        (RUSSIAN, "ru", [("RUS", "MNG"), ("MNG", "RUS")]),
        (UKRAINIAN, "uk", [("UKR", "FRA"), ("FRA", "UKR")]),
        (POLISH, "pl", [("POL", "FRA"), ("FRA", "POL")]),
    ],
)
def test_a_label_begins_a_turn(text: str, lang: str, turns: list[tuple[str, str]]) -> None:
    assert _turns(text, lang) == turns


def test_pronouns_stand_for_those_who_talk() -> None:
    found = _sides(RUSSIAN, "ru")
    pair = frozenset({"RUS", "MNG"})
    assert {("relation", pair), ("COOPERATE", pair), ("CONSULT", pair)} <= found


@pytest.mark.parametrize(("text", "lang", "pair"), [(UKRAINIAN, "uk", {"UKR", "FRA"}), (POLISH, "pl", {"POL", "FRA"})])
def test_our_and_your_country(text: str, lang: str, pair: set[str]) -> None:
    assert ("SUPPORT", frozenset(pair)) in _sides(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "По словам В.Путина, цель проста: мы сотрудничаем с вами.",
        "Договор содержит три части: наши отношения укрепляются.",
    ],
)
def test_a_colon_alone_is_no_label(text: str) -> None:
    assert _turns(text, "ru") == []


def test_three_who_talk_have_no_hearer() -> None:
    text = "В.Путин: Мы рады. А.Лукашенко: Мы тоже. К.-Ж.Токаев: И мы. К.Токаев: Спасибо."
    assert {hearer for _, hearer in _turns(text, "ru")} == {None}
