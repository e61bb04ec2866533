"""A sentence as a row of nodes: words, and mentions that stand as one word each.

"prezydent Kazachstanu Kasym-Żomart Tokajew" is one actor node; "7 listopada" is one date node. A state's adjective stays an adjective
(rosyjski) that carries its actor, because it modifies a noun.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dragoman.mentions.quotations_marks import MARKS
from dragoman.model.mention import ActorMention, DateMention, QuantityMention
from dragoman.model.token import ACC, NOM, Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from dragoman.frames.chart import Phrase
    from dragoman.model.token import Token

_COMPOUND = 4
"""How many tokens a compound with an actor's name takes at most ("U.S.", "-", "led")."""
_M = TypeVar("_M", ActorMention, DateMention, QuantityMention)


class Node(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One word or mention. `kind`: word, punct, actor, adjective (a state's), date, number. `word` is its (first) word; `inner` are
    the lemmas of all words that an actor's mention covers ("kanadyjscy żołnierze": żołnierz among them).
    """

    at: int
    start: int
    end: int
    word: Word
    kind: str
    actor: ActorMention | None = None
    date: DateMention | None = None
    quantity: QuantityMention | None = None
    inner: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return self.word.text


def share_out(mentions: Sequence[_M], sentences: Sequence[Sentence]) -> list[list[_M]]:
    """The mentions that begin inside each sentence."""
    starts = [one.start for one in sentences]
    shares: list[list[_M]] = [[] for _ in sentences]
    for one in mentions:
        at = bisect_right(starts, one.start) - 1
        if at >= 0 and one.start < sentences[at].end:
            shares[at].append(one)
    return shares


def build_nodes(
    sentence: Sentence, actors: Sequence[ActorMention], dates: Sequence[DateMention], quantities: Sequence[QuantityMention]
) -> list[Node]:
    """The nodes of a sentence. Actors win over dates, dates over quantities; a mention swallows the tokens that it covers."""
    spans: dict[int, tuple[int, str, ActorMention | DateMention | QuantityMention]] = {}
    for kind, mentions in (("number", quantities), ("date", dates), ("actor", actors)):
        for one in mentions:
            spans[one.start] = (one.end, kind, one)
    if len({(one.country, one.id) for one in actors}) < len(actors):
        _join_short_names(spans, sentence)  # somebody is named twice
    starts = [*sorted(spans), sentence.end]
    nodes: list[Node] = []
    following = covered = 0
    for at, token in enumerate(sentence.tokens):
        if token.start < covered:
            continue
        if starts[following] < token.start:
            following = bisect_left(starts, token.start)
        parts = starts[following : bisect_left(starts, token.end)] if starts[following] < token.end else ()
        if len(parts) > 1 and spans[parts[-1]][0] <= token.end:
            # A compound such as "rosyjsko-ukraiński" names several states in one word.
            nodes += [_mention_node(len(nodes) + more, token, *spans[start], start) for more, start in enumerate(parts)]
        elif parts and parts[0] == token.start:
            covered, kind, mention = spans[token.start]
            node = _mention_node(len(nodes), token, covered, kind, mention)
            whole = _compound(node, sentence.tokens[at : at + _COMPOUND], spans)
            if whole is not None:
                node, covered = whole, whole.end
            nodes.append(_with_inner(node, sentence.tokens[at:], covered) if node.kind == "actor" else node)
        else:
            nodes.append(Node(len(nodes), token.start, token.end, token.word, "punct" if token.word.kind == "punct" else "word"))
            if nodes[-1].text == ")":
                _close_date(nodes)
    return nodes


def _close_date(nodes: list[Node]) -> None:
    """Make one date of a date in brackets behind another, which parts no attribute from its noun: "po wczorajszym (5 maja) spotkaniu"."""
    if len(nodes) < 4 or nodes[-3].text != "(" or nodes[-2].date is None or nodes[-4].date is None:
        return
    opening, date = nodes[-3], nodes[-2]
    nodes[-3:] = [msgspec.structs.replace(date, at=opening.at, start=opening.start, end=nodes[-1].end)]


def _join_short_names(spans: dict[int, tuple[int, str, ActorMention | DateMention | QuantityMention]], sentence: Sentence) -> None:
    """Let a name take in the short form that stands in brackets right behind it ("the European Union (EU) summit")."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].word.text != "(" or tokens[at + 2].text != ")":
            continue
        short = spans.get(tokens[at + 1].start)
        if short is None or short[1] != "actor" or not tokens[at + 1].text.isupper():
            continue
        long = next((one for one in spans.items() if one[1][0] == tokens[at - 1].end and one[1][1] == "actor"), None)
        if long is not None and _alike(long[1][2], short[2]):
            del spans[tokens[at + 1].start]
            spans[long[0]] = (tokens[at + 2].end, *long[1][1:])


def _compound(node: Node, tokens: Sequence[Token], spans: Container[int]) -> Node | None:
    """The node of a compound whose first part is an actor's short form with dots ("U.S.-led"): one word, as without them ("US-led")."""
    ahead = [one for one in tokens if one.start >= node.end]
    if node.actor is None or len(ahead) < 2 or not node.text.endswith("."):
        return None
    hyphen, second = ahead[:2]
    if hyphen.text != "-" or hyphen.start != node.end or second.start != hyphen.end or second.start in spans:
        return None
    text = f"{node.text}-{second.text}"
    word = msgspec.structs.replace(second.word, text=text, lower=text.lower(), capital=True)
    return msgspec.structs.replace(node, end=second.end, word=word, kind="adjective")


def _alike(one: ActorMention | DateMention | QuantityMention, other: ActorMention | DateMention | QuantityMention) -> bool:
    actors = isinstance(one, ActorMention) and isinstance(other, ActorMention)
    return actors and (one.country, one.id) == (other.country, other.id)  # type: ignore[union-attr]


def _with_inner(node: Node, tokens: Sequence[Token], end: int) -> Node:
    """An actor's node with the lemmas of its words, where there are several before the end of the mention."""
    words = [one.word.lemmas for one in takewhile(lambda one: one.start < end, tokens)]
    return msgspec.structs.replace(node, inner=frozenset().union(*words)) if len(words) > 1 else node


def _mention_node(
    at: int, token: Token, end: int, kind: str, mention: ActorMention | DateMention | QuantityMention, start: int | None = None
) -> Node:
    if start is not None and isinstance(mention, ActorMention):
        return Node(at, start, end, token.word, "adjective" if mention.role == "adjective" else "actor", actor=mention)
    if isinstance(mention, ActorMention):
        kind = "adjective" if mention.role == "adjective" else "actor"
        return Node(at, token.start, max(end, token.end), token.word, kind, actor=mention)
    if isinstance(mention, DateMention):
        return Node(at, token.start, end, token.word, kind, date=mention)
    return Node(at, token.start, end, token.word, kind, quantity=mention)


def told_twice(nodes: Sequence[Node], phrases: Sequence[Phrase], at: int) -> bool:
    """Is `at` the name in marks, in whatever case, of what the noun before it (the last phrase) calls by another: НАК "Нафтогаз Украины"?

    Of a firm behind a common noun only where the sentence has another subject: "Суд по иску компании "Волга" арестовал...". A project
    behind its noun keeps its first form ("на строительство газопровода [Турецкий поток]").
    """
    noun = phrases[-1].head
    one, other = nodes[noun].actor, nodes[at].actor
    if other is None or not all(nodes[between].text in MARKS for between in range(noun + 1, at)):
        return False
    if one is not None:
        return one.id == other.id is not None
    if other.role == "project":
        return not phrases[-1].cases & (NOM | ACC)
    oblique = other.sector == "BUS" and at - noun > 1 and not phrases[-1].cases & NOM
    return oblique and any(each.cases & NOM and not each.prep and each.owner < 0 and nodes[each.head].actor for each in phrases[:-1])
