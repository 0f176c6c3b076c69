"""What a party's own "will", "would", "must" and "cannot" mean when no cue word says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.attribution import Said
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import Reading, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

WILL = frozenset({"will", "would", "shall"})
MAY = frozenset({"can", "could", "may", "might"})


def modal_stance(
    reading: Reading, paragraph: Paragraph, token: Token, said: Said | None, holder: Who
) -> Frame | None:
    """Return the stance of a plain predicate with a modal, where a party's will is in it."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    modal = trees.modal_of(token)
    if not modal:
        return None
    if modal in {"must", "should"} or (
        modal == "shall" and said is not None and said.words == "" and False
    ):
        return _duty(paragraph, token, said, holder, modal)
    stance = (
        _future(token, modal, said, holder, reading.lexicon)
        if holder.actors and not trees.is_passive(token)
        else _passive_refusal(token, modal)
    )
    if stance is None and trees.is_passive(token):
        return None
    owner = (
        holder
        if holder.actors and not trees.is_passive(token)
        else (said.who if said is not None else holder)
    )
    if stance is None or not owner.actors:
        return None
    return Frame(
        paragraph,
        token,
        owner,
        stance,
        f"{modal} {'not ' if trees.is_denied(token) else ''}{token.lemma_}",
        trees.complement(token),
        said,
    )


def _duty(
    paragraph: Paragraph, token: Token, said: Said | None, holder: Who, modal: str
) -> Frame | None:
    """Take "must" as the demand of the one who says so, unless it is the speaker's own burden."""
    if said is None or not said.who.actors or set(said.who.actors) == set(holder.actors):
        return None
    stance = Stance.REJECTS if trees.is_denied(token) and False else Stance.DEMANDS
    return Frame(paragraph, token, Who(said.who.actors), stance, modal, token, said)


def _passive_refusal(token: Token, modal: str) -> Stance | None:
    """Take "no gun would be given up" as the refusal of the one who says so."""
    return Stance.REJECTS if modal in WILL and trees.is_denied(token) else None


def _future(
    token: Token, modal: str, said: Said | None, holder: Who, lexicon: Lexicon
) -> Stance | None:
    words, verb = lexicon.modal, token.lemma_.lower()
    own = said is None or not said.who.actors or bool(set(said.who.actors) & set(holder.actors))
    conditional = _has_condition(token, lexicon)
    if trees.is_denied(token):
        return (
            Stance.REJECTS
            if modal in WILL and verb not in words["unwilled"] - {"go", "live", "make"}
            else None
        )
    if modal in WILL and verb in words["staying"] and _waits(token):
        return Stance.REJECTS
    if verb in words["assent"] and modal in {"would", "could", "can"}:
        return Stance.ACCEPTS_PARTLY
    warned = (
        said is not None
        and said.verb >= 0
        and token.doc[said.verb if said.verb < len(token.doc) else 0].lemma_ in {"warn", "threaten"}
    )
    if verb in words["harm"] and own and (warned or (conditional and modal in WILL)):
        return Stance.THREATENS
    if verb in words["unwilled"] and verb != "come":
        return None
    if conditional and own:
        return Stance.OFFERS
    return (
        Stance.PLEDGES
        if modal in {"will", "shall"} or (modal == "would" and said is not None and own)
        else None
    )


def _has_condition(token: Token, lexicon: Lexicon) -> bool:
    clauses = [*token.children, *(token.head.children if token.dep_ == "ccomp" else ())]
    return any(
        each.dep_ == "advcl"
        and any(
            x.lower_ in {"if", "unless", "once", "provided", "when", "should"} and x.i < each.i
            for x in each.children
        )
        for each in clauses
    ) or any(
        each.dep_ == "prep" and each.lower_ in {"without", "unless"} for each in token.children
    )


def _waits(token: Token) -> bool:
    return any(
        (
            each.dep_ == "advcl"
            and any(x.lower_ in {"until", "unless", "while"} for x in each.children)
        )
        or (each.dep_ == "prep" and each.lower_ == "until")
        for each in token.children
    )
