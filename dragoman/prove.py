"""A rule's examples are its tests: does each one fire, with its slots, and does no counterexample?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.frames.charts import Charts
from dragoman.frames.match import match
from dragoman.frames.offers import Offers
from dragoman.grammar.rules import load_rules
from dragoman.mentions.actors import find_in as find_actors_in
from dragoman.mentions.coreference_speech import refer_in_speech
from dragoman.mentions.dates import find_in as find_dates_in
from dragoman.mentions.quantities import find_in as find_quantities_in
from dragoman.mentions.quotations import find_in as find_quotations_in
from dragoman.records.choose import settle
from dragoman.records.narrate import voices
from dragoman.records.statements import find_statements
from dragoman.text.sentences import split

if TYPE_CHECKING:
    from dragoman.frames.frame import Frame
    from dragoman.grammar.rules import Example, Rule


_TODAY = dt.date(2025, 10, 9)
"""The day that examples are read on, so that "on Friday" is a date."""


def frames_of(text: str, lang: str) -> list[Frame]:
    """The frames that stand in a text, sentence by sentence, without what a discourse would supply but who speaks."""
    sentences = split(text, lang)
    actors = find_actors_in(text, sentences, lang=lang, on=None)
    dates = find_dates_in(text, sentences, lang=lang, reference=_TODAY)
    quantities = find_quantities_in(text, sentences, lang=lang)
    spoken = voices(find_statements(text, sentences, actors, find_quotations_in(text, sentences, actors, lang=lang), lang=lang))
    actors = refer_in_speech(sentences, actors, spoken, lang)
    found: list[Frame] = []
    charts = Charts(sentences, actors, dates, quantities, lang)
    for number in range(len(sentences)):
        if possible := charts.possible(number):
            found += settle(match(charts.chart(number), possible, load_rules(lang), Offers(voices=spoken)))
    return found


def missed_slots(example: Example, frames: list[Frame]) -> list[str]:
    """The marked slots of an example that no frame fills with an actor at that place."""
    missed = []
    for slot, start, end in example.slots:
        held = (one for frame in frames for one in frame.actors(slot))
        if slot in ("actor", "recipient", "partner") and not any(one.start < end and start < one.end for one in held):
            missed.append(f"[{example.text[start:end]}|{slot}]")
    return missed


def prove_rule(rule: Rule, lang: str) -> list[str]:
    """What is wrong with a rule: one line for each example that does not fire or misses a slot, and each counterexample that fires."""
    faults = []
    for example in rule.examples:
        fired = [one for one in frames_of(example.text, lang) if one.rule.id == rule.id]
        missed = missed_slots(example, fired)
        if not fired:
            others = sorted({one.rule.id for one in frames_of(example.text, lang)})
            faults.append(f"{rule.id}: example does not fire (fired: {', '.join(others) or 'none'}): {example.text}")
        elif missed:
            faults.append(f"{rule.id}: example fires without {' '.join(missed)}: {example.text}")
    for text in rule.counterexamples:
        if any(one.rule.id == rule.id for one in frames_of(text, lang)):
            faults.append(f"{rule.id}: counterexample fires: {text}")
    return faults
