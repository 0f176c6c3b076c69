import datetime as dt
from dataclasses import replace

import pytest

from briefing_app.domain.outcome import Due, Quantity
from briefing_app.domain.position import Channel
from briefing_app.domain.wording import (
    disagreement_words,
    due_words,
    place_words,
    quantity_words,
    responsible_words,
    word_of,
)
from tests.export.builders import istanbul

JUNE, JULY = dt.date(2025, 6, 30), dt.date(2025, 7, 4)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, ""),
        (Due("no date has been set", none_set=True), "no date set"),
        (Due("by the end of June", None, JUNE), "by 30 June 2025"),
        (Due("on 30 June", JUNE, JUNE), "on 30 June 2025"),
        (Due("from 30 June", JUNE), "from 30 June 2025"),
        (Due("30 June to 4 July", JUNE, JULY), "30 June 2025 to 4 July 2025"),
        (Due("in the coming days"), "in the coming days"),
    ],
)
def test_a_due_date_is_said_as_a_person_says_it(due, words):
    assert due_words(due) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(6000, "bodies", "at least"), "at least 6,000 bodies"),
        (Quantity(2.5, "billion euros"), "2.5 billion euros"),
        (Quantity(86), "86"),
    ],
)
def test_a_quantity_is_said_with_its_unit(quantity, words):
    assert quantity_words(quantity) == words


def test_another_partys_word_is_named_where_it_is_known():
    content = istanbul().briefing().positions[0].content
    assert (
        word_of(replace(content, channel=Channel.OTHER_PARTY, speaker="Russia"))
        == "on Russia’s word"
    )
    assert word_of(replace(content, channel=Channel.THIRD, speaker="")) == "on a third party’s word"
    states = replace(content, channel=Channel.THIRD, speaker="United States")
    assert word_of(states) == "on United States’ word"
    assert word_of(replace(content, channel=Channel.OWN, speaker="Russia")) == "own words"


def test_a_place_names_its_document_where_there_are_several():
    briefing = istanbul().briefing()
    words = {place_words(briefing, citation) for citation in briefing.citations}
    assert "3 Jun 2025 ¶1" in words
    assert any(place.startswith("محادثات") for place in words)
    alone = replace(briefing, documents=briefing.documents[:1])
    assert place_words(alone, briefing.citations[0]) == "¶1"


def test_accounts_that_differ_are_told_side_by_side():
    briefing = istanbul().briefing()
    (disputed,) = [o for o in briefing.outcomes if o.content.disputed]
    words = disagreement_words(disputed.content)
    assert words.startswith("2 accounts differ: 6,000 bodies / up to 12,000 bodies")
    assert responsible_words(briefing, disputed.content) == "Russia"
