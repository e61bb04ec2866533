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
