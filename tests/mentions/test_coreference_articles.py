"""Short articles in four languages: whom a word means that names nobody itself, and which words stay silent.

A row is the language, the article, the words (their last occurrence) and the states meant: a code, two codes for a pair, "" for nobody.
"""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.mentions.actors import find_actors

DAY = dt.date(2025, 12, 1)

OFFICES = [
    # A government is its one head's, though another state is told of; members of a parliament are of the one told
    ("pl", "Premier Irlandii odwiedził Brukselę. W środę premier oznajmił, że rząd poparł umowę z UE.", "rząd", "IRL"),
    ("uk", "Прем'єр Ірландії відвідав Брюссель. Прем'єр повідомив, що кабінет міністрів підтримав угоду.", "кабінет міністрів", "IRL"),
    ("uk", "Верховна Рада України закликала Євросоюз діяти. Депутати засудили Росію.", "Депутати", "UKR"),
    ("pl", "Minister spraw zagranicznych Radosław Sikorski przybył do Oslo. Szef dyplomacji podpisał umowę.", "Szef dyplomacji", "POL"),
    ("pl", "Prezydent Finlandii Alexander Stubb zapowiedział pomoc. Rząd poparł sankcje.", "Rząd", "FIN"),
    ("pl", "Prezydent Finlandii Alexander Stubb skrytykował Izrael. Rząd odpowiedział.", "Rząd", ""),
    ("pl", "Duńskie ministerstwo obrony ogłosiło przetarg. Resort kupi okręty.", "Resort", "DNK"),
    ("pl", "MSZ Estonii wezwało ambasadora Rosji. Ministerstwo zażądało wyjaśnień.", "Ministerstwo", "EST"),
    ("pl", "Kanclerz Niemiec przyjął gości. Premier zabrał głos.", "Premier", ""),
    ("pl", "Minister obrony Litwy i minister obrony Łotwy rozmawiali w Rydze. Ministrowie podpisali umowę.", "Ministrowie", "LTU LVA"),
    ("pl", "Rosyjski dyktator groził Litwie. Przywódca odwołał wizytę.", "Przywódca", "RUS"),
    ("pl", "Prezydent Rosji Władimir Putin groził Litwie. Rosyjski przywódca milczał. Przywódca odwołał wizytę.", "Przywódca", "RUS"),
    ("pl", "W Kolumbii doszło do zamieszek. Ministerstwo Spraw Zagranicznych odradza podróże do Bogoty.", "Ministerstwo Spraw", "POL"),
    ("pl", "MSZ Kolumbii milczy. MSZ odradza podróże do Bogoty.", "MSZ", "COL"),
    ("pl", "Prezydent Peru odwiedził Chile. Urząd prezydenta wymaga podróży.", "prezydenta", ""),
    ("pl", "Prezydent Warszawy przyjął gości z Peru. Prezydent miasta podpisał umowę.", "Prezydent miasta", ""),
    ("pl", "Peter Szijjarto skrytykował Kijów. Wezwał tamtejszą armię do wstrzymania ognia.", "tamtejszą armię", "UKR"),
    ("ru", "Президент Казахстана прилетел в Астану. Правительство утвердило договор.", "Правительство", "KAZ"),
    ("ru", "МИД Литвы вызвал посла. Ведомство потребовало объяснений.", "Ведомство", "LTU"),
    ("ru", "Премьер-министр Индии прибыл в Пекин. Премьер-министр встретился с журналистами.", "Премьер-министр", "IND"),
    ("ru", "Президент Литвы и президент Латвии беседовали. Президент вышел.", "Президент", ""),
    ("ru", "Путин обратился к президенту Бразилии: Уважаемый господин Президент, рад встрече.", "Президент", ""),
    ("uk", "Міністр оборони Литви приїхав до Києва. Міністр оборони пообіцяв ракети.", "Міністр оборони", "LTU"),
    ("uk", "Уряд Норвегії виділив кошти. Прем'єр-міністр оголосив про це в Осло.", "Прем'єр-міністр", "NOR"),
    ("uk", "Він подякував партнерам. МЗС підготувало ноту.", "МЗС", "UKR"),
    ("uk", "Партія Грузії залишається при владі.", "владі", ""),
    ("en", "Norwegian Prime Minister Jonas Gahr Støre arrived. The government pledged aid to Kyiv.", "government", "NOR"),
    ("en", "Iran's foreign ministry summoned the envoy. The ministry lodged a protest.", "ministry", "IRN"),
    ("en", "Donald Trump raised tariffs. The administration defended the step.", "administration", "USA"),
    ("en", "The president of Chile left for Lima. A president seldom travels.", "president", ""),
    ("en", "French President Emmanuel Macron spoke. Government contracts were signed.", "Government", ""),
    ("en", "Germany's chancellor met the French president. The prime minister was absent.", "prime minister", ""),
]

