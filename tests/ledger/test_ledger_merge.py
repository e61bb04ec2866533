"""Merging: what is one thing, what is not, and that the order of arrival leaves no trace."""

from __future__ import annotations

import random

import msgspec
import pytest

from dragoman.ledger import Ledger
from dragoman.model.record import Count, Instrument, Participant, Quantity, When
from tests.ledger.samples import article, event, figure, person, state, statement, story

GERMAN = [person("DEU", "Klara Weiss")]
TURKISH = [person("TUR", "Ahmet Kaya")]


def visit(document, claim, published, *, lang="pl", when="2025-10-07", place=("Ankara", "TUR"), guests=GERMAN, hosts=TURKISH, **more):
    more = {"type": "CONSULT", "rule": f"{lang}/frames/CONSULT#visit", "mode": "visit", **more}
    return story(document, claim, published, lang, actors=guests, recipients=hosts, when=when, where=place, **more)


PLANNED = visit("p1", "Klara Weiss poleci we wtorek do Ankary na rozmowy z Ahmetem Kayą", "2025-10-05", modality="future", type="AGREE")
POLISH = visit("p2", "Klara Weiss rozmawiała we wtorek w Ankarze z Ahmetem Kayą o gazie", "2025-10-08")
COPY = visit("p3", "Klara Weiss rozmawiała we wtorek w Ankarze z Ahmetem Kayą o gazie i handlu", "2025-10-08")
RUSSIAN = visit("r1", "Клара Вайс провела во вторник в Анкаре переговоры с Ахметом Каей", "2025-10-07", lang="ru")
NEXT_MONTH = visit("p4", "Klara Weiss rozmawiała w Ankarze z Ahmetem Kayą o cłach", "2025-11-12", when="2025-11-11")
OTHER_GUEST = visit(
    "p5", "Minister Otto Braun rozmawiał we wtorek w Ankarze z Ahmetem Kayą", "2025-10-08", guests=[person("DEU", "Otto Braun")]
)
OTHER_SIDE = visit("p6", "Klara Weiss rozmawiała we wtorek z premierem Grecji", "2025-10-08", hosts=[state("GRC")], place=("Athens", "GRC"))
EVERYTHING = [PLANNED, POLISH, COPY, RUSSIAN, NEXT_MONTH, OTHER_GUEST, OTHER_SIDE]


def groups(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(record.document for record in entry.records) for entry in ledger.entries()}


def test_one_deed_across_languages_and_stages(ledger):
    ledger.add_many(EVERYTHING)
    ledger.merge()
    assert groups(ledger) == {frozenset(("p1", "p2", "p3", "r1")), frozenset(("p4",)), frozenset(("p5",)), frozenset(("p6",))}
    entry = ledger.entry(POLISH[1][0].id)
    assert (entry.type, entry.modality, entry.when) == ("CONSULT", "actual", "2025-10-07")
    assert [step.modality for step in entry.history] == ["future", "actual"]
    assert [step.seen for step in entry.history] == ["2025-10-05", "2025-10-07"]
    assert (entry.first_seen, entry.last_seen, len(entry.sources)) == ("2025-10-05", "2025-10-08", 4)


def test_wire_copies_are_one_voice(ledger):
    ledger.add_many([POLISH, COPY, RUSSIAN])
    ledger.merge()
    entry = ledger.entry(POLISH[1][0].id)
    voices = {source.document: source.voice for source in entry.sources}
    assert voices["p2"] == voices["p3"] != voices["r1"]
    assert entry.voices == 2


def without_day(one, made):
    """The same article in a source that tells no days."""
    name = f"u{one.document}"
    bare = [msgspec.structs.replace(record, id=f"u{record.id}", document=name, when=None) for record in made]
    return msgspec.structs.replace(one, document=name, text=f"{one.text}!", published=None), bare


@pytest.mark.parametrize("seed", range(3))
def test_order_of_arrival_leaves_no_trace(tmp_path, seed):
    """One by one and merged after each, in any order: the same entries, ids and payloads as all at once."""
    undated = [without_day(*one) for one in EVERYTHING]
    everything = [*EVERYTHING, *undated]
    at_once = Ledger.open(str(tmp_path / "once.db"), create=True)
    at_once.add_many(everything)
    at_once.merge()
    shuffled = list(everything)
    random.Random(seed).shuffle(shuffled)
    stepwise = Ledger.open(str(tmp_path / "steps.db"), create=True)
    for one in shuffled:
        stepwise.add(*one)
        stepwise.merge()
    assert list(stepwise.entries()) == list(at_once.entries())
    stepwise.merge(full=True)
    assert list(stepwise.entries()) == list(at_once.entries())


