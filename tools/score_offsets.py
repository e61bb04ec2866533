#!/usr/bin/env python3
"""Score the dates that Dragoman finds against codings that hold offsets only.

    score_offsets.py CODINGS.jsonl ARTICLES.jsonl [ARTICLES.jsonl ...] [--lang pl] [--show]

CODINGS holds one date a line, {doc, start, end, edtf}: `edtf` one value or a list of values that are all right, `optional: true` where
the words are too vague to be demanded (found or not, it does not count), and {doc, none: true} for an article without dates. ARTICLES
hold {doc, lang, published, text}. A date is found where a mention shares characters with it, and right where the EDTF is one of the
coded ones. Precision counts the outermost mentions of the coded articles.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from dragoman.mentions.dates import find_in
from dragoman.text.sentences import split

Coding = dict[str, Any]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def right(coding: Coding, mention: Any) -> bool:
    """Does the mention say what was coded?"""
    values = coding["edtf"] if isinstance(coding["edtf"], list) else [coding["edtf"]]
    return mention.edtf in values


def score_article(article: dict[str, Any], codings: list[Coding], lang: str, show: bool) -> tuple[int, int, int, int]:
    """Right, found (by overlap), coded and given for one article."""
    published = dt.date.fromisoformat(article["published"]) if article.get("published") else None
    text = article["text"]
    mentions = find_in(text, split(text, lang), lang=lang, reference=published)
    hits = found = given = 0
    taken: set[int] = set()
    for coding in codings:
        near = [number for number, one in enumerate(mentions) if one.start < coding["end"] and coding["start"] < one.end]
        taken.update(near)
        if coding.get("optional"):
            continue
        good = any(right(coding, mentions[number]) for number in near)
        found, hits, given = found + bool(near), hits + good, given + bool(near)
        if show and not good:
            said = [(text[mentions[n].start : mentions[n].end], mentions[n].edtf) for n in near]
            print(f"MISS  {article['doc']} {text[coding['start'] : coding['end']]!r} {coding['edtf']} -> {said}")
    for number, one in enumerate(mentions):
        if number not in taken:
            given += 1
            if show:
                around = text[max(0, one.start - 30) : one.end + 20].replace("\n", " ")
                print(f"EXTRA {article['doc']} {text[one.start : one.end]!r} {one.edtf} | {around}")
    return hits, found, sum(not one.get("optional") for one in codings), given


def main() -> None:
    """Print one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codings", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--lang")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    by_doc: dict[str, list[Coding]] = defaultdict(list)
    for line in read_lines(asked.codings):
        by_doc[line["doc"]] += [] if line.get("none") else [line]
    articles = {one["doc"]: one for path in asked.articles for one in read_lines(path)}
    sums = [0, 0, 0, 0]
    for doc, codings in by_doc.items():
        article = articles[doc]
        for at, number in enumerate(score_article(article, codings, asked.lang or article["lang"], asked.show)):
            sums[at] += number
    hits, found, coded, given = sums
    precision, recall = hits / given if given else 0.0, hits / coded if coded else 0.0
    both = 2 * precision * recall / (precision + recall) if hits else 0.0
    print(f"{asked.codings.name}: right {hits} found {found} coded {coded} given {given}  P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}")


if __name__ == "__main__":
    main()
