"""Small questions to a parsed sentence: is it denied, is it passive, how far does it reach."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing_app.extraction.tokens import Span, Token

KEPT = 64  # sentences: a few around the one that is being read

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"})
DENIALS = frozenset(
    {
        "not",
        "n't",
        "never",
        "no",
        "nor",
        "neither",
        "hardly",
        "scarcely",
        "nobody",
        "none",
        "nothing",
        "without",
    }
)
OCCASIONS = frozenset({
    "stage", "time", "point", "circumstance", "way", "mean", "means", "account", "event", "case", "condition", "moment",
})  # fmt: skip
HAVE = frozenset({"have", "has", "'ve"})
DUTIES = frozenset({"have", "need", "ought"})
HELPING = frozenset({"aux", "auxpass", "neg", "cop", "expl"})
BESIDE = 2  # words behind a predicate: "put it off"
POINTING = frozenset({"it", "this", "that", "which"})  # to what was told before
UPON = frozenset({"on", "upon", "to"})  # whom one calls
PREPOSITIONS = frozenset({"prep", "prt", "agent", "dative", "advmod"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child in one of these relations."""
    # Asked thousands of times for each text: a generator would take twice as long.
    for each in token.children:
        if each.dep_ in deps:
            return each
    return None


def object_of(token: Token) -> Token | None:
    return child(token, "dobj", "attr", "oprd", "dative")


def agent_of(token: Token) -> Token | None:
    """Return the doer of a passive: "by the delegation"."""
    agent = child(token, "agent")
    return child(agent, "pobj") if agent is not None else None


