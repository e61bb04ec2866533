"""What the discourse holds while an article is read: which day and which place have been set, and for whom.

A scene is carried from sentence to sentence and replaced, never changed. A day and a place hold for deeds of the same sides, until another
day or place is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.model.mention import DateMention
from dragoman.model.record import When, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model.record import Participant


class Scene(msgspec.Struct, frozen=True):
    """`when`, `where`: set by the deed last told, with its `sides`, in the paragraph `told_in`; `paragraph` is the one being read."""

    paragraph: int = -1
    when: DateMention | None = None
    where: Where | None = None
    sides: frozenset[str] = frozenset()
    told_in: int = -1


def carried_day(scene: Scene, sides: frozenset[str], *, anywhere: bool = False) -> When | None:
    """The day that the article set for deeds of these sides, without characters of its own. It holds in its paragraph for deeds of no other
    side; `anywhere`, where the sentence itself points back to the deed ("just before the visit").
    """
    if scene.when is None or not (sides & scene.sides if anywhere else _holds(scene, sides)):
        return None
    return When(scene.when.edtf.removesuffix("/.."))


def carried_place(scene: Scene, sides: frozenset[str]) -> Where | None:
    """The place that the article set for deeds of these sides, in the same paragraph."""
    if scene.where is None or not _holds(scene, sides):
        return None
    return Where(scene.where.name, scene.where.country)


def _holds(scene: Scene, sides: frozenset[str]) -> bool:
    return bool(sides) and scene.told_in == scene.paragraph and sides <= scene.sides


def note_deed(scene: Scene, when: DateMention | None, where: Where | None, sides: Iterable[Participant]) -> Scene:
    """The scene after a deed: a day or place that it named replaces the one before; other sides drop both."""
    now = frozenset(key for one in sides if (key := one.country or one.id))
    if not now:
        return scene
    same = bool(now & scene.sides) and scene.told_in == scene.paragraph
    return msgspec.structs.replace(
        scene,
        when=when or (scene.when if same else None),
        where=where or (scene.where if same else None),
        sides=(now | scene.sides) if same else now,
        told_in=scene.paragraph,
    )
