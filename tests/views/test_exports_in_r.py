"""The exports that researchers load into R, loaded there with the column types of their formats."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.views.test_exports import ledger, written

SCRIPT = Path(__file__).parent / "read_exports.R"
ROWS = {"gdelt": 3, "mentions": 3, "polecat": 3, "icews": 3, "phoenix": 3, "csv": 6}
COLUMNS = {"gdelt": 61, "mentions": 16, "polecat": 40, "icews": 20, "phoenix": 26}

__all__ = ["ledger"]


@pytest.mark.skipif(shutil.which("Rscript") is None and not os.environ.get("CI"), reason="R is not installed (Rscript)")
def test_every_table_loads_in_r_with_its_column_types(ledger, tmp_path):
    for form in ("gdelt", "polecat", "icews", "phoenix", "csv"):
        written(ledger, form, tmp_path)
    done = subprocess.run(["Rscript", "--vanilla", str(SCRIPT), str(tmp_path)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    tables = {name: (int(rows), classes) for name, rows, *classes in (line.split("\t") for line in done.stdout.splitlines())}
    assert {name: rows for name, (rows, _) in tables.items()} == ROWS
    assert {name: len(classes) for name, (_, classes) in tables.items() if name in COLUMNS} == COLUMNS
    assert tables["polecat"][1][1] == "Date"
