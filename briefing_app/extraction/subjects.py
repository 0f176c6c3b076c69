"""Who does what a verb says: the own subject, one shared with another verb, or one that the parser hangs elsewhere."""

from __future__ import annotations

from briefing_app.extraction.tokens import Token
from briefing_app.extraction.trees import SUBJECTS, child

SHARING = frozenset(
    {
        "conj",
        "xcomp",
        "advcl",
        "ccomp",
        "aux",
        "acomp",
        "attr",
        "prep",
        "pcomp",
        "parataxis",
        "oprd",
    }
)


def subject_of(token: Token, *, depth: int = 6) -> Token | None:
    """Return who does it: the own subject, or the one shared with what it hangs on."""
    own = child(token, *SUBJECTS)
    if own is not None and own.dep_ == "csubj" and any(each.lower_ == "what" for each in own.lefts):
        return child(own, "nsubj")  # "what Bern would like is a clause"
    if own is not None and own.lower_ in {"who", "which", "that"}:
        if token.dep_ == "relcl":
            return token.head
        if token.dep_ == "ccomp" and (named := _brought_out(token.head)) is not None:
            return named
    if own is not None or depth == 0:
        return own
    if token.dep_ in {"relcl", "acl"}:
        return _modified(token)
    controller = _controller(token) if token.dep_ == "xcomp" else None
    if controller is not None:
        return controller
    elsewhere = _misplaced(token)
    shares = token.dep_ in SHARING and token.head.i != token.i
    return elsewhere or (subject_of(token.head, depth=depth - 1) if shares else None)


def _brought_out(be: Token) -> Token | None:
    """Return who is brought out in "it was Peru that blocked the text"."""
    it = child(be, "nsubj")
    whole = be.lemma_ == "be" and it is not None and it.lower_ == "it"
    return child(be, "attr") if whole else None


def _misplaced(token: Token) -> Token | None:
    """Return the subject that the parser hangs elsewhere: "the army did, however, offer", "Peru, for its part, is"."""
    helped = any(each.dep_ == "aux" and each.tag_ != "TO" for each in token.children)
    for each in token.lefts if helped else ():
        if each.dep_ == "aux" and (own := child(each, *SUBJECTS)) is not None:
            return own
        if each.dep_ == "npadvmod" and _may_act(each):
            return each
        if each.dep_ in {"ccomp", "parataxis"} and (own := _ahead(each) or _grouped(each)):
            return own
    told = helped and token.dep_ == "ccomp" and token.i > token.head.i
    return _ahead(token.head) if told else None


def _ahead(remark: Token) -> Token | None:
    """Return who stands before a remark: "China, he said, would"."""
    return next((each for each in remark.lefts if each.dep_ == "npadvmod" and _may_act(each)), None)


def _grouped(clause: Token) -> Token | None:
    """Return who was taken for the subject of what only describes them: "the firms grouped in it are"."""
    described = clause.dep_ == "ccomp" and clause.tag_ in {"VBN", "VBD"}
    joined = described and not clause.doc[clause.right_edge.i + 1].is_punct
    return child(clause, *SUBJECTS) if joined else None


def _may_act(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"}


def _modified(token: Token) -> Token | None:
    """Return whom a clause beside a noun tells of: "the union demanding more", "who refused"."""
    if token.tag_ == "VBN" and any(each.lower_ == "having" for each in token.children):
        return subject_of(token.sent.root, depth=0)
    if token.tag_ == "VBD" and token.head.dep_ == "ROOT":
        return token.head  # what the parser took for a noun with a remark is a sentence
    if token.tag_ == "VBD" and token.sent.root.pos_ in {"NOUN", "PROPN"}:
        return token.sent.root  # "Zimbabwe, for the African Group, called for"
    noun = token.head.pos_ in {"NOUN", "PROPN", "PRON"}
    return token.head if noun and (token.dep_ == "relcl" or token.tag_ == "VBG") else None


def _controller(token: Token) -> Token | None:
    """Return who is urged or told to do it."""
    told = child(token.head, "dobj", "dative")
    own = token.head.lemma_ in {"promise", "have", "make", "use", "take"}
    return told if told is not None and told.i < token.i and not own else None
