import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.telling import Vocabulary, stem, telling_of

PLAIN = Vocabulary(
    empty=frozenset({"the", "to", stem("agree"), stem("side")}),
    same={stem("captive"): stem("prisoner")},
    prolonging=frozenset({stem("extend")}),
    ordinals={"second": 2, "third": 3, "first": 1},
    numbers={"two": 2},
)


def read(words, **more):
    return telling_of(words, PLAIN, **more)


@pytest.mark.parametrize(
    "words",
    ["swap swaps swapped swapping", "body bodies", "agree agreed agrees", "release released", "Ravnia Ravnia’s"],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(words):
    assert len(set(map(stem, words.split()))) == 1


def test_what_is_said_is_kept_and_the_rest_is_not():
    told = read(
        "Ravnia agreed to swap 1,000 captives under 25 near Lorn by 30 June 2025",
        parties={stem("Ravnia"): 1},
        counted=(1000,),
    )
    assert told.about == {"swap", "prisoner", "under", "near", "by"}
    assert (told.parties, told.names, told.numbers) == ({1}, {"lorn"}, {25})


def test_parties_are_known_by_their_great_letter():
    stems = {stem("Front"): 1, stem("rebels"): None}
    assert read("the Front and the rebels withdraw", parties=stems).parties == {1}
    assert read("the rebels withdraw", parties=stems).about == {stem("withdraw")}
    assert read("the front withdraws", parties=stems).about == {"front", stem("withdraw")}


def test_who_is_named_besides_makes_two():
    one, other = (
        read(words, parties={"lorn": 1, "kestrel": 2}) for words in ("to Lorn", "to Kestrel")
    )
    assert not one.same_parties(other)
    assert one.same_parties(read("to them"))
    assert one.same_parties(other, but=[2])


def test_headlines_have_no_names():
    assert read("Ravnia And Ostland Swap Prisoners").names == frozenset()


def test_two_sides_are_no_number():
    assert read("the two sides").numbers == frozenset()
    assert read("two bridges").numbers == {2}


def test_which_time_it_is():
    assert read("a second swap").ordinals == {2}
    assert read("a first swap").ordinals == frozenset()
    assert read("a second round").ordinals == frozenset()
    assert read("extend the truce").prolongs


TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["Ravnia", "swap", "1,000", "3.4.5", "two", "second", "round", "extend", "’s", "-", "June"]
    )
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_words_can_be_compared_either_way(one, other):
    first, second = read(one), read(other)
    assert 0 <= first.likeness(second) == second.likeness(first) <= 1
    assert first.within(second) == second.within(first)
    assert first.likeness(first) in (0, 1)
