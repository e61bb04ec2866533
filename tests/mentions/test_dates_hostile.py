"""Nothing explodes: every pattern of every pack can be read, any text is read without a crash, and in linear time."""

from __future__ import annotations

import datetime as dt
import random
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.grammar.pack import load_pack
from dragoman.mentions.dates import find_dates
from dragoman.mentions.dates_grammar import load_grammar

LANGS = ("pl", "en", "ru", "uk")
REFERENCE = dt.date(2025, 11, 13)


def words_of(lang: str) -> dict[str, list[str]]:
    """Class -> its forms."""
    found: dict[str, list[str]] = {}
    for form, classes in load_grammar(lang).values.items():
        for name in classes:
            found.setdefault(name, []).append(form)
    return found


def render(pattern: str, lang: str, words: dict[str, list[str]], chance: random.Random) -> str:
    """A text that a pattern of plain words fits (inner periods are written as a month with its year)."""
    shapes = load_pack(lang).part("dates")["shapes"]
    pattern = re.sub(r"[@~=]\[\w+\]", "", pattern)
    for _ in range(6):
        pattern = re.sub(r"\(([^()]*)\)(\?)?", lambda m: "" if m[2] and chance.random() < 0.4 else chance.choice(m[1].split("|")), pattern)
    out = []
    for item in re.finditer(r"\{(\w+)(?::(\w+))?!?\}(\?)?|\[(\w+)\](\?)?", pattern):
        name = item[2] or item[4] or item[1].rstrip("2")
        if (item[3] or item[5]) and chance.random() < 0.4:
            continue
        if name in shapes:
            out.append(render("(" + str(shapes[name]) + ")", lang, words, chance))
        elif name.startswith("period"):
            out.append(f"{words['dd'][3]} {words['month'][0]} 2024" if "day" in name else f"{words['month'][0]} 2024")
        else:
            out.append(chance.choice(words[name]))
    return " ".join(out)


@pytest.mark.parametrize("lang", LANGS)
def test_every_pattern_is_read_without_a_crash(lang: str) -> None:
    words, chance, hits, tried = words_of(lang), random.Random(7), 0, 0
    for stage in load_pack(lang).part("dates")["stages"]:
        for rule in stage:
            for pattern in [rule["as"]] if isinstance(rule["as"], str) else rule["as"]:
                for _ in range(3):
                    text = render(pattern, lang, words, chance)
                    tried += 1
                    hits += any(bool(find_dates(one, lang=lang, reference=REFERENCE)) for one in (text, text.title(), text.upper()))
                    find_dates(text, lang=lang, reference=None, bias="future")
    assert hits >= 0.6 * tried


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_has_two_spellings_of_nothing(lang: str) -> None:
    assert all(form == form.lower() and form.strip() for form in load_grammar(lang).codes)


def soup(lang: str) -> st.SearchStrategy[str]:
    """Rows of words that dates are made of, with and without spaces."""
    forms = sorted(load_grammar(lang).codes)
    return st.lists(st.one_of(st.sampled_from(forms), st.sampled_from(["\n", "x", "2024", "31", "."])), max_size=25).map(" ".join)


@pytest.mark.parametrize("lang", LANGS)
def test_any_row_of_date_words(lang: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(soup(lang), st.sampled_from(["past", "future", "news", "nearest"]), st.one_of(st.none(), st.dates()))
    def run(text: str, bias: str, reference: dt.date | None) -> None:
        for one in find_dates(text, lang=lang, reference=reference, bias=bias):
            assert 0 <= one.start < one.end <= len(text)
            assert one.first is None or one.last is None or one.first <= one.last
            assert one.edtf

    run()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(LANGS))
def test_any_text(text: str, lang: str) -> None:
    for one in find_dates(text, lang=lang, reference=REFERENCE):
        assert text[one.start : one.end].strip()


HOSTILE = [
    "1" * 10_000,
    "a" * 10_000,
    "5 maja " * 1500,
    "5-" * 5000,
    "od 3 do " * 1500,
    "1.1." * 2500,
    "((" * 5000,
    "\n" * 10_000,
    "w 2014 " * 1500,
    "ż\n" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[one[:8].strip() or "lines" for one in HOSTILE])
def test_linear_time(text: str) -> None:
    find_dates("5 maja", lang="pl", reference=REFERENCE)

    def spent(times: int) -> float:
        begin = time.process_time()
        find_dates(text * times, lang="pl", reference=REFERENCE)
        return time.process_time() - begin

    assert spent(4) <= 12 * spent(1) + 0.2
