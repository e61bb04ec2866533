"""The offices of the states most in the news and of the large organisations: complete, in order, in four languages."""

from __future__ import annotations

import datetime as dt
import functools
import pathlib
import re
from typing import Any

import pytest
import yaml

OFFICES = pathlib.Path(__file__).parents[2] / "dragoman" / "codebook" / "offices"
HEADS_OF_FIRMS = frozenset(
    name.strip()
    for name in """Alexei Miller, Igor Sechin, Alexei Likhachev, German Gref, Andrey Kostin, Sergey Chemezov, Leonid Mikhelson,
    Vagit Alekperov, Dmitry Bakanov, Daniel Obajtek, Ireneusz Fąfara, Yuriy Vitrenko, Andriy Kobolyev, Serhii Koretskyi, Patrick Pouyanné,
    Dušan Bajatović, Zsolt Hernádi, Armin Papperger""".split(",")
)
STATES = """USA RUS UKR POL DEU FRA GBR CHN KAZ ISR IRN TUR IND PAK JPN KOR PRK TWN SAU ARE QAT IRQ SYR EGY LBN JOR PSE AFG VEN
BRA MEX CAN CUB ARG COL ITA ESP PRT NLD BEL AUT CHE SWE FIN NOR DNK EST LVA LTU BLR MDA ROU BGR HUN SVK CZE SRB GRC GEO ARM AZE
UZB KGZ TJK TKM AUS""".split()
BODIES = """EU UN NATO OSCE IAEA ICC COE IMF WB CSTO CIS SCO EAEU AU AL OPEC WTO WHO OECD ASEAN GCC OIC OAS EBRD eib INTERPOL europol
frontex OPCW IEA UNESCO OTS union-state ICJ IOM FAO""".split()
LANGUAGES = ("en", "pl", "ru", "uk")
OFFICE_NAMES = frozenset(
    """head_of_state head_of_government foreign_minister defence_minister speaker spokesperson foreign_spokesperson secretary_general
    president_of_body high_representative envoy ambassador_un monarch central_bank finance_minister interior_minister energy_minister
    intelligence commander other""".split()
)
SECTORS = frozenset("GOV MIL LEG JUD SPY COP IGO BUS PTY OPP".split())
CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@functools.cache
def read(code: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((OFFICES / f"{code}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def first_day(edtf: object) -> dt.date:
    parts = [int(part) for part in str(edtf).split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def terms(code: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(office, holder) for office in read(code)["offices"] for holder in office["holders"]]


def who(code: str, office: str, day: str) -> set[str]:
    """The English names of those who hold `office` on `day`, straight from the file."""
    on = dt.date.fromisoformat(day)
    return {
        holder["name"]["en"]
        for entry, holder in terms(code)
        if entry["office"] == office and first_day(holder["from"]) <= on and (holder["until"] is None or on < first_day(holder["until"]))
    }


@pytest.mark.parametrize("code", STATES + BODIES)
def test_file_names_itself_its_source_and_its_date(code: str) -> None:
    data = read(code)
    assert data["state" if code in STATES else "organisation"] == code
    assert len(data["source"]) > 20
    assert dt.date(2026, 1, 1) <= data["checked"] <= dt.date(2026, 12, 31)
    assert all(office["office"] in OFFICE_NAMES and office["sector"] in SECTORS for office in data["offices"])


@pytest.mark.parametrize("code", STATES + BODIES)
def test_holders_have_four_names_in_the_right_script(code: str) -> None:
    for _, holder in terms(code):
        name = holder["name"]
        assert tuple(name) == LANGUAGES, name
        assert all(LATIN.search(name[lang]) and not CYRILLIC.search(name[lang]) for lang in ("en", "pl")), name
        assert all(CYRILLIC.search(name[lang]) and not re.search("[a-zA-HJ-UWYZ]", name[lang]) for lang in ("ru", "uk")), name
        assert not re.search("[ыэъё]", name["uk"]), name
        assert not re.search("[іїєґ]", name["ru"]), name
        assert holder["sex"] in ("m", "f")
        assert holder["id"] is None or re.fullmatch(r"Q[1-9]\d*", holder["id"])


@pytest.mark.parametrize("code", STATES + BODIES)
def test_surnames_and_variants_belong_to_the_names(code: str) -> None:
    for _, holder in terms(code):
        for lang, surname in holder.get("surname", {}).items():
            assert surname in holder["name"][lang], holder
        for lang, variants in holder.get("variants", {}).items():
            assert lang in LANGUAGES
            assert holder["name"][lang] not in variants, holder
            assert len(variants) == len(set(variants)), holder


@pytest.mark.parametrize("code", STATES + BODIES)
def test_terms_are_in_order_and_offices_have_one_holder_at_a_time(code: str) -> None:
    for office in read(code)["offices"]:
        held = []
        for holder in office["holders"]:
            assert all(end is None or EDTF.fullmatch(str(end)) for end in (holder["from"], holder["until"])), holder
            until = dt.date(2099, 1, 1) if holder["until"] is None else first_day(holder["until"])
            assert first_day(holder["from"]) < until, holder
            held.append((first_day(holder["from"]), until))
        if office.get("collective"):
            continue
        for (_, until), (since, _) in zip(sorted(held), sorted(held)[1:], strict=False):
            assert (until - since).days <= 7, (code, office["office"], until, since)


def test_one_person_has_one_id_and_one_spelling_everywhere() -> None:
    seen: dict[str, tuple[object, ...]] = {}
    ids: dict[str, str] = {}
    for code in STATES + BODIES:
        for _, holder in terms(code):
            facts = (holder["id"], *holder["name"].values(), holder["sex"])
            assert seen.setdefault(holder["name"]["en"], facts) == facts
            if holder["id"]:
                assert ids.setdefault(holder["id"], holder["name"]["en"]) == holder["name"]["en"]


def test_every_state_has_its_leaders_since_2010() -> None:
    for code in STATES:
        leaders = {"head_of_state", "monarch", "head_of_government"}
        offices = {office["office"] for office in read(code)["offices"]}
        assert offices & leaders, code
        assert "foreign_minister" in offices, code
        assert code in ("JOR", "PSE") or "defence_minister" in offices, code
        for day in ("2012-01-15", "2016-07-01", "2018-02-15", "2022-03-01", "2025-06-15"):
            assert any(who(code, office, day) for office in leaders), (code, day)


def test_counts() -> None:
    assert len(STATES) >= 60
    assert sum(len(terms(code)) for code in STATES + BODIES) >= 2800
    people = {holder["name"]["en"]: holder["id"] for code in STATES + BODIES for _, holder in terms(code)}
    assert len(people) >= 2300
    assert sum(1 for one in people.values() if one) >= 1300


@pytest.mark.parametrize(
    "code, office, day, name",
    [
        ("KAZ", "head_of_state", "2019-03-19", "Nursultan Nazarbayev"),
        ("KAZ", "head_of_state", "2019-03-20", "Kassym-Jomart Tokayev"),
        ("POL", "head_of_government", "2018-06-01", "Mateusz Morawiecki"),
        ("POL", "head_of_state", "2025-08-06", "Karol Nawrocki"),
        ("GBR", "foreign_minister", "2018-07-20", "Jeremy Hunt"),
        ("GBR", "head_of_government", "2022-10-01", "Liz Truss"),
        ("USA", "foreign_minister", "2018-06-12", "Mike Pompeo"),
        ("USA", "head_of_state", "2025-01-20", "Donald Trump"),
        ("DEU", "foreign_minister", "2017-06-01", "Sigmar Gabriel"),
        ("UKR", "foreign_minister", "2024-09-05", "Andrii Sybiha"),
        ("ISR", "head_of_government", "2021-12-31", "Naftali Bennett"),
        ("NATO", "secretary_general", "2024-10-01", "Mark Rutte"),
        ("UN", "secretary_general", "2016-12-31", "Ban Ki-moon"),
        ("EU", "high_representative", "2025-01-01", "Kaja Kallas"),
        ("HUN", "head_of_government", "2026-05-09", "Péter Magyar"),
    ],
)
def test_who_held_the_office(code: str, office: str, day: str, name: str) -> None:
    assert who(code, office, day) == {name}


def test_a_former_holder_holds_nothing() -> None:
    assert not {"Angela Merkel", "Olaf Scholz"} & who("DEU", "head_of_government", "2025-10-01")
    assert "Andriy Yermak" not in who("UKR", "other", "2026-01-15")


@pytest.mark.parametrize("path", sorted(OFFICES.glob("*.yml")), ids=lambda path: path.stem)
def test_heads_of_firms_act_for_a_business(path: pathlib.Path) -> None:
    """Files of firms' people hold nobody of a government, and no head of a firm stands among a government's people."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for office in data["offices"]:
        names = {holder["name"]["en"] for holder in office["holders"]}
        if path.stem.endswith("-firms"):
            assert office["sector"] in ("BUS", "JRN"), office["office"]
        elif office["sector"] == "GOV":
            assert not names & HEADS_OF_FIRMS, names & HEADS_OF_FIRMS
