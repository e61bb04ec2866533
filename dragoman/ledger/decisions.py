"""What people decided: append-only, and every decision can be undone by another one.

A decision names records by what they stand on (document, characters, kind, rule family), not by their id alone, so that it still holds
after the document has been read again by a newer version.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import sqlalchemy as sa

from dragoman.codebook.plover import load_plover
from dragoman.errors import InputError
from dragoman.ledger.append import next_revision
from dragoman.ledger.edtf import is_edtf
from dragoman.ledger.rows import decode_record, encode, family_of
from dragoman.ledger.tables import decisions, records
from dragoman.model.record import CHANGES, EVENT_TYPES, LEVELS, MEASURES, STANCES, Event, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Action = Literal["accept", "correct", "reject", "merge", "split", "undo"]
FIXED = frozenset(("id", "kind", "document", "evidence", "rule"))
"""Fields that no correction may touch: they say where a record comes from."""


class Target(msgspec.Struct, frozen=True):
    """A record that a decision is about."""

    record: str
    document: str
    kind: str
    family: str
    start: int
    end: int


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. `targets` are the records it is about; a split sets them apart from `rest`; `fields` are a correction's new values."""

    number: int
    at: str
    author: str
    action: Action
    targets: tuple[Target, ...] = ()
    rest: tuple[Target, ...] = ()
    fields: dict[str, Any] = {}
    note: str = ""
    undoes: int | None = None


class Rulings(msgspec.Struct, frozen=True):
    """All decisions that stand, by record id: who is accepted or rejected, how a record reads now, which pairs belong together or apart."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrected: dict[str, Record] = {}
    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    @property
    def pinned(self) -> frozenset[str]:
        """Records that stand for themselves alone, because a decision treats them otherwise than their like."""
        bound = (name for pair in (*self.together, *self.apart) for name in pair)
        return frozenset((*self.rejected, *self.corrected, *bound))


def targets_of(connection: sa.Connection, ids: Iterable[str]) -> tuple[Target, ...]:
    """The records with these ids. Raises InputError for an id that is not there."""
    found = []
    for name in ids:
        row = connection.execute(sa.select(records).where(records.c.id == name)).one_or_none()
        if row is None:
            raise InputError(f"record {name}: not in this ledger; 'dragoman ledger show' lists ids")
        found.append(Target(row.id, row.document, row.kind, family_of(row.rule), row.start, row.end))
    return tuple(found)


def decide(connection: sa.Connection, decision: Decision) -> int:
    """Append a decision (its `number` and `at` are filled in here). Returns its number."""
    number = 1 + (connection.scalar(sa.select(sa.func.max(decisions.c.number))) or 0)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    if decision.action == "undo":
        _check_undo(connection, decision.undoes)
    if decision.action == "correct":
        for target in decision.targets:
            check_correction(decode_record(_payload(connection, target.record)), decision.fields)
    revision = next_revision(connection, decision.author, decision.action)
    whole = msgspec.structs.replace(decision, number=number, at=now)
    connection.execute(
        sa.insert(decisions).values(
            number=number,
            at=now,
            author=decision.author,
            action=decision.action,
            payload=encode(whole),
            undoes=decision.undoes,
            revision=revision,
        )
    )
    return number


def _check_undo(connection: sa.Connection, number: int | None) -> None:
    row = connection.execute(sa.select(decisions).where(decisions.c.number == number)).one_or_none()
    if row is None or row.action == "undo":
        raise InputError(f"decision {number}: there is none to undo; 'dragoman ledger review list' shows them")
    if connection.scalar(sa.select(decisions.c.number).where(decisions.c.undoes == number)):
        raise InputError(f"decision {number}: already undone")


def list_decisions(connection: sa.Connection, *, as_of: int | None = None) -> list[Decision]:
    """Every decision, oldest first."""
    query = sa.select(decisions.c.payload).order_by(decisions.c.number)
    if as_of is not None:
        query = query.where(decisions.c.revision <= as_of)
    return [_decoder.decode(row.payload) for row in connection.execute(query)]


def standing(everything: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later one undoes."""
    undone = {one.undoes for one in everything if one.action == "undo"}
    return [one for one in everything if one.action != "undo" and one.number not in undone]


