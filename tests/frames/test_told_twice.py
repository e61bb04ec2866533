"""A firm's name in marks behind what it is: never the subject where the sentence has another."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.reader import read

DAY = dt.date(2018, 8, 30)


@pytest.mark.parametrize(
    ("lang", "text", "actor"),
    [
        ("ru", 'Суд Бельгии по иску НАК "Нафтогаз Украины" арестовал акции "Газпрома".', "BEL"),
        ("ru", 'Суд Бельгии по ходатайству компании "Нафтогаз Украины" арестовал акции "Газпрома".', "BEL"),
        ("uk", 'Суд Бельгії за позовом НАК "Нафтогаз України" арештував акції "Газпрому".', "BEL"),
        ("ru", "Компания «Газпром» получила разрешение властей Швеции на прокладку труб.", "SWE"),
        ("ru", "«Росатом» получил в Швеции разрешение на прокладку трубопровода Северный поток-2.", "SWE"),
        ("uk", 'За рішенням суду "Газпром" виплатить Україні мільярд доларів.', "RUS"),
    ],
)
def test_who_does_it(lang: str, text: str, actor: str) -> None:
    found = [record for record in read(text, lang=lang, published=DAY).records if record.kind == "event"]
    assert [one.country for record in found for one in record.actors] == [actor]
