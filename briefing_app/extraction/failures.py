"""What was not settled: no breakthrough, without result, failed to agree, remain divided, no date."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.outcome import Status
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.frames import extent
from briefing_app.extraction.scenes import Finding, Scene
from briefing_app.extraction.tokens import Token

PRESENT = frozenset({"VBZ", "VBP", "VB"})
MOVING = frozenset({"get", "persuade", "convince", "bring"})
AVERTED = frozenset({"avert", "avoid", "prevent", "forestall", "fear", "expect", "predict", "risk"})
SUPPOSED = frozenset({"must", "should", "can", "could", "would"})
YEAR = 4  # digits


def nothing_came(scene: Scene) -> Finding | None:
    """Read "no breakthrough", "no agreement on it", "without result", "none on the pipeline"."""
    token = scene.token
    if (
        token.pos_ == "NOUN"
        and scene.one_of(token, "no_agreement", "results")
        and trees.lacks(token)
    ):
        return _lack(scene, token)
    if token.lower_ == "none" and any(each.lower_ in {"on", "over"} for each in token.children):
        first, end = extent(token, scene.reading.lexicon)
        return Finding(scene.paragraph, token, Status.NO_AGREEMENT, first, end, "none")
    if token.lower_ == "without":
        return _without(scene)
    return _breakdown(scene)


def _breakdown(scene: Scene) -> Finding | None:
    """Read "after the collapse of the talks", and what became of it; to avert one is none."""
    noun = scene.token
    if noun.pos_ != "NOUN" or not scene.one_of(noun, "no_agreement", "breakdowns"):
        return None
    talks = trees.of_what(noun)
    if not scene.one_of(talks, "no_agreement", "meetings") or noun.dep_ not in {
        "nsubj",
        "nsubjpass",
        "pobj",
    }:
        return None
    told = noun.dep_ != "pobj" or noun.head.lower_ in {"after", "following", "since", "despite"}
    if not told or trees.lacks(noun) or trees.modal_of(noun.head) or noun.head.lemma_ in AVERTED:
        return None
    if any(len(each.text) == YEAR and each.text.isdigit() for each in noun.subtree):
        return None  # "the collapse of the talks in 2014"
    first, end = noun.left_edge.i, talks.right_edge.i + 1 if talks is not None else noun.i + 1
    return Finding(scene.paragraph, noun, Status.NO_AGREEMENT, first, end, noun.text)


def _without(scene: Scene) -> Finding | None:
    """Read "ended without agreement" and "left without resolving it"."""
    verb, result = scene.token.head, trees.child(scene.token, "pobj", "pcomp")
    wanted = scene.one_of(result, "no_agreement", "results") or scene.one_of(
        result, "no_agreement", "reach_verbs"
    )
    if result is None or not wanted or verb.pos_ not in {"VERB", "AUX"} or scene.is_wished(verb):
        return None
    if not _do_talk(scene, verb):
        return None
    return scene.finding(Status.NO_AGREEMENT, head=verb, cue=f"without {result.text}")


def _do_talk(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb's subject are the talks, or those who hold them."""
    who = scene.who_does(verb)
    if who.joint or len(who.actors) > 1 or scene.are_talks(subjects.subject_of(verb)):
        return True
    return scene.are_talks(trees.object_of(verb))


def _lack(scene: Scene, noun: Token) -> Finding | None:
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return (
            scene.finding(Status.NO_AGREEMENT, head=noun, cue=f"no {noun.text}")
            if noun.dep_ == "ROOT"
            else None
        )
    if (
        noun.dep_ == "dobj"
        and scene.one_of(verb, "no_agreement", "own_verbs")
        and not _do_talk(scene, verb)
    ):
        return None  # who sees no progress only judges
    if scene.is_wished(verb) or trees.modal_of(verb) in SUPPOSED:
        return None
    if noun.dep_ == "attr" and trees.child(verb, "expl") is not None:
        return _there_is_none(scene, verb, noun)
    found = scene.finding(Status.NO_AGREEMENT, head=verb, cue=f"no {noun.text}")
    if verb.dep_ == "conj" and trees.child(verb, *trees.SUBJECTS) is None:
        return replace(found, first=extent(verb.head, scene.reading.lexicon)[0])
    return found


def _there_is_none(scene: Scene, verb: Token, noun: Token) -> Finding | None:
    """Read "there was no agreement on the enclave", up to the comma."""
    argued = scene.said is not None and scene.said.quoted and verb.tag_ in PRESENT
    if argued and any(each.lower_ in {"without", "unless", "if"} for each in verb.sent):
        return None  # "without it there is no settlement" reports nothing
    last = max([noun.i, *(each.right_edge.i for each in noun.children if each.dep_ == "prep")])
    cut = next(
        (each.i for each in noun.doc[noun.i : last + 1] if each.text in {",", ";"}), last + 1
    )
    first = min(each.i for each in verb.children if each.dep_ == "expl")
    return Finding(scene.paragraph, noun, Status.NO_AGREEMENT, first, cut, f"no {noun.text}")