def test_merging_again_changes_nothing(ledger):
    ledger.add_many(EVERYTHING)
    ledger.merge()
    before = list(ledger.entries())
    assert ledger.merge() == 0
    assert list(ledger.entries()) == before


def test_a_former_id_still_finds_its_entry(ledger):
    ledger.add(*POLISH)
    ledger.merge()
    (before,) = ledger.entries()
    ledger.add(*PLANNED)
    ledger.merge()
    (after,) = ledger.entries()
    assert after.id != before.id
    assert ledger.entry(before.id).id == after.id


def pact(document, claim, count, *, when="2025-05-05", worth=None):
    instrument = Instrument("agreement", act="signed", count=count, value=worth)
    fields = {"type": "SUPPORT", "rule": "xx/frames/SUPPORT#sign", "instrument": instrument, "when": when}
    return story(document, claim, "2025-05-06", actors=[state("KAZ"), state("CHN")], **fields)


def disagreements(ledger, record):
    return {one.field: [variant.value for variant in one.variants] for one in ledger.entry(record.id).disagreements}


def test_numbers_that_agree_and_numbers_that_do_not(ledger):
    several = pact("a", "Kazachstan i Chiny podpisały kilkanaście umów o współpracy", Count(11, 19))
    fourteen = pact("b", "Kazachstan i Chiny podpisały 14 umów o współpracy", Count(14, 14))
    twenty = pact("c", "Kazachstan i Chiny podpisały 20 umów o współpracy", Count(20, 20))
    ledger.add_many([several, fourteen])
    ledger.merge()
    assert disagreements(ledger, several[1][0]) == {}
    ledger.add(*twenty)
    ledger.merge()
    assert disagreements(ledger, several[1][0]) == {"instrument.count": ["11..19", "14", "20"]}


def test_figures_differ_within_an_entry_and_not_across_years(ledger):
    def trade(document, amount, year):
        claim = f"Obroty handlowe sięgnęły {amount} mld dolarów"
        value = Quantity(amount * 1e9, amount * 1e9, False, "USD")
        return article(document, f"{claim} {document}"), [
            figure(document, claim, "trade_turnover", value, [state("KAZ"), state("RUS")], when=year)
        ]

    ledger.add_many([trade("a", 27, "2024"), trade("b", 28, "2024"), trade("c", 24, "2021")])
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c")}
    found = next(entry for entry in ledger.entries(since=None) if len(entry.records) == 2)
    assert [variant.value for variant in found.disagreements[0].variants] == ["27,000,000,000 USD", "28,000,000,000 USD"]


def test_denied_and_done_disagree(ledger):
    done = visit("a", "Klara Weiss rozmawiała we wtorek w Ankarze z Ahmetem Kayą", "2025-10-08")
    denied = visit("b", "Klara Weiss nie rozmawiała we wtorek w Ankarze z Ahmetem Kayą", "2025-10-09", modality="negated")
    ledger.add_many([done, denied])
    ledger.merge()
    (entry,) = ledger.entries()
    assert [one.field for one in entry.disagreements] == ["modality"]
    assert entry.modality == "actual"


def test_what_was_told_before_its_day_is_another_deed(ledger):
    """Told as done on the 3rd, it is not the meeting of the 7th; planned on the 9th, it is not either."""
    before = visit("a", "Klara Weiss rozmawiała w Ankarze z Ahmetem Kayą o gazie", "2025-10-03", when=None)
    after = visit(
        "b", "Klara Weiss poleci do Ankary na rozmowy z Ahmetem Kayą o gazie", "2025-10-09", when=None, modality="future", type="AGREE"
    )
    ledger.add_many([POLISH, before, after])
    ledger.merge()
    assert frozenset(("p2",)) in groups(ledger)


def test_background_of_years_ago_stays_apart(ledger):
    now = story("a", "Odmawiamy tego Ukrainie", "2025-12-04", "pl", type="REJECT", actors=[state("RUS")], recipients=[state("UKR")])
    then = story(
        "b",
        "Moskwa odmówiła tego Ukrainie",
        "2025-12-06",
        "pl",
        type="REJECT",
        actors=[state("RUS")],
        recipients=[state("UKR")],
        when="2022-07",
    )
    ledger.add_many([now, then])
    ledger.merge()
    assert groups(ledger) == {frozenset("a"), frozenset("b")}


