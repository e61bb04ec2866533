"""Whose words they are: from the characters that name a speaker to an actor, with the memory of who spoke before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, takewhile
from typing import TYPE_CHECKING

import msgspec

from dragoman.codebook.answers import acting_bodies, regions
from dragoman.frames.syntax import load_syntax
from dragoman.mentions.actors_people import FORMER
from dragoman.model.token import ACC, ANY_GENDER, DAT, NOM
from dragoman.records.statements_voices import load_voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.mention import ActorMention, QuotationMention
    from dragoman.model.token import Sentence, Token, Word

_OPENING = 3
"""Characters that may stand before a project at the head of its phrase: marks, an article."""
_PERSONS = frozenset({"GOV", "LEG", "MIL", "JUD", "PTY", "OPP", "SPY"})

_ELSEWHERE = frozenset({"BUS", "CVL", "JRN"})


def states_of(one: ActorMention) -> frozenset[str]:
    """The states or organisations of states that a mention stands for; empty for what has no country."""
    if one.members:
        return frozenset(country for _, country in one.members)
    if one.country:
        return frozenset({one.country})
    whole = one.sector == "IGO" or (one.role in ("title", "organ") and one.id not in regions()) or one.id in acting_bodies()
    return frozenset({one.id}) if one.id and whole and one.role != "region" else frozenset()


def _fits(one: ActorMention, tokens: Sequence[Token]) -> bool:
    """Does a person agree in gender with the pronoun that stands for them?"""
    if len(tokens) != 1 or not one.genders or one.genders == ANY_GENDER:
        return True
    genders = 0
    for reading in tokens[0].word.analyses:
        genders |= reading.genders
    return not genders or bool(genders & one.genders)


def _all_plural(tokens: Sequence[Token]) -> bool:
    """Is the last word a nominative of the plural alone?"""
    forms = [one for token in tokens[-1:] for one in token.word.analyses if one.cases & NOM]
    return bool(forms) and all(one.number == "p" for one in forms)


class Talk:
    """A text while its statements are read: `speaker` must be asked of one quotation after the other, since pronouns look back."""

    def __init__(self, text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], lang: str) -> None:
        self.text, self.lang = text, lang
        self.sentences, self.actors = sentences, actors
        self.voices = load_voices(lang)
        self.infinitive = load_syntax(lang).infinitive
        self._starts = [one.start for one in actors]
        self._sentence_starts = [one.start for one in sentences]
        self._countries = {one.country for one in actors}
        self._last: ActorMention | None = None
        self._last_at = -1
        self._token_starts: dict[int, list[int]] = {}
        self._names: dict[str, ActorMention] = {}

    def rewind(self) -> None:
        """Start again from the top, with the names that the first time taught."""
        self._last, self._last_at = None, -1

    def within(self, spans: Sequence[tuple[int, int]]) -> list[ActorMention]:
        """Actors named inside the spans, in order."""
        found = []
        for start, end in spans:
            for one in self.actors[bisect_left(self._starts, start) : bisect_right(self._starts, end)]:
                if one.end <= end:
                    found.append(one)
        return found

    def named(self, spans: Sequence[tuple[int, int]]) -> list[ActorMention]:
        """Sides that words are about: no state behind a coin, no capital that is only a place."""
        kept = []
        for one in self.within(spans):
            last = self._word_before(one.start)
            coin = last is not None and bool(last.lemmas & self.voices.coins)
            place = last is not None and one.role == "capital" and last.lower in self.voices.places
            private = one.country is None and not one.members and one.sector in _ELSEWHERE  # European firms are not the union
            if states_of(one) and not coin and not place and not private:
                kept.append(one)
        return kept

    def sentence(self, at: int) -> Sentence:
        """The sentence that a character stands in."""
        return self.sentences[self._number(at)]

    def _number(self, at: int) -> int:
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def _from(self, at: int) -> tuple[Sequence[Token], int]:
        """The tokens of the sentence that holds a character, and the index of the first one that begins at or after it."""
        number = self._number(at)
        tokens = self.sentences[number].tokens
        starts = self._token_starts.get(number)
        if starts is None:
            starts = self._token_starts[number] = [token.start for token in tokens]
        return tokens, bisect_left(starts, at)

    def _word_before(self, at: int) -> Word | None:
        tokens, index = self._from(at)
        return tokens[index - 1].word if index else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """Tokens inside ``[start, end)`` of the sentence that holds `start`."""
        tokens, first = self._from(start)
        stop = first
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        return list(tokens[first:stop])

    def in_headline(self, at: int) -> bool:
        """Does a character stand in the headline of the text?"""
        one = self.sentence(at)
        return one.headline and one.paragraph == 0

    def tells(self, quotation: QuotationMention) -> bool:
        """Is it words that can be said? Where verbs take bare objects (the pack lists `naming` verbs) an object alone is no statement."""
        if quotation.verb in self.voices.quiet and quotation.form == "indirect":
            return False
        if not self.voices.naming or quotation.form != "indirect" or quotation.verb in self.voices.naming:
            return True
        tokens = self.tokens(*quotation.words)
        if not tokens or (tokens[0].word.lower in self.infinitive and any(one.form == "inf" for one in tokens[:2][-1].word.analyses)):
            return False
        return any(
            token.word.lower in self.voices.light or any(one.pos == "verb" and one.form in ("fin", "past") for one in token.word.analyses)
            for token in tokens
        )

    def speaker(self, quotation: QuotationMention) -> tuple[ActorMention | None, bool]:
        """Who says a quotation, and whether the text names them there; remembered for the next one."""
        found, named = self._speaker(quotation)
        if found is None and self._several(quotation):
            return found, named  # unknown people in the plural: "he" behind them is still who spoke before
        if found is None or found.sector != "JRN":  # a paper only hands on what others say
            self._last, self._last_at = found, quotation.words[1]
        return found, named

    def _several(self, quotation: QuotationMention) -> bool:
        """Do the words name speakers in the plural alone ("эксперты")?"""
        return _all_plural(self.tokens(*quotation.speaker) if quotation.speaker else [])

    def _speaker(self, quotation: QuotationMention) -> tuple[ActorMention | None, bool]:
        clause = quotation.clause[0] if quotation.clause else quotation.words[0]
        if quotation.speaker is None:
            return self._before(clause, ()), False
        start, end = quotation.speaker
        if quotation.clause and not quotation.clause[0] <= start < quotation.clause[1]:
            return self._before(clause, ()), False
        tokens = self.tokens(start, end)
        if quotation.form == "indirect" and self._number(start) > self._number(quotation.words[1]):
            clause = start  # "Про це він заявив": whom the words before it may name
        if tokens and tokens[0].word.lower in self.voices.myself:
            return None, False
        found = self._named(start, end, tokens)
        if found is not None and found.sector == FORMER:
            found = self._in_office(found, tokens)
        if found is not None and found.role == "anaphor" and self._goes_on(clause) and self._last is not None and _fits(self._last, tokens):
            return self._last, False
        if found is not None and quotation.form == "headline" and self._is_place_label(found, quotation):
            return None, False
        if found is not None:
            self._learn(start, end, found)
            self._learn_lead(tokens, found)
            return found, True
        known = self._known(tokens)
        if known is None and (known := self._affiliated(end, tokens)) is not None:
            self._names.setdefault(tokens[-1].text, known)
        if known is not None:
            return known, True
        if self._elsewhere(start, end):
            return None, False
        if not self._holds_name(tokens) or self._is_pronoun(tokens):
            return (self._before(clause, tokens) if self._refers(tokens) else None), False
        return self._home(start, end, tokens), True

    def _elsewhere(self, start: int, end: int) -> bool:
        """Do the words name a place that is no side ("европейские политики")? Then they point to nobody told before."""
        return any(one.role in ("region", "adjective") and not states_of(one) for one in self.within([(start, end)]))

    def _holds_name(self, tokens: Sequence[Token]) -> bool:
        """Is a name among the words? An office that opens a sentence ("Министр считает ...") has a capital and is none."""
        named = tokens[1:] or ([] if self._sector(tokens) else tokens)
        return any(token.word.capital for token in named)

    def _is_place_label(self, label: ActorMention, quotation: QuotationMention) -> bool:
        """Does a state's bare name before a colon only say where the news is from ("Dania: ruszyła budowa")? Not before marks or words
        in the first person.
        """
        if label.role != "name" or label.sector is not None or not label.country or quotation.speaker is None:
            return False
        if quotation.speaker[0] > quotation.words[0] or (label.start, label.end) != quotation.speaker:
            return False
        if self.text[label.end : quotation.words[0]].strip() != ":":
            return False
        return not any(one.person == 1 for token in self.tokens(*quotation.words) for one in token.word.analyses)

    def _in_office(self, former: ActorMention, tokens: Sequence[Token]) -> ActorMention:
        """Who is meant by a former office, or by a surname that a former leader shares: a person of that state named right before, who
        holds another office now; the person whose name the text has taught; else the former holder.
        """
        if former.role != "title":
            known = self._known(tokens)
            return known if known is not None and known.sector != FORMER else former
        first = self.sentences[max(0, self._number(former.start) - 1)].start
        near = [one for one in self.within([(first, former.start)]) if one.role == "name" and self._is_person(one)]
        return next((one for one in reversed(near) if states_of(one) == states_of(former)), former)

    def _goes_on(self, clause: int) -> bool:
        """Did somebody speak in the sentence before?"""
        number = max(0, bisect_right(self._sentence_starts, clause) - 1)
        return number > 0 and self._last_at >= self.sentences[number - 1].start

    def _learn(self, start: int, end: int, actor: ActorMention) -> None:
        """Remember the name in a speaker's words or right behind them: "przedstawiciel UE Jan Kowalski" teaches who Kowalski is."""
        run: list[str] = []
        tokens, first = self._from(start)
        for token in islice(tokens, first, None):
            if token.start >= end and (self._ends_name(token) or token.start > end + 80):
                break
            if token.word.capital:
                run.append(token.text)
            elif token.start < end:
                run = []
        for name in run[-2:]:
            if len(name) > 3 and not name.isupper():
                self._names.setdefault(name, actor)

    def _learn_lead(self, tokens: Sequence[Token], actor: ActorMention) -> None:
        """Remember a full name that opens a speaker's words, with whom he acts for behind it: "Jan Kowalski z Komisji Europejskiej"."""
        run = list(takewhile(lambda one: one.word.kind == "word" and one.word.capital, tokens))
        if len(run) > 1 and len(run) < len(tokens) and run[-1].end <= actor.start and len(run[-1].text) > 3 and not run[-1].text.isupper():
            self._names.setdefault(run[-1].text, actor)

    def _ends_name(self, token: Token) -> bool:
        """A name behind an office ends at a stop, a mark or a verb; a comma may part office and name."""
        if token.word.kind == "punct":
            return token.text != ","
        return any(one.pos == "verb" and one.form in ("fin", "past") for one in token.word.analyses) and not token.word.capital

    def _named(self, start: int, end: int, tokens: Sequence[Token]) -> ActorMention | None:
        """The actor that the speaker's words name: the one that covers most of them, a person or organ before a mere state."""
        first = bisect_left(self._starts, start - 120)
        near = [one for one in self.actors[first : bisect_right(self._starts, end)] if one.start < end and one.end > start]
        near = [one for one in near if states_of(one) and not (one.start > start and self._only_place(one))]
        near = [one for one in near if one.role != "project" or one.start < start + _OPENING]  # "the halt of X tells" is no word of X's
        if not near and self._sector(tokens) in _PERSONS and not tokens[0].word.capital:
            near = self._behind(end)
        if not near:
            return None
        best = max(
            near,
            key=lambda one: (one.role != "adjective", one.sector != "JRN", one.start <= start, min(one.end, end) - max(one.start, start)),
        )
        sector = self._sector(tokens)
        if best.sector is None and sector:
            return msgspec.structs.replace(best, sector=sector)
        if best.role == "adjective" and sector is None:
            return None
        return best

    def _only_place(self, one: ActorMention) -> bool:
        """Is a state named only as the place of an office ("były ambasador w Kenii")?"""
        last = self._word_before(one.start)
        return last is not None and one.role in ("name", "capital") and last.lower in self.voices.places

    def _behind(self, end: int) -> list[ActorMention]:
        """A state named a few words behind an office: "minister ds. handlu i innowacji Szwecji"."""
        stop = end
        tokens, first = self._from(end)
        for token in islice(tokens, first, None):
            if token.start >= end:
                if (
                    (token.word.kind == "punct" and token.text != ".")
                    or token.word.lower in self.voices.places
                    or token.start > end + 60
                    or (self._ends_name(token) and token.text != ".")
                ):
                    break
                stop = token.end
        named = [one for one in self.within([(end, stop)]) if states_of(one) and one.role in ("name", "organ")]
        return [one for one in named if not self._only_place(one)][:1]

    def _affiliated(self, end: int, tokens: Sequence[Token]) -> ActorMention | None:
        """The organ behind a full name that no codebook knows: "Anna Lang z Komisji Europejskiej"."""
        after, first = self._from(end)
        if len(tokens) < 2 or not all(one.word.capital for one in tokens) or first >= len(after):
            return None
        if after[first].word.lower not in self.voices.belongs:
            return None
        behind = self._behind(end)
        return next((one for one in behind if one.sector == "IGO" or (one.role == "organ" and one.sector in _PERSONS)), None)

    def _sector(self, tokens: Sequence[Token]) -> str | None:
        """The sector of a noun such as "analitycy" or "minister" among the words."""
        for token in tokens:
            for lemma in token.word.lemmas:
                if lemma in self.voices.sectors:
                    return self.voices.sectors[lemma]
        return None

    def _known(self, tokens: Sequence[Token]) -> ActorMention | None:
        """An actor whose surname spoke before, whatever its case."""
        for token in reversed(tokens):
            if token.word.capital and len(token.text) > 3:
                if token.text in self._names:
                    return self._names[token.text]
                stem = token.text[: max(4, len(token.text) - 2)]
                for name, actor in self._names.items():
                    if name.startswith(stem) and abs(len(name) - len(token.text)) < 4:
                        return actor
        return None

    def _is_pronoun(self, tokens: Sequence[Token]) -> bool:
        return len(tokens) == 1 and tokens[0].word.lower in self.voices.pronouns

    def _refers(self, tokens: Sequence[Token]) -> bool:
        """Does a common noun point back to somebody ("minister", "rozmówca")? Experts and unnamed sources do not."""
        told = {self.voices.sectors[lemma] for token in tokens for lemma in token.word.lemmas if lemma in self.voices.sectors}
        if not told and _all_plural(tokens) and not (self._is_pronoun(tokens) or self._is_document(tokens)):
            return False  # "некоторые страны" are others
        firm = self._last is not None and self._last.sector == "BUS"
        return not told & _ELSEWHERE or (firm and told & _ELSEWHERE == {"BUS"})

    def _before(self, clause: int, tokens: Sequence[Token]) -> ActorMention | None:
        """Whom a pronoun, an office, a paper or a missing subject means: the last speaker, or whom the sentence before was about."""
        office = bool(tokens) and not self._is_pronoun(tokens)
        if office and self._last is not None:
            return self._last
        recent = self._recent(clause, tokens, office and self._is_document(tokens)) or (self._titled(clause, tokens) if office else None)
        if recent is None and office and self._last_at < 0:
            return self._home(tokens[0].start, tokens[-1].end, tokens)
        return recent or self._last

    def _titled(self, clause: int, tokens: Sequence[Token]) -> ActorMention | None:
        """Who was told last with the same office and in the same number: "послы США ... отмечают послы"."""
        offices = {one for token in tokens for one in token.word.lemmas if self.voices.sectors.get(one) in _PERSONS}
        before = self.actors[: bisect_left(self._starts, clause)] if offices else ()
        number = "p" if any(one.number == "p" and one.cases & NOM for one in tokens[-1].word.analyses) else "s"
        for one in reversed(before):
            if one.role == "title" and one.number == number and states_of(one):
                head = self.tokens(one.start, one.end)
                if any(token.word.lemmas & offices for token in head):
                    return one
        return None

    def _recent(self, clause: int, tokens: Sequence[Token], paper: bool) -> ActorMention | None:
        """The person that the sentence before was about, unless somebody spoke since; for a paper any side will do."""
        number = max(0, bisect_right(self._sentence_starts, clause) - 1)
        if number == 0 or self.sentences[number - 1].start < self._last_at:
            return None
        before = self.sentences[number - 1]
        sides = [one for one in self.within([(before.start, before.end)]) if states_of(one)]
        if paper:
            return next((one for one in sides if one.role != "adjective"), None)
        persons = [one for one in sides if self._is_person(one) and one.cases & NOM and _fits(one, tokens)]
        opening = [one for one in sides if one.role == "organ" and one.start - before.start < 3 and one.cases & NOM]
        if opening and not tokens and opening[0].sector in _PERSONS:
            return opening[0]
        if persons and (persons[0].start - before.start < 60 or len({states_of(one) for one in persons}) == 1):
            return persons[0]
        return None if persons else self._officer(before, tokens)

    def _officer(self, before: Sentence, tokens: Sequence[Token]) -> ActorMention | None:
        """An office in the nominative with its state or house behind it: "przekazał deputowany do Dumy Państwowej"."""
        for token in before.tokens:
            if token.word.capital or not token.word.cases & NOM or self._sector([token]) not in _PERSONS:
                continue
            home = self._behind(token.end)
            if home and _fits(home[0], tokens):
                return msgspec.structs.replace(home[0], sector=self._sector([token]))
        return None

    def _is_document(self, tokens: Sequence[Token]) -> bool:
        return any(token.word.lemmas & self.voices.documents for token in tokens)

    def _home(self, start: int, end: int, tokens: Sequence[Token]) -> ActorMention | None:
        """An office without a state ("wiceminister obrony narodowej") is the pack's own state's, in its own press."""
        sector = self._sector(tokens)
        if (
            self.voices.home is None
            or not any(token.word.lemmas & self.voices.domestic for token in tokens)
            or sector not in _PERSONS
            or self.voices.home.country not in self._countries
        ):
            return None
        found = msgspec.structs.replace(self.voices.home, start=start, end=end, sector=sector, role="title")
        self._learn(start, end, found)
        return found

    def _is_person(self, one: ActorMention) -> bool:
        return one.role in ("name", "title") and one.sector in _PERSONS and bool(states_of(one))

    def addressees(self, quotation: QuotationMention, speaker: ActorMention) -> tuple[ActorMention, ...]:
        """Actors behind a preposition that leads to a listener, outside the words."""
        if quotation.clause is None:
            return ()
        pieces = quotation.pieces or (quotation.words,)
        found = []
        for one in self.within([quotation.clause]):
            if states_of(one) <= states_of(speaker) or any(a <= one.start < b for a, b in pieces):
                continue
            before = self._word_before(one.start)
            if before is not None and before.lower in self.voices.listeners:
                found.append(one)
        return tuple(found)

    def objects(self, quotation: QuotationMention, speaker: ActorMention) -> list[ActorMention]:
        """Sides between the verb and the words that no preposition leads ("ostrzegło Izrael, że odpowie"); in a headline any side."""
        first = quotation.pieces[0][0] if quotation.pieces else quotation.words[0]
        headline = quotation.form == "headline"
        if quotation.clause is None or quotation.clause[0] >= first or not (headline or quotation.stance == "negative"):
            return []
        found = []
        for one in self.within([(quotation.clause[0], first)]):
            before = self._word_before(one.start)
            plain = headline or before is None or before.lower not in self.voices.prepositions
            if (
                states_of(one)
                and plain
                and not states_of(one) <= states_of(speaker)
                and (headline or one.cases & (ACC | DAT))
                and one.start > speaker.start
            ):
                found.append(one)
        return found
