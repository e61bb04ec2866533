"""Which language a text is in, among those that have a pack.

Letters settle most texts without a model: a text whose letters all belong to one pack's `alphabet`, with that pack's `telling` letters
among them, is in its language. The rest is left to py3langid.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
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
_KAZAKH = (("ǵ",), ("äñū", "qğş"))
"""Letters of Kazakh in its Latin alphabets, which no model knows: one of each group must stand in the words."""
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


def _by_letters(text: str) -> str | None:
    """The language that the letters alone settle, or None."""
    letters = Counter(one for one in text.lower() if one.isalpha())
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


def foreign_language(words: str, lang: str) -> str | None:
    """The language of words quoted in a text in `lang`, both in the Latin script, where they are plainly not in `lang`; "und" where they
    are in another one that cannot be told; None where they may be in `lang`.
    """
    letters = Counter(one for one in words.lower() if one.isalpha())
    total = sum(letters.values())
    settings = load_pack(lang).settings
    alphabet = set(settings.get("alphabet", ""))
    own = {one for one in alphabet if not one.isascii()}
    foreign = sum(count for one, count in letters.items() if one not in alphabet and not one.isascii())
    if total < _SHORT or own & set(letters) or not (own or foreign):
        return None
    told = _by_letters(words)
    if told is not None:
        return told if told != lang else None
    if any(all(set(group) & set(letters) for group in groups) for groups in _KAZAKH):
        return "kk"
    code, sure = _identifier().classify(words)
    if str(code) != lang and float(sure) >= _SURE:
        return str(code)
    return "und" if foreign > _STRANGE * total else None


def identify(text: str) -> str:
    """The ISO 639-1 code of a text's language. Raises `LanguageError` for a language without a pack."""
    sample = text[:_SAMPLE]
    code = _by_letters(sample)
    if code is None:
        code = str(_identifier().classify(sample)[0])
    if code not in languages():
        packs = ", ".join(languages())
        raise LanguageError(
            f"the text looks like {code!r}, and there are packs for {packs} only; name the language with --lang if that is wrong"
        )
    return code
