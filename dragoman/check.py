"""What a language pack lacks or gets wrong, in the order in which it is worth mending; `dragoman pack check` prints it.

Each part of a pack is asked for what a reader cannot do without (month names, states' names, verbs of saying); a part that cannot even be
read is a fault too. Rules are proved by their examples in `dragoman.prove`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.codebook.compile import compile_forms
from dragoman.codebook.gather import gather
from dragoman.codebook.gazetteer import COMPILED, compiled_codebook
from dragoman.codebook.lexicon import check_words
from dragoman.codebook.load import DATA, names_of, read_codebook
from dragoman.errors import DragomanError
from dragoman.grammar.pack import load_pack
from dragoman.grammar.rules import load_rules
from dragoman.grammar.scaffold import ROLES
from dragoman.mentions.dates_grammar import load_grammar
from dragoman.text.morphology import load_adapter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dragoman.codebook.load import Source
    from dragoman.grammar.pack import Pack

_MANY_STATES = 20
"""So many states' names a pack can be tried with."""


@cache
def _sources() -> dict[str, Source]:
    return read_codebook(DATA)


def check_pack(lang: str) -> list[str]:
    """One line for everything that the pack lacks, rules' examples apart. Raises `LanguageError` for a language without a pack."""
    pack = load_pack(lang)
    found: list[str] = []
    for check in _CHECKS:
        try:
            for line in check(pack):
                found.append(f"{lang}/{line}")
        except (DragomanError, KeyError, TypeError, ValueError, AttributeError, ImportError) as error:
            found.append(f"{lang}/{check.__name__.strip('_')}: cannot be read: {type(error).__name__}: {error}")
    return found


def _pack(pack: Pack) -> Iterator[str]:
    for key in ("name", "script", "morphology", "roles", "alphabet"):
        if not pack.settings.get(key):
            yield f"pack.yml: no {key}"
    if pack.settings.get("roles") not in ROLES:
        yield f"pack.yml: roles must be {' or '.join(ROLES)}, not {pack.settings.get('roles')!r}"


def _sentences(pack: Pack) -> Iterator[str]:
    if not pack.part("sentences").get("abbreviations"):
        yield "sentences.yml: no abbreviations: sentences will break at each full stop"


def _morphology(pack: Pack) -> Iterator[str]:
    name = str(pack.settings.get("morphology", "none"))
    try:
        load_adapter(name, pack.lang)
    except ModuleNotFoundError:
        yield f"pack.yml: no morphology adapter {name!r}; none and tables need no library"
    data = pack.part("morphology")
    if name == "none" and not (data.get("words") or data.get("endings")):
        yield "morphology.yml: no words and no endings, and no library: no verb will be known (try morphology: tables)"
    if name == "tables" and not (data.get("tables") and data.get("lexemes")):
        yield "morphology.yml: no tables or no lexemes, though pack.yml says morphology: tables"


def _syntax(pack: Pack) -> Iterator[str]:
    data = pack.part("syntax")
    for key in ("prepositions", "coordinators", "subordinators", "relatives", "negators", "passive"):
        if not data.get(key):
            yield f"syntax.yml: no {key}"


def _modality(pack: Pack) -> Iterator[str]:
    for key in ("future", "hypothetical", "negated"):
        if not pack.part("modality").get(key):
            yield f"modality.yml: no {key} words: what is planned, wished or refused will be told as done"


def _dates(pack: Pack) -> Iterator[str]:
    words = pack.part("dates").get("words") or {}
    for key, name, full in (("month", "month", 12), ("weekday", "weekday", 7)):
        have = len(words.get(key) or {})
        if have < full:
            yield f"dates.yml: {'no' if not have else f'only {have} of {full}'} {name} names (words: {key})"
    for key in ("offset", "unit", "shift"):
        if not words.get(key):
            yield f"dates.yml: no words of {key}"
    load_grammar(pack.lang)


def _numerals(pack: Pack) -> Iterator[str]:
    data = pack.part("numerals")
    if len(data.get("numbers") or {}) < 20:
        yield f"numerals.yml: {len(data.get('numbers') or {})} number words; 1 to 20, the tens and 100 are needed"
    if not data.get("scales"):
        yield "numerals.yml: no scales (thousand, million)"


def _quantities(pack: Pack) -> Iterator[str]:
    data = pack.part("quantities")
    if "%" not in (data.get("units") or {}):
        yield "quantities.yml: no word for per cent"
    if not (data.get("money") or {}).get("nouns"):
        yield "quantities.yml: no names of money"


def _quotes(pack: Pack) -> Iterator[str]:
    data = pack.part("quotes")
    for key, what in (("verbs", "verbs of saying"), ("that", "conjunctions of that")):
        if not data.get(key):
            yield f"quotes.yml: no {what}"


def _actors(pack: Pack) -> Iterator[str]:
    words: dict[str, Any] = pack.part("actors")
    check_words(words, str(pack.folder / "actors.yml"))
    for key in ("titles", "organs"):
        if not words.get(key):
            yield f"actors.yml: no {key}"
    sources = _sources()
    stems = {place.partition("/")[2].removesuffix(".yml") for place in sources if not place.startswith("offices/")}
    own, people = words.get("names") or {}, words.get("people") or {}
    yield from (f"actors.yml: names: the codebook has no {one}.yml" for one in own if one not in stems)
    leaders = {one.name for one in compiled_codebook().entities if one.kind == "person"}
    yield from (f"actors.yml: people: the codebook knows no {one}" for one in people if one not in leaders)
    states = [place for place, source in sources.items() if place.startswith("states/") and names_of(source, pack.lang)]
    known = len(states) + sum(f"states/{one}.yml" in sources for one in own)
    if known < _MANY_STATES:
        yield f"actors.yml: {'no' if not known else f'only {known}'} state names (names: POL: {{name: ...}})"
    forms = COMPILED / f"{pack.lang}.forms"
    if not forms.exists():
        yield f"actors.yml: names are not compiled: run dragoman pack compile {pack.lang}"
    elif own and forms.read_bytes() != compile_forms(pack.lang, sources, gather(sources), words):
        yield f"actors.yml: names have changed: run dragoman pack compile {pack.lang}"


def _paradigms(pack: Pack) -> Iterator[str]:
    if pack.settings.get("roles") == "case" and not pack.part("paradigms"):
        yield "paradigms.yml: empty, though roles are marked by case: names will be found in the nominative only"


def _frames(pack: Pack) -> Iterator[str]:
    if not load_rules(pack.lang).rules:
        yield "frames: no rules: no deed will be read"


_CHECKS: tuple[Callable[[Pack], Iterator[str]], ...] = (
    _pack, _sentences, _dates, _numerals, _quantities, _actors, _paradigms, _morphology, _syntax, _modality, _quotes, _frames,
)  # fmt: skip
