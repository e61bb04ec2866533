"""What points back to an actor, and what stays silent because it could be anybody."""

from __future__ import annotations

import pytest

from dragoman.mentions.actors import find_actors
from dragoman.model.mention import ActorMention


def pointing(text: str, lang: str) -> list[tuple[str, ActorMention]]:
    return [(text[one.start : one.end], one) for one in find_actors(text, lang=lang) if one.role == "anaphor"]


@pytest.mark.parametrize(
    ("lang", "text", "words", "country"),
    [
        ("pl", "Prezydent Kazachstanu Kasym-Żomart Tokajew wylądował. Prezydent podziękował gospodarzom.", "Prezydent", "KAZ"),
        ("pl", "Prezydent Kazachstanu Kasym-Żomart Tokajew wylądował. Opowiadał o tym, jak jego kraj rośnie.", "jego kraj", "KAZ"),
        ("pl", "Angela Merkel wylądowała. Potem ona zabrała głos.", "ona", "DEU"),
        ("pl", "Emmanuel Macron wylądował. Polityk zabrał głos.", "Polityk", "FRA"),
        ("pl", "Francja zgłosiła wniosek. Rząd tego kraju prosi o czas.", "tego kraju", "FRA"),
        ("ru", "Президент Франции Эмманюэль Макрон прилетел. Президент поблагодарил хозяев.", "Президент", "FRA"),
        ("uk", "Президент Польщі приїхав. Президент подякував.", "Президент", "POL"),
        ("en", "Iran's president arrived. The president thanked his hosts.", "president", "IRN"),
        ("en", "French President Emmanuel Macron said his country would wait.", "his country", "FRA"),
    ],
)
def test_it_points_back(lang: str, text: str, words: str, country: str) -> None:
    assert (words, country) in [(found, one.country) for found, one in pointing(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Litwa i Łotwa zawarły umowę. Oba państwa są zadowolone."),
        ("ru", "Литва и Латвия заключили договор. Обе стороны довольны."),
        ("uk", "Литва та Латвія уклали договір. Обидві країни задоволені."),
        ("en", "Lithuania and Latvia made a treaty. Both countries are glad."),
    ],
)
def test_both_states_are_the_two_named_last(lang: str, text: str) -> None:
    ((_, found),) = pointing(text, lang)
    assert sorted(code for _, code in found.members) == ["LTU", "LVA"]
    assert found.country is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Prezydent wylądował."),
        ("pl", "Prezydent Rosji i prezydent Francji rozmawiali. Prezydent wyszedł."),
        ("pl", "Litwa, Łotwa i Estonia zawarły umowę. Oba państwa są zadowolone."),
        ("pl", "Angela Merkel i Theresa May wylądowały. Ona milczała."),
        ("en", "The two countries talked."),
        ("en", "President Nobody Atall spoke."),
    ],
)
def test_it_is_silent_when_unsure(lang: str, text: str) -> None:
    assert pointing(text, lang) == []


def test_a_capital_by_description_is_its_state() -> None:
    text = "Rozmowy toczyły się w rosyjskiej stolicy."
    (found,) = find_actors(text, lang="pl")
    assert (text[found.start : found.end], found.country, found.role) == ("rosyjskiej stolicy", "RUS", "capital")
