"""The data on firms, armed groups and office holders of the codebook: every file loads, says where it comes from, and is in order."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman

DATA = Path(dragoman.__file__).parent / "codebook"
LANGUAGES = ("en", "pl", "ru", "uk")
SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO".split())
OFFICES = frozenset(
    """head_of_state head_of_government foreign_minister defence_minister speaker spokesperson foreign_spokesperson secretary_general
    president_of_body high_representative envoy ambassador_un monarch central_bank finance_minister interior_minister energy_minister
    intelligence commander other""".split()
)
HINTS = frozenset({"pl", "indecl", "masc", "fem", "neut", "last"})
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґ]")
WORLD = """
    AGO ALB BIH BOL BFA CHL CIV CMR COD CYP DZA ECU ETH GHA GTM HND HRV HTI IDN IRL ISL KEN KHM KWT LBY LKA LUX MAR MKD
    MLI MLT MMR MNE MNG MOZ MYS NER NGA NIC NPL NZL OMN PAN PER PHL PRY RWA SDN SEN SGP SLV SOM SSD SVN TCD THA TUN TZA
    UGA URY VAT VNM XKX YEM ZAF ZMB ZWE
""".split()


@cache
def load(kind: str) -> dict[str, dict[str, Any]]:
    """All files of one folder of the codebook, by their name without the ending (offices: RUS, RUS-firms, RUS-groups)."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=loader) for path in sorted((DATA / kind).glob("*.yml"))}


def named() -> list[tuple[str, str, dict[str, Any]]]:
    return [(kind, name, data) for kind in ("firms", "groups") for name, data in load(kind).items()]


def holders() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    return [
        (name, office, holder)
        for name, data in load("offices").items()
        for office in data["offices"]
        for holder in office.get("holders") or ()
    ]


def test_there_are_enough_entries() -> None:
    assert len(load("firms")) >= 300
    assert len(load("groups")) >= 90
    assert set(WORLD) <= set(load("offices"))


def test_firms_and_groups_say_who_they_are() -> None:
    for kind, name, data in named():
        assert data["id"] == name, f"{kind}/{name}: the id is the file's name"
        assert data["source"], f"{kind}/{name}: no source"
        assert data["sector"] in SECTORS, f"{kind}/{name}: sector {data['sector']}"
        assert re.fullmatch(r"[A-Z]{3}", data["country"]), f"{kind}/{name}: country {data['country']}"
        assert data["wikidata"] is None or re.fullmatch(r"Q\d+", data["wikidata"]), f"{kind}/{name}: wikidata {data['wikidata']}"
        assert kind != "firms" or isinstance(data["state_owned"], bool), f"{kind}/{name}: state_owned is yes or no"


def test_countries_are_states_of_the_codebook() -> None:
    states = set(load("states"))
    codes = {data["country"] for _, _, data in named()} | {data["state"] for data in load("offices").values() if "state" in data}
    assert codes <= states, codes - states


def test_names_stand_in_four_languages_and_belong_to_one_entry() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name, data in named():
        for lang in LANGUAGES:
            names = data["names"][lang]
            assert names, f"{kind}/{name}: no name in {lang}"
            assert len(set(names)) == len(names), f"{kind}/{name}: a name twice in {lang}"
            for one in names:
                assert isinstance(one, str), f"{kind}/{name}: {one!r} is no text"
                assert lang in ("ru", "uk") or not CYRILLIC.search(one), f"{kind}/{name}: {one} is not {lang}"
                owners[lang, one].add(name)
        assert data["name"] in data["names"]["en"], f"{kind}/{name}: the canonical name is an English one"
    assert not [(name, who) for name, who in owners.items() if len(who) > 1]


def test_hints_and_weak_names_are_about_names_of_the_file() -> None:
    for kind, name, data in named():
        for lang, hints in (data.get("grammar") or {}).items():
            assert set(hints) <= set(data["names"][lang]), f"{kind}/{name}: grammar of a name that is not there"
            assert set(hints.values()) <= HINTS, f"{kind}/{name}: {hints}"
        for lang, weak in (data.get("weak") or {}).items():
            assert set(weak) <= set(data["names"][lang]), f"{kind}/{name}: {weak}"


