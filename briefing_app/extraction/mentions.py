"""Whom a noun phrase means: the party behind a minister, a capital, a delegation, a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.cast import Cast, Hit
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "neither", "each", "either"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
JOINT_WORDS = frozenset({"both", "neither", "each", "either"})
FIRST = frozenset({"i", "we", "us", "our", "my", "me", "ours", "ourselves", "'s"})


@dataclass(frozen=True)
class Who:
    """Whom some words mean: actors by number, whether a single person speaks, and whether it is all the parties."""

    actors: tuple[int, ...] = ()
    person: bool = False
    joint: bool = False
    unnamed: bool = False  # a source whose principal is not said

    def __bool__(self) -> bool:
        return bool(self.actors) or self.joint


NOBODY = Who()


@dataclass(frozen=True)
class Mention:
    token: int
    who: Who
    subject: bool
    plural: bool
    gender: str = ""  # "f" or "m" where a title tells


@dataclass
class Reading:
    """A parsed document together with who is named in it. Answers are kept, as the same nouns are asked for often."""

    text: str
    paragraphs: Sequence[Paragraph]
    lexicon: Lexicon
    cast: Cast
    classes: dict[str, int] = field(
        default_factory=dict[str, int]
    )  # "rebels" -> the one armed party
    first_person: dict[int, int] = field(
        default_factory=dict[int, int]
    )  # paragraph -> who "we" are outside quotations
    known: dict[tuple[int, int], Who] = field(default_factory=dict[tuple[int, int], Who])

    genders: dict[str, str] = field(default_factory=dict[str, str])  # by surname, where a title tells
    mentioned: dict[int, list[Mention]] = field(default_factory=dict[int, list[Mention]])

    def mentions(self, paragraph: Paragraph) -> list[Mention]:
        """Return who is mentioned in a paragraph, in order; while it is being gone through, what is known so far."""
        if paragraph.number not in self.mentioned:
            self.mentioned[paragraph.number] = []
            for mention in self._mentions(paragraph):
                self.mentioned[paragraph.number].append(mention)
        return self.mentioned[paragraph.number]

    def forget(self) -> None:
        """Drop the answers kept so far, once more is known of who is who."""
        self.known.clear()
        self.mentioned.clear()

    def hit(self, paragraph: Paragraph, token: Token) -> Hit | None:
        return self.cast.hits.get((paragraph.number, token.i))

    def who(self, paragraph: Paragraph, token: Token | None) -> Who:
        """Return whom a noun phrase means, by its head; with "and", all of them."""
        if token is None:
            return NOBODY
        key = (paragraph.number, token.i)
        if key not in self.known:
            self.known[key] = NOBODY  # breaks the circle of a pronoun that leads to itself
            self.known[key] = self._with_conjuncts(paragraph, token)
        return self.known[key]

    def _with_conjuncts(self, paragraph: Paragraph, token: Token) -> Who:
        own = self._one(paragraph, token)
        others = [
            self.who(paragraph, each)
            for each in token.children
            if each.dep_ == "conj" and each.pos_ in {"NOUN", "PROPN"}
        ]
        if own.joint or not others:
            return own
        actors = dict.fromkeys([*own.actors, *(a for each in others for a in each.actors)])
        return Who(tuple(actors), person=own.person, unnamed=own.unnamed and not actors)

    def _one(self, paragraph: Paragraph, token: Token) -> Who:
        hit = self.hit(paragraph, token)
        if hit is not None:
            return Who((hit.actor,), person=hit.form == "person")
        word = token.lower_
        if word in FIRST and token.pos_ in {"PRON", "DET"}:
            return self._first_person(paragraph, token)
        if token.pos_ in {"PRON", "DET"} or word in PLURAL:
            return self._pronoun(paragraph, token)
        return self._noun(paragraph, token)

    def _first_person(self, paragraph: Paragraph, _token: Token) -> Who:
        actor = self.first_person.get(paragraph.number)
        return NOBODY if actor is None else Who((actor,), person=True)

    def _noun(self, paragraph: Paragraph, token: Token) -> Who:
        lemma = token.lemma_.lower()
        agents = self.lexicon.actors["agents"]
        person = lemma in self.lexicon.actors["persons"] or token.ent_type_ == "PERSON"
        principals = (
            self.principals(paragraph, token)
            if lemma in agents or self.class_of(token) in {"state", "armed", "bloc", "group"} or token.pos_ == "PROPN"
            else ()
        )
        if principals:
            return Who(principals, person=person and token.tag_ in {"NN", "NNP"})
        if self._is_joint(token):
            return Who(joint=True)
        appositive = trees.child(token, "appos")
        if appositive is not None and self.hit(paragraph, appositive) is not None:
            return self._one(paragraph, appositive)
        if lemma in self.lexicon.actors["sources"] and not self._is_definite(token):
            return Who(person=True, unnamed=True)
        actor = self.classes.get(lemma)
        if actor is not None:
            return Who((actor,), person=person and token.tag_ == "NN")
        return Who(person=person, unnamed=person and not self._is_definite(token))

    def class_of(self, token: Token) -> str:
        """Return the kind of party that a common noun may stand for."""
        lemma = token.lemma_.lower()
        return next((kind for kind, words in self.lexicon.classes.items() if lemma in words), "")

    def _is_definite(self, token: Token) -> bool:
        return any(
            each.lower_ in {"the", "its", "his", "her", "their", "this", "that"}
            for each in token.children
        )

    def _is_joint(self, token: Token) -> bool:
        """Tell whether a plural means all the parties: "both sides", "the two leaders", "the delegations"."""
        lemma = token.lemma_.lower()
        if lemma not in self.lexicon.actors["joint"]:
            return False
        marks = self.lexicon.actors["joint_marks"]
        if any(each.lower_ in marks for each in token.children):
            return True
        if any(
            each.dep_ in {"amod", "compound", "poss"}
            and each.lower_
            not in {"trade", "peace", "chief", "opposing", "political", "top", "senior"}
            for each in token.children
        ):
            return False
        return token.tag_ in {"NNS", "NNPS"} and (
            lemma in self.lexicon.actors["plainly_joint"]
            or (self._is_definite(token) and lemma in {"country", "leader", "government", "community", "team", "minister", "president", "premier", "chief"})
        )

    def principals(self, paragraph: Paragraph, token: Token) -> tuple[int, ...]:
        """Return the actors named beside a noun: its possessor, nationality, or "of", "from", "for" whom it is."""
        found: dict[int, None] = {}
        appositive = trees.child(token, "appos")
        if appositive is not None and (hit := self.hit(paragraph, appositive)) is not None and hit.form == "name":
            return (hit.actor,)
        for each in token.children:
            if each.i < token.i and each.lower_ not in POSSESSIVE and each.dep_ in {
                "poss",
                "compound",
                "amod",
                "nmod",
                "det",
                "npadvmod",
            }:
                self._gather(paragraph, each, found)
        if not found:
            for each in token.children:
                if (
                    each.i > token.i
                    and each.dep_ == "prep"
                    and each.lower_ in {"of", "from", "for", "with", "to"}
                    and not (each.lower_ in {"for", "to"} and token.lemma_ in {"envoy", "representative", "ambassador"})
                ):
                    inner = trees.child(each, "pobj")
                    if inner is not None and (
                        self.hit(paragraph, inner)
                        or (
                            each.lower_ != "with"
                            and inner.lemma_.lower() in self.lexicon.actors["agents"]
                        )
                    ):
                        found |= dict.fromkeys(self.who(paragraph, inner).actors)
        if not found and appositive is not None:
            hit = self.hit(paragraph, appositive)
            found |= (
                {hit.actor: None} if hit else dict.fromkeys(self.principals(paragraph, appositive))
            )
        owner = trees.child(token, "poss")
        if not found and owner is not None and owner.lower_ in POSSESSIVE:
            found |= dict.fromkeys(self.who(paragraph, owner).actors)
        return tuple(found)

    def _gather(self, paragraph: Paragraph, token: Token, found: dict[int, None]) -> None:
        hit = self.hit(paragraph, token)
        if hit is not None:
            found[hit.actor] = None
        elif token.dep_ == "poss":
            found |= dict.fromkeys(self.who(paragraph, token).actors)
            return
        for each in token.children:
            if each.dep_ in {"conj", "poss", "compound", "amod", "nmod", "appos"}:
                self._gather(paragraph, each, found)

    def _mentions(self, paragraph: Paragraph) -> Iterator[Mention]:
        for token in paragraph.doc:
            if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ == "compound":
                continue
            hit = self.hit(paragraph, token)
            if hit is not None and (token.i != hit.end - 1 or (hit.form == "demonym" and token.dep_ in {"amod", "compound"})):
                continue
            if token.pos_ == "ADJ" and (hit is None or token.dep_ in {"amod", "compound", "nmod"}):
                continue
            who = self.who(paragraph, token)
            if who or who.person:
                plural = token.tag_ in {"NNS", "NNPS"} or len(who.actors) > 1
                yield Mention(token.i, who, token.dep_ in trees.SUBJECTS, plural, self.genders.get(token.text, ""))

    def _pronoun(self, paragraph: Paragraph, token: Token) -> Who:
        word = token.lower_
        if word in JOINT_WORDS:
            return Who(joint=True)
        if word not in PERSONAL | NEUTER | PLURAL:
            return NOBODY
        for sentence in _backward(self.paragraphs, paragraph, token):
            found = self._in_sentence(sentence, token)
            if found:
                return found
        return Who(joint=True) if word in {"they", "their", "them"} else NOBODY

    def _in_sentence(self, place: tuple[Paragraph, Sentence], pronoun: Token) -> Who:
        """Return the mention in one sentence that a pronoun fits best: the first subject, else the latest."""
        paragraph, sentence = place
        same = sentence.doc == pronoun.doc
        limit = pronoun.i if same else len(sentence.doc)
        here = [
            each
            for each in self.mentions(paragraph)
            if sentence.start <= each.token < min(sentence.end, limit)
            and _fits(each, pronoun.lower_)
        ]
        here = [
            each for each in here if not trees.within(pronoun, sentence.doc[each.token]) or not same
        ]
        subjects = [each for each in here if each.subject]
        if same and pronoun.i < sentence.end and pronoun.i >= sentence.start:
            nominative = [] if pronoun.lower_ in {"he", "she"} else here
            best = sorted(subjects, key=lambda each: (_depth(sentence.doc[each.token]), -each.token))[:1]
            return (best or nominative or [Mention(0, NOBODY, subject=False, plural=False)])[-1].who
        return (subjects[:1] or here[-1:] or [Mention(0, NOBODY, subject=False, plural=False)])[
            0
        ].who


def _depth(token: Token) -> int:
    """Count the clauses between a word and the root of its sentence."""
    return sum(below.dep_ in trees.CLAUSES for _head, below in trees.ancestors(token))


def _fits(mention: Mention, pronoun: str) -> bool:
    if pronoun in PERSONAL:
        other = "m" if pronoun in {"she", "her", "hers"} else "f"
        return mention.who.person and not mention.plural and mention.gender != other
    if pronoun in NEUTER:
        return len(mention.who.actors) == 1 and not mention.who.person and not mention.who.joint
    return bool(mention.who) and (mention.plural or mention.who.joint or not mention.who.person)


def _backward(
    paragraphs: Sequence[Paragraph], paragraph: Paragraph, token: Token
) -> Iterator[tuple[Paragraph, Sentence]]:
    """Return the sentences from a token's own backward, at most one paragraph beyond its own."""
    for number in range(paragraph.number, max(-1, paragraph.number - 3), -1):
        place = paragraphs[number]
        for sentence in reversed(list(place.doc.sents)):
            if place is not paragraph or sentence.start <= token.i:
                yield place, sentence
