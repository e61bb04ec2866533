"""Text in every encoding that is read, and one clear line for everything else."""

from __future__ import annotations

import io
import sys

import pytest

from dragoman.errors import EncodingError, InputError
from dragoman.sources.days import day_or_none, parse_day
from dragoman.sources.text import read_text

POLISH = "Premier Węgier przyjął wczoraj ambasadora Słowacji. „Żaden spór nie trwa wiecznie” – powiedział gość, źle znosząc upał w Łodzi.\n"
RUSSIAN = "Министр обороны Сербии прибыл в Белград. «Договор будет подписан в среду», — сообщила Газета. Объём торговли вырос.\n"
UKRAINIAN = "Міністр закордонних справ Литви відвідав Київ. Її країна підтримує вступ України, — заявила речниця. Є угода, ґрунтовна.\n"
SHORT = "Łódź, środa"


@pytest.mark.parametrize(
    "encoding, text",
    [
        ("utf-8", POLISH),
        ("utf-8-sig", UKRAINIAN),
        ("utf-16", POLISH),
        ("utf-16-le", RUSSIAN),
        ("utf-16-be", UKRAINIAN),
        ("utf-16-le", POLISH),
        ("cp1250", POLISH),
        ("cp1250", SHORT),
        ("iso8859-2", POLISH.replace("„", '"').replace("”", '"').replace("–", "-")),
        ("iso8859-2", SHORT),
        ("cp1251", RUSSIAN),
        ("cp1251", UKRAINIAN),
        ("koi8-r", RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")),
        ("koi8-u", UKRAINIAN.replace("—", "-")),
        ("cp1251", RUSSIAN.upper()),
        ("cp1252", "The ministers of Peru spoke of a “café summit” – again.\n"),
    ],
)
def test_reads(tmp_path, encoding, text):
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert read_text(str(file)) == text


@pytest.mark.parametrize(
    "encoding, text, name",
    [("iso8859-5", RUSSIAN, "ISO-8859-5"), ("cp866", RUSSIAN, "IBM866"), ("cp852", POLISH, "IBM852"), ("utf-32", POLISH, "UTF-32")],
)
def test_names_other_encodings(tmp_path, encoding, text, name):
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding, "ignore"))
    with pytest.raises(EncodingError, match=name):
        read_text(str(file))


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_empty(tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match="empty"):
        read_text(str(tmp_path / "a.txt"))


@pytest.mark.parametrize("data, word", [(b"%PDF-1.7\n", "PDF"), (bytes(range(256)) * 20, "binary"), (b"\x01\x02\x03" * 80, "binary")])
def test_binary(tmp_path, data, word):
    (tmp_path / "a.bin").write_bytes(data)
    with pytest.raises(InputError, match=word):
        read_text(str(tmp_path / "a.bin"))


def test_places_that_are_no_file(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_text(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="folder"):
        read_text(str(tmp_path))
    with pytest.raises(InputError):
        read_text("a\x00b")


def test_too_long_is_refused_without_reading(tmp_path):
    file = tmp_path / "long.txt"
    with open(file, "wb") as out:
        out.truncate(50_000_000)
    with pytest.raises(InputError, match="50 MB"):
        read_text(str(file))
    (tmp_path / "s.txt").write_text("abcdef")
    with pytest.raises(InputError, match="MB"):
        read_text(str(tmp_path / "s.txt"), limit=5)


def test_standard_input_and_line_ends(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Zażółć\r\ngęślą\rjaźń".encode())))
    assert read_text("-") == "Zażółć\ngęślą\njaźń"


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "13.11.2025", "yesterday", "0000-01-01", ""])
def test_impossible_days(text):
    with pytest.raises(InputError):
        parse_day(text)


def test_days_of_metadata():
    assert day_or_none("Wed, 12 Nov 2025 10:00:00 +0100").isoformat() == "2025-11-12"
    assert day_or_none("2025-11-12T23:59:00Z").isoformat() == "2025-11-12"
    assert day_or_none("soon") is None
