"""Reads coded articles and measures the records against their codings.

    measure.py GOLD.jsonl ARTICLES.jsonl [--floors evaluation/floors.json] [--write] [--show] [--fields]

GOLD holds one coding a line as facts: doc, kind, start, end and the fields of the record contract in short form (participants as codes
such as "KAZ" or
"USA:BUS", values as [low, high, unit], {"any": [...]} where several codings are right, optional: true where none is asked for). ARTICLES
holds doc (or id, as the public suites of names call it), lang, text and, where it is known, published: without it no day is reckoned from
the text's "on Monday".

A record is right (core) when it overlaps the coding and says the same: event: type and sides in their roles; relation: sides and change;
figure:
measure and value; statement: speaker, and most of the words. Full: every coded field is right. With --floors the F1 may not be lower
than what the file says for this
gold (named by the digest of its codings); --write raises the floors to what was measured, and never lowers one. --fields counts, of the
right (core) records, those in which each coded field is right too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from dragoman import read

Row = dict[str, Any]
TOGETHER = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "ASSAULT"})
FIELDS = ("mode", "modality", "when", "where", "said_by", "level", "form", "stance", "of", "to", "addressees", "about")
PEOPLE = frozenset({"actors", "recipients", "sides", "of", "to", "addressees", "about"})


def rows(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def ways(value: Any) -> list[Any]:
    """The codings that are right for a field."""
    return value["any"] if isinstance(value, dict) and set(value) == {"any"} else [value]


def people(record: Row, name: str) -> set[str]:
    value = record.get(name) or []
    found = set()
    for one in [value] if isinstance(value, dict) else value:
        state = one.get("country") or one.get("id")
        found.add(state or f"-:{one.get('sector')}")
    return found


def coded(codes: list[str | None]) -> set[str]:
    return {one if one.startswith("-") else one.split(":")[0] for one in codes if one}


def amount(record: Row) -> tuple[Any, Any, Any]:
    value = record.get("value") or {}
    return value.get("low"), value.get("high"), value.get("unit")


def near(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else abs(one - other) <= 0.005 * max(abs(one), abs(other), 1e-9)


def agrees(name: str, gold: Any, record: Row) -> bool:
    """Is a field of a record what the coding says?"""
    if name in PEOPLE:
        return any(people(record, name) == coded(one) for one in ways(gold))
    if name in ("speaker", "said_by"):
        return any(people(record, name) == coded([one]) for one in ways(gold))
    if name == "value":
        low, high, unit = amount(record)
        return any(near(one[0], low) and near(one[1], high) and one[2] == unit for one in ways(gold))
    if name == "when":
        return (record.get("when") or {}).get("edtf") in ways(gold)
    if name == "where":
        return (record.get("where") or {}).get("country") in ways(gold)
    return record.get(name) in ways(gold)


def common(gold: Row, spans: list[Row]) -> int:
    return sum(max(0, min(gold["end"], one["end"]) - max(gold["start"], one["start"])) for one in spans)


def core(gold: Row, record: Row) -> bool:
    """Does the record make the coded claim?"""
    kind = gold["kind"]
    if kind != record["kind"] or not common(gold, record["evidence"] + (record.get("words") or [])):
        return False
    if kind == "event":
        roles = agrees("actors", gold["actors"], record) and agrees("recipients", gold.get("recipients", []), record)
        both = people(record, "actors") | people(record, "recipients")
        mixed = record["type"] in TOGETHER and not gold.get("recipients") and any(both == coded(one) for one in ways(gold["actors"]))
        return record["type"] in ways(gold["type"]) and (roles or mixed)
    if kind == "relation":
        return agrees("sides", gold["sides"], record) and agrees("change", gold.get("change"), record)
    if kind == "figure":
        return agrees("measure", gold["measure"], record) and agrees("value", gold["value"], record)
    words = record.get("words") or record["evidence"]
    length = max(sum(one["end"] - one["start"] for one in words), gold["end"] - gold["start"], 1)
    return agrees("speaker", gold["speaker"], record) and common(gold, words) >= 0.6 * length


def faults(gold: Row, record: Row) -> list[str]:
    return [name for name in FIELDS if name in gold and not agrees(name, gold[name], record)]


def pair(gold: list[Row], found: list[Row]) -> dict[int, int]:
    """Codings and records one to one: those that ask for a record first, then those with the fewest wrong fields."""
    options = [
        (bool(one.get("optional")), len(faults(one, record)), -common(one, record["evidence"]), g, p)
        for g, one in enumerate(gold)
        for p, record in enumerate(found)
        if core(one, record)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, g, p in sorted(options):
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return pairs


def name_of(article: Row) -> str:
    """The document that an article is: `doc` of coded articles, `id` of the public suites. KeyError where it has neither."""
    return str(article["doc"] if "doc" in article else article["id"])


def measure(gold: list[Row], articles: list[Row], *, show: bool) -> Counter[str]:
    """Counts of right, found and wanted records, and of fully right ones, by kind and over all."""
    by_doc: dict[str, list[Row]] = defaultdict(list)
    for one in gold:
        by_doc[one["doc"]].append(one)
    counts: Counter[str] = Counter()
    for article in articles:
        wanted = by_doc.get(name_of(article))
        if not wanted:
            continue
        day = dt.date.fromisoformat(article["published"]) if article.get("published") else None
        found = [json.loads(line) for line in read(article["text"], lang=article["lang"], published=day).jsonl().splitlines()]
        pairs = pair(wanted, found)
        for g, one in enumerate(wanted):
            if one.get("optional"):
                continue
            hit = g in pairs
            wrong = faults(one, found[pairs[g]]) if hit else []
            whole = hit and not wrong
            for name in FIELDS:
                counts[f"{one['kind']} {name} coded"] += hit and name in one
                counts[f"{one['kind']} {name} agreed"] += hit and name in one and name not in wrong
            for row in (one["kind"], "all"):
                counts[f"{row} wanted"] += 1
                counts[f"{row} right"] += hit
                counts[f"{row} found"] += hit
                counts[f"{row} full"] += whole
            if show and not hit:
                print(f"missed {one['doc']} {one['start']}-{one['end']} {one['kind']} {one.get('type') or one.get('measure') or ''}")
        for p, record in enumerate(found):
            if p not in pairs.values():
                counts[f"{record['kind']} found"] += 1
                counts["all found"] += 1
                if show:
                    place = record["evidence"][0]
                    print(f"extra  {name_of(article)} {place['start']}-{place['end']} {record['rule']}")
    return counts


def f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 3) if right else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("articles")
    parser.add_argument("--floors")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fields", action="store_true")
    args = parser.parse_args()
    counts = measure(rows(args.gold), rows(args.articles), show=args.show)
    for row in ("event", "relation", "figure", "statement", "all"):
        right, found, wanted, full = (counts[f"{row} {name}"] for name in ("right", "found", "wanted", "full"))
        if found or wanted:
            precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
            line = f"P {precision:.3f} R {recall:.3f} F1 {f1(right, found, wanted):.3f}  full F1 {f1(full, found, wanted):.3f}"
            print(f"{row:10} {line}  ({right} right, {full} fully, {found} found, {wanted} wanted)")
    if args.fields:
        print_fields(counts)
    if args.floors:
        keep_floor(Path(args.floors), Path(args.gold), f1(counts["all right"], counts["all found"], counts["all wanted"]), write=args.write)


def print_fields(counts: Counter[str]) -> None:
    """Each field by kind: right of coded, in the right records."""
    for kind in ("event", "relation", "figure", "statement"):
        for name in FIELDS:
            coded_, agreed = counts[f"{kind} {name} coded"], counts[f"{kind} {name} agreed"]
            if coded_:
                print(f"{kind:10} {name:10} {agreed} of {coded_}  ({100 * agreed / coded_:.1f} %)")


def keep_floor(file: Path, gold: Path, reached: float, *, write: bool) -> None:
    """Fails the process where the F1 is under the floor of this gold; raises the floor where asked."""
    floors = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:16]
    floor = floors.get(digest, {}).get("core_f1", 0.0)
    if reached < floor:
        sys.exit(f"{gold.name}: core F1 {reached} is under its floor of {floor}")
    if write:
        floors[digest] = {"gold": gold.name, "core_f1": max(reached, floor)}
        file.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
