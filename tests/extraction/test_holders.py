"""Whose position it is, where the text names its holder in other words than by a name."""

import pytest

from briefing_app.extraction.constructions import is_errand

OPENING = "Peru and Chile met in Lima on Monday. "


def holders(told, stance):
    return {each.party for each in told.positions if each.stance.value == stance}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (  # what an office is for stands before the title
            (
                "The Kelvan Miners' Union (KMU) met Velstone. KMU Attorney General Ezra Tolm said no. "
                "Velstone asked for calm. Tolm rejected the offer."
            ),
            "Kelvan Miners' Union",
        ),
        (  # a minister can only be the one government's
            (
                "The Peruvian government met the Coastal Front. The government waited. Education Secretary Fiona "
                "Rattle came. The Coastal Front spoke at length. Rattle rejected the offer."
            ),
            "Peru",
        ),
        (
            (
                "The Peruvian government met the Coastal Front. The government waited, and the health secretary "
                "rejected the offer."
            ),
            "Peru",
        ),
        (  # the head of a longer name, which goes on to say where
            (
                "Peru met Chile. The talks were mediated by the African Union Mission in Somalia. Chile came. "
                "The Mission rejected the offer."
            ),
            "AMISOM",
        ),
        (  # the head of a name that goes on "for", behind those who fight for it
            "Rebels of the Front for the Liberation of the Azgar met Peru's envoy. The Front rejected the offer.",
            "Front for the Liberation of the Azgar",
        ),
        (  # a ministry by what it is for
            "Peru met the Coastal Front. Peru sent ships. The Defence Ministry rejected the offer.",
            "Peru",
        ),
        (  # the people of a state, and not of those whose name is like it
            (
                "The Syriac delegation met Syria's envoy. Peru came. The Syrians rejected the offer. The Syriac "
                "delegation left."
            ),
            "Syria",
        ),
        (  # the people of a country that only this text names
            "Negotiators from Telmar met the Carrow delegation. The Telmarians rejected the offer.",
            "Telmar",
        ),
        (  # a place by its name alone
            "The Gedaya Regional Government met Lorn's negotiators. Gedaya rejected the offer.",
            "Gedaya Regional Government",
        ),
        (  # the head of a longer name
            "The Writers Guild of America asked for more. The studios waited. The guild rejected the offer.",
            "WGA",
        ),
        (
            "The Coastal Platform demanded a truce. Peru waited. The Platform rejected the offer.",
            "Coastal Platform",
        ),
        (
            "The Coastal Army, or CA, met the government of Peru. Peru waited. The CA rejected the offer.",
            "Coastal Army",
        ),
    ],
)
def test_a_holder_may_be_called_by_less_than_the_name(propose, text, holder):
    assert holders(propose(text), "rejects") == {holder}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile, for its part, is pressing for the release of the crew.",
        "Chile did, however, demand the release of the crew.",
        "Chile, he told his hosts, would demand the release of the crew.",
        "Chile, for the Pacific bloc, called for the release of the crew.",
    ],
)
def test_a_holder_may_stand_apart_from_the_verb(propose, sentence):
    assert holders(propose(OPENING + sentence), "demands") == {"Chile"}


def test_she_is_whoever_speaks_though_nobody_knows_for_whom(propose):
    told = propose(
        "The Coastal Council demanded a vote. Its leader, Anna Rezek, came. Marusic, who faces an election in "
        "November, told reporters earlier that she would not accept the plan."
    )
    assert holders(told, "rejects") == set()


def test_a_no_needs_no_word_of_what(propose):
    told = propose(OPENING + "A cut was put aside after Peru objected.")
    assert holders(told, "rejects") == {"Peru"}


def test_of_two_participles_each_has_its_own_holder(propose):
    told = propose(OPENING + "The plan was proposed by Chile and rejected by Peru.")
    assert holders(told, "proposes") == {"Chile"}
    assert holders(told, "rejects") == {"Peru"}


def test_it_is_the_body_that_speaks_and_nobody_named_before(propose):
    told = propose(OPENING + "Chile waited. The works council said it rejected the plan.")
    assert holders(told, "rejects") == set()


def test_a_counterpart_is_the_other_sides(propose):
    told = propose(
        OPENING
        + 'The minister of Peru, Ana Rojas, came. His counterpart Luis Tapia said Chile would wait. "We reject the '
        'plan," Tapia said.'
    )
    assert holders(told, "rejects") == {"Chile"}


def test_a_counterpart_may_be_named_by_a_nation(propose):
    told = propose(
        OPENING
        + "The minister of Peru, Ana Rojas, came. His Chilean counterpart, Luis Tapia, came. Tapia rejected the plan."
    )
    assert holders(told, "rejects") == {"Chile"}


def test_where_something_is_names_nobody_new(propose):
    told = propose(OPENING + "The next round is in the Togolese capital. Chile rejected the plan.")
    assert not any("Togo" in each.name for each in told.parties)


def test_a_people_is_another_name_of_its_country(propose):
    told = propose(OPENING + "The Chileans rejected the plan.")
    assert "Chileans" in next(each.aliases for each in told.parties if each.name == "Chile")


def test_two_verbs_of_one_sentence_make_one_position(propose):
    told = propose(OPENING + "Chile rejects the pipeline tariff and opposes the pipeline tax.")
    assert [each.claim for each in told.positions] == ["the pipeline tariff and the pipeline tax"]


def test_what_is_listed_stays_apart(propose):
    told = propose(OPENING + "The sides agreed to free 30 sailors and to free 20 miners.")
    assert len(told.outcomes) == 2


def test_countries_may_open_a_sentence_by_what_they_are(propose):
    told = propose("Rich nations rejected the levy. Chile demanded the levy.")
    assert holders(told, "rejects") == {"developed countries"}