def test_terms_of_a_group_follow_each_other() -> None:
    terms = load("groups")["taliban"]["terms"]
    assert [term["sector"] for term in terms] == ["GOV", "REB", "GOV"]
    for earlier, later in pairwise(terms):
        assert earlier["from"] < earlier["until"] == later["from"]


def test_offices_name_their_body_source_and_day() -> None:
    for name, data in load("offices").items():
        assert data.get("state", data.get("organisation")) in (name, name.partition("-")[0]), f"offices/{name}: whose offices are they?"
        assert data["source"], f"offices/{name}: no source"
        assert EDTF.fullmatch(str(data["checked"])), f"offices/{name}: checked {data['checked']}"
        for office in data["offices"]:
            assert office["office"] in OFFICES, f"offices/{name}: {office['office']}"
            assert office["sector"] in SECTORS, f"offices/{name}: sector {office['sector']}"
            assert office.get("holders"), f"offices/{name}: nobody holds {office['office']}"


def test_holders_have_names_in_four_languages_and_dates_in_order() -> None:
    for name, office, holder in holders():
        where = f"offices/{name} {office['office']} {holder['name'].get('en')}"
        assert set(holder["name"]) == set(LANGUAGES), where
        assert holder["sex"] in ("m", "f"), where
        assert holder["id"] is None or re.fullmatch(r"Q\d+", holder["id"]), where
        for lang, one in holder["name"].items():
            assert bool(CYRILLIC.search(one)) == (lang in ("ru", "uk")), f"{where}: {one}"
        begin, end = holder["from"], holder["until"]
        assert begin is None or EDTF.fullmatch(str(begin)), f"{where}: from {begin}"
        assert end is None or EDTF.fullmatch(str(end)), f"{where}: until {end}"
        assert begin is None or end is None or str(begin) <= str(end), f"{where}: {begin} to {end}"


def test_a_surname_is_part_of_the_name() -> None:
    for name, _, holder in holders():
        told = holder.get("surname")
        for lang, one in told.items() if isinstance(told, dict) else ():
            assert one in holder["name"][lang], f"offices/{name}: {one} is not in {holder['name'][lang]}"


@pytest.mark.parametrize("code", WORLD)
def test_one_person_at_a_time_holds_an_office(code: str) -> None:
    for office in load("offices")[code]["offices"]:
        if office.get("collective"):
            continue
        terms = sorted((str(one["from"]), str(one["until"] or "9999"), one["name"]["en"]) for one in office["holders"])
        for (_, end, earlier), (begin, _, later) in pairwise(terms):
            assert end[: len(begin)] <= begin, f"{code} {office['office']}: {earlier} until {end}, {later} from {begin}"


def test_an_id_is_one_person() -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for name, _, holder in holders():
        if holder["id"] and name in WORLD:
            names[holder["id"]].add(holder["name"]["en"])
    assert not {one: who for one, who in names.items() if len(who) > 1}


@pytest.mark.parametrize(
    ("code", "office", "day", "name"),
    [
        ("ZAF", "head_of_state", "2017-06-01", "Jacob Zuma"),
        ("ZAF", "head_of_state", "2019-06-01", "Cyril Ramaphosa"),
        ("NPL", "head_of_government", "2025-10-01", "Sushila Karki"),
        ("VAT", "head_of_state", "2013-03-01", None),
        ("VAT", "head_of_state", "2025-06-01", "Leo XIV"),
        ("XKX", "head_of_government", "2020-04-01", "Albin Kurti"),
        ("XKX", "head_of_government", "2020-10-01", "Avdullah Hoti"),
        ("CHL", "head_of_state", "2015-01-01", "Michelle Bachelet"),
        ("IRL", "foreign_minister", "2018-01-01", "Simon Coveney"),
    ],
)
def test_who_held_an_office_on_a_day(code: str, office: str, day: str, name: str | None) -> None:
    rows = next(one["holders"] for one in load("offices")[code]["offices"] if one["office"] == office)
    found = [one["name"]["en"] for one in rows if str(one["from"]) <= day and (one["until"] is None or day < str(one["until"]))]
    assert found == ([name] if name else [])
