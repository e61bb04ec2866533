"""The user's own folders, told by the environment so that worker processes have them too.

`DRAGOMAN_CODEBOOK` is a folder of codebook entries that win over the shipped ones (`--codebook DIR` sets it); `DRAGOMAN_PACKS` is a folder
with language packs, each in a folder named by its code, that are read beside the shipped ones and win over them.
"""

from __future__ import annotations

import os
from pathlib import Path

FORMS = "names.forms"
"""The compiled names of a pack of one's own, in the pack's folder."""


def codebook_folder() -> Path | None:
    """The user's own codebook folder, None where none is told."""
    told = os.environ.get("DRAGOMAN_CODEBOOK")
    return Path(told) if told else None


def own_packs() -> dict[str, Path]:
    """Folders of the user's own language packs, by code."""
    told = os.environ.get("DRAGOMAN_PACKS")
    if not told or not Path(told).is_dir():
        return {}
    return {folder.name: folder for folder in sorted(Path(told).iterdir()) if (folder / "pack.yml").exists()}
