"""How fast a ledger takes articles in and merges them.

    bench_ledger.py LEDGER [--articles 1000] [--kind copies|others] [--batch 1000]

LEDGER is a file to be made, or postgresql://… of an empty database. The sample articles are read once; `copies` prints the longest of
them again and again, each with a line of its own below; `others` sets other days and sides and exchanges half of the words. Prints
records a second for adding, seconds for merging, and how many pairs of records were compared.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

import dragoman.ledger.merge as merging
from dragoman.ledger import Ledger
from dragoman.model.article import Article
from dragoman.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model.record import Participant, Record

SAMPLES = Path(__file__).parent.parent / "samples" / "pl"
DAY = dt.date(2025, 11, 13)
SIDES = "POL DEU FRA GBR USA RUS UKR CHN KAZ TUR IND JPN BRA ITA ESP CZE SVK HUN ROU LTU LVA EST FIN SWE NOR IRN ISR EGY".split()
PEOPLE = ("actors", "recipients", "sides", "of", "to", "addressees", "about")
Prints = list[tuple[Article, list["Record"]]]


def copies(many: int) -> Prints:
    """The longest sample, printed by so many papers."""
    text = max((path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.txt")), key=len)
    records = read(text, lang="pl", published=DAY).records
    return [_print(text, records, number, DAY) for number in range(many)]


def others(many: int) -> Prints:
    """So many articles of other days, sides and words; the same ones each time."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    read_once = [(text, read(text, lang="pl", published=DAY).records) for text in texts]
    words = [word for text in texts for word in text.split() if len(word) > 4]
    chance = random.Random(1)
    made = []
    for number in range(many):
        text, records = read_once[number % len(read_once)]
        sides = dict(zip(SIDES, chance.sample(SIDES, len(SIDES)), strict=True))
        back = chance.randrange(365)
        changed = [_changed(record, sides, words, back, chance) for record in records]
        made.append(_print(text, changed, number, DAY - dt.timedelta(days=back)))
    return made


def _print(text: str, records: Sequence[Record], number: int, day: dt.date) -> tuple[Article, list[Record]]:
    name = f"d{number:06}"
    own = [msgspec.structs.replace(record, id=f"{record.id}-{number}", document=name) for record in records]
    return Article(text=f"{text}\n{number}", document=name, lang="pl", published=day), own


def _changed(record: Record, sides: dict[str, str], words: Sequence[str], back: int, chance: random.Random) -> Record:
    def elsewhere(one: Participant) -> Participant:
        return msgspec.structs.replace(one, country=sides.get(one.country or "", one.country))

    claim = " ".join(word if chance.random() < 0.5 else chance.choice(words) for word in record.evidence[0].text.split())
    fields: dict[str, Any] = {name: tuple(map(elsewhere, getattr(record, name))) for name in PEOPLE if hasattr(record, name)}
    fields["evidence"] = (msgspec.structs.replace(record.evidence[0], text=claim),)
    if record.when is not None and len(record.when.edtf) == 10 and record.when.edtf[0] == "2":
        day = dt.date.fromisoformat(record.when.edtf) - dt.timedelta(days=back)
        fields["when"] = msgspec.structs.replace(record.when, edtf=day.isoformat())
    return msgspec.structs.replace(record, **fields)


def _counting() -> Iterator[int]:
    """Count what is compared from now on; each value is the number so far."""
    compare, seen = merging.alike, [0]

    def counted(a: Any, b: Any) -> float:
        seen[0] += 1
        return compare(a, b)

    merging.alike = counted  # type: ignore[attr-defined]
    while True:
        yield seen[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kind", choices=("copies", "others"), default="copies")
    parser.add_argument("--batch", type=int, default=1000)
    args = parser.parse_args()
    prints = copies(args.articles) if args.kind == "copies" else others(args.articles)
    records = sum(len(made) for _, made in prints)
    ledger = Ledger.open(args.ledger, create=True)
    counter = _counting()
    next(counter)
    begin = time.perf_counter()
    for start in range(0, len(prints), args.batch):
        ledger.add_many(prints[start : start + args.batch])
    added = time.perf_counter()
    entries = ledger.merge()
    merged = time.perf_counter()
    print(f"{args.kind}: {len(prints)} articles, {records} records, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"added {records / (added - begin):.0f} records/s; merged in {merged - added:.1f} s into {entries} entries")
    print(f"{next(counter)} pairs compared")


if __name__ == "__main__":
    main()
