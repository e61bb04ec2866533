"""No dictionary at all: every form is left to the pack's own readings (`morphology.yml: words`) and to the guesser's endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.token import Analysis


class Nothing:
    """Knows no form and no lemma."""

    def analyse(self, form: str) -> tuple[Analysis, ...]:
        return ()

    def generate(self, lemma: str) -> tuple[tuple[str, Analysis], ...]:
        return ()


def adapter(lang: str) -> Nothing:
    """The adapter of a language without a dictionary."""
    return Nothing()
