#!/usr/bin/env python3
"""Score the quantities that Dragoman finds against codings that hold offsets only.

    score_quantities.py CODINGS.jsonl ARTICLES.jsonl --lang pl [--show]

CODINGS holds one quantity a line, {doc, start, end, low, high, unit}, and {doc, none: true} for an article without any. ARTICLES hold
{doc, text}. A quantity is right where it shares characters with the coding and has its bounds (to 0.5 %) and unit. "One" in words is not
scored: where it counts and where it is a pronoun is a matter of taste.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from dragoman import find_quantities


def read_lines(path: str) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def is_near(a: float | None, b: float | None) -> bool:
    """Are two bounds the same, to half a per cent?"""
    return a is b if a is None or b is None else abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)


def score(text: str, codings: list[dict[str, Any]], lang: str, show: bool) -> tuple[int, int, int]:
    """Right, coded and given quantities of one article."""
    given = [q for q in find_quantities(text, lang=lang) if not (q.low == q.high == 1 and not text[q.start].isdigit())]
    used: set[int] = set()
    right = 0
    for coding in codings:
        near = [i for i, q in enumerate(given) if q.start < coding["end"] and coding["start"] < q.end]
        good = [
            i
            for i in near
            if i not in used
            and given[i].unit == coding["unit"]
            and is_near(given[i].low, coding["low"])
            and is_near(given[i].high, coding["high"])
        ]
        right += bool(good)
        used.update(good[:1])
        if show and not good:
            print("MISS ", repr(text[coding["start"] : coding["end"]]), [text[given[i].start : given[i].end] for i in near])
    if show:
        for i, q in enumerate(given):
            if i not in used:
                print("EXTRA", repr(text[max(0, q.start - 30) : q.end + 20]), q.low, q.high, q.unit)
    return right, len(codings), len(given)


def main() -> None:
    """Score one file of codings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codings")
    parser.add_argument("articles")
    parser.add_argument("--lang", required=True)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    texts = {row["doc"]: row["text"] for row in read_lines(asked.articles)}
    by_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_lines(asked.codings):
        by_doc[row["doc"]] += [row] if "start" in row else []
    totals = [score(texts[doc], rows, asked.lang, asked.show) for doc, rows in by_doc.items()]
    right, wanted, given = (sum(column) for column in zip(*totals, strict=True))
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"right {right} of {wanted} coded, {given} given: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
