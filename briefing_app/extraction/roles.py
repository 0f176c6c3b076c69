"""Who of those named negotiates, who stands between, and who only looks on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import NOBODY, Reading, Who
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 1.9
FIGHTERS = 1.0  # an armed group, a union or a company is in the text because it is one side


@dataclass(frozen=True)
class Evidence:
    """What speaks for an actor as a party, a mediator or a host."""

    party: Counter[int]
    mediator: Counter[int]
    host: Counter[int]


def roles_of(reading: Reading, frames: Sequence[Frame]) -> tuple[Role, ...]:
    """Decide each actor's role from all the document says of it."""
    found = Evidence(Counter(), Counter(), Counter())
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            _between(reading, paragraph, token, found)
            _mediation(reading, paragraph, token, found)
    for frame in frames:
        for actor in frame.holder.actors:
            found.party[actor] += _weight(reading, frame)
        addressed = _addressed(reading, frame)
        for actor in addressed.actors:
            found.party[actor] += 1.0 * (actor not in frame.holder.actors)
        if addressed.joint and frame.stance is Stance.DEMANDS:
            for actor in frame.holder.actors:
                found.mediator[actor] += 1.2
    present = _presence(reading)
    for actor, share in present.items():
        found.party[actor] += 1.0 if share >= 0.15 else 0.5 if share >= 0.08 else 0.0
    roles = [_role(actor, found, reading) for actor in range(len(reading.cast.actors))]
    return tuple(_at_least_two(reading, roles, found, present))


def _presence(reading: Reading) -> Counter[int]:
    """Return each actor's share of all the names in the document."""
    counts: Counter[int] = Counter()
    seen = {(number, hit.start): hit.actor for (number, _token), hit in reading.cast.hits.items()}
    counts.update(seen.values())
    shares: Counter[int] = Counter()
    for actor, count in counts.items():
        shares[actor] = count / len(seen)  # type: ignore[assignment]
    return shares


def _at_least_two(reading: Reading, roles: list[Role], found: Evidence, present: Counter[int]) -> list[Role]:
    """Where fewer than two negotiate, take the likeliest of the others in: nobody negotiates alone."""
    kinds = [each.kind for each in reading.cast.actors]
    others = sorted((a for a, role in enumerate(roles) if role is Role.OTHER and kinds[a] != "world"), key=lambda a: -(found.party[a] + 10 * present[a]))
    for actor in others[: max(0, 2 - roles.count(Role.PARTY))]:
        if found.party[actor] >= 0.5:
            roles[actor] = Role.PARTY
    return roles


def _weight(reading: Reading, frame: Frame) -> float:
    """Whoever refuses, offers or concedes negotiates; whoever only urges both sides looks on."""
    if frame.stance is Stance.DEMANDS:
        if frame.cue.split()[0] in {
            "urged",
            "urge",
            "called",
            "urging",
            "calls",
            "appealed",
            "welcomed",
        }:
            return 0.4
        return 0.9
    return 1.2 if frame.stance is not Stance.PROPOSES else 0.8


def _addressed(reading: Reading, frame: Frame) -> Who:
    """Return whom a demand is put to: "urged both sides to", "called upon the rebels to"."""
    about = frame.complement
    if about is None or frame.stance is not Stance.DEMANDS:
        return NOBODY
    subject = trees.child(about, *trees.SUBJECTS) if about.dep_ in {"ccomp", "xcomp"} else None
    subject = subject or trees.child(frame.head, "dobj", "dative", "nsubjpass")
    if subject is None:
        upon = trees.particle(frame.head, frozenset({"on", "upon", "to"}))
        subject = trees.child(upon, "pobj") if upon is not None else None
    return reading.who(frame.paragraph, subject)


def _between(reading: Reading, paragraph: Paragraph, token: Token, found: Evidence) -> None:
    """Talks between X and Y; X and Y agreed; the delegations of X and Y."""
    hit = reading.hit(paragraph, token)
    lemma = token.lemma_.lower()
    if hit is None:
        if lemma in {"delegation", "negotiator"} and token.pos_ == "NOUN":
            for actor in reading.principals(paragraph, token):
                found.party[actor] += 1.5
        return
    if token.i != hit.end - 1:
        return
    partner = trees.child(token, "conj")
    if partner is None or token.dep_ not in {"nsubj", "pobj", "nsubjpass", "poss"}:
        return
    if token.dep_ == "pobj" and token.head.lower_ not in {"between", "of"}:
        return
    governor = token.head.head.lemma_ if token.dep_ == "pobj" else token.head.lemma_
    if governor in {
        "talk",
        "negotiation",
        "agreement",
        "deal",
        "round",
        "truce",
        "ceasefire",
        "meeting",
        "delegation",
        "conflict",
        "war",
        "dispute",
        "negotiator",
        "agree",
        "sign",
        "wrap",
        "end",
        "meet",
        "fail",
        "resume",
        "leave",
        "exchange",
        "hold",
        "conclude",
        "border",
        "leader",
        "swap",
    }:
        for actor in reading.who(paragraph, token).actors:
            found.party[actor] += 2.0