def failed(scene: Scene) -> Finding | None:
    """Read that the sides failed to agree, could not bridge it, have not agreed, or that the talks broke down."""
    if scene.wished or scene.token.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    if scene.lemma in scene.words("no_agreement", "failing"):
        return _failed_to(scene)
    if scene.denied and scene.about_talks and scene.token.pos_ == "VERB":
        return _not_reached(scene)
    return _collapsed(scene) if scene.takes("no_agreement") else None


def _failed_to(scene: Scene) -> Finding | None:
    clause = trees.child(scene.token, "xcomp")
    if clause is None:
        talks = scene.lemma == "fail" and scene.one_of(scene.subject, "no_agreement", "meetings")
        return scene.finding(Status.NO_AGREEMENT) if talks and not scene.denied else None
    moved = _made_to(clause)
    if moved is not None and scene.one_of(moved, "no_agreement", "reach_verbs"):
        return scene.finding(Status.NO_AGREEMENT, cue=f"{scene.token.text} to {clause.text}")
    several = scene.about_talks or (
        scene.subject is not None and trees.child(scene.subject, "conj") is not None
    )
    if several and scene.one_of(clause, "no_agreement", "reach_verbs"):
        return scene.finding(Status.NO_AGREEMENT, cue=f"{scene.token.text} to {clause.text}")
    return None


def _made_to(clause: Token) -> Token | None:
    """Return to what somebody was to be brought: "failed to get the militants to agree"."""
    return trees.child(clause, "ccomp", "xcomp") if clause.lemma_ in MOVING else None


def _not_reached(scene: Scene) -> Finding | None:
    token = scene.token
    if scene.lemma not in scene.words("no_agreement", "reach_verbs") or scene.modal in {
        "must",
        "should",
        "shall",
        "would",
    }:
        return None
    if token.dep_ == "xcomp" and scene.one_of(token.head, "no_agreement", "failing"):
        return None
    noun = trees.object_of(token) or trees.child(token, "nsubjpass")
    of_a_deal = scene.one_of(noun, "no_agreement", "results") or scene.one_of(
        noun, "agreed", "deals"
    )
    if scene.lemma in scene.words("no_agreement", "weak_verbs") and not of_a_deal:
        return None
    return scene.finding(Status.NO_AGREEMENT, cue=f"not {token.text}")


def _collapsed(scene: Scene) -> Finding | None:
    finite = scene.token.tag_ in {"VBD", "VBN", "VBZ", "VBP"}
    talks = scene.one_of(scene.subject, "no_agreement", "meetings")
    return scene.finding(Status.NO_AGREEMENT) if scene.plain and finite and talks else None


def divided(scene: Scene) -> Finding | None:
    """Read "they remain deeply divided" and "the dispute is unresolved"."""
    token = scene.token
    states = scene.words("no_agreement", "divided")
    if scene.lemma not in states and token.lower_ not in states:
        return None
    verb = token if trees.child(token, "auxpass", "aux") is not None else token.head
    if verb.i != token.i and not scene.one_of(verb, "no_agreement", "state_verbs"):
        return None
    if not _do_talk(scene, verb) or trees.is_denied(verb) or scene.is_wished(verb):
        return None
    apart = token.lower_ in scene.words("no_agreement", "apart")
    gap = scene.one_of(subjects.subject_of(verb), "no_agreement", "gaps")
    return scene.finding(Status.NO_AGREEMENT, head=verb, cue=token.text) if apart or gap else None


def no_date(scene: Scene) -> Finding | None:
    """Take it for a failure that a meeting has no date: "preparing for a meeting, though no date has been set"."""
    noun, verb = scene.token, scene.token.head
    if (
        noun.pos_ != "NOUN"
        or not scene.one_of(noun, "no_agreement", "undated")
        or not trees.lacks(noun)
    ):
        return None
    if noun.dep_ not in {"nsubjpass", "dobj"} or not scene.one_of(
        verb, "no_agreement", "dating_verbs"
    ):
        return None
    above = (
        verb.head
        if verb.dep_ == "advcl" and verb.head.pos_ == "VERB" and verb.i > verb.head.i
        else verb
    )
    first, end = extent(above, scene.reading.lexicon)[0], extent(verb, scene.reading.lexicon)[1]
    return Finding(scene.paragraph, above, Status.NO_AGREEMENT, first, end, f"no {noun.text}")
