"""The whole flow of reading, in the order in which the data flows.

    text -split-> sentences -find-> mentions -chart-> clauses -match-> frames -build-> records

A `Reading` keeps every layer, so that `dragoman explain` can show it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import InputError
from dragoman.frames.chart import Chart
from dragoman.frames.clauses import build_chart
from dragoman.frames.match import may_drop_subject, worth_reading
from dragoman.frames.nodes import build_nodes, inside
from dragoman.frames.syntax import load_syntax
from dragoman.grammar.pack import load_pack
from dragoman.grammar.rules import load_rules
from dragoman.mentions import actors as actor_finder
from dragoman.mentions import dates as date_finder
from dragoman.mentions import quantities as quantity_finder
from dragoman.mentions import quotations as quotation_finder
from dragoman.model.mention import ActorMention, DateMention, QuantityMention, QuotationMention
from dragoman.model.record import Record
from dragoman.model.token import Sentence
from dragoman.records.choose import told_once
from dragoman.records.events import Setting
from dragoman.records.links import link
from dragoman.records.narrate import Layer, narrate
from dragoman.records.statements import find_statements
from dragoman.records.told import all_figures, figure_records, statement_records
from dragoman.text.identify import identify
from dragoman.text.sentences import split
from dragoman.views.jsonl import render

if TYPE_CHECKING:
    from collections.abc import Sequence


class Reading(msgspec.Struct, frozen=True):
    """An article as read: its records, and every layer below them."""

    text: str
    lang: str
    published: dt.date | None
    document: str | None
    records: tuple[Record, ...]
    sentences: tuple[Sentence, ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[QuantityMention, ...]
    quotations: tuple[QuotationMention, ...]
    layers: tuple[Layer, ...]

    def jsonl(self) -> str:
        """The records as JSON lines, one a line, sorted by the start of their first evidence."""
        return render(self.records)


def read(
    text: str,
    *,
    lang: str | None = None,
    published: dt.date | None = None,
    title: str | None = None,
    document: str | None = None,
    scope: str = "interstate",
) -> Reading:
    """Read an article: every record that it holds, each tied to the characters that say it.

    `lang` is detected where it is not given. `published` anchors relative dates; without it they stay open. `title` is read as a headline
    before the text when the text does not begin with it; offsets then count from the title's start. `document` is the id that records
    carry.
    `scope` "interstate" keeps dealings in which a state or an organisation of states faces somebody else; "all" adds deeds inside one
    state.

    Raises `LanguageError` for a language without a pack and `InputError` for a text without a single letter.
    """
    if title and not text.lstrip().startswith(title.strip()):
        text = f"{title.strip()}\n\n{text}"
    if not any(one.isalpha() for one in text):
        raise InputError("the text holds no words; give an article's text")
    lang = lang or identify(text)
    load_pack(lang)
    sentences = split(text, lang)
    actors = actor_finder.find_in(text, sentences, lang=lang, on=published)
    dates = date_finder.find_in(text, sentences, lang=lang, reference=published)
    quantities = quantity_finder.find_in(text, sentences, lang=lang)
    quotations = quotation_finder.find_in(text, sentences, actors, lang=lang)
    charts = chart_all(sentences, actors, dates, quantities, lang)
    setting = Setting(text, document, published, lang, scope)
    statements = find_statements(text, sentences, actors, quotations, lang=lang)
    layers, deeds = narrate(setting, sentences, charts, statements)
    figures = all_figures(setting, sentences, quantities, dates, actors)
    records = link(
        setting,
        [*told_once(deeds), *figure_records(setting, figures, statements), *statement_records(setting, statements, dates)],
        sentences,
    )
    return Reading(text, lang, published, document, tuple(records), sentences, actors, dates, quantities, quotations, layers)


def chart_all(
    sentences: Sequence[Sentence],
    actors: Sequence[ActorMention],
    dates: Sequence[DateMention],
    quantities: Sequence[QuantityMention],
    lang: str,
) -> list[Chart | None]:
    """The shallow syntax of every sentence in which some word names a rule and somebody may do the deed; None for the others."""
    book, syntax = load_rules(lang), load_syntax(lang)
    charts: list[Chart | None] = []
    for one in sentences:
        here = inside(actors, one)
        if worth_reading(one, book) and (here or may_drop_subject(one)):
            charts.append(build_chart(build_nodes(one, here, inside(dates, one), inside(quantities, one)), syntax))
        else:
            charts.append(None)
    return charts
