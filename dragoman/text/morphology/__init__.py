"""What a language's dictionary says of a word form.

An adapter wraps one library and speaks `Analysis`. The pack's `pack.yml` names the adapter (`morphology: morfeusz`); forms that the
library does not know go to the suffix guesser, whose endings are pack data (`morphology.yml`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dragoman.model.token import Analysis


class Adapter(Protocol):
    """What an adapter offers: readings of a form, and the forms of a lemma with their readings."""

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        """All dictionary readings of a form; empty when the form is unknown."""
        ...

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        """All forms of a dictionary lemma, each with its reading; empty when the lemma is unknown."""
        ...


def load_adapter(name: str, lang: str) -> Adapter:
    """The adapter `dragoman.text.morphology.<name>` made for a language."""
    module = import_module(f"dragoman.text.morphology.{name}")
    adapter: Adapter = module.adapter(lang)
    return adapter
