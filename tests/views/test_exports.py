"""Every export, loaded by the reader that its users have."""

from __future__ import annotations

import io
import json

import pytest

from dragoman.codebook.plover import score_of
from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.model.record import Instrument, Quantity
from dragoman.views import gdelt, phoenix, polecat
from dragoman.views.codes import cameo_of, state_of
from dragoman.views.csv import escape
from dragoman.views.export import FORMATS, export
from tests.ledger.samples import article, event, figure, person, state, statement

pandas = pytest.importorskip("pandas")
TEXT = "W środę w Warszawie Francja i Polska podpisały traktat.\n=Paryż potępił Teheran; handel sięgnął 28 mld dol.\n-4"


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.open(str(tmp_path / "x.db"), create=True)
    pact = event(
        "d1", TEXT[:54], "SUPPORT", [state("FRA", "France"), state("POL", "Poland")], when="2025-11-12", where=("Warsaw", "POL"),
        instrument=Instrument("treaty", act="signed"), contexts=("military",),
    )  # fmt: skip
    blame = event(
        "d1", TEXT[56:77], "ACCUSE", [person("FRA", "Anne Dupont")], [state("IRN", "Iran")], start=56, when="2025-11-11", mode="disapprove"
    )
    trade = figure(
        "d1", TEXT[79:106], "trade_turnover", Quantity(28e9, 28e9, False, "USD"), [state("FRA"), state("POL")], start=79, when="2024"
    )
    loss = figure("d1", "-4", "other", Quantity(-4.0, -4.0, False, "%"), [state("FRA")], start=107, when="2023")
    words = statement("d1", TEXT[:7], person("POL", "Jan Nowak"))
    plan = event("d1", TEXT[2:7], "COERCE", [state("USA")], [state("IRN")], start=2, modality="hypothetical")
    made.add(
        article("d1", TEXT, "2025-11-13", "pl", url="https://example.org/1", site="example.org"), [pact, blame, trade, loss, words, plan]
    )
    made.merge()
    return made


def written(ledger, form, tmp_path):
    path = tmp_path / f"out.{form}"
    export(ledger, ledger.entries(), form, str(path))
    return path


def test_jsonl_has_entries_with_records(ledger, tmp_path):
    lines = [json.loads(line) for line in written(ledger, "jsonl", tmp_path).read_text().splitlines()]
    assert len(lines) == 6
    for line in lines:
        assert line["id"].startswith("e-")
        for record in line["records"]:
            spot = record["evidence"][0]
            assert record["document"] == "d1"
            assert spot["end"] > spot["start"]


def test_csv_in_pandas(ledger, tmp_path):
    frame = pandas.read_csv(written(ledger, "csv", tmp_path), dtype={"type": str})
    assert len(frame) == 6
    pact = frame[frame["type"] == "SUPPORT"].iloc[0]
    assert (pact["side_a"], pact["side_b"], pact["act"], pact["day_first"]) == ("FRA", "POL", "signed", "2025-11-12")
    assert frame["claim"].str.startswith("'=Paryż").sum() == 1
    assert frame["low"].tolist().count(-4.0) == 1


@pytest.mark.parametrize(
    "value, cell", [("=1+1", "'=1+1"), ("+48", "'+48"), ("-x", "'-x"), ("@a", "'@a"), (-4.0, -4.0), ("a=b", "a=b"), (None, None)]
)
def test_csv_runs_no_formula(value, cell):
    assert escape(value) == cell


