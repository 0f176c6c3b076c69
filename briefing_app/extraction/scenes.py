"""One word of the document with all that the finders of outcomes ask about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Status
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.assertion import is_hypothetical, is_past
from briefing_app.extraction.attribution import said_of
from briefing_app.extraction.frames import extent
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.stances import holder_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said, Voices
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.extraction.parsing import Paragraph

JOINTLY = Who(joint=True)
WISHED_AS = frozenset({"ccomp", "xcomp", "advcl", "prep", "dobj"})


@dataclass(frozen=True)
class Finding:
    """One outcome as a sentence shows it: its status, who must act, and the tokens that carry it."""

    paragraph: Paragraph
    head: Token
    status: Status
    first: int
    end: int
    cue: str
    responsible: Who = NOBODY
    needs_date: bool = False  # counts only with a date beside it
    read: bool = False  # by the classifier in the clause as a whole
    item: bool = False  # whose whole words are the claim, as of what stands in a list
    sure: bool = False  # in words that the classifier has not learned to read


@dataclass(frozen=True)
class Scene:
    """A word, its subject, whom that means, and on whose word it stands; found once somebody asks."""

    reading: Reading
    heard: Voices
    paragraph: Paragraph
    token: Token

    @cached_property
    def said(self) -> Said | None:
        return said_of(self.reading, self.heard, self.paragraph, self.token)

    @property
    def states(self) -> bool:
        """Whether it is told as true: not supposed, not long ago, not asked."""
        asked = self.said is not None and self.said.asked
        return not asked and not is_hypothetical(self.token) and not is_past(self.token)

    @cached_property
    def subject(self) -> Token | None:
        return subjects.subject_of(self.token)

    @cached_property
    def who(self) -> Who:
        return self.who_does(self.token)

    @cached_property
    def denied(self) -> bool:
        return trees.is_denied(self.token)

    @cached_property
    def modal(self) -> str:
        return trees.modal_of(self.token)

    @cached_property
    def passive(self) -> bool:
        return trees.is_passive(self.token)

    @cached_property
    def wished(self) -> bool:
        return self.is_wished(self.token)

    @property
    def lemma(self) -> str:
        return self.token.lemma_.lower()

    @property
    def is_verb(self) -> bool:
        return self.token.pos_ in {"VERB", "AUX"}

    @property
    def plain(self) -> bool:
        """Whether the predicate states something: not denied, not wished, under no modal."""
        return self.token.pos_ == "VERB" and not self.denied and not self.modal and not self.wished

    @property
    def joint(self) -> bool:
        return self.who.joint or len(self.who.actors) > 1

    @property
    def about_talks(self) -> bool:
        return self.are_talks(self.subject) or self.joint

    def words(self, kind: str, name: str) -> frozenset[str]:
        return self.reading.lexicon.outcomes[kind][name]

    def one_of(self, token: Token | None, kind: str, name: str) -> bool:
        """Tell whether a word is one of a list of the lexicon's."""
        return token is not None and token.lemma_.lower() in self.words(kind, name)

    def takes(self, kind: str) -> bool:
        """Tell whether the word is a verb of a kind, with the particle that it needs."""
        particles = self.reading.lexicon.outcome_verbs[kind].get(self.lemma)
        if particles is None:
            return False
        children = {form for each in self.token.children for form in (each.lower_, each.lemma_)}
        beside = "" in particles or bool(particles & children)
        return beside or trees.particle(self.token, particles) is not None

    def who_does(self, verb: Token) -> Who:
        return holder_of(self.reading, self.paragraph, subjects.subject_of(verb), self.said)

    def are_talks(self, noun: Token | None) -> bool:
        return self.one_of(noun, "no_agreement", "talks")

    def is_wished(self, token: Token) -> bool:
        """Tell whether a clause is only wished, demanded or expected by somebody."""
        for head, below in trees.ancestors(token):
            if self.one_of(head, "wished", "verbs_of_will"):
                return below.dep_ in WISHED_AS
        return False

    def finding(
        self, status: Status, *, head: Token | None = None, who: Who = NOBODY, cue: str = ""
    ) -> Finding:
        head = head if head is not None else self.token
        first, end = extent(head, self.reading.lexicon)
        return Finding(self.paragraph, head, status, first, end, cue or head.text, who)

    def with_date(
        self, status: Status, *, head: Token | None = None, who: Who = JOINTLY
    ) -> Finding:
        return replace(self.finding(status, head=head, who=who), needs_date=True)
