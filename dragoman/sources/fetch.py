"""Getting pages and feeds over HTTP, politely: robots.txt is obeyed, a host is asked once in a while, what has not changed is not sent."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message

AGENT = "Dragoman/0.1 (reads news for a ledger of relations between states)"
LIMIT = 20_000_000
"""Bytes from which an answer is refused."""


class Answer(msgspec.Struct, frozen=True):
    """What a server sent. `data` is empty where nothing has changed since the last time (`status` 304)."""

    url: str
    status: int
    data: bytes
    kind: str
    charset: str | None
    etag: str | None
    modified: str | None


class Fetcher:
    """Fetches addresses one after another, `pause` seconds apart for one host."""

    def __init__(self, *, pause: float = 2.0, patience: float = 30.0, sleep: Callable[[float], None] = time.sleep) -> None:
        self.pause, self.patience, self._sleep = pause, patience, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | None] = {}

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None, robots: bool = True) -> Answer:
        """The answer to a GET. Raises InputError, one line, for everything that is no page: the address, the network, the server."""
        host = host_of(url)
        if robots and not self._allowed(url):
            raise InputError(f"{url}: the site's robots.txt asks programs not to read this; save the page yourself and add the file")
        self._wait(host)
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._ask(url, {name: value for name, value in conditions.items() if value})

    def _ask(self, url: str, conditions: dict[str, str]) -> Answer:
        request = urllib.request.Request(
            url, headers={"User-Agent": AGENT, "Accept": "text/html,application/xml;q=0.9,*/*;q=0.5", **conditions}
        )
        try:
            with urllib.request.urlopen(request, timeout=self.patience) as reply:
                data = reply.read(LIMIT)
                if len(data) >= LIMIT:
                    raise InputError(f"{url}: {LIMIT / 1e6:g} MB or more, too long for a page")
                return _answer(reply.geturl(), reply.status, data, reply.headers)
        except urllib.error.HTTPError as error:
            if error.code == 304:
                return _answer(url, 304, b"", error.headers)
            again = error.headers.get("Retry-After")
            raise InputError(
                f"{url}: the server answered {error.code} {error.reason}{f'; try again after {again}' if again else ''}"
            ) from None
        except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
            raise InputError(f"{url}: cannot be reached ({getattr(error, 'reason', error)}); check the address and the network") from None

    def _wait(self, host: str) -> None:
        since = time.monotonic() - self._asked.get(host, float("-inf"))
        if since < self.pause:
            self._sleep(self.pause - since)
        self._asked[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = self._rules(root)
        rules = self._robots[root]
        return rules is None or rules.can_fetch(AGENT, url)

    def _rules(self, root: str) -> RobotFileParser | None:
        """The site's rules; a site without robots.txt allows everything."""
        try:
            answer = self._ask(f"{root}/robots.txt", {})
        except InputError:
            return None
        rules = RobotFileParser()
        rules.parse(answer.data.decode("utf-8", "replace").splitlines())
        return rules


def host_of(url: str) -> str:
    """The host of an address. Raises InputError for anything that is not http or https."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: not a web address; it should begin with http:// or https://")
    return parts.hostname


def _answer(url: str, status: int, data: bytes, headers: Message) -> Answer:
    return Answer(
        url, status, data, headers.get_content_type(), headers.get_content_charset(), headers.get("ETag"), headers.get("Last-Modified")
    )
