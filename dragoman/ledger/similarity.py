"""How likely two records tell one thing: a number from 0 to 1 that depends on the two alone, so that no order of arrival matters.

What contradicts (other sides, other persons, another day) is fatal or nearly so; what agrees adds up. Words count within a language
only; across languages names, numbers, persons, the day, the rule's family and the place have to carry the proof.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.datafile import load_data
from dragoman.ledger.days import SLIP, apart, day_evidence, slipped, told_evidence

if TYPE_CHECKING:
    from dragoman.ledger.sketch import Sketch

SAME = 0.55
"""From here on two records are taken to tell one thing."""
VERBAL = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
"""Deeds done by words: one article tells the deed, another the words."""
FEW = 5
"""Words in common with a claim of two words prove little: so many are taken to be there at least."""
SAID = 0.3
"""Likeness of words below which two statements of one language are not one, whoever speaks."""
HINTED = 0.2
"""The same across languages."""
ENOUGH = 5.0
"""One over the likeness of words at which no doubt is left that two claims are of one matter."""
FOREIGN = 0.6
"""Part of that doubt which remains across languages, where few words could be in common."""
TIED = 0.7
"""Likeness of a statement and the deed of the same clause."""
CONTRADICTION = -0.5
"""Likeness of records that cannot tell one thing; it keeps their groups apart."""
HEAD = 150
"""Characters at the beginning of an article in which its headline stands."""
CHIEFLY = 0.5
"""Part of a statement's words that a deed must make up for the statement to be its telling."""
MOST = 0.5
"""Part of a deed's words that a report of it has, among others."""
CLOSE = 0.36
"""Likeness of words from which sides need not match in full, for one report leaves a side out."""
BEFORE = -0.05
"""What the days say of a deed that an article recalls without its day, instead of the days of print."""
ABOUT = 0.15
"""What it says for two deeds that both claims name a third thing or person, and against them that they name different ones."""
SOME = 0.15
"""Likeness of words from which a deed about one thing, recalled without its day, is the one told before."""
IMPOSSIBLE = -1.0
"""Less than any day says."""
_CONFUSABLE = Path(__file__).parent.parent / "codebook" / "confusable.yml"


@functools.cache
def _costs() -> dict[frozenset[str], float]:
    return {frozenset(row["types"]): float(row["cost"]) for row in _table()["confusable"]}


@functools.cache
def _doubts() -> dict[str, float]:
    return {name: float(doubt) for name, doubt in _table()["crowded"].items()}


@functools.cache
def _repeated() -> frozenset[str]:
    return frozenset(_table()["repeated"])


def _table() -> dict[str, Any]:
    found: dict[str, Any] = load_data(_CONFUSABLE)
    return found


def type_cost(a: str | None, b: str | None) -> float | None:
    """What it costs to take two event types for one another; None where they are never confused."""
    return 0.0 if a == b else _costs().get(frozenset((a or "", b or "")))


def could_be_one(a: Sketch, b: Sketch) -> bool:
    """False where a glance shows that two records cannot tell one thing: other types or speakers, or days that are too far apart."""
    gap = apart(a, b)
    if gap is not None and gap > SLIP:
        return False
    if a.kind != b.kind:
        deed, words = (a, b) if a.kind == "event" else (b, a)
        return deed.sides <= words.sides or (deed.type in VERBAL and bool(a.actors & b.actors))
    if a.kind == "event":
        return type_cost(a.type, b.type) is not None
    return a.kind != "statement" or bool(a.actors & b.actors)


def likeness(a: Sketch, b: Sketch) -> float:
    """How likely ``a`` and ``b`` tell one thing (symmetric); below nothing where they contradict each other."""
    return CONTRADICTION if a.document != b.document and contradict(a, b) else alike(a, b)


def alike(a: Sketch, b: Sketch) -> float:
    """How likely ``a`` and ``b`` tell one thing, 0 to 1 (symmetric)."""
    if a.document == b.document:
        return _within(a, b)
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


def contradict(a: Sketch, b: Sketch) -> bool:
    """True where two records of one kind cannot belong together, whatever others of their articles say: other actors, other days."""
    if a.kind != b.kind or a.kind not in ("event", "statement"):
        return False
    gap = apart(a, b)
    return (gap is not None and gap > SLIP) or clash_of_people(a, b)


def likeness_within(a: Sketch, b: Sketch) -> float:
    """How far two records of one article hold together in a group that others made.

    An article may say a thing in its headline and again below, as words and as a deed, so words count. Deeds and figures that an
    article tells apart are apart.
    """
    found = _within(a, b)
    return found or (words_alike(a, b) if "statement" in (a.kind, b.kind) and not clash_of_people(a, b) else 0.0)


