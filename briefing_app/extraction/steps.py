"""What is on its way, or has been: put off, taken back, fixed for a day, awaited, carried out, breached."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.outcome import Status
from briefing_app.extraction import constructions, trees
from briefing_app.extraction.scenes import JOINTLY, Finding, Scene
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import NOBODY, Who

STILL = frozenset({"still", "remain", "remains", "remained"})
POINTERS = frozenset({"it", "that", "this"})


def put_off(scene: Scene) -> Finding | None:
    """Read "left for a later session", "referred to a committee", "adjourned"."""
    if scene.token.pos_ != "VERB" or not scene.takes("deferred") or scene.denied or scene.wished:
        return None
    if scene.modal in {"must", "should", "could", "can"}:
        return None
    moves = scene.lemma in scene.words("deferred", "moving")
    subject = (
        scene.subject
        if scene.passive or moves or scene.lemma == "adjourn"
        else trees.object_of(scene.token)
    )
    if subject is None or not _is_point(scene, subject):
        return None
    own_act = bool(scene.who.actors) and subject.lower_ not in POINTERS
    if own_act and (moves or scene.lemma in scene.words("deferred", "ambiguous")):
        return None
    where = {form for each in scene.token.subtree for form in (each.lower_, each.lemma_.lower())}
    if moves and not where & scene.words("deferred", "bodies"):
        return None
    if scene.lemma == "leave" and not where & scene.words("deferred", "later"):
        return None
    return scene.finding(Status.DEFERRED)


def _is_point(scene: Scene, subject: Token) -> bool:
    points = scene.words("deferred", "subjects")
    return subject.lemma_.lower() in points or any(
        each.lemma_.lower() in points for each in subject.children
    )


def taken_back(scene: Scene) -> Finding | None:
    """Read "the proposal was withdrawn", "the meeting has been dropped", "the plan was not pursued"."""
    noun = trees.child(scene.token, "nsubjpass") if scene.passive else trees.object_of(scene.token)
    if scene.token.pos_ != "VERB" or scene.wished or scene.modal:
        return None
    if scene.takes("leaving") and scene.who and not scene.denied and _leaves_a_deal(scene):
        return scene.finding(Status.WITHDRAWN, who=scene.who)
    if not scene.one_of(noun, "withdrawn", "objects"):
        return None
    if scene.passive and scene.denied and scene.lemma in scene.words("withdrawn", "pursuing"):
        return scene.finding(Status.WITHDRAWN, cue=f"not {scene.token.text}")
    if scene.denied or not scene.takes("withdrawn"):
        return None
    conceded = scene.one_of(noun, "withdrawn", "conceded")  # who drops a demand concedes
    return (
        scene.finding(Status.WITHDRAWN) if scene.passive or (scene.who and not conceded) else None
    )


def _leaves_a_deal(scene: Scene) -> bool:
    """Tell whether somebody withdraws from an agreement, and not from a town."""
    return any(
        each.dep_ == "pobj" and scene.one_of(each, "breached", "objects")
        for each in scene.token.subtree
        if each.lower_ != "it" and each.head.lower_ in {"of", "from"}
    )


def breached(scene: Scene) -> Finding | None:
    noun = trees.child(scene.token, "nsubjpass") if scene.passive else trees.object_of(scene.token)
    if (
        not scene.plain
        or not scene.takes("breached")
        or not scene.one_of(noun, "breached", "objects")
    ):
        return None
    if scene.one_of(noun, "breached", "vague") and not scene.who:
        return None
    return scene.finding(Status.BREACHED, who=NOBODY if scene.passive else scene.who)


def accused(scene: Scene) -> Finding | None:
    """Read what one side says another has broken: "each accused the other of violating the truce"."""
    if not scene.plain or scene.lemma not in scene.words("breached", "charging"):
        return None
    of = next((each for each in scene.token.children if each.lower_ == "of"), None)
    deed = trees.child(of, "pcomp") if of is not None else None
    verbs = scene.reading.lexicon.outcome_verbs["breached"]
    if deed is None or deed.lemma_.lower() not in verbs:
        return None
    if not scene.one_of(trees.object_of(deed), "breached", "objects"):
        return None
    whom = scene.reading.who(scene.paragraph, trees.child(scene.token, "dobj"))
    found = scene.finding(Status.BREACHED, who=whom if len(whom.actors) == 1 else NOBODY)
    return replace(found, sure=True, item=True)  # that it is an accusation belongs in the claim


def fixed(scene: Scene) -> Finding | None:
    """Read a step with its day: "are to meet on 7 May", "will resume on Monday", "is scheduled for"."""
    if (
        scene.token.pos_ not in {"VERB", "AUX", "ADJ"}
        or scene.denied
        or scene.wished
        or not _is_event(scene)
    ):
        return None
    standing = any(each.lower_ in STILL for each in scene.token.children)
    fixing = scene.lemma in scene.words("scheduled", "fixing")
    if fixing and (scene.passive or standing) and trees.child(scene.token, "xcomp") is None:
        return replace(scene.with_date(Status.SCHEDULED), sure=standing)
    above = scene.token.head
    planned = (
        scene.token.dep_ == "xcomp"
        and scene.one_of(above, "scheduled", "planning")
        and not trees.modal_of(above)
    )
    if not (planned or scene.modal in {"will", "shall", "would"}) or not scene.takes("scheduled"):
        return None
    if constructions.meets_the_press(scene.token, scene.words("going_on", "press")):
        return None
    return scene.with_date(
        Status.SCHEDULED, head=above if planned else scene.token, who=scene.who or JOINTLY
    )


def _is_event(scene: Scene) -> bool:
    subject = scene.subject
    if subject is None:
        return False
    if subject.lower_ in {"it", "they"} and not scene.joint:
        return scene.lemma in {"resume", "meet"}
    nouns = [subject, *(each for each in subject.subtree if each.dep_ in {"compound", "poss"})]
    return scene.joint or any(scene.one_of(each, "scheduled", "events") for each in nouns)


def carried_out(scene: Scene) -> Finding | None:
    """Read what is reported as done: "have all been let go", "14 sailors were freed on Monday"."""
    noun = trees.child(scene.token, "nsubjpass") if scene.passive else trees.object_of(scene.token)
    if not scene.plain or noun is None or not scene.takes("done"):
        return None
    if scene.token.dep_ in {"xcomp", "acl", "relcl", "amod"} or not (scene.passive or scene.who):
        return None
    counted = trees.child(noun, "nummod") is not None
    whole = scene.passive and scene.lemma in scene.words("done", "whole")
    if not counted and not whole and not scene.one_of(noun, "done", "objects"):
        return None
    perfect = trees.is_perfect(scene.token)
    past = counted and scene.token.tag_ in {"VBD", "VBN"}
    return scene.finding(Status.DONE, who=scene.who) if perfect or past else None


def awaited(scene: Scene) -> Finding | None:
    """Read that an answer is due: "waiting for Russia's response", "is due to answer", "has yet to reply"."""
    if scene.token.pos_ == "NOUN":
        return _answer_expected(scene)
    if not scene.is_verb:
        return None
    if scene.takes("awaiting"):
        answer = trees.complement(scene.token)
        if scene.one_of(answer, "awaiting", "answers") and answer is not None:
            return scene.finding(Status.AWAITING_RESPONSE, who=_owner(scene, answer))
    if scene.lemma in scene.words("awaiting", "answering"):
        return _answer_due(scene)
    if (
        scene.lemma == "give"
        and scene.modal == "will"
        and scene.who
        and scene.one_of(trees.object_of(scene.token), "awaiting", "answers")
    ):
        return scene.finding(Status.AWAITING_RESPONSE, who=scene.who)
    return None


def _owner(scene: Scene, noun: Token) -> Who:
    return scene.reading.who(scene.paragraph, trees.child(noun, "poss"))


def _answer_expected(scene: Scene) -> Finding | None:
    verb = scene.token.head
    lacking = scene.one_of(scene.token, "awaiting", "owed") and trees.lacks(scene.token)
    if lacking and scene.one_of(verb, "awaiting", "coming") and not trees.modal_of(verb):
        return replace(scene.finding(Status.AWAITING_RESPONSE, head=verb), sure=True, item=True)
    if (
        scene.one_of(scene.token, "awaiting", "answers")
        and scene.token.dep_ == "nsubjpass"
        and scene.one_of(verb, "awaiting", "expecting")
    ):
        return scene.finding(Status.AWAITING_RESPONSE, head=verb, who=_owner(scene, scene.token))
    return None


def _answer_due(scene: Scene) -> Finding | None:
    token, above = scene.token, scene.token.head
    yet = any(
        each.lower_ == "yet"
        for each in (*token.children, *(above.children if token.dep_ == "xcomp" else ()))
    )
    owed = scene.one_of(above, "awaiting", "owing") or (above.lemma_ == "have" and yet)
    firm = scene.lemma in scene.words("awaiting", "deciding")
    if token.dep_ == "xcomp" and owed and firm and (yet or not trees.is_denied(above)):
        return scene.finding(Status.AWAITING_RESPONSE, head=above, who=scene.who)
    if (
        scene.subject is not None
        and trees.lacks(scene.subject)
        and firm
        and trees.is_perfect(token)
    ):
        return replace(scene.finding(Status.AWAITING_RESPONSE, who=JOINTLY), sure=True)
    if yet and scene.denied and scene.who:
        return scene.finding(Status.AWAITING_RESPONSE, who=scene.who, cue=f"not yet {token.text}")
    if scene.modal == "will" and firm and scene.who:
        return scene.with_date(Status.AWAITING_RESPONSE, who=scene.who)
    return None
