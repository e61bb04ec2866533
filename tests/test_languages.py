"""Mixed languages, wrong languages, and pages that declare the wrong one. Every text is written for these tests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman import read
from dragoman.cli.articles import read_file
from dragoman.errors import LanguageError
from dragoman.model.record import Statement
from dragoman.text.identify import identify, language_of_words, settle

DAY = dt.date(2025, 10, 9)
MIXED = """Premier Łotwy odwiedził w środę Litwę

Premier Łotwy odwiedził w środę Litwę i spotkał się z prezydentem tego kraju.

„We are going to build this railway together and we will not wait for others” – powiedział premier Łotwy.

Na plakacie w Wilnie widniał napis „Täuelsızdık – eñ qymbat qazynamyz, bostandyq – bizdiñ ūranymyz”.
"""
RUSSIAN = """Президент Узбекистана посетил Баку и подписал с Азербайджаном соглашение о торговле. Стороны осудили санкции.

«Мы довольны переговорами», — заявил президент Узбекистана."""
ENGLISH = """The foreign minister of Norway visited Latvia on Monday. Norway and Latvia signed an agreement on ferries.

The minister said the two countries would build a new harbour. Latvia condemned Belarus over the balloons that had crossed its border."""
POLISH = """Minister spraw zagranicznych Norwegii odwiedził w poniedziałek Łotwę. Norwegia i Łotwa podpisały umowę o promach.

Minister powiedział, że oba kraje zbudują nowy port. Łotwa potępiła Białoruś za balony, które przekroczyły jej granicę."""


def test_the_language_of_foreign_words_is_told() -> None:
    reading = read(MIXED, lang="pl", published=DAY)
    said = [one for one in reading.records if isinstance(one, Statement) and one.form == "direct"]
    assert [(one.language, one.speaker.country if one.speaker else None) for one in said] == [("en", "LVA")]


def test_nothing_is_invented_from_words_in_a_language_that_is_not_read() -> None:
    reading = read(MIXED, lang="pl", published=DAY)
    start = MIXED.index("Na plakacie")
    assert [one for one in reading.records if one.evidence[0].start >= start] == []
    assert {one.type for one in reading.records if one.kind == "event"} == {"CONSULT"}


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("We shall never accept a border that was drawn by force", "pl", "en"),
        ("Täuelsızdık – eñ qymbat qazynamyz, bizdiñ ūranymyz", "pl", "kk"),
        ("To nie jest dobra droga do pokoju, ale nie ma innej", "pl", "pl"),
        ("Granica jest granicą i nikt jej nie przesunie", "pl", "pl"),
        ("Dieser Vertrag ist für die Menschen in beiden Ländern", "pl", "de"),
        ("Ми не визнаємо цього кордону", "pl", "uk"),
        ("Tato smlouva není dobrá, řekneme to znovu", "cs", "cs"),
        ("Yes", "pl", "pl"),
    ],
)
def test_words_have_a_language(words: str, lang: str, expected: str) -> None:
    assert language_of_words(words, lang) == expected


@pytest.mark.parametrize(("text", "wrong"), [(RUSSIAN, "pl"), (RUSSIAN, "en"), (POLISH, "ru"), (ENGLISH, "uk"), (POLISH, "cs")])
def test_a_text_read_as_the_wrong_language_gives_little_and_breaks_nothing(text: str, wrong: str) -> None:
    assert len(read(text, lang=wrong, published=DAY).records) <= 2


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (POLISH, "en", "pl"),
        (RUSSIAN, "pl", "ru"),
        (ENGLISH, "pl", "en"),
        (POLISH, "pl", "pl"),
        (POLISH, "de", "pl"),
        (POLISH, None, "pl"),
        (ENGLISH, "en", "en"),
        ("Norwegia odwiedza.", "pl", "pl"),
    ],
)
def test_letters_win_over_a_declaration(text: str, declared: str | None, expected: str) -> None:
    assert settle(text, declared) == expected


def test_a_page_that_declares_the_wrong_language_is_read_in_its_own(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in POLISH.split("\n\n"))
    page = tmp_path / "page.html"
    page.write_text(f'<!doctype html><html lang="en"><head><title>Promy</title></head><body><article>{paragraphs}</article></body></html>')
    reading = read_file(str(page), "2025-10-09", None)
    assert reading.lang == "pl"
    assert {"CONSULT", "SUPPORT", "ACCUSE"} <= {one.type for one in reading.records if one.kind == "event"}
    assert read_file(str(page), "2025-10-09", "en").lang == "en", "what the user says stands"


def test_a_language_without_a_pack_is_one_clear_line() -> None:
    with pytest.raises(LanguageError, match="there are packs for cs, en, pl, ru, uk"):
        identify("Az osztrák kancellár kedden Magyarországra látogatott, és egyezményt írt alá a folyóról a miniszterelnökkel.")


HEADLINES = [("Oman signed", "en"), ("Orban w Kijowie", "pl"), ("Встреча в Минске", "ru"), ("Зустріч у Варшаві", "uk")]


@pytest.mark.parametrize(("text", "lang"), HEADLINES)
def test_a_headline_is_enough_where_its_words_tell(text: str, lang: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize("text", ["Kazakhstan", "Iran", "Путин", "NATO"])
def test_a_bare_name_is_too_little_to_tell(text: str) -> None:
    with pytest.raises(LanguageError, match="too little text to tell its language: name it with --lang"):
        identify(text)
