"""Which names are one party's, and which only look like it."""

import pytest

from briefing_app.domain.party import Role
from briefing_app.domain.proposals import Proposals, ProposedParty
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.party_names import PartyNames, contrary
from tests.store.builders import a_document, a_dossier, a_party


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


def names_after(store, *proposed):
    """Propose parties, each a name or a name with its aliases, and return the dossier's with theirs."""
    document = a_document(store)
    parties = tuple(
        ProposedParty(each, Role.PARTY)
        if isinstance(each, str)
        else ProposedParty(each[0], Role.PARTY, tuple(each[1:]))
        for each in proposed
    )
    record_proposals(store, document.version, Proposals(parties))
    return {party.name: party.aliases for party in store.parties()}


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Ukraine", "Kyiv"),
        ("Ukraine", "the Ukrainian government"),
        ("Ukraine", "The Ukrainian delegation"),
        ("Ukraine", "the government of Ukraine"),
        ("the Ukrainian delegation", "Ukraine"),
        ("Democratic Republic of the Congo", "DR Congo"),
        ("North Korea", "Pyongyang"),
        ("RSF", "Rapid Support Forces"),
        ("Rapid Support Forces", "RSF"),
        ("Front for the Liberation of Lornia", "FLL"),
        ("Hezbollah", "Hizbollah"),
        ("Lornian Liberation Army", "Lornian Liberatoin Army"),
        ("Coordination of Kestrel Movements", "Coordination of Kestrel Movments"),
    ],
)
def test_another_name_of_the_same_party_is_learnt(store, known, name):
    a_party(store, known)
    assert names_after(store, name) == {known: (name,)}


def test_a_short_form_in_brackets_is_a_name_of_its_own(store):
    a_party(store, "RSF")
    assert names_after(store, "the Rapid Support Forces (RSF)") == {
        "RSF": ("the Rapid Support Forces",)
    }


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Syria", "Syrian opposition"),
        ("Syria", "the Syrian rebels"),
        ("Sudan", "South Sudan"),
        ("South Korea", "North Korea"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("Niger", "Nigeria"),
        ("Nigerian army", "Nigerien army"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Front 1", "Front 2"),
        ("M23", "M13"),
        ("Eastern Front", "Western Front"),
        ("Lorn Army", "Lorn Arms"),
        ("Lornian Liberation Army", "Lornian Liberation Army North"),
        ("Lornian People's Front", "Lornian People's Army"),
        ("EU", "Eastern Union"),
        ("Sudan", "Government of South Sudan"),
    ],
)
def test_different_parties_with_alike_names_stay_two(store, known, name):
    a_party(store, known)
    assert set(names_after(store, name)) == {known, name}


def test_initials_of_two_are_nobodys(store):
    a_party(store, "Kestrel Defence Front")
    a_party(store, "Korran Democratic Front")
    assert "KDF" in names_after(store, "KDF")


def test_what_anybody_may_be_called_finds_nobody(store):
    a_party(store, "Kestrel Front", aliases=("the rebels",))
    assert set(names_after(store, ("Lorn Brigade", "the rebels"))) == {
        "Kestrel Front",
        "Lorn Brigade",
    }


@pytest.mark.parametrize("common", ["the Government", "THE GOVERNMENT", "the Council"])
def test_what_many_call_theirs_joins_no_two_parties(store, common):
    found = names_after(store, ("Velmora", common), ("Fiji", common), (common.lower(), "Saleh"))
    assert set(found) == {"Velmora", "Fiji", common.lower()}
    again = names_after(store, (common.lower(), "the ministry"))
    assert set(again) == set(found)


def test_a_known_state_is_no_other_by_a_name_of_its_people(store):
    assert set(names_after(store, ("Velmora", "Ibrahim"), ("Yemen", "Ibrahim"))) == {
        "Velmora",
        "Yemen",
    }


def test_an_alias_that_is_two_parties_finds_neither(store):
    a_party(store, "Kestrel Front", aliases=("Kestrel",))
    a_party(store, "Lorn Brigade", aliases=("Lorn",))
    assert "Highland Council" in names_after(store, ("Highland Council", "Kestrel", "Lorn"))


def test_a_proposed_alias_does_not_make_an_opposition_the_government(store):
    names = names_after(store, ("Syrian opposition", "Syria's coalition"), ("Syria", "Damascus"))
    assert names == {"Syrian opposition": ("Syria's coalition",), "Syria": ("Damascus",)}


def test_the_readers_names_win(store):
    a_party(store, "Zelenskyy's team", aliases=("Kyiv",))
    assert names_after(store, ("Ukraine", "Kyiv")) == {"Zelenskyy's team": ("Kyiv", "Ukraine")}


def test_a_name_the_reader_gave_is_not_taken_by_a_proposed_party(store):
    names_after(store, ("Ukraine", "Kyiv"))
    a_party(store, "Kyiv city council", aliases=("Kyiv",))
    with store.operation("Propose") as operation:
        found = PartyNames(operation, store.parties()).id_of("Kyiv")
    assert found == store.parties()[1].id


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Russia", "Ukraine", True),
        ("Syria", "Syrian opposition", True),
        ("SDF", "Syrian Democratic Forces", False),
        ("Kestrel Front", "Lorn Brigade", False),
        ("Pyongyang", "North Korea", False),
    ],
)
def test_contrary_names(one, other, differ):
    assert contrary(one, other) is contrary(other, one) is differ
