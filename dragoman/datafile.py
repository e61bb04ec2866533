"""Data files: YAML in UTF-8, read in one way wherever knowledge is kept as data (packs, codebook, code tables)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import yaml

from dragoman.errors import PackError

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.errors import CodebookError

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc]
    """YAML in which only `true` and `false` are truth values: "on", "no" and "off" are words of English."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool"]
        for first, rows in _Safe.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load_data(path: Path, fault: type[PackError] | type[CodebookError] = PackError) -> Any:
    """The content of a data file. Raises `fault` with the file, and the line where one can be told, for what cannot be read."""
    try:
        with path.open(encoding="utf-8") as handle:
            return yaml.load(handle, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise fault(f"not valid YAML: {error.problem}", file=str(path), line=line) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise fault("not a text in UTF-8; save it in that encoding", file=str(path)) from error
    except ValueError as error:
        raise fault(f"a date that does not exist ({error})", file=str(path), line=_line_of_bad_day(path)) from error
    except OSError as error:
        raise fault(f"cannot be opened ({error.strerror})", file=str(path)) from error


def _line_of_bad_day(path: Path) -> int | None:
    """Where a date stands that the calendar does not have: the parser turns dates into days before anybody can look at them."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if any(_no_day(found) for found in re.findall(r"\b\d{4}-\d{2}-\d{2}\b", line)):
            return number
    return None


def _no_day(written: str) -> bool:
    try:
        dt.date.fromisoformat(written)
    except ValueError:
        return True
    return False
