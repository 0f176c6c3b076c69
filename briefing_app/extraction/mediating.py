"""Who stands between the parties, who hosts them, and whom the text names as two sides of the talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing_app.extraction import subjects, trees
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.principals import principals_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import Who

STRONG, WEAK = 3.0, 1.6  # "mediated by X" against "X's envoy"
SIDE_BY_SIDE = 1.0  # for each "talks between X and Y"

Points = dict[int, float]  # by actor


@dataclass
class Standing:
    """What the text says of each actor's place in the talks, in points."""

    paired: Points = field(default_factory=dict[int, float])
    mediator: Points = field(default_factory=dict[int, float])
    host: Points = field(default_factory=dict[int, float])


def standing_of(reading: Reading) -> Standing:
    """Count, over the whole document, who negotiates, mediates and hosts."""
    standing = Standing()
    for paragraph in reading.each_paragraph():
        for token in paragraph.doc:
            _add(standing.paired, Who(tuple(_negotiating(reading, paragraph, token))), SIDE_BY_SIDE)
            _count_mediation(reading, paragraph, token, standing)
    return standing


def _add(points: Points, who: Who, value: float) -> None:
    for actor in who.actors:
        points[actor] = points.get(actor, 0.0) + value


def _negotiating(reading: Reading, paragraph: Paragraph, token: Token) -> Iterator[int]:
    """Return who holds talks: talks between X and Y; X and Y agreed; the delegations of X and Y."""
    hit = reading.hit(paragraph, token)
    if hit is None and token.pos_ != "NOUN":
        return
    if hit is None and token.lemma_.lower() in {"delegation", "negotiator"}:
        yield from principals_of(reading, paragraph, token)
        return
    whole = hit is None or token.i == hit.end - 1
    paired = whole and trees.child(token, "conj") is not None
    if not paired or token.dep_ not in {"nsubj", "pobj", "nsubjpass", "poss"}:
        return
    if token.dep_ == "pobj" and token.head.lower_ not in {"between", "of"}:
        return
    governor = token.head.head if token.dep_ == "pobj" else token.head
    if governor.lemma_ in reading.lexicon.actors["pairing"]:
        yield from reading.who(paragraph, token).actors


def _count_mediation(
    reading: Reading, paragraph: Paragraph, token: Token, standing: Standing
) -> None:
    """Mediated by X; the X-brokered talks; X, who leads the mediation; X's special envoy; X hosts them."""
    words, lemma = reading.lexicon.mediation, token.lemma_.lower()
    if lemma in words["verbs"] or token.lower_ in words["joined"]:
        _count_brokering(reading, paragraph, token, standing)
    elif lemma in words["nouns"]:
        _add(standing.mediator, Who(principals_of(reading, paragraph, token)), STRONG)
        _add(standing.mediator, _leading(reading, paragraph, token), STRONG)
    elif lemma in words["envoys"]:
        _add(standing.mediator, Who(principals_of(reading, paragraph, token)), WEAK)
    elif lemma in words["thanking"]:
        _add(standing.mediator, Who(tuple(_thanked(reading, paragraph, token))), WEAK)
    elif lemma in words["hosts"]:
        doer = trees.agent_of(token) or subjects.subject_of(token)
        _add(standing.host, reading.who(paragraph, doer), 2.0)


def _count_brokering(
    reading: Reading, paragraph: Paragraph, token: Token, standing: Standing
) -> None:
    agent = trees.agent_of(token)
    if agent is None and not _moves_talks(reading, token):
        return
    active = token.pos_ == "VERB" and not trees.is_passive(token)
    doer = agent or (subjects.subject_of(token) if active else None)
    _add(standing.mediator, reading.who(paragraph, doer), STRONG)
    if (
        token.i > 1
        and token.nbor(-1).text == "-"
        and (hit := reading.hit(paragraph, token.nbor(-2)))
    ):
        _add(standing.mediator, Who((hit.actor,)), STRONG)


def _thanked(reading: Reading, paragraph: Paragraph, token: Token) -> Iterator[int]:
    """Return who is thanked for what go-betweens do: "grateful for the role of Oman", "for its efforts"."""
    words = [each for each in token.subtree if each.i > token.i]
    if any(each.lemma_.lower() in reading.lexicon.mediation["merits"] for each in words):
        hits = (reading.hit(paragraph, each) for each in words)
        yield from dict.fromkeys(hit.actor for hit in hits if hit is not None)


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
        actors += reading.who(paragraph, subjects.subject_of(above)).actors
        together = next((each for each in above.children if each.lower_ == "together"), None)
        hits = (
            (reading.hit(paragraph, each) for each in together.subtree)
            if together is not None
            else ()
        )
        actors += [hit.actor for hit in hits if hit is not None]
    return Who(tuple(dict.fromkeys(actors)))
