"""Pages, JSON lines, folders, feeds, archives and addresses, the last from a real server on this machine."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import InputError
from dragoman.model.article import Article
from dragoman.sources.fetch import Fetcher
from dragoman.sources.open import open_article, open_articles
from dragoman.sources.outcome import Failure

PARAGRAPHS = [
    "Minister obrony Łotwy przyjechał we wtorek do Wilna i rozmawiał z litewskim kolegą o wspólnych zakupach amunicji dla obu armii.",
    "Obaj ministrowie zapowiedzieli, że umowa zostanie podpisana przed końcem roku, a dostawy ruszą na wiosnę i potrwają kilka lat.",
    "Rozmowy dotyczyły także ochrony granicy oraz wspólnych ćwiczeń, które mają się odbyć jesienią na litewskich poligonach pod Kownem.",
]
PAGE = f"""<!DOCTYPE html><html lang="pl"><head><meta charset="windows-1250"><title>Łotwa i Litwa kupią amunicję</title>
<meta property="og:site_name" content="Gazeta Wymyślona"><meta property="article:published_time" content="2025-10-07T09:00:00+02:00">
<meta name="author" content="Anna Żak"></head><body><nav>Menu Sport Pogoda</nav><article><h1>Łotwa i Litwa kupią amunicję</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article><footer>Reklama</footer></body></html>"""
FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kanał</title><language>pl-PL</language>
<item><title>Drugi</title><link>{root}/2</link><guid>k2</guid><pubDate>Wed, 08 Oct 2025 10:00:00 GMT</pubDate><description>&lt;p&gt;Treść druga.&lt;/p&gt;</description></item>
<item><title>Pierwszy</title><link>{root}/1</link><guid>k1</guid><pubDate>Tue, 07 Oct 2025 10:00:00 GMT</pubDate><description>Treść.</description></item>
</channel></rss>"""  # noqa: E501


