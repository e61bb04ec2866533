"""States behind a prefix of an adjective, and surnames that the article gives to somebody else."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman

DAY = dt.date(2022, 4, 20)


@pytest.mark.parametrize(
    ("text", "lang", "country"),
    [
        ("Страны усилили антироссийские санкции.", "ru", "RUS"),
        ("Канада ужесточила антикитайские пошлины.", "ru", "CHN"),
        ("Антиіранські заходи не діють.", "uk", "IRN"),
        ("Antyrosyjskie sankcje nie działają.", "pl", "RUS"),
    ],
)
def test_a_state_behind_a_prefix(text: str, lang: str, country: str) -> None:
    found = [one for one in dragoman.find_actors(text, lang=lang, on=DAY) if one.country == country]
    assert [one.role for one in found] == ["adjective"]


@pytest.mark.parametrize("text", ["Античные города красивы.", "Антикризисные меры приняты.", "Антивоенный митинг прошёл."])
def test_a_prefix_alone_names_nobody(text: str) -> None:
    assert not dragoman.find_actors(text, lang="ru", on=DAY)


def test_whom_a_prefixed_adjective_is_against_is_no_doer() -> None:
    reading = dragoman.read("Канада усилила антикенийские санкции.", lang="ru", published=DAY, document="d")
    sides = [([one.country for one in record.actors], [one.country for one in record.recipients]) for record in reading.records]
    assert sides == [(["CAN"], ["KEN"])]


def test_a_surname_that_the_article_gives_to_another() -> None:
    told = "Müller powiedział, że Polska wyśle pomoc."
    alone = dragoman.find_actors(told, lang="pl", on=dt.date(2022, 4, 20))
    other = dragoman.find_actors(f"{told} Sekretarzem firmy jest Jens Müller.", lang="pl", on=dt.date(2022, 4, 20))
    assert [one.name for one in alone] != [one.name for one in other]
    assert "Piotr Müller" not in {one.name for one in other}
