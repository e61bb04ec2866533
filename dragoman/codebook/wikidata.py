"""Brings office files up to date from Wikidata's query service (CC0): heads of state and government with their terms.

    query_for -> ask -> holders_in -> patched

Only what Wikidata knows better is touched: a missing holder is added, an open term that has ended is closed. Everything else of the
file, comments too, stays as it is, so that the difference can be read before it is written.
"""

from __future__ import annotations

import difflib
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDPOINT = "https://query.wikidata.org/sparql"
AGENT = "dragoman-codebook/0.1 (open-source event coder; refreshes office holders)"
_OFFICES = {"P35": "head_of_state", "P6": "head_of_government"}
_LANGUAGES = ("en", "pl", "ru", "uk")
_SEX = {"Q6581072": "f", "Q1052281": "f"}


class Found(msgspec.Struct, frozen=True):
    """A term as Wikidata tells it. Dates are ISO days or None; `names` by language, English at least."""

    office: str
    id: str
    names: dict[str, str]
    since: str | None
    until: str | None
    sex: str


def query_for(wikidata: str) -> str:
    """The SPARQL query for the holders of a state's two first offices. Raises `InputError` for what is no item id."""
    if not re.fullmatch(r"Q\d+", wikidata):
        raise InputError(f"{wikidata!r} is no Wikidata item id: give Q and a number")
    labels = " ".join(f'OPTIONAL {{ ?person rdfs:label ?{lang} . FILTER(LANG(?{lang}) = "{lang}") }}' for lang in _LANGUAGES)
    offices = " UNION ".join(f'{{ wd:{wikidata} p:{p} ?term . ?term ps:{p} ?person . BIND("{p}" AS ?office) }}' for p in _OFFICES)
    return (
        f"SELECT ?office ?person ?since ?until ?sex {' '.join('?' + lang for lang in _LANGUAGES)} WHERE {{ {offices} "
        f"OPTIONAL {{ ?term pq:P580 ?since }} OPTIONAL {{ ?term pq:P582 ?until }} OPTIONAL {{ ?person wdt:P21 ?sex }} {labels} }}"
    )


def ask(query: str, endpoint: str = ENDPOINT, timeout: float = 60.0) -> dict[str, Any]:
    """The service's JSON answer. Raises `InputError` where it cannot be reached or answers something else."""
    url = f"{endpoint}?{urllib.parse.urlencode({'query': query, 'format': 'json'})}"
    if not url.startswith(("https://", "http://")):
        raise InputError(f"{endpoint} is no address of a query service: give one with https://")
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept": "application/sparql-results+json"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            answer = json.loads(response.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        raise InputError(f"{endpoint} answered {error.code} {error.reason}: try again later or name another --endpoint") from error
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        raise InputError(f"{endpoint} cannot be reached: {error}") from error
    except ValueError as error:
        raise InputError(f"{endpoint} answered no JSON: is it a SPARQL endpoint?") from error
    if not isinstance(answer, dict) or "results" not in answer:
        raise InputError(f"{endpoint} answered JSON without results: is it a SPARQL endpoint?")
    return answer


def holders_in(answer: dict[str, Any]) -> tuple[Found, ...]:
    """The terms in an answer, sorted by office and beginning. Rows without an English label are left out."""
    found = []
    for row in answer["results"].get("bindings", []):
        value = {key: str(cell.get("value", "")) for key, cell in row.items()}
        names = {lang: value[lang] for lang in _LANGUAGES if value.get(lang)}
        office = _OFFICES.get(value.get("office", ""))
        if office is None or "en" not in names:
            continue
        item = value.get("person", "").rpartition("/")[2]
        sex = _SEX.get(value.get("sex", "").rpartition("/")[2], "m")
        found.append(Found(office, item, names, _day(value.get("since")), _day(value.get("until")), sex))
    return tuple(sorted({_key(one): one for one in found}.values(), key=lambda one: (one.office, one.since or "", one.id)))


def _key(one: Found) -> tuple[str, str, str]:
    return (one.office, one.id, one.since or "")


def _day(value: str | None) -> str | None:
    match = re.match(r"(\d{4}-\d\d-\d\d)T", value or "")
    return match[1] if match else None


def patched(text: str, found: Sequence[Found], today: str) -> str:
    """An office file's text with the terms found: ended ones closed, new ones added, `checked` set to today."""
    lines = text.splitlines()
    for one in found:
        begin, end = _block(lines, one.office)
        if begin is None:
            continue
        rows = [at for at in range(begin, end) if lines[at].lstrip().startswith("- {")]
        same = [at for at in rows if _is_term(lines[at], one)]
        if same:
            lines[same[-1]] = _closed(lines[same[-1]], one.until)
        elif one.since and rows and one.since > _last_start(lines, rows):
            lines.insert(rows[-1] + 1, _line(one, lines[rows[-1]]))
    return "\n".join(re.sub(r"^checked: .*", f"checked: {today}", line) for line in lines) + "\n"


def _block(lines: Sequence[str], office: str) -> tuple[int | None, int]:
    begin = next((at for at, line in enumerate(lines) if re.match(rf"\s*- office: {office}\b", line)), None)
    if begin is None:
        return None, 0
    end = next((at for at in range(begin + 1, len(lines)) if re.match(r"\s*- office:", lines[at])), len(lines))
    return begin, end


def _is_term(line: str, one: Found) -> bool:
    """The same person, and a beginning in the same year or the year beside it (sources differ by days around New Year)."""
    told = re.search(r"from: [\"']?(\d{4})", line)
    person = re.search(rf"id: {one.id}\b", line) or f"en: {one.names['en']}," in line or f"en: {one.names['en']}}}" in line
    return bool(person) and (told is None or one.since is None or abs(int(told[1]) - int(one.since[:4])) <= 1)


def _closed(line: str, until: str | None) -> str:
    return re.sub(r"until: null", f"until: {until}", line) if until else line


def _last_start(lines: Sequence[str], rows: Sequence[int]) -> str:
    starts = [match[1] for at in rows if (match := re.search(r"from: [\"']?([\d-]+)", lines[at]))]
    return max(starts, default="")


def _line(one: Found, model: str) -> str:
    """A holder's line, indented like the one before it."""
    indent = model[: len(model) - len(model.lstrip())]
    names = ", ".join(f"{lang}: {json.dumps(name, ensure_ascii=False)}" for lang, name in one.names.items())
    return f"{indent}- {{id: {one.id}, name: {{{names}}}, from: {one.since}, until: {one.until or 'null'}, sex: {one.sex}}}"


def difference(before: str, after: str, name: str) -> str:
    """A unified difference, empty where nothing but `checked` changed or nothing at all."""
    rows = list(difflib.unified_diff(before.splitlines(), after.splitlines(), f"{name} (now)", f"{name} (Wikidata)", lineterm="", n=1))
    changed = [row for row in rows if row[:1] in "+-" and row[:3] not in ("+++", "---")]
    return "\n".join(rows) if any("checked:" not in row for row in changed) else ""
