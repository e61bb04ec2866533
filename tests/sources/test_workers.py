"""Reading in several processes: the order and the outcome are those of one process, whatever befalls one article."""

from __future__ import annotations

import os

import pytest

from dragoman.errors import InputError
from dragoman.model.article import Article
from dragoman.sources.outcome import Failure
from dragoman.sources.workers import Workers
from tests.ledger.samples import event, state


def read(article):
    """One record of each article; the text may ask for a fault, or for the end of the process."""
    if "unreadable" in article.text:
        raise InputError(f"{article.document}: no language of ours")
    if "crash" in article.text:
        raise ZeroDivisionError("oops")
    if "end" in article.text:
        os._exit(7)
    return article, [event(article.document, article.text, "SUPPORT", [state("POL")], [state("LTU")])]


def told(got):
    return f"{got.where}: {got.why}" if isinstance(got, Failure) else got[1][0].document


TEXTS = ("one", "unreadable", "three", "crash", "five")
ARTICLES = [Article(text=text, document=f"d{number}") for number, text in enumerate(TEXTS)]


def test_two_processes_give_what_one_gives():
    with Workers(read) as one, Workers(read, 2) as two:
        assert [told(got) for got in two.read(ARTICLES)] == [told(got) for got in one.read(ARTICLES)]
        assert len([got for got in two.read(ARTICLES) if isinstance(got, Failure)]) == 2


def test_an_article_that_ends_its_process_fails_alone():
    articles = [*ARTICLES, Article(text="end", document="bad"), Article(text="last", document="last")]
    with Workers(read, 2) as workers:
        got = [told(one) for one in workers.read(articles)]
        assert got[5] == "bad: could not be read (its process was ended); please report it"
        assert [got[0], got[2], got[4], got[6]] == ["d0", "d2", "d4", "last"]
        assert told(next(workers.read(ARTICLES))) == "d0"  # and the next block is read by a new pool


def test_less_than_one_process_is_refused():
    with pytest.raises(InputError, match="--jobs: 0"):
        Workers(read, 0)
