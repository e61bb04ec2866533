"""Adding, reading back, searching: one suite for both databases."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from dragoman.errors import InputError, LedgerError, LedgerLocked, LedgerVersion
from dragoman.ledger import Ledger
from dragoman.ledger.tables import documents, records
from dragoman.ledger.version import HEAD, KNOWN, MIGRATIONS, migrate
from dragoman.model.record import Quantity
from tests.ledger.samples import article, event, figure, state, story

VISIT = story(
    "a1",
    "Prezydent Kazachstanu przyleciał w środę do Łodzi",
    "2025-11-13",
    "pl",
    type="CONSULT",
    actors=[state("KAZ")],
    recipients=[state("POL")],
    when="2025-11-12",
)


def count(ledger: Ledger, table: sa.Table) -> int:
    with ledger.store.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table))


def test_the_same_article_again_changes_nothing(ledger):
    assert ledger.add(*VISIT).outcome == "added"
    assert ledger.add(*VISIT).outcome == "known"
    assert ledger.known([VISIT[0]]) == ["a1"]
    assert (count(ledger, documents), count(ledger, records)) == (1, 1)
    with ledger.store.reading() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM revisions")) == 1


def test_the_same_words_at_another_address_are_an_alias(ledger):
    ledger.add(*VISIT)
    copy = article("b9", VISIT[0].text + "  \n", "2025-11-14", url="https://example.org/b9")
    added = ledger.add(copy, [])
    assert (added.outcome, added.document) == ("alias", "a1")
    assert ledger.add(copy, []).outcome == "known"
    assert count(ledger, documents) == 1


def test_other_words_under_the_same_id_are_kept_beside_the_first(ledger):
    ledger.add(*VISIT)
    again = ledger.add(article("a1", "Inna treść"), [event("a1", "Inna treść", "SUPPORT", [state("POL")], [state("KAZ")])])
    assert again.outcome == "added"
    assert again.document.startswith("a1@")
    assert count(ledger, records) == 2


def test_entries_come_back_whole_and_filtered(ledger):
    ledger.add_many(
        [
            VISIT,
            story(
                "a2",
                "Francja potępiła Iran",
                "2025-11-20",
                type="ACCUSE",
                actors=[state("FRA")],
                recipients=[state("IRN")],
                when="2025-11-19",
            ),
        ]
    )
    trade = figure("a3", "28 mld dol.", "trade_turnover", Quantity(28e9, 28e9, False, "USD"), [state("KAZ"), state("RUS")], when="2024")
    ledger.add(article("a3", "28 mld dol."), [trade])
    ledger.merge()
    everything = list(ledger.entries())
    assert [entry.type for entry in everything] == ["trade_turnover", "CONSULT", "ACCUSE"]
    assert everything[0].best == trade
    assert [entry.type for entry in ledger.entries(between=["POL", "KAZ"])] == ["CONSULT"]
    assert [entry.type for entry in ledger.entries(between=["KAZ"])] == ["trade_turnover", "CONSULT"]
    assert [entry.type for entry in ledger.entries(type="ACCUSE")] == ["ACCUSE"]
    assert [entry.type for entry in ledger.entries(since=dt.date(2025, 11, 15))] == ["ACCUSE"]
    assert [entry.type for entry in ledger.entries(until=dt.date(2025, 11, 15), kind="event")] == ["CONSULT"]
    assert list(ledger.entries(status="rejected")) == []
    assert ledger.entry(everything[1].id) == ledger.entry(VISIT[1][0].id)


def test_a_wrong_name_says_so(ledger):
    with pytest.raises(InputError, match="no entry or record"):
        ledger.entry("nothing")
    with pytest.raises(InputError, match="one side or two"):
        list(ledger.entries(between=["A", "B", "C"]))


@pytest.mark.parametrize("words", ["Łodzi", "lodzi", "LODZI kazachstanu"])
def test_search_folds(ledger, words):
    ledger.add(*VISIT)
    ledger.merge()
    assert [entry.type for entry in ledger.search(words)] == ["CONSULT"]
    assert ledger.search("lodzi gwatemala") == []


def test_search_finds_parts_and_stands_odd_signs(ledger):
    ledger.add(
        *story(
            "a", "Jean-Claude Dupont odwiedził O'Higgins", "2025-11-13", type="CONSULT", actors=[state("FRA")], recipients=[state("CHL")]
        )
    )
    ledger.merge()
    for words in ("claude", "Jean-Claude", "higgins", "o'higgins"):
        assert len(ledger.search(words)) == 1, words
    with pytest.raises(InputError, match="nothing to search"):
        ledger.search('"*')


def test_readers_see_one_state_while_a_writer_works(ledger):
    ledger.add(*VISIT)
    with ledger.store.reading() as connection:
        before = connection.scalar(sa.select(sa.func.count()).select_from(documents))
        ledger.add(article("a4", "Nowy tekst"), [])
        assert connection.scalar(sa.select(sa.func.count()).select_from(documents)) == before == 1
    assert count(ledger, documents) == 2


def test_readers_cannot_write(ledger):
    with pytest.raises((LedgerError, sa.exc.DatabaseError)), ledger.store.reading() as connection:
        connection.execute(sa.delete(documents))


def test_one_writer(ledger, place):
    other = Ledger.open(place, patience=0.2)
    with ledger.store.writing(), pytest.raises(LedgerLocked, match="another process"):
        other.add(*VISIT)
    assert other.add(*VISIT).outcome == "added"


def test_a_failed_batch_leaves_nothing(ledger):
    broken = story("a5", "x", "2025-11-13", type="SUPPORT", actors=[state("POL")])
    bad = [(broken[0], [object()])]
    with pytest.raises(AttributeError):
        ledger.add_many([VISIT, *bad])
    assert count(ledger, documents) == 0


def test_another_version_is_refused(ledger, place):
    with ledger.store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerVersion, match="newer Dragoman") as error:
        Ledger.open(place)
    assert error.value.exit_code == 4
    with pytest.raises(LedgerVersion):
        migrate(ledger.store)


def test_missing_and_foreign_files(tmp_path):
    with pytest.raises(InputError, match="no such ledger"):
        Ledger.open(str(tmp_path / "none.db"))
    (tmp_path / "text.db").write_text("no database at all, just a text that is long enough to be looked at" * 20)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(str(tmp_path / "text.db"), create=True)
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'other.db'}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE songs (title text)"))
    with pytest.raises(LedgerError, match="other tables"):
        Ledger.open(str(tmp_path / "other.db"))
    with pytest.raises(InputError, match="folder"):
        Ledger.open(str(tmp_path), create=True)
    with pytest.raises(InputError, match="postgresql"):
        Ledger.open("mysql://x@y/z")


def test_head_is_the_newest_migration():
    names = sorted(file.stem for file in (MIGRATIONS / "versions").glob("v*.py"))
    assert [name[1:5] for name in names] == list(KNOWN)
    assert KNOWN[-1] == HEAD
