"""Who of those named negotiates, who stands between, and who only looks on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.principals import principals_of
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 1.9  # points that make a party
FIGHTERS = 1.0  # an armed group, a union or a company is in the text because it is one side
SIDES = frozenset({"armed", "union", "company"})
MANY = 7  # holders of positions that make talks of many sides, where one position is enough
SOME = 0.5  # points that let somebody be a party where there are fewer than two
STRONG, WEAK = 3.0, 1.6  # "mediated by X" against "X's envoy"
MEDIATES = 1.5
WEIGHTS, FULL = (
    {Stance.DEMANDS: 0.9, Stance.PROPOSES: 0.8},
    1.2,
)  # of a position, by what others also utter
ONLOOKER = 0.4
OFTEN, SOMETIMES = 0.15, 0.08  # shares of all the names


@dataclass
class Points:
    """What speaks for each actor as a party, a mediator or a host."""

    party: dict[int, float] = field(default_factory=dict[int, float])
    mediator: dict[int, float] = field(default_factory=dict[int, float])
    host: dict[int, float] = field(default_factory=dict[int, float])


def _add(points: dict[int, float], who: Who, value: float) -> None:
    for actor in who.actors:
        points[actor] = points.get(actor, 0.0) + value


def roles_of(reading: Reading, frames: Sequence[Frame]) -> tuple[Role, ...]:
    """Decide each actor's role from all the document says of it."""
    points = Points()
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            _add(points.party, Who(tuple(_negotiating(reading, paragraph, token))), 2.0)
            _count_mediation(reading, paragraph, token, points)
    for frame in frames:
        _count_frame(reading, frame, points)
    shares = _shares(reading)
    for actor, share in shares.items():
        _add(
            points.party,
            Who((actor,)),
            1.0 if share >= OFTEN else SOME if share >= SOMETIMES else 0.0,
        )
    many = len({actor for frame in frames for actor in frame.holder.actors}) >= MANY
    roles = [_role(actor, points, reading, many=many) for actor in range(len(reading.cast.actors))]
    return tuple(_at_least_two(reading, roles, points, shares))


def _shares(reading: Reading) -> dict[int, float]:
    """Return each actor's share of all the names in the document."""
    named = [
        actor
        for _place, actor in {
            ((n, hit.start), hit.actor) for (n, _i), hit in reading.cast.hits.items()
        }
    ]
    return {actor: named.count(actor) / len(named) for actor in sorted(set(named))}


def _count_frame(reading: Reading, frame: Frame, points: Points) -> None:
    """Whoever refuses, offers or concedes negotiates; whoever urges both sides stands between them."""
    addressed = _addressed(reading, frame)
    onlooker = frame.head.lemma_ in reading.lexicon.modal["exhorting"] and not addressed.actors
    _add(points.party, frame.holder, ONLOOKER if onlooker else WEIGHTS.get(frame.stance, FULL))
    _add(points.party, Who(tuple(a for a in addressed.actors if a not in frame.holder.actors)), 1.0)
    if addressed.joint:
        _add(points.mediator, frame.holder, 1.2)


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


def _negotiating(reading: Reading, paragraph: Paragraph, token: Token) -> Iterator[int]:
    """Return who holds talks: talks between X and Y; X and Y agreed; the delegations of X and Y."""
    hit = reading.hit(paragraph, token)
    if hit is None:
        if token.pos_ == "NOUN" and token.lemma_.lower() in {"delegation", "negotiator"}:
            yield from principals_of(reading, paragraph, token)
        return
    paired = token.i == hit.end - 1 and trees.child(token, "conj") is not None
    if not paired or token.dep_ not in {"nsubj", "pobj", "nsubjpass", "poss"}:
        return
    if token.dep_ == "pobj" and token.head.lower_ not in {"between", "of"}:
        return
    governor = token.head.head if token.dep_ == "pobj" else token.head
    if governor.lemma_ in reading.lexicon.actors["pairing"]:
        yield from reading.who(paragraph, token).actors


