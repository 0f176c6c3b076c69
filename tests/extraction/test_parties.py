import pytest

from briefing_app.domain.position import Stance
from tests.extraction.sides import parties

WHO = [
    ("Russian negotiators rejected the plan.", "Russia"),
    ("Kyiv rejected the plan.", "Ukraine"),
    ("The Swiss delegation refused to sign.", "Switzerland"),
    ("France's foreign minister turned down the offer.", "France"),
    ("The government of Peru refused to sign.", "Peru"),
    ("President Prabowo Subianto of Indonesia rejected the plan.", "Indonesia"),
    ("Putin rejected the plan.", "Russia"),
    ("The Colombian army will not leave the valley, its commander said.", "Colombia"),
    ("Hezbollah refused to disarm.", "Hezbollah"),
    ("Velmora's prime minister rejected the plan.", "Velmora"),
    ("The delegations of Velmora and Ostrava met. Velmora refused to sign.", "Velmora"),
    ("The Ostland Liberation Front refused to disarm.", "Ostland Liberation Front"),
    (
        "The Northern Miners' Association rejected the offer of the board.",
        "Northern Miners' Association",
    ),
    ("The Greek Cypriots refused to sign.", "Greek Cypriots"),
    ("Washington refused to lift the sanctions.", "United States"),
    ("The Kremlin rejected the offer.", "Russia"),
]


@pytest.mark.parametrize(("sentence", "party"), WHO, ids=[row[0] for row in WHO])
def test_whoever_speaks_for_a_party_is_the_party(propose, sentence, party):
    assert party in {p.party for p in propose(sentence).positions}


def test_a_place_where_talks_are_held_is_no_party(propose):
    told = propose(
        "Peru and Chile met in Geneva. Peru rejected the plan. In Vienna, Chile agreed to it."
    )
    assert parties(told) == {"Peru", "Chile"}
    assert not {"Switzerland", "Austria"} & {each.name for each in told.parties}


def test_an_acronym_is_bound_to_the_name_before_it(propose):
    told = propose(
        "The Ostland Liberation Front (OLF) met the army of Velmora. The OLF refused to disarm. "
        "The Front demanded a federal state. Velmora's army rejected that."
    )
    [front] = [each for each in told.parties if "Front" in each.name]
    assert "OLF" in front.aliases
    assert {p.party for p in told.positions} == {"Ostland Liberation Front", "Velmora"}


def test_a_definition_in_brackets_names_a_party(propose):
    told = propose(
        'The Republic of Velmora ("the Government") and the Highland Council ("the Council") met. '
        "The Government refused to pay. The Council rejected the plan."
    )
    assert [p.party for p in told.positions] == ["Velmora", "Highland Council"]


def test_a_demonym_is_its_countrys_also_where_the_country_is_invented(propose):
    told = propose(
        "Velmora's president met the rebels. Velmoran officials rejected the plan. Velmora refused to sign."
    )
    assert {p.party for p in told.positions} == {"Velmora"}


def test_the_rebels_are_the_one_armed_group(propose):
    told = propose(
        "The Ostland Liberation Front met the army of Velmora. The rebels refused to disarm."
    )
    assert [p.party for p in told.positions] == ["Ostland Liberation Front"]


def test_a_persons_words_are_their_partys(propose):
    told = propose(
        "Chile's foreign minister, Ana Rojas, met her colleague from Peru, Luis Paz. "
        "Rojas rejected the plan. Paz offered to withdraw the boats."
    )
    assert [(p.party, p.stance.value) for p in told.positions] == [
        ("Chile", "rejects"),
        ("Peru", "offers"),
    ]


@pytest.mark.parametrize(
    ("pronoun", "stance"),
    [("It also refused to pay.", "rejects"), ("It is ready to talk.", "offers")],
)
def test_it_is_the_subject_before(propose, pronoun, stance):
    told = propose(f"Peru demanded a new map from Chile. {pronoun}")
    assert ("Peru", stance) in {(p.party, p.stance.value) for p in told.positions}


def test_a_union_and_a_company_are_parties(propose):
    told = propose(
        "Talks between the union and the company broke down on Monday. The union rejected the offer of the company. "
        "The company refused to raise its offer, and the union said it would not call off the strike."
    )
    assert parties(told) == {"the union", "the company"}


OPPOSED = [
    ("Syrian rebels refused to leave the city, and Syria refused to pay.", "Syrian rebels"),
    ("The Sudanese opposition rejected the plan.", "Sudanese opposition"),
    ("Malian separatist leaders rejected the plan.", "Malian separatists"),
]


@pytest.mark.parametrize(("sentence", "party"), OPPOSED, ids=[row[0] for row in OPPOSED])
def test_who_stands_against_a_country_is_not_the_country(propose, sentence, party):
    assert party in {p.party for p in propose(sentence).positions}


