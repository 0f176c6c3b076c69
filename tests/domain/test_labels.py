import pytest

from briefing_app.domain.evidence import EvidenceState
from briefing_app.domain.labels import (
    CHANNELS,
    REVIEWS,
    ROLES,
    STANCES,
    STATES,
    STATUS_GROUPS,
    STATUSES,
)
from briefing_app.domain.outcome import Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance
from briefing_app.domain.review import Review


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (STANCES, Stance),
        (STATUSES, Status),
        (CHANNELS, Channel),
        (ROLES, Role),
        (REVIEWS, Review),
        (STATES, EvidenceState),
    ],
)
def test_every_value_has_its_words(labels, values):
    assert set(labels) == set(values)


def test_every_status_stands_in_one_group():
    grouped = [status for _name, statuses in STATUS_GROUPS for status in statuses]
    assert sorted(grouped) == sorted(Status)


def test_stances_are_told_apart_without_colour():
    assert len({label.sign for label in STANCES.values()}) == len(Stance)
    assert len({label.english for label in STANCES.values()}) == len(Stance)
