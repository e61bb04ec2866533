"""Quantities: value, unit and bounds; what is none; and time that grows with the text and no faster."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import find_quantities, read
from dragoman.errors import LanguageError
from dragoman.grammar.pack import languages
from dragoman.mentions.quantities import find_in
from dragoman.mentions.quantities_tables import load_currencies, load_tables
from dragoman.text.sentences import split

M, BN = 1e6, 1e9

CASES = [
    # Money: names in every case, signs, codes, the state's adjective before and after
    ("pl", "Umowa jest warta 3,5 mld dol. rocznie.", "3,5 mld dol.", 3.5 * BN, 3.5 * BN, "USD"),
    ("pl", "Przekazano sto milionów koron norweskich.", "sto milionów koron norweskich", 100 * M, 100 * M, "NOK"),
    ("pl", "Dostali 40 mln dolarów kanadyjskich.", "40 mln dolarów kanadyjskich", 40 * M, 40 * M, "CAD"),
    ("pl", "Pożyczka sięga 900 mln hrywien.", "900 mln hrywien", 900 * M, 900 * M, "UAH"),
    ("pl", "Bilet za 4 zł 50 gr zdrożał.", "4 zł 50 gr", 4.5, 4.5, "PLN"),
    ("ru", "Кредит на 15 млрд юаней одобрен.", "15 млрд юаней", 15 * BN, 15 * BN, "CNY"),
    ("ru", "Выделили 70 млн шведских крон.", "70 млн шведских крон", 70 * M, 70 * M, "SEK"),
    ("ru", "Цена выросла до 90 долларов США.", "90 долларов США", 90, 90, "USD"),
    ("uk", "Надали 250 мільйонів канадських доларів.", "250 мільйонів канадських доларів", 250 * M, 250 * M, "CAD"),
    ("uk", "Борг становить €2,4 млрд.", "€2,4 млрд", 2.4 * BN, 2.4 * BN, "EUR"),
    ("en", "The loan is worth US$4.2bn.", "US$4.2bn", 4.2 * BN, 4.2 * BN, "USD"),
    ("en", "They paid 12 million Swiss francs.", "12 million Swiss francs", 12 * M, 12 * M, "CHF"),
    ("en", "It costs 300 Kazakhstani tenge.", "300 Kazakhstani tenge", 300, 300, "KZT"),
    ("en", "It will cost US$5-7 million.", "US$5-7 million", 5 * M, 7 * M, "USD"),
    ("en", "He paid 300 chf for it.", "300 chf", 300, 300, "CHF"),
    ("en", "He owes ten dinars.", "ten dinars", 10, 10, "XXX"),
    # Units
    ("pl", "Rura przesyła 27 mld metrów sześciennych gazu.", "27 mld metrów sześciennych", 27 * BN, 27 * BN, "m3"),
    ("pl", "Magazyn ma 2,1 mld m sześc. pojemności.", "2,1 mld m sześc.", 2.1 * BN, 2.1 * BN, "m3"),
    ("pl", "Moc wzrosła o 600 MW.", "600 MW", 600, 600, "MW"),
    ("ru", "Поставки составили 8 млрд кубометров.", "8 млрд кубометров", 8 * BN, 8 * BN, "m3"),
    ("ru", "Добывают 1,2 млн баррелей в сутки.", "1,2 млн баррелей в сутки", 1.2 * M, 1.2 * M, "bbl/d"),
    ("uk", "Вивезли 300 тис. т зерна.", "300 тис. т", 300e3, 300e3, "t"),
    ("uk", "Довжина кордону 540 км.", "540 км", 540, 540, "km"),
    ("en", "The pipeline carries 38 bcm a year.", "38 bcm", 38 * BN, 38 * BN, "m3"),
    ("en", "They hold 600 square kilometres of land.", "600 square kilometres", 600, 600, "km2"),
    # Shares
    ("pl", "Cła rosną o 0,5 pkt proc. od zaraz.", "0,5 pkt proc.", 0.5, 0.5, "%"),
    ("pl", "Wprowadzono 40-procentowe cło.", "40-procentowe", 40, 40, "%"),
    ("en", "Two-thirds of exports go east.", "Two-thirds", 200 / 3, 200 / 3, "%"),
    # Ranges
    ("pl", "Zginęło od 30 do 40 osób.", "od 30 do 40", 30, 40, "1"),
    ("pl", "Zebrano 6-8 mld euro.", "6-8 mld euro", 6 * BN, 8 * BN, "EUR"),
    ("ru", "Там от пяти до семи тысяч солдат.", "от пяти до семи тысяч", 5000, 7000, "1"),
    ("uk", "Між 10 і 15 тисячами вояків стоять там.", "Між 10 і 15 тисячами", 10_000, 15_000, "1"),
    ("en", "Between 20 and 30 million euros were lost.", "Between 20 and 30 million euros", 20 * M, 30 * M, "EUR"),
    # Bounds
    ("pl", "Inwestycje to ponad 70 mld dol.", "ponad 70 mld dol.", 70 * BN, None, "USD"),
    ("pl", "Wyślą do 4 tys. żołnierzy.", "do 4 tys.", None, 4000, "1"),
    ("pl", "Eksport wzrósł do 4 mld euro.", "4 mld euro", 4 * BN, 4 * BN, "EUR"),
    ("pl", "Prawie połowa firm odeszła.", "Prawie połowa", None, 50, "%"),
    ("ru", "Не менее 200 человек ранены.", "Не менее 200", 200, None, "1"),
    ("ru", "Рост более чем на 15%.", "более чем на 15%", 15, None, "%"),
    ("uk", "Майже 80 ракет збито.", "Майже 80", None, 80, "1"),
    ("en", "No more than 500 troops remain.", "No more than 500", None, 500, "1"),
    ("en", "Up to 20 ships sailed.", "Up to 20", None, 20, "1"),
    # How many times
    ("pl", "Handel wzrósł dwukrotnie.", "dwukrotnie", 2, 2, "1"),
]


@pytest.mark.parametrize(("lang", "text", "words", "low", "high", "unit"), CASES, ids=[f"{c[0]}: {c[2]}" for c in CASES])
def test_a_quantity(lang: str, text: str, words: str, low: float | None, high: float | None, unit: str) -> None:
    found = find_quantities(text, lang=lang)
    assert [text[one.start : one.end] for one in found] == [words]
    one = found[0]
    assert one.unit == unit
    assert one.low == (None if low is None else pytest.approx(low))
    assert one.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Spotkali się 17 maja 2023 r. w Pradze."),
        ("pl", "W 1998 Rosja ogłosiła upadek."),
        ("pl", "Gazociąg Nord Stream 2 jest gotowy."),
        ("pl", "Zgodnie z art. 7 umowy."),
        ("pl", "To jeden z najbliższych sojuszników."),
        ("pl", "Trzy lata temu zerwali stosunki."),
        ("pl", "Śmigłowce Mi-24 i myśliwce F-16."),
        ("pl", "W połowie maja wrócą do rozmów."),
        ("pl", "Służył w 6. batalionie."),
        ("pl", "Między 3 a 5 marca."),
        ("ru", "5 мая 2019 года они встретились."),
        ("ru", "Это один из соседей."),
        ("ru", "3-й армейский корпус."),
        ("ru", "В 2019-2021 годах торговля росла."),
        ("uk", "У 2021 році підписали угоду."),
        ("uk", "Резолюція № 2202 ухвалена."),
        ("en", "On 9 June 2020 the G7 met."),
        ("en", "One of the ministers left."),
        ("en", "In the first half of 2021 they met."),
        ("en", "In 2019 Iran left the deal."),
        ("en", "Call +44 20 7946 0018 now."),
    ],
)
def test_what_only_looks_like_a_quantity(lang: str, text: str) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text, lang=lang)] == []


@pytest.mark.parametrize(
    ("lang", "text", "noun", "end"),
    [
        ("pl", "Działa tam 300 rosyjskich firm budowlanych.", "firma", "firm"),
        ("ru", "Туда ушли 40 тысяч российских военных.", "военный", "военных"),
        ("en", "About 900 American soldiers stay.", "soldier", "soldiers"),
    ],
)
def test_the_thing_counted(lang: str, text: str, noun: str, end: str) -> None:
    (one,) = find_quantities(text, lang=lang)
    assert one.noun == noun
    assert one.noun_end is not None
    assert text[: one.noun_end].endswith(end)


def test_both_ends_of_a_change_share_their_unit() -> None:
    text = "Handel wzrósł z 11 mld do 14 mld dol."
    assert [(one.low, one.unit) for one in find_quantities(text, lang="pl")] == [(11 * BN, "USD"), (14 * BN, "USD")]


def test_no_quantity_crosses_a_sentence() -> None:
    text = "Zginęło ich 40. Tysiąc osób uciekło."
    sentences = split(text, "pl")
    assert all(any(s.start <= one.start and one.end <= s.end for s in sentences) for one in find_in(text, sentences, lang="pl"))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError):
        find_quantities("1", lang="xx")


@pytest.mark.parametrize("lang", languages())
def test_every_money_name_leads_to_iso_4217(lang: str) -> None:
    tables, currencies = load_tables(lang), load_currencies()
    assert all(noun.bare in currencies.codes for noun in tables.nouns.values())
    units = {unit for unit, _ in currencies.units}
    assert {noun.unit for noun in tables.nouns.values()} <= units


@pytest.mark.parametrize("lang", languages())
@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("0123456789 .,-–/%$€:()mkzłдоод\nпять "), max_size=120))
def test_any_text_gives_ordered_spans_inside_it(lang: str, text: str) -> None:
    found = find_quantities(text, lang=lang)
    ends = 0
    for one in found:
        assert ends <= one.start < one.end <= len(text)
        ends = one.end
        assert one.low is None or one.high is None or one.low <= one.high


PIECES = ["9", "1 ", "1.000", "a", "od 5 do ", "two hundred and ", "-", "$", "1-2-", "5 mln "]
HOSTILE = [piece * (10_000 if len(piece) == 1 else 2_500 // len(piece)) for piece in PIECES]


@pytest.mark.parametrize("text", HOSTILE, ids=[one[:8] for one in HOSTILE])
def test_time_is_linear_on_hostile_input(text: str) -> None:
    for lang in languages():
        find_quantities("1", lang=lang)
        start = time.process_time()
        find_quantities(text, lang=lang)
        once = time.process_time() - start
        start = time.process_time()
        find_quantities(text * 4, lang=lang)
        assert time.process_time() - start < max(0.25, once * 12)


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("pl", "Rząd Danii przeznaczy 50 mld koron na okręty.", "DKK"),
        ("pl", "Czechy pożyczą Szwecji 5 mld koron.", "CZK"),
        ("pl", "Samorząd przeznaczy 50 mld koron na okręty.", "CZK"),
        ("en", "Iraq pledged 3 billion dinars to its neighbours.", "IQD"),
        ("en", "Serbia and Iraq agreed; Baghdad will pay 3 billion dinars.", "IQD"),
        ("en", "Denmark will pay 20 million dollars.", "USD"),
        ("ru", "Аргентина выделит 3 млн песо.", "ARS"),
        ("uk", "Норвегія виділить 3 млн крон.", "NOK"),
    ],
)
def test_shared_money_is_that_of_the_state_that_the_text_names(lang: str, text: str, unit: str) -> None:
    (one,) = (found for found in read(text, lang=lang).quantities if found.unit != "1")
    assert one.unit == unit
