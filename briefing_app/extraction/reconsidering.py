"""What the rules found, weighed against what the classifier thinks of the same words, and what it alone sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.extraction import constructions, trees
from briefing_app.extraction.assertion import is_hypothetical, is_past
from briefing_app.extraction.classifier import NONE, Odds
from briefing_app.extraction.clauses import Clause, doer_of
from briefing_app.extraction.frames import Frame, extent
from briefing_app.extraction.merging import GROUPS, SETTLED
from briefing_app.extraction.opinions import Opinion, Opinions, likeliest
from briefing_app.extraction.scenes import Finding
from briefing_app.extraction.windows import Window, window_of

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.mentions import Reading
    from briefing_app.extraction.who import Who

ALONE = 0.65  # how sure it must be that there is any position, where no rule sees one
ALONE_OUTCOME = 0.85  # the same for an outcome
WAITING = 0.9  # the same for who is undecided, or awaited: who is only said to wait, sends or prepares, is neither
DOUBT = 0.2  # below which a rule's finding falls
# What a denied verb's stance is not changed to: "did not rule out" is no refusal.
TURNED = {
    Stance.REJECTS: ("yes", "open"),
    Stance.UNDECIDED: ("no",),
    Stance.DEMANDS: ("yes", "give", "no"),
    Stance.CONCEDES: ("yes", "no"),
    Stance.ACCEPTS: ("no",),
}
INSTEAD = 0.45  # how sure of another stance, for the rule's to give way
THREAT_INSTEAD = 0.75  # the same, to call a threat what a rule takes for an offer


@dataclass(frozen=True)
class Change:
    """Another stance than the rule's, and the clause by which it is to be confirmed: as it stands alone."""

    alone: Window
    clause: Clause
    label: str


def reconsidered(
    frames: Sequence[Frame], opinions: Opinions, reading: Reading
) -> tuple[Frame, ...]:
    """Return the stances that hold, in the text's order."""
    kept, changed = list[Frame](), list[tuple[Frame, Change]]()
    for frame in frames:
        opinion = opinions.about(frame.paragraph.number, *_tokens(frame, reading.lexicon))
        odds = opinion.of(frame.holder) if opinion is not None else None
        if opinion is None or odds is None or frame.apart:
            kept.append(frame)  # of a noun in its clause it reads what is done with it
        elif (instead := _instead(frame, odds)) is not None:
            by_speaker = odds is opinion.of_speaker
            alone = replace(window_of(opinion.clause, by_speaker=by_speaker), before="")
            changed.append((frame, Change(alone, opinion.clause, instead)))
        elif likeliest(odds.stances)[1] >= DOUBT:
            kept.append(_qualified(frame, odds))
    kept += _confirmed(changed, opinions)
    beside: dict[int, list[Frame]] = {}
    for frame in kept:
        beside.setdefault(frame.paragraph.number, []).append(frame)
    more = [
        frame
        for opinion in opinions
        if (frame := _seen(opinion, reading)) is not None
        and not any(
            _same_words(frame, other, reading.lexicon)
            for other in beside.get(frame.paragraph.number, ())
        )
    ]
    return tuple(sorted([*kept, *more], key=lambda each: (each.paragraph.number, each.head.i)))


def _instead(frame: Frame, odds: Odds) -> str | None:
    """Return the stance that the classifier is sure of, where it is of another kind than the rule's."""
    label, sure = likeliest(odds.stances)
    other = sure >= DOUBT and GROUPS[Stance(label)] != GROUPS[frame.stance]
    if trees.is_denied(frame.head) and GROUPS[Stance(label)] in TURNED.get(frame.stance, ()):
        return None  # what a "not" does to a verb is grammar, of which it has not met every form
    if label in {Stance.REJECTS, Stance.UNDECIDED} and frame.head.pos_ == "NOUN":
        return None  # what becomes of a proposal is others' will
    return label if other and _is_surer(odds, frame.stance, label) else None


def _qualified(frame: Frame, odds: Odds) -> Frame:
    """Take a yes for one in part where the classifier does: "accepted it, with the exception of"."""
    partly = likeliest(odds.stances)[0] == Stance.ACCEPTS_PARTLY and frame.stance is Stance.ACCEPTS
    return replace(frame, stance=Stance.ACCEPTS_PARTLY) if partly else frame


def _is_surer(odds: Odds, stance: Stance, label: str) -> bool:
    offered = GROUPS[stance] == GROUPS[Stance.OFFERS] and label == Stance.THREATENS
    return odds.stances[label] > (THREAT_INSTEAD if offered else INSTEAD)


def _confirmed(changed: Sequence[tuple[Frame, Change]], opinions: Opinions) -> list[Frame]:
    """Change a stance only where the classifier would without the sentence before, which must not colour this one."""
    if opinions.judge is None or not changed:
        return []
    judged = opinions.judge([change.alone for _frame, change in changed])
    return [
        replace(frame, stance=Stance(change.label), cue=_words_of(change.clause), read=True)
        if _is_surer(odds, frame.stance, change.label)
        else frame
        for (frame, change), odds in zip(changed, judged, strict=True)
    ]


def _words_of(clause: Clause) -> str:
    """Name a clause to the reader by its predicate: the classifier reads the whole of it."""
    first, end = trees.predicate(clause.head)
    doc = clause.paragraph.doc
    return clause.paragraph.text[doc[first].idx : doc[end - 1].end]


