"""Quotations in four languages: words in square brackets, the speaker in braces, both taken out before the text is read."""

from __future__ import annotations

import re

import pytest

from dragoman.mentions.quotations import find_quotations

_MARKS = re.compile(r"[⟦⟧{}]")


def drawn(marked: str) -> tuple[str, list[tuple[int, int]], tuple[int, int] | None]:
    """The plain text, the spans of ⟦words⟧ and the span of the {speaker}."""
    text, words, speaker, opened = "", [], None, 0
    for part in re.split(r"([⟦⟧{}])", marked):
        if part in ("⟦", "{"):
            opened = len(text)
        elif part == "⟧":
            words.append((opened, len(text)))
        elif part == "}":
            speaker = (opened, len(text))
        else:
            text += part
    return text, words, speaker


ONE = [
    # A date before the speaker is no part of the name, though "premier" is a genitive in form
    ("pl", "indirect", "4 lipca {premier Kanady Jan Lis} oświadczył, że ⟦Chile potrzebuje gazu⟧."),
    ("ru", "indirect", "4 июля {премьер Канады Иван Лисов} заявил, что ⟦Чили нужен газ⟧."),
    ("uk", "indirect", "4 липня {прем'єр Канади Іван Лис} заявив, що ⟦Чилі потрібен газ⟧."),
    # A name that does not decline stands before one that does: the two are not who speaks
    ("uk", "indirect", "{Міністр Чилі Іван Лис} після розмови з колегою Ентоні Вайлдом заявив, що ⟦Перу потрібен газ⟧."),
    # A nominative behind what a preposition governs is the subject; in a headline a comma before the dash tells words without a verb
    ("uk", "indirect", "⟦Міст через річку буде закрито вже завтра⟧. Про це {він} заявив у Києві."),
    ("uk", "headline", "⟦Газ Перу неприпустимий⟧, – {Лопес} про новий порт\n\nМіст закрито."),
    ("ru", "headline", "⟦Газ Перу недопустим⟧, – {Лопес}\n\nМост закрыт."),
    # The field of an office stands before the name
    ("uk", "indirect", "{Міністр праці та у справах пенсій Ольга Дар} заявила, що ⟦Чилі потрібен газ⟧."),
    ("ru", "indirect", "{Министр по делам Арктики Иван Лисов} заявил, что ⟦Чили нужен газ⟧."),
    # A noun points back to the words
    ("ru", "indirect", "⟦Чили нарушила соглашение о рыбе⟧. С таким заявлением выступил {министр иностранных дел Перу}."),
    ("uk", "indirect", "⟦Чилі порушила угоду про рибу⟧. З такою заявою виступив {міністр закордонних справ Перу}."),
    # Polish: marks, dashes, clauses of saying, sources, headlines
    ("pl", "direct", "„⟦Granica zostanie otwarta⟧” – powiedział {premier Estonii}."),
    ("pl", "direct", '"⟦Granica zostanie otwarta⟧" - poinformowała {rzeczniczka rządu}.'),
    ("pl", "direct", "– ⟦Granica zostanie otwarta⟧ – oznajmił w środę {minister spraw wewnętrznych}. – ⟦Nie ma odwrotu⟧."),
    ("pl", "direct", "— ⟦Rozmawialiśmy dwie godziny. Różnic jest wiele⟧ — przyznał {szef dyplomacji}."),
    ("pl", "indirect", "{Ambasador} zapewnił w rozmowie z dziennikarzami, że ⟦umowa wejdzie w życie w maju⟧."),
    ("pl", "indirect", "Zdaniem {prezydenta} ⟦sojusz powinien działać szybciej⟧."),
    ("pl", "indirect", "Według {ministra finansów}, ⟦deficyt nie wzrośnie⟧."),
    ("pl", "indirect", "Jak podkreślił {kanclerz}, ⟦dostawy nie zostaną wstrzymane⟧."),
    ("pl", "indirect", "⟦Dostawy nie zostaną wstrzymane⟧, poinformował {kanclerz}."),
    ("pl", "indirect", "Do sprawy odniósł się {wicepremier}, który stwierdził, że ⟦decyzji jeszcze nie ma⟧."),
    ("pl", "indirect", "W {komunikacie ministerstwa} podkreślono, że ⟦rozmowy będą trwały⟧."),
    ("pl", "headline", "{Minister obrony}: ⟦nie wyślemy żołnierzy⟧\n\nWczoraj odbyła się narada."),
    # Russian
    ("ru", "direct", "«⟦Мост откроют весной⟧», — сообщил {министр транспорта}."),
    ("ru", "direct", '"⟦Мост откроют весной⟧", - говорит {инженер}.'),
    ("ru", "direct", "{Посол} заявил: «⟦Мы готовы к переговорам⟧»."),
    ("ru", "indirect", "{Министр} отметил, что ⟦мост откроют весной⟧."),
    ("ru", "indirect", "По словам {министра}, ⟦мост откроют весной⟧."),
    ("ru", "indirect", "⟦Мост откроют весной⟧, рассказал {министр}."),
    ("ru", "indirect", "⟦Мост откроют весной⟧. Об этом сообщил {министр транспорта}."),
    ("ru", "headline", "⟦Мост откроют весной⟧ — {министр Орлов}\n\nСтройка идёт третий год."),
    # Ukrainian
    ("uk", "direct", '"⟦Угоду підпишуть у липні⟧", - повідомила {прем\'єр-міністерка}.'),
    ("uk", "direct", "«⟦Угоду підпишуть у липні⟧», – наголосив {посол}."),
    ("uk", "indirect", "{Речник} зазначив, що ⟦угоду підпишуть у липні⟧."),
    ("uk", "indirect", "На думку {посла}, ⟦угоду підпишуть у липні⟧."),
    ("uk", "indirect", "⟦Угоду підпишуть у липні⟧, заявив у понеділок, 5 червня, {голова уряду}."),
    ("uk", "indirect", "⟦Угоду підпишуть у липні⟧. Про це повідомив {речник уряду}."),
    # English
    ("en", "direct", "“⟦The bridge will open in spring⟧,” said {the minister}."),
    ("en", "direct", '"⟦The bridge will open in spring⟧," {the minister} told reporters.'),
    ("en", "direct", '{The ambassador} said: "⟦We are ready to talk about everything⟧."'),
    ("en", "indirect", "{The ambassador} said that ⟦the treaty would be signed in June⟧."),
    ("en", "indirect", "{The ambassador} said ⟦the treaty would be signed in June⟧."),
    ("en", "indirect", "⟦The treaty would be signed in June⟧, {the ambassador} said."),
    ("en", "indirect", "⟦The treaty will be signed in June⟧, according to {the ministry}."),
]


