"""Records into entries.

Every pair of records that could tell one thing is compared once and remembered in `pairs`. Entries are a function of records, pairs
and decisions: a batch that arrives later only adds pairs, and the groups that it touches are made anew, so the order of arrival
leaves no trace.
"""

from __future__ import annotations

import datetime as dt
import itertools
import zlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from dragoman.ledger import bulk
from dragoman.ledger.build import entry_from
from dragoman.ledger.cluster import agglomerate, components
from dragoman.ledger.days import WINDOW
from dragoman.ledger.decisions import Rulings, rulings
from dragoman.ledger.read import encode_entry
from dragoman.ledger.rows import encode, sides_of
from dragoman.ledger.similarity import SAME, alike, could_be_one, likeness, likeness_within
from dragoman.ledger.tables import dyads, entries, entry_records, inputs, pairs, participants, records
from dragoman.ledger.tellings import load_tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dragoman.ledger.build import Telling
    from dragoman.ledger.entry import Entry
    from dragoman.ledger.sketch import Sketch

MEAN = 0.35
"""Mean likeness that two groups must reach to be one entry."""
MERGED = "@merged"
"""The row of `inputs` that holds the number of the last record that was compared."""
REACH = 75
"""Days within which a reprinted sentence is looked for: a paper repeats a deed as background for two months."""
DYAD_SIDES = 12
"""Sides of an entry that make dyads; a summit of more is no dyad."""
Pair = tuple[int, int]


def merge(connection: sa.Connection, *, full: bool = False, touched: Iterable[str] = ()) -> int:
    """Compare what is new and make the entries that it touches. Returns how many entries were written.

    ``full`` compares everything anew. ``touched`` are ids of records whose decisions have changed.
    """
    if full:
        for table in (dyads, entry_records, entries, pairs):
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(inputs).where(inputs.c.source == MERGED))
    decided = rulings(connection)
    since = connection.scalar(sa.select(inputs.c.position).where(inputs.c.source == MERGED)) or 0
    fresh = _standing(connection, records.c.number > since, decided)
    last = max(fresh, default=since)
    also = _numbers(connection, touched)
    if not fresh and not also:
        return 0
    if again := also - fresh.keys():  # what a decision is about may read otherwise now, so it is compared anew
        for column in (pairs.c.left, pairs.c.right):
            bulk.delete_in(connection, pairs, column, sorted(again))
        fresh |= _standing(connection, records.c.number.in_(sorted(again)), decided)
    known = dict(fresh)
    _compare(connection, fresh, known, decided)
    nodes = _reach(connection, {*fresh, *also}, decided)
    _load(connection, nodes, known, decided)
    made = make_entries({number: known[number] for number in nodes if number in known}, _edges(connection, nodes), decided)
    _replace(connection, [known[number].record.id for number in nodes if number in known], made, decided)
    connection.execute(sa.delete(inputs).where(inputs.c.source == MERGED))
    connection.execute(sa.insert(inputs).values(source=MERGED, position=last))
    return len(made)


def merge_records(tellings: Sequence[Telling], decided: Rulings | None = None) -> list[Entry]:
    """Merge records that are in memory, as `merge` would those of a ledger."""
    known = {one.sketch.number: one for one in tellings}
    edges = {pair: score for pair in candidates([one.sketch for one in tellings]) if (score := _score(known, *pair)) >= SAME}
    return make_entries(known, edges, decided or Rulings())


def make_entries(known: dict[int, Telling], edges: dict[Pair, float], decided: Rulings) -> list[Entry]:
    """Entries of the records ``known``; ``edges`` are the pairs whose likeness reached `SAME`."""
    number_of = {telling.record.id: number for number, telling in known.items()}
    together = _pairs_of(decided.together, number_of)
    apart = _pairs_of(decided.apart, number_of)
    rejected = {number_of[name] for name in decided.rejected if name in number_of}
    live = {pair: score for pair, score in edges.items() if not rejected & set(pair) and known.keys() >= set(pair)}
    bound = frozenset(pair for pair in together if not rejected & set(pair))
    order = {number: telling.sketch.key for number, telling in known.items()}
    compare = _remembering(known, live)
    made = []
    for group in components(known, [*live, *bound]):
        inside = set(group)
        own = {pair: score for pair, score in live.items() if pair[0] in inside} if len(group) > 1 else {}
        tied = [pair for pair in bound if pair[0] in inside]
        for members in agglomerate(group, order, compare, own, threshold=MEAN, together=tied, apart=apart):
            made.append(entry_from([known[number] for number in members], decided))
    return made


