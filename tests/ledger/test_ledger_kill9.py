"""kill -9 while writing: nothing acknowledged is lost, nothing is half. `tools/kill9.py` does it as often as you like."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import kill9


@pytest.mark.parametrize("task, times", [("add", 2), ("merge", 1), ("migrate", 1)])
def test_killed_while_writing(place, task, times):
    kill9.run(task, place, times)
