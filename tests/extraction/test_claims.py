"""A cell shows a stance and a claim: together they must say what the text says."""

import pytest

OPENING = "Peru and Chile held talks in Lima.\n\n"


@pytest.mark.parametrize(
    ("sentence", "stance", "claim"),
    [
        ("Peru rejected a joint survey of the reef.", "rejects", "a joint survey of the reef"),
        ("Peru will not accept the new map.", "rejects", "the new map"),
        ("Peru dropped its demand for a survey.", "concedes", "its demand for a survey"),
        ("Peru has not dropped its demand for a survey.", "demands", "its demand for a survey"),
        ("Peru has ruled out a survey of the reef.", "rejects", "a survey of the reef"),
        ("Peru did not rule out a survey of the reef.", "undecided", "a survey of the reef"),
        # What a party will or will not do is told with its verb: it does not reject its own dam.
        ("Peru will never give up the dam.", "rejects", "to give up the dam"),
        ("Peru's offer of 200 ships to the islands was noted.", "offers", "of 200 ships"),
        ("The offer of Peru to pay for the ships was noted.", "offers", "to pay for the ships"),
        (
            "Peru said a gift of the reef to Chile is unacceptable.",
            "rejects",
            "a gift of the reef to Chile",
        ),
        (
            "Peru won't withdraw its tugs from the reef.",
            "rejects",
            "to withdraw its tugs from the reef",
        ),
        ("Peru said it would not let inspectors in.", "rejects", "to let inspectors in"),
        ("Peru will free 200 prisoners.", "pledges", "to free 200 prisoners"),
        ("Peru warned that it would close the canal.", "threatens", "to close the canal"),
    ],
)
def test_stance_and_claim_say_what_the_text_says(propose, sentence, stance, claim):
    told = propose(OPENING + sentence)
    assert [(each.stance, each.claim) for each in told.positions] == [(stance, claim)]


@pytest.mark.parametrize(
    ("sentence", "stance", "claim"),
    [
        (
            "Peru warned that it would not extend the truce if the shelling went on.",
            "threatens",
            "not to extend the truce if the shelling went on",
        ),
        ("Chile will not abandon its claim to the islands.", "demands", "its claim to the islands"),
        ("If the blockade ends, Peru would free the crew.", "offers", "to free the crew"),
    ],
)
def test_the_classifier_too_leaves_it_at_what_the_text_says(propose_all, sentence, stance, claim):
    told = propose_all(OPENING + sentence)
    assert [(each.stance, each.claim) for each in told.positions] == [(stance, claim)]
