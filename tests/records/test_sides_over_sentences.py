"""Sides that an article names only sentences before, or by who speaks to whom, in the records."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read

DAY = dt.date(2025, 12, 1)

Sides = tuple[str, ...]

DEEDS = [
    ("pl", "Prezydent Francji zabrał głos. Rząd potępił Białoruś.", "ACCUSE", ("FRA",), ("BLR",)),
    ("pl", "Litwa prowadziła rozmowy z Mołdawią. Obie strony podpisały umowę o handlu.", "SUPPORT", ("LTU", "MDA"), ()),
    ("pl", 'Premier Estonii przybył do Wilna. "Nasz rząd podpisał umowę z Litwą" – powiedział premier.', "SUPPORT", ("EST", "LTU"), ()),
    ("pl", "Premier Danii Mette Frederiksen zabrała głos. Oznajmiła, że jej kraj potępia Rosję.", "ACCUSE", ("DNK",), ("RUS",)),
    ("ru", "Президент Сербии выступил с речью. Правительство осудило Косово.", "ACCUSE", ("SRB",), ("XKX",)),
    ("ru", "Токаев провёл переговоры с Садыром Жапаровым. Лидеры двух стран подписали договор.", "SUPPORT", ("KAZ", "KGZ"), ()),
    ("ru", "Встреча Владимира Путина с Николасом Мадуро\n\nВ.Путин: Добрый день. Мы с Вами подписали договор о газе.", "SUPPORT",
     ("RUS", "VEN"), ()),
    ("uk", "Росія готувала удар. Ворог атакував Польщу ракетами.", "ASSAULT", ("RUS",), ("POL",)),
    ("uk", "Прем'єрка Італії Джорджа Мелоні виступила. Вона засудила Іран.", "ACCUSE", ("ITA",), ("IRN",)),
    ("uk", 'Президент Литви прибув до Риги. "Наша країна засудила Іран", – сказав президент Литви.', "ACCUSE", ("LTU",), ("IRN",)),
    ("en", "Norwegian Prime Minister Jonas Gahr Støre spoke. The government condemned Iran.", "ACCUSE", ("NOR",), ("IRN",)),
    ("en", "Brazil held talks with Peru. The two countries signed a treaty.", "SUPPORT", ("BRA", "PER"), ()),
    ("en", 'Keir Starmer flew to Oslo. "Our government condemned Iran," Starmer said.', "ACCUSE", ("GBR",), ("IRN",)),
    ("en", "Norway closed its border. It condemned Iran.", "ACCUSE", ("NOR",), ("IRN",)),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "actors", "recipients"), DEEDS)
def test_the_sides_are_those_told_before(lang: str, text: str, kind: str, actors: Sides, recipients: Sides) -> None:
    found = [
        (one.type, tuple(sorted(part.country or "" for part in one.actors)), tuple(part.country or "" for part in one.recipients))
        for one in read(text, lang=lang, published=DAY).records
        if one.kind == "event"
    ]
    assert (kind, actors, recipients) in found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Prezydent Peru rozmawiał z prezydentem Chile. Rząd potępił Iran."),
        ("ru", "Литва и Латвия спорят с Эстонией. Стороны подписали договор."),
        ("uk", "Президент Перу і президент Чилі розмовляли. Його уряд засудив Іран."),
        ("en", "Peru's president met Chile's president. His government condemned Iran."),
    ],
)
def test_nobody_is_guessed_where_two_compete(lang: str, text: str) -> None:
    records = read(text, lang=lang, published=DAY).records
    assert not [one for one in records if one.kind == "event" and one.type in ("ACCUSE", "SUPPORT")]
