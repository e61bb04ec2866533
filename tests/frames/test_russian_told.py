"""What somebody says of his own deeds in a clause with "что", and a surname that opens a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read

_DAY = dt.date(2025, 6, 10)


def _deeds(text: str, lang: str) -> set[tuple[str, str | None, str | None]]:
    found = set()
    for one in read(text, lang=lang, published=_DAY).records:
        for actor in getattr(one, "actors", ()):
            for recipient in getattr(one, "recipients", ()):
                found.add((getattr(one, "type", ""), actor.country, recipient.country))
    return found


@pytest.mark.parametrize(
    ("text", "lang", "deed"),
    [
        ("Президент Франции заявил, что поддерживает Израиль.", "ru", ("SUPPORT", "FRA", "ISR")),
        ("Президент Франції заявив, що підтримує Ізраїль.", "uk", ("SUPPORT", "FRA", "ISR")),
        ("Prezydent Francji oświadczył, że popiera Izrael.", "pl", ("SUPPORT", "FRA", "ISR")),
    ],
)
def test_who_tells_it_does_it(text: str, lang: str, deed: tuple[str, str, str]) -> None:
    assert deed in _deeds(text, lang)


def test_another_subject_keeps_its_place() -> None:
    assert ("SUPPORT", "ISR", "TUR") in _deeds("Президент Франции заявил, что Израиль поддерживает Турцию.", "ru")


@pytest.mark.parametrize("text", ["Макрон поблагодарил Турцию за помощь.", "Путин ждёт Эрдогана. Макрон поблагодарил Турцию."])
def test_an_opening_surname_that_does_something(text: str) -> None:
    assert ("SUPPORT", "FRA", "TUR") in _deeds(text, "ru")


def test_an_opening_noun_that_does_nothing() -> None:
    assert _deeds("Макронов в словаре Турции нет.", "ru") == set()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("В Германии осудили решение Турции.", "ru"),
        ("В Берлине осудили санкции Турции.", "ru"),
        ("У Німеччині засудили рішення Туреччини.", "uk"),
    ],
)
def test_a_country_judges_where_the_plural_has_no_subject(text: str, lang: str) -> None:
    assert ("ACCUSE", "DEU", "TUR") in _deeds(text, lang)


def test_a_place_of_force_is_no_doer() -> None:
    assert not any(actor == "DEU" for _, actor, _ in _deeds("В Германии убили сирийского министра.", "ru"))


def _all_sides(text: str) -> set[tuple[str, frozenset[str | None]]]:
    found = set()
    for one in read(text, lang="ru", published=_DAY).records:
        sides = (*getattr(one, "actors", ()), *getattr(one, "recipients", ()))
        found.add((getattr(one, "type", ""), frozenset(side.country for side in sides)))
    return found


def test_a_meeting_to_come_brings_two_together() -> None:
    found = _all_sides("Президент Анголы посетит Россию. Планируется подписание ряда межправительственных и торговых документов.")
    assert ("AGREE", frozenset({"AGO", "RUS"})) in found


def test_who_came_and_who_met_are_two_deeds() -> None:
    text = "Состоялась встреча Владимира Путина с президентом Анголы, прибывшим в Москву с визитом."
    found = [one for one in read(text, lang="ru", published=_DAY).records if getattr(one, "type", "") == "CONSULT"]
    assert {getattr(one, "mode", None) for one in found} == {None, "visit"}
