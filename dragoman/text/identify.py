"""Which language a text is in, among those that have a pack.

Letters settle most texts without a model: a text whose letters all belong to one pack's `alphabet`, with that pack's `telling` letters
among them, is in its language. The rest is left to py3langid.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from dragoman.errors import LanguageError
from dragoman.grammar.pack import languages, load_pack

_SAMPLE = 4000
"""Characters that are enough to tell."""
_FOREIGN, _TELLING = 0.01, 0.004
"""Shares of letters: at most so many from outside the alphabet, at least so many that tell."""
_LONG, _SHORT = 120, 25
"""Letters of a text, and of a quotation, below which nothing is concluded from letters that are missing."""
_SURE, _STRANGE = 0.98, 0.04
"""The model's certainty that is trusted for a quotation; a share of letters from outside the alphabet that makes words foreign."""
_LIKELY, _CHANCE, _LEAD = 0.6, 0.15, 1.5
"""The model's certainty at which its answer for a whole text is taken; below that, what a language with a pack must have, and how many
times what the next one has.
"""
_KAZAKH = (("ǵ",), ("äñū", "qğş"))
"""Letters of Kazakh in its Latin alphabets, which no model knows: one of each group must stand in the words."""
_SCRIPTS = {"Lati": "Latn", "Cyri": "Cyrl"}
"""Scripts by the beginning of their letters' names in Unicode."""
_OTHERS = (
    "de",
    "fr",
    "es",
    "it",
    "cs",
    "sk",
    "be",
    "bg",
    "sr",
    "kk",
    "tr",
    "ro",
    "hu",
    "lt",
    "lv",
    "nl",
    "pt",
    "zh",
    "ja",
    "ar",
    "fa",
    "he",
)
"""Languages that could be taken for one with a pack."""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(model.labels)
    model.set_languages(sorted(({*languages()} & known) | {*_OTHERS}))
    return model


def _letters(text: str) -> Counter[str]:
    """How often each letter stands in a text, capitals counted as small ones."""
    return Counter({one: count for one, count in Counter(text.lower()).items() if one.isalpha()})


def _by_letters(text: str) -> str | None:
    """The language that the letters alone settle, or None."""
    letters = _letters(text)
    total = sum(letters.values()) or 1
    found = []
    for lang in languages():
        settings = load_pack(lang).settings
        alphabet, telling = set(settings.get("alphabet", "")), set(settings.get("telling", ""))
        foreign = sum(count for one, count in letters.items() if one not in alphabet)
        told = sum(count for one, count in letters.items() if one in telling)
        if foreign <= _FOREIGN * total and told >= _TELLING * total and told:
            found.append(lang)
    return found[0] if len(found) == 1 else None


def settle(text: str, declared: str | None) -> str:
    """The language to read an article in, when its page or feed declares one: a declaration is often the template's, so letters that are
    decisive win over it, and so does the model where a text of some length has none of the letters that tell the declared language.

    Raises `LanguageError` where neither names a language with a pack.
    """
    sample = text[:_SAMPLE]
    told = _by_letters(sample)
    if told is None and declared in languages():
        letters = [one for one in sample.lower() if one.isalpha()]
        settings = load_pack(declared).settings
        alphabet, telling = set(settings.get("alphabet", "")), set(settings.get("telling", ""))
        foreign = sum(one not in alphabet for one in letters)
        bare = len(letters) >= _LONG and bool(telling) and not telling & set(letters)
        if not bare and foreign <= 0.5 * len(letters):
            return declared
    return told or identify(text)


def language_of_words(words: str, lang: str) -> str:
    """The language of words quoted in a text in `lang`: its own unless their script or letters say otherwise ("und": another that cannot
    be told).
    """
    letters = _letters(words)
    total = sum(letters.values())
    alphabet = _alphabet(lang)
    foreign = sum(count for one, count in letters.items() if one not in alphabet and not one.isascii())
    script = _script_of(letters)
    if script is not None and script != load_pack(lang).settings.get("script"):
        return _by_letters(words) or _of_script(words, script)
    own = _own_letters(lang)
    if total < _SHORT or own & set(letters) or not (own or foreign):
        return lang
    if told := _by_letters(words):
        return told
    if any(all(set(group) & set(letters) for group in groups) for groups in _KAZAKH):
        return "kk"
    code, sure = _identifier().classify(words)
    if str(code) != lang and float(sure) >= _SURE:
        return str(code)
    return "und" if foreign > _STRANGE * total else lang


@lru_cache(4096)
def _letter_script(letter: str) -> str:
    """The beginning of the name of a letter's script ("Lati")."""
    return unicodedata.name(letter, "").split(" ", 1)[0].title()[:4]


def _script_of(letters: Counter[str]) -> str | None:
    """The script (ISO 15924) of packs that most of the letters are from, by far; None where there is none such."""
    counts: Counter[str] = Counter()
    for one, count in letters.items():
        counts[_letter_script(one)] += count
    ranked = counts.most_common(2)
    second = ranked[1][1] if len(ranked) > 1 else 1
    return _SCRIPTS.get(ranked[0][0]) if ranked and ranked[0][1] > 4 * second else None


def _of_script(words: str, script: str) -> str:
    """The language among the packs of a script that letters do not settle: by the model, or the one pack that no letter tells."""
    codes = [lang for lang in languages() if load_pack(lang).settings.get("script") == script]
    code = str(_identifier().classify(words)[0])
    plain = [lang for lang in codes if not load_pack(lang).settings.get("telling")]
    return code if code in codes or not plain else plain[0]


@cache
def _alphabet(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).settings.get("alphabet", ""))


@cache
def _own_letters(lang: str) -> frozenset[str]:
    """Letters of a language that no other pack's language has."""
    return _alphabet(lang).difference(*(_alphabet(other) for other in languages() if other != lang))


def identify(text: str) -> str:
    """The ISO 639-1 code of a text's language. Raises `LanguageError` for a language without a pack, and for words too few to tell."""
    sample = text[:_SAMPLE]
    code = _by_letters(sample)
    if code is None:
        ranked = [(str(one), float(share)) for one, share in _identifier().rank(sample)]
        code = ranked[0][0] if ranked[0][1] >= _LIKELY else _likely(ranked, sample)
    packs = ", ".join(languages())
    if code is None:
        raise LanguageError(f"too little text to tell its language: name it with --lang ({packs})")
    if code not in languages():
        raise LanguageError(
            f"the text looks like {code!r}, and there are packs for {packs} only; name the language with --lang if that is wrong"
        )
    return code


def _likely(ranked: list[tuple[str, float]], text: str) -> str | None:
    """Of a model in doubt: the first language with a pack that spells all the letters, where it is no mere chance and leads clearly."""
    letters = set(_letters(text))
    able = [(share, code) for code, share in ranked if code in languages() and letters <= _alphabet(code)]
    (first, code), (second, _) = (*able, (0.0, ""), (0.0, ""))[:2]
    return code if first >= max(_CHANCE, _LEAD * second) else None
