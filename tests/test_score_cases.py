"""The judgement on a case: decided, open or wrong."""

from __future__ import annotations

import pytest

from dragoman.model.token import ACC, GEN, NOM
from tools.score_cases import judge, score_article


@pytest.mark.parametrize(("coded", "cases", "verdict"), [("nom", NOM, "right"), ("acc", NOM | ACC, "open"), ("nom", GEN, "wrong")])
def test_a_case_is_decided_open_or_wrong(coded: str, cases: int, verdict: str) -> None:
    assert judge(coded, cases) == verdict


def test_a_mention_is_judged_at_its_place() -> None:
    text = "Premier Malty odwiedził Togo."
    article = {"doc": "a", "text": text, "published": "2025-01-01"}
    codings = [{"doc": "a", "start": 0, "end": 13, "case": "nom"}, {"doc": "a", "start": 14, "end": 23, "case": "gen"}]
    assert [verdict for _, verdict, _ in score_article(article, codings, "pl")] == ["right", "missing"]
