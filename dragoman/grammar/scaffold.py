"""A new language's folder: commented skeletons of every file that a pack can have, for a linguist to fill in.

The skeletons are in `skeleton/`; `{lang}`, `{name}` and `{roles}` in them are filled in. A pack just written loads and reads nothing.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from dragoman.errors import InputError
from dragoman.grammar.pack import PACKS

SKELETON = Path(__file__).parent / "skeleton"
ROLES = ("case", "order")


def skeleton_files() -> tuple[str, ...]:
    """The files of a new pack, as paths inside its folder."""
    return tuple(sorted(path.relative_to(SKELETON).as_posix() for path in SKELETON.rglob("*.yml")))


def write_pack(lang: str, *, name: str | None = None, roles: str = "case", folder: Path | None = None) -> Path:
    """Write the skeleton of a language's pack into `folder`/`lang` (the packs' own folder where none is told) and give that folder.

    Raises `InputError` for a code that is no ISO 639 code, unknown roles, and a folder that exists.
    """
    if not re.fullmatch(r"[a-z]{2,3}", lang):
        raise InputError(f"{lang!r} is no language code: give ISO 639-1 such as cs, or 639-3")
    if roles not in ROLES:
        raise InputError(f"--roles: {roles!r} is not known; give case or order")
    made = (folder or PACKS) / lang
    if made.exists():
        raise InputError(f"{made} exists: a pack is never overwritten; `dragoman pack check {lang}` tells what it lacks")
    for file in skeleton_files():
        text = (SKELETON / file).read_text(encoding="utf-8")
        for mark, value in (("{lang}", lang), ("{name}", json.dumps(name or lang, ensure_ascii=False)), ("{roles}", roles)):
            text = text.replace(mark, value)
        try:
            (made / file).parent.mkdir(parents=True, exist_ok=True)
            (made / file).write_text(text, encoding="utf-8")
        except OSError as error:
            raise InputError(f"{made}: cannot be written ({error.strerror}); give another --folder") from error
    return made