def _mediation(reading: Reading, paragraph: Paragraph, token: Token, found: Evidence) -> None:
    """Mediated by X; the X-brokered talks; X, who hosts them; X's special envoy."""
    words, lemma = reading.lexicon.mediation, token.lemma_.lower()
    if (lemma in words["verbs"] or token.lower_ in {"mediated", "brokered", "facilitated"}) and (trees.agent_of(token) is not None or _moves_talks(token)):
        doer = trees.agent_of(token) or (
            trees.subject_of(token)
            if token.pos_ == "VERB" and not trees.is_passive(token)
            else None
        )
        for actor in reading.who(paragraph, doer).actors if doer is not None else ():
            found.mediator[actor] += 3.0
        if (
            token.i > 1
            and token.nbor(-1).text == "-"
            and (hit := reading.hit(paragraph, token.nbor(-2)))
        ):
            found.mediator[hit.actor] += 3.0
    elif lemma in words["nouns"] or lemma in {"envoy", "conciliator", "arbitrator"}:
        for actor in reading.principals(paragraph, token):
            found.mediator[actor] += 3.0 if lemma in words["nouns"] else 1.6
        if (
            token.dep_ == "dobj"
            and token.head.lemma_ in {"lead", "chair", "offer"}
            or token.dep_ == "pobj"
            and token.head.lower_ == "under"
        ):
            doer = trees.subject_of(token.head) if token.dep_ == "dobj" else None
            for actor in reading.who(paragraph, doer).actors if doer is not None else ():
                found.mediator[actor] += 3.0
            for each in token.head.children:
                if token.dep_ == "dobj" and each.dep_ == "advmod" and each.lower_ == "together":
                    for inner in each.subtree:
                        if (hit := reading.hit(paragraph, inner)) is not None:
                            found.mediator[hit.actor] += 3.0
        named = reading.hit(paragraph, token.head) if token.dep_ in {"compound", "amod", "nmod"} else None
        if named is not None:
            found.mediator[named.actor] += 3.0
        for each in token.head.children if token.dep_ in {"attr", "appos"} else ():
            if each.dep_ in trees.SUBJECTS:
                for actor in reading.who(paragraph, each).actors:
                    found.mediator[actor] += 3.0
        if token.dep_ == "appos" and (hit := reading.hit(paragraph, token.head)) is not None:
            found.mediator[hit.actor] += 3.0
    elif lemma == "host" and token.pos_ in {"VERB", "NOUN"}:
        doer = trees.agent_of(token) or trees.subject_of(token)
        for actor in reading.who(paragraph, doer).actors if doer is not None else ():
            found.host[actor] += 2.0


TALKS = frozenset({"talk", "negotiation", "deal", "truce", "ceasefire", "agreement", "round", "discussion", "summit", "meeting", "dialogue", "process", "release", "exchange", "between", "conflict", "dispute"})


def _moves_talks(token: Token) -> bool:
    """Tell whether what is brokered are talks or their fruit; one may also "facilitate" a road."""
    about = trees.object_of(token) or trees.child(token, "prep") or token.head
    return about.lemma_.lower() in TALKS or (token.i > 0 and token.nbor(-1).text == "-") or token.lemma_ == "mediate"


def _role(actor: int, found: Evidence, reading: Reading) -> Role:
    if found.mediator[actor] >= 1.5 and found.mediator[actor] > found.party[actor] * 0.5:
        return Role.MEDIATOR
    kind = reading.cast.actors[actor].kind
    if kind == "mediator":
        return Role.MEDIATOR
    if found.host[actor] and found.party[actor] < 3.0:
        return Role.HOST
    if kind == "world":
        return Role.OTHER
    return Role.PARTY if found.party[actor] >= (FIGHTERS if kind in {"armed", "union", "company"} else ENOUGH) else Role.OTHER
