"""A pack's function words (`syntax.yml`), ready for the clause reader.

`prepositions` gives the cases that each governs; `phrases` are prepositions of several words ("w sprawie"); `variants` maps a spelling to
the one that rules use (ze: z). `light` lists verbs that only support a noun, with the relation in which the noun stands to them.
`measures` are nouns whose genitive is the thing meant (szereg umów, a series of deals), `partitive` prepositions join a number to what it
picks from (pierwsza z umów); `occasions` are prepositions that make a noun of doing a circumstance of what its own side does (podczas
wizyty, after talks); `intents` are words of deciding and planning with the relations in which their deed stands (decyzja o, plan
wysłania), `charges` prepositions behind which an office only says what it is for (minister ds. wyjścia z Unii); `enabling` verbs ask
nothing of whom a clause of purpose lets do something (by X mógł). `parties` are nouns whose bare plural means whoever was named together
last (strony, the leaders); `counterparts` take their side from an adjective (chiński odpowiednik); `aloof` are second parts of compounds
whose state takes no part (Chinese-made, rebel-held); `possessives` do not decline (jego, ich); `ownership` marks stand behind whom
something is of (the minister's); `ranks` open what somebody is said to be, as a determiner does (senior Dutch diplomat); `compatriots`
are people and organs to whom a side turns at home (voters, a mayor); `also` are words that a row's last member may have beside its
coordinator (a także X); `binding` gives by preposition the nouns that keep a phrase behind them to themselves (granica z Rosją, war with
Russia); `negative_prefix` is what a verb is denied with where no word does it (Czech ne-); `neither` opens a clause whose subjects it
denies (neither X nor Y signed); `judging` verbs in a plural without a subject have those of the country for it that they name (в Германии
осудили).

`examples` are the words, written together, behind which some of several are named (w tym: wtym); `dated_by` prepositions make a date an
attribute of the noun before them (umowa z 2011 r.); `met` are bodies and their members, by sector, whom one meets in the state that they
are of ("talks in X with deputies"); `partners` is how those stand with whom something is done.

Where order marks roles: `particles` are adverbs that belong to a verb and open no phrase (hand over), `listing` prepositions name some of
those before them (including), `bare` verbs take an infinitive without a mark (helped broker), `control` words give the infinitive behind
their object to it (get X to, for X to; by case too), `charging` prepositions do so with a gerund (charged X with lying), and a noun behind
an `absolute` one does the gerund behind it (with the Council adopting); `carriers` are nouns that only carry the deed described before
them (mediation effort), `bodies` act for the place that one of `homes` ties to them (a court in X), with a `seated` participle between or
none (rebels based in X); `reporting` verbs may take a clause without a word that opens it (said X and Y had met); `propositions` are nouns
whose clause tells what they say (fears it had left), where that of another noun describes it (the embargo it had imposed).

`openers` is made of the others: every word, as it may be spelled, with which a preposition may begin.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from dragoman.errors import PackError
from dragoman.grammar.pack import load_pack
from dragoman.model.token import ANY_CASE, CASES

if TYPE_CHECKING:
    from dragoman.model.token import Word


class Syntax(msgspec.Struct, frozen=True, eq=False):
    """Function words of one language; the field names are those of `syntax.yml`."""

    lang: str
    by_case: bool
    prepositions: dict[str, int]
    variants: dict[str, str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    coordinators: frozenset[str]
    together: frozenset[str]
    partners: tuple[str, ...]
    met: dict[str, frozenset[str]]
    subordinators: dict[str, str]
    relatives: frozenset[str]
    negators: frozenset[str]
    neither: frozenset[str]
    passive: frozenset[str]
    copulas: frozenset[str]
    agent: frozenset[str]
    agent_case: int
    of: frozenset[str]
    reflexive: frozenset[str]
    light: dict[str, frozenset[str]]
    light_subject: frozenset[str]
    intents: dict[str, frozenset[str]]
    determiners: frozenset[str]
    modals: frozenset[str]
    first_person: frozenset[str]
    speaking: frozenset[str]
    charges: frozenset[str]
    enabling: frozenset[str]
    place: tuple[str, ...]
    seats: frozenset[str]
    abbreviations: frozenset[str]
    content: tuple[str, ...]
    infinitive: frozenset[str]
    perfect: frozenset[str]
    particles: frozenset[str]
    listing: frozenset[str]
    examples: frozenset[str]
    dated_by: frozenset[str]
    partitive: frozenset[str]
    bare: frozenset[str]
    control: frozenset[str]
    carriers: frozenset[str]
    bodies: frozenset[str]
    homes: frozenset[str]
    seated: frozenset[str]
    absolute: frozenset[str]
    charging: frozenset[str]
    reporting: frozenset[str]
    propositions: frozenset[str]
    judging: frozenset[str]
    pronouns: frozenset[str]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    measures: frozenset[str]
    occasions: frozenset[str]
    parties: frozenset[str]
    possessives: frozenset[str]
    ownership: frozenset[str]
    ranks: frozenset[str]
    also: frozenset[str]
    compatriots: frozenset[str]
    counterparts: frozenset[str]
    aloof: frozenset[str]
    binding: dict[str, frozenset[str]]
    negative_prefix: str
    openers: frozenset[str]

    def denies(self, word: Word) -> bool:
        """Does the word deny: a negator, or a verb with the negative prefix that its lemma lacks (Czech nepodepsal)?"""
        if word.lower in self.negators:
            return True
        prefix = self.negative_prefix
        verbal = bool(prefix) and word.has("verb") and word.lower.startswith(prefix)
        return verbal and not any(one.startswith(prefix) for one in word.lemmas)


def _mask(names: str) -> int:
    return sum(CASES[name] for name in str(names).split()) or ANY_CASE


def _words(value: Any) -> frozenset[str]:
    return frozenset(str(one) for one in value or ())


def _word_sets(value: Any) -> dict[str, frozenset[str]]:
    return {str(key): frozenset([ways] if isinstance(ways, str) else ways) for key, ways in (value or {}).items()}


_READ: dict[Any, Callable[[Any], Any]] = {
    frozenset[str]: _words,
    tuple[str, ...]: lambda value: tuple(value or ()),
    dict[str, str]: lambda value: {str(key): str(one) for key, one in (value or {}).items()},
    dict[str, frozenset[str]]: _word_sets,
    str: lambda value: str(value or ""),
}
"""How a key of `syntax.yml` becomes the field of its name, by the field's type."""


