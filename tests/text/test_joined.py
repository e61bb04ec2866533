"""Headings and teasers that run into the text."""

import pytest

from dragoman import find_quotations
from dragoman.text.sentences import split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Premier Norwegii spotkał się z królem Danii. Rozmowy w Oslo Po spotkaniu premier wydał oświadczenie.",
            ["Premier Norwegii spotkał się z królem Danii.", "Rozmowy w Oslo", "Po spotkaniu premier wydał oświadczenie."],
        ),
        (
            "Rozmowy trwały dwa dni. ZOBACZ: Nowy rząd w Lizbonie. Premier zabrał głos Dodał, że umowa jest gotowa.",
            ["Rozmowy trwały dwa dni.", "Dodał, że umowa jest gotowa."],
        ),
        (
            "To koniec sporu.Czytaj też: Kryzys w Chile. Minister odchodzi",
            ["To koniec sporu."],
        ),
        (
            "W Wiedniu szef Ministerstwa Spraw Zagranicznych poparł Biały Dom.",
            ["W Wiedniu szef Ministerstwa Spraw Zagranicznych poparł Biały Dom."],
        ),
        (
            'Dziennik "Głos Na Zachodzie" pisze, że Unia Europejska ogłosiła plan.',
            ['Dziennik "Głos Na Zachodzie" pisze, że Unia Europejska ogłosiła plan.'],
        ),
    ],
)
def test_a_heading_ends_where_a_common_word_is_capital(text: str, sentences: list[str]) -> None:
    assert [text[one.start : one.end] for one in split(text, "pl")] == sentences


def test_a_dash_that_lost_its_space_still_closes_the_words() -> None:
    text = "– Nasza misja trwa od roku –mówił minister Danii. Dodał, że Norwegia zamierza ją kontynuować."
    first = find_quotations(text, lang="pl")[0]
    assert text[first.words[0] : first.words[1]] == "Nasza misja trwa od roku"


def test_a_clause_of_saying_is_no_words() -> None:
    text = "Jak przekazał minister Danii, Moskwa zagroziła Norwegii odwetem."
    told = [text[one.words[0] : one.words[1]] for one in find_quotations(text, lang="pl")]
    assert told == ["Moskwa zagroziła Norwegii odwetem"]
