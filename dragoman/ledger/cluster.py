"""From pairs to groups: agglomeration by mean likeness, bound by what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Pair = tuple[int, int]
Order = tuple[str, str, int, str]


def components(nodes: Iterable[int], edges: Iterable[Pair]) -> list[list[int]]:
    """Connected groups of nodes, each sorted, in the order of their smallest member."""
    parent: dict[int, int] = {node: node for node in nodes}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in edges:
        a, b = root(left), root(right)
        if a != b:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for node in sorted(parent):
        groups.setdefault(root(node), []).append(node)
    return [groups[first] for first in sorted(groups)]


def agglomerate(
    members: Sequence[int],
    order: Mapping[int, Order],
    likeness: Callable[[int, int], float],
    edges: Mapping[Pair, float],
    *,
    threshold: float,
    together: Iterable[Pair] = (),
    apart: frozenset[Pair] = frozenset(),
) -> list[list[int]]:
    """Groups of ``members``: the likeliest pair of groups is joined while the mean likeness of their documents reaches ``threshold``.

    ``together`` are joined first and whatever their likeness; two groups with a pair of ``apart`` across them are never joined.
    Ties go by ``order``, a key of each record that does not depend on when it arrived, so the result is a function of the set alone.
    """
    group_of = {node: node for node in members}
    groups: dict[int, list[int]] = {node: [node] for node in members}

    def join(a: int, b: int) -> None:
        keep, drop = (a, b) if order[a] <= order[b] else (b, a)
        for node in groups.pop(drop):
            group_of[node] = keep
            groups[keep].append(node)

    for left, right in sorted(together, key=lambda pair: sorted((order[pair[0]], order[pair[1]]))):
        if group_of[left] != group_of[right]:
            join(group_of[left], group_of[right])
    ranked = sorted(edges, key=lambda pair: (-edges[pair], *sorted((order[pair[0]], order[pair[1]]))))
    refused: dict[Pair, Pair] = {}  # the sizes at which two groups, which only grow, were found unlike
    joined = True
    while joined:  # a pair refused early may pass once its groups have grown
        joined = False
        for left, right in ranked:
            a, b = group_of[left], group_of[right]
            sizes = (len(groups[a]), len(groups[b]))
            if a == b or refused.get((a, b)) == sizes:
                continue
            if _may_join(groups[a], groups[b], order, likeness, apart, threshold):
                join(a, b)
                joined = True
            else:
                refused[a, b] = sizes
    return sorted((sorted(group, key=order.__getitem__) for group in groups.values()), key=lambda group: order[group[0]])


def _may_join(
    a: Sequence[int],
    b: Sequence[int],
    order: Mapping[int, Order],
    likeness: Callable[[int, int], float],
    apart: frozenset[Pair],
    threshold: float,
) -> bool:
    """True where the mean likeness reaches the threshold.

    Two documents count once, by their likest records: one may tell as words what the other tells as a deed. Records of one document
    count each, for what an article tells apart is apart. A likeness below nothing, a contradiction, outweighs any other.
    """
    best: dict[tuple[str, str], float] = {}
    inside: list[float] = []
    for left in a:
        for right in b:
            if (min(left, right), max(left, right)) in apart:
                return False
            here, there, score = order[left][1], order[right][1], likeness(left, right)
            if here == there:
                inside.append(score)
            else:
                known = best.get((here, there), 0.0)
                best[here, there] = min(known, score) if min(known, score) < 0 else max(known, score)
    scores = [*best.values(), *inside]
    return sum(scores) / len(scores) >= threshold
