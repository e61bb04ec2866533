"""What the days of two records say about whether they tell one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.ledger.sketch import Sketch

WINDOW = 12
"""Days between two tellings beyond which only an equal day of the deed, or the same words, can join them."""
SLIP = 2
"""Days by which two copies of one sentence may be dated apart: "on Tuesday" is resolved against the day of each print."""
_STEPS = ((1, 0.2), (3, 0.1), (4, 0.0), (6, -0.1), (WINDOW, -0.3))
"""What days of publication that far apart say where a day of the deed is missing."""


def apart(a: Sketch, b: Sketch) -> int | None:
    """Days between two deeds known to the day, None where one is not; a weekday taken a week amiss is put right."""
    if not a.exact or not b.exact or a.first is None or b.first is None:
        return None
    gap = abs(a.first - b.first)
    for _ in range(a.loose + b.loose):
        gap = min(gap, abs(gap - 7))
    return gap


def out_of_time(a: Sketch, b: Sketch) -> bool:
    """True where one was told as done before the day that the other gives, or as planned after it."""
    for one, other in ((a, b), (b, a)):
        if one.told is None or not other.exact or other.first is None:
            continue
        if one.modality in ("actual", "historical") and other.first > one.told + 1:
            return True
        if one.modality == "future" and other.first < one.told - 1:
            return True
    return False


def day_evidence(a: Sketch, b: Sketch) -> float | None:
    """What the days say: from 0.35 (the same day, known to the day) down to -0.35; None where they exclude each other."""
    gap = apart(a, b)
    if gap is not None and (a.loose or b.loose):
        return 0.1 if gap <= 1 else None
    if out_of_time(a, b):
        return None
    if _came_about(a, b) or _came_about(b, a):
        return max(0.0, told_evidence(a, b))
    if gap is not None:
        return 0.35 if gap == 0 else (-0.1 if gap == 1 else None)
    if _bounded(a) and _bounded(b):
        if not _meet(a, b):
            return None
        return 0.15 if _width(a) <= 40 and _width(b) <= 40 else 0.0
    return told_evidence(a, b)


def _came_about(plan: Sketch, deed: Sketch) -> bool:
    """True where a deed without a day is told as done in the week after the day that another had it planned for."""
    if plan.modality != "future" or deed.modality != "actual" or not plan.exact or deed.first is not None:
        return False
    return plan.first is not None and deed.told is not None and 0 <= deed.told - plan.first <= 7


def slipped(a: Sketch, b: Sketch) -> bool:
    """True for exact days so near that one of two prints may have been dated by its own day."""
    gap = apart(a, b)
    return gap is not None and gap <= SLIP


def told_evidence(a: Sketch, b: Sketch) -> float:
    """Where a day is missing the days of publication speak, and they say less."""
    left, right = _anchor(a), _anchor(b)
    if left is None or right is None:
        return -0.1
    gap = abs(left - right)
    if gap == 0 and a.exact != b.exact:
        return 0.25
    if any(_bounded(one) and _width(one) > 62 for one in (a, b)):
        gap = max(gap, 4)  # what is told of a year is no news of the day
    return next((worth for reach, worth in _STEPS if gap <= reach), -0.35)


def _anchor(one: Sketch) -> int | None:
    """The day to reckon from: that of the deed where it is known to the month, else that of the telling."""
    if one.first is not None and one.last is not None and _width(one) <= 62:
        return (one.first + one.last) // 2
    return one.told


def _bounded(one: Sketch) -> bool:
    return one.first is not None and one.last is not None


def _width(one: Sketch) -> int:
    return one.last - one.first if one.first is not None and one.last is not None else 10_000


def _meet(a: Sketch, b: Sketch) -> bool:
    return a.first is not None and b.first is not None and a.first <= (b.last or a.first) and b.first <= (a.last or b.first)