def test_he_is_the_person_just_named_also_where_nobody_knows_whose_that_is(propose):
    told = propose(
        OPENING
        + "The envoy of Chile, Luis Tapia, came. Rosa Brunner laughed. She rejected the plan."
    )
    assert holders(told, "rejects") == set()


def test_some_countries_are_not_all_of_them(propose):
    told = propose(
        OPENING
        + "The four South American countries demanded a levy. The three countries rejected it."
    )
    assert holders(told, "demands") == {"South American countries"}
    assert holders(told, "rejects") == {"Peru"}


def test_who_is_named_beside_another_is_not_theirs(propose):
    told = propose(
        "The minister of Peru, Ana Rojas, and the envoy of Chile met in Lima. Chile waited. Rojas rejected the plan."
    )
    assert holders(told, "rejects") == {"Peru"}


def test_of_two_unions_it_is_the_one_named_beside_the_noun(propose):
    told = propose(
        "The EIS and the NASUWT met the ministers. The EIS, the largest union, waited. The EIS spoke. The smaller "
        "NASUWT union rejected the offer."
    )
    assert holders(told, "rejects") == {"NASUWT"}


def test_a_person_described_behind_a_comma_is_also_the_first_named_sides(propose):
    told = propose(
        "Velmora demanded the rifles. Pilar Arriz, who leads the negotiators of Velmora, came first. Arriz rejected "
        "the plan of Peru."
    )
    assert holders(told, "rejects") == {"Velmora"}


def test_the_ministry_of_a_title_is_the_one_government_named_with_it(propose):
    told = propose(
        "Chile's Foreign Ministry: no consent given to Peru\n\nForeign Ministry spokesperson Luis Tapia came. Tapia "
        "rejected the plan of Peru."
    )
    assert holders(told, "rejects") == {"Chile"}


GOVERNED = "The Peruvian government met the Rail Union. The government waited. The Rail Union sat. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The general secretary rejected the offer.",
        "The shadow health secretary rejected the offer.",
        "The secretary of the club rejected the offer.",
        "The fire department rejected the offer.",
        "Branch Secretary Tom Hill came. Hill rejected the offer.",
    ],
)
def test_not_every_secretary_is_the_governments(propose, sentence):
    assert "Peru" not in holders(propose(GOVERNED + sentence), "rejects")


def test_two_ministers_are_those_of_both_sides(propose):
    told = propose(
        "The government of Peru sat. The government waited. The ministers of Peru and Chile met. Both ministers "
        "rejected the plan. Chile sat."
    )
    assert {(p.party, *p.also_party) for p in told.positions} == {("Peru", "Chile")}


@pytest.mark.parametrize("speaker", ["Officials", "Two aides", "Sources close to the talks"])
def test_he_is_not_the_several_who_speak(propose, speaker):
    told = propose(f"The president of Chile spoke. {speaker} said he rejected the plan. Peru sat.")
    assert holders(told, "rejects") == {"Chile"}


def test_a_name_that_was_joined_to_another_still_has_its_head(propose):
    told = propose(
        "The Bakers Guild of Ostia (BGO) met the mayor. The Bakers Guild demanded more. The BGO sat. The guild "
        "rejected the offer."
    )
    assert len(holders(told, "rejects")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The European Union met Nissan. Nissan waited. The union rejected the offer.",
        "Peru met the White House. Peru waited. The House rejected the plan.",
        "Peru met the Coastal Council. The Coastal Council sat. The council of elders rejected the offer.",
    ],
)
def test_a_head_is_not_everybodys(propose, text):
    told = holders(propose(text), "rejects")
    assert not told & {"European Union", "United States", "Coastal Council"}


def test_he_is_not_a_place(propose):
    told = propose(
        "The minister of Peru, Ana Rojas, spoke. Versailles shone. She rejected the plan."
    )
    assert holders(told, "rejects") == {"Peru"}


def test_a_hospital_is_nobodys_general(propose):
    told = propose(
        "Keld General Hospital said Peru would accept the plan. The Hospital rejected the plan. Chile sat."
    )
    assert "Peru" not in holders(told, "rejects")


def test_they_of_two_sentences_are_the_same(propose):
    told = propose(
        OPENING
        + "Peru and Bolivia asked for talks with Chile. They demanded a levy on Chile. They also demanded a vote."
    )
    assert holders(told, "demands") == {"Peru"}
    assert {p.also_party for p in told.positions if p.stance.value == "demands"} == {("Bolivia",)}


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Peru asked that the treaty be ratified by Chile.", True),
        ("Peru said that the treaty was ratified by Chile.", False),
    ],
)
def test_who_is_to_ratify_has_not_ratified(parser, sentence, asked):
    [doc] = parser([sentence])
    assert is_errand(next(each for each in doc if each.text == "ratified")) is asked


@pytest.mark.parametrize("urged", ["urged Oslo to sign", "asked the Norwegian government to sign"])
def test_nobody_urges_themselves(propose, urged):
    told = propose(f"Norway met Peru. Norway {urged}. Norway demanded to be heard.")
    assert [each.claim for each in told.positions] == ["to be heard"]


def test_a_commission_of_a_longer_name_is_not_the_one_that_was_named_before(propose_all):
    told = propose_all(
        "Peru met the European Commission. The Federal Trade Commission, which would police firms, is on board with "
        "the review."
    )
    assert "European Union" not in {each.party for each in told.positions}


def test_a_people_is_known_by_its_countrys_name_though_it_only_suggests_something(propose):
    told = propose(
        "Negotiators from Telmar met the Carrow delegation. The Telmarians suggested a joint survey."
    )
    assert holders(told, "proposes") == {"Telmar"}
