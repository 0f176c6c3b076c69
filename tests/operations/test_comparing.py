"""A telling is read once, and again where a word of it has become somebody's name. Every sentence is invented."""

from briefing_app.domain.party import Party, PartyId
from briefing_app.operations.comparing import Comparing

RAVNIA, LORN = Party(PartyId(1), "Ravnia"), Party(PartyId(2), "Lorn")
OPENED = "Ravnia opened the Lorn crossing"
SHARED = "Ravnia shared its oil"


def test_what_has_become_a_name_is_read_as_one():
    comparing = Comparing([RAVNIA], {})
    before, other = comparing.telling(OPENED), comparing.telling(SHARED)
    comparing.turn_to([RAVNIA, LORN], {})
    assert (before.parties, before.names) == ({RAVNIA.id}, {"lorn"})
    told = comparing.telling(OPENED)
    assert (told.parties, told.names) == ({RAVNIA.id, LORN.id}, set())
    assert comparing.telling(SHARED) is other


def test_what_is_nobodys_name_any_more_is_read_as_none():
    comparing = Comparing([RAVNIA, LORN], {})
    assert comparing.telling(OPENED).parties == {RAVNIA.id, LORN.id}
    comparing.turn_to([RAVNIA], {})
    assert comparing.telling(OPENED).names == {"lorn"}
