"""Names with what official sites print beside them."""

from __future__ import annotations

import pytest

from dragoman import find_actors


def told(text: str, lang: str = "ru") -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.country) for one in find_actors(text, lang=lang)]


def test_a_register_entry_belongs_to_the_name_before_it() -> None:
    text = "Александр Лукашенко Лукашенко Александр Григорьевич Президент Республики Беларусь прибыл в Ереван."
    assert told(text)[0] == ("Александр Лукашенко Лукашенко Александр Григорьевич Президент Республики Беларусь", "BLR")


def test_further_names_in_the_same_case_belong_to_an_office_holder() -> None:
    text = "Премьер беседовал с Президентом Венесуэлы Николасом Мадуро Моросом, который прибыл вчера."
    assert ("Президентом Венесуэлы Николасом Мадуро Моросом", "VEN") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Александр Лукашенко, Президент Республики Беларусь, прибыл в Ереван.",
        "Александр Лукашенко встретил Президента Республики Сербия.",
        "Александр Лукашенко Президенту Республики Сербия позвонил.",
    ],
)
def test_a_name_without_its_repetition_is_no_entry(text: str) -> None:
    assert told(text)[0] == ("Александр Лукашенко", "BLR")
