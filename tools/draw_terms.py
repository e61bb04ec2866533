"""Draw terms of office at random, to check them against public material: `python tools/draw_terms.py [COUNT] [SEED]`.

The same files and the same seed give the same draw: one term a line, as number, file, office, name, from, until. What was found about the
draw of 800c171 stands in `evaluation/holders.jsonl`; `python tools/draw_terms.py --count` prints its table for `evaluation/holders.md`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICES = Path(__file__).parents[1] / "dragoman" / "codebook" / "offices"
FOUND = Path(__file__).parents[1] / "evaluation" / "holders.jsonl"
COUNT, SEED = 200, 20251113
VERDICTS = ("right", "one end", "wrong", "unchecked")
GROUPS = {
    "head_of_state": "head of state, monarch",
    "monarch": "head of state, monarch",
    "head_of_government": "head of government",
    "foreign_minister": "foreign minister",
    "defence_minister": "defence minister",
    "interior_minister": "interior, finance",
    "finance_minister": "interior, finance",
    "speaker": "speaker",
    "commander": "commander, intelligence",
    "intelligence": "commander, intelligence",
    "envoy": "envoy",
    "spokesperson": "spokesperson, of a state or a ministry",
    "foreign_spokesperson": "spokesperson, of a state or a ministry",
    "other": "other (deputies, advisers, commissioners, heads of firms)",
    "president_of_body": "heads of organisations",
    "secretary_general": "heads of organisations",
}


class Drawn(NamedTuple):
    """A person's time in an office, as its file tells it: dates are days, months or years, or None while the term lasts."""

    file: str
    of: str
    office: str
    collective: str
    name: str
    since: str
    until: str


def terms() -> Iterator[Drawn]:
    """Every term of every office file."""
    for path in sorted(OFFICES.glob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        of = str(data.get("state") or data.get("organisation"))
        for office in data["offices"]:
            for holder in office.get("holders") or ():
                name, since, until = holder["name"]["en"], holder.get("from"), holder.get("until")
                yield Drawn(*map(str, (path.stem, of, office["office"], office.get("collective"), name, since, until)))


def draw(count: int = COUNT, seed: int = SEED) -> list[Drawn]:
    """That many terms, each with the same chance, sorted by office and file."""
    return sorted(random.Random(seed).sample(sorted(set(terms())), count), key=lambda one: (one.office, one.file))


def table() -> list[str]:
    """What the checks of the draw found, by office: the lines of a Markdown table."""
    rows = [json.loads(line) for line in FOUND.read_text(encoding="utf-8").splitlines()]
    counts = Counter((GROUPS[row["office"]], row["verdict"]) for row in rows)
    lines = ["| office | drawn | " + " | ".join(VERDICTS) + " |", "|---" * (2 + len(VERDICTS)) + "|"]
    for group in dict.fromkeys(GROUPS.values()):
        found = [counts[group, verdict] for verdict in VERDICTS]
        lines.append(f"| {group} | {sum(found)} | {' | '.join(map(str, found))} |")
    whole = [sum(row["verdict"] == verdict for row in rows) for verdict in VERDICTS]
    return [*lines, f"| **all** | **{len(rows)}** | {' | '.join(f'**{number}**' for number in whole)} |"]


def main() -> None:
    """Print the draw, or what was found about it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=COUNT, help="how many terms to draw")
    parser.add_argument("seed", nargs="?", type=int, default=SEED)
    parser.add_argument("--count", action="store_true", help="print the table of what was found instead")
    asked = parser.parse_args()
    if asked.count:
        print(*table(), sep="\n")
        return
    for number, one in enumerate(draw(asked.number, asked.seed), 1):
        print(number, one.file, one.office, one.name, one.since, one.until, sep="\t")


if __name__ == "__main__":
    main()