def test_parquet_is_sorted_by_dyad_and_day(ledger, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = written(ledger, "parquet", tmp_path)
    rows = duckdb.sql(f"SELECT side_a, side_b, day_first, low FROM '{path}'").fetchall()
    assert len(rows) == 6
    assert rows == sorted(rows, key=lambda row: (row[0] or "", row[1] or "", str(row[2] or "2025-11-13")))
    assert ledger.to_arrow(between=["FRA", "POL"]).num_rows == 2
    assert ledger.to_pandas(kind="event")["type"].tolist() == ["ACCUSE", "SUPPORT", "COERCE"]


def test_polecat(ledger, tmp_path):
    frame = pandas.read_csv(written(ledger, "polecat", tmp_path), sep="\t", dtype=str, keep_default_na=False)
    assert list(frame.columns) == list(polecat.HEADER)
    assert len(polecat.HEADER) == 40
    assert sorted(frame["Event Type"]) == ["ACCUSE", "SUPPORT", "SUPPORT"]  # a common act is a row each way, a mere possibility none
    accuse = frame[frame["Event Type"] == "ACCUSE"].iloc[0]
    assert (accuse["Event Mode"], accuse["Actor Country"], accuse["Actor COW"], accuse["Recipient Country"]) == (
        "ACCUSE-disapprove",
        "FRA",
        "220",
        "IRN",
    )
    assert (accuse["Placename"], accuse["Intensity"]) == ("None", f"{score_of('ACCUSE', 'disapprove'):g}")


def test_phoenix(ledger, tmp_path):
    frame = pandas.read_csv(written(ledger, "phoenix", tmp_path), sep="\t", header=None, names=phoenix.COLUMNS, dtype=str)
    assert len(phoenix.COLUMNS) == 26
    pact = frame[frame["EventCode"] == "057"].iloc[0]
    assert (pact["Date"], pact["Year"], pact["EventRootCode"], pact["QuadClass"]) == ("20251112", "2025", "05", "1")
    accuse = frame[frame["EventCode"] == "111"].iloc[0]
    assert (accuse["SourceActorFull"], accuse["TargetActorFull"], accuse["QuadClass"]) == ("FRAGOV", "IRN", "3")
    assert accuse["URLs"] == "https://example.org/1"


def test_gdelt(ledger, tmp_path):
    path = written(ledger, "gdelt", tmp_path)
    frame = pandas.read_csv(path, sep="\t", header=None, names=gdelt.EVENTS, dtype=str)
    assert (len(gdelt.EVENTS), len(gdelt.MENTIONS)) == (61, 16)
    pact = frame[frame["EventCode"] == "057"].iloc[0]
    assert (pact["SQLDATE"], pact["ActionGeo_CountryCode"], pact["Actor1Geo_CountryCode"]) == ("20251112", "PL", "FR")
    assert (pact["ActionGeo_Lat"], pact["ActionGeo_Long"], pact["Actor1Geo_Lat"]) == ("52.25", "21", "46")
    assert frame["GLOBALEVENTID"].is_unique
    assert (frame["Actor1CountryCode"] == "FRA").sum() == 2
    mentions = pandas.read_csv(tmp_path / "out.mentions.gdelt", sep="\t", header=None, names=gdelt.MENTIONS, dtype=str)
    assert set(mentions["GLOBALEVENTID"]) == set(frame["GLOBALEVENTID"])
    assert set(mentions["MentionDocLen"]) == {str(len(TEXT))}
    assert set(mentions["MentionDocTranslationInfo"]) == {"srclc:pol;eng:Dragoman 0.1"}


def test_icews(ledger, tmp_path):
    frame = pandas.read_csv(written(ledger, "icews", tmp_path), sep="\t", dtype=str)
    assert len(frame.columns) == 20
    accuse = frame[frame["CAMEO Code"] == "111"].iloc[0]
    assert (accuse["Source Country"], accuse["Target Country"], accuse["Event Date"]) == ("France", "Iran", "2025-11-11")


def test_data_package_describes_its_tables(ledger, tmp_path):
    folder = written(ledger, "datapackage", tmp_path)
    package = json.loads((folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        frame = pandas.read_csv(folder / resource["path"], dtype=str)
        assert list(frame.columns) == [field["name"] for field in resource["schema"]["fields"]]
        assert frame[resource["schema"]["primaryKey"]].is_unique
        for tie in resource["schema"].get("foreignKeys", ()):
            other = pandas.read_csv(folder / f"{tie['reference']['resource']}.csv", dtype=str)
            assert set(frame[tie["fields"]]) <= set(other[tie["reference"]["fields"]])
    assert (folder / "codebook.yml").stat().st_size > 1000
    assert "cff-version" in (folder / "CITATION.cff").read_text()


def test_annotations_pin_the_characters(ledger, tmp_path):
    lines = [json.loads(line) for line in written(ledger, "annotations", tmp_path).read_text().splitlines()]
    assert len(lines) == 6
    for line in lines:
        for target in line["target"]:
            position, quote = target["selector"]
            assert target["source"] == "https://example.org/1"
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert TEXT[: position["start"]].endswith(quote["prefix"])
            assert TEXT[position["end"] :].startswith(quote["suffix"])


def test_every_type_has_a_code():
    from dragoman.model.record import EVENT_TYPES

    for kind in EVENT_TYPES:
        code = cameo_of(event("d", "x", kind, [state("FRA")]))
        assert code.code.startswith(code.root)
        assert code.quad in (1, 2, 3, 4)
        assert -10 <= code.goldstein <= 10
    assert state_of("KAZ").fips == "KZ"
    assert state_of("EU") is None


def test_bad_places_and_formats(ledger, tmp_path):
    with pytest.raises(InputError, match="no such format"):
        export(ledger, [], "xls", "-")
    with pytest.raises(InputError, match="cannot be written"):
        export(ledger, [], "csv", str(tmp_path / "none" / "x.csv"))
    with pytest.raises(InputError, match="folder"):
        export(ledger, [], "datapackage", "-")
    assert len(FORMATS) == 9


def test_standard_output(ledger, monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    assert export(ledger, ledger.entries(kind="relation"), "jsonl", "-") == 0
    assert export(ledger, ledger.entries(kind="statement"), "csv", "-") == 1
    assert out.getvalue().startswith("entry,kind,type")