def of_what(noun: Token) -> Token | None:
    """Return what a noun counts or contains: "a number of states"."""
    of = next((each for each in noun.children if each.dep_ == "prep" and each.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else None


def is_passive(token: Token) -> bool:
    if child(token, "auxpass", "nsubjpass") is not None:
        return True
    if (
        token.tag_ in {"VBN", "VBD"}
        and token.dep_ == "conj"
        and child(token, "aux", "nsubj") is None
    ):
        return agent_of(token) is not None or (token.tag_ == "VBN" and is_passive(token.head))
    return token.tag_ == "VBN" and token.dep_ == "acl"


def is_infinitive(token: Token) -> bool:
    """Tell whether a verb stands with its "to"."""
    return any(each.lower_ == "to" and each.dep_ == "aux" for each in token.children)


def is_due_to(token: Token) -> bool:
    """Tell whether a verb is what somebody "is to" do."""
    return (
        is_infinitive(token)
        and token.dep_ == "xcomp"
        and token.head.lemma_ == "be"
        and token.head.i < token.i
    )


def is_duty(token: Token) -> bool:
    """Tell whether a verb is what somebody "has to" or "needs to" do; what they "have yet to" do is none."""
    head = token.head
    if token.dep_ != "xcomp" or head.lemma_ not in DUTIES:
        return False
    yet = any(each.lower_ == "yet" for each in (*head.children, *token.children))
    return not yet and child(token, "aux") is not None and child(head, "dobj") is None


def is_denied(token: Token) -> bool:
    """Tell whether a predicate is denied, by itself, its subject, its object or what it hangs on ("failed to")."""
    if any(_denies(each, token) for each in token.children):
        return True
    head = token.head
    if (
        token.dep_ == "xcomp"
        and head.lemma_ in {"have", "be"}
        and any(each.lower_ == "yet" for each in (*head.children, *token.children))
    ):
        return True
    if token.dep_ == "xcomp" and head.lemma_ in {"persuade", "convince"}:
        return is_denied(head)
    if token.dep_ == "xcomp" and head.lemma_ in {"fail", "unable", "able", "have", "going", "go"}:
        return head.lemma_ in {"fail", "unable"} or is_denied(head)
    return token.dep_ == "conj" and child(token, *SUBJECTS) is None and _shares_denial(token)


def _denies(word: Token, token: Token) -> bool:
    """Tell whether what hangs on a predicate denies it."""
    if word.dep_ in {"neg", "preconj"} and word.lower_ in DENIALS:
        return True
    if word.lower_ in {"never", "nor", "neither"} and word.i < token.i:
        return True
    if word.lower_ == "longer" and any(x.lower_ in {"no", "any"} for x in word.children):
        return True
    if word.dep_ == "prep":
        return _rules_out(word)
    if word.dep_ == "advcl" and word.left_edge.lower_ == "not" and word.i < token.i:
        return any(
            each.lower_ == "until" for each in word.lefts
        )  # "not until they are free will it sign"
    return word.dep_ in {*SUBJECTS, "dobj", "attr"} and lacks(word)


def _rules_out(preposition: Token) -> bool:
    """Tell whether words deny what they stand beside: "at no stage", "under no circumstances", "by no means"."""
    inner = child(preposition, "pobj")
    return inner is not None and inner.lemma_.lower() in OCCASIONS and lacks(inner)


def _shares_denial(token: Token) -> bool:
    """Tell whether "did not accept or reject" denies this one too."""
    joined = any(each.dep_ == "cc" and each.lower_ in {"or", "nor"} for each in token.head.children)
    return joined and is_denied(token.head)


def lacks(noun: Token) -> bool:
    """Tell whether a noun is there only to say that there is none: "no date", "neither side", "none"."""
    if noun.lower_ in {"none", "nothing", "nobody", "neither"}:
        return True
    return any(
        each.lower_ in {"no", "neither"} and each.dep_ in {"det", "neg", "advmod"}
        for each in noun.children
    )


def no_longer(token: Token) -> bool:
    return any(
        each.lower_ == "longer" and any(x.lower_ in {"no", "any"} for x in each.children)
        for each in token.children
    ) or any(each.lower_ == "anymore" for each in token.children)


def is_perfect(token: Token) -> bool:
    """Tell whether a predicate is in the present perfect: "has signed", not "had signed"."""
    return any(each.dep_ == "aux" and each.lower_ in HAVE for each in token.children)


def modal_of(token: Token) -> str:
    """Return the modal of a predicate in full ("will" for "'ll" and "wo"), "must" for a duty; else nothing."""
    for each in token.children:
        if each.dep_ in {"aux", "auxpass"} and each.tag_ == "MD":
            return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "sha": "shall"}.get(
                each.lower_, each.lower_
            )
    head = token.head
    if token.dep_ == "xcomp" and head.lower_ == "going" and child(token, "aux") is not None:
        return "will"
    if is_duty(token):
        return "must"
    if (
        token.dep_ == "conj"
        and child(token, *SUBJECTS) is None
        and child(token, "aux") is None
        and token.tag_ == "VB"
    ):
        return modal_of(head)
    return ""


def predicate(token: Token) -> tuple[int, int]:
    """Return the tokens from a predicate's first helping word to its particle: "would not be drawn", "put off"."""
    helping = [each.i for each in token.lefts if each.dep_ in HELPING]
    behind = [
        each.i
        for each in token.rights
        if each.dep_ in {"prt", "neg"} and each.i <= token.i + BESIDE
    ]
    return min([token.i, *helping]), max([token.i, *behind]) + 1


def particle(token: Token, phrases: frozenset[str]) -> Token | None:
    """Return the last word of the particles that a predicate takes: "out" of "rule out", "for" of "hold out for"."""
    longest_first = sorted(phrases, key=lambda phrase: (-phrase.count(" "), phrase))
    found = (_along(token, phrase.split()) for phrase in longest_first)
    return next((each for each in found if each is not None), None)


def _along(token: Token, words: list[str]) -> Token | None:
    """Go from a predicate along its particles, each beside the one before or hung on it."""
    last = token
    for word in words:
        beside = (*last.children, *(token.children if last.i != token.i else ()))
        fits = (
            each
            for each in beside
            if each.lower_ == word
            and each.dep_ in {*PREPOSITIONS, "aux", "mark"}
            and (last.i == token.i or each.i > last.i)
        )
        following = next(fits, None)
        if following is None:
            return None
        last = following
    return last if words else None


def complement(token: Token) -> Token | None:
    """Return what a cue is about: its object, its clause, or what its preposition governs."""
    for each in token.children:
        if each.i > token.i and each.dep_ in {
            "dobj",
            "ccomp",
            "xcomp",
            "attr",
            "oprd",
            "acomp",
            "dative",
        }:
            return each
    for each in token.children:
        if each.i > token.i and each.dep_ in {"prep", "agent"}:
            inner = child(each, "pobj", "pcomp")
            if inner is not None:
                return inner
    loose = (
        each
        for each in token.children
        if each.i > token.i and each.dep_ in {"npadvmod", "dep", "pcomp", "pobj", "advcl"}
    )
    return next(
        (each for each in loose if each.pos_ in {"NOUN", "PROPN", "PRON"} or each.tag_ == "VBG"),
        None,
    )


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Climb to the root: each head with the child through which it was reached."""
    below = token
    while below.head.i != below.i:
        yield below.head, below
        below = below.head


def conjuncts(token: Token, *, most: int) -> tuple[Token, ...]:
    """Return the nouns joined to another by "and", one after the other."""
    found: list[Token] = []
    open_ends = [token]
    while open_ends and len(found) < most:
        for each in open_ends.pop().children:
            if each.dep_ == "conj" and each.pos_ in {"NOUN", "PROPN"}:
                found.append(each)
                open_ends.append(each)
    return tuple(found)


@lru_cache(maxsize=KEPT)
def text_of(sentence: Span) -> str:
    """Return a sentence's words; kept, as every word of it is asked about, and spaCy joins them anew each time."""
    return sentence.text


def within(token: Token, top: Token) -> bool:
    return token.i == top.i or top.is_ancestor(token)
