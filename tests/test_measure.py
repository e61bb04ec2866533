"""Articles that the measure is given: by `doc` or by `id`, with a day or without."""

from __future__ import annotations

import pytest

from tools.measure import measure, name_of

TEXT = "Poland expelled three Russian diplomats."
CODING = {"doc": "a", "kind": "event", "start": 0, "end": 39, "type": "SANCTION", "actors": ["POL"], "recipients": ["RUS"]}


@pytest.mark.parametrize("name", ["doc", "id"])
def test_a_suite_names_its_articles_by_id(name: str) -> None:
    counts = measure([CODING], [{name: "a", "lang": "en", "text": TEXT}], show=False)
    assert (counts["event wanted"], counts["event right"]) == (1, 1)


def test_an_article_without_a_coding_is_not_counted() -> None:
    assert not measure([CODING], [{"id": "b", "lang": "en", "text": TEXT}], show=False)


def test_an_article_has_a_name() -> None:
    with pytest.raises(KeyError):
        name_of({"text": TEXT})