def _within(a: Sketch, b: Sketch) -> float:
    """Likeness of two records of one article: a deed with its telling, or what the headline has and the text repeats."""
    if tells(a, b):
        return TIED
    headline = min(a.spans)[0] < HEAD if a.spans else False
    headline |= min(b.spans)[0] < HEAD if b.spans else False
    if a.kind != b.kind or not headline or _overlap(a, b) or apart(a, b):
        return 0.0
    words = words_alike(a, b)
    if a.kind == "event":
        # A meeting and what was signed at it are two deeds, however close their words.
        apart_types = a.type != b.type and "CONSULT" in (a.type, b.type)
        repeated = a.modality == b.modality and not apart_types and words >= SAID
        return _event(a, b) - 0.2 * setting_alike(a, b) if repeated else 0.0
    return words + 0.1 if a.kind == "statement" and a.actors & b.actors and words >= CLOSE and not clash_of_people(a, b) else 0.0


def tells(a: Sketch, b: Sketch) -> bool:
    """True for a statement and the deed that it chiefly consists of, in one article: the same characters tell both."""
    if {a.kind, b.kind} != {"event", "statement"}:
        return False
    deed, words = (a, b) if a.kind == "event" else (b, a)
    if deed.modality in ("negated", "hypothetical") or not deed.sides <= words.sides or not _overlap(deed, words):
        return False
    return len(deed.stems & words.stems) >= CHIEFLY * max(FEW, len(words.stems))


def _overlap(a: Sketch, b: Sketch) -> bool:
    return any(left[0] < right[1] and right[0] < left[1] for left in a.spans for right in b.spans)


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Common part of two sets: the mean of Jaccard and containment, where a set of a few words is counted as `FEW`."""
    common = len(a & b)
    if not common:
        return 0.0
    return (common / max(FEW, len(a | b)) + common / max(FEW, min(len(a), len(b)))) / 2


def words_alike(a: Sketch, b: Sketch) -> float:
    """Likeness of the two claims' words, 0 to 1; across languages that of their cognates, names and numbers.

    A number of two figures and more that both have, and that is no year, counts by itself.
    """
    counted = 0.15 if any(len(number) > 1 and number[:2] not in ("19", "20") for number in a.numbers & b.numbers) else 0.0
    if a.lang == b.lang:
        return min(1.0, share(a.stems, b.stems) + counted / 2)
    marks = share(a.names | a.numbers, b.names | b.numbers)
    several = len((a.names | a.numbers) & (b.names | b.numbers)) > 1
    return min(1.0, counted + (0.6 if several else 0.3) * marks + 0.6 * share(a.roots, b.roots))


def setting_alike(a: Sketch, b: Sketch) -> float:
    """Likeness of the surroundings, within a language only."""
    return share(a.near, b.near) if a.lang == b.lang else 0.0


def is_copy(a: Sketch, b: Sketch) -> bool:
    """True for the same sentence, reprinted."""
    return a.lang == b.lang and min(len(a.stems), len(b.stems)) >= 5 and len(a.stems & b.stems) / len(a.stems | b.stems) >= 0.75


People = frozenset[tuple[str, str]]


def clash_of_sides(a: Sketch, b: Sketch) -> bool:
    """True where the same role is held by other sides, in either direction, and not for acts that are done together."""
    if not a.sides or not b.sides:
        return True
    if not a.sides & b.sides:
        return True
    if not a.actors or not b.actors:  # one does not say who did it
        return not a.others & b.others
    if not a.others or not b.others:  # one of them tells a common act, or leaves the other side out
        return not (a.sides <= b.reach or b.sides <= a.reach or len(a.sides & b.sides) >= 2)
    return not (a.actors & b.actors and a.others & b.others)


def clash_of_people(a: Sketch, b: Sketch) -> bool:
    """True where both name persons for one side, none is the same, and neither claim has the other's name among its words.

    Of statements only the speakers count.
    """
    said = a.kind == b.kind == "statement"
    return _clash(a.heads if said else a.people, b.heads if said else b.people, a.named, b.named)


def _clash(mine: People, theirs: People, here: frozenset[str], there: frozenset[str]) -> bool:
    for side in {side for side, _ in mine} & {side for side, _ in theirs}:
        left, right = ({name for at, name in people if at == side} for people in (mine, theirs))
        if not left & right and not _named(left, there) and not _named(right, here):
            return True
    return False


def _named(people: set[str], names: frozenset[str]) -> bool:
    """True where one of the persons is among the words, in whatever case."""
    return any(name == person or (len(person) > 2 and name.startswith(person)) for person in people for name in names)


def _event(a: Sketch, b: Sketch) -> float:
    cost = 0.0 if _planned(a, b) or _planned(b, a) else type_cost(a.type, b.type)
    day = day_evidence(a, b)
    words = words_alike(a, b)
    if cost is None or (clash_of_sides(a, b) and not _sides_misread(a, b, words)):
        return 0.0
    if is_copy(a, b) and (day is not None or slipped(a, b)) and not clash_of_people(a, b):
        return 0.95 - cost
    if day is None or clash_of_people(a, b):
        return 0.0
    score = 0.1 + max(day, _recalled(a, b, words)) - cost
    score += _about(a, b)
    score += 0.15 if a.sides == b.sides and len(a.sides) > 1 else 0.05
    score += (0.0, 0.15, 0.25)[min(2, len({side for side, _ in a.people & b.people}))]
    score += 0.1 if a.family == b.family else (0.05 if _kin(a.family, b.family) else 0.0)
    doubt = min(_doubts().get(a.type or "", 0.0), _doubts().get(b.type or "", 0.0))
    doubt *= 1.0 if a.lang == b.lang else FOREIGN
    score += _details(a, b) - doubt * max(0.0, 1 - ENOUGH * words)
    score += 0.5 * words + 0.2 * setting_alike(a, b)
    score -= 0.1 if (a.modality == "hypothetical") != (b.modality == "hypothetical") else 0.0
    return max(0.0, min(1.0, score))


def _recalled(a: Sketch, b: Sketch, words: float) -> float:
    """The least that the days say where one of two articles leaves the day out.

    Papers of one day may recall one deed, of which one gives the day. Later an article may recall what the other told, with the same
    persons in much the same words, or about the same thing; not a deed of a kind that is done again and again.
    """
    later = max(a, b, key=lambda one: one.told or 0)
    if a.type != b.type:
        return IMPOSSIBLE
    if (a.first is None) != (b.first is None) and words >= CLOSE and abs((a.told or 0) - (b.told or 0)) <= 1:
        return 0.0
    undated = later.first is None and later.modality in ("actual", "historical")
    if not undated or a.sides != b.sides or len(a.sides) < 2:
        return IMPOSSIBLE
    about = a.topics & b.topics and words >= SOME and a.type not in _repeated()
    return BEFORE if about or (a.people & b.people and words >= CLOSE) else IMPOSSIBLE


def _about(a: Sketch, b: Sketch) -> float:
    """What the third names in two claims say: a common one for deeds of one type, different ones of one language against any two."""
    if a.topics & b.topics:
        return ABOUT if a.type == b.type else 0.0
    return -ABOUT if a.topics and b.topics and a.lang == b.lang else 0.0


def could_recall(a: Sketch, b: Sketch) -> bool:
    """True where it is worth looking whether the later of two deeds that are weeks apart recalls the earlier one."""
    later = max(a, b, key=lambda one: one.told or 0)
    return later.first is None and a.type == b.type and a.sides == b.sides and a.document != b.document and a.type not in _repeated()


def _kin(a: str, b: str) -> bool:
    """True for rules that name one thing: permission and receive_permission."""
    left, right = (set(family.partition("#")[2].split("_")) - {""} for family in (a, b))
    return bool(left and right) and (left <= right or right <= left)


def _planned(plan: Sketch, deed: Sketch) -> bool:
    """True for an agreement to do what the other tells: the rule that read it is one of the other's type."""
    return plan.type == "AGREE" and plan.modality == "future" and plan.family.startswith(f"{deed.type}#")


