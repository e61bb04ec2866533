"""What a record is compared by: a sketch holds no words of any one language where it can help it."""

from __future__ import annotations

import datetime as dt
import functools
import heapq
import re
import zlib
from typing import TYPE_CHECKING

import msgspec

from dragoman.codebook.answers import is_known, members_of
from dragoman.errors import InputError
from dragoman.ledger.edtf import days_of
from dragoman.ledger.fold import latin, lemmas
from dragoman.ledger.rows import family_of, roles_of, side_of, type_of
from dragoman.model.record import Event, Figure, Participant, Quantity, Record, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_ROLES = frozenset(("actor", "side", "of", "speaker"))
"""Roles of those who act; the others are those acted upon."""
FIRMS = frozenset(("BUS", "REB", "CRM"))
"""Sectors whose participants are known by their whole name."""
COLLECTIVE = frozenset(
    "Union Commission Council Parliament Court Tribunal Kingdom States Republic Federation Emirates Arabia Bank Fund Organization"
    " Organisation Agency Alliance Assembly Ministry Government Office Group Committee Treaty League Cooperation Community Nations House"
    " Zealand Korea Africa Lanka Salvador Rica Leone Faso Sudan Macedonia Herzegovina Islands Guinea".split()
)
"""Words in the canonical names of states and bodies, which no surname is."""
SMALL = 8
"""Members of an organisation up to which naming it and naming them is one."""
NEAR = 600
"""Characters around a claim that count as its setting."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NAME = re.compile(r"[^\W\d_a-zа-яіїєґąćęłńóśźż][^\W\d_]{2,}")
_TOKEN = re.compile(r"[^\W_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n]\s*[„\"«“(–—-]*\s*)$")

_ALIKE = tuple(pair.split(">") for pair in "sch>s sh>s sz>s ch>c cz>c ts>c zh>z rz>z kh>h ck>k w>v x>ks ph>f j>i y>i g>h q>k".split())
"""Letters and pairs of letters that transcriptions use for one another."""


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """One record, made ready to be compared.

    Days are proleptic ordinals. `first` and `last` bound the deed (None where open or unknown), `told` is the day of publication.
    `actors` and `others` are sides in the two kinds of role; `within` the members of a small organisation among them; `people` persons and
    firms by side, `heads` those of them who act; `stems` folded lemma stems of the
    claim, `near` those of its setting; `roots` skeletons of the longer words, by which cognates meet across
    languages; `names` skeletons of capitalised words, `topics` those of names that are no side's and rare, `named` those of the
    whole evidence;
    `numbers` the figures in the claim; `spans` the characters of the evidence.
    `loose` is true of a weekday that may lie a week nearer to the day of publication than it was taken to.
    """

    number: int
    id: str
    document: str
    digest: str
    lang: str | None
    kind: str
    type: str | None
    modality: str
    mode: str | None
    family: str
    first: int | None
    last: int | None
    told: int | None
    actors: frozenset[str]
    others: frozenset[str]
    within: frozenset[str]
    people: frozenset[tuple[str, str]]
    heads: frozenset[tuple[str, str]]
    place: str | None
    country: str | None
    form: str | None
    act: str | None
    value: tuple[float | None, float | None, str] | None
    stems: frozenset[str]
    near: frozenset[str]
    roots: frozenset[str]
    names: frozenset[str]
    named: frozenset[str]
    topics: frozenset[str]
    numbers: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    loose: bool
    key: tuple[str, str, int, str]

    @property
    def sides(self) -> frozenset[str]:
        return self.actors | self.others

    @property
    def reach(self) -> frozenset[str]:
        """The sides, and the members of those that are small organisations."""
        return self.actors | self.others | self.within

    @property
    def exact(self) -> bool:
        """True where the day of the deed is known to the day."""
        return self.first is not None and self.first == self.last


def sketch(record: Record, number: int, *, lang: str | None, published: str | None, setting: str, digest: str) -> Sketch:
    """Make the sketch of a record; ``setting`` is the text for `NEAR` characters on both sides of its claim."""
    first, last = days_of(record.when.edtf if record.when else None)
    told = dt.date.fromisoformat(published).toordinal() if published else None
    claim = claim_of(record)
    roles = [(role, one) for role, one in roles_of(record) if role != "said_by"]
    instrument = record.instrument if isinstance(record, Event) else None
    return Sketch(
        number=number,
        id=record.id,
        document=record.document or "",
        digest=digest,
        lang=lang,
        kind=record.kind,
        type=type_of(record),
        modality=record.modality,
        mode=record.mode if isinstance(record, Event) else None,
        family=family_of(record.rule),
        first=first.toordinal() if first else None,
        last=last.toordinal() if last else None,
        told=told,
        actors=frozenset(side_of(one) for role, one in roles if role in FIRST_ROLES),
        others=frozenset(side_of(one) for role, one in roles if role not in FIRST_ROLES),
        within=frozenset(_members(one for _, one in roles)),
        people=frozenset(_people(roles)),
        heads=frozenset(_people((role, one) for role, one in roles if role in FIRST_ROLES)),
        place=latin(record.where.name) if record.where else None,
        country=record.where.country if record.where else None,
        form=instrument.form if instrument else None,
        act=instrument.act if instrument else None,
        value=_value(record),
        stems=stems_of(claim, lang),
        near=stems_of(setting or claim, lang),
        roots=roots_of(claim, lang),
        names=frozenset(_names(claim)),
        topics=frozenset(_topics(claim, lang, roles)),
        named=frozenset(_names(" ".join(piece.text for piece in record.evidence))),
        numbers=frozenset(match.replace(",", ".") for match in _NUMBER.findall(claim)),
        spans=tuple((piece.start, piece.end) for piece in record.evidence),
        loose=_is_loose(record, first, told),
        key=(published or "9999", record.document or "", record.evidence[0].start if record.evidence else 0, record.id),
    )


def _is_loose(record: Record, first: dt.date | None, told: int | None) -> bool:
    """True for a day about a week from that of publication that no figure names: "on Friday", printed on a Friday, is either of two."""
    when = record.when
    if when is None or first is None or told is None or len(when.edtf) != len("2018-02-16"):
        return False
    return 5 <= abs(first.toordinal() - told) <= 8 and not any(char.isdigit() for char in when.text or "0")


def claim_of(record: Record) -> str:
    """The words to compare: of a statement those that were said, where they are enough, so that "the spokesman said" weighs nothing."""
    if isinstance(record, Statement):
        said = " ".join(piece.text for piece in record.words)
        if len(said.split()) >= 5:
            return said
    return " ".join(piece.text for piece in record.evidence)


def _people(roles: Iterable[tuple[str, Participant]]) -> Iterable[tuple[str, str]]:
    """Persons, firms and groups by side, as skeletons of their surnames or names: what tells two actors of one state apart.

    A firm that is acted upon is left out: reports name it or its owner, as they like.
    """
    for role, one in roles:
        words = one.name.split()
        if one.sector is None or not words or not words[0][0].isupper() or "of" in words:
            continue  # the state itself, or an office without its holder
        if one.sector in FIRMS:
            if role in FIRST_ROLES:
                yield side_of(one), skeleton("".join(words))
        elif 2 <= len(words) <= 4 and not COLLECTIVE & set(words):
            yield side_of(one), skeleton(words[-1])


def _members(participants: Iterable[Participant]) -> Iterable[str]:
    """Members of the small organisations among the sides: reports name the Visegrad Group or its four states."""
    for one in participants:
        if one.country is None and one.id:
            members = _members_of(one.id)
            if len(members) <= SMALL:
                yield from members


@functools.cache
def _members_of(identifier: str) -> tuple[str, ...]:
    try:
        return members_of(identifier)
    except InputError:  # a body that the codebook does not have
        return ()


def _value(record: Record) -> tuple[float | None, float | None, str] | None:
    quantity: Quantity | None = None
    match record:
        case Figure():
            quantity = record.value
        case Event():
            quantity = record.quantity
        case Relation() | Statement():
            quantity = None
    return (quantity.low, quantity.high, quantity.unit) if quantity else None


@functools.lru_cache(maxsize=500_000)
def _stem(form: str, lang: str | None) -> str:
    """One stem for a form: the shortest folded lemma, cut to six letters, so that a wrong reading does little harm."""
    return min(lemmas(form, lang), key=lambda lemma: (len(lemma), lemma))[:6]


def stems_of(text: str, lang: str | None) -> frozenset[str]:
    """Stems of the words of four letters and more, and of shorter ones in capitals or figures; other short words join sentences."""
    return frozenset(_stem(word, lang) for word in _TOKEN.findall(text) if len(word) > 3 or (len(word) > 1 and not word[-1].islower()))


@functools.lru_cache(maxsize=500_000)
def _root(form: str, lang: str | None) -> str:
    bones = skeleton(min(lemmas(form, lang), key=lambda lemma: (len(lemma), lemma)), 12)
    return re.sub(r"(.)\1+", r"\1", bones)[:5]  # rosyjski and российский differ by what is between two s


def roots_of(text: str, lang: str | None) -> frozenset[str]:
    """Skeletons of the words of five letters and more: sankcje, санкции and sanctions share one."""
    found = (_root(word, lang) for word in _TOKEN.findall(text) if len(word) > 4)
    return frozenset(root for root in found if len(root) > 2)


def _names(claim: str) -> Iterable[str]:
    """Skeletons of capitalised words that do not merely begin a sentence: the first consonants and vowels of a name survive inflection."""
    return map(skeleton, _proper(claim))


def _proper(claim: str) -> Iterable[str]:
    """Capitalised words that do not merely begin a sentence."""
    for match in _NAME.finditer(claim):
        if not _SENTENCE_START.search(claim[: match.start()]):
            yield match.group()


def _topics(claim: str, lang: str | None, roles: Iterable[tuple[str, Participant]]) -> Iterable[str]:
    """Names in a claim that are not a side's and that the codebook does not know: whom or what the deed is about (a victim, a town)."""
    sides = {skeleton(word) for _, one in roles for word in _TOKEN.findall(f"{one.text or ''} {one.name}")}
    for word in _proper(claim):
        if skeleton(word) not in sides and not _is_common(word, lang):
            yield skeleton(word)


@functools.lru_cache(maxsize=200_000)
def _is_common(word: str, lang: str | None) -> bool:
    return is_known(word, lang)


@functools.lru_cache(maxsize=200_000)
def skeleton(name: str, length: int = 4) -> str:
    """A name's consonants, similar ones written alike, without its ending: Merkel, Merkelová and Меркель are one.

    Of those after the first letter ``length`` are kept.
    """
    text = latin(name)
    for pair, one in _ALIKE:
        text = text.replace(pair, one)
    return text[0] + re.sub(r"[aeiou']", "", text[1:])[:length] if text else ""


def fingerprint(stems: frozenset[str]) -> list[str]:
    """Three stems that stand for a sentence: those with the lowest checksum, so that reprints mostly agree on two."""
    return heapq.nsmallest(3, stems, key=lambda stem: (zlib.crc32(stem.encode()), stem)) if len(stems) >= 5 else []
