import pytest

OPENING = "Peru and Chile held talks in Lima. Norway mediated the talks. Peru refused to sign. Chile offered to pay.\n"

HEARD = [  # the sentence, whose position, on whose word, through which channel
    ("Chile said it would not sign the protocol.", "Chile", "Chile", "own"),
    (
        "“We will not sign the protocol at all,” Chile's foreign minister said.",
        "Chile",
        "Chile",
        "own",
    ),
    (
        "Chile will not sign the protocol, its foreign minister told reporters.",
        "Chile",
        "Chile",
        "own",
    ),
    (
        "According to Chile's foreign minister, Chile will not sign the protocol.",
        "Chile",
        "Chile",
        "own",
    ),
    ("Chile rejected the protocol.", "Chile", None, "reporter"),
    ("Chile rejected the protocol, Peru's negotiator said.", "Chile", "Peru", "other_party"),
    (
        "Peru's negotiator said that Chile had rejected the protocol.",
        "Chile",
        "Peru",
        "other_party",
    ),
    (
        "“Chile has refused every single protocol,” Peru's president complained.",
        "Chile",
        "Peru",
        "other_party",
    ),
    (
        "Peru said that the Chilean side continued to reject the protocol.",
        "Chile",
        "Peru",
        "other_party",
    ),
    ("According to Peru, Chile rejected the protocol.", "Chile", "Peru", "other_party"),
    (
        "Chile's refusal to sign the protocol had been absolute, Peru's envoy told reporters.",
        "Chile",
        "Peru",
        "other_party",
    ),
    ("Norway's envoy said Chile had rejected the protocol.", "Chile", "Norway", "third"),
    ("Chile rejected the protocol, two diplomats said.", "Chile", "two diplomats", "third"),
    (
        "A source close to the talks said that Chile had refused the protocol.",
        "Chile",
        "A source",
        "third",
    ),
    ("Chile's position is that it will not sign the protocol.", "Chile", "Chile", "own"),
]


@pytest.mark.parametrize(
    ("sentence", "holder", "speaker", "channel"), HEARD, ids=[row[0] for row in HEARD]
)
def test_holder_and_speaker_are_kept_apart(propose, sentence, holder, speaker, channel):
    found = [
        p
        for p in propose(OPENING + sentence).positions
        if p.span.start > len(OPENING) - 1 and p.stance.value == "rejects"
    ]
    assert [(p.party, p.speaker, p.channel.value) for p in found] == [(holder, speaker, channel)]


def test_a_quotation_that_goes_on_has_the_same_speaker(propose):
    told = propose(
        OPENING
        + "“The map is an insult to us,” Chile's foreign minister said. “We will never sign such a protocol.”"
    )
    assert ("Chile", "rejects", "own") in {
        (p.party, p.stance.value, p.channel.value) for p in told.positions
    }


def test_a_label_speaks_for_its_paragraph(propose):
    told = propose(
        "Remarks by the Special Envoy for the strait\n\n"
        "SPECIAL ENVOY: I met both sides. Peru refused to sign the protocol.\n\n"
        "QUESTION: Chile has refused the protocol too?\n\nSPECIAL ENVOY: Chile will sign the protocol."
    )
    assert {(p.party, p.stance.value, p.channel.value) for p in told.positions} == {
        ("Peru", "rejects", "third"),
        ("Chile", "pledges", "third"),
    }


def test_we_are_whoever_issues_a_statement(propose):
    told = propose(
        "Statement by the Highland Liberation Front\n\nWe reject the plan of the Government of Velmora. "
        "We are ready to release our prisoners. We demand that the army leave the valley."
    )
    assert [(p.party, p.stance.value) for p in told.positions] == [
        ("Highland Liberation Front", "rejects"),
        ("Highland Liberation Front", "offers"),
        ("Highland Liberation Front", "demands"),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "MORO ISLAMIC LIBERATION FRONT\n\nStatement on the offer\n\n",
        "Statement by the Moro Islamic Liberation Front on the offer\n\n",
    ],
)
def test_we_are_who_signs(propose, opening):
    told = propose(f"{opening}We reject the offer. Our members will not return. We demand a vote.")
    assert {p.party.casefold() for p in told.positions} == {"moro islamic liberation front"}


