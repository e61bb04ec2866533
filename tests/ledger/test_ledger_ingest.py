"""Whole runs: batches that go on past bad documents, resuming, feeds, the doctor."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import sqlalchemy as sa

from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.ledger.doctor import examine
from dragoman.ledger.ingest import ingest
from dragoman.ledger.watch import look
from dragoman.sources.fetch import Fetcher
from tests.ledger.samples import event, state


class Reader:
    """Makes one record of each article; stumbles where the text asks for it."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, article):
        self.read.append(article.document)
        if "unreadable" in article.text:
            raise InputError(f"{article.document}: no language of ours")
        if "crash" in article.text:
            raise ZeroDivisionError("oops")
        if "stop" in article.text:
            raise KeyboardInterrupt
        return article, [event(article.document, article.text[:20], "SUPPORT", [state("POL")], [state("LTU")], when="2025-01-01")]


def lines(tmp_path, texts):
    path = tmp_path / "in.jsonl"
    path.write_text(
        "\n".join(text if text.startswith("{") else json.dumps({"doc": f"d{number}", "text": text}) for number, text in enumerate(texts))
    )
    return str(path)


def test_a_batch_goes_on_past_bad_documents(ledger, tmp_path):
    path = lines(tmp_path, ["Pierwszy artykuł", "unreadable", "{broken", "crash", "Ostatni artykuł"])
    summary = ingest(ledger, [path, str(tmp_path / "none.txt")], read=Reader())
    assert (summary.added, summary.records, summary.exit_code) == (2, 2, 3)
    assert [failure.where.rpartition("/")[2] for failure in summary.failures] == ["d1", "in.jsonl:3", "d3", "none.txt"]
    assert "ZeroDivisionError: oops" in summary.failures[2].why
    again = ingest(ledger, [path], read=Reader())
    assert (again.added, again.known) == (0, 2)


def test_nothing_usable_is_a_usage_error(ledger, tmp_path):
    assert ingest(ledger, [str(tmp_path / "none.txt")], read=Reader()).exit_code == 2


def test_an_interrupted_run_keeps_what_was_read_and_resumes(ledger, tmp_path):
    path = lines(tmp_path, [f"Artykuł numer {number}" for number in range(5)] + ["stop"] + ["Dalszy ciąg"])
    with pytest.raises(KeyboardInterrupt):
        ingest(ledger, [path], read=Reader(), batch=2)
    assert ledger.position(path) == 5
    lines(tmp_path, [f"Artykuł numer {number}" for number in range(5)] + ["go"] + ["Dalszy ciąg"])
    reader = Reader()
    summary = ingest(ledger, [path], read=reader, resume=True)
    assert (summary.added, reader.read) == (2, ["d5", "d6"])


FEED = """<rss version="2.0"><channel><title>Kanał</title>{items}</channel></rss>"""
ITEM = "<item><title>Tytuł {n}</title><link>{root}/{n}</link><guid>g{n}</guid><pubDate>Tue, 07 Oct 2025 10:00:00 GMT</pubDate></item>"
PAGE = "<!DOCTYPE html><html lang='pl'><body><article><h1>Tytuł {n}</h1>" + "<p>{text}</p>" * 3 + "</article></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        root = f"http://127.0.0.1:{self.server.server_port}"
        if self.path == "/feed":
            tag = f'"{len(self.server.items)}"'
            if self.headers.get("If-None-Match") == tag:
                return self._send(304, "")
            return self._send(200, FEED.format(items="".join(ITEM.format(n=n, root=root) for n in self.server.items)), ETag=tag)
        name = self.path[1:]
        if name.isdigit() and int(name) < 90:
            text = (
                f"Artykuł {name} opowiada o tym, jak delegacja numer {name} przyjechała do sąsiedniego kraju na długie i spokojne rozmowy."
            )
            return self._send(200, PAGE.replace("{n}", name).replace("{text}", text))
        return self._send(404, "")

    def _send(self, status: int, text: str, **headers: str) -> None:
        data = text.encode()
        self.send_response(status)
        for key, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked, server.items = [], [1, 2]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_watching_a_feed(ledger, site):
    feed = f"http://127.0.0.1:{site.server_port}/feed"
    fetcher = Fetcher(pause=0)
    first = look(ledger, [feed], fetcher, read=Reader())
    assert (first.added, first.failures) == (2, [])
    site.asked.clear()
    assert look(ledger, [feed], fetcher, read=Reader()).added == 0
    assert site.asked == ["/feed"]
    site.items = [1, 2, 3, 99]
    third = look(ledger, [feed], fetcher, read=Reader())
    assert (third.added, len(third.failures)) == (1, 1)
    assert "404" in third.failures[0].why
    assert sorted(path for path in site.asked if path.strip("/").isdigit()) == ["/3", "/99"]


def test_an_interrupted_look_goes_on_with_the_rest(ledger, site):
    feed = f"http://127.0.0.1:{site.server_port}/feed"

    class Stops(Reader):
        def __call__(self, article):
            if len(self.read) == 1:
                raise KeyboardInterrupt
            return super().__call__(article)

    with pytest.raises(KeyboardInterrupt):
        look(ledger, [feed], Fetcher(pause=0), read=Stops())
    site.asked.clear()
    assert look(ledger, [feed], Fetcher(pause=0), read=Reader()).added == 1
    assert site.asked.count("/2") == 0


def test_a_feed_that_cannot_be_had(ledger, site):
    summary = look(ledger, [f"http://127.0.0.1:{site.server_port}/none"], Fetcher(pause=0), read=Reader())
    assert summary.exit_code == 2
    with ledger.store.reading() as connection:
        assert connection.scalar(sa.text("SELECT failures FROM feeds")) == 1


def test_doctor(ledger, tmp_path):
    ingest(ledger, [lines(tmp_path, ["Pierwszy artykuł"])], read=Reader())
    unwell = [one.check for one in examine(ledger.store) if not one.well]
    assert unwell == ["records without an entry"]
    ledger.merge()
    assert all(one.well for one in examine(ledger.store))
    with ledger.store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    assert "migration" in [one.check for one in examine(ledger.store) if not one.well]


def test_python_door(place):
    import dragoman

    assert dragoman.Ledger is Ledger
    assert list(dragoman.Ledger.open(place, create=True).entries()) == []
