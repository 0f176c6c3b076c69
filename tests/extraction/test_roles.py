from briefing_app.domain.party import Role
from tests.extraction.sides import parties


def test_who_brokers_the_talks_is_a_mediator(propose):
    told = propose(
        "Talks between Peru and Chile, mediated by Norway, ended on Friday. Peru rejected the plan. "
        "Chile refused to sign. Norway called on both sides to return."
    )
    assert parties(told) == {"Peru", "Chile"}
    assert parties(told, Role.MEDIATOR) == {"Norway"}


def test_a_commentator_is_no_party(propose):
    told = propose(
        "Peru and Chile agreed on a truce. Peru offered to free the crews. Chile dropped its claim. "
        "Canada urged both sides to keep the truce."
    )
    assert parties(told) == {"Peru", "Chile"}


def test_who_brokers_may_be_joined_to_it_by_a_hyphen(propose):
    told = propose(
        "The Egypt-mediated talks of Israel and Hamas ended. Hamas rejected the plan. Israel refused to wait."
    )
    assert parties(told, Role.MEDIATOR) == {"Egypt"}


CONFERENCE = (
    "Kenya rejected the text. Japan proposed a shorter one. Peru demanded a levy. India opposed any levy. Norway "
    "offered ten ships. Ghana called for a fund. Canada refused to sign. Chile accepted the text of the chair. Mexico "
    "rejected the levy. Nepal demanded a fund. Iceland proposed a longer text. Cuba refused to sign. "
)


def test_a_country_that_acts_at_a_conference_of_many_is_a_side(propose):
    told = propose(
        f"{CONFERENCE}Malawi and Togo recalled the drought of last year. The fund has an office in Kuwait."
    )
    assert {"Kenya", "Chile", "Malawi", "Togo"} <= parties(told)
    assert "Kuwait" not in parties(told)


def test_a_country_that_recalls_something_among_two_is_none(propose):
    told = propose(
        "Kenya rejected the text. Peru demanded a levy, and Kenya refused it. Malawi recalled the drought of last year."
    )
    assert parties(told) == {"Kenya", "Peru"}


WELCOME = (
    "President Ana Moss of Norway Statement on the Truce in Orvania\n\n{opening} It is imperative that we end this "
    "war. The truce must be kept. I urge the Orvanian Government to free the crews, as we have done before. {thanks}"
)


def test_who_welcomes_the_truce_of_others_looks_on(propose):
    told = propose(
        WELCOME.format(opening="I welcome the announcement of a truce in Orvania.", thanks="")
    )
    assert "Norway" not in parties(told)
    told = propose(WELCOME.format(opening="Traders welcomed the truce.", thanks=""))
    assert "Norway" in parties(told)
    told = propose(
        WELCOME.format(opening="I welcome our agreement with the Orvanian Government.", thanks="")
    )
    assert "Norway" in parties(told)


def test_who_is_thanked_for_their_efforts_stands_between(propose):
    told = propose(
        WELCOME.format(
            opening="I welcome the truce in Orvania.",
            thanks="I am grateful for the leadership role of Qatar, and thank Oman for its efforts.",
        )
    )
    assert {"Qatar", "Oman"} <= parties(told, Role.MEDIATOR)