def _count_mediation(reading: Reading, paragraph: Paragraph, token: Token, points: Points) -> None:
    """Mediated by X; the X-brokered talks; X, who leads the mediation; X's special envoy; X hosts them."""
    words, lemma = reading.lexicon.mediation, token.lemma_.lower()
    if lemma in words["verbs"] or token.lower_ in words["joined"]:
        _count_brokering(reading, paragraph, token, points)
    elif lemma in words["nouns"]:
        _add(points.mediator, Who(principals_of(reading, paragraph, token)), STRONG)
        _add(points.mediator, _leading(reading, paragraph, token), STRONG)
    elif lemma in words["envoys"]:
        _add(points.mediator, Who(principals_of(reading, paragraph, token)), WEAK)
    elif lemma in words["hosts"]:
        doer = trees.agent_of(token) or trees.subject_of(token)
        _add(points.host, reading.who(paragraph, doer), 2.0)


def _count_brokering(reading: Reading, paragraph: Paragraph, token: Token, points: Points) -> None:
    agent = trees.agent_of(token)
    if agent is None and not _moves_talks(reading, token):
        return
    active = token.pos_ == "VERB" and not trees.is_passive(token)
    doer = agent or (trees.subject_of(token) if active else None)
    _add(points.mediator, reading.who(paragraph, doer), STRONG)
    if (
        token.i > 1
        and token.nbor(-1).text == "-"
        and (hit := reading.hit(paragraph, token.nbor(-2)))
    ):
        _add(points.mediator, Who((hit.actor,)), STRONG)


def _moves_talks(reading: Reading, token: Token) -> bool:
    """Tell whether what is brokered are talks or their fruit; one may also "facilitate" a road."""
    about = trees.object_of(token) or trees.child(token, "prep") or token.head
    joined = token.i > 0 and token.nbor(-1).text == "-"
    return (
        joined
        or token.lemma_ == "mediate"
        or about.lemma_.lower() in reading.lexicon.mediation["moved"]
    )


def _leading(reading: Reading, paragraph: Paragraph, noun: Token) -> Who:
    """Return who is the mediator, or leads the mediation, where the noun is not simply theirs."""
    above, actors = noun.head, list[int]()
    if (
        noun.dep_ in {"compound", "amod", "nmod", "appos"}
        and (hit := reading.hit(paragraph, above)) is not None
    ):
        actors.append(hit.actor)  # "mediator Norway", "Oman, the mediator"
    if noun.dep_ == "attr":
        actors += reading.who(paragraph, trees.child(above, *trees.SUBJECTS)).actors
    if noun.dep_ == "dobj" and above.lemma_ in {"lead", "chair", "offer"}:
        actors += reading.who(paragraph, trees.subject_of(above)).actors
        together = next((each for each in above.children if each.lower_ == "together"), None)
        hits = (
            (reading.hit(paragraph, each) for each in together.subtree)
            if together is not None
            else ()
        )
        actors += [hit.actor for hit in hits if hit is not None]
    return Who(tuple(dict.fromkeys(actors)))


def _role(actor: int, points: Points, reading: Reading, *, many: bool) -> Role:
    kind = reading.cast.actors[actor].kind
    party, mediator = points.party.get(actor, 0.0), points.mediator.get(actor, 0.0)
    if kind == "mediator" or (mediator >= MEDIATES and mediator > party / 2):
        return Role.MEDIATOR
    if points.host.get(actor) and party < STRONG:
        return Role.HOST
    enough = FIGHTERS if kind in SIDES else FULL if many else ENOUGH
    return Role.PARTY if party >= enough and kind != "world" else Role.OTHER


def _at_least_two(
    reading: Reading, roles: list[Role], points: Points, shares: dict[int, float]
) -> list[Role]:
    """Where fewer than two negotiate, take the likeliest of the others in: nobody negotiates alone."""
    kinds = [each.kind for each in reading.cast.actors]
    others = [
        actor for actor, role in enumerate(roles) if role is Role.OTHER and kinds[actor] != "world"
    ]
    likely = sorted(others, key=lambda a: -(points.party.get(a, 0.0) + 10 * shares.get(a, 0.0)))
    for actor in likely[: max(0, 2 - roles.count(Role.PARTY))]:
        if points.party.get(actor, 0.0) >= SOME:
            roles[actor] = Role.PARTY
    return roles
