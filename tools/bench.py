"""`make bench`: how fast Dragoman reads, stage by stage, on one core and on two, and where the time goes.

    bench.py [--lang pl] [--articles FILE.jsonl] [--seconds 5] [--profile 15]

Reads the sample articles (or the JSONL file given: doc, lang, published, text) again and again, warm, and prints sentences a second for
each stage and
for whole readings. Figures of two runs on shared machines differ by up to 40 %: compare the rows of one run.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime as dt
import json
import pstats
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.mentions.actors import find_in as find_actors_in
from dragoman.mentions.dates import find_dates
from dragoman.mentions.quantities import find_in as find_quantities_in
from dragoman.mentions.quotations import find_in as find_quotations_in
from dragoman.reader import read
from dragoman.text.sentences import split

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parent.parent / "samples"
_DAY = dt.date(2025, 10, 9)
Article = tuple[str, str, dt.date | None]


def load(path: str | None, lang: str) -> list[Article]:
    """Articles as (text, language, publication day)."""
    if path is None:
        return [(one.read_text(encoding="utf-8"), lang, _DAY) for one in sorted((SAMPLES / lang).glob("*.txt"))]
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["text"], row["lang"], dt.date.fromisoformat(row["published"]) if row.get("published") else None) for row in rows]


def rate(job: Callable[[Article], object], articles: list[Article], sentences: int, seconds: float) -> float:
    """Sentences a second of a job over all articles, repeated for about so many seconds after a warm-up."""
    for one in articles:
        job(one)
    begin, rounds = time.perf_counter(), 0
    while time.perf_counter() - begin < seconds:
        for one in articles:
            job(one)
        rounds += 1
    return rounds * sentences / (time.perf_counter() - begin)


def read_all(articles: list[Article], rounds: int) -> float:
    """Seconds that reading all articles so many times takes in this process, warm."""
    for text, lang, day in articles:
        read(text, lang=lang, published=day)
    begin = time.perf_counter()
    for _ in range(rounds):
        for text, lang, day in articles:
            read(text, lang=lang, published=day)
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default="pl")
    parser.add_argument("--articles")
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--profile", type=int, default=12, help="how many of the hottest functions to name")
    args = parser.parse_args()
    articles = load(args.articles, args.lang)
    split_ = {text: split(text, lang) for text, lang, _ in articles}
    total = sum(len(one) for one in split_.values())
    actors = {text: find_actors_in(text, split_[text], lang=lang, on=day) for text, lang, day in articles}
    stages: dict[str, Callable[[Article], object]] = {
        "sentences and words": lambda one: split(one[0], one[1]),
        "actors": lambda one: find_actors_in(one[0], split_[one[0]], lang=one[1], on=one[2]),
        "dates": lambda one: find_dates(one[0], lang=one[1], reference=one[2]),
        "quantities": lambda one: find_quantities_in(one[0], split_[one[0]], lang=one[1]),
        "quotations": lambda one: find_quotations_in(one[0], split_[one[0]], actors[one[0]], lang=one[1]),
        "whole reading": lambda one: read(one[0], lang=one[1], published=one[2]),
    }
    print(f"{len(articles)} articles, {total} sentences, language {args.lang}")
    speeds = {name: rate(job, articles, total, args.seconds) for name, job in stages.items()}
    for name, speed in speeds.items():
        print(f"{name:22} {speed:10.0f} sentences/s on one core")
    rounds = max(1, round(speeds["whole reading"] * args.seconds / total))
    with ProcessPoolExecutor(2) as pool:
        spent = max(pool.map(read_all, [articles, articles], [rounds, rounds]))
    print(f"{'whole reading':22} {2 * rounds * total / spent:10.0f} sentences/s on two cores")
    profile = cProfile.Profile()
    profile.runcall(read_all, articles, max(1, rounds // 4))
    print("hot spots (own time)")
    rows = sorted(pstats.Stats(profile).stats.items(), key=lambda row: -row[1][2])[: args.profile]  # type: ignore[attr-defined]
    whole = sum(row[1][2] for row in pstats.Stats(profile).stats.items())  # type: ignore[attr-defined]
    for (file, line, name), (_, calls, own, _, _) in rows:
        print(f"  {own / whole:6.1%} {calls:9} calls  {Path(file).name}:{line} {name}")


if __name__ == "__main__":
    main()