def test_reports_without_a_word_in_common_are_two(ledger):
    """Two states blame each other many times a day."""
    sides = {"type": "ACCUSE", "actors": [state("POL")], "recipients": [state("BLR")], "when": "2025-10-07"}
    ledger.add_many(
        [
            story("a", "Polska obwiniła Białoruś o balony nad lotniskiem", "2025-10-08", "pl", **sides),
            story("b", "Warszawa: Mińsk więzi niewinnych dziennikarzy", "2025-10-08", "pl", **sides),
        ]
    )
    ledger.merge()
    assert groups(ledger) == {frozenset("a"), frozenset("b")}


def test_a_deed_and_the_words_that_did_it(ledger):
    speaker = person("HUN", "Janos Nagy")
    words = "Zawetujemy nowe sankcje wobec Rosji, jeśli Unia nie odblokuje funduszy"
    ledger.add(*story("a", f"Janos Nagy: {words}", "2025-10-07", "pl", type="THREATEN", actors=[speaker], recipients=[state("EU")]))
    ledger.add(article("b", f"{words}, powiedział minister", "2025-10-08", "pl"), [statement("b", words, speaker, about=[state("EU")])])
    ledger.merge()
    (entry,) = ledger.entries()
    assert (entry.kind, entry.type) == ("event", "THREATEN")


def test_two_deeds_of_one_article_stay_two(ledger):
    text = "Polska potępiła Białoruś. Polska potępiła Białoruś za cyberatak."
    first = event("a", text[:25], "ACCUSE", [state("POL")], [state("BLR")], when="2025-10-07", rule="pl/frames/ACCUSE#blame")
    second = event("a", text[26:], "ACCUSE", [state("POL")], [state("BLR")], when="2025-10-08", rule="pl/frames/ACCUSE#blame", start=26)
    ledger.add(article("a", text), [first, second])
    ledger.merge()
    assert len(list(ledger.entries())) == 2


def test_statements_merge_by_their_words(ledger):
    speaker = person("HUN", "Janos Nagy")
    words = "Nie zgodzimy się na przyjęcie nowych członków przed reformą budżetu"
    ledger.add(article("a", f"{words}, oświadczył minister", "2025-10-07"), [statement("a", words, speaker)])
    ledger.add(article("b", f"Minister: {words}", "2025-10-08"), [statement("b", words, speaker, start=10)])
    other = "Budżet wymaga zmian, a my mamy czas do wiosny"
    ledger.add(article("c", other, "2025-10-08"), [statement("c", other, speaker)])
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c")}


def test_as_of_an_earlier_revision(ledger):
    ledger.add(*POLISH)
    ledger.add(*RUSSIAN)
    ledger.merge()
    assert len(next(iter(ledger.entries())).records) == 2
    (earlier,) = ledger.entries(as_of=1)
    assert [record.document for record in earlier.records] == ["p2"]
    assert list(ledger.entries(as_of=0)) == []


def test_timeline(ledger):
    ledger.add_many(EVERYTHING)
    ledger.merge()
    moments = ledger.timeline("TUR", "DEU")
    assert [(one.day, one.type) for one in moments] == [("2025-10-07", "CONSULT"), ("2025-10-07", "CONSULT"), ("2025-11-11", "CONSULT")]
    assert [one.entry for one in moments] == [entry.id for entry in ledger.entries(between=("DEU", "TUR"))]


def test_timeline_of_one_pair_uses_the_key(ledger, place):
    if place.startswith("postgresql"):
        pytest.skip("the plan is asked of SQLite")
    import sqlalchemy as sa

    from dragoman.ledger.filter import Filter
    from dragoman.ledger.read import select_ids

    query = str(select_ids(Filter(between=("DEU", "TUR"))).compile(compile_kwargs={"literal_binds": True}))
    with ledger.store.reading() as connection:
        plan = " ".join(row.detail for row in connection.execute(sa.text(f"EXPLAIN QUERY PLAN {query}")))
    assert "SCAN dyads" not in plan
    assert "SCAN entries" not in plan
    assert "TEMP B-TREE" not in plan


def statement_in(document, claim, speaker, about, published, lang="pl", start=0):
    return article(document, claim, published, lang), [statement(document, claim, speaker, about=about, start=start)]


