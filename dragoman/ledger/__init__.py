"""What lasts: articles, their records, and the entries they make. `Ledger` is the door."""

from dragoman.ledger.append import Added
from dragoman.ledger.decisions import Decision
from dragoman.ledger.entry import Disagreement, Entry, Source, Step, Variant
from dragoman.ledger.store import Ledger

__all__ = ["Added", "Decision", "Disagreement", "Entry", "Ledger", "Source", "Step", "Variant"]