def test_the_rebels_of_a_country_are_the_armed_group_that_is_named(propose):
    told = propose("The FARC met ministers in Oslo. Colombian rebels refused to disarm.")
    assert {p.party for p in told.positions} == {"FARC"}


def test_countries_may_negotiate_by_what_they_are(propose):
    told = propose(
        "Developing countries demanded a fund for floods. Rich nations rejected the demand."
    )
    assert {p.party for p in told.positions} == {"developing countries", "developed countries"}


def test_a_bulletin_may_write_countries_in_capitals(propose):
    told = propose("KENYA rejected the text. The GREEK CYPRIOTS refused to sign.")
    assert {p.party for p in told.positions} == {"Kenya", "Greek Cypriots"}


LONG = [
    (
        "The National Movement for Reform and Renewal refused to sign.",
        "National Movement for Reform and Renewal",
    ),
    ("The Justice and Unity Movement refused to sign.", "Justice and Unity Movement"),
    (
        "The Brotherhood of Bakers and Allied Trades union rejected the offer.",
        "Brotherhood of Bakers and Allied Trades",
    ),
]


@pytest.mark.parametrize(("sentence", "party"), LONG, ids=[row[1] for row in LONG])
def test_a_name_may_have_small_words_in_it(propose, sentence, party):
    assert {p.party for p in propose(sentence).positions} == {party}


ONE_PARTY = [  # a text that calls one side by two names, and the name that it goes by
    ("The United People's Front (UPF) refused to sign. UPF wants a vote.", "United People's Front"),
    ("The High Council of State refused. The High Council will sue.", "High Council of State"),
    ("North Korea met South Korea. The North refused to disarm.", "North Korea"),
    (
        "The Kyrgyz Republic (the Kyrgyz Side) met Peru. The Kyrgyz Side refused to sign.",
        "Kyrgyzstan",
    ),
]


@pytest.mark.parametrize(("text", "party"), ONE_PARTY, ids=[row[1] for row in ONE_PARTY])
def test_two_names_of_one_side_make_one_party(propose, text, party):
    positions = propose(text).positions
    assert {each.party for each in positions} == {party}


TWO_PARTIES = [  # a text that calls two sides by names that begin or end alike
    "South Africa offered to host the talks. The South demanded a fund.",
    "The Ostland River Alliance demanded talks. The Alliance of Small Island States refused a truce.",
]


@pytest.mark.parametrize("text", TWO_PARTIES)
def test_two_sides_with_like_names_stay_two(propose, text):
    assert len({each.party for each in propose(text).positions}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Thabo Mokwena said Eskom had to pay more. Mokwena rejected the offer. Eskom refused to pay.",
        "Bilal Ag Intalla, who advises Mali, said no. Ag Intalla said Peru and Mali must talk.",
    ],
)
def test_a_person_is_no_party(propose, text):
    names = {each.name for each in propose(text).parties}
    assert not {"Thabo Mokwena", "Mokwena", "Ag Intalla", "Bilal Ag Intalla"} & names


def test_an_organ_of_a_government_is_no_party(propose):
    told = propose("The Ministry of Energy of Peru refused to sign. Chile rejected the plan.")
    assert parties(told) == {"Peru", "Chile"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Peru and the Frente de los Pescadores Unidos (FPU) met in Lima. The FPU refused to sign.",
            "Frente de los Pescadores Unidos",
        ),
        ("The 3R militia refused to disarm. Peru refused to wait.", "3R"),
        (
            "HAMAS refused to disarm. ISRAEL rejected the plan. MERCOSUR refused to wait.",
            "Mercosur",
        ),
        ("AOSIS rejected the text. The G-77/CHINA, supported by CUBA, rejected it.", "G77"),
    ],
)
def test_a_name_may_be_spelled_in_other_ways(propose, text, party):
    assert party in {each.party for each in propose(text).positions}


def test_a_first_name_is_no_side(propose):
    told = propose(
        "Hamas rejected the plan. Bart Verhoeven, a farmer from Ghent, refused to leave."
    )
    assert {each.party for each in told.positions} == {"Hamas"}


def test_a_government_is_known_by_whose_it_is(propose):
    told = propose(
        "The Government of Peru refused to sign. The Kelvish Government rejected the offer of Peru."
    )
    names = {each.name: each.aliases for each in told.parties}
    assert "The Government of Peru" in names["Peru"]
    assert "Kelvish" in names["Kelvish government"]


def test_groups_that_nobody_names_are_a_side(propose):
    told = propose(
        "Talks between the Peruvian government and two rebel groups ended in Lima. The government refused to "
        "release its prisoners. The rebels rejected the plan."
    )
    assert parties(told) == {"Peru", "rebel groups"}
    assert ("rebel groups", "rejects") in {(p.party, p.stance.value) for p in told.positions}