def test_a_deed_and_a_report_of_it_in_another_article(ledger):
    deed = "Sąd okręgowy w Hadze zajął akcje rosyjskiej spółki Wołga Gaz"
    court, owner = state("NLD"), state("RUS")
    ledger.add(*story("a", deed, "2025-03-03", "pl", type="COERCE", actors=[court], recipients=[owner], when="2025-01-10"))
    report = "Kijowska spółka podała, że sąd okręgowy w Hadze zajął akcje rosyjskiej spółki Wołga Gaz"
    ledger.add(*statement_in("b", report, person("UKR", "Petro Hnatiuk"), [court, owner], "2025-03-03"))
    other = "Petro Hnatiuk nie wierzy, by Holendrzy i Rosjanie prędko doszli do zgody w sprawie przesyłu"
    ledger.add(*statement_in("c", other, person("UKR", "Petro Hnatiuk"), [court, owner], "2025-03-03"))
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c")}


def test_a_statement_and_the_deed_of_the_same_clause(ledger):
    clause = "Rząd Estonii ogłosił, że wydalił dwóch rosyjskich dyplomatów"
    speaker, other = state("EST"), state("RUS")
    deed = event("a", clause[20:], "SANCTION", [speaker], [other], start=20)
    told = statement("a", clause, speaker, about=[other])
    later = statement("a", "Rosja odpowie na każdy taki krok, dodała ambasada w Tallinie", other, about=[speaker], start=200)
    ledger.add(article("a", clause, "2025-04-04", "pl"), [deed, told, later])
    ledger.merge()
    assert {frozenset(one.id for one in entry.records) for entry in ledger.entries()} == {
        frozenset((deed.id, told.id)),
        frozenset((later.id,)),
    }


def test_two_speakers_of_one_side_stay_apart(ledger):
    claim = "Gazociąg przez morze jest groźny dla Ukrainy i dla całej Europy"
    about = [state("RUS")]
    ledger.add(*statement_in("a", f"{claim}, twierdzi minister", person("POL", "Jan Kos"), about, "2025-01-09"))
    ledger.add(*statement_in("b", f"{claim}, dodał premier", person("POL", "Adam Wilk"), about, "2025-01-10"))
    ledger.merge()
    assert groups(ledger) == {frozenset("a"), frozenset("b")}


def on_friday(document, claim, published, when, modality):
    """A meeting "on Friday", as the reader resolved it."""
    text, records = story(document, claim, published, "pl", type="CONSULT", actors=GERMAN + TURKISH, when=when, modality=modality)
    return text, [msgspec.structs.replace(records[0], when=When(when, "w piątek", 0, 8))]


def test_a_weekday_taken_a_week_amiss(ledger):
    before = on_friday("a", "w piątek Klara Weiss spotka się z Ahmetem Kayą w Berlinie", "2025-02-14", "2025-02-21", "future")
    after = on_friday("b", "w piątek Klara Weiss spotkała się z Ahmetem Kayą w Berlinie", "2025-02-15", "2025-02-14", "actual")
    ledger.add_many([before, after])
    ledger.add(
        *story(
            "c",
            "21 lutego Klara Weiss przyjęła Ahmeta Kayę",
            "2025-02-22",
            "pl",
            type="CONSULT",
            actors=GERMAN + TURKISH,
            when="2025-02-21",
        )
    )
    ledger.merge()
    together = next(group for group in groups(ledger) if "b" in group)
    assert together == {"a", "b"}


def test_a_deed_without_a_day_a_week_later_is_another(ledger):
    def permit(document, claim, published):
        return story(document, claim, published, "pl", type="SUPPORT", actors=[state("FIN")], recipients=[state("RUS")])

    ledger.add(*permit("a", "Finlandia zgodziła się na gazociąg, ale postawiła warunki", "2025-04-05"))
    ledger.add(*permit("b", "Finlandia zgodziła się na gazociąg po raz wtóry", "2025-04-12"))
    ledger.add(*permit("c", "Helsinki zgodziły się na gazociąg, ale postawiły warunki Rosji", "2025-04-06"))
    ledger.merge()
    assert groups(ledger) == {frozenset("ac"), frozenset("b")}


def test_headline_and_text_tell_one_deed(ledger):
    headline, body = "Rosja karze 61 Kanadyjczyków", "Rosja zakazała wjazdu 61 Kanadyjczykom"
    sides = {"actors": [state("RUS")], "recipients": [state("CAN")]}
    records = [event("a", headline, "SANCTION", **sides), event("a", body, "COERCE", start=300, **sides)]
    ledger.add(article("a", f"{headline}. {body}.", "2025-04-21", "pl"), records)
    ledger.merge()
    assert len(list(ledger.entries())) == 1


