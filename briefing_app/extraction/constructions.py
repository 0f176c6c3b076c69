"""Clauses that state nothing by themselves: "should the talks fail", "it would take time to", "time to answer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Words

HELD_ON_TO = frozenset(
    {"use", "take", "have", "make", "join", "choose"}
)  # "took the chance to refuse"
BIDDING = frozenset({"must", "should"})
SEEING = frozenset({"see", "let", "make", "have", "help", "watch"})


def is_inverted(token: Token) -> bool:
    """Tell whether "should the talks fail" stands for "if the talks fail"."""
    subject = trees.child(token, "nsubj", "nsubjpass")
    aux = next(
        (
            each
            for each in token.children
            if each.dep_ in {"aux", "auxpass"} and each.lower_ in {"should", "had", "were"}
        ),
        None,
    )
    return subject is not None and aux is not None and aux.i < subject.left_edge.i


def is_expletive(pronoun: Token, modal: Words) -> bool:
    """Tell whether "it" stands for a clause that comes later: "it would take time to", "it is for Peru to"."""
    verb = pronoun.head
    if (
        pronoun.lower_ != "it"
        or pronoun.dep_ not in trees.SUBJECTS
        or verb.lemma_ not in modal["impersonal"]
    ):
        return False
    adjective = trees.child(verb, "acomp")
    if adjective is not None and adjective.lemma_.lower() in modal["minded"]:
        return False
    behind = [each for each in verb.subtree if each.i > verb.i and each.dep_ in trees.CLAUSES]
    told = any(
        each.tag_ == "VB" or any(x.lower_ in {"that", "whether"} for x in each.children)
        for each in behind
    )
    return told and (trees.child(verb, "dobj") is None or verb.lemma_ == "take")


def is_errand(token: Token) -> bool:
    """Tell whether an infinitive says only what for, or what another is told: "time to answer", "got them to agree"."""
    if _is_subjunctive(token):
        return True
    if token.tag_ != "VB":
        return False
    if token.dep_ == "conj" and token.head.tag_ == "VB" and trees.child(token, "nsubj") is None:
        return is_errand(token.head)  # "told them to disarm and return the captives"
    if token.dep_ == "ccomp" and token.head.lemma_ in SEEING and trees.modal_of(token) == "":
        return True
    if not trees.is_infinitive(token):
        return False
    if token.dep_ in {"acl", "relcl", "advcl"}:
        return True
    if token.dep_ == "ccomp" and trees.child(token, "nsubj") is not None:
        return True
    told = trees.child(token.head, "dobj", "dative")
    return token.dep_ == "xcomp" and told is not None and token.head.lemma_ not in HELD_ON_TO


def _is_subjunctive(token: Token) -> bool:
    """Tell whether a passive is only asked for: "asked that the treaty be ratified by Peru"."""
    helping = [each for each in token.children if each.dep_ in {"aux", "auxpass"}]
    bare = len(helping) == 1 and helping[0].lower_ == "be" and helping[0].tag_ == "VB"
    return token.tag_ == "VBN" and token.dep_ == "ccomp" and bare


def is_bidden(token: Token) -> bool:
    """Tell whether a clause says what somebody has to do, which whoever says it wants: "they must disarm and leave"."""
    while token.dep_ == "conj" and trees.child(token, "nsubj", "nsubjpass") is None:
        token = token.head
    return trees.modal_of(token) in BIDDING


def meets_the_press(verb: Token, press: frozenset[str]) -> bool:
    """Tell whether somebody only speaks to reporters: "hold a news conference"."""
    about = trees.object_of(verb)
    return about is not None and any(each.lower_ in press for each in (about, *about.children))
