"""Records into entries.

Records that say the same stand together from the start, and one leads them (`twins`). Every pair of leads that could tell one thing is
compared once and remembered in `pairs`. Entries are a function of records, pairs and decisions: a batch that arrives later only adds
pairs, and the groups that it touches are made anew, so the order of arrival leaves no trace.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import sqlalchemy as sa

from dragoman.ledger import bulk
from dragoman.ledger.blocks import REACH, Pair, block_of, candidates, moments, pair_of
from dragoman.ledger.build import entry_from
from dragoman.ledger.cluster import agglomerate, components
from dragoman.ledger.decisions import Rulings, rulings
from dragoman.ledger.similarity import SAME, alike, likeness, likeness_within
from dragoman.ledger.tables import dyads, entries, entry_records, inputs, pairs, participants, records, twins
from dragoman.ledger.tellings import load_tellings
from dragoman.ledger.twins import group_twins, settle
from dragoman.ledger.write import write_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dragoman.ledger.build import Telling
    from dragoman.ledger.entry import Entry
    from dragoman.ledger.sketch import Sketch

MEAN = 0.3
"""Mean likeness that two groups must reach to be one entry."""
MERGED = "@merged"
"""The row of `inputs` that holds the number of the last record that was compared."""


def merge(connection: sa.Connection, *, full: bool = False, touched: Iterable[str] = ()) -> int:
    """Compare what is new and make the entries that it touches. Returns how many entries were written.

    ``full`` compares everything anew. ``touched`` are ids of records whose decisions have changed.
    """
    if full:
        for table in (dyads, entry_records, entries, pairs, twins):
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(inputs).where(inputs.c.source == MERGED))
    decided = rulings(connection)
    since = connection.scalar(sa.select(inputs.c.position).where(inputs.c.source == MERGED)) or 0
    fresh = _standing(connection, records.c.number > since, decided)
    last = max(fresh, default=since)
    also = _numbers(connection, touched)
    if not fresh and not also:
        return 0
    again = also - fresh.keys()  # what a decision is about may read otherwise now, so it is compared anew
    fresh |= _standing(connection, records.c.number.in_(sorted(again)), decided) if again else {}
    leads = settle(connection, fresh, again, decided)
    _compare(connection, leads, decided)
    nodes = _reach(connection, {*fresh, *also, *leads}, decided)
    known = dict(fresh)
    _load(connection, nodes, known, decided)
    made = make_entries({number: known[number] for number in nodes if number in known}, _edges(connection, nodes), decided)
    _replace(connection, [known[number].record.id for number in nodes if number in known], made, decided)
    connection.execute(sa.delete(inputs).where(inputs.c.source == MERGED))
    connection.execute(sa.insert(inputs).values(source=MERGED, position=last))
    return len(made)


def merge_records(tellings: Sequence[Telling], decided: Rulings | None = None) -> list[Entry]:
    """Merge records that are in memory, as `merge` would those of a ledger."""
    decided = decided or Rulings()
    known = {one.sketch.number: one for one in tellings}
    leads = [group[0] for group in group_twins((one.sketch for one in tellings), decided.pinned)]
    edges = {pair: score for pair in candidates(leads) if (score := _score(known, *pair)) >= SAME}
    return make_entries(known, edges, decided)


def make_entries(known: dict[int, Telling], edges: dict[Pair, float], decided: Rulings) -> list[Entry]:
    """Entries of the records ``known``; ``edges`` are the pairs of leads whose likeness reached `SAME`."""
    number_of = {telling.record.id: number for number, telling in known.items()}
    together = _pairs_of(decided.together, number_of)
    apart = _pairs_of(decided.apart, number_of)
    rejected = {number_of[name] for name in decided.rejected if name in number_of}
    twins_of = {group[0].number: group for group in group_twins((one.sketch for one in known.values()), decided.pinned)}
    live = {pair: score for pair, score in edges.items() if not rejected & set(pair) and twins_of.keys() >= set(pair)}
    bound = frozenset(pair for pair in together if not rejected & set(pair))
    order = {number: known[number].sketch.key for number in twins_of}
    compare = _remembering(twins_of, live)
    groups = components(twins_of, [*live, *bound])
    group_of = {number: index for index, group in enumerate(groups) for number in group}
    own, tied = _sorted_by(group_of, live), _sorted_by(group_of, bound)
    made = []
    for index, group in enumerate(groups):
        scores = {pair: live[pair] for pair in own.get(index, ())}
        for members in agglomerate(group, order, compare, scores, threshold=MEAN, together=tied.get(index, ()), apart=apart):
            told = sorted((one for lead in members for one in twins_of[lead]), key=lambda one: one.key)
            made.append(entry_from([known[one.number] for one in told], decided))
    return made


def _sorted_by(group_of: dict[int, int], found: Iterable[Pair]) -> dict[int, list[Pair]]:
    """Pairs by the group in which they lie."""
    by_group: dict[int, list[Pair]] = {}
    for pair in found:
        by_group.setdefault(group_of[pair[0]], []).append(pair)
    return by_group


def _compare(connection: sa.Connection, leads: dict[int, Telling], decided: Rulings) -> None:
    """Compare the new leads with each other and with those of the ledger that are near, and remember what is alike."""
    known = dict(leads)
    known.update(_neighbours(connection, leads, decided))
    found = []
    for left, right in candidates([telling.sketch for telling in known.values()], fresh=leads):
        if (score := _score(known, left, right)) >= SAME:
            found.append({"left": left, "right": right, "score": score})
    bulk.insert(connection, pairs, found)


def _neighbours(connection: sa.Connection, leads: dict[int, Telling], decided: Rulings) -> Iterator[tuple[int, Telling]]:
    """Older leads of the same kind and with a side of the new ones, within the window of their days."""
    reach: dict[tuple[str, str], list[int]] = {}
    for telling in leads.values():
        for side in telling.sketch.sides:
            reach.setdefault((block_of(telling.sketch.kind), side), []).extend(moments(telling.sketch))
    near: set[int] = set()
    for (kind, side), days in sorted(reach.items()):
        kinds = ("event", "statement") if kind == "told" else (kind,)
        query = sa.select(records.c.number).join(participants, participants.c.record == records.c.id)
        query = query.join(twins, twins.c.number == records.c.number)
        query = query.where(participants.c.side == side, records.c.kind.in_(kinds), twins.c.lead == 1)
        for spell in _spells(days):
            near.update(connection.scalars(query.where(spell)))
    for block in bulk.chunks(sorted(near - leads.keys())):
        yield from _standing(connection, records.c.number.in_(block), decided).items()


def _spells(days: Sequence[int]) -> Iterator[sa.ColumnElement[bool]]:
    """Conditions that find the records within reach of ``days``; the undated ones (day 0) are within reach of each other."""
    for low, high in _stretches(days):
        yield sa.or_(*(day.between(low, high) for day in (records.c.day_first, records.c.day_last, records.c.published)))
    if 0 in days:
        yield records.c.published.is_(None)


def _stretches(days: Iterable[int]) -> Iterator[tuple[str, str]]:
    """Runs of days whose windows meet, as ISO days with the window on both sides."""
    ordered = sorted({day for day in days if day > REACH})
    for _, run in itertools.groupby(enumerate(ordered), key=_Runs(ordered)):
        group = [day for _, day in run]
        yield dt.date.fromordinal(group[0] - REACH).isoformat(), dt.date.fromordinal(group[-1] + REACH).isoformat()


class _Runs:
    """Key for `itertools.groupby`: which run of days a day belongs to."""

    def __init__(self, ordered: Sequence[int]) -> None:
        run, self._run = 0, dict.fromkeys(ordered[:1], 0)
        for before, day in itertools.pairwise(ordered):
            run += day - before > 2 * REACH
            self._run[day] = run

    def __call__(self, place: tuple[int, int]) -> int:
        return self._run[place[1]]


def _standing(connection: sa.Connection, where: sa.ColumnElement[bool], decided: Rulings) -> dict[int, Telling]:
    return load_tellings(connection, sa.and_(where, records.c.retired.is_(None)), decided)


def _load(connection: sa.Connection, nodes: Iterable[int], known: dict[int, Telling], decided: Rulings) -> None:
    for block in bulk.chunks(sorted(set(nodes) - known.keys())):
        known.update(_standing(connection, records.c.number.in_(block), decided))


def _numbers(connection: sa.Connection, ids: Iterable[str]) -> set[int]:
    return {row.number for row in bulk.select_in(connection, sa.select(records.c.number), records.c.id, sorted(set(ids)))}


def _reach(connection: sa.Connection, start: set[int], decided: Rulings) -> list[int]:
    """Everything that hangs together with ``start`` by pairs, twins, decisions, or a common entry."""
    bonds: dict[int, set[int]] = {}
    ids = {name for pair in decided.together | decided.apart for name in pair}
    number_of = {
        row.id: row.number for row in bulk.select_in(connection, sa.select(records.c.id, records.c.number), records.c.id, sorted(ids))
    }
    for left, right in _pairs_of(decided.together, number_of):
        bonds.setdefault(left, set()).add(right)
        bonds.setdefault(right, set()).add(left)
    found, frontier = set(start), set(start)
    while frontier:
        near = {number for one in frontier for number in bonds.get(one, ())}
        for here, there in ((pairs.c.left, pairs.c.right), (pairs.c.right, pairs.c.left)):
            near.update(row[0] for row in bulk.select_in(connection, sa.select(there), here, sorted(frontier)))
        near.update(_twins(connection, frontier))
        near.update(_companions(connection, frontier))
        frontier = near - found
        found |= frontier
    return sorted(found)


def _twins(connection: sa.Connection, numbers: Iterable[int]) -> set[int]:
    """Records that say the same as these."""
    mine = {row.twin for row in bulk.select_in(connection, sa.select(twins.c.twin), twins.c.number, sorted(numbers))}
    return {row.number for row in bulk.select_in(connection, sa.select(twins.c.number), twins.c.twin, sorted(mine))}


def _companions(connection: sa.Connection, numbers: Iterable[int]) -> set[int]:
    """Records that share an entry with these."""
    c = entry_records.c
    at = sa.select(c.entry).join(records, records.c.id == c.record)
    found = {row.entry for row in bulk.select_in(connection, at, records.c.number, sorted(numbers))}
    there = sa.select(records.c.number).join(entry_records, records.c.id == c.record)
    return {row.number for row in bulk.select_in(connection, there, c.entry, sorted(found))}


def _edges(connection: sa.Connection, nodes: Sequence[int]) -> dict[Pair, float]:
    return {(row.left, row.right): row.score for row in bulk.select_in(connection, sa.select(pairs), pairs.c.left, nodes)}


def _replace(connection: sa.Connection, ids: Sequence[str], made: Sequence[Entry], decided: Rulings) -> None:
    """Put new entries where the old ones of these records were."""
    old = {row.entry for row in bulk.select_in(connection, sa.select(entry_records.c.entry), entry_records.c.record, ids)}
    for table, column in ((dyads, dyads.c.entry), (entry_records, entry_records.c.entry), (entries, entries.c.id)):
        bulk.delete_in(connection, table, column, sorted(old))
    write_entries(connection, made, decided)


def _remembering(twins_of: dict[int, list[Sketch]], edges: dict[Pair, float]) -> Callable[[int, int], float]:
    """The likeness of two leads, each pair reckoned once.

    Where an article tells what both stand for, the two claims side by side weigh as much as the leads of two articles.
    """
    scores: dict[Pair, float] = {}

    def compare(left: int, right: int) -> float:
        pair = pair_of(left, right)
        if pair not in scores:
            a, b = twins_of[pair[0]][0], twins_of[pair[1]][0]
            inside = _side_by_side(twins_of[pair[0]], twins_of[pair[1]])
            if a.document == b.document:
                scores[pair] = likeness_within(a, b) if pair not in edges else edges[pair]
            else:
                across = edges[pair] if pair in edges else likeness(a, b)
                scores[pair] = across if inside is None else min(across, (across + inside) / 2)
        return scores[pair]

    return compare


def _side_by_side(a: Sequence[Sketch], b: Sequence[Sketch]) -> float | None:
    """Likeness of two claims of the first article that has both, None where none has."""
    if len(a) == len(b) == 1:
        return None
    by_document = {one.document: one for one in reversed(a)}
    return next((likeness_within(by_document[one.document], one) for one in b if one.document in by_document), None)


def _score(known: dict[int, Telling], left: int, right: int) -> float:
    return alike(known[left].sketch, known[right].sketch)


def _pairs_of(names: Iterable[tuple[str, str]], number_of: dict[str, int]) -> frozenset[Pair]:
    return frozenset(pair_of(number_of[a], number_of[b]) for a, b in names if a in number_of and b in number_of)
