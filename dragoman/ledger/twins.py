"""Records that say the same in many articles: one stands for all, so that a thousand copies cost a thousand looks and not a million.

Twins agree in all that a comparison asks for but their surroundings: kind, type, sides, persons, days, place, number and words. The one
with the smallest key leads; it alone is compared, so the result is a function of the set of records and not of their order of arrival.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from dragoman.ledger import bulk
from dragoman.ledger.sketch import fingerprint
from dragoman.ledger.tables import pairs, records, twins
from dragoman.ledger.tellings import load_tellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ledger.build import Telling
    from dragoman.ledger.decisions import Rulings
    from dragoman.ledger.sketch import Sketch

WORDY = 5
"""Stems of a claim from which its words alone tell which sentence it is; a shorter claim must stand in the same surroundings."""


def twin_of(one: Sketch, pinned: frozenset[str]) -> str:
    """The mark that twins share. A record whose id is ``pinned``, because people decided about it, has no twin."""
    if one.id in pinned:
        return f"={one.id}"
    sets = (one.actors, one.others, one.within, one.people, one.heads, one.stems, one.named, one.numbers)
    plain = (one.lang, one.kind, one.type, one.modality, one.mode, one.family, one.first, one.last, one.told, one.loose)
    things = (one.place, one.country, one.form, one.act, one.value)
    setting = fingerprint(one.near) if len(one.stems) < WORDY else ()
    text = repr((plain, things, [sorted(each) for each in sets], setting))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def group_twins(sketches: Iterable[Sketch], pinned: frozenset[str]) -> list[list[Sketch]]:
    """Groups of twins, each with its lead first."""
    groups: dict[str, list[Sketch]] = {}
    for one in sketches:
        groups.setdefault(twin_of(one, pinned), []).append(one)
    return [sorted(group, key=lambda one: one.key) for group in groups.values()]


def settle(connection: sa.Connection, fresh: dict[int, Telling], gone: Iterable[int], decided: Rulings) -> dict[int, Telling]:
    """Give the ``fresh`` records their places in `tables.twins` and return the leads that are to be compared.

    These are the leads of new groups, and of groups whose lead has changed: because an earlier record came, or because the former lead is
    among those ``gone``.
    """
    bereft = _forget(connection, gone)
    pinned = decided.pinned
    groups: dict[str, list[Telling]] = {}
    for telling in fresh.values():
        groups.setdefault(twin_of(telling.sketch, pinned), []).append(telling)
    former = _leads(connection, groups.keys() - bereft, decided)
    heirs = _heirs(connection, bereft, decided)
    rows: list[dict[str, Any]] = []
    leads: dict[int, Telling] = {}
    deposed: list[int] = []
    for twin in sorted(groups.keys() | heirs.keys()):
        group = groups.get(twin, [])
        before = former.get(twin)
        lead = min((*group, *filter(None, (before, heirs.get(twin)))), key=lambda one: one.sketch.key)
        rows.extend({"number": one.sketch.number, "twin": twin, "lead": int(one is lead)} for one in group)
        if lead is before:
            continue
        leads[lead.sketch.number] = lead
        if before is not None:
            deposed.append(before.sketch.number)
        if lead is heirs.get(twin):
            connection.execute(sa.update(twins).where(twins.c.number == lead.sketch.number).values(lead=1))
    _depose(connection, deposed)
    bulk.insert(connection, twins, rows)
    return leads


def _forget(connection: sa.Connection, gone: Iterable[int]) -> set[str]:
    """Take records out of their groups. Returns the groups that have lost their lead."""
    numbers = sorted(gone)
    query = sa.select(twins.c.twin, twins.c.lead)
    bereft = {row.twin for row in bulk.select_in(connection, query, twins.c.number, numbers) if row.lead}
    bulk.delete_in(connection, twins, twins.c.number, numbers)
    _unpair(connection, numbers)
    return bereft


def _depose(connection: sa.Connection, numbers: list[int]) -> None:
    for block in bulk.chunks(sorted(numbers)):
        connection.execute(sa.update(twins).where(twins.c.number.in_(block)).values(lead=0))
    _unpair(connection, numbers)


def _unpair(connection: sa.Connection, numbers: list[int]) -> None:
    for column in (pairs.c.left, pairs.c.right):
        bulk.delete_in(connection, pairs, column, sorted(numbers))


def _leads(connection: sa.Connection, groups: Iterable[str], decided: Rulings) -> dict[str, Telling]:
    """The lead of each group that has one."""
    query = sa.select(twins.c.number, twins.c.twin).where(twins.c.lead == 1)
    twin_by = {row.number: row.twin for row in bulk.select_in(connection, query, twins.c.twin, sorted(groups))}
    return _by_twin(connection, twin_by, decided)


def _heirs(connection: sa.Connection, groups: Iterable[str], decided: Rulings) -> dict[str, Telling]:
    """The record of each bereft group that has the smallest key."""
    c = records.c
    query = sa.select(twins.c.number, twins.c.twin, c.published, c.document, c.start, c.id).join(records, c.number == twins.c.number)
    first: dict[str, tuple[tuple[str, str, int, str], int]] = {}
    for row in bulk.select_in(connection, query, twins.c.twin, sorted(groups)):
        found = ((row.published or "9999", row.document, row.start, row.id), row.number)
        first[row.twin] = min(first.get(row.twin, found), found)
    return _by_twin(connection, {number: twin for twin, (_, number) in first.items()}, decided)


def _by_twin(connection: sa.Connection, twin_by: dict[int, str], decided: Rulings) -> dict[str, Telling]:
    found = {}
    for block in bulk.chunks(sorted(twin_by)):
        standing = sa.and_(records.c.number.in_(block), records.c.retired.is_(None))
        for number, telling in load_tellings(connection, standing, decided).items():
            found[twin_by[number]] = telling
    return found