OWNERS = [
    ("pl", "Premier Węgier Viktor Orbán oznajmił, że jego rząd odrzuca plan.", "jego rząd", "HUN"),
    ("pl", "Premier Danii Mette Frederiksen oznajmiła, że jej kraj kupi okręty.", "jej kraj", "DNK"),
    ("pl", "Izrael ostrzelał port. Jego wojska zajęły miasto.", "Jego wojska", "ISR"),
    ("pl", "Prezydent Peru i prezydent Chile milczeli. Jego rząd zabrał głos.", "Jego rząd", ""),
    ("pl", "Litwa kupi czołgi. Kraj ten wzmacnia granicę.", "Kraj ten", "LTU"),
    ("ru", "Президент Сербии Александар Вучич сказал, что его страна не вступит в НАТО.", "его страна", "SRB"),
    ("ru", "Турция закрыла проливы. Эта страна требует переговоров.", "Эта страна", "TUR"),
    ("ru", "Турция и Греция закрыли порты. Эта страна требует переговоров.", "Эта страна", ""),
    ("uk", "Прем'єрка Італії Джорджа Мелоні заявила, що її країна надасть кошти.", "її країна", "ITA"),
    ("uk", "Росія відступила. Її війська залишили місто.", "Її війська", "RUS"),
    ("uk", "Франція надасть літаки. Ця країна підтримує Київ.", "Ця країна", "FRA"),
    ("en", "Norway closed the strait. Its navy stopped a tanker.", "Its navy", "NOR"),
    ("en", "Narendra Modi said his country would not yield.", "his country", "IND"),
    ("en", "Narendra Modi met Xi Jinping. His country would not yield.", "His country", ""),
    ("en", "Norway signed the pact. It also agreed to send ships.", "It", "NOR"),
    ("en", "Norway signed the pact. It is raining in Oslo.", "It", ""),
]

PAIRS = [
    ("pl", "Putin spotkał się z Modim w Delhi. Obaj przywódcy podpisali deklarację.", "Obaj przywódcy", "IND RUS"),
    ("pl", "Litwa zawarła umowę z Łotwą. Strony otworzą granicę.", "Strony", "LTU LVA"),
    ("pl", "Litwa rozmawiała z Łotwą. Dane są na stronach internetowych.", "stronach", ""),
    ("pl", "Litwa zawarła umowę z Łotwą. Dwa samoloty wylądowały.", "Dwa samoloty", ""),
    ("pl", "Litwa zawarła umowę z Łotwą. Sojusznicy milczą.", "Sojusznicy", ""),
    ("ru", "Путин провёл переговоры с Токаевым. Лидеры двух стран подписали заявление.", "двух стран", "KAZ RUS"),
    ("ru", "Президент России и премьер-министр Индии беседовали. Отношения между нашими странами крепнут.", "нашими странами", "IND RUS"),
    ("ru", "Россия заключила договор с Ираном. Стороны обменялись нотами.", "Стороны", "IRN RUS"),
    ("ru", "Литва, Латвия и Эстония заключили договор. Стороны обменялись нотами.", "Стороны", ""),
    ("uk", "Зеленський зустрівся з Макроном у Парижі. Обидва президенти підписали угоду.", "Обидва президенти", "FRA UKR"),
    ("uk", "Польща підписала договір з Литвою. Обидві сторони задоволені.", "Обидві сторони", "LTU POL"),
    ("en", "Russia met Ukraine in Istanbul, Turkey. The two sides agreed on a swap.", "two sides", "RUS UKR"),
    ("en", "Greece lies on both sides of the strait. Cyprus agrees with Malta.", "both sides", ""),
    ("en", "Brazil and Peru made peace. The two leaders shook hands.", "two leaders", "BRA PER"),
    ("en", "Brazil and Peru made peace. Chile joined later. Both governments rejoiced.", "Both governments", ""),
]

