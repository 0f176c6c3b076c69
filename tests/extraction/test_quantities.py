import pytest

from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.extraction.quantities import quantities

COUNTED = [
    ("They will free 140 wounded captives.", [(140, "wounded captives", "")]),
    ("They will return the bodies of 6,000 soldiers.", [(6000, "soldiers", "")]),
    ("They agreed to free at least 1,000 prisoners.", [(1000, "prisoners", "at least")]),
    ("They will hand in no fewer than 1,150 firearms.", [(1150, "firearms", "at least")]),
    ("They will send up to thirty trucks.", [(30, "trucks", "up to")]),
    ("They will send twenty-five trucks.", [(25, "trucks", "")]),
    ("They will free some 60 sailors.", [(60, "sailors", "about")]),
    ("It will pay 18 million Australian dollars.", [(18_000_000, "Australian dollars", "")]),
    ("It will pay $1.5 billion.", [(1_500_000_000, "dollars", "")]),
    ("It will pay €18bn.", [(18_000_000_000, "euros", "")]),
    ("It will pay £40m into a fund.", [(40_000_000, "pounds", "")]),
    ("It will buy 3m tonnes of steel.", [(3_000_000, "tonnes", "")]),
    ("It will buy 8mn tonnes of beans.", [(8_000_000, "tonnes", "")]),
    ("It will leave two of the five hilltops.", [(2, "hilltops", "")]),
    ("They agreed on a two-month truce.", [(2, "month", "")]),
    ("They agreed on a 72-hour truce.", [(72, "hour", "")]),
    ("They agreed to a truce of three weeks.", [(3, "weeks", "")]),
    ("They want forty per cent of the oil.", [(40, "per cent", "")]),
    ("They will take 40,000 tonnes a year.", [(40000, "tonnes", "")]),
    ("They will free 300 men and 12 women.", [(300, "men", ""), (12, "women", "")]),
    ("They will free half a million refugees.", [(500_000, "refugees", "")]),
    ("They will free several hundred captives.", [(100, "captives", "more than")]),
    ("They will plant several hundred thousand trees.", [(100_000, "trees", "more than")]),
    ("They will send two and a half million doses.", [(2_500_000, "doses", "")]),
    ("They will send two-and-a-half million doses.", [(2_500_000, "doses", "")]),
    ("It will buy one hundred and fifty buses.", [(150, "buses", "")]),
    ("It will buy two hundred twenty-five buses.", [(225, "buses", "")]),
    ("It will free one hundred and fifty thousand men.", [(150_000, "men", "")]),
    ("It sends one hundred or two hundred buses.", [(100, "buses", ""), (200, "buses", "")]),
    ("Hundreds of trucks will cross.", [(100, "trucks", "more than")]),
    ("They will return tens of thousands of refugees.", [(10_000, "refugees", "more than")]),
    ("They will send 10 to 15 trucks.", [(10, "trucks", ""), (15, "trucks", "")]),
    ("It will buy between 20 and 30 tonnes.", [(20, "tonnes", ""), (30, "tonnes", "")]),
    ("It will pay between 5 and 7 million euros.", [(5e6, "euros", ""), (7e6, "euros", "")]),
    ("It will pay $5-7 billion a year.", [(5e9, "dollars", ""), (7e9, "dollars", "")]),
    ("It will pay $5 to $7bn a year.", [(5e9, "dollars", ""), (7e9, "dollars", "")]),
    ("It will pay 300 to 400 thousand euros.", [(3e5, "euros", ""), (4e5, "euros", "")]),
    ("It pays R60,000 and US$3m. Malta left.", [(60_000, "R", ""), (3e6, "US dollars", "")]),
    ("They went from 900 to 2 million men.", [(900, "men", ""), (2e6, "men", "")]),
    ("It will pay $80 billion to $100 billion.", [(8e10, "dollars", ""), (1e11, "dollars", "")]),
    ("They will cut the fleet by a third.", [(33.3, "per cent", "")]),
    ("They will give up two thirds of the land.", [(66.7, "per cent", "")]),
    ("It keeps three quarters of the seats.", [(75, "per cent", "")]),
    ("It will fall by about a fifth.", [(20, "per cent", "about")]),
    ("They held a third round.", []),
    ("It is to end in the third quarter.", []),
    ("They hand over fourteen (14) officers.", [(14, "officers", "")]),
    ("They free ten (10) men and thirty (30) women.", [(10, "men", ""), (30, "women", "")]),
    ("They renewed the lease for a year.", [(1, "year", "")]),
    ("They extend the truce by another month.", [(1, "month", "further")]),
    ("The truce was prolonged by one week.", [(1, "week", "")]),
    ("They open two border crossing points.", [(2, "border crossing points", "")]),
    ("They resume flights, at a rate of three a day.", [(3, "a day", "")]),
    (
        "They raise the number of weekly flights from three to six.",
        [(3, "flights", ""), (6, "flights", "")],
    ),
    ("The rest stay, with five to be freed in May.", [(5, "", "")]),
    ("Seven more are to follow.", [(7, "", "")]),
    ("Both want peace, and the two met again.", []),
    ("It was left for another day.", []),
    ("They moved the talks from one to the other.", []),
    ("They agreed on two points.", []),
    ("Ministers meet before the G20 summit.", []),
    ("The two governments met.", []),
    ("M23 refused.", []),
    ("All soldiers under the age of 25 go home.", []),
    ("All soldiers aged 18 to 25 go home.", []),
    ("The 25-year-old soldier goes home.", []),
    ("They meet at 10:30.", []),
    ("They signed in 2022.", []),
    ("Resolution 2735 stands.", []),
    ("They renewed the lease for one year.", [(1, "year", "")]),
    ("The two sides met.", []),
    ("They hand over 12 bodies.", [(12, "bodies", "")]),
    ("They free over 12 captives.", [(12, "captives", "more than")]),
    ("Pay rises by 4 per cent over 24 months.", [(4, "per cent", ""), (24, "months", "")]),
    ("They were held for over 24 months.", [(24, "months", "more than")]),
    ("They return to the two-state solution.", []),
    ("It makes a one-off payment.", []),
    ("They accept the one-China policy.", []),
    ("The Group of Seven ministers met.", []),
    ("They ratify Protocol 11.", []),
    ("The first round failed.", []),
    ("Not one was freed.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED, ids=[row[0] for row in COUNTED])
def test_what_is_counted(parser, sentence, expected):
    [doc] = parser([sentence])
    found = quantities(list(doc), load_lexicon())
    assert [(q.value, q.unit, q.qualifier) for q in found] == expected


def test_the_numbers_of_a_date_count_nothing(parser):
    [doc] = parser(["They free 30 men by 15 April 2025."])
    assert [q.value for q in quantities(list(doc), load_lexicon(), [(17, 33)])] == [30]