@pytest.mark.parametrize(("lang", "form", "marked"), ONE)
def test_words_and_speaker(lang: str, form: str, marked: str) -> None:
    text, words, speaker = drawn(marked)
    found = find_quotations(text, lang=lang)
    assert len(found) == 1, [text[slice(*one.words)] for one in found]
    one = found[0]
    assert [text[a:b] for a, b in one.pieces] == [text[a:b] for a, b in words]
    assert one.words == (words[0][0], words[-1][1])
    assert one.form == form
    assert speaker is not None
    assert one.speaker is not None
    assert one.speaker[0] < speaker[1]
    assert speaker[0] < one.speaker[1]
    assert text[slice(*speaker)].split()[0] in text[slice(*one.speaker)]


NONE = [
    # What is yet to be said
    ("pl", "Minister Litwy odpowie, dlaczego zamknięto granicę."),
    ("ru", "Министр Литвы ответит, почему закрыта граница."),
    ("uk", "Міністр Литви відповість, чому закрито кордон."),
    ("pl", 'Dziennik "Nowiny" ukazuje się od stu lat.'),
    ("pl", "Spółka „Żegluga” zbuduje nowy prom."),
    ("pl", "Minister nie powiedział, że poda się do dymisji."),
    ("pl", "Okazało się, że most jest zamknięty."),
    ("pl", "Kupili: chleb, masło i ser."),
    ("ru", "Компания «Север» построит новый завод."),
    ("ru", "Оказалось, что мост закрыт."),
    ("ru", "Ранее сообщалось, что мост закрыт."),
    ("uk", "Компанія «Північ» збудує новий завод."),
    ("uk", "Виявилося, що міст зачинено."),
    ("en", 'The "Northern Star" will sail on Monday.'),
    ("en", "The report was long and the state had no money."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_silent_where_nobody_speaks(lang: str, text: str) -> None:
    assert find_quotations(text, lang=lang) == ()


def words_of(text: str, lang: str) -> list[str]:
    return [text[slice(*one.words)] for one in find_quotations(text, lang=lang)]


def test_two_turns_of_one_speaker_are_two_quotations_when_each_has_its_clause() -> None:
    text = "– Sytuacja jest trudna – ocenił premier. – Damy jednak radę – dodał."
    found = find_quotations(text, lang="pl")
    assert words_of(text, "pl") == ["Sytuacja jest trudna", "Damy jednak radę"]
    assert found[0].speaker == found[1].speaker


def test_a_dropped_subject_is_the_last_speaker() -> None:
    text = "Premier ocenił, że rok był dobry. Dodał, że następny będzie lepszy."
    first, second = find_quotations(text, lang="pl")
    assert text[slice(*first.speaker)] == "Premier"
    assert second.speaker == first.speaker


def test_a_pronoun_is_the_speaker_where_it_stands() -> None:
    text = "Министр приехал утром. Он сообщил, что переговоры начнутся завтра."
    (one,) = find_quotations(text, lang="ru")
    assert text[slice(*one.speaker)] == "Он"


def test_a_dialogue_goes_on_without_a_verb() -> None:
    text = "– Kiedy pan wraca? – zapytał dziennikarz.\n– W niedzielę rano, samolotem."
    found = find_quotations(text, lang="pl")
    assert [text[slice(*one.words)] for one in found] == ["Kiedy pan wraca", "W niedzielę rano, samolotem"]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = '"The harvest was poor this year.\n\n"Next year it will be better," said the farmer.'
    (one,) = find_quotations(text, lang="en")
    assert [text[slice(*piece)] for piece in one.pieces] == ["The harvest was poor this year", "Next year it will be better"]


def test_a_clause_inside_the_marks_parts_the_words() -> None:
    text = "«Мы придём, — сказал капитан, — но не сразу»."
    (one,) = find_quotations(text, lang="ru")
    assert [text[slice(*piece)] for piece in one.pieces] == ["Мы придём", "но не сразу"]


def test_marks_within_marks_belong_to_the_outer_words() -> None:
    text = '"Umowa z firmą "Delta" jest ważna" - powiedział prezes.'
    assert words_of(text, "pl") == ['Umowa z firmą "Delta" jest ważna']


def test_partly_quoted_words_keep_the_whole_clause() -> None:
    text = "Kanclerz stwierdził, że rozmowy były „trudne, ale potrzebne”."
    assert words_of(text, "pl") == ["rozmowy były „trudne, ale potrzebne”"]


def test_wholly_quoted_clause_is_direct() -> None:
    text = "Kanclerz stwierdził, że „rozmowy były trudne”."
    (one,) = find_quotations(text, lang="pl")
    assert (text[slice(*one.words)], one.form) == ("rozmowy były trudne", "direct")


def test_words_end_before_who_passes_them_on() -> None:
    text = "Президент заявил, что визит состоится в мае, сообщает агентство."
    assert words_of(text, "ru") == ["визит состоится в мае"]


def test_words_end_before_another_verb_of_saying() -> None:
    text = "Прем'єр заявив, що угоду схвалено, додавши, що вона набуде чинності влітку."
    assert words_of(text, "uk") == ["угоду схвалено", "вона набуде чинності влітку"]


def test_behind_a_dash_any_verb_with_a_subject_tells_who_spoke() -> None:
    text = "– Nareszcie wracamy do domu – śmiał się kapitan."
    (one,) = find_quotations(text, lang="pl")
    assert (text[slice(*one.words)], text[slice(*one.speaker or (0, 0))]) == ("Nareszcie wracamy do domu", "kapitan")


def test_a_remark_of_the_author_in_brackets_is_not_said() -> None:
    text = "Minister przypomniał, że budowa potrwa rok (prace ruszyły w maju)."
    assert words_of(text, "pl") == ["budowa potrwa rok"]


def test_a_heading_that_lost_its_line_does_not_hide_a_turn() -> None:
    text = "Nowe zasady na granicy – Kolejki będą krótsze. Tak zakładamy – mówi naczelnik."
    assert words_of(text, "pl") == ["Kolejki będą krótsze. Tak zakładamy"]


def test_the_verb_tells_a_stance() -> None:
    (one,) = find_quotations("Minister ostrzegł, że zapasy maleją.", lang="pl")
    assert (one.verb, one.stance) == ("ostrzec", "negative")
    (one,) = find_quotations("Minister zapewnił, że zapasy rosną.", lang="pl")
    assert (one.verb, one.stance) == ("zapewnić", "positive")


def test_empty_text() -> None:
    assert find_quotations("", lang="pl") == ()
    assert find_quotations("\n\n  \n", lang="en") == ()