class Site(BaseHTTPRequestHandler):
    """A small newspaper."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path == "/robots.txt":
            return self._send(200, b"User-agent: *\nDisallow: /private\n", "text/plain")
        if self.path == "/feed":
            if self.headers.get("If-None-Match") == '"v1"':
                return self._send(304, b"", "text/xml")
            root = f"http://127.0.0.1:{self.server.server_port}"
            return self._send(200, FEED.format(root=root).encode(), "application/rss+xml", ETag='"v1"')
        if self.path in ("/1", "/2", "/private/1"):
            return self._send(200, PAGE.encode("cp1250"), "text/html; charset=windows-1250")
        if self.path == "/pdf":
            return self._send(200, b"%PDF-1.4", "application/pdf")
        return self._send(404, b"no", "text/html")

    def _send(self, status: int, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.root = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def test_page_with_its_metadata(tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("cp1250"))
    article = open_article(str(file))
    assert article.title == "Łotwa i Litwa kupią amunicję"
    assert article.text.startswith(article.title)
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert "Reklama" not in article.text
    assert "Sport" not in article.text
    assert (article.lang, article.published, article.site, article.author) == ("pl", dt.date(2025, 10, 7), "Gazeta Wymyślona", "Anna Żak")


def test_page_under_another_name_and_what_the_user_says_wins(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(PAGE.replace("windows-1250", "utf-8"))
    article = open_article(str(file), lang="en", published=dt.date(2025, 1, 1))
    assert (article.lang, article.published) == ("en", dt.date(2025, 1, 1))


def test_page_without_article(tmp_path):
    file = tmp_path / "empty.html"
    file.write_text("<html><body></body></html>")
    with pytest.raises(InputError, match="no article"):
        open_article(str(file))


def lines_file(tmp_path, name="a.jsonl", opener=open):
    rows = [
        json.dumps({"doc": "one", "lang": "pl", "published": "2025-10-07", "text": "Treść", "url": "https://example.org/1", "extra": 1}),
        "{not json",
        "",
        json.dumps({"text": "Bez nazwy"}),
        json.dumps({"doc": "three", "text": "x", "published": "2025-02-31"}),
        json.dumps({"doc": "four"}),
        json.dumps({"doc": "five", "text": "  "}),
    ]
    with opener(tmp_path / name, "wb") as out:
        out.write("\n".join(rows).encode())
    return str(tmp_path / name)


@pytest.mark.parametrize("name, opener", [("a.jsonl", open), ("a.jsonl.gz", gzip.open)])
def test_lines_go_on_past_bad_ones(tmp_path, name, opener):
    path = lines_file(tmp_path, name, opener)
    outcomes = list(open_articles(path, lang="uk", published=dt.date(2024, 1, 1)))
    articles = [one for one in outcomes if isinstance(one, Article)]
    failures = [one for one in outcomes if isinstance(one, Failure)]
    assert [(one.document, one.lang, str(one.published)) for one in articles] == [
        ("one", "pl", "2025-10-07"),
        (f"{name}:4", "uk", "2024-01-01"),
    ]
    assert [one.where for one in failures] == [f"{path}:{number}" for number in (2, 5, 6, 7)]
    assert "no day 2025-02-31" in failures[1].why


def test_folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text("Pierwszy")
    (tmp_path / "a.txt").write_text("Drugi")
    (tmp_path / ".hidden").write_text("nie")
    (tmp_path / "c.bin").write_bytes(bytes(200))
    outcomes = list(open_articles(str(tmp_path)))
    assert [one.text for one in outcomes if isinstance(one, Article)] == ["Drugi", "Pierwszy"]
    assert [one.where for one in outcomes if isinstance(one, Failure)] == [str(tmp_path / "c.bin")]


def test_missing(tmp_path):
    (failure,) = open_articles(str(tmp_path / "none.txt"))
    assert failure.why.startswith("no such file")
    (failure,) = open_articles(str(tmp_path / "none.jsonl"))
    assert "cannot be opened" in failure.why


def test_feed_file(tmp_path):
    (tmp_path / "f.rss").write_text(FEED.format(root="https://example.org"))
    first, second = open_articles(str(tmp_path / "f.rss"))
    assert (first.text, first.lang, str(first.published)) == ("Pierwszy\n\nTreść.", "pl", "2025-10-07")
    assert second.text == "Drugi\n\nTreść druga."
    (tmp_path / "g.xml").write_text("<a>b</a>")
    (failure,) = open_articles(str(tmp_path / "g.xml"))
    assert "no RSS or Atom feed" in failure.why


def test_archive(tmp_path):
    body = PAGE.encode("cp1250")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1250\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    out = io.BytesIO()
    for kind, url, content in (
        ("response", "https://example.org/x", http),
        ("response", "https://example.org/y", http.replace(body, b"<html></html>")),
    ):
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-12-01T00:00:00Z\r\n"
        head += "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-1234567890ab>\r\nContent-Type: application/http; msgtype=response\r\n"
        head += f"Content-Length: {len(content)}\r\n\r\n"
        out.write(head.encode() + content + b"\r\n\r\n")
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(out.getvalue()))
    article, failure = open_articles(str(tmp_path / "a.warc.gz"))
    assert (article.document, article.published) == ("https://example.org/x", dt.date(2025, 10, 7))
    assert failure.where == "https://example.org/y"


def test_address(site):
    fetcher = Fetcher(pause=0)
    article = open_article(f"{site.root}/1", fetcher=fetcher)
    assert PARAGRAPHS[0] in article.text
    assert article.url == f"{site.root}/1"
    for path, word in (("/none", "404"), ("/pdf", "not a page"), ("/private/1", "robots.txt")):
        with pytest.raises(InputError, match=word):
            open_article(site.root + path, fetcher=fetcher)
    assert "/private/1" not in site.asked
    with pytest.raises(InputError, match="cannot be reached"):
        open_article("http://127.0.0.1:9/x", fetcher=fetcher)


def test_fetching_is_polite(site):
    slept: list[float] = []
    fetcher = Fetcher(pause=5, sleep=slept.append)
    fetcher.get(f"{site.root}/1")
    fetcher.get(f"{site.root}/2")
    assert len(slept) == 1
    assert slept[0] > 4
    first = fetcher.get(f"{site.root}/feed")
    again = fetcher.get(f"{site.root}/feed", etag=first.etag)
    assert (first.status, again.status, again.data) == (200, 304, b"")
    assert site.asked.count("/robots.txt") == 1
