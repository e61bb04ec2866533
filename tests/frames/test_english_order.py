"""Constructions of a language whose word order marks roles: each with sentences of its own, read by rules that know nothing of them."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman import read
from dragoman.prove import frames_of

Slots = dict[str, list[str]]


def slots(text: str, rule: str) -> Slots:
    """Countries by slot of the first frame that a rule gives."""
    for frame in frames_of(text, "en"):
        if frame.rule.id.split("/")[-1] == rule:
            return {slot: [str(one.actor.country or one.actor.id) for one in fillers] for slot, fillers in frame.slots.items()}
    return {}


@pytest.mark.parametrize(
    "text, rule, told",
    [
        pytest.param(
            "Pakistan, a key ally of Oman, has visited Iraq.",
            "CONSULT#visit",
            {"actor": ["PAK"], "recipient": ["IRQ"]},
            id="apposition beside the subject",
        ),
        pytest.param(
            "Peruvian officials on Monday visited Chile.",
            "CONSULT#visit",
            {"actor": ["PER"], "recipient": ["CHL"]},
            id="day before the verb",
        ),
        pytest.param(
            "Norway said in a statement it had visited Peru.",
            "CONSULT#visit",
            {"actor": ["NOR"], "recipient": ["PER"]},
            id="reported behind a phrase",
        ),
        pytest.param(
            "The minister of Kenya met Ann Lee, a senior Dutch diplomat, in Oslo.",
            "CONSULT#meet",
            {"actor": ["KEN"], "partner": ["NLD"]},
            id="who an unknown name is",
        ),
        pytest.param(
            "A court in Turkey freed two Greek sailors.",
            "RETREAT#release",
            {"actor": ["TUR"], "recipient": ["GRC"]},
            id="a body of a place",
        ),
        pytest.param(
            "Leaders including the Omani sultan visited Japan.",
            "CONSULT#visit",
            {"actor": ["OMN"], "recipient": ["JPN"]},
            id="a list behind including",
        ),
        pytest.param(
            "The coalition won while Egypt launched a mediation effort between Sudan and Chad.",
            "CONSULT#mediate",
            {"actor": ["EGY"], "recipient": ["SDN", "TCD"]},
            id="a noun that carries the deed",
        ),
        pytest.param(
            "Oman gave Laos a loan.", "AID#lend", {"actor": ["OMN"], "recipient": ["LAO"]}, id="two objects, the second with an article"
        ),
        pytest.param(
            "The decision of Kuwait to visit Libya surprised Spain.",
            "CONSULT#visit",
            {"actor": ["KWT"], "recipient": ["LBY"]},
            id="the owner of an infinitive",
        ),
        pytest.param(
            "Spain got Kuwait to visit Libya.", "CONSULT#visit", {"actor": ["KWT"], "recipient": ["LBY"]}, id="the object of a control verb"
        ),
        pytest.param(
            "During his meeting with the Danish king, the president of Ghana spoke of trade.",
            "CONSULT#meet",
            {"actor": ["GHA"], "partner": ["DNK"]},
            id="whoever a possessive stands for",
        ),
        pytest.param(
            "The Kremlin said Kenya and Ghana had visited Chile.",
            "CONSULT#visit",
            {"actor": ["KEN", "GHA"], "recipient": ["CHL"]},
            id="two subjects of a reported clause",
        ),
        pytest.param(
            "Norway helped broker a truce with Chad.",
            "CONSULT#negotiate_deal",
            {"actor": ["NOR"], "partner": ["TCD"]},
            id="bare infinitive",
        ),
    ],
)
def test_order_gives_the_sides(text: str, rule: str, told: Slots) -> None:
    assert slots(text, rule) == told


@pytest.mark.parametrize(
    "text, rule",
    [
        pytest.param("Norway held an investment summit with Chad.", "COOPERATE#invest", id="a noun that only describes another"),
        pytest.param("Norway is going to be strict with Chad.", "CONSULT#visit", id="the mark of an infinitive is no particle"),
        pytest.param("Norway called Chad on Monday.", "REQUEST#call_on", id="the preposition of a date is no particle"),
        pytest.param("Norway is an ally of Chad in a border dispute.", "RELATION#tension", id="a noun is not taken for a verb"),
    ],
)
def test_silence_where_the_words_only_look_alike(text: str, rule: str) -> None:
    assert slots(text, rule) == {}


def kinds(text: str) -> list[tuple[str, str]]:
    """Type and modality of the events of a text."""
    records = read(text, lang="en", published=dt.date(2025, 10, 9)).records
    return [(one.type, one.modality) for one in records if one.kind == "event"]


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param("Norway visited Peru.", [("CONSULT", "actual")], id="done"),
        pytest.param("Norway said it would visit Peru.", [("AGREE", "future")], id="would in reported speech is to come"),
        pytest.param("Norway is scheduled to visit Peru.", [("AGREE", "future")], id="scheduled"),
        pytest.param("Norway is to visit Peru.", [("AGREE", "future")], id="is to"),
        pytest.param("Norway might visit Peru.", [("CONSULT", "hypothetical")], id="might"),
        pytest.param("Norway must visit Peru.", [], id="what somebody must do is no deed"),
        pytest.param("Norway will withdraw its troops from Chad.", [("CONCEDE", "future")], id="giving way announced"),
        pytest.param("Norway is willing to withdraw its troops from Chad.", [("AGREE", "future")], id="giving way only promised"),
        pytest.param(
            "Norway and Chad agreed on trade after two weeks of fighting.", [("AGREE", "actual")], id="a circumstance is not promised"
        ),
    ],
)
def test_how_far_a_deed_is_done(text: str, told: list[tuple[str, str]]) -> None:
    found = kinds(text)
    assert [one for one in found if one[0] != "ASSAULT"] == told
