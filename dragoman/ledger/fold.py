"""Folded forms: what is searched and compared instead of spellings. "Łódź", "łodzi" and "LODZ" all fold to something with "lodz" in it."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.text.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPECIAL = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ґ": "г", "’": "'", "ʼ": "'"})
_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i",
        "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ё": "e",
    }
)  # fmt: skip


@functools.lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without diacritics and without the letters that have no decomposition (ł, ø, ґ); scripts are kept apart."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SPECIAL))
    return "".join(char for char in plain if not unicodedata.combining(char))


@functools.lru_cache(maxsize=200_000)
def latin(text: str) -> str:
    """`fold` with Cyrillic written in Latin letters, roughly: good enough to see that two spellings name one person."""
    return fold(text).translate(_LATIN)


def words_of(text: str) -> list[str]:
    """The words of a text, hyphens and apostrophes inside them kept."""
    return _WORD.findall(text)


@functools.lru_cache(maxsize=500_000)
def lemmas(form: str, lang: str | None) -> frozenset[str]:
    """Folded lemmas of a form in ``lang``; the folded form alone where the language has no morphology here."""
    lexicon = _lexicon(lang)
    readings = lexicon.word(form).lemmas if lexicon else frozenset()
    return frozenset(fold(lemma) for lemma in readings) or frozenset((fold(form),))


@functools.cache
def _lexicon(lang: str | None) -> Lexicon | None:
    if lang is None:
        return None
    try:
        from dragoman.text.lexicon import load_lexicon

        return load_lexicon(lang)
    except (DragomanError, ImportError):
        return None


@functools.lru_cache(maxsize=500_000)
def _terms(form: str, lang: str | None) -> tuple[str, ...]:
    folded = fold(form)
    parts = re.split(r"['-]", folded) if len(folded) > 1 else []
    return tuple(dict.fromkeys((folded, *sorted(lemmas(form, lang)), *(part for part in parts if part))))


def index_of(text: str, lang: str | None, names: Iterable[str] = ()) -> str:
    """What the search index holds for a piece of text: folded forms, folded lemmas and folded canonical ``names``, each once."""
    terms = dict.fromkeys(term for word in _WORD.findall(text) for term in _terms(word, lang))
    terms.update(dict.fromkeys(term for name in names for term in _folded_words(name)))
    return " ".join(terms)


@functools.lru_cache(maxsize=50_000)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(term for word in _WORD.findall(name) for term in _terms(word, None))