@pytest.mark.parametrize(
    ("opening", "closing", "issuer"),
    [
        ("To the people of Peru\n\n", "\n\nNational Directorate, Shining Path\nLima, 4 May", "Shining Path"),
        ("ADDRESS TO THE NATION\nby the President of Chad\n\n", "", "Chad"),
        ("Address by the President\n\nGood evening, fellow Peruvians! Peru stands.\n\n", "", "Peru"),
        (
            "STATEMENT OF THE COMMAND OF THE MOVEMENT FOR THE AUTONOMY OF ISKAR (MAI)\n\n",
            "",
            "Movement for the Autonomy of Iskar",
        ),
        ("Statement by the High Representative on the talks\n\n", "", "European Union"),
        ("Statement by the National Security Council Spokesperson\n\nMy administration waited.\n\n", "",
         "United States"),
    ],
)  # fmt: skip
def test_we_are_who_signs_or_speaks_to_his_people(propose, opening, closing, issuer):
    told = propose(
        f"{opening}We reject the offer. Our members will not return. We demand a vote.{closing}"
    )
    assert {p.party for p in told.positions} == {issuer}


def test_where_a_report_was_written_is_no_signature(propose):
    told = propose(
        "Talks on the strait\n\nWe are back in the hall. We will stay with you. Peru rejects the plan, we hear. We "
        "reject nothing.\n\nGeneva, Switzerland"
    )
    assert {p.party for p in told.positions} == {"Peru"}


def test_an_office_without_a_country_signs_for_the_united_states(propose):
    told = propose(
        "Statement from the President on the Truce Between Peru and Chile\n\n"
        "My administration has worked for this. We reject any delay. I urge Chile to comply."
    )
    assert {p.party for p in told.positions} == {"United States"}


def test_a_name_before_a_colon_speaks(propose):
    told = propose(
        "Remarks after the talks of Peru and Chile\n\n"
        "President of Peru Ana Rojas: We will not accept the map.\n\n"
        "Question: Will you accept it later?\n\n"
        "President of Chile Juan Soto: We insist on the map."
    )
    assert {(p.party, p.stance.value) for p in told.positions} == {
        ("Peru", "rejects"),
        ("Chile", "demands"),
    }


def test_a_colon_alone_makes_no_transcript(propose):
    told = propose(
        "Peru and Chile held talks in Lima.\n\n"
        "What Peru wants: Security guarantees.\n\n"
        "Chile rejected the plan. Peru insisted on the map."
    )
    assert {(p.party, p.channel.value) for p in told.positions} == {
        ("Chile", "reporter"),
        ("Peru", "reporter"),
    }


def test_where_a_story_was_written_says_nothing(propose):
    told = propose("ARICA: Peru rejected the plan.\nChile agreed to it.")
    assert {(p.speaker, p.channel.value) for p in told.positions} == {(None, "reporter")}


def test_an_unknown_name_that_says_it_is_taken_for_one_of_theirs(propose):
    told = propose(OPENING + "Chile would never accept such a text, Aguirre told reporters.")
    assert [p.channel.value for p in told.positions if "such a text" in p.claim] == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        'A visit by the High Representative ended\n\n"We reject the offer," said Tom Hill. "We demand a vote."',
        'Peru vows to address the claims\n\n"We reject the offer," a docker said. "We demand a vote."',
        (
            "Hamas rejects talks\n\nHamas rejects talks during the Israeli war, an official said in a statement. "
            '"We affirm our position of rejecting any form of talks under the Israeli war," Basem Naem said.'
        ),
    ],
)
def test_not_every_opening_says_whose_the_text_is(propose, text):
    told = propose(text)
    assert not {"European Union", "Peru", "Israel"} & {p.party for p in told.positions}
    assert not any(p.speaker in {"European Union", "Peru", "Israel"} for p in told.positions)