PAIRS += [
    ("ru", "Владимир Путин и Александр Лукашенко посетили музей. Главы государств возложили венки.", "Главы государств", "BLR RUS"),
    ("pl", "Karol Nawrocki i Gitanas Nausėda zwiedzili muzeum. Głowy państw podpisały deklarację.", "Głowy państw", "LTU POL"),
]

PEOPLE = [
    ("pl", "Głos zabrała Giorgia Meloni. Prezydent rozmawiał z premier Meloni.", "premier Meloni", "ITA"),
    ("pl", "Rozmowa odbyła się po wizycie irlandzkiej prezydent.", "irlandzkiej prezydent", "IRL"),
    ("pl", "Papież wezwał do pokoju.", "Papież", "VAT"),
    ("uk", "Ворог не пройде.", "Ворог", ""),
    ("uk", "Росія готується. Ворог наступає.", "Ворог", "RUS"),
    ("ru", "Рубио и Лавров встретились в Хельсинки.", "Рубио", "USA"),
    ("pl", "Angela Merkel poleciała do Paryża. Ona podpisała umowę.", "Ona", "DEU"),
    ("pl", "Emmanuel Macron przedstawił plan. Zakłada on nowe sankcje.", "on", ""),
    ("ru", "Сергей Лавров прилетел в Хельсинки. Он подписал соглашение.", "Он", "RUS"),
    ("uk", "Ураїна чекає. Росія програє війну. Вона втратила флот.", "Вона", "RUS"),
    ("en", "Keir Starmer flew to Oslo. He signed the pact.", "He", "GBR"),
    ("en", "Emmanuel Macron met Keir Starmer and Friedrich Merz there. Later he left.", "he", "FRA"),
]


def meant(lang: str, text: str, words: str) -> str:
    """The states that the words mean, their codes in order."""
    start = text.rfind(words)
    end = start + len(words)
    found = [one for one in find_actors(text, lang=lang, on=DAY) if one.start < end and start < one.end]
    return " ".join(sorted(code for one in found for code in ([member for _, member in one.members] or [one.country or "?"])))


@pytest.mark.parametrize(("lang", "text", "words", "states"), OFFICES)
def test_an_office_without_its_state(lang: str, text: str, words: str, states: str) -> None:
    assert meant(lang, text, words) == states


@pytest.mark.parametrize(("lang", "text", "words", "states"), OWNERS)
def test_whose_country_or_organ_it_is(lang: str, text: str, words: str, states: str) -> None:
    assert meant(lang, text, words) == states


@pytest.mark.parametrize(("lang", "text", "words", "states"), PAIRS)
def test_the_two_who_deal_with_each_other(lang: str, text: str, words: str, states: str) -> None:
    assert meant(lang, text, words) == states


@pytest.mark.parametrize(("lang", "text", "words", "states"), PEOPLE)
def test_a_pronoun_means_the_subject_told_before(lang: str, text: str, words: str, states: str) -> None:
    assert meant(lang, text, words) == states
