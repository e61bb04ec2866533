"""The sample articles are read as their golden readings say. `python tools/golden.py` draws them anew; read the difference before you
commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.golden import draw, golden_path, samples


@pytest.mark.parametrize("sample", samples(), ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_a_sample_is_read_as_its_golden_reading(sample: Path) -> None:
    assert draw(sample) == golden_path(sample).read_text(encoding="utf-8")
