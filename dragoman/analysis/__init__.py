"""The ledger seen whole: one relation over time, and how one state balances between others. Everything here is counted from entries."""

from __future__ import annotations

from dragoman.analysis.balance import Balance, Share, balance_of
from dragoman.analysis.dyad import Agreement, Dyad, Level, Series, dyad_of
from dragoman.analysis.periods import SPANS, Tally

__all__ = ["SPANS", "Agreement", "Balance", "Dyad", "Level", "Series", "Share", "Tally", "balance_of", "dyad_of"]
