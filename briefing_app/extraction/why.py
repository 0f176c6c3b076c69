"""Why a proposal was made, in one sentence for the reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Channel, Stance
from briefing_app.language import _


class Place(Enum):
    """Where the word stands that tells the issue."""

    CLAIM = "claim"
    SENTENCE = "sentence"
    BEFORE = "before"


PLACES: Mapping[Place, Callable[[], str]] = {
    Place.CLAIM: lambda: _("“{word}” tells the issue"),
    Place.SENTENCE: lambda: _("“{word}” in the same sentence tells the issue"),
    Place.BEFORE: lambda: _("“{word}” in the sentence before tells the issue"),
}


@dataclass(frozen=True)
class Shown:
    """The words by which a position's holder and issue were found; empty where the text has none."""

    party: str
    mention: str
    trigger: str
    place: Place | None
    whole: bool = False  # read in the sentence as a whole, by no cue of a rule


def why_position(
    stance: Stance, cue: str, shown: Shown, channel: Channel, speaker: str | None
) -> str:
    parts = [_shown_as(cue, STANCES[stance].word, whole=shown.whole)]
    if shown.mention and shown.mention != shown.party:
        parts.append(
            _("“{words}” stands for {party}").format(words=shown.mention, party=shown.party)
        )
    if shown.place is not None:
        parts.append(PLACES[shown.place]().format(word=shown.trigger))
    if channel in {Channel.OTHER_PARTY, Channel.THIRD} and speaker:
        parts.append(_("it stands on the word of {speaker}").format(speaker=speaker))
    return "; ".join(parts) + "."


def why_outcome(status: Status, cue: str, *, whole: bool) -> str:
    return _shown_as(cue, STATUSES[status].word, whole=whole) + "."


def _shown_as(cue: str, label: str, *, whole: bool) -> str:
    """Name the cue of a rule; or the predicate of the clause that the classifier read as a whole."""
    told = (
        _("the words around “{cue}” read like “{label}”")
        if whole
        else _("“{cue}” shows it as “{label}”")
    )
    return told.format(cue=cue, label=label)
