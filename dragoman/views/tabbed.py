"""Tab-separated lines as the event data sets have them: no quoting, so tabs and line ends inside a text become spaces."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_rows(rows: Iterable[Sequence[Any]], out: IO[str], *, header: Sequence[str] = (), empty: str = "") -> int:
    """Write rows, after a header where there is one. ``empty`` stands for None. Returns how many rows."""
    if header:
        out.write("\t".join(header) + "\n")
    count = 0
    for row in rows:
        out.write("\t".join(cell(value, empty) for value in row) + "\n")
        count += 1
    return count


def cell(value: Any, empty: str = "") -> str:
    """A value as text; numbers without needless digits."""
    if value is None or value == "":
        return empty
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).split())
