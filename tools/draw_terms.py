"""Draw terms of office at random, to check them against public material: `python tools/draw_terms.py [COUNT] [SEED]`.

The same files and the same seed give the same draw: one term a line, as number, file, office, name, from, until. What was found about the
draws so far stands in `evaluation/holders.md`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICES = Path(__file__).parents[1] / "dragoman" / "codebook" / "offices"
COUNT, SEED = 200, 20251113


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


def main() -> None:
    """Print the draw."""
    count, seed = [int(word) for word in sys.argv[1:3]] + [COUNT, SEED][len(sys.argv) - 1 :]
    for number, one in enumerate(draw(count, seed), 1):
        print(number, one.file, one.office, one.name, one.since, one.until, sep="\t")


if __name__ == "__main__":
    main()
