"""What is found in a text before any sentence is understood: actors, dates, quantities, quotations."""

from __future__ import annotations

import datetime as dt

import msgspec


class ActorMention(msgspec.Struct, frozen=True, gc=False):
    """A place that names somebody who acts for a state or an organisation.

    `name` is the canonical English name; `country` the ISO 3166-1 alpha-3 code of the state it acts for (None for an organisation
    of states); `sector` a PLOVER sector or None for the state as such; `id` a stable identifier; `cases` a mask of the cases that
    the mention can stand in (`ANY_CASE` where unknown) and `number`, `genders` its agreement.

    `role` tells how the words name it: name (Rosja, Putin, Kreml), title (prezydent Rosji), demonym (Rosjanie), adjective (rosyjski,
    where no agent noun follows), capital (Moskwa: government or place by context), organ (rząd, MSZ), region (kraje bałtyckie), anaphor
    (jego kraj, ona), place (a city, for `where` alone), project (Nord Stream 2 as a pipeline: never a side by itself). Palaces are
    capitals,
    seats with a sector (Pentagon, Sejm) are organs. `members` lists the states of a region or of a plural mention ("oba państwa") as
    (name, country) pairs.
    """

    start: int
    end: int
    name: str
    country: str | None
    sector: str | None = None
    id: str | None = None
    role: str = "name"
    cases: int = 127
    number: str = ""
    genders: int = 7
    members: tuple[tuple[str, str], ...] = ()


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A date in a text: `edtf` (ISO 8601-2 level 1), and the first and last day that it can mean (None where open or unknown)."""

    start: int
    end: int
    edtf: str
    first: dt.date | None
    last: dt.date | None


class QuantityMention(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit: ISO 4217 for money, "1" for counts, "%" for shares, else UCUM.

    `low` and `high` are equal for one number; None is an open end. `noun` is the lemma of the thing counted, where one follows
    ("20 tys. podmiotów": podmiot), and `noun_end` where that noun ends in the text.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    noun: str | None = None
    noun_end: int | None = None


class QuotationMention(msgspec.Struct, frozen=True, gc=False):
    """Somebody's words: `words` are the characters without the quotation marks, `speaker` the characters that name who speaks.

    `form` is direct, indirect or headline. `verb` is the lemma of the verb of saying, `stance` what that verb says about the
    speaker's stance (positive, negative, neutral or None), `addressee` the characters that name whom the words are said to,
    `pieces` the spans of an interrupted quotation in order, `clause` the whole stretch with speaker and verb. `loose` words are no clause
    but an infinitive, a name or a topic ("promised to send", "called it a mistake").
    """

    words: tuple[int, int]
    speaker: tuple[int, int] | None
    form: str
    verb: str | None = None
    stance: str | None = None
    addressee: tuple[int, int] | None = None
    pieces: tuple[tuple[int, int], ...] = ()
    clause: tuple[int, int] | None = None
    loose: bool = False
