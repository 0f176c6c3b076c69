"""Whatever a file holds: a document or one sentence, soon, and the program as it was."""

import time

import pytest

from briefing_app.domain.document import Ingested
from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.hostile import LONG_TRICKS, TRICKS, Maker, damaged
from tests.ingest.memory import peak

FEW, MANY = 3, 32  # ways in which each kind's sound file is damaged
# Seconds, and bytes of a PDF for which it has one more. A child is ended after nine, whatever else the machine does.
SOON, A_SECOND = 10.0, 200_000
MUCH = 100 << 20  # bytes that the parent may have grown by, at most, for a while

QUICK = {**TRICKS, **dict(damaged(FEW))}
WHOLE = {**LONG_TRICKS, **dict(damaged(MANY))}


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_is_decided(name: str):
    decided(name, QUICK[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(WHOLE.keys() - QUICK.keys()))
def test_every_hostile_file_is_decided(name: str):
    decided(name, WHOLE[name])


def decided(name: str, maker: Maker) -> None:
    data = maker()
    before, begun = peak(fresh=True), time.perf_counter()
    found, sentence = outcome_of(data, name)
    taken, grown = time.perf_counter() - begun, peak() - before
    assert taken < SOON + (len(data) / A_SECOND if name.endswith(".pdf") else 0)
    assert grown < MUCH
    if found is None:
        assert name in sentence
        assert "\n" not in sentence
        return
    end = 0
    for block in found.blocks:
        assert end <= block.span.start < block.span.end <= len(found.text)
        end = block.span.end
    assert found.text.strip()
    assert not {"\u202e", "\n"} & set(found.title)


def outcome_of(data: bytes, name: str) -> tuple[Ingested | None, str]:
    try:
        return read(data, name), ""
    except BriefingError as refused:
        return None, refused.sentence


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Load what tells languages, which stays in memory."""
    read(b"The delegations agreed to exchange all prisoners of the war.", "warm.txt")
