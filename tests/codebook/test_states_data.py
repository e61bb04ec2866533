"""The data of states, regions and organisations: complete, consistent, and without names that lead to two states."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman.codebook

DATA = Path(dragoman.codebook.__file__).parent
LANGUAGES = ("en", "pl", "ru", "uk")
SECTORS = {"IGO", "MIL", "LEG", "JUD", "COP", "SPY", "NGO"}


@cache
def entries(folder: str) -> dict[str, dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=loader) for path in sorted((DATA / folder).glob("*.yml"))}


def plain(items: list[Any]) -> list[str]:
    return [item["name"] if isinstance(item, dict) else item for item in items]


def all_names(entry: dict[str, Any], lang: str) -> set[str]:
    """Everything that an entry calls its own in one language."""
    names = entry["names"][lang]
    if isinstance(names, list):
        return set(names) | set(entry.get("adjectives", {}).get(lang, []))
    found = {names["name"], *names.get("variants", []), *names.get("adjectives", [])}
    found |= {word for row in names.get("demonyms", []) for word in row.values()}
    capital = entry.get("capital", {})
    found |= {*capital.get(lang, []), *capital.get("former", {}).get(lang, []), *plain(entry.get("seats", {}).get(lang, []))}
    return found | {name for row in entry.get("cities", []) for name in row.get(lang, [])}


def test_every_member_of_the_united_nations_is_a_state_and_the_rest_are_there() -> None:
    states = entries("states")
    members = {row["code"] for row in entries("organisations")["UN"]["members"]}
    assert len(members) == 193
    assert members <= set(states)
    assert {"VAT", "PSE", "XKX", "TWN", "ESH", "XNC", "XAB", "XSO", "XTR", "XSL"} <= set(states)
    assert {"SUN", "YUG", "SCG", "CSK", "DDR"} <= set(states)
    assert {"HKG", "MAC", "GRL", "PRI", "GIB", "FRO"} <= set(states)


def test_counts() -> None:
    assert len(entries("states")) >= 193 + 21
    assert len(entries("organisations")) >= 150
    assert len(entries("regions")) >= 60


@pytest.mark.parametrize("code", sorted(entries("states")))
def test_a_state_is_complete(code: str) -> None:
    state = entries("states")[code]
    assert state["code"] == code
    assert re.fullmatch(r"[A-Z]{3}", code)
    assert re.fullmatch(r"Q\d+", state["wikidata"])
    for lang in LANGUAGES:
        names = state["names"][lang]
        assert names["name"]
        assert names["adjectives"]
        assert "until" in state or state["capital"][lang]
        if code not in ("VAT", "SUN", "SCG", "DMA"):
            assert names["demonyms"]
        for adjective in names["adjectives"] if lang in ("ru", "uk") else []:
            assert adjective.endswith(("ий", "ый"))
    if "numeric" in state:
        assert re.fullmatch(r"\d{3}", state["numeric"])
    assert ("until" in state) == ("successors" in state)
    assert all(one in entries("states") for one in state.get("successors", []))
    assert state.get("of", code) in entries("states")
    assert state.get("claimed_by", code) in entries("states")


@pytest.mark.parametrize("key", ["numeric", "wikidata", "fips"])
def test_codes_are_unique(key: str) -> None:
    values = [state[key] for state in entries("states").values() if key in state]
    assert len(values) == len(set(values))


def test_correlates_of_war_and_gleditsch_ward_numbers_are_unique_among_states_of_one_time() -> None:
    living = [state for state in entries("states").values() if "until" not in state]
    for key in ("cow", "gw"):
        values = [state[key] for state in living if key in state]
        assert len(values) == len(set(values))
        assert len(values) > 190


def test_dates_stand_in_order() -> None:
    for entry in (*entries("states").values(), *entries("organisations").values()):
        rows = [entry, *entry.get("members", [])]
        for row in rows:
            since, until = row.get("from"), row.get("until")
            assert since is None or isinstance(since, dt.date)
            assert since is None or until is None or since < until


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_leads_to_one_living_state(lang: str) -> None:
    """No name, adjective, capital or place of one state is that of another, but for peoples and places that states do share."""
    owner: dict[str, str] = {}
    shared: dict[str, set[str]] = {}
    for code, state in entries("states").items():
        if "until" in state or "of" in state or "claimed_by" in state:
            continue
        for name in all_names(state, lang):
            other = owner.setdefault(name.replace("|", "").lower(), code)
            if other != code:
                shared.setdefault(name.lower(), set()).update({other, code})
    congo, dominica = {"COD", "COG"}, {"DMA", "DOM"}
    unwanted = {name: codes for name, codes in shared.items() if codes not in (congo, dominica)}
    assert unwanted == {}


@pytest.mark.parametrize("folder", ["states", "regions", "organisations"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_written_in_the_right_script(folder: str, lang: str) -> None:
    foreign = {"en": r"[а-яіїєґё]", "pl": r"[а-яіїєґё]", "ru": r"[іїєґ]|[a-z]{4}", "uk": r"[ыэёъ]|[a-z]{4}"}[lang]
    for code, entry in entries(folder).items():
        for name in all_names(entry, lang):
            abbreviated = lang in ("ru", "uk") and re.fullmatch(r"[A-Za-z0-9+ -]+", name)
            assert abbreviated or not re.search(foreign, name.lower()), f"{code}: {name}"
            assert name == name.strip()


@pytest.mark.parametrize("folder", ["states", "regions", "organisations"])
def test_weak_names_and_hints_are_names_of_the_entry(folder: str) -> None:
    for code, entry in entries(folder).items():
        for key in ("weak", "grammar"):
            for lang, words in entry.get(key, {}).items():
                strangers = set(words) - all_names(entry, lang)
                assert not strangers, f"{folder}/{code} {key}.{lang}: {strangers}"
        for hints in entry.get("grammar", {}).values():
            assert set(hints.values()) <= {"pl", "indecl", "masc", "fem", "neut", "last"}


def test_the_sector_of_a_seat_is_one_of_the_ontology() -> None:
    known = set(yaml.safe_load((DATA / "plover.yml").read_text(encoding="utf-8"))["sectors"])
    for code, state in entries("states").items():
        for seat in (one for seats in state.get("seats", {}).values() for one in seats if isinstance(one, dict)):
            assert seat["sector"] in known, f"{code}: {seat}"


def test_places_have_an_english_name() -> None:
    for code, state in entries("states").items():
        for row in state.get("cities", []):
            assert row["en"], code
            assert set(row) <= set(LANGUAGES), code


@pytest.mark.parametrize("folder", ["regions", "organisations"])
def test_members_are_states(folder: str) -> None:
    for name, entry in entries(folder).items():
        rows = [row if isinstance(row, dict) else {"code": row} for row in entry.get("members", [])]
        assert {row["code"] for row in rows} <= set(entries("states")), name
        spans = [(row["code"], row.get("from"), row.get("until")) for row in rows]
        assert len(spans) == len(set(spans)), name


def test_an_organisation_is_complete() -> None:
    found = entries("organisations")
    identifiers = {entry["id"] for entry in found.values()}
    assert len(identifiers) == len(found)
    for name, entry in found.items():
        assert set(entry["names"]) == set(LANGUAGES), name
        assert entry["sector"] in SECTORS, name
        assert {entry.get("of", entry["id"]), entry.get("acts_for", entry["id"])} <= identifiers, name
        assert entry.get("seat", "BEL") in entries("states"), name


def test_a_region_is_complete() -> None:
    for name, region in entries("regions").items():
        assert region["id"] == name
        assert all(region["names"][lang] for lang in LANGUAGES), name
    assert entries("regions")["the-west"]["members"] == []


@pytest.mark.parametrize(
    ("body", "code", "day", "member"),
    [
        ("EU", "GBR", dt.date(2019, 6, 1), True),
        ("EU", "GBR", dt.date(2021, 6, 1), False),
        ("EU", "POL", dt.date(2003, 6, 1), False),
        ("NATO", "SWE", dt.date(2024, 3, 8), True),
        ("NATO", "SWE", dt.date(2023, 3, 8), False),
        ("COE", "RUS", dt.date(2022, 4, 1), False),
        ("CSTO", "UZB", dt.date(2010, 1, 1), True),
        ("CSTO", "UZB", dt.date(2020, 1, 1), False),
        ("OPEC", "QAT", dt.date(2020, 1, 1), False),
        ("visegrad-group", "SVK", dt.date(2025, 1, 1), True),
    ],
)
def test_membership_on_a_day(body: str, code: str, day: dt.date, member: bool) -> None:
    rows = [row for row in entries("organisations")[body]["members"] if row["code"] == code]
    assert any(row["from"] <= day and not (row.get("until") and row["until"] < day) for row in rows) is member
