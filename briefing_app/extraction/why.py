"""Why a proposal was made, in one sentence for the reader."""

from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Channel, Stance
from briefing_app.language import _


def why_position(stance: Stance, cue: str, channel: Channel, speaker: str | None) -> str:
    word = STANCES[stance].word
    if channel in {Channel.OTHER_PARTY, Channel.THIRD} and speaker:
        return _("“{cue}” shows it as “{stance}”; it stands on the word of {speaker}.").format(
            cue=cue, stance=word, speaker=speaker
        )
    return _("“{cue}” shows it as “{stance}”.").format(cue=cue, stance=word)


def why_outcome(status: Status, cue: str) -> str:
    return _("“{cue}” shows it as “{status}”.").format(cue=cue, status=STATUSES[status].word)
