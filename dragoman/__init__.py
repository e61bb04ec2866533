"""Dragoman reads the news in many languages and keeps a sourced ledger of relations between states.

The small door: `read` an article, open a `Ledger`, or find actors, dates, quantities and quotations in a text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger as Ledger
    from dragoman.mentions.actors import find_actors as find_actors
    from dragoman.mentions.dates import find_dates as find_dates
    from dragoman.mentions.quantities import find_quantities as find_quantities
    from dragoman.mentions.quotations import find_quotations as find_quotations
    from dragoman.reader import Reading as Reading
    from dragoman.reader import read as read

__version__ = "0.1.0"
_DOORS = {
    "Ledger": "dragoman.ledger",
    "Reading": "dragoman.reader",
    "find_actors": "dragoman.mentions.actors",
    "find_dates": "dragoman.mentions.dates",
    "find_quantities": "dragoman.mentions.quantities",
    "find_quotations": "dragoman.mentions.quotations",
    "read": "dragoman.reader",
}
__all__ = ["DragomanError", "Ledger", "Reading", "find_actors", "find_dates", "find_quantities", "find_quotations", "read"]


def __getattr__(name: str) -> Any:
    """Load a door when it is first used, so that a command pays only for what it does."""
    if name in _DOORS:
        return getattr(import_module(_DOORS[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
