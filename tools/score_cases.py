#!/usr/bin/env python3
"""Score the cases that the chart gives to names and titles of states and leaders against codings that hold offsets only.

    score_cases.py CODINGS.jsonl ARTICLES.jsonl [--lang pl] [--show]

CODINGS holds one mention a line, {doc, start, end, case}: case one of nom gen dat acc ins loc. ARTICLES hold {doc, lang, published, text}.
The case of a mention is what its phrase allows (for an adjective: what the phrase it describes allows). Counted are those decided right
(one case, the coded one), left open (several cases, the coded one among them), wrong (the coded one is not among them) and not found
(no mention at the place).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dragoman
from dragoman.frames.charts import Charts
from dragoman.model.token import ACC, DAT, GEN, INS, LOC, NOM

if TYPE_CHECKING:
    from dragoman.frames.chart import Chart

CASES = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC, "ins": INS, "loc": LOC}
ALL = NOM | GEN | DAT | ACC | INS | LOC


def allowed(chart: Chart, at: int) -> int:
    """The cases that a node may stand in, as its phrase has them."""
    phrase = chart.phrase_of[at]
    actor = chart.nodes[at].actor
    return (chart.phrases[phrase].cases if phrase >= 0 else actor.cases if actor is not None else ALL) & ALL


def judge(coded: str, cases: int) -> str:
    """right, open or wrong."""
    mask = CASES[coded]
    return "wrong" if not cases & mask else "right" if cases == mask else "open"


def score_article(article: dict[str, Any], codings: list[dict[str, Any]], lang: str) -> list[tuple[dict[str, Any], str, int]]:
    """Each coding with the judgement on it and the cases that were given (0 where nothing was found)."""
    published = dt.date.fromisoformat(article["published"]) if article.get("published") else None
    reading = dragoman.read(article["text"], lang=lang, published=published)
    charts = Charts(reading.sentences, reading.actors, reading.dates, reading.quantities, lang)
    found: list[tuple[dict[str, Any], str, int]] = []
    for coding in codings:
        result = (coding, "missing", 0)
        for number, sentence in enumerate(reading.sentences):
            if not sentence.start <= coding["start"] < sentence.end:
                continue
            chart = charts.chart(number)
            for at, node in enumerate(chart.nodes):
                if node.actor is not None and node.start < coding["end"] and coding["start"] < node.end:
                    cases = allowed(chart, at)
                    result = (coding, judge(coding["case"], cases), cases)
                    break
        found.append(result)
    return found


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codings", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--lang", default="pl")
    parser.add_argument("--show", action="store_true", help="print each one that is not decided right")
    options = parser.parse_args()
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in options.codings.read_text(encoding="utf-8").splitlines():
        coding = json.loads(line)
        by_document[coding["doc"]].append(coding)
    counts: Counter[str] = Counter()
    for line in options.articles.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for coding, verdict, cases in score_article(article, by_document.pop(article["doc"], []), options.lang):
            counts[verdict] += 1
            if options.show and verdict != "right":
                names = "|".join(name for name, mask in CASES.items() if cases & mask)
                text = article["text"][max(0, coding["start"] - 40) : coding["end"] + 20].replace("\n", " ")
                print(f"{verdict:8} {coding['case']} -> {names}: {text}")
    total = sum(counts.values())
    print(f"mentions {total}: " + ", ".join(f"{name} {counts[name]}" for name in ("right", "open", "wrong", "missing")))
    print(f"decided {counts['right'] / total:.3f}, coded case among the allowed {(counts['right'] + counts['open']) / total:.3f}")


if __name__ == "__main__":
    main()
