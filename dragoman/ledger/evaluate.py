"""What review says about the rules, and reviewed records as gold."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import msgspec

from dragoman.ledger.rows import side_of
from dragoman.model.record import Event, Figure, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.decisions import Rulings
    from dragoman.ledger.entry import Entry
    from dragoman.model.record import Participant, Record


class Verdict(msgspec.Struct, frozen=True):
    """How a rule fared. `precision` is the share of its reviewed records that were right as they stood."""

    rule: str
    accepted: int
    corrected: int
    rejected: int

    @property
    def precision(self) -> float:
        return self.accepted / (self.accepted + self.corrected + self.rejected)


def verdicts(entries: Iterable[Entry], decided: Rulings) -> list[Verdict]:
    """Every rule with a reviewed record, the worst first."""
    counts: dict[str, list[int]] = {}
    for entry in entries:
        for record in entry.records:
            if (place := _place(record.id, decided)) is not None:
                counts.setdefault(record.rule, [0, 0, 0])[place] += 1
    made = [Verdict(rule, *count) for rule, count in counts.items()]
    return sorted(made, key=lambda one: (one.precision, -(one.corrected + one.rejected), one.rule))


def _place(name: str, decided: Rulings) -> int | None:
    if name in decided.rejected:
        return 2
    if name in decided.corrected:
        return 1
    return 0 if name in decided.accepted else None


def write_gold(entries: Iterable[Entry], decided: Rulings, out: IO[str]) -> int:
    """Write reviewed records that are right, corrections applied, in the short form of gold files. Returns how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    for entry in entries:
        for record in entry.records:
            if _place(record.id, decided) in (0, 1):
                out.write(encoder.encode(gold_of(record)).decode() + "\n")
                count += 1
    return count


def gold_of(record: Record) -> dict[str, Any]:
    """A record in the short form: the quote and its characters, sides as codes, and the fields that a coder fills in."""
    spot = record.evidence[0]
    row: dict[str, Any] = {"doc": record.document, "kind": record.kind, "quote": spot.text, "start": spot.start, "end": spot.end}
    match record:
        case Event():
            row |= {"type": record.type, "mode": record.mode, "actors": _codes(record.actors), "recipients": _codes(record.recipients)}
            if record.instrument:
                row["instrument"] = {"form": record.instrument.form, "act": record.instrument.act}
        case Relation():
            row |= {"sides": _codes(record.sides), "change": record.change, "level": record.level}
        case Figure():
            value = [record.value.low, record.value.high, record.value.unit]
            row |= {"measure": record.measure, "value": value, "of": _codes(record.of), "to": _codes(record.to)}
        case Statement():
            speaker = side_of(record.speaker) if record.speaker else None
            row |= {"speaker": speaker, "about": _codes(record.about), "form": record.form, "stance": record.stance}
    said = side_of(record.said_by) if record.said_by else None
    return row | {"when": record.when.edtf if record.when else None, "modality": record.modality, "said_by": said}


def _codes(people: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(side_of(one) for one in people))
