"""The whole flow of reading, in the order in which the data flows.

    text -split-> sentences -find-> mentions -chart-> clauses -match-> frames -build-> records

A `Reading` keeps every layer, so that `dragoman explain` can show it.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.errors import InputError
from dragoman.frames.charts import Charts
from dragoman.grammar.pack import load_pack
from dragoman.mentions import actors as actor_finder
from dragoman.mentions import dates as date_finder
from dragoman.mentions import quantities as quantity_finder
from dragoman.mentions import quotations as quotation_finder
from dragoman.mentions.coreference_speech import refer_in_speech
from dragoman.mentions.quantities_states import settle_currencies
from dragoman.mentions.turns import find_turns
from dragoman.model.article import Article
from dragoman.model.mention import ActorMention, DateMention, QuantityMention, QuotationMention
from dragoman.model.record import Record
from dragoman.model.token import Sentence
from dragoman.records.choose import told_once
from dragoman.records.events import Setting
from dragoman.records.links import link
from dragoman.records.narrate import Layer, narrate, voices
from dragoman.records.statements import find_statements
from dragoman.records.told import all_figures, figure_records, statement_records
from dragoman.text.identify import identify, settle
from dragoman.text.sentences import split
from dragoman.views.jsonl import render

SCOPES = ("interstate", "all")
"""What is kept: dealings between states, or events inside one state too."""


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


def check_scope(scope: str) -> str:
    """The scope, if it is one. Raises `InputError` for another."""
    if scope not in SCOPES:
        raise InputError(f"--scope: {scope!r} is not known; give {' or '.join(SCOPES)}")
    return scope


def read_article(article: Article, *, lang: str | None = None, scope: str = "interstate") -> Reading:
    """The reading of an article, in the language that the caller tells or else in the one that `settle` finds for what it declares."""
    known = lang or settle(article.text, article.lang)
    return read(article.text, lang=known, published=article.published, title=article.title, document=article.document, scope=scope)


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
    quantities = settle_currencies(text, quantity_finder.find_in(text, sentences, lang=lang), actors, lang=lang)
    quotations = quotation_finder.find_in(text, sentences, actors, lang=lang)
    setting = Setting(text, document, published, lang, scope)
    statements = find_statements(text, sentences, actors, quotations, lang=lang)
    actors = refer_in_speech(sentences, actors, voices(statements), lang)
    charts = Charts(sentences, actors, dates, quantities, lang)
    layers, deeds = narrate(setting, charts, statements, find_turns(text, sentences, actors, lang))
    figures = all_figures(setting, sentences, quantities, dates, actors)
    records = link(
        setting,
        [*told_once(deeds), *figure_records(setting, figures, statements), *statement_records(setting, statements, dates)],
        sentences,
    )
    return Reading(text, lang, published, document, tuple(records), sentences, actors, dates, quantities, quotations, layers)