def _sides_misread(a: Sketch, b: Sketch, words: float) -> bool:
    """True where the words are close enough to say that one of two sets of sides is short of some, or equal, so that one is wrong."""
    if a.sides <= b.sides or b.sides <= a.sides:
        return words >= CLOSE
    return bool(a.sides & b.sides) and a.lang == b.lang and len(a.stems) >= FEW and len(a.stems ^ b.stems) <= 0.1 * len(a.stems | b.stems)


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
    return max(0.0, min(1.0, score + min(0.0, told_evidence(a, b)) * 0.5 + 0.3 * words_alike(a, b)))


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
    if not a.actors & b.actors:
        return 0.0
    words = words_alike(a, b)
    if words < (SAID if a.lang == b.lang else HINTED) or clash_of_people(a, b):
        return 0.0
    day = day_evidence(a, b)
    if day is None:
        return 0.0
    if is_copy(a, b):
        return 0.95
    known = a.heads & b.heads
    score = min(day, 0.2 if known else 0.1) + words + 0.1 * setting_alike(a, b) + (0.1 if known else 0.0)
    return max(0.0, min(1.0, score if a.lang == b.lang else score - 0.05))


def _told_as_words(a: Sketch, b: Sketch) -> float:
    """A deed and a statement of another article: one thing where the words did the deed, or are a report of it."""
    deed, words = (a, b) if a.kind == "event" else (b, a)
    if deed.modality == "negated":
        return 0.0
    done = _statement(a, b) - 0.05 if deed.type in VERBAL else 0.0
    return max(done, _reported(deed, words))


def _reported(deed: Sketch, words: Sketch) -> float:
    """Likeness of a deed and of a statement that reports it: the statement names all its sides and has most of its words."""
    if not deed.sides <= words.sides:
        return 0.0
    score = words_alike(deed, words)
    if deed.lang == words.lang and (common := len(deed.stems & words.stems)) >= max(FEW - 1, MOST * len(deed.stems)):
        score = max(score, 0.8 * common / max(FEW, len(deed.stems)))
    if score < CLOSE or _clash(deed.people, words.people - words.heads, deed.named, words.named):
        return 0.0
    day = day_evidence(deed, words)
    if day is None:
        return 0.0
    if words.first is None and deed.told is not None and words.told is not None and abs(deed.told - words.told) <= 1:
        day = max(day, 0.1)  # papers of one day recall one deed of long ago
    return max(0.0, min(1.0, score + min(day, 0.2) + (0.1 if deed.people & words.people else 0.0)))
