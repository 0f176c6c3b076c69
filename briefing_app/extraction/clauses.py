"""The clauses of a document that may carry a position or an outcome, with whose position each may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction import subjects, trees
from briefing_app.extraction.attribution import said_of
from briefing_app.extraction.frames import extent
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.stances import holder_of, nominal_holder
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said, Voices
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

PARTS = frozenset(
    {"aux", "auxpass", "amod", "compound", "xcomp", "pcomp", "csubj", "nmod", "punct", "mark"}
)  # of another clause
FEWEST = 3  # words that can claim something
OWNED = frozenset({"poss", "amod", "compound"})
SUBORDINATING = frozenset({"if", "unless", "whether", "until", "once", "before", "after", "when"})


@dataclass(frozen=True)
class Clause:
    """A predicate with the tokens that carry it, on whose word it stands, and whose position it may be."""

    paragraph: Paragraph
    head: Token
    first: int
    end: int
    said: Said | None
    doer: Who
    speaker: Who


def clauses_of(reading: Reading, heard: Voices, paragraph: Paragraph) -> Iterator[Clause]:
    """Find every clause that states something, in the text's order."""
    for token in paragraph.doc:
        noun = _is_owned_noun(reading, paragraph, token)
        if not noun and not _is_predicate(token, reading.lexicon):
            continue
        said = said_of(reading, heard, paragraph, token)
        if said is not None and said.asked:
            continue
        first, end = extent(token, reading.lexicon, asides=False)
        if sum(each.is_alpha for each in paragraph.doc[first:end]) < FEWEST:
            continue
        doer = (
            nominal_holder(reading, paragraph, token)
            if noun
            else holder_of(reading, paragraph, doer_of(token, reading.lexicon), said)
        )
        speaker = said.who if said is not None else NOBODY
        yield Clause(paragraph, token, first, end, said, doer, speaker)


def holders_of(clause: Clause) -> Iterator[tuple[bool, Who]]:
    """Return whose position a clause may be, each with whether it is the speaker; the doer, if it is nobody's."""
    other = bool(clause.speaker) and not clause.speaker.same(clause.doer)
    if clause.doer or not other:
        yield False, clause.doer
    if other:
        yield True, clause.speaker


def doer_of(token: Token, lexicon: Lexicon) -> Token | None:
    """Return who does it: a passive's "by" whom, else the subject, as in "was prepared to" and "would not be drawn"."""
    lemma = token.lemma_.lower()
    willed = lemma in lexicon.adjectives or lemma in lexicon.speech["of_themselves"]
    passive = trees.is_passive(token) and (not willed or trees.agent_of(token) is not None)
    return trees.agent_of(token) if passive else subjects.subject_of(token)


def _is_predicate(token: Token, lexicon: Lexicon) -> bool:
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in PARTS:
        return False
    if token.dep_ == "prep" and token.tag_ == "VBG":
        return False  # "including the islands", "following the talks"
    if token.dep_ in {"acl", "advcl"} and token.tag_ not in {"VBG", "VBD", "VBZ", "VBP", "VB"}:
        return False
    if token.dep_ == "advcl" and any(
        each.lower_ in SUBORDINATING and each.dep_ in {"mark", "advmod"} for each in token.children
    ):
        return False
    return not (token.lemma_ in lexicon.speech["bare"] and _only_tells(token))


def _only_tells(token: Token) -> bool:
    """Tell whether a verb of saying tells what stands elsewhere: "they agreed, he said, breaking a stalemate"."""
    return token.dep_ in {"parataxis", "ccomp", "dep"} or trees.child(token, "ccomp") is not None


def _is_owned_noun(reading: Reading, paragraph: Paragraph, token: Token) -> bool:
    """Tell whether a noun says by itself what somebody wants: "its refusal to", "the Russian demand that"."""
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return False
    owned = any(
        each.dep_ in OWNED and (each.dep_ == "poss" or reading.hit(paragraph, each) is not None)
        for each in token.children
    )
    return owned and any(
        each.i > token.i and each.dep_ in {"acl", "ccomp", "prep"} for each in token.children
    )
