"""Web archives (WARC), read as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.sources.lines import open_stream
from dragoman.sources.outcome import Failure, Outcome
from dragoman.sources.pages import read_page
from dragoman.sources.text import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_archive(path: str) -> Iterator[Outcome]:
    """Articles of the pages in a WARC file. The day of the crawl is not the day of publication, so only the page's own date counts."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise InputError(f"{path}: web archives need the package fastwarc; install dragoman[web]") from None
    open_stream(path).close()
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            if record.http_headers is not None and "html" in (record.http_content_type or ""):
                yield _page(record, path)


def _page(record: Any, path: str) -> Outcome:
    url = record.headers.get("WARC-Target-URI") or f"{path}#{record.record_id}"
    try:
        data = record.reader.read(LIMIT)
        return read_page(data, url, url=url, charset=record.http_charset)
    except InputError as error:
        return Failure(url, str(error).removeprefix(f"{url}: "))
