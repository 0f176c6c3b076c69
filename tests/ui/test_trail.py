from briefing_app.domain.evidence import Span, VersionId
from briefing_app.ui.trail import Place, Trail

ONE, TWO, THREE = (Place(VersionId(1), Span(n, n + 1)) for n in range(3))


def test_back_and_forward_walk_the_places_in_order():
    trail = Trail()
    for place in (ONE, TWO, THREE):
        trail.go(place)
    assert (trail.back(), trail.back(), trail.back()) == (TWO, ONE, None)
    assert (trail.forward(), trail.forward(), trail.forward()) == (TWO, THREE, None)


def test_going_somewhere_new_forgets_what_lay_ahead():
    trail = Trail()
    trail.go(ONE)
    trail.go(TWO)
    trail.back()
    trail.go(THREE)
    assert trail.forward() is None
    assert trail.back() == ONE


def test_the_same_place_twice_is_one_step():
    trail = Trail()
    trail.go(ONE)
    trail.go(TWO)
    trail.go(TWO)
    assert trail.back() == ONE
