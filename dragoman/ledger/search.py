"""Full text over claims: folded forms and lemmas of all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from dragoman.errors import InputError
from dragoman.grammar.pack import languages, load_pack
from dragoman.ledger.fold import fold, lemmas, words_of
from dragoman.ledger.read import entry_of
from dragoman.ledger.tables import entry_records, records

if TYPE_CHECKING:
    from dragoman.ledger.entry import Entry


def find(connection: sa.Connection, words: str, limit: int) -> list[Entry]:
    """Entries with a record whose claim holds every one of ``words``; the newest first."""
    asked = [_alternatives(word) for word in words_of(words)]
    if not asked:
        raise InputError(f"'{words}': nothing to search for; give one or more words")
    found: dict[str, None] = {}
    for row in connection.execute(_query(connection.dialect.name, asked)):
        found.setdefault(row.entry)
        if len(found) >= limit:
            break
    return [entry for name in found if (entry := entry_of(connection, name))]


def _alternatives(word: str) -> list[str]:
    """The folded word and its folded lemmas in every language that has it."""
    script = "cyrillic" if any("Ѐ" <= char <= "ӿ" for char in word) else "latin"
    langs = [lang for lang in languages() if (load_pack(lang).settings.get("script") == "Cyrl") == (script == "cyrillic")]
    return sorted({fold(word), *(lemma for lang in langs for lemma in lemmas(word, lang))})


def _query(dialect: str, asked: list[list[str]]) -> sa.Select[Any]:
    newest = sa.func.coalesce(records.c.day_first, records.c.published, "").desc()
    query = sa.select(entry_records.c.entry).join(records, records.c.id == entry_records.c.record).order_by(newest, records.c.number)
    if dialect == "sqlite":
        wanted = " AND ".join("(" + " OR ".join(f'"{_quoted(term)}"' for term in terms) + ")" for terms in asked)
        rows = (
            sa.text("SELECT rowid FROM search WHERE search MATCH :wanted").bindparams(wanted=wanted).columns(sa.column("rowid", sa.Integer))
        )
        return query.where(records.c.number.in_(rows))
    terms = sa.func.string_to_array(records.c.folded, sa.literal_column("' '"), type_=ARRAY(sa.Text))
    for alternatives in asked:
        query = query.where(terms.overlap(sa.cast(alternatives, ARRAY(sa.Text))))
    return query


def _quoted(term: str) -> str:
    return term.replace('"', '""')
