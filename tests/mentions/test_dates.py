"""Dates in the four languages: what is found, what it means, and what is left alone. Sentences are written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import LanguageError
from dragoman.mentions.dates import find_dates, find_in
from dragoman.text.sentences import split

THURSDAY = dt.date(2025, 11, 13)

OUTERMOST = {
    "pl": [
        ("Rozmowy trwają od wtorku.", "od wtorku", "2025-11-11/.."),
        ("Delegacja wróciła w poniedziałek, 10 listopada.", "poniedziałek, 10 listopada", "2025-11-10"),
        ("W ubiegłym roku obroty spadły.", "ubiegłym roku", "2024"),
        ("Pakt podpisano kilka dni temu.", "kilka dni temu", "2025-11-10~"),
        ("Szczyt odbył się pod koniec maja.", "pod koniec maja", "2025-05~"),
        ("Most zamknięto do końca maja.", "do końca maja", "../2025-05-31"),
        ("Plan na lata 2026-30 przyjęto.", "lata 2026-30", "2026/2030"),
        ("Wojska przeszły w nocy z 3 na 4 marca.", "nocy z 3 na 4 marca", "2025-03-03/2025-03-04"),
        ("Ma to trwać do końca dekady.", "do końca dekady", "../2029-12-31"),
        ("Umowa wygasła dwa lata temu.", "dwa lata temu", "2023"),
        ("Tak było na początku lat 90.", "na początku lat 90.", "199X~"),
        ("Wojna trwa od blisko czterech lat.", "od blisko czterech lat", "2021~/.."),
        ("Targi potrwają od 3 do 5 marca.", "od 3 do 5 marca", "2025-03-03/2025-03-05"),
        ("Wyniki za pięć dni.", "za pięć dni", "2025-11-18"),
        ("Eksport wzrósł w pierwszej połowie 2021 roku.", "w pierwszej połowie 2021 roku", "2021-01/2021-06"),
        ("Spadek w drugim kwartale tego roku.", "drugim kwartale tego roku", "2025-04/2025-06"),
        ("Traktat z dwudziestego czwartego lutego 2022 r. obowiązuje.", "dwudziestego czwartego lutego 2022 r.", "2022-02-24"),
        ("Po 2019 roku wymiana zamarła.", "Po 2019 roku", "2019/.."),
        ("Zimą 2022/23 brakło gazu.", "Zimą 2022/23", "2022-24"),
        ("Port otwarto w maju ubiegłego roku.", "maju ubiegłego roku", "2024-05"),
        ("Granica sprzed XX wieku.", "XX wieku", "19XX"),
        ("Wczoraj wieczorem zapadła decyzja.", "Wczoraj wieczorem", "2025-11-12"),
        ("Sezon 2024/25 zaczęto w lipcu.", "2024/25", "2024/2025"),
        ("W ostatnim kwartale ubiegłego roku eksport stanął.", "ostatnim kwartale ubiegłego roku", "2024-10/2024-12"),
        ("Zawarto go w listopadzie ub. r. w Pradze.", "listopadzie ub. r.", "2024-11"),
        ("Spadek w II połowie 2023 r. był duży.", "w II połowie 2023 r.", "2023-07/2023-12"),
        ("Po sierpniowych rozmowach nastała cisza.", "sierpniowych", "2025-08"),
        ("Przyjechali 3 i 4 marca.", "3 i 4 marca", "2025-03-03/2025-03-04"),
        ("Kontrakt z 12.05.2024 r. przedłużono.", "12.05.2024 r.", "2024-05-12"),
    ],
    "ru": [
        ("Переговоры идут со вторника.", "со вторника", "2025-11-11/.."),
        ("В прошлом году экспорт вырос.", "прошлом году", "2024"),
        ("Мост закрыт до конца года.", "до конца года", "../2025-12-31"),
        ("Учения прошли с 3 по 5 марта.", "с 3 по 5 марта", "2025-03-03/2025-03-05"),
        ("План на 2026–2030 годы готов.", "2026–2030 годы", "2026/2030"),
        ("Сделка заключена две недели назад.", "две недели назад", "2025-10-30"),
        ("Это случилось в начале 90-х годов.", "в начале 90-х годов", "199X~"),
        ("Договор подписан двадцать второго июня 1994 года.", "двадцать второго июня 1994 года", "1994-06-22"),
        ("Указ от 14 февраля 2025 года отменён.", "14 февраля 2025 года", "2025-02-14"),
        ("В первом полугодии 2024 года выпуск снизился.", "первом полугодии 2024 года", "2024-01/2024-06"),
        ("Товарооборот за январь-сентябрь 2025 года растёт.", "январь-сентябрь 2025 года", "2025-01/2025-09"),
        ("Послезавтра прибудет посол.", "Послезавтра", "2025-11-15"),
    ],
    "uk": [
        ("Перемовини тривають з вівторка.", "з вівторка", "2025-11-11/.."),
        ("Торік обсяг торгівлі зріс.", "Торік", "2024"),
        ("Угоду уклали кілька тижнів тому.", "кілька тижнів тому", "2025-10~"),
        ("Війна триває вже майже чотири роки.", "вже майже чотири роки", "2021~/.."),
        ("Міст закрили до кінця 2026 року.", "до кінця 2026 року", "../2026-12-31"),
        ("У п’ятницю, 7 листопада, прибув міністр.", "п’ятницю, 7 листопада", "2025-11-07"),
        ("Бої точилися 16—24 серпня 2024 року.", "16—24 серпня 2024 року", "2024-08-16/2024-08-24"),
        ("Навесні минулого року відкрили посольство.", "Навесні минулого року", "2024-21"),
        ("Після 2022 року торгівля впала.", "Після 2022 року", "2022/.."),
    ],
    "en": [
        ("Talks have gone on since Tuesday.", "since Tuesday", "2025-11-11/.."),
        ("The envoy arrived on Monday, Nov. 10, by train.", "Monday, Nov. 10", "2025-11-10"),
        ("Exports fell last year.", "last year", "2024"),
        ("The bridge is shut until the end of May.", "until the end of May", "../2025-05-31"),
        ("They met between 3 and 5 March.", "between 3 and 5 March", "2025-03-03/2025-03-05"),
        ("Trade grew in the first half of 2021.", "the first half of 2021", "2021-01/2021-06"),
        ("The war has lasted for nearly four years.", "for nearly four years", "2021~/.."),
        ("It began in the early 1990s.", "early 1990s", "199X~"),
        ("A pact of the 19th century.", "19th century", "18XX"),
        ("The deal was signed two weeks ago.", "two weeks ago", "2025-10-30"),
        ("He left the day before yesterday.", "the day before yesterday", "2025-11-11"),
        ("Output rose in Q3 2024.", "Q3 2024", "2024-07/2024-09"),
        ("She praised Obama's 2016 speech.", "2016", "2016"),
    ],
}

NO_DATE = {
    "pl": [
        "Maja mają nadzieję, że lata szybko miną, a drugi raz się nie zdarzy.",
        "Zebrano do 2000 podpisów, a 31 lutego nikogo nie dziwi nr 2014.",
        "Wynik 2.10 proc. podano o 15.10 po raz trzeci.",
    ],
    "ru": ["В среде экспертов говорят о 2000 рублей.", "Он второй раз взял слово и третий раз сел."],
    "uk": ["Серед експертів говорять про 2000 гривень.", "Ціна зросла на 2.10 відсотка о 15.10."],
    "en": [
        "Police may march on the second of them.",
        "Theresa May said 2000 soldiers sat down.",
        "It was the highest turnout in 25 years.",
    ],
}


@pytest.mark.parametrize(("lang", "text", "words", "edtf"), [(lang, *case) for lang, cases in OUTERMOST.items() for case in cases])
def test_outermost_date(lang: str, text: str, words: str, edtf: str) -> None:
    first = find_dates(text, lang=lang, reference=THURSDAY)[0]
    assert (text[first.start : first.end], first.edtf) == (words, edtf)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in NO_DATE.items() for text in texts])
def test_silence(lang: str, text: str) -> None:
    found = [text[one.start : one.end] for one in find_dates(text, lang=lang, reference=THURSDAY)]
    assert [one for one in found if one != "lutego"] == []


@pytest.mark.parametrize(("lang", "text"), [("pl", "w piątek"), ("ru", "в пятницу"), ("uk", "у п'ятницю"), ("en", "on Friday")])
def test_bias_chooses_the_last_or_the_next(lang: str, text: str) -> None:
    assert find_dates(text, lang=lang, reference=THURSDAY)[0].first == dt.date(2025, 11, 7)
    assert find_dates(text, lang=lang, reference=THURSDAY, bias="future")[0].first == dt.date(2025, 11, 14)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("pl", "Ministrowie spotkają się w piątek."), ("ru", "Министры встретятся в пятницу."), ("en", "Ministers will meet on Friday.")],
)
def test_the_verb_tells_the_tense(lang: str, text: str) -> None:
    assert find_in(text, split(text, lang), lang=lang, reference=THURSDAY)[0].first == dt.date(2025, 11, 14)


def test_the_reference_day_itself_is_the_last_such_day() -> None:
    assert find_dates("w czwartek", lang="pl", reference=THURSDAY)[0].first == THURSDAY


def test_a_day_of_the_coming_weeks_is_ahead_in_the_news() -> None:
    assert find_dates("22 grudnia", lang="pl", reference=dt.date(2025, 12, 4), bias="news")[0].edtf == "2025-12-22"
    assert find_dates("22 grudnia", lang="pl", reference=dt.date(2025, 12, 4))[0].edtf == "2024-12-22"


def test_without_a_reference_the_year_is_left_open() -> None:
    found = find_dates("Traktat podpisano 7 listopada, a we wtorek ogłoszono.", lang="pl", reference=None)
    assert [(one.edtf, one.first, one.last) for one in found] == [("XXXX-11-07", None, None)]


def test_without_a_reference_the_text_sets_the_year() -> None:
    found = find_dates("Rozejm z 3 marca 1921 r. złamano 7 listopada.", lang="pl", reference=None)
    assert [one.edtf for one in found] == ["1921-03-03", "1921-11-07"]


CHRONICLE = "1 травня 1919 року почався наступ. 3 травня 1919 року впало місто. 5 травня 1919 року настав спокій. 9 травня прийшла звістка."


def test_a_chronicle_sets_the_year() -> None:
    found = find_dates(CHRONICLE + " Того ж дня армія відступила. Наступного дня бої вщухли.", lang="uk", reference=THURSDAY)
    assert [one.edtf for one in found][-3:] == ["1919-05-09", "1919-05-09", "1919-05-10"]


def test_two_old_dates_make_no_chronicle() -> None:
    text = "Pakt z 1 maja 1919 r. zmieniono 3 maja 1921 r. Ambasador wrócił 9 maja."
    assert find_dates(text, lang="pl", reference=THURSDAY)[-1].edtf == "2025-05-09"


def test_a_range_holds_its_ends_and_find_in_gives_it_alone() -> None:
    text = "Targi trwały od 28 lutego do 3 marca."
    assert [one.edtf for one in find_dates(text, lang="pl", reference=THURSDAY)] == ["2025-02-28/2025-03-03", "2025-02-28", "2025-03-03"]
    assert [one.edtf for one in find_in(text, split(text, "pl"), lang="pl", reference=THURSDAY)] == ["2025-02-28/2025-03-03"]


def test_a_range_over_the_turn_of_the_year() -> None:
    assert find_dates("28 grudnia - 3 stycznia 2024 roku", lang="pl", reference=THURSDAY)[0].edtf == "2023-12-28/2024-01-03"


def test_a_deadline_is_the_nearest_and_so_is_the_day_in_it() -> None:
    assert [one.edtf for one in find_dates("do 20 stycznia", lang="pl", reference=THURSDAY)] == ["../2026-01-20", "2026-01-20"]


def test_a_weekday_beside_a_day_tells_the_year() -> None:
    assert find_dates("w środę, 25 grudnia", lang="pl", reference=THURSDAY)[0].edtf == "2024-12-25"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("2025-03-04", "2025-03-04"), ("31/12/2024", "2024-12-31"), ("12/31/2024", "2024-12-31"), ("4 Mar 2025", "2025-03-04")],
)
def test_days_in_figures(text: str, edtf: str) -> None:
    assert find_dates(text, lang="en", reference=THURSDAY)[0].edtf == edtf


def test_offsets_hold_in_texts_whose_small_letters_are_longer() -> None:
    text = "İİİ w piątek"
    one = find_dates(text, lang="pl", reference=THURSDAY)[0]
    assert text[one.start : one.end] == "piątek"


def test_a_language_without_a_pack() -> None:
    with pytest.raises(LanguageError):
        find_dates("hier", lang="xx", reference=THURSDAY)


MONTHS = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "pl": "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "uk": "понеділок вівторок середу четвер п'ятницю суботу неділю",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
FIRST_TO_31ST = {
    "pl": "pierwszego drugiego trzeciego czwartego piątego szóstego siódmego ósmego dziewiątego dziesiątego jedenastego dwunastego "
    "trzynastego czternastego piętnastego szesnastego siedemnastego osiemnastego dziewiętnastego dwudziestego",
    "ru": "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого "
    "четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого",
    "uk": "першого другого третього четвертого п'ятого шостого сьомого восьмого дев'ятого десятого одинадцятого дванадцятого тринадцятого "
    "чотирнадцятого п'ятнадцятого шістнадцятого сімнадцятого вісімнадцятого дев'ятнадцятого двадцятого",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth",
}
LANGS = ("pl", "ru", "uk", "en")


@pytest.mark.parametrize(
    ("lang", "text", "edtf"),
    [
        ("pl", "osiemdziesiąt lat temu", "1945"),
        ("pl", "dwadzieścia pięć dni temu", "2025-10-19"),
        ("ru", "тридцать пять лет назад", "1990"),
        ("uk", "сімнадцять років тому", "2008"),
        ("en", "twenty-five years ago", "2000"),
        ("en", "a hundred years ago", "1925"),
    ],
)
def test_numbers_in_words(lang: str, text: str, edtf: str) -> None:
    assert find_dates(text, lang=lang, reference=THURSDAY)[0].edtf == edtf


@pytest.mark.parametrize("lang", LANGS)
def test_every_month(lang: str) -> None:
    found = [find_dates(f"5 {month} 2024", lang=lang, reference=THURSDAY)[0].edtf for month in MONTHS[lang].split()]
    assert found == [f"2024-{number:02}-05" for number in range(1, 13)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_weekday(lang: str) -> None:
    found = [find_dates(f"{day}", lang=lang, reference=THURSDAY)[0].first for day in WEEKDAYS[lang].split()]
    assert [one.isoweekday() for one in found if one] == list(range(1, 8))


@pytest.mark.parametrize("lang", LANGS)
def test_every_ordinal_day(lang: str) -> None:
    ordinals, august = FIRST_TO_31ST[lang].split(), MONTHS[lang].split()[7]
    twenty = {"ru": "двадцать", "uk": "двадцять", "en": "twenty"}.get(lang, ordinals[19])
    texts = [*ordinals, *(f"{twenty} {one}" for one in ordinals[:9])]
    found = [find_dates(f"{text} {august} 2024", lang=lang, reference=THURSDAY)[0].edtf for text in texts]
    assert found == [f"2024-08-{number:02}" for number in range(1, 30)]
