"""Whose words they are in Russian news: what hands words on, points back, or only looks like speech."""

from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.model.record import Statement


def said(text: str) -> list[tuple[str | None, str]]:
    reading = dragoman.read(text, lang="ru", published=dt.date(2022, 4, 20), document="d")
    return [
        (one.speaker.country or one.speaker.id if one.speaker else None, " … ".join(words.text for words in one.words))
        for one in reading.records
        if isinstance(one, Statement)
    ]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Кения откроет порт. Такое заявление сделал министр энергетики Кении.", [("KEN", "Кения откроет порт")]),
        ("Кения откроет порт. С данным заявлением выступил президент Уганды.", [("UGA", "Кения откроет порт")]),
        ("«Мы построим порт», — приводит агентство слова премьера Греции.", [("GRC", "Мы построим порт")]),
        ("Порт будет построен, передаёт агентство со ссылкой на министерство обороны Кении.", [("KEN", "Порт будет построен")]),
        ("Порт опасен для Кении, говорится в комментарии посла Перу.", [("PER", "Порт опасен для Кении")]),
        ("Комментируя отказ, чилийские политики предположили, что порт закроют.", [("CHL", "порт закроют")]),
        ("Премьер Греции предупредил о новых спорах с Кипром.", [("GRC", "новых спорах с Кипром")]),
        ("Премьер Греции указал на усиление кризиса в Турции.", [("GRC", "усиление кризиса в Турции")]),
    ],
)
def test_words_that_are_handed_on(text: str, statements: list[tuple[str | None, str]]) -> None:
    assert said(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "Президент Перу прибыл в Лиму. Как сообщает портал, у моря строят новый порт.",
        "Президент Перу прибыл в Лиму. Говоря о Чили, он улыбнулся.",
        "Президент Перу прибыл в Лиму. Участники проекта: «Петролео».",
        "Премьер Греции указал на то место, где стоял порт.",
        "Агентство сделало снимки порта в Греции.",
    ],
)
def test_what_is_nobodys_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("В России узнали о споре. Порт закроют, заявил президент Перу. Президент считает, что Россия права.", ["PER", "PER"]),
        ("Послы Перу написали статью. В Чили она никому не нужна, но порт закроют, отмечают послы.", ["PER"]),
        ("Послы Перу написали статью. В Чили шёл дождь. Порт закроют, отмечает посол.", []),
    ],
)
def test_an_office_points_back(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Порт закроют, заявил министр обороны Кении. Европейские депутаты отметили, что он прав.", ["KEN", "EU"]),
        ("Порт закроют, заявил министр обороны Кении. Европейские политики отметили, что он прав.", ["KEN"]),
        ("Порт закроют, заявил министр обороны Кении. До этого американские СМИ сообщали, что порт откроют.", ["KEN"]),
        ("Чили строит порт. Об этом сообщил представитель МИД страны. Он отметил, что порт нужен всем.", ["CHL", "CHL"]),
        ("Аргентина узнала, что Чили строит порт. Власти страны заявили, что порт не нужен.", []),
    ],
)
def test_whose_officials_they_are(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Порт закроют, признался президент Чили.", [("CHL", "Порт закроют")]),
        ("Президент Чили надеется, что порт откроют.", [("CHL", "порт откроют")]),
        ("Президент Чили прибыл в Лиму. Ранее сообщалось, что порт закроют.", []),
        (
            "Чили просит терпения. Сегодня я объявляю о помощи. В неё входят палатки. Мы не отступим, сказал президент Чили.",
            [("CHL", "Сегодня я объявляю о помощи. В неё входят палатки. Мы не отступим")],
        ),
        ("Премьер Греции прибыл в Рим. Он ничего не обещал. Порт закроют, сказал президент Чили.", [("CHL", "Порт закроют")]),
        ("Премьер Греции: «Поток — 2» нам не нужен", [("GRC", "Поток — 2» нам не нужен")]),
    ],
)
def test_where_words_begin_and_who_says_them(text: str, statements: list[tuple[str | None, str]]) -> None:
    assert said(text) == statements
