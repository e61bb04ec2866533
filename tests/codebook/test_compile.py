"""The compiled codebook: the same from the same files, fresh, fast, and open to a user's own entries."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from dragoman.codebook import country_of_place, members_of, organisation, state, what_is, who_holds, who_is
from dragoman.codebook.compile import compile_forms, compile_overlay
from dragoman.codebook.gather import gather
from dragoman.codebook.gazetteer import COMPILED, FormTable, load_gazetteer, pack_forms
from dragoman.codebook.load import DATA, read_codebook
from dragoman.errors import CodebookError, InputError
from dragoman.grammar.pack import load_pack
from dragoman.mentions.actors import find_actors

STATE = """
code: QQA
names:
  en: {name: Ruritania, adjectives: [Ruritanian], demonyms: [{one: Ruritanian, many: Ruritanians}]}
  pl: {name: Rurytania, adjectives: [rurytański], demonyms: [{masc: Rurytańczyk, fem: Rurytanka, many: Rurytańczycy}]}
  ru: {name: Руритания, adjectives: [руританский], demonyms: [{masc: руританец, fem: руританка, many: руританцы}]}
  uk: {name: Руританія, adjectives: [руританський], demonyms: [{masc: руританець, fem: руританка, many: руританці}]}
capital: {en: [Strelsau], pl: [Strelsau], ru: [Стрельзау], uk: [Стрельзау]}
"""
OFFICES = """
state: QQA
checked: 2026-01-01
offices:
  - office: head_of_state
    sector: GOV
    holders:
      - id: null
        name: {en: Rudolf Elphberg, pl: Rudolf Elphberg, ru: Рудольф Эльфберг, uk: Рудольф Ельфберг}
        from: 2020-01-01
        until: null
        sex: m
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's folder with a state of its own and its king."""
    for kind, name, text in (("states", "QQA.yml", STATE), ("offices", "QQA.yml", OFFICES)):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_committed_codebook_is_fresh() -> None:
    sources = read_codebook(DATA)
    codebook = gather(sources)
    made = {
        "codebook.msgpack": msgspec.msgpack.encode(codebook, order="sorted"),
        "en.forms": compile_forms("en", sources, codebook, load_pack("en").part("actors")),
    }
    stale = [name for name, content in made.items() if (COMPILED / name).read_bytes() != content]
    assert not stale, "run make codebook"


def test_the_same_files_give_the_same_bytes(own: Path) -> None:
    sources = read_codebook(own)
    again = dict(reversed(sources.items()))
    assert compile_forms("pl", sources, gather(sources), {}) == compile_forms("pl", dict(sorted(again.items())), gather(sources), {})


def test_a_table_gives_back_what_was_packed() -> None:
    readings = load_gazetteer("pl").find("Rosja")
    table = FormTable(memoryview(pack_forms({"rosja": list(readings), "ąę": list(readings), "a": []}, [])))
    assert table.readings("rosja") == list(readings)
    assert table.readings("rosj") == table.readings("zzz") == table.readings("a") == []
    assert table.keys() == sorted(table.keys(), key=str.encode)


def test_a_file_that_is_none_is_named() -> None:
    with pytest.raises(CodebookError, match=r"dragoman\.codebook\.compile"):
        FormTable(memoryview(b"x" * 100))