def test_across_languages_a_number_a_name_or_a_day_must_speak(ledger):
    sides = {"type": "SANCTION", "actors": [state("RUS")], "recipients": [state("CAN")]}
    ledger.add(
        *story("a", "Moskwa zamknęła granice przed 61 obywatelami Kanady", "2025-04-21", "pl", rule="pl/frames/SANCTION#ban", **sides)
    )
    ledger.add(*story("b", "Москва запретила въезд 61 гражданину Канады", "2025-04-21", "ru", rule="ru/frames/SANCTION#ban", **sides))
    ledger.add(*story("c", "Росія припинила торгівлю зерном", "2025-04-29", "uk", rule="uk/frames/SANCTION#trade", **sides))
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c")}


def test_a_small_organisation_is_its_members(ledger):
    host = person("DEU", "Klara Weiss")
    group = Participant("Visegrad Group", None, None, "visegrad-group")
    ledger.add(
        *story(
            "a",
            "Klara Weiss spotkała się z przywódcami Czech, Węgier, Polski i Słowacji",
            "2025-02-07",
            "pl",
            type="CONSULT",
            actors=[host, *map(state, ("CZE", "HUN", "POL", "SVK"))],
        )
    )
    ledger.add(
        *story(
            "b",
            "Klara Weiss spotkała się z przywódcami Grupy Wyszehradzkiej: Czech, Polski, Słowacji i Węgier",
            "2025-02-07",
            "pl",
            type="CONSULT",
            actors=[host, group],
        )
    )
    ledger.merge()
    assert groups(ledger) == {frozenset("ab")}


def test_a_meeting_recalled_without_its_day(ledger):
    """Eight days later, without a day: the same persons and much the same words are that meeting; where nobody is named it is another."""
    loose = {"when": None, "place": None, "mode": None}
    nobody = {"guests": [state("GRC")], "hosts": [state("EGY")], **loose}
    first = visit("a", "Klara Weiss rozmawiała z Ahmetem Kayą o gazie i zbożu", "2025-03-04", **loose)
    words = "Wcześniej po spotkaniu z Ahmetem Kayą Klara Weiss mówiła o wyborach"
    recalled = visit("b", words, "2025-03-12", rule="pl/frames/CONSULT#meet", **loose)
    before = visit("c", "Delegacja Grecji rozmawiała z kairskim rządem o gazie i zbożu", "2025-03-04", **nobody)
    after = visit("d", "Wcześniej po spotkaniu z kairskim rządem delegacja Grecji mówiła o wyborach", "2025-03-12", **nobody)
    ledger.add_many([first, recalled, before, after])
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c"), frozenset("d")}


def blamed(document, claim, published, lang="pl", type="ACCUSE", sides=("GRC", "EGY"), **more):
    actors, recipients = [state(sides[0])], [state(sides[1])]
    return story(document, claim, published, lang, type=type, actors=actors, recipients=recipients, rule=f"{lang}/frames/{type}#of", **more)


def test_a_deed_recalled_with_whom_it_was_about(ledger):
    """Weeks later the accusation over one victim is the same accusation; a call repeated is another call, another victim another matter."""
    ledger.add_many(
        [
            blamed("a", "Ateny oskarżyły Kair o porwanie kupca Zorbasa", "2025-03-04"),
            blamed("b", "Grecja obwinia Egipt o porwanie Zorbasa", "2025-04-29"),
            blamed("c", "Grecja obwinia Egipt o napad na Papadakisa", "2025-04-20"),
            blamed("d", "Rzym wezwał Kair do uwolnienia kupca Zorbasa", "2025-03-04", type="REQUEST", sides=("ITA", "EGY")),
            blamed("e", "Włochy wzywają Egipt do uwolnienia Zorbasa", "2025-04-29", type="REQUEST", sides=("ITA", "EGY")),
        ]
    )
    ledger.merge()
    assert groups(ledger) == {frozenset("ab"), frozenset("c"), frozenset("d"), frozenset("e")}


def test_papers_of_one_day_recall_one_deed(ledger):
    """One of two papers of a day says that the meeting was last week, the other leaves the day out; much the same words join them."""
    words = "Klara Weiss rozmawiała potajemnie z Ahmetem Kayą o gazie i zbożu"
    nobody = {"guests": [state("DEU")], "hosts": [state("TUR")], "mode": None}
    ledger.add_many(
        [
            visit("a", f"W zeszłym tygodniu {words}", "2025-03-12", when="2025-03-03/2025-03-09", **nobody),
            visit("b", f"{words}, czytamy w dzienniku", "2025-03-12", when=None, **nobody),
        ]
    )
    ledger.merge()
    assert groups(ledger) == {frozenset("ab")}
