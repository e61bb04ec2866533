"""Numbers in words and digits: the value, and how far the number reaches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.grammar.pack import languages
from dragoman.mentions.numerals import Number, load_numerals, read_digits, read_number
from dragoman.mentions.numerals_line import cut, fold, lower


def read(text: str, lang: str) -> Number | None:
    return read_number(cut(text), 0, load_numerals(lang))


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("pl", "sto czterdzieści siedem", 147),
        ("pl", "trzystu dwunastu", 312),
        ("pl", "siedmioma", 7),
        ("pl", "dziewieciuset", 900),
        ("pl", "cztery tysiące dwadzieścia", 4020),
        ("pl", "3 mln 250 tys.", 3_250_000),
        ("pl", "dwa i pół miliarda", 2.5e9),
        ("pl", "półtora tysiąca", 1500),
        ("pl", "ćwierć miliona", 250_000),
        ("pl", "tuzin", 12),
        ("en", "four hundred and sixteen", 416),
        ("en", "ninety-nine", 99),
        ("en", "eleven hundred", 1100),
        ("en", "three point one four", 3.14),
        ("en", "six dozen", 72),
        ("en", "half a billion", 5e8),
        ("en", "seven and a half million", 7.5e6),
        ("en", "two crore", 2e7),
        ("en", "two hundred thousand and one", 200_001),
        ("ru", "тысяча сто", 1100),
        ("ru", "восьмистам сорока", 840),
        ("ru", "шести с половиной миллионов", 6.5e6),
        ("ru", "полторы тысячи", 1500),
        ("ru", "четырех", 4),
        ("ru", "4 запятая 5", 4.5),
        ("uk", "дев'ятсот одинадцять", 911),
        ("uk", "шістдесяти трьох", 63),
        ("uk", "вісім з половиною мільярдів", 8.5e9),
        ("uk", "півмільйона", 500_000),
    ],
)
def test_a_number_has_one_value(lang: str, text: str, value: float) -> None:
    number = read(text, lang)
    assert number is not None
    assert (number.low, number.high) == (value, value)
    assert number.end == len(cut(text).words)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("pl", "kilkanaście", 11, 19),
        ("pl", "kilkanaście tysięcy", 11_000, 19_999),
        ("pl", "sto kilkadziesiąt", 120, 199),
        ("pl", "dziesiątki milionów", 20e6, 99_999_999),
        ("pl", "kilka setek", 300, 999),
        ("pl", "miliony", 2e6, None),
        ("ru", "несколько десятков", 30, 99),
        ("uk", "сотні тисяч", 200_000, 999_999),
        ("en", "several million", 3e6, 9_999_999),
        ("en", "hundreds of thousands", 200_000, 999_999),
    ],
)
def test_a_vague_number_carries_its_bounds_through_the_scale(lang: str, text: str, low: float, high: float | None) -> None:
    number = read(text, lang)
    assert number is not None
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("lang", "text", "share"),
    [
        ("pl", "trzy czwarte", 75),
        ("pl", "jedną piątą", 20),
        ("en", "two-thirds", 66.6667),
        ("en", "half", 50),
        ("ru", "две трети", 66.6667),
        ("uk", "чверть", 25),
    ],
)
def test_a_part_of_a_whole_is_a_share(lang: str, text: str, share: float) -> None:
    number = read(text, lang)
    assert number is not None
    assert number.share
    assert number.low == pytest.approx(share, rel=1e-5)


def test_half_before_a_scale_is_no_share() -> None:
    number = read("half a million", "en")
    assert number is not None
    assert not number.share


@pytest.mark.parametrize(
    ("written", "decimal", "money", "value"),
    [
        ("1 250 000", ",", False, 1_250_000),
        ("1.250.000", ",", False, 1_250_000),
        ("1.250", ",", False, 1250),
        ("1,250", ".", False, 1250),
        ("1,250", ",", False, 1.25),
        ("1,250", ",", True, 1250),
        ("40,000", ",", False, 40_000),
        ("0.125", ",", False, 0.125),
        ("1,234.5", ",", False, 1234.5),
        ("1.234,5", ".", False, 1234.5),
        (".5", ".", False, 0.5),
        ("11.11.2025", ",", False, None),
        ("14:30", ",", False, None),
        ("1" * 40, ",", False, None),
    ],
)
def test_marks_in_digits(written: str, decimal: str, money: bool, value: float | None) -> None:
    assert read_digits(written, decimal, money=money) == value


def test_a_number_ends_where_a_second_one_begins() -> None:
    number = read("five six", "en")
    assert number is not None
    assert (number.low, number.end) == (5, 1)


def test_letters_that_writers_leave_out() -> None:
    assert fold("pięćdziesiąt") == "piecdziesiat"
    assert fold("четырёх") == "четырех"
    assert fold("район") == "район"


@given(st.text(max_size=200))
def test_lower_case_keeps_offsets(text: str) -> None:
    assert len(lower(text)) == len(text)
    line = cut(text)
    assert all(start < end for start, end in zip(line.starts, line.ends, strict=True))


@pytest.mark.parametrize("lang", languages())
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_row_of_number_words_is_read_without_an_error(lang: str, data: st.DataObject) -> None:
    numerals = load_numerals(lang)
    words = data.draw(st.lists(st.sampled_from(sorted(numerals.hot | {"and", "-", "of", "a", "1", "2,5"})), min_size=1, max_size=12))
    line = cut(" ".join(words))
    number = read_number(line, 0, numerals)
    assert number is None or 0 < number.end <= len(line.words)
    assert number is None or number.low is None or number.high is None or number.low <= number.high


@pytest.mark.parametrize("lang", languages())
def test_every_form_means_one_value(lang: str) -> None:
    """A form listed under two values would be read as the first alone."""
    from dragoman.grammar.pack import load_pack

    seen: dict[str, float] = {}
    for value, forms in load_pack(lang).part("numerals")["numbers"].items():
        for form in forms:
            assert seen.setdefault(str(form), value) == value, form
