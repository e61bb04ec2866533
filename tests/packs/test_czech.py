"""The small Czech pack: a language without a library, made of data alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman import find_actors, find_dates, find_quantities, read
from dragoman.codebook.compile import compile_forms, inflector_of
from dragoman.codebook.gather import gather
from dragoman.codebook.gazetteer import COMPILED
from dragoman.codebook.load import DATA, read_codebook
from dragoman.grammar.pack import load_pack
from dragoman.model.record import Event, Statement
from dragoman.text.identify import identify
from dragoman.text.lexicon import load_lexicon

SAMPLE = Path(__file__).parents[2] / "samples" / "cs" / "dyje.txt"
DAY = dt.date(2025, 10, 9)
THURSDAY = dt.date(2025, 11, 13)


def test_the_sample_tells_who_did_what_to_whom_and_when() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    reading = read(text, published=DAY)
    assert reading.lang == "cs"
    events = [one for one in reading.records if isinstance(one, Event)]
    told = {
        (
            one.rule.rpartition("#")[2],
            one.modality,
            tuple(sorted(str(side.country) for side in one.actors)),
            tuple(sorted(str(side.country) for side in one.recipients)),
            one.when.edtf if one.when else None,
        )
        for one in events
    }
    assert {
        ("visit", "actual", ("AUT",), ("CZE",), "2025-10-07"),
        ("meet", "actual", ("AUT", "CZE"), (), "2025-10-07"),
        ("sign", "actual", ("AUT", "CZE"), (), "2025-10-07"),
        ("criticise", "actual", ("SVK",), ("AUT",), "2025-10-08"),
        ("sign", "negated", ("HUN",), (), None),
    } == told
    (signed,) = (one for one in events if one.type == "SUPPORT" and one.modality == "actual")
    assert signed.instrument is not None
    assert (signed.instrument.form, signed.instrument.act) == ("agreement", "signed")


def test_the_sample_quotes_the_premier() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    (said,) = (one for one in read(text, published=DAY).records if isinstance(one, Statement))
    assert [text[one.start : one.end] for one in said.words] == ["Je to nejlepší dohoda za dvacet let"]
    assert said.speaker is not None
    assert (said.speaker.country, said.form, said.language) == ("CZE", "direct", "cs")


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("Dohodu podepsali 7. listopadu 2025 v Praze.", "7. listopadu 2025", "2025-11-07"),
        ("Loni v květnu obchod vzrostl.", "Loni v květnu", "2024-05"),
        ("Platí od roku 2019.", "od roku 2019", "2019/.."),
        ("Jednání začne za dva týdny.", "za dva týdny", "2025-11-27"),
        ("Před třemi lety odešel.", "Před třemi lety", "2022"),
        ("V 90. letech obchodovali.", "90. letech", "199X"),
        ("Koncem března 2024 přijel.", "Koncem března 2024", "2024-03~"),
        ("Trvá od 3. do 5. března.", "od 3. do 5. března", "2025-03-03/2025-03-05"),
    ],
)
def test_dates(text: str, found: str, edtf: str) -> None:
    first = find_dates(text, lang="cs", reference=THURSDAY)[0]
    assert (text[first.start : first.end], first.edtf) == (found, edtf)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Obchod vzrostl na 28 miliard dolarů.", 28e9, 28e9, "USD"),
        ("Stálo to více než 1,5 milionu eur.", 1.5e6, None, "EUR"),
        ("Klesl o dvacet pět procent.", 25, 25, "%"),
        ("Dodá 5 mld. korun.", 5e9, 5e9, "CZK"),
        ("Koupí tři sta tun uhlí.", 300, 300, "t"),
    ],
)
def test_quantities(text: str, low: float, high: float | None, unit: str) -> None:
    (found,) = find_quantities(text, lang="cs")
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Se Spojenými státy americkými jednala Francie.", ["USA", "FRA"]),
        ("Ministři zahraničí Polska a Litvy se sešli.", ["POL", "LTU"]),
        ("Podle Bílého domu jednali ruští diplomaté.", ["USA", "RUS"]),
        ("Setkal se s Volodymyrem Zelenským a s Donaldem Trumpem.", ["UKR", "USA"]),
        ("Smlouvu chtějí Němci i Poláci.", ["DEU", "POL"]),
    ],
)
def test_names_of_the_pack_decline(text: str, codes: list[str]) -> None:
    assert [one.country for one in find_actors(text, lang="cs")] == codes


def test_tables_make_words() -> None:
    lexicon = load_lexicon("cs")
    assert {(one.lemma, one.form) for one in lexicon.word("nepodepsala").analyses} == {("podepsat", "past")}
    assert "dohoda" in lexicon.word("dohodou").lemmas
    assert {one.form for one in inflector_of("cs").phrase("prezident", plural=True)} >= {"prezidenti", "prezidentů", "prezidentům"}


def test_a_reflexive_pronoun_is_no_preposition() -> None:
    text = "Premiér Norska se sešel se slovenským prezidentem."
    (event,) = read(text, lang="cs", published=DAY).records
    assert isinstance(event, Event)
    assert sorted(str(one.country) for one in event.actors) == ["NOR", "SVK"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norsko podepsalo s Finskem smlouvu.", "actual"),
        ("Norsko podepíše s Finskem smlouvu.", "future"),
        ("Norsko nepodepsalo s Finskem smlouvu.", "negated"),
        ("Norsko by podepsalo s Finskem smlouvu.", "hypothetical"),
        ("Norsko odmítlo podepsat s Finskem smlouvu.", "negated"),
        ("Návštěva polského prezidenta v Praze byla zrušena.", "negated"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    (event,) = read(text, lang="cs", published=DAY).records
    assert event.modality == modality


def test_letters_tell_czech_from_its_neighbours() -> None:
    assert identify("Kancléř přijel v úterý a jednal o řece.") == "cs"
    assert identify("Kanclerz przyjechał we wtorek i rozmawiał o rzece.") == "pl"


def test_compiled_names_are_fresh() -> None:
    sources = read_codebook(DATA)
    fresh = compile_forms("cs", sources, gather(sources), load_pack("cs").part("actors"))
    stale = (COMPILED / "cs.forms").read_bytes() != fresh
    assert not stale, "run make codebook"


@pytest.mark.parametrize(
    "text",
    [
        "Estonsko zveřejnilo mapu. Lotyšsko má nového ministra.",
        "Finští fanoušci přijeli do Prahy.",
        "Trenér Norska kritizoval rozhodčí.",
        "Polsko je větší než Česko a Slovensko.",
    ],
)
def test_silence(text: str) -> None:
    assert [one for one in read(text, lang="cs", published=DAY).records if isinstance(one, Event)] == []