@cache
def load_syntax(lang: str) -> Syntax:
    """The function words of a language's pack. Raises `PackError` for a key that is none of them."""
    pack = load_pack(lang)
    data = pack.part("syntax")
    prepositions = {str(one): _mask(cases or "") for one, cases in (data.get("prepositions") or {}).items()}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in (name.split() for name in prepositions if " " in name):
        phrases.setdefault(first, []).append(tuple(rest))
    made: dict[str, Any] = {
        "lang": lang,
        "by_case": pack.settings.get("roles") == "case",
        "prepositions": prepositions,
        "phrases": {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in phrases.items()},
        "agent_case": _mask(data.get("agent_case") or ""),
        "openers": frozenset(
            {
                *prepositions,
                *phrases,
                *(str(one) for one, name in (data.get("variants") or {}).items() if {name} & {*prepositions, *phrases}),
            }
        ),
        "abbreviations": frozenset(part for one in pack.part("sentences").get("abbreviations") or () for part in str(one).split(".")),
    }
    fields = get_type_hints(Syntax)
    if unknown := sorted(set(data) - set(fields)):
        raise PackError(f"{', '.join(unknown)}: no such key; there are {', '.join(sorted(fields))}", file=str(pack.folder / "syntax.yml"))
    return Syntax(**made, **{name: _READ[kind](data.get(name)) for name, kind in fields.items() if name not in made})