def correct(record: Record, fields: dict[str, Any]) -> Record:
    """The record with new values. Raises InputError for a field that must not change or a value that does not fit."""
    if wrong := sorted(FIXED & fields.keys()):
        raise InputError(f"{', '.join(wrong)}: cannot be corrected, it says where the record comes from")
    plain = msgspec.to_builtins(record)
    if unknown := sorted(fields.keys() - plain.keys()):
        raise InputError(f"{', '.join(unknown)}: no such field in a record of kind {record.kind}; fields are {', '.join(sorted(plain))}")
    try:
        return decode_record(encode(plain | fields))
    except msgspec.ValidationError as error:
        raise InputError(f"correction of {record.id}: {error}; give values as the record contract has them") from None


def check_correction(record: Record, fields: dict[str, Any]) -> None:
    """Raise InputError for a correction whose values no record can have: a type, mode, measure, level, change or stance that the
    contract does not know, a date that is not EDTF, a confidence outside 0 to 1.
    """
    made = correct(record, fields)
    closed = {"type": EVENT_TYPES, "measure": MEASURES, "level": LEVELS, "change": CHANGES, "stance": STANCES}
    if isinstance(made, Event) and made.type in EVENT_TYPES:
        closed["mode"] = tuple(load_plover()["events"][made.type]["modes"])
    for name in closed.keys() & fields.keys():
        value = getattr(made, name)
        if value is not None and value not in closed[name]:
            known = f"give one of {', '.join(closed[name])}" if closed[name] else "there is none to give here"
            raise InputError(f"{name}={value}: not known; {known}")
    if "when" in fields and made.when is not None and not is_edtf(made.when.edtf):
        raise InputError(f"when={made.when.edtf}: no EDTF date; write it as 2025-11-12, 2025-11, 2025 or 2025-11-10/2025-11-12")
    if not 0 <= made.confidence <= 1:
        raise InputError(f"confidence={made.confidence:g}: it lies between 0 and 1")


def rulings(connection: sa.Connection, *, as_of: int | None = None) -> Rulings:
    """What stands. Later decisions win over earlier ones on the same records."""
    made = standing(list_decisions(connection, as_of=as_of))
    verdict: dict[str, str] = {}
    changed: dict[str, Record] = {}
    bound: dict[tuple[str, str], bool] = {}
    for one in made:
        targets = [name for target in one.targets if (name := resolve(connection, target))]
        rest = [name for target in one.rest if (name := resolve(connection, target))]
        if one.action in ("accept", "reject"):
            verdict.update(dict.fromkeys(targets, one.action))
        elif one.action == "correct":
            for name in targets:
                before = changed.get(name) or decode_record(_payload(connection, name))
                changed[name] = correct(before, one.fields)
        else:
            bound.update({_pair(a, b): True for a, b in itertools.pairwise(targets)})
            bound.update({_pair(a, b): False for a in targets for b in rest})
            if one.action == "merge":
                bound.update({_pair(a, b): True for a, b in itertools.combinations(targets, 2)})
    return Rulings(
        accepted=frozenset(name for name, what in verdict.items() if what == "accept"),
        rejected=frozenset(name for name, what in verdict.items() if what == "reject"),
        corrected=changed,
        together=frozenset(pair for pair, yes in bound.items() if yes),
        apart=frozenset(pair for pair, yes in bound.items() if not yes),
    )


def resolve(connection: sa.Connection, target: Target) -> str | None:
    """The id that the record has now: its own, or that of the record a newer reading made of the same characters."""
    c = records.c
    here = sa.select(c.id, c.rule, c.start, c.end).where(c.retired.is_(None))
    if connection.scalar(here.where(c.id == target.record)):
        return target.record
    rows = connection.execute(here.where(c.document == target.document, c.kind == target.kind, c.start < target.end, c.end > target.start))
    near = [row for row in rows if _type(family_of(row.rule)) == _type(target.family)]
    best = max(
        near, key=lambda row: (family_of(row.rule) == target.family, min(row.end, target.end) - max(row.start, target.start)), default=None
    )
    return best.id if best else None


def _type(family: str) -> str:
    return family.split("#", 1)[0]


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _payload(connection: sa.Connection, name: str) -> str:
    return str(connection.scalar(sa.select(records.c.payload).where(records.c.id == name)))


_decoder = msgspec.json.Decoder(Decision)
