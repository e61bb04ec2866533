"""Words that announce somebody's words: verbs of saying, sources ("according to") and conjunctions, read from a pack's `quotes.yml`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.grammar.pack import load_pack

if TYPE_CHECKING:
    from dragoman.model.token import Analysis, Word

FINITE = frozenset({"fin", "past", "imps", "cond"})
_ADVERBIAL = frozenset({"conv", "ger"})


class Cue(msgspec.Struct, frozen=True):
    """A verb, noun or adjective that takes somebody's words.

    `takes` holds: quote, that, ask, wish, about, upon, name, bare, to, back (the pack's file explains them). `kind` is verb, adverbial
    (adding, dodając), noun or adjective; `number` and `genders` are the verb's agreement; `impersonal` marks forms without a subject.
    """

    lemma: str
    takes: frozenset[str]
    stance: str | None
    kind: str
    number: str = ""
    genders: int = 7
    impersonal: bool = False


class QuoteRules:
    """A pack's `quotes.yml`, ready to use. `order` is true where word order tells the subject (English)."""

    def __init__(self, lang: str) -> None:
        pack = load_pack(lang)
        data: dict[str, Any] = pack.part("quotes")
        self.lang = lang
        self.order = pack.settings.get("roles") == "order"
        self._verbs = _verbs(data)
        self._nouns = frozenset(data.get("nouns") or ())
        self._documented = frozenset(data.get("documented") or ())
        self._adjectives = frozenset(data.get("adjectives") or ())
        self._converbs = tuple((str(a), str(b)) for a, b in (data.get("converbs") or {}).items())
        self._impersonal = tuple(map(str, data.get("impersonal") or ()))
        turns = data.get("turns") or {}
        self.firsthand = frozenset(map(str, (*(turns.get("we") or ()), *(turns.get("our") or ()))))
        self._cues: dict[str, Cue | None] = {}
        self.that, self.ask, self.wish = (frozenset(data.get(key) or ()) for key in ("that", "ask", "wish"))
        self.upon = frozenset(data.get("upon") or ())
        self.about, self.joins, self.under = (frozenset(data.get(key) or ()) for key in ("about", "and", "under"))
        self.negations, self.relatives, self.pronouns = (frozenset(data.get(key) or ()) for key in ("no", "who", "he"))
        self.inside, self.by = (frozenset(data.get(key) or ()) for key in ("inside", "by"))
        self.citing, self.quoting = (frozenset(data.get(key) or ()) for key in ("citing", "quoting"))
        self.cited: dict[str, frozenset[str]] = {noun: frozenset(led) for noun, led in (data.get("cited") or {}).items()}
        self.silent = frozenset(data.get("silent") or ())
        self.pointing, self.told = (frozenset(data.get(key) or ()) for key in ("pointing", "told"))
        self.likewise = frozenset(data.get("as") or ())
        self.back = _phrases(data.get("back") or ())
        self.owned = frozenset(data.get("own") or ())
        self.sources = _phrases([*(data.get("own") or ()), *(data.get("sources") or ())])
        self.opens_clause = self.that | self.wish | self.ask
        self.prepositions = frozenset(data.get("prepositions") or ())
        self.light, self.articles = (frozenset(data.get(key) or ()) for key in ("light", "articles"))
        self.earlier = frozenset(data.get("earlier") or ())
        self.closing = frozenset(data.get("closing") or ())
        self.auxiliaries, self.leading = (frozenset(data.get(key) or ()) for key in ("auxiliaries", "leading"))
        self.splits = frozenset(data.get("splits") or ()) or self.joins
        self.talks = frozenset(data.get("talks") or ())
        self.pairing, self.titles = (frozenset(data.get(key) or ()) for key in ("pairing", "titles"))
        self.fields = frozenset(data.get("fields") or ())
        self.timely = self.prepositions - self.titles
        self.infinitive, self.aside = (frozenset(data.get(key) or ()) for key in ("infinitive", "aside"))
        self.between = self.light - self.infinitive - frozenset(data.get("clitics") or ())
        self.takers = self.that | self.infinitive
        self.whether, self.documents = (frozenset(data.get(key) or ()) for key in ("whether", "documents"))
        self.telling, self.of = (frozenset(data.get(key) or ()) for key in ("telling", "of"))
        self.copulas = frozenset(data.get("copulas") or ())
        self.weak = frozenset(data.get("weak") or ())
        self.generic, self.itself = (frozenset(data.get(key) or ()) for key in ("generic", "itself"))
        self.reports = frozenset(data.get("reports") or ())

    def cue(self, word: Word) -> Cue | None:
        """The cue that a word is, or None. Looked up once a form."""
        try:
            return self._cues[word.text]
        except KeyError:
            found = self._cues[word.text] = self._make(word)
            return found

    def _make(self, word: Word) -> Cue | None:
        if word.kind != "word":
            return None
        verbs = [one for one in self._restored(word) if one.pos == "verb" and one.lemma in self._verbs]
        finite = [one for one in verbs if one.form in FINITE and one.person not in (1, 2) and not _to_come(one)]
        if finite:
            return self._verb(finite, "verb")
        adverbial = [one for one in verbs if one.form in _ADVERBIAL]
        if adverbial:
            return self._verb(adverbial, "adverbial")
        if word.lower in self._documented:
            return Cue(word.lower, frozenset({"that", "quote"}), "neutral", "verb", impersonal=True)
        if word.lower in self._adjectives:
            return Cue(word.lower, frozenset({"that", "quote"}), "neutral", "adjective")
        noun = next((one for one in word.analyses if one.lemma in self._nouns and one.pos in ("noun", "adj")), None)
        if noun is not None:
            return Cue(noun.lemma, frozenset({"that"}), "neutral", "noun")
        return None

    def reported(self, word: Word, helper: Word) -> Cue | None:
        """The cue that an infinitive of saying is behind a helper that only reports ("miał powiedzieć"); it agrees as the helper does."""
        verbs = [one for one in word.analyses if one.pos == "verb" and one.form == "inf" and one.lemma in self._verbs]
        agreeing = [one for one in helper.analyses if one.pos == "verb" and one.form in FINITE]
        if not verbs or not agreeing:
            return None
        found = self._verb(verbs, "verb")
        takes = found.takes & {"that", "quote"}
        return msgspec.structs.replace(found, takes=takes, number=agreeing[0].number, genders=agreeing[0].genders or 7) if takes else None

    def plain(self, word: Word) -> Cue | None:
        """Any finite verb as a verb of saying, for a place where only one can stand ("– Nie – śmiał się premier")."""
        finite = [one for one in word.analyses if one.pos == "verb" and one.form in ("fin", "past") and one.person not in (1, 2)]
        if not finite or word.capital or word.has("noun"):
            return None
        first = finite[0]
        return Cue(first.lemma, frozenset({"quote"}), "neutral", "verb", first.number, first.genders or 7)

    def _restored(self, word: Word) -> tuple[Analysis, ...]:
        """The word's readings; an adverbial participle that the dictionary leaves without its infinitive gets it by the pack's endings."""
        if not self._converbs:
            return word.analyses
        return tuple(self._infinitive(one) if one.form == "conv" else one for one in word.analyses)

    def _infinitive(self, one: Analysis) -> Analysis:
        for ending, infinitive in self._converbs:
            if one.lemma.endswith(ending):
                return msgspec.structs.replace(one, lemma=one.lemma.removesuffix(ending) + infinitive)
        return one

    def _verb(self, readings: list[Analysis], kind: str) -> Cue:
        takes: set[str] = set()
        for one in readings:
            takes |= self._verbs[one.lemma][0]
        first = readings[0]
        genders = 0
        for one in readings:
            genders |= one.genders
        numbers = {one.number for one in readings}
        impersonal = any(one.form == "imps" for one in readings) or first.lemma.endswith(self._impersonal)
        number = numbers.pop() if len(numbers) == 1 else ""
        return Cue(first.lemma, frozenset(takes), self._verbs[first.lemma][1], kind, number, genders or 7, impersonal)


def _to_come(verb: Analysis) -> bool:
    """Is a form the simple future of a perfective verb, so that nothing has been said yet ("відповість", powie)?"""
    return verb.form == "fin" and verb.aspect == "perf"


def _verbs(data: dict[str, Any]) -> dict[str, tuple[set[str], str | None]]:
    verbs: dict[str, tuple[set[str], str | None]] = {}
    for row in data.get("verbs") or ():
        for lemma in row["lemmas"]:
            takes, stance = verbs.get(lemma, (set(), row["stance"]))
            verbs[lemma] = (takes | set(row["takes"]), stance if stance not in (None, "neutral") else row["stance"] or stance)
    return verbs


def _phrases(phrases: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for all phrases in small letters, the longest first."""
    if not phrases:
        return None
    ordered = sorted({str(one).lower() for one in phrases}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in ordered) + r")\b")


@cache
def load_rules(lang: str) -> QuoteRules:
    """The quotation rules of a language. Raises `LanguageError` for a language without a pack."""
    return QuoteRules(lang)
