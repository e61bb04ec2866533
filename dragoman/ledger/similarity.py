"""How likely two records tell one thing: a number from 0 to 1 that depends on the two alone, so that no order of arrival matters.

What contradicts (other sides, other persons, another day) is fatal or nearly so; what agrees adds up. Words count within a language
only; across languages names, numbers, persons, the day, the rule's family and the place have to carry the proof.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from dragoman.ledger.sketch import Sketch

SAME = 0.55
"""From here on two records are taken to tell one thing."""
WINDOW = 12
"""Days between two tellings beyond which only an equal day of the deed, or the same words, can join them."""
VERBAL = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
"""Deeds done by words: one article tells the deed, another the words."""
FEW = 5
"""Words in common with a claim of two words prove little: so many are taken to be there at least."""
SAID = 0.2
"""Likeness of words below which two statements are not one, whoever speaks."""
ENOUGH = 5.0
"""One over the likeness of words at which no doubt is left that two claims are of one matter."""
SLIP = 2
"""Days by which two copies of one sentence may be dated apart: "on Tuesday" is resolved against the day of each print."""
_CONFUSABLE = Path(__file__).parent.parent / "codebook" / "confusable.yml"


@functools.cache
def _costs() -> dict[frozenset[str], float]:
    return {frozenset(row["types"]): float(row["cost"]) for row in _table()["confusable"]}


@functools.cache
def _doubts() -> dict[str, float]:
    return {name: float(doubt) for name, doubt in _table()["crowded"].items()}


def _table() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_CONFUSABLE.read_text(encoding="utf-8"))
    return found


def type_cost(a: str | None, b: str | None) -> float | None:
    """What it costs to take two event types for one another; None where they are never confused."""
    return 0.0 if a == b else _costs().get(frozenset((a or "", b or "")))


def could_be_one(a: Sketch, b: Sketch) -> bool:
    """False where a glance shows that two records of one kind cannot tell one thing: other types, or days that are too far apart."""
    if a.first is not None and b.first is not None and a.first == a.last and b.first == b.last and abs(a.first - b.first) > SLIP:
        return False
    if a.kind == b.kind:
        return a.kind != "event" or type_cost(a.type, b.type) is not None
    return (a.type if a.kind == "event" else b.type) in VERBAL


def likeness(a: Sketch, b: Sketch) -> float:
    """How likely ``a`` and ``b`` tell one thing (symmetric)."""
    if a.document == b.document:
        return 0.0
    if a.kind != b.kind:
        return _told_as_words(a, b) if {a.kind, b.kind} == {"event", "statement"} else 0.0
    match a.kind:
        case "event":
            return _event(a, b)
        case "figure":
            return _figure(a, b)
        case "relation":
            return _relation(a, b)
        case _:
            return _statement(a, b)


def likeness_within(a: Sketch, b: Sketch) -> float:
    """How far two records of one article hold together in a group that others made.

    An article may say a thing in its headline and again below, as words and as a deed, so words count. Deeds and figures that an
    article tells apart are apart.
    """
    return words_alike(a, b) if "statement" in (a.kind, b.kind) and not clash_of_people(a, b) else 0.0


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Common part of two sets: the mean of Jaccard and containment, where a set of a few words is counted as `FEW`."""
    common = len(a & b)
    if not common:
        return 0.0
    return (common / max(FEW, len(a | b)) + common / max(FEW, min(len(a), len(b)))) / 2


def words_alike(a: Sketch, b: Sketch) -> float:
    """Likeness of the two claims' words, 0 to 1; across languages that of their cognates, names and numbers."""
    if a.lang == b.lang:
        return share(a.stems, b.stems)
    marks = share(a.names | a.numbers, b.names | b.numbers)
    several = len((a.names | a.numbers) & (b.names | b.numbers)) > 1
    return min(1.0, (0.6 if several else 0.3) * marks + 0.6 * share(a.roots, b.roots))


def setting_alike(a: Sketch, b: Sketch) -> float:
    """Likeness of the surroundings, within a language only."""
    return share(a.near, b.near) if a.lang == b.lang else 0.0


def is_copy(a: Sketch, b: Sketch) -> bool:
    """True for the same sentence, reprinted."""
    return a.lang == b.lang and min(len(a.stems), len(b.stems)) >= 5 and len(a.stems & b.stems) / len(a.stems | b.stems) >= 0.75


def clash_of_sides(a: Sketch, b: Sketch) -> bool:
    """True where the same role is held by other sides, in either direction, and not for acts that are done together."""
    if not a.sides or not b.sides:
        return True
    if not a.sides & b.sides:
        return True
    if not a.others or not b.others:  # one of them tells a common act, or leaves the other side out
        return not (a.sides <= b.sides or b.sides <= a.sides or len(a.sides & b.sides) >= 2)
    return not (a.actors & b.actors and a.others & b.others)


def clash_of_people(a: Sketch, b: Sketch) -> bool:
    """True where both name persons for one side and none is the same."""
    for side in {side for side, _ in a.people} & {side for side, _ in b.people}:
        if not {name for at, name in a.people if at == side} & {name for at, name in b.people if at == side}:
            return True
    return False


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
    if out_of_time(a, b):
        return None
    if a.exact and b.exact and a.first is not None and b.first is not None:
        gap = abs(a.first - b.first)
        return 0.35 if gap == 0 else (-0.15 if gap == 1 else None)
    if _bounded(a) and _bounded(b):
        if not _meet(a, b):
            return None
        return 0.15 if _width(a) <= 40 and _width(b) <= 40 else 0.0
    return _told_evidence(a, b)


