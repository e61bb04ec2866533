"""A pack's function words (`syntax.yml`), ready for the clause reader.

`prepositions` gives the cases that each governs; `phrases` are prepositions of several words ("w sprawie"); `variants` maps a spelling
to the
one that rules use (ze: z). `light` lists verbs that only support a noun, with the relation in which the noun stands to them.
`measures` are nouns whose genitive is the thing meant (szereg umów, a series of deals); `occasions` are prepositions that make a noun of
doing a circumstance of what its own side does (podczas wizyty, after talks); `parties` are nouns whose bare plural means whoever was
named together last (strony, the leaders); `counterparts` take their side from an adjective (chiński odpowiednik);
`aloof` are second parts of compounds whose state takes no part (Chinese-made, rebel-held); `possessives` do not
decline (jego, ich); `binding` gives by preposition the nouns that keep a phrase behind them to themselves (granica z Rosją, war with
Russia); `negative_prefix` is what a verb is denied with where no word does it (Czech ne-). Where order marks roles: `particles` are adverbs
that belong to a verb and open no phrase (hand over), `listing` prepositions name some of those before them (including), `bare` verbs take
an infinitive without a mark (helped broker), `control` words give the infinitive behind their object to it (got X to, for X to).
`control` words give the infinitive behind their object to it (get X to, for X to); `carriers` are nouns that only carry the deed described
before them (mediation effort), `bodies` act for the place that one of `homes` ties to them (a court in X); `reporting` verbs may take a
clause without a word that opens it (said X and Y had met); `propositions` are nouns whose clause tells what they say (fears it had left),
where that of another noun describes it (the embargo it had imposed); `judging` verbs in a plural without a subject have those of the
country for it that they name (в Германии осудили).

`openers` is made of the others: every word, as it may be spelled, with which a preposition may begin.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

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
    subordinators: dict[str, str]
    relatives: frozenset[str]
    negators: frozenset[str]
    passive: frozenset[str]
    copulas: frozenset[str]
    agent: frozenset[str]
    agent_case: int
    of: frozenset[str]
    reflexive: frozenset[str]
    light: dict[str, frozenset[str]]
    light_subject: frozenset[str]
    determiners: frozenset[str]
    modals: frozenset[str]
    first_person: frozenset[str]
    speaking: frozenset[str]
    place: tuple[str, ...]
    seats: frozenset[str]
    abbreviations: frozenset[str]
    content: tuple[str, ...]
    infinitive: frozenset[str]
    perfect: frozenset[str]
    particles: frozenset[str]
    listing: frozenset[str]
    bare: frozenset[str]
    control: frozenset[str]
    carriers: frozenset[str]
    bodies: frozenset[str]
    homes: frozenset[str]
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


def _set(data: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(str(one) for one in data.get(name) or ())


@cache
def load_syntax(lang: str) -> Syntax:
    """The function words of a language's pack."""
    pack = load_pack(lang)
    data = pack.part("syntax")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    prepositions = {str(one): _mask(cases or "") for one, cases in (data.get("prepositions") or {}).items()}
    for name in prepositions:
        if " " in name:
            first, *rest = name.split()
            phrases.setdefault(first, []).append(tuple(rest))
    variants = {str(k): str(v) for k, v in (data.get("variants") or {}).items()}
    return Syntax(
        lang=lang,
        by_case=pack.settings.get("roles") == "case",
        prepositions=prepositions,
        variants=variants,
        phrases={first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in phrases.items()},
        coordinators=_set(data, "coordinators"),
        together=_set(data, "together"),
        subordinators={str(k): str(v) for k, v in (data.get("subordinators") or {}).items()},
        relatives=_set(data, "relatives"),
        negators=_set(data, "negators"),
        passive=_set(data, "passive"),
        copulas=_set(data, "copulas"),
        agent=_set(data, "agent"),
        agent_case=_mask(data.get("agent_case") or ""),
        of=_set(data, "of"),
        reflexive=_set(data, "reflexive"),
        light={str(verb): frozenset([ways] if isinstance(ways, str) else ways) for verb, ways in (data.get("light") or {}).items()},
        light_subject=_set(data, "light_subject"),
        determiners=_set(data, "determiners"),
        modals=_set(data, "modals"),
        first_person=_set(data, "first_person"),
        speaking=_set(data, "speaking"),
        place=tuple(data.get("place") or ()),
        seats=_set(data, "seats"),
        content=tuple(data.get("content") or ()),
        infinitive=_set(data, "infinitive"),
        perfect=_set(data, "perfect"),
        particles=_set(data, "particles"),
        listing=_set(data, "listing"),
        bare=_set(data, "bare"),
        control=_set(data, "control"),
        carriers=_set(data, "carriers"),
        bodies=_set(data, "bodies"),
        homes=_set(data, "homes"),
        reporting=_set(data, "reporting"),
        propositions=_set(data, "propositions"),
        judging=_set(data, "judging"),
        pronouns=_set(data, "pronouns"),
        earlier=tuple(data.get("earlier") or ()),
        later=tuple(data.get("later") or ()),
        measures=_set(data, "measures"),
        occasions=_set(data, "occasions"),
        parties=_set(data, "parties"),
        possessives=_set(data, "possessives"),
        counterparts=_set(data, "counterparts"),
        aloof=_set(data, "aloof"),
        binding={str(prep): frozenset(nouns) for prep, nouns in (data.get("binding") or {}).items()},
        negative_prefix=str(data.get("negative_prefix") or ""),
        openers=frozenset({*prepositions, *phrases, *(one for one, name in variants.items() if name in prepositions or name in phrases)}),
        abbreviations=frozenset(part for one in pack.part("sentences").get("abbreviations") or () for part in str(one).split(".")),
    )
