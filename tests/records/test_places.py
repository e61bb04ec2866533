"""A deed told several times is one record that shows every place."""

import datetime as dt

from dragoman import read


def test_a_deed_told_twice_shows_both_places() -> None:
    text = (
        "Premier Norwegii w Ghanie\n\nPremier Norwegii przybył w środę do Ghany. Ceny kakao rosną od roku.\n\n"
        "To pierwsza od lat wizyta premiera Norwegii w Ghanie."
    )
    visits = [one for one in read(text, lang="pl", published=dt.date(2025, 3, 7)).records if one.rule.endswith("#visit")]
    assert len(visits) == 1
    told = [text[one.start : one.end] for one in visits[0].evidence]
    assert any("przybył" in one for one in told)
    assert any("wizyta premiera" in one for one in told)
    assert all(one.text == text[one.start : one.end] for one in visits[0].evidence)