def _tokens(frame: Frame, lexicon: Lexicon) -> tuple[int, int]:
    head = frame.head
    predicate = head.dep_ in {"acomp", "attr", "prep"} and head.head.pos_ in {"AUX", "VERB"}
    return extent(head.head if predicate else head, lexicon, asides=False)


def _same_words(one: Frame, other: Frame, lexicon: Lexicon) -> bool:
    """Tell whether two findings of one paragraph are one holder's in the same words."""
    if not one.holder.shares(other.holder):
        return False
    return _share_half(_tokens(one, lexicon), _tokens(other, lexicon))


def _share_half(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two stretches share more than half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > min(one[1] - one[0], other[1] - other[0]) / 2


def _seen(opinion: Opinion, reading: Reading) -> Frame | None:
    """Return the position that only the classifier sees in a clause: the doer's or the speaker's, the surer one."""
    clause = opinion.clause
    both = ((opinion.of_doer, clause.doer, False), (opinion.of_speaker, clause.speaker, True))
    # What another wants of somebody is no position of theirs.
    bidden = bool(clause.speaker) and constructions.is_bidden(clause.head)
    told = bidden or constructions.is_errand(clause.head)
    # What others think that they should do, or may yet do, they have not said.
    told |= trees.modal_of(clause.head) in {"should", "may", "might"}
    likely = [
        (*likeliest(odds.stances), holder, by_speaker)
        for odds, holder, by_speaker in both
        if odds is not None and holder and _may_hold(holder, reading) and (by_speaker or not told)
    ]
    if not likely or _states_nothing(clause) or _only_names(clause, reading.lexicon):
        return None
    label, sure, holder, by_speaker = max(likely, key=lambda each: each[1])
    if label == Stance.REJECTS and not by_speaker and _is_paper(clause, reading.lexicon):
        return None
    undecided = label == Stance.UNDECIDED
    if undecided and clause.head.lemma_ in reading.lexicon.outcome_verbs["awaiting"]:
        return None  # who waits for another's answer has none to give
    if sure < (WAITING if undecided else ALONE):
        return None
    frame = _frame(clause, holder, Stance(label), reading)
    # "not one boat leaves our harbours": the whole of it is what a speaker says
    return replace(frame, complement=None) if by_speaker else frame


def _is_paper(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether what fares badly is only somebody's: "Peru's proposal found no support" is no refusal of Peru's."""
    subject = doer_of(clause.head, lexicon)
    paper = subject is not None and subject.lemma_.lower() in lexicon.actors["papers"]
    return paper and clause.head.lemma_ not in lexicon.verbs


def _may_hold(holder: Who, reading: Reading) -> bool:
    return holder.joint or any(reading.cast.actors[each].kind != "world" for each in holder.actors)


def _frame(clause: Clause, holder: Who, stance: Stance, reading: Reading) -> Frame:
    subject = doer_of(clause.head, reading.lexicon)
    named = subject is not None and reading.hit(clause.paragraph, subject) is not None
    return Frame(
        clause.paragraph,
        clause.head,
        holder,
        stance,
        _words_of(clause),
        trees.complement(clause.head),
        clause.said,
        in_person=clause.said is None and holder.person and named,
        read=True,
    )


def seen_outcomes(opinions: Opinions, told: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """Return what only the classifier takes for an outcome, in words that no rule has taken already."""
    found: list[Finding] = []
    taken: dict[int, list[Finding]] = {}
    for each in told:
        taken.setdefault(each.paragraph.number, []).append(each)
    for opinion in opinions:
        clause = opinion.clause
        label, sure = likeliest(_possible(opinion.outcome, clause))
        enough = WAITING if label == Status.AWAITING_RESPONSE else ALONE_OUTCOME
        nothing = _states_nothing(clause) or _comes_to_nothing(clause, lexicon)
        nothing |= label in SETTLED and constructions.is_errand(clause.head)  # only what for
        if sure < enough or nothing or _taken(clause, taken):
            continue
        found.append(
            Finding(
                clause.paragraph,
                clause.head,
                Status(label),
                clause.first,
                clause.end,
                _words_of(clause),
                clause.doer,
                read=True,
            )
        )
    return found


def _possible(odds: Mapping[str, float], clause: Clause) -> Mapping[str, float]:
    """Leave out what cannot be: what somebody will do is not done."""
    if trees.modal_of(clause.head) not in {"will", "shall"}:
        return odds
    return {label: share for label, share in odds.items() if label != Status.DONE}


def _states_nothing(clause: Clause) -> bool:
    return is_hypothetical(clause.head) or is_past(clause.head)


def _comes_to_nothing(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether sides only go on talking, or meet the press: "both continue to engage", "held a news conference"."""
    words = lexicon.outcomes["going_on"]
    doing = trees.child(clause.head, "xcomp")
    talks = doing is not None and doing.lemma_ in words["talking"]
    press = constructions.meets_the_press(doing or clause.head, words["press"])
    return press or (talks and clause.head.lemma_ in words["continuing"])


def _only_names(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a noun names a thing and no will: "an Israeli withdrawal" is what another may demand."""
    return clause.head.pos_ == "NOUN" and clause.head.lemma_ not in lexicon.nouns


def _taken(clause: Clause, told: Mapping[int, Sequence[Finding]]) -> bool:
    return any(
        _share_half((each.first, each.end), (clause.first, clause.end))
        for each in told.get(clause.paragraph.number, ())
    )


def doubted(opinion: Opinion | None) -> bool:
    """Tell whether the classifier is sure that a clause tells no outcome."""
    return opinion is not None and opinion.outcome[NONE] > 1 - DOUBT
