"""Who of those named negotiates, who stands between, and who only looks on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 2.0


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
        for actor in _addressed(reading, frame):
            found.party[actor] += 1.0
    return tuple(_role(actor, found, reading) for actor in range(len(reading.cast.actors)))


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


def _addressed(reading: Reading, frame: Frame) -> Iterator[int]:
    about = frame.complement
    subject = (
        trees.child(about, *trees.SUBJECTS)
        if about is not None and about.dep_ in {"ccomp", "xcomp"}
        else None
    )
    if about is not None and subject is None and frame.stance is Stance.DEMANDS:
        subject = trees.child(frame.head, "dobj", "dative")
    if subject is not None:
        yield from (
            actor
            for actor in reading.who(frame.paragraph, subject).actors
            if actor not in frame.holder.actors
        )


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
    if lemma in words["verbs"] or token.lower_ in {"mediated", "brokered", "facilitated"}:
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


def _role(actor: int, found: Evidence, reading: Reading) -> Role:
    if found.mediator[actor] >= 1.5 and found.mediator[actor] > found.party[actor] * 0.6:
        return Role.MEDIATOR
    kind = reading.cast.actors[actor].kind
    if found.host[actor] and found.party[actor] < 3.0:
        return Role.HOST
    if kind == "world":
        return Role.OTHER
    return Role.PARTY if found.party[actor] >= ENOUGH else Role.OTHER