def _slipped(a: Sketch, b: Sketch) -> bool:
    """True for exact days so near that one of two prints may have been dated by its own day."""
    return a.exact and b.exact and a.first is not None and b.first is not None and abs(a.first - b.first) <= SLIP


def _told_evidence(a: Sketch, b: Sketch) -> float:
    """Where a day is missing the days of publication speak, and they say less."""
    left, right = _anchor(a), _anchor(b)
    if left is None or right is None:
        return -0.1
    gap = abs(left - right)
    if gap <= 1:
        return 0.2
    if gap <= 3:
        return 0.1
    return -0.1 if gap <= 7 else -0.2 if gap <= WINDOW else -0.35


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


def _event(a: Sketch, b: Sketch) -> float:
    cost = type_cost(a.type, b.type)
    day = day_evidence(a, b)
    if cost is None or clash_of_sides(a, b):
        return 0.0
    if is_copy(a, b) and (day is not None or _slipped(a, b)) and not clash_of_people(a, b):
        return 0.95 - cost
    if day is None or clash_of_people(a, b):
        return 0.0
    score = 0.1 + day - cost
    score += 0.15 if a.sides == b.sides and len(a.sides) > 1 else 0.05
    score += 0.15 if a.people & b.people else 0.0
    score += 0.1 if a.family == b.family else 0.0
    words = words_alike(a, b)
    doubt = min(_doubts().get(a.type or "", 0.0), _doubts().get(b.type or "", 0.0))
    score += _details(a, b) - doubt * max(0.0, 1 - ENOUGH * words)
    score += 0.5 * words + 0.2 * setting_alike(a, b)
    score -= 0.1 if (a.modality == "hypothetical") != (b.modality == "hypothetical") else 0.0
    return max(0.0, min(1.0, score))


def _details(a: Sketch, b: Sketch) -> float:
    """Place, mode, instrument and number: each adds where it agrees and takes where it does not."""
    score = 0.0
    if a.place and b.place:
        score += 0.1 if a.place == b.place else (-0.05 if a.country == b.country else -0.3)
    if a.mode and b.mode:
        score += 0.05 if a.mode == b.mode else -0.15
    if a.form and b.form:
        score += 0.05 if a.form == b.form else -0.05
    if a.act and b.act and a.act != b.act:
        score -= 0.05
    if a.value and b.value:
        score += 0.1 if values_agree(a.value, b.value) else (-0.05 if values_near(a.value, b.value) else -0.25)
    return score


Value = tuple[float | None, float | None, str]


def values_agree(a: Value, b: Value) -> bool:
    """True where the two ranges meet: 14 lies inside 11 to 19."""
    if a[2] != b[2]:
        return False
    low = max(a[0] if a[0] is not None else float("-inf"), b[0] if b[0] is not None else float("-inf"))
    high = min(a[1] if a[1] is not None else float("inf"), b[1] if b[1] is not None else float("inf"))
    return low <= high


def values_near(a: Value, b: Value, factor: float = 1.3) -> bool:
    """True where two values of one unit differ by less than ``factor``: two sources on one number rather than two numbers."""
    left, right = _middle(a), _middle(b)
    if a[2] != b[2] or left is None or right is None or left * right <= 0:
        return False
    return max(abs(left), abs(right)) <= factor * min(abs(left), abs(right))


def _middle(value: Value) -> float | None:
    ends = [end for end in value[:2] if end is not None]
    return sum(ends) / len(ends) if ends else None


def _figure(a: Sketch, b: Sketch) -> float:
    """The same measure between the same sides for the same period; two sources may still differ on the number."""
    if a.type != b.type or clash_of_sides(a, b) or not a.value or not b.value:
        return 0.0
    same_period = (a.first, a.last) == (b.first, b.last)
    if a.first is not None and b.first is not None and not same_period:
        return 0.0
    if not (values_agree(a.value, b.value) or values_near(a.value, b.value, 1.15)):
        return 0.0
    score = 0.2 + (0.25 if values_agree(a.value, b.value) else 0.1) + (0.15 if a.sides == b.sides else 0.0)
    score += (0.2 if a.first is not None else 0.1) if same_period else 0.0
    return max(0.0, min(1.0, score + min(0.0, _told_evidence(a, b)) * 0.5 + 0.3 * words_alike(a, b)))


def _relation(a: Sketch, b: Sketch) -> float:
    """The same change between the same sides, told within days of each other."""
    if a.type != b.type or a.sides != b.sides:
        return 0.0
    day = day_evidence(a, b)
    if day is None:
        return 0.0
    return max(0.0, min(1.0, 0.3 + day + 0.4 * words_alike(a, b) + 0.1 * (a.family == b.family)))


def _statement(a: Sketch, b: Sketch) -> float:
    """The same words of the same speaker; across languages the same names and numbers on the same day."""
    if not a.actors & b.actors or clash_of_people(a, b):
        return 0.0
    day = day_evidence(a, b)
    if day is None:
        return 0.0
    if is_copy(a, b):
        return 0.95
    words = words_alike(a, b)
    if words < SAID:
        return 0.0
    score = min(day, 0.2) + words + 0.1 * setting_alike(a, b)
    if a.people & b.people:
        score += 0.1
    return max(0.0, min(1.0, score if a.lang == b.lang else score - 0.05))


def _told_as_words(a: Sketch, b: Sketch) -> float:
    """A deed done by words and a statement of the same side: one thing where the words are the same."""
    if (a.type if a.kind == "event" else b.type) not in VERBAL or "negated" in (a.modality, b.modality):
        return 0.0
    return _statement(a, b) - 0.05
