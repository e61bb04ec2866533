"""Where the records of one entry cannot all be right, field by field."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from dragoman.ledger.edtf import days_of
from dragoman.ledger.entry import Disagreement, Variant
from dragoman.model.record import Event, Figure, Quantity, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SLACK = 0.05
"""How far an approximate number may be from another and still agree with it."""


def disagreements_of(records: Sequence[Record]) -> tuple[Disagreement, ...]:
    """Every field for which some two records give values that exclude each other. A field that a record leaves open agrees with all."""
    found = []
    for field, value_of, agree in FIELDS:
        given = [(value, record.id) for record in records for value in [value_of(record)] if value is not None]
        if any(not agree(a, b) for a, b in itertools.combinations(dict.fromkeys(value for value, _ in given), 2)):
            found.append(Disagreement(field, tuple(_variants(given))))
    return tuple(found)


def _variants(given: Iterable[tuple[Any, str]]) -> Iterator[Variant]:
    by_text: dict[str, list[str]] = {}
    for value, record in given:
        by_text.setdefault(say(value), []).append(record)
    for text in sorted(by_text):
        yield Variant(text, tuple(sorted(by_text[text])))


def say(value: Any) -> str:
    """A value as a reader would write it: ``27``, ``11..19``, ``>= 1e+11 USD``."""
    if not isinstance(value, Quantity):
        return str(value)
    low, high = (None if end is None else f"{end:g}" if abs(end) < 1e6 else f"{end:,.0f}" for end in (value.low, value.high))
    number = low if low == high else f">= {low}" if high is None else f"<= {high}" if low is None else f"{low}..{high}"
    about = "about " if value.approximate else ""
    return f"{about}{number}" if value.unit == "1" else f"{about}{number} {value.unit}"


def quantities_agree(a: Quantity, b: Quantity) -> bool:
    """True where the ranges meet, an approximate one widened by `SLACK`; amounts in other units are not compared."""
    if a.unit != b.unit:
        return True
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return max(a_low, b_low) <= min(a_high, b_high)


def _range(value: Quantity) -> tuple[float, float]:
    slack = SLACK if value.approximate else 0.0
    low = float("-inf") if value.low is None else value.low - slack * abs(value.low)
    high = float("inf") if value.high is None else value.high + slack * abs(value.high)
    return low, high


def _days_agree(a: str, b: str) -> bool:
    (a_first, a_last), (b_first, b_last) = days_of(a), days_of(b)
    if a_last is not None and b_first is not None and a_last < b_first:
        return False
    return not (b_last is not None and a_first is not None and b_last < a_first)


def _modalities_agree(a: str, b: str) -> bool:
    """Announced and done is history; done and not done is a disagreement."""
    return {a, b} not in ({"actual", "negated"}, {"historical", "negated"})


def _when(record: Record) -> str | None:
    return record.when.edtf if record.when else None


def _country(record: Record) -> str | None:
    return record.where.country if record.where else None


def _quantity(record: Record) -> Quantity | None:
    if isinstance(record, Figure):
        return record.value
    return record.quantity if isinstance(record, Event) else None


def _count(record: Record) -> Quantity | None:
    if isinstance(record, Event) and record.instrument and record.instrument.count:
        return Quantity(record.instrument.count.low, record.instrument.count.high)
    return None


def _worth(record: Record) -> Quantity | None:
    return record.instrument.value if isinstance(record, Event) and record.instrument else None


def _form(record: Record) -> str | None:
    found = record.instrument.form if isinstance(record, Event) and record.instrument else None
    return None if found == "document" else found


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


FIELDS: tuple[tuple[str, Callable[[Record], Any], Callable[[Any, Any], bool]], ...] = (
    ("when", _when, _days_agree),
    ("where", _country, _equal),
    ("modality", lambda record: record.modality, _modalities_agree),
    ("quantity", _quantity, quantities_agree),
    ("instrument.form", _form, _equal),
    ("instrument.count", _count, quantities_agree),
    ("instrument.value", _worth, quantities_agree),
)
"""Field, how to read it off a record, and when two of its values agree."""