def test_a_sentences_end_is_no_part_of_a_name(propose):
    told = propose("Peru rejected the plan of the SPLM-N. The SPLM-N refused to disarm.")
    assert not any(alias.endswith(".") for each in told.parties for alias in each.aliases)


def test_the_least_developed_are_not_the_developed(propose):
    told = propose(
        "Least-developed nations rejected the draft. Developed countries refused to wait. Peru refused to sign."
    )
    names = {each.party for each in told.positions}
    assert names == {"least developed countries", "developed countries", "Peru"}


APART = [  # a text in which two names that look alike are two sides, or none
    (
        "The SPLM-IO rejected the plan of South Sudan's government. The SPLM accepted it.",
        {"SPLM-IO", "SPLM/A"},
    ),
    (
        "Sanaa rejected the plan. Aden accepted it.",
        {"Houthis", "Yemen"},
    ),
    (
        "Congo rejected the plan. M23 accepted it.",
        {"Democratic Republic of the Congo", "M23"},
    ),
    (
        "G77 and China rejected the text. The LMDCs accepted it. Basic services are not in it.",
        {"G77", "Like-Minded Developing Countries"},
    ),
    (
        "The Labour Minister met both sides. Numsa rejected the offer. Eskom refused to raise it.",
        {"NUMSA", "Eskom"},
    ),
]


@pytest.mark.parametrize(("text", "sides"), APART, ids=[row[0][:30] for row in APART])
def test_names_that_look_alike_are_kept_apart(propose, text, sides):
    assert {position.party for position in propose(text).positions} == sides


def test_a_bracket_gives_no_known_name_to_another(propose):
    told = propose(
        "France, Germany and Britain (the E3) met Iran. The E3 rejected the plan. Iran refused to wait."
    )
    assert {each.party for each in told.positions} == {"E3", "Iran"}


def test_a_surname_stands_for_whom_the_lexicon_knows_in_full(propose):
    told = propose("Mazloum Abdi met the envoy. Syria rejected the plan. Abdi refused to disarm.")
    assert ("Syrian Democratic Forces", "rejects") in {
        (each.party, each.stance.value) for each in told.positions
    }


def test_where_something_is_makes_no_party(propose):
    told = propose(
        "Peru and Chile met in the Swedish capital. Peru refused to sign. Chile rejected it."
    )
    assert "Sweden" not in {each.name for each in told.parties}


def test_a_name_may_begin_with_any_letter(propose):
    told = propose("The ÖVP rejected the plan. Peru refused to sign.")
    assert len({each.party for each in told.positions}) == 2
    assert any("ÖVP" in (each.name, *each.aliases) for each in told.parties)


def test_who_strikes_a_deal_is_a_side_also_in_no_atlas(propose):
    told = propose("Orlavia and Beskar struck a deal on the toll. The bridge will open on Monday.")
    assert parties(told) == {"Orlavia", "Beskar"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Kowalski and Brandt struck a deal on the toll.",
        "Peru and Chile met. Arsenal and Chelsea meet on Sunday.",
        'Peru and Chile met. "We reject the plan," Karim Oulad said.',
        "Peru and Chile met. Presidential adviser Taras Honcharuk told reporters that it failed.",
        "Orlando Talks Produce Movement\n\nPeru and Chile met. The movement was small.",
    ],
)
def test_persons_clubs_and_headlines_are_no_sides(propose, text):
    assert parties(propose(text)) == {"Peru", "Chile"}


def test_the_group_of_a_nation_is_not_the_nation(propose):
    told = propose("Israel and Hamas met in Doha. The Palestinian group rejected the plan.")
    assert {(p.party, p.stance.value) for p in told.positions} == {("Hamas", "rejects")}


def test_a_name_may_have_its_small_words_in_capitals(propose):
    told = propose("Partners In Health (PIH) rejected the plan. Peru waited. PIH demanded a truce.")
    assert {p.party for p in told.positions} == {"Partners In Health"}


