"""The arithmetic of calendars, by itself and against the edtf package where it is installed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions import calendar as cal

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2013, (3, 31), (5, 5)), (2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)), (2000, (4, 23), (4, 30)), (1961, (4, 2), (4, 9))],
)
def test_easter(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert cal.easter(year) == dt.date(year, *western)
    assert cal.easter(year, eastern=True) == dt.date(year, *eastern)


def test_shifted_months_keep_to_the_month() -> None:
    assert cal.shift(dt.date(2024, 1, 31), 1, "month") == dt.date(2024, 2, 29)
    assert cal.shift(dt.date(2024, 2, 29), -1, "year") == dt.date(2023, 2, 28)
    assert cal.shift(dt.date(9999, 12, 31), 1, "day") is None
    assert cal.shift(dt.date(9999, 12, 31), 9, "century") is None


def test_impossible_days() -> None:
    assert cal.date_or_none(2023, 2, 29) is None
    assert cal.open_day(2, 29) is not None
    assert cal.open_day(2, 30) is None


def test_nth_weekday_from_both_ends() -> None:
    march = cal.month(2013, 3)
    assert cal.nth_weekday(march, 1, -1) == cal.day(dt.date(2013, 3, 25))
    assert cal.nth_weekday(march, 5, 1) == cal.day(dt.date(2013, 3, 1))
    assert cal.nth_weekday(march, 5, 6) is None


@given(DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]))
def test_the_unit_of_a_day_is_near_it(when: dt.date, unit: str) -> None:
    whole = cal.unit_of(when, unit)
    assert whole is not None
    assert whole.first is not None
    assert whole.last is not None
    assert whole.first <= whole.last
    assert unit == "weekend" or whole.first <= when <= whole.last


@given(DAYS, st.sampled_from(["week", "month", "year", "decade", "quarter"]), st.sampled_from(["begin", "mid", "end", "half1", "half2"]))
def test_a_part_lies_in_its_whole(when: dt.date, unit: str, which: str) -> None:
    whole = cal.unit_of(when, unit)
    assert whole is not None
    inner = cal.part(whole, which)
    assert inner is not None
    assert inner.first is not None
    assert inner.last is not None
    assert whole.first is not None
    assert whole.last is not None
    assert whole.first <= inner.first <= inner.last <= whole.last


@given(DAYS, st.integers(min_value=-400, max_value=400), st.sampled_from(["day", "week"]))
def test_days_shift_back(when: dt.date, count: int, unit: str) -> None:
    moved = cal.shift(when, count, unit)
    assert moved is None or cal.shift(moved, -count, unit) == when


def test_edtf_is_what_the_edtf_package_reads() -> None:
    edtf = pytest.importorskip("edtf")
    march, may = cal.month(2024, 3), cal.month(2024, 5)
    for one in (cal.about(march), cal.span(march, may), cal.since(cal.about(cal.year(2021))), cal.until(march), cal.decade(1990)):
        assert edtf.parse_edtf(one.edtf)
