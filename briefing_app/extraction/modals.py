"""What a party's own "will", "would", "must" and "cannot" mean when no cue word says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import constructions, trees
from briefing_app.extraction.assertion import is_laid_down
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

WILL = frozenset({"will", "would", "shall"})
MAY = frozenset({"can", "could", "may", "might"})
OPENERS = frozenset({"if", "unless", "once", "provided", "when", "should"})


def modal_stance(
    reading: Reading, paragraph: Paragraph, token: Token, said: Said | None, holder: Who
) -> Frame | None:
    """Return the stance of a plain predicate with a modal, where a party's will is in it."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    modal, passive = trees.modal_of(token), trees.is_passive(token)
    if modal in WILL and is_laid_down(token):
        return None  # an outcome, not one side's pledge
    if modal in {"must", "should"}:
        return _duty(paragraph, token, said, holder, modal)
    if not modal or (modal == "shall" and (said is None or not said.who.actors)):
        return _standing(paragraph, token, said, holder, reading.lexicon)
    if passive:
        stance, owner = (
            _passive(reading, paragraph, token, modal, said),
            said.who if said is not None else NOBODY,
        )
    else:
        stance, owner = _future(paragraph, token, modal, said, holder, reading.lexicon), holder
    if stance is None or not owner.actors:
        return None
    cue = f"{modal} {'not ' if trees.is_denied(token) else ''}{token.lemma_}"
    return Frame(paragraph, token, owner, stance, cue, trees.complement(token), said)


def _duty(
    paragraph: Paragraph, token: Token, said: Said | None, holder: Who, modal: str
) -> Frame | None:
    """Take "must" as the demand of the one who says so, unless it is the speaker's own burden."""
    if said is None or not said.who.actors or set(said.who.actors) == set(holder.actors):
        return None
    return Frame(paragraph, token, Who(said.who.actors), Stance.DEMANDS, modal, token, said)


def _standing(
    paragraph: Paragraph, token: Token, said: Said | None, holder: Who, lexicon: Lexicon
) -> Frame | None:
    """Take "the soldiers stay until we are safe" as the refusal of the one who says so."""
    if (
        said is None
        or not said.who.actors
        or token.lemma_.lower() not in lexicon.modal["staying"]
        or token.tag_ not in {"VBP", "VBZ"}
    ):
        return None
    return (
        Frame(paragraph, token, Who(said.who.actors), Stance.REJECTS, token.text, None, said)
        if _waits(token) and holder != said.who
        else None
    )


def _passive(
    reading: Reading, paragraph: Paragraph, token: Token, modal: str, said: Said | None
) -> Stance | None:
    """Take "no gun would be given up" as a refusal, and what is announced to be done as a pledge."""
    if modal not in WILL or said is None or said.verb < 0:
        return None
    if trees.is_denied(token):
        return Stance.REJECTS
    verb = paragraph.doc[said.verb].lemma_
    return Stance.PLEDGES if verb in reading.lexicon.speech["announcing"] else None


def _future(
    paragraph: Paragraph, token: Token, modal: str, said: Said | None, holder: Who, lexicon: Lexicon
) -> Stance | None:
    words, verb = lexicon.modal, token.lemma_.lower()
    own = said is None or not said.who.actors or bool(set(said.who.actors) & set(holder.actors))
    conditional = _has_condition(token)
    if trees.is_denied(token):
        return (
            Stance.REJECTS
            if modal in WILL | {"can"} and verb not in words["unwilled"] - words["deeds"]
            else None
        )
    if modal in WILL and verb in words["staying"] and _waits(token):
        return Stance.REJECTS
    if _is_answer(token, words["answering"]):
        return Stance.UNDECIDED
    if verb in words["assent"] and modal in {"would", "could", "can"}:
        return Stance.ACCEPTS_PARTLY
    warned = (
        said is not None
        and said.verb >= 0
        and paragraph.doc[said.verb].lemma_ in {"warn", "threaten"}
    )
    hostile = verb in words["harm"] and not (verb in words["yielding"] and _only_then(token))
    if hostile and own and (warned or (conditional and modal in WILL)):
        return Stance.THREATENS
    if verb in words["unwilled"] - words["deeds"] or modal in MAY:
        return Stance.OFFERS if conditional and own and verb == "come" else None
    if conditional and own:
        return Stance.OFFERS
    return (
        Stance.PLEDGES
        if modal in {"will", "shall"} or (modal == "would" and said is not None and own)
        else None
    )


def _is_answer(token: Token, answering: frozenset[str]) -> bool:
    """Tell whether what is to come is only an answer: "will study it", "will give an answer"."""
    about = trees.object_of(token)
    return token.lemma_.lower() in answering or (
        token.lemma_ in {"give", "send", "provide"}
        and about is not None
        and about.lemma_ in {"answer", "response", "reply"}
    )


def _has_condition(token: Token) -> bool:
    clauses = [*token.children, *(token.head.children if token.dep_ == "ccomp" else ())]
    for each in clauses:
        if each.i != token.i and constructions.is_inverted(each):
            return True
        if each.dep_ == "advcl" and any(
            x.lower_ in OPENERS and x.i < each.i for x in each.children
        ):
            return True
        if (
            each.dep_ == "prep"
            and each.lower_ in {"without", "unless", "provided"}
            and each.i > token.i
        ):
            return True
    tail = token.doc[token.i : token.right_edge.i + 1].text.lower()
    return "in exchange for" in tail or "in return for" in tail


def _only_then(token: Token) -> bool:
    """Tell whether something is to be done once others have done their part: "when", "once", "only if"."""
    for each in token.children:
        words = {x.lower_ for x in each.children if x.i < each.i} if each.dep_ == "advcl" else set()
        before = each.left_edge.i - 1
        only = "only" in words or token.doc[max(before, 0)].lower_ == "only"
        if words & {"when", "once"} or ("if" in words and only):
            return True
    return False


def _waits(token: Token) -> bool:
    for each in token.children:
        if each.dep_ == "advcl" and any(
            x.lower_ in {"until", "unless", "while"} for x in each.children
        ):
            return True
        if each.dep_ == "prep" and each.lower_ == "until":
            return True
    return False
