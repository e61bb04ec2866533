"""Entries of one's own are checked, and a fault is told with its file and line."""

from __future__ import annotations

import pytest

from dragoman.codebook.load import read_codebook
from dragoman.errors import CodebookError

FIRM = "id: solaris\nname: Solaris\ncountry: POL\nsector: BUS\nnames: {en: [Solaris]}\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("sector: BUS", "sector: BUZ", ":4: 'BUZ' is no sector"),
        ("sector: BUS", "sector: BUS\ncolour: red", "unknown key 'colour'"),
        ("[Solaris]", "Solaris", ":5: names.en is a list of names"),
        ("country: POL", "country: Poland", ":3: 'Poland' is no ISO"),
        ("id: solaris", "id: solaris\nchecked: yesterday", ":2: checked: 'yesterday' is no day"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, old, new, says):
    (tmp_path / "firms").mkdir()
    file = tmp_path / "firms" / "solaris.yml"
    file.write_text(FIRM)
    assert "firms/solaris.yml" in read_codebook(tmp_path)
    file.write_text(FIRM.replace(old, new))
    with pytest.raises(CodebookError) as caught:
        read_codebook(tmp_path)
    assert says in str(caught.value)
    assert "solaris.yml" in str(caught.value)
