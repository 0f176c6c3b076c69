"""The glossary's closed lists as a person reads them: one word and one sign each, the same on screen and in exports."""

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.evidence import EvidenceState
from briefing_app.domain.outcome import OutcomeContent, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance
from briefing_app.domain.review import Review
from briefing_app.language import N_, _


class Tone(StrEnum):
    """What a stance or status means for the talks; themes and templates give each a colour."""

    ASK = "ask"
    GOOD = "good"
    OPEN = "open"
    BAD = "bad"
    CALM = "calm"


@dataclass(frozen=True)
class Label:
    """A word with its sign. Meaning never hangs on the tone's colour alone."""

    sign: str
    english: str
    tone: Tone

    @property
    def word(self) -> str:
        return _(self.english)

    @property
    def text(self) -> str:
        return f"{self.sign} {self.word}"


STANCES = {
    Stance.DEMANDS: Label("▲", N_("Demands"), Tone.ASK),
    Stance.PROPOSES: Label("△", N_("Proposes"), Tone.ASK),
    Stance.OFFERS: Label("◇", N_("Offers"), Tone.OPEN),
    Stance.PLEDGES: Label("●", N_("Pledges"), Tone.GOOD),
    Stance.CONCEDES: Label("▽", N_("Concedes"), Tone.GOOD),
    Stance.ACCEPTS: Label("✓", N_("Accepts"), Tone.GOOD),
    Stance.ACCEPTS_PARTLY: Label("◐", N_("Accepts in part"), Tone.OPEN),
    Stance.REJECTS: Label("✕", N_("Rejects"), Tone.BAD),
    Stance.THREATENS: Label("⚠", N_("Threatens"), Tone.BAD),
    Stance.UNDECIDED: Label("?", N_("Undecided"), Tone.CALM),
}

STATUSES = {
    Status.AGREED: Label("✓", N_("Agreed"), Tone.GOOD),
    Status.AGREED_PARTLY: Label("◐", N_("Agreed in part"), Tone.GOOD),
    Status.PLEDGED: Label("●", N_("Pledged"), Tone.GOOD),
    Status.SCHEDULED: Label("▸", N_("Scheduled"), Tone.GOOD),
    Status.DONE: Label("■", N_("Done"), Tone.GOOD),
    Status.AWAITING_RESPONSE: Label("…", N_("Awaited"), Tone.OPEN),
    Status.PROPOSED: Label("◇", N_("Proposed"), Tone.CALM),
    Status.DEFERRED: Label("»", N_("Deferred"), Tone.OPEN),
    Status.NO_AGREEMENT: Label("✕", N_("No agreement"), Tone.BAD),
    Status.REJECTED: Label("✕", N_("Rejected"), Tone.BAD),
    Status.WITHDRAWN: Label("↩", N_("Withdrawn"), Tone.BAD),
    Status.BREACHED: Label("⚠", N_("Breached"), Tone.BAD),
}

DISPUTED = Label("⚑", N_("Disputed"), Tone.OPEN)

STATUS_GROUPS = (
    (N_("Agreed"), (Status.AGREED, Status.AGREED_PARTLY, Status.PLEDGED, Status.SCHEDULED)),
    (N_("Open"), (Status.AWAITING_RESPONSE, Status.PROPOSED, Status.DEFERRED)),
    (N_("Failed"), (Status.NO_AGREEMENT, Status.REJECTED, Status.WITHDRAWN, Status.BREACHED)),
    (N_("Done"), (Status.DONE,)),
)

CHANNELS = {
    Channel.OWN: N_("own words"),
    Channel.OTHER_PARTY: N_("on another party’s word"),
    Channel.THIRD: N_("on a third party’s word"),
    Channel.REPORTER: N_("reporter"),
}

ROLES = {
    Role.PARTY: N_("party"),
    Role.MEDIATOR: N_("mediator"),
    Role.HOST: N_("host"),
    Role.OTHER: N_("other"),
}

REVIEWS = {
    Review.PROPOSED: N_("proposed"),
    Review.CONFIRMED: N_("confirmed"),
    Review.CORRECTED: N_("corrected"),
    Review.DISMISSED: N_("dismissed"),
}

STATES = {
    EvidenceState.SAME: N_("words unchanged"),
    EvidenceState.MOVED: N_("words moved"),
    EvidenceState.CHANGED: N_("words changed"),
    EvidenceState.AMBIGUOUS: N_("words found more than once"),
    EvidenceState.LOST: N_("words no longer found"),
}

# Of quantities: those that the proposals know; a reader may write others.
QUALIFIERS = {
    "at least": N_("at least"),
    "more than": N_("more than"),
    "about": N_("about"),
    "up to": N_("up to"),
    "under": N_("under"),
    "further": N_("further"),
}


def label_of(outcome: OutcomeContent) -> Label:
    """Return the label of an outcome's status, or that its accounts differ."""
    return DISPUTED if outcome.disputed else STATUSES[outcome.status]