def test_it_loads_fast_and_small() -> None:
    code = (
        "import resource, time; from dragoman.codebook.gazetteer import load_gazetteer;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "begin = time.process_time(); [load_gazetteer(lang).find('UN') for lang in ('pl', 'en', 'ru', 'uk')];"
        "print(time.process_time() - begin, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)"
    )
    seconds, megabytes = map(float, subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert seconds < 0.3
    assert megabytes < 80


def test_an_own_entry_is_read_in_all_its_forms(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_CODEBOOK", str(own))
    text = "Prezydent Rurytanii Rudolf Elphberg rozmawiał z Rosją, a Rurytańczycy czekali w Strelsau."
    found = [(one.name, one.country) for one in find_actors(text, lang="pl", on=dt.date(2025, 1, 1))]
    assert found == [("Rudolf Elphberg", "QQA"), ("Russia", "RUS"), ("Ruritania", "QQA"), ("Strelsau", "QQA")]
    assert [one.person.name for one in who_holds("head_of_state", "QQA", dt.date(2025, 1, 1))] == ["Rudolf Elphberg"]
    assert state("QQA").name == "Ruritania"


def test_an_own_file_replaces_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "states").mkdir()
    shipped = (DATA / "states" / "KAZ.yml").read_text(encoding="utf-8")
    (tmp_path / "states" / "KAZ.yml").write_text(shipped.replace("Kazachstan", "Kazachia"), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_CODEBOOK", str(tmp_path))
    assert [one.country for one in find_actors("Delegacja Kazachii przyjechała.", lang="pl")] == ["KAZ"]
    assert find_actors("Delegacja przyjechała z Kazachstanem.", lang="pl") == ()


@pytest.mark.parametrize(
    ("kind", "text", "line", "words"),
    [
        ("states", "code: kaz\nnames: {en: {name: X}}\n", 1, "alpha-3"),
        ("states", "code: KAZ\n", 1, "lacks names"),
        ("states", "code: KAZ\nnames:\n  en: {name: X, adjectives: 5}\n", 3, "adjectives"),
        ("offices", "checked: 2025-01-01\noffices: []\n", 2, "say which"),
        ("offices", "state: KAZ\noffices:\n  - office: head_of_state\n    holders:\n      - {name: {pl: X}}\n", 5, "English name"),
        (
            "offices",
            "state: KAZ\noffices:\n  - office: other\n    holders:\n      - {name: {en: Ann}, from: 2020, until: 2010}\n",
            5,
            "after until",
        ),
        ("regions", "id: r\nnames: {en: [R]}\nmembers:\n  - {since: 2001}\n", 3, "member"),
        ("firms", "id: [\n", 2, "YAML"),
        ("groups", "- a\n", 1, "mapping"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, kind: str, text: str, line: int, words: str) -> None:
    (tmp_path / kind).mkdir()
    (tmp_path / kind / "x.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=words) as caught:
        compile_overlay(tmp_path, "en")
    assert caught.value.file == str(tmp_path / kind / "x.yml")
    assert caught.value.line == line


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no codebook folder"):
        read_codebook(Path("/nowhere/at/all"))


def test_offices_and_their_holders() -> None:
    assert [one.person.name for one in who_holds("head_of_state", "USA", dt.date(2018, 6, 1))] == ["Donald Trump"]
    assert [one.person.name for one in who_holds("head_of_state", "USA", dt.date(2022, 6, 1))] == ["Joe Biden"]
    (holder,) = who_is("Tokajewem", dt.date(2024, 1, 1))
    assert (holder.person.name, holder.term.country, holder.former) == ("Kassym-Jomart Tokayev", "KAZ", False)
    (merkel,) = (one for one in who_is("Angela Merkel", dt.date(2024, 1, 1)))
    assert merkel.former
    assert who_is("Nobody Atall") == ()


@pytest.mark.parametrize(
    ("name", "kind", "identifier"),
    [
        ("Gazpromu", "firm", "Q102673"),
        ("НАТО", "org", "NATO"),
        ("Польшей", "state", "Q36"),
        ("Warszawą", "capital", "Q270"),
        ("Hamas", "group", "Q38799"),
    ],
)
def test_things_are_told_apart_from_people(name: str, kind: str, identifier: str) -> None:
    assert [(one.kind, one.id) for one in what_is(name)] == [(kind, identifier)]
    assert who_is(name) == ()


def test_nothing_is_called_by_a_word_that_is_none() -> None:
    assert what_is("Nibypaństwo") == () == what_is("")


def test_members_come_and_go() -> None:
    assert "GBR" in members_of("EU", dt.date(2016, 1, 1))
    assert "GBR" not in members_of("EU", dt.date(2021, 1, 1))
    assert "POL" not in members_of("EU", dt.date(2003, 1, 1))
    assert set(members_of("central-asia")) == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert organisation("nato").name


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="alpha-3"):
        state("ZZZ")
    with pytest.raises(InputError, match="organisation"):
        organisation("no-such-body")


@pytest.mark.parametrize(
    ("name", "lang", "code"), [("Almaty", "en", "KAZ"), ("Krakowie", "pl", "POL"), ("Харькове", "ru", "UKR"), ("Львові", "uk", "UKR")]
)
def test_places_lie_in_states(name: str, lang: str, code: str) -> None:
    assert country_of_place(name, lang) == code
    assert country_of_place("Nowhereville", lang) is None
