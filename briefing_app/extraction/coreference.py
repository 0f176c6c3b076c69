"""Whom a pronoun means: the nearest mention that fits it, subjects before others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction import constructions, trees
from briefing_app.extraction.tokens import Span as Sentence
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import NOBODY, Mention, Who

if TYPE_CHECKING:
    from briefing_app.extraction.mentions import Reading
    from briefing_app.extraction.parsing import Paragraph

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
FEMALE = frozenset({"she", "her", "hers"})
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "neither", "each", "either"})
JOINT_WORDS = frozenset({"both", "neither", "each", "either"})
BACK = 3  # paragraphs that a pronoun may point back over, its own among them
FAR_BACK = 6  # the same for "he", who is quoted at length


def antecedent(reading: Reading, paragraph: Paragraph, pronoun: Token) -> Who:
    """Return whom a pronoun means; "they" without anybody before it are all the parties."""
    word = pronoun.lower_
    if word in JOINT_WORDS:
        return Who(joint=True)
    if word not in PERSONAL | NEUTER | PLURAL or constructions.is_expletive(
        pronoun, reading.lexicon.modal
    ):
        return NOBODY
    done_to = _done_to(reading, paragraph, pronoun)
    back = FAR_BACK if word in PERSONAL else BACK
    for place, sentence in _backward(reading.paragraphs, paragraph, pronoun, back):
        found = _parallel(reading, place, sentence, pronoun) or _in_sentence(
            reading, place, sentence, pronoun, done_to
        )
        if found or (found.person and word in PERSONAL):
            return found  # a person whose side is not known is not passed over for one before
    return Who(joint=True) if word in {"they", "their", "them"} else NOBODY


def _parallel(reading: Reading, paragraph: Paragraph, sentence: Sentence, pronoun: Token) -> Who:
    """Return whom the same word means as the subject of a sentence before: "They asked ... They also demanded"."""
    told = pronoun.dep_ == "nsubj" and pronoun.lower_ not in NEUTER  # "it" changes too often
    same = trees.child(sentence.root, "nsubj") if told else None
    before = same is not None and (same.doc is not pronoun.doc or same.i < pronoun.i)
    if same is None or not before or same.lower_ != pronoun.lower_ or same.sent == pronoun.sent:
        return NOBODY
    return reading.who(paragraph, same)


def _done_to(reading: Reading, paragraph: Paragraph, pronoun: Token) -> int | None:
    """Return to whom a pronoun's verb is done, who is another: "they urged Ecuador"."""
    other = trees.child(pronoun.head, "dobj", "dative") if pronoun.dep_ == "nsubj" else None
    hit = reading.hit(paragraph, other) if other is not None else None
    return hit.actor if hit is not None else None


def last_of_kind(reading: Reading, paragraph: Paragraph, noun: Token, kind: str) -> Who:
    """Return whom "the army" or "the union" means where the text has several: the one of the kind named last."""
    for place, sentence in _backward(reading.paragraphs, paragraph, noun, BACK):
        limit = noun.i if place is paragraph else sentence.end
        before = [
            each.who
            for each in reading.mentions(place, before=noun.i if place is paragraph else None)
            if sentence.start <= each.token < min(sentence.end, limit)
            and reading.kind_of(each.who) == kind
        ]
        if before:
            return Who(before[-1].actors)
    return NOBODY


def _backward(
    paragraphs: Sequence[Paragraph], paragraph: Paragraph, token: Token, back: int
) -> Iterator[tuple[Paragraph, Sentence]]:
    """Return the sentences from a word's own backward."""
    for place in reversed(paragraphs[max(0, paragraph.number - back + 1) : paragraph.number + 1]):
        for sentence in reversed(place.doc.sents):
            if place is not paragraph or sentence.start <= token.i:
                yield place, sentence


def _in_sentence(
    reading: Reading,
    paragraph: Paragraph,
    sentence: Sentence,
    pronoun: Token,
    done_to: int | None,
) -> Who:
    same = sentence.doc == pronoun.doc
    own = same and sentence.start <= pronoun.i < sentence.end
    limit = pronoun.i if same else sentence.end
    here = [
        each
        for each in reading.mentions(paragraph, before=limit if same else None)
        if sentence.start <= each.token < min(sentence.end, limit)
        and _fits(each, pronoun.lower_)
        and each.who.actors != (done_to,)
        and (each.who or _is_somebody(sentence.doc[each.token]))
    ]
    if own:
        return _in_own_sentence(sentence, here, pronoun)
    chosen = [each for each in here if each.subject][:1] or here[-1:]
    return chosen[0].who if chosen else NOBODY


def _is_somebody(word: Token) -> bool:
    """Tell whether a name is surely a person's: many that the model does not know are places."""
    return word.pos_ != "PROPN" or word.ent_type_ == "PERSON"


def _in_own_sentence(sentence: Sentence, here: list[Mention], pronoun: Token) -> Who:
    """Return the subject nearest to the sentence's root; but "he" is never a mere object beside him."""
    free = [each for each in here if not trees.within(pronoun, sentence.doc[each.token])]
    subjects = sorted(
        (each for each in free if each.subject),
        key=lambda each: (_depth(sentence.doc[each.token]), -each.token),
    )
    others = [] if pronoun.lower_ in {"he", "she"} else free[-1:]
    chosen = subjects[:1] or others
    return chosen[0].who if chosen else NOBODY


def _depth(token: Token) -> int:
    """Count the clauses between a word and the root of its sentence."""
    return sum(below.dep_ in trees.CLAUSES for _head, below in trees.ancestors(token))


def _fits(mention: Mention, pronoun: str) -> bool:
    if pronoun in PERSONAL:
        other = "m" if pronoun in FEMALE else "f"
        return mention.who.person and not mention.plural and mention.gender != other
    if pronoun in NEUTER:
        return len(mention.who.actors) == 1 and not mention.who.person and not mention.who.joint
    return bool(mention.who) and (mention.plural or mention.who.joint or not mention.who.person)