def candidates(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Pairs worth comparing: near in time (told or happened), with two sides in common, or one where that is all one has.

    Two records of two sides each that share but one are never one thing, so nothing is lost by asking for the pair. Beyond `WINDOW` days
    only sentences that look reprinted are compared. Whether a pair is compared depends on the two alone.
    """
    blocks: dict[tuple[str, ...], list[Sketch]] = {}
    copies: dict[tuple[str, ...], list[Sketch]] = {}
    for one in sketches:
        marks = list(itertools.combinations(fingerprint(one.stems), 2))
        for sides in itertools.chain(itertools.combinations(sorted(one.reach)[:DYAD_SIDES], 2), ((side,) for side in one.sides)):
            blocks.setdefault((_block(one.kind), *sides), []).append(one)
            for mark in marks:
                copies.setdefault((_block(one.kind), "/".join(mark), *sides), []).append(one)
    seen: set[Pair] = set()
    for key, block in blocks.items():
        seen.update(_near(block, WINDOW, lone=len(key) == 2))
    for block in copies.values():
        seen.update(_near(block, REACH, lone=False))
    return iter(sorted(seen))


def fingerprint(stems: frozenset[str]) -> list[str]:
    """Three stems that stand for a sentence: those with the lowest checksum, so that reprints mostly agree on two."""
    return sorted(stems, key=lambda stem: (zlib.crc32(stem.encode()), stem))[:3] if len(stems) >= 5 else []


def _near(block: Sequence[Sketch], window: int, *, lone: bool) -> Iterator[Pair]:
    """Pairs of a block within ``window`` days; in the block of a ``lone`` side one of the two has no other."""
    single = [len(one.sides) == 1 for one in block]
    if len(block) < 2 or (lone and not any(single)):
        return
    points = sorted((point, place) for place, one in enumerate(block) for point in moments(one))
    start = 0
    for index, (day, place) in enumerate(points):
        while points[start][0] < day - window:
            start += 1
        one = block[place]
        for _, there in points[start:index]:
            other = block[there]
            if there != place and not (lone and not single[place] and not single[there]) and could_be_one(one, other):
                yield _pair(one.number, other.number)


def _block(kind: str) -> str:
    """Deeds and words are compared with each other, other kinds each with its own."""
    return "told" if kind in ("event", "statement") else kind


def moments(one: Sketch) -> set[int]:
    """Days by which a record is found: that of the deed, if it is known to the month, and that of the telling."""
    days: set[int] = set()
    if one.first is not None and one.last is not None and one.last - one.first <= 31:
        days.update((one.first, one.last, (one.first + one.last) // 2))
    if one.told is not None:
        days.add(one.told)
    return days or {0}


def _compare(connection: sa.Connection, fresh: dict[int, Telling], known: dict[int, Telling], decided: Rulings) -> None:
    """Compare the new records with each other and with those of the ledger that are near, and remember what is alike."""
    for number, telling in _neighbours(connection, fresh, decided):
        known.setdefault(number, telling)
    found = []
    for left, right in candidates([telling.sketch for telling in known.values()]):
        if (left in fresh or right in fresh) and (score := _score(known, left, right)) >= SAME:
            found.append({"left": left, "right": right, "score": score})
    bulk.insert(connection, pairs, found)


def _neighbours(connection: sa.Connection, fresh: dict[int, Telling], decided: Rulings) -> Iterator[tuple[int, Telling]]:
    """Older records of the same kind and with a side of the new ones, within the window of their days."""
    reach: dict[tuple[str, str], list[int]] = {}
    for telling in fresh.values():
        for side in telling.sketch.sides:
            reach.setdefault((_block(telling.sketch.kind), side), []).extend(moments(telling.sketch))
    for (kind, side), days in sorted(reach.items()):
        kinds = ("event", "statement") if kind == "told" else (kind,)
        of_side = records.c.id.in_(sa.select(participants.c.record).where(participants.c.side == side))
        for near in _spells(days):
            where = sa.and_(records.c.kind.in_(kinds), near, of_side)
            yield from _standing(connection, where, decided).items()


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
    """Everything that hangs together with ``start`` by pairs, decisions, or a common entry."""
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
        near.update(_companions(connection, frontier))
        frontier = near - found
        found |= frontier
    return sorted(found)


def _companions(connection: sa.Connection, numbers: Iterable[int]) -> set[int]:
    """Records that share an entry with these."""
    mine, theirs, other = entry_records.alias(), entry_records.alias(), records.alias()
    query = (
        sa.select(other.c.number)
        .join(theirs, theirs.c.record == other.c.id)
        .join(mine, mine.c.entry == theirs.c.entry)
        .join(records, records.c.id == mine.c.record)
    )
    return {row.number for row in bulk.select_in(connection, query, records.c.number, sorted(numbers))}


def _edges(connection: sa.Connection, nodes: Sequence[int]) -> dict[Pair, float]:
    return {(row.left, row.right): row.score for row in bulk.select_in(connection, sa.select(pairs), pairs.c.left, nodes)}


def _replace(connection: sa.Connection, ids: Sequence[str], made: Sequence[Entry], decided: Rulings) -> None:
    """Put new entries where the old ones of these records were."""
    old = {row.entry for row in bulk.select_in(connection, sa.select(entry_records.c.entry), entry_records.c.record, ids)}
    for table, column in ((dyads, dyads.c.entry), (entry_records, entry_records.c.entry), (entries, entries.c.id)):
        bulk.delete_in(connection, table, column, sorted(old))
    write_entries(connection, made, decided)


def write_entries(connection: sa.Connection, made: Sequence[Entry], decided: Rulings) -> None:
    """Write entries with their records and dyads."""
    bulk.insert(connection, entries, [_entry_row(entry) for entry in made])
    bulk.insert(connection, entry_records, [row for entry in made for row in _member_rows(entry, decided)])
    bulk.insert(connection, dyads, [row for entry in made for row in _dyad_rows(entry)])


def _entry_row(entry: Entry) -> dict[str, Any]:
    names = ("id", "kind", "type", "modality", "day_first", "day_last", "first_seen", "last_seen", "status")
    row = {name: getattr(entry, name) for name in names}
    return row | {"records": len(entry.records), "sources": entry.voices, "payload": encode_entry(entry)}


def _member_rows(entry: Entry, decided: Rulings) -> Iterator[dict[str, Any]]:
    voice = {source.document: source.voice for source in entry.sources}
    for record in entry.records:
        corrected = encode(record) if record.id in decided.corrected else None
        yield {"record": record.id, "entry": entry.id, "voice": voice.get(record.document or "", 0), "corrected": corrected}


def _dyad_rows(entry: Entry) -> Iterator[dict[str, Any]]:
    sides = sorted(sides_of(entry.best))[:DYAD_SIDES]
    day = entry.day_first or entry.first_seen or ""
    lone = [(sides[0], sides[0])] if len(sides) == 1 else []
    for a, b in lone or itertools.combinations(sides, 2):
        yield {"a": a, "b": b, "day": day, "entry": entry.id, "kind": entry.kind, "type": entry.type}


def _remembering(known: dict[int, Telling], edges: dict[Pair, float]) -> Callable[[int, int], float]:
    scores = dict(edges)

    def compare(left: int, right: int) -> float:
        pair = _pair(left, right)
        if pair not in scores:
            a, b = known[left].sketch, known[right].sketch
            scores[pair] = likeness_within(a, b) if a.document == b.document else likeness(a, b)
        return scores[pair]

    return compare


def _score(known: dict[int, Telling], left: int, right: int) -> float:
    return alike(known[left].sketch, known[right].sketch)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _pairs_of(names: Iterable[tuple[str, str]], number_of: dict[str, int]) -> frozenset[Pair]:
    return frozenset(_pair(number_of[a], number_of[b]) for a, b in names if a in number_of and b in number_of)
