"""English clauses that no word opens, relative clauses, perfects and purposes: who does what in each, on sentences of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import find_actors, find_quotations, read

Told = list[tuple[str, str, str, str]]


def events(text: str) -> Told:
    """Type, modality, actors and recipients of the events of a text, by country or id."""
    found = read(text, lang="en", published=dt.date(2025, 6, 10)).records
    return [
        (
            one.type,
            one.modality,
            " ".join(str(side.country or side.id) for side in one.actors),
            " ".join(str(side.country or side.id) for side in one.recipients),
        )
        for one in found
        if one.kind == "event"
    ]


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param(
            "Peru suspended food supplies to Kenya over fears they were resold.",
            [("SANCTION", "actual", "PER", "KEN")],
            id="a clause behind fears",
        ),
        pytest.param(
            "Sanctions that Norway imposed on Oman have hurt trade.",
            [("SANCTION", "actual", "NOR", "OMN")],
            id="a relative clause with a subject of its own",
        ),
        pytest.param(
            "Kenya has now closed its land border with Uganda.", [("COERCE", "actual", "KEN", "UGA")], id="an adverb inside the perfect"
        ),
        pytest.param("Iran has given Oman military aid.", [("AID", "actual", "IRN", "OMN")], id="a participle that is no past form"),
        pytest.param(
            "Oman has once again rejected talks with Iran.", [("REJECT", "actual", "OMN", "IRN")], id="once again opens no clause"
        ),
        pytest.param(
            "Chile defended the right of Peru's troops to fire on militants in Bolivia.",
            [("SUPPORT", "actual", "CHL", "PER")],
            id="a right to do is no deed",
        ),
        pytest.param("Oman issued a statement condemning Iran.", [("ACCUSE", "actual", "OMN", "IRN")], id="a document"),
        pytest.param(
            "Russia declined to comment, accusing Oman of lying.", [("ACCUSE", "actual", "RUS", "OMN")], id="a gerund behind a comma"
        ),
        pytest.param(
            "The Swiss president was due to hold a phone call with the king of Oman.",
            [("AGREE", "future", "CHE OMN", "")],
            id="due to with an infinitive",
        ),
        pytest.param("Benin has agreed to Omani mediation in the talks with Togo.", [("AGREE", "future", "BEN", "OMN")], id="consent"),
    ],
)
def test_clause(text: str, told: Told) -> None:
    assert events(text) == told


def test_weak_name_needs_company() -> None:
    def countries(text: str) -> list[str | None]:
        return [one.country for one in find_actors(text, lang="en")]

    assert countries("Jordan and Chile signed a pact.") == ["JOR", "CHL"]
    assert countries("Jordan played for the team.") == []


def test_ethnic_group_is_no_state() -> None:
    assert [one.country for one in find_actors("Peru attacked ethnic Albanian guerrillas.", lang="en")] == ["PER"]


def test_known_source_goes_before_unnamed_one() -> None:
    text = "The Omani foreign ministry said that Iran had lied, according to local media."
    (record,) = [one for one in read(text, lang="en", published=dt.date(2025, 6, 10)).records if one.kind == "statement"]
    assert record.speaker is not None
    assert record.speaker.country == "OMN"
    (words,) = record.words
    assert text[words.start : words.end] == "Iran had lied"


def test_unnamed_source_alone_is_a_quotation() -> None:
    (found,) = find_quotations("Iran had lied to the inspectors, diplomats said.", lang="en")
    assert found.speaker is not None
