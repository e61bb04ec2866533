"""Actors drawn into sentences: `[words|KAZ:GOV]` is a mention that acts for Kazakhstan's government, `[words|EU]` one of a body.

Bare adjectives are left out of the drawings and tested on their own below.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

from dragoman.mentions.actors import find_actors
from dragoman.model.token import GEN, INS, LOC, NOM

DRAWN = [
    # titles, states and bearers are one mention
    ("pl", "[Prezydent Kazachstanu Kasym-Żomart Tokajew|KAZ:GOV] przyleciał wczoraj."),
    ("pl", "Rozmawiał z [prezydentem Rosji Władimirem Putinem|RUS:GOV] przez godzinę."),
    ("pl", "[Szef MSZ Ukrainy Andrij Sybiha|UKR:GOV] napisał list."),
    ("pl", "List podpisał [szef polskiego rządu|POL:GOV] w czwartek."),
    ("pl", "[Rosyjski prezydent|RUS:GOV] i [niemiecka kanclerz|DEU:GOV] milczeli."),
    ("pl", "[Premier Morawiecki|POL:GOV] wrócił do kraju."),
    ("pl", "[Minister obrony Estonii Jan Tamm|EST:GOV] milczał. Pytano o to [Tamma|EST:GOV]."),
    ("pl", "[Ministerstwo obrony Rosji|RUS:GOV] zaprzeczyło."),
    ("pl", "[Ministerstwo gospodarki i klimatu Niemiec|DEU:GOV] zaprzeczyło."),
    ("pl", "[Władze w Kijowie|UKR:GOV] czekają na odpowiedź."),
    ("pl", "[Strona rosyjska|RUS] odmówiła."),
    ("pl", "Zginęli [rosyjscy żołnierze|RUS:MIL] i [ukraińscy cywile|UKR:CVL]."),
    ("pl", "[Rosyjskie wojsko|RUS:MIL] się wycofało."),
    ("pl", "[Rząd Viktora Orbana|HUN:GOV] zgłosił weto."),
    ("pl", "[Kraje UE|EU] czekają na decyzję."),
    ("pl", "[Polska armia|POL:MIL] i [Polska|POL] to nie to samo."),
    # each state of an enumeration is a side of its own
    ("pl", "[Prezydenci Polski|POL:GOV], [Estonii|EST:GOV], [Łotwy|LVA:GOV] i [Litwy|LTU:GOV] przyjechali."),
    ("pl", "Umowę poparły [Polska|POL], [Estonia|EST] i [Łotwa|LVA]."),
    # a shared title makes each adjective a side
    ("pl", "[Polscy|POL:GOV], [litewscy|LTU:GOV] i [łotewscy ministrowie|LVA:GOV] rozmawiali."),
    ("en", "[British|GBR:MIL] and [French troops|FRA:MIL] may come."),
    ("pl", "[Ministrowie spraw zagranicznych 27 krajów UE|EU:GOV] milczeli."),
    ("uk", "[Міністри всіх 27 країн ЄС|EU:GOV] мовчали."),
    ("pl", "[Ministrowie wszystkich krajów członkowskich UE|EU:GOV] milczeli."),
    ("pl", "[Wojska lądowe Federacji Rosyjskiej|RUS:MIL] odeszły."),
    ("pl", "[Szef Gazpromu Aleksiej Miller|RUS:BUS] milczał."),
    ("pl", "[Ambasador Estonii|EST:GOV] w [Polsce|POL] [Jan Tamm|EST:GOV] milczał."),
    ("pl", "[Kraje bałtyckie|baltic-states] i [europejscy przywódcy|EU:GOV] milczeli."),
    # a people is the state, one of them is a civilian
    ("pl", "[Rosjanie|RUS] zatrzymali [Ukraińca|UKR:CVL]."),
    ("pl", "[Niemcy|DEU] i [Włochy|ITA] podpisały umowę z [Węgrami|HUN]."),
    # what looks like an actor and is none
    ("pl", "Pisze o tym Washington Post."),
    ("pl", "Mali chłopcy grali w piłkę."),
    ("pl", "Premiera filmu odbyła się w czwartek."),
    ("en", "[US President Donald Trump|USA:GOV] met [British Foreign Secretary David Lammy|GBR:GOV] on Friday."),
    ("en", "[Ukraine's foreign ministry|UKR:GOV] denied it."),
    ("en", "The [president of the United States|USA:GOV] left."),
    ("en", "The [Trump administration|USA:GOV] said so."),
    ("en", "[Iranian forces|IRN:MIL] shot down a passenger jet."),
    ("en", "The [leaders of Poland|POL:GOV], [Germany|DEU:GOV] and [France|FRA:GOV] agreed."),
    ("en", "It rained in May and Michael Jordan scored, says the New York Times."),
    ("en", "He flew from [Jordan|JOR] to [Chad|TCD]."),
    ("ru", "[Президент РФ Владимир Путин|RUS:GOV] и [глава МИД Украины|UKR:GOV] молчали."),
    ("ru", "Заявил [глава российского МИД Сергей Лавров|RUS:GOV] во вторник."),
    ("ru", "[Премьер-министр Великобритании Тереза Мэй|GBR:GOV] уехала. [Мэй|GBR:GOV] вернулась."),
    ("ru", "Политика всегда сложна."),
    ("uk", "[Президент України Володимир Зеленський|UKR:GOV] зустрівся з [держсекретарем США|USA:GOV]."),
    ("uk", "[Російські війська|RUS:MIL] відійшли."),
    ("uk", "Рішення ухвалили [Польща|POL] та [Литва|LTU]."),
]


def undraw(drawn: str) -> tuple[str, list[tuple[str, str]]]:
    """A drawing as its plain text and its (words, side) pairs."""
    spans = re.findall(r"\[([^|\]]+)\|([^\]]+)\]", drawn)
    return re.sub(r"\[([^|\]]+)\|[^\]]+\]", r"\1", drawn), spans


def sides(text: str, lang: str, on: dt.date | None = None) -> list[tuple[str, str]]:
    found = [one for one in find_actors(text, lang=lang, on=on) if one.role != "adjective"]
    return [(text[one.start : one.end], (one.country or one.id or "?") + (f":{one.sector}" if one.sector else "")) for one in found]


@pytest.mark.parametrize(("lang", "drawn"), DRAWN)
def test_mentions_are_where_they_are_drawn(lang: str, drawn: str) -> None:
    text, wanted = undraw(drawn)
    assert [(words, side.removesuffix(":IGO")) for words, side in sides(text, lang)] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("pl", "Trwa rosyjska inwazja.", ["RUS"]),
        ("pl", "Trwa wojna rosyjsko-ukraińska.", ["RUS", "UKR"]),
        ("ru", "Идут российско-китайские переговоры.", ["RUS", "CHN"]),
        ("uk", "Тривають польсько-українські переговори.", ["POL", "UKR"]),
        ("en", "The US-Kazakh talks went on.", ["USA", "KAZ"]),
    ],
)
def test_a_bare_adjective_names_its_state(lang: str, text: str, wanted: list[str]) -> None:
    assert [one.country for one in find_actors(text, lang=lang)] == wanted


@pytest.mark.parametrize(
    ("text", "cases"),
    [("Rozmawiał z Putinem.", INS), ("Mówiono o Rosji.", GEN | LOC), ("Ukraina czeka.", NOM), ("Wrócił z prezydentem Ukrainy.", INS)],
)
def test_a_mention_keeps_the_cases_of_its_form(text: str, cases: int) -> None:
    (found,) = find_actors(text, lang="pl")
    assert found.cases & cases == cases
    assert not found.cases & (NOM if cases != NOM else INS)


@pytest.mark.parametrize("text", ["Власти Германии осудили план.", "Власти Чада и Нигера осудили план."])
def test_authorities_may_be_the_subject(text: str) -> None:
    found = find_actors(text, lang="ru")[0]
    assert (found.sector, found.cases & NOM, found.name.split()[0]) == ("GOV", NOM, "authorities")


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("ru", "Подписано сербской и венгерской сторонами.", [("сербской", "SRB"), ("венгерской сторонами", "HUN")]),
        ("ru", "Встреча с сербским и венгерским президентами.", [("сербским", "SRB"), ("венгерским президентами", "HUN")]),
        ("uk", "Підписано сербською та угорською сторонами.", [("сербською", "SRB"), ("угорською сторонами", "HUN")]),
        ("pl", "Między serbską i węgierską stronami.", [("serbską", "SRB"), ("węgierską stronami", "HUN")]),
    ],
)
def test_singular_adjectives_share_a_plural(lang: str, text: str, wanted: list[tuple[str, str]]) -> None:
    found = find_actors(text, lang=lang)
    assert [(text[one.start : one.end], one.country) for one in found] == wanted
    assert all(one.role != "adjective" for one in found)


def test_states_of_an_enumerated_title_stand_in_the_case_of_the_title() -> None:
    found = find_actors("Spotkał się z prezydentami Polski i Litwy.", lang="pl")
    assert [(one.country, one.cases) for one in found] == [("POL", INS), ("LTU", INS)]


def test_the_day_picks_whom_a_person_acts_for() -> None:
    text = "Donald Tusk zabrał głos."
    assert sides(text, "pl", dt.date(2018, 5, 1)) == [("Donald Tusk", "EU:IGO")]
    assert sides(text, "pl", dt.date(2024, 5, 1)) == [("Donald Tusk", "POL:GOV")]
    assert sides(text, "pl") == [("Donald Tusk", "EU:IGO")]
    assert sides("Premier Donald Tusk zabrał głos.", "pl") == [("Premier Donald Tusk", "POL:GOV")]


def test_a_former_holder_is_former() -> None:
    assert sides("Angela Merkel zabrała głos.", "pl", dt.date(2024, 5, 1)) == [("Angela Merkel", "DEU:ELI")]
    assert sides("Wystąpił były prezydent USA Barack Obama.", "pl", dt.date(2014, 5, 1))[0][1] == "USA:ELI"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Londyn rozmawia z Brukselą o cłach.", "EU"),
        ("Szczyt odbył się w Brukseli.", "BEL"),
        ("Belgia protestuje. Bruksela wzywa ambasadora.", "BEL"),
    ],
)
def test_brussels_is_the_union_or_belgium_by_context(text: str, wanted: str) -> None:
    assert wanted in [one.country or one.id for one in find_actors(text, lang="pl") if "Bruksel" in text[one.start : one.end]]


def test_a_surname_of_somebody_else_is_left_alone() -> None:
    assert sides("Aktor Paul Johnson zagrał w filmie.", "pl") == []
    assert sides("Premier Boris Johnson i Theresa May. Johnson wyszedł.", "pl")[-1] == ("Johnson", "GBR:GOV")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Wczoraj Jan Polski wrócił do domu."),
        ("pl", "Wygrała Ewa Niemiec, drugi był Adam Czech."),
        ("en", "George Washington crossed the river with Jordan Henderson."),
        ("ru", "Владимир Польский ушел домой."),
        ("pl", "Stanie się tak jutro. Kim był sąsiad?"),
    ],
)
def test_a_state_in_somebodys_name_is_no_actor(lang: str, text: str) -> None:
    assert find_actors(text, lang=lang) == ()


def test_initials_belong_to_the_name() -> None:
    assert sides("Выступила Т.Мэй в Лондоне.", "ru")[0] == ("Т.Мэй", "GBR:GOV")


def test_mentions_never_overlap_and_are_sorted() -> None:
    text = (
        "Prezydent USA Donald Trump, kanclerz Niemiec Friedrich Merz i szef NATO Mark Rutte rozmawiali w Hadze z Wołodymyrem Zełenskim. "
        * 5
    )
    found = find_actors(text, lang="pl", on=dt.date(2025, 6, 25))
    assert len(found) >= 20
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("lang", ["pl", "en", "ru", "uk"])
@pytest.mark.parametrize("text", ["", " ", ".", "—", "\n\n", "a" * 5000, "РФ" * 300, "[" * 50])
def test_odd_texts_do_not_break_it(lang: str, text: str) -> None:
    assert isinstance(find_actors(text, lang=lang), tuple)
