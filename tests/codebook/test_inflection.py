"""Names decline as people decline them: hand-written forms of what the dictionaries lack, and every state and capital found in text."""

from __future__ import annotations

import pytest

from dragoman.codebook.compile import inflector_of
from dragoman.codebook.forms import hints_of
from dragoman.codebook.inflect import fold
from dragoman.codebook.load import DATA, names_of, read_codebook
from dragoman.mentions.actors import find_actors
from dragoman.model.token import ACC, DAT, GEN, INS, LOC, NOM

_CASES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "ins": INS, "loc": LOC}


@pytest.mark.parametrize(
    ("lang", "name", "hint", "wanted"),
    [
        ("pl", "Stany Zjednoczone", "", {"gen": "Stanów Zjednoczonych", "ins": "Stanami Zjednoczonymi", "loc": "Stanach Zjednoczonych"}),
        ("pl", "Wielka Brytania", "", {"gen": "Wielkiej Brytanii", "acc": "Wielką Brytanię"}),
        ("pl", "Zjednoczone Królestwo", "", {"gen": "Zjednoczonego Królestwa", "ins": "Zjednoczonym Królestwem"}),
        ("pl", "Rada Europejska", "", {"gen": "Rady Europejskiej", "loc": "Radzie Europejskiej"}),
        ("pl", "Związek Radziecki", "", {"gen": "Związku Radzieckiego", "acc": "Związek Radziecki"}),
        ("pl", "Republika Federalna| Niemiec", "", {"loc": "Republice Federalnej Niemiec"}),
        ("pl", "Papua-Nowa Gwinea", "", {"gen": "Papui-Nowej Gwinei"}),
        ("pl", "Nowe Delhi", "indecl", {"loc": "Nowym Delhi"}),
        ("pl", "Tokio", "indecl", {"loc": "Tokio"}),
        ("ru", "Маршалловы Острова", "", {"gen": "Маршалловых Островов"}),
        ("ru", "Святой Престол", "", {"dat": "Святому Престолу"}),
        ("ru", "Соединённые Штаты| Америки", "", {"ins": "Соединёнными Штатами Америки"}),
        ("uk", "Сполучені Штати", "", {"gen": "Сполучених Штатів"}),
        ("uk", "Всесвітня організація| охорони здоров'я", "", {"gen": "Всесвітньої організації охорони здоров'я"}),
        ("uk", "Північний потік-2", "", {"gen": "Північного потоку-2"}),
    ],
)
def test_names_of_places_and_bodies(lang: str, name: str, hint: str, wanted: dict[str, str]) -> None:
    forms = inflector_of(lang).phrase(name, hint)
    for case, form in wanted.items():
        assert fold(form) in [fold(one.form) for one in forms if one.cases & _CASES[case]]


@pytest.mark.parametrize(
    ("lang", "name", "sex", "wanted"),
    [
        ("pl", "Kasym-Żomart Tokajew", "m", {"ins": "Kasym-Żomartem Tokajewem", "dat": "Kasym-Żomartowi Tokajewowi"}),
        ("pl", "Wołodymyr Zełenski", "m", {"gen": "Wołodymyra Zełenskiego", "loc": "Wołodymyrze Zełenskim"}),
        ("pl", "Petro Poroszenko", "m", {"gen": "Petra Poroszenki", "ins": "Petrem Poroszenką"}),
        ("pl", "Maria Zacharowa", "f", {"gen": "Marii Zacharowej", "acc": "Marię Zacharową"}),
        ("pl", "Theresa May", "f", {"gen": "Theresy May", "ins": "Theresą May"}),
        ("pl", "Mike Pence", "m", {"gen": "Mike'a Pence'a"}),
        ("pl", "Donald Tusk", "m", {"ins": "Donaldem Tuskiem"}),
        ("ru", "Касым-Жомарт Токаев", "m", {"ins": "Касым-Жомартом Токаевым"}),
        ("ru", "Мария Захарова", "f", {"dat": "Марии Захаровой"}),
        ("ru", "Тереза Мэй", "f", {"gen": "Терезы Мэй"}),
        ("uk", "Володимир Зеленський", "m", {"ins": "Володимиром Зеленським"}),
        ("uk", "Володимир Путін", "m", {"ins": "Володимиром Путіним"}),
    ],
)
def test_names_of_people(lang: str, name: str, sex: str, wanted: dict[str, str]) -> None:
    words = name.split()
    forms = inflector_of(lang).full_name(words, sex, words[-1:])
    for case, form in wanted.items():
        assert fold(form) in [fold(one.form) for one in forms if one.cases & _CASES[case]]


def test_a_womans_surname_in_a_consonant_does_not_decline() -> None:
    assert {one.form for one in inflector_of("pl").full_name(["Angela", "Merkel"], "f", ["Merkel"])} == {
        "Angela Merkel",
        "Angeli Merkel",
        "Angelę Merkel",
        "Angelą Merkel",
    }


@pytest.mark.parametrize(
    ("lang", "many", "one", "genitive"),
    [
        ("pl", "Rosjanie", "Rosjanin", "Rosjan"),
        ("pl", "Niemcy", "Niemiec", "Niemców"),
        ("pl", "Kazachowie", "Kazach", "Kazachów"),
        ("ru", "казахстанцы", "казахстанец", "казахстанцев"),
        ("uk", "росіяни", "росіянин", "росіян"),
    ],
)
def test_peoples_decline(lang: str, many: str, one: str, genitive: str) -> None:
    assert fold(genitive) in [fold(found.form) for found in inflector_of(lang).people(many, one) if found.cases & GEN]


_SENTENCES = {"pl": "Wczoraj {} było tematem rozmów.", "ru": "Вчера {} обсуждали долго.", "uk": "Учора {} обговорювали довго."}


def _forms(lang: str) -> list[tuple[str, str]]:
    """Every singular case of every state and capital, with the state's code."""
    inflector = inflector_of(lang)
    found = []
    for place, source in read_codebook(DATA).items():
        names = names_of(source, lang) if place.startswith("states/") else None
        if names is None:
            continue
        hints = hints_of(source, lang)
        code = str(source.data.get("of") or source.data["code"])
        for name in (names.name, *((source.data.get("capital") or {}).get(lang) or ())):
            found += [(form.form, code) for form in inflector.phrase(name, hints.get(name, ""))]
    return found


@pytest.mark.parametrize("lang", ["pl", "ru", "uk"])
def test_every_case_of_every_state_and_capital_is_found(lang: str) -> None:
    forms = [(" ".join(word[:1].upper() + word[1:] for word in form.split()), code) for form, code in _forms(lang)]
    assert len(forms) > 1000
    missed = []
    for form, code in forms:
        text = _SENTENCES[lang].format(form)
        if code not in [one.country for one in find_actors(text, lang=lang) if form in text[one.start : one.end]]:
            missed.append((form, code))
    assert missed == []
