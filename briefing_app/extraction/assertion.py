"""Whether a sentence states something at all: not a supposition, not a question, not what was long ago."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing_app.extraction import constructions, trees
from briefing_app.extraction.tokens import Token

HOPING = frozenset(
    {
        "hope",
        "hop",
        "wish",
        "doubt",
        "fear",
        "wonder",
        "predict",
        "expect",
        "imagine",
        "speculate",
        "dream",
    }
)
BIDDEN = frozenset(
    {
        "urge",
        "ask",
        "tell",
        "invite",
        "press",
        "pressure",
        "encourage",
        "advise",
        "request",
        "order",
    }
)
UNDER_A_DEAL = re.compile(
    r"\b(?:under|as part of|in accordance with|in line with|pursuant to) "
    r"(?:(?:the|an?|this|that|its|their) (?:[\w-]+ ){0,4}?"
    r"(?:deal|agreement|accord|truce|pact|arrangement|swap)\b|its terms)",
    re.IGNORECASE,
)
RETURNING = re.compile(r"\W*in (?:return|exchange),", re.IGNORECASE)
MADE = re.compile(r"\b(?:deal|agreement|accord|truce)\b", re.IGNORECASE)
KEPT = 1024  # answers: stances, outcomes and clauses ask the same of the same words
SUPPOSING = frozenset({"if", "unless", "whether", "until", "before", "lest"})
# Whose content is not said to be so, nor wanted by its subject: "guarantees that Chile would not attack".
ONLY_THOUGHT = frozenset({
    "guarantee", "assurance", "demand", "condition", "fear", "hope", "concern", "doubt", "possibility", "prospect",
    "risk", "chance", "idea", "suggestion", "speculation", "rumour", "rumor", "expectation", "likelihood",
    "requirement", "danger",
})  # fmt: skip
PROMISED = frozenset({"guarantee", "assurance"})
CHARGING = frozenset({"accuse", "deny", "blame", "suspect", "criticise", "criticize"})
DOUBTS = frozenset({"doubt", "scepticism", "skepticism", "question", "uncertainty"})
UNDOING = frozenset({"without", "than"})
LONG_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?|long|centur(?:y|ies)) ago|back then"
    r"|used to|once (?!the|a|it|they|he|she|all|more|again)|last year|years? earlier|historically|previously"
    r"|had once|(?:in|since) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)

# What a perfect tense says of such a time still holds: "has previously refused".
TURNING = frozenset({"but", "although", "though", "while", "whereas"})  # to what holds now
STILL = ("since", "in ", "last year", "previously")


@lru_cache(maxsize=KEPT)
def is_hypothetical(token: Token) -> bool:
    """Tell whether a word stands under an "if", in a question, or in what somebody is only accused of."""
    if trees.text_of(token.sent).rstrip(" \"')").endswith("?") or _is_left_undone(token):
        return True
    chain = [(token, token), *trees.ancestors(token)]
    for head, below in chain:
        if constructions.is_inverted(below) or _supposes(below):
            return True
        if head.i == below.i:
            continue
        if head.lemma_ in CHARGING:
            return below.dep_ in {"prep", "pcomp", "ccomp", "xcomp", "dobj"}
        if (head.lemma_ in HOPING and below.dep_ in {"ccomp", "xcomp"}) or _doubts(head, below):
            return True
        if head.lemma_ in BIDDEN and below.dep_ == "xcomp" and trees.is_passive(head):
            return True  # who was urged to accept
    return _is_only_thought(token)


def _supposes(clause: Token) -> bool:
    return clause.dep_ in {"advcl", "ccomp", "pcomp"} and any(
        each.lower_ in SUPPOSING and each.dep_ == "mark" for each in clause.children
    )


def _is_only_thought(token: Token) -> bool:
    """Tell whether a clause is what a noun is about: "the fear that they will leave"; a promise of theirs is theirs."""
    clause = token.head if token.dep_ == "xcomp" else token
    noun = clause.head
    if noun.lemma_ not in ONLY_THOUGHT or clause.dep_ not in {"acl", "ccomp"}:
        return False
    that = any(each.lower_ == "that" and each.dep_ == "mark" for each in clause.children)
    own = noun.lemma_ in PROMISED and trees.child(noun, "poss") is not None
    return that and not own


def _doubts(head: Token, below: Token) -> bool:
    """Tell whether something is only in doubt: "scepticism about its readiness to", "questions remain over"."""
    if below.dep_ != "prep" or below.lower_ in {"of", "in", "at"}:
        return False
    subject = trees.child(head, "nsubj")
    noun = subject if subject is not None and head.pos_ in {"VERB", "AUX"} else head
    return noun.lemma_ in DOUBTS and not trees.lacks(noun)


def _is_left_undone(token: Token) -> bool:
    """Tell whether a gerund names only what did not happen: "without agreeing", "instead of signing"."""
    top = token
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ not in {"pcomp", "advcl"} or top.tag_ != "VBG":
        return False
    before = top.head if top.dep_ == "pcomp" else top.nbor(-1) if top.i else top
    return before.lower_ in UNDOING or (before.lower_ == "of" and before.head.lower_ == "instead")


def is_laid_down(token: Token) -> bool:
    """Tell whether a future is a term of something made: "under the deal they will free", "in return, it will"."""
    sentence = token.sent
    words = trees.text_of(sentence)
    if UNDER_A_DEAL.search(words):
        return True
    if RETURNING.match(words) is None:
        return False
    return MADE.search(sentence.doc.text[: sentence.start_char]) is not None


@lru_cache(maxsize=KEPT)
def is_past(token: Token) -> bool:
    """Tell whether a clause speaks of long ago and not of what still holds."""
    sentence = token.sent
    match = LONG_AGO.search(trees.text_of(sentence))
    if match is None or not any(each.tag_ in {"VBD", "VBN"} for each in (token, *token.children)):
        return False
    words = {each.lower_ for each in token.children}
    perfect = not words.isdisjoint({"has", "have", "'ve"})
    still = ("since", "in ", "last year") if words & TURNING else STILL
    if perfect and match[0].lower().startswith(still):
        return False  # "has previously refused", "has refused since 1975", "have agreed to cut what was raised in 2009"
    at = sentence.start_char + match.start()
    word = next((each for each in sentence if each.end > at), token)
    governor = next(
        (
            head
            for head, _below in ((word, word), *trees.ancestors(word))
            if head.pos_ in {"VERB", "AUX"}
        ),
        None,
    )
    return governor is None or trees.within(token, governor)
