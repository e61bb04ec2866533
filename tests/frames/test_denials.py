"""What is said not to be so, and how long something is to last."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read

DAY = dt.date(2025, 10, 20)


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("en", "Kenya has never attacked Chad.", "negated"),
        ("en", "Neither Kenya nor Ghana expelled Chadian diplomats.", "negated"),
        ("en", "Kenya attacked Chad.", "actual"),
        ("en", "Crowds marched in Rome, demanding that Kenya cut ties with Chad.", "hypothetical"),
        ("pl", "Nieprawda, że Kenia zaatakowała Ghanę.", "negated"),
        ("ru", "Неправда, что Кения напала на Гану.", "negated"),
        ("uk", "Неправда, що Кенія напала на Гану.", "negated"),
        ("ru", "Президенты Кении и Ганы так и не встретились.", "negated"),
        ("uk", "Кенія так і не вивела війська з Гани.", "negated"),
        ("pl", "Pogłoski, jakoby Kenia zerwała stosunki z Ghaną, są fałszywe.", "hypothetical"),
    ],
)
def test_what_is_said_not_to_be_so(lang: str, text: str, modality: str) -> None:
    events = [one for one in read(text, lang=lang, published=DAY).records if one.kind == "event"]
    assert [one.modality for one in events] == [modality]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Finlandia zamknęła granicę z Rosją do końca marca.", None),
        ("Finlandia zamknęła w środę granicę z Rosją.", "2025-10-15"),
        ("Finlandia wybuduje w Estonii most do 2030 r.", "../2030"),
    ],
)
def test_how_long_it_is_to_last_is_not_when_it_was_done(text: str, when: str | None) -> None:
    (deed,) = (one for one in read(text, lang="pl", published=DAY).records if one.kind == "event")
    assert (deed.when.edtf if deed.when else None) == when
