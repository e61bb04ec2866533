"""How one state stands between others: with whom it deals, how warmly, and how that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.analysis.periods import Tally, tallies, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.ledger.entry import Entry
    from dragoman.ledger.store import Ledger


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """One partner of a state: all events with it, its share of the events with all partners shown, and each period."""

    partner: str
    whole: Tally
    share: float
    last: str | None
    periods: tuple[Tally, ...]


class Balance(msgspec.Struct, frozen=True):
    """A state between its partners, the one with whom it deals most first."""

    state: str
    shares: tuple[Share, ...]


def balance_of(ledger: Ledger, state: str, partners: Sequence[str] = (), *, span: str = "year", most: int = 10) -> Balance:
    """How `state` stands to `partners`, or to the `most` sides with whom it has most events where none are named.

    An event with several partners counts for each. Raises InputError for a span that is none of `SPANS`.
    """
    (state,) = ledger.sides(state)
    groups = _by_partner(ledger, state, ledger.sides(*partners))
    rows = [(partner, entries, tally(entries, "all")) for partner, entries in groups.items()]
    rows = [row for row in rows if partners or row[2].done or row[2].planned]
    rows.sort(key=lambda row: (-row[2].done, -row[2].planned, row[0]))
    rows = rows if partners else rows[:most]
    total = sum(whole.done for _, _, whole in rows) or 1
    return Balance(
        state,
        tuple(
            Share(
                partner=partner,
                whole=whole,
                share=round(whole.done / total, 3),
                last=max((one.day for one in entries if one.day), default=None),
                periods=tallies(entries, span),
            )
            for partner, entries, whole in rows
        ),
    )


def _by_partner(ledger: Ledger, state: str, partners: Sequence[str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {partner: [] for partner in partners}
    for entry in ledger.entries(between=(state,), kind="event"):
        for side in entry.sides:
            if side != state and (not partners or side in groups):
                groups.setdefault(side, []).append(entry)
    return groups