def test_what_is_a_sides_is_no_name_of_it(propose):
    told = propose("Chile rejected the Peruvian plan. The Peruvian delegation insisted on it.")
    aliases = next(each.aliases for each in told.parties if each.name == "Peru")
    assert "The Peruvian delegation" in aliases
    assert "the Peruvian plan" not in aliases


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The Miners and Smelters Union's (MSU) head spoke. The MSU demands nine per cent. The firm Borax said no.",
            {"Miners and Smelters Union", "Borax"},
        ),
        (
            "Copper giant Norton Brass NBR.L rejected a bid from the company Vale. Norton refused to meet Vale.",
            {"Norton Brass", "Vale"},
        ),
        (
            "Anti-whaling nations demanded a ban. Japan refused. A commission of 88 members proposed a cut.",
            {"anti-whaling countries", "Japan"},
        ),
        (
            "The LIKE-MINDED DEVELOPING COUNTRIES (LMDCs) demanded a text. The EU refused. LMDCs insisted on it.",
            {"Like-Minded Developing Countries", "European Union"},
        ),
        (
            "The creditors rejected the plan of Zambia. Zambia demanded more time. The creditors refused.",
            {"the creditors", "Zambia"},
        ),
    ],
)
def test_sides_are_found_by_what_they_are_called(propose, text, sides):
    assert parties(propose(text)) == sides


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        (
            "Grand Chief Tom Norwegian met Canada's envoy. Norwegian rejected the plan. Canada refused it.",
            "Norway",
        ),
        ("Greenpeace Chile rejects the plan. Peru and Bolivia agreed to a cut.", "Chile"),
        (
            "Co-Facilitators Ana Ruiz (Peru) and Tom Berg (Norway) proposed a new text. India and China rejected it.",
            "Peru",
        ),
        (
            "Peru met the United States.\n\nMR HOLLAND: We reject the plan.\n\nQ: Why?\n\nMR HOLLAND: Peru must leave.",
            "Netherlands",
        ),
        (
            "Talks between Varden and Ostmark began. The mediator, Eli Vardi, spoke. Vardi demanded money.",
            "Vardi",
        ),
    ],
)
def test_a_name_of_a_country_may_be_somebody_elses(propose, text, nobody):
    told = propose(text)
    assert nobody not in {p.party for p in told.positions} | parties(told)


def test_an_organ_speaks_for_its_country(propose_all):
    told = propose_all(
        "Peru and Chile held talks. Peruvian National Security Council spokesman Juan Diaz said Peru would not accept "
        "the plan. The Chilean Supreme Defence Council rejected it."
    )
    assert parties(told) == {"Peru", "Chile"}
    assert {p.party for p in told.positions} == {"Peru", "Chile"}


def test_a_surname_may_be_a_month(propose):
    told = propose(
        "Theresa May told the House there had been progress. In May the EU rejected the plan. Mrs May demanded a "
        "backstop."
    )
    assert {(p.party, p.stance.value) for p in told.positions} == {
        ("European Union", "rejects"),
        ("United Kingdom", "demands"),
    }


def test_the_committee_of_a_union_is_the_union(propose):
    [position] = propose("The SAG-AFTRA Negotiating Committee rejected the offer.").positions
    assert position.party == "SAG-AFTRA"


def test_heads_of_companies_are_no_side(propose):
    told = propose("The CEOs rejected the offer. SAG-AFTRA demanded a raise of pay.")
    assert {each.party for each in told.positions} == {"SAG-AFTRA"}


def test_where_a_chair_comes_from_is_nobodys(propose):
    told = propose(
        "Co-Facilitators Ana Ruiz (Peru) and Tom Berg (Norway) spoke. India rejected it."
    )
    assert {each.name for each in told.parties} == {"India"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The Kenyan Coast Fishermen Union demanded a vote. The firm Borax refused.",
            {"Kenyan Coast Fishermen Union", "Borax"},
        ),
        (
            "At the WTO India rejected the cut. The United States demanded it.",
            {"India", "United States"},
        ),
        (
            "Michael Jordan opened a shop. Jordan rejected the plan. Israel demanded a vote.",
            {"Jordan", "Israel"},
        ),
        (
            "Norway chairs the talks. The claimant (Peru) rejected the plan. Chile refused to vote.",
            {"Peru", "Chile"},
        ),
    ],
)
def test_a_country_is_not_lost_to_who_bears_its_name(propose, text, sides):
    assert sides <= parties(propose(text))


@pytest.mark.parametrize("some", ["Non-Western countries", "West African states"])
def test_some_of_a_region_are_not_all_of_it(propose, some):
    told = propose(f"Peru and Chile met. {some} rejected the levy.")
    assert not {p.party for p in told.positions} & {"Western countries", "African countries"}


@pytest.mark.parametrize(
    "union", ["Seamen's Union of Halden", "Miners' Union of Halden", "Dockers Union of Halden"]
)
def test_a_union_of_a_country_is_not_the_country(propose, union):
    told = propose(
        "Norvik and Halden met in Tromsa on cod. Norvik proposed a quota. Halden rejected it."
        f" The {union} warned that it would strike if the quota fell."
    )
    held = {(each.party, each.stance) for each in told.positions if each.party != "Norvik"}
    assert held == {("Halden", Stance.REJECTS), (union, Stance.THREATENS)}
