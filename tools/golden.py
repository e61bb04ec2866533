"""Draws the sample articles as the golden readings that the tests compare with: `golden.py` writes tests/golden/.

Read the difference before you commit it: every line that changed is a record or a name that is read otherwise than before.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman import read
from dragoman.views.drawn import draw_sentence

ROOT = Path(__file__).parent.parent
PUBLISHED = dt.date(2025, 10, 9)


def samples() -> list[Path]:
    """The sample articles, by language and name."""
    return sorted((ROOT / "samples").glob("*/*.txt"))


def golden_path(sample: Path) -> Path:
    """Where the golden reading of a sample stands."""
    return ROOT / "tests" / "golden" / f"{sample.parent.name}-{sample.stem}.txt"


def draw(sample: Path) -> str:
    """The reading of a sample, drawn: each sentence with its labels and the records that begin in it."""
    reading = read(sample.read_text(encoding="utf-8"), lang=sample.parent.name, published=PUBLISHED, document=sample.stem)
    blocks = ("\n".join(line.rstrip() for line in draw_sentence(reading, one)) for one in reading.sentences)
    return "\n\n".join(blocks) + "\n"


if __name__ == "__main__":
    for one in samples():
        golden_path(one).write_text(draw(one), encoding="utf-8")
