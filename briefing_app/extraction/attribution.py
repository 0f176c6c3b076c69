"""On whose word a sentence stands: the verb of saying above it, "according to", a quotation's speaker, a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.mentions import FIRST, Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said, Voices
from briefing_app.extraction.who import Who

LEADING = 40  # code points by which a verb before a quotation is taken to be further off
CONTINUED = 5  # paragraphs over which a quotation may go on
VIEWS = frozenset({"view", "opinion"})  # in which something is so
SOURCED = ("according", "relayed")
UTTERING = frozenset(
    {"have", "set", "state", "give", "issue", "repeat", "attach", "put", "make", "add", "present"}
)
PAPERS = frozenset({"note", "statement", "document", "text", "communiqué", "communique"})
WORDS = 25  # code points that make a quotation of more than a word or two


def said_of(reading: Reading, heard: Voices, paragraph: Paragraph, token: Token) -> Said | None:
    """Return on whose word a predicate stands; None where the reporter states it."""
    region = region_of(heard, paragraph, token)
    told = _viewed(reading, paragraph, token) or _reported(reading, paragraph, token)
    own = (
        told
        if told is not None and paragraph.doc[told.verb].lemma_ != "be"
        else _according(reading, paragraph, token) or told
    )
    own = own or _announced(reading, paragraph, token)
    if own is not None and (region is None or not _in(region, paragraph.doc[own.verb])):
        return Said(own.who, own.words, quoted=region is not None, verb=own.verb)
    if region is not None and region[1] - region[0] > WORDS:
        speaker = _of_quotation(reading, heard, paragraph, region)
        if speaker is not None:
            return speaker
    return own or heard.labels[paragraph.number]


def told_by(heard: Voices, paragraph: Paragraph, said: Said | None, holder: Who) -> Said | None:
    """Return who answers for a report in the end: in a transcript or statement, the one who tells all of it."""
    teller = heard.labels[paragraph.number]
    if teller is None or not teller.who.actors:
        return said
    theirs = set(teller.who.actors) & set(holder.actors)
    return teller if (said is None) == bool(theirs) else said


def region_of(heard: Voices, paragraph: Paragraph, token: Token) -> tuple[int, int] | None:
    return next((each for each in heard.quoted[paragraph.number] if _in(each, token)), None)


def _in(region: tuple[int, int], token: Token) -> bool:
    return region[0] <= token.idx < region[1]


def _reported(reading: Reading, paragraph: Paragraph, token: Token) -> Said | None:
    """Look for a verb of saying above a predicate, or beside it as in "they will, he said, come"."""
    speech = reading.lexicon.speech["verbs"]
    if (found := _beside(reading, paragraph, token)) is not None:
        return found
    for head, below in trees.ancestors(token):
        if (held := _held(reading, paragraph, head, below)) is not None:
            return held
        if (
            head.lemma_ in speech
            and below.dep_ in {"ccomp", "xcomp", "parataxis", "advcl", "dobj", "acl", "oprd"}
            and head.pos_ in {"VERB", "AUX"}
        ):
            tight = below.dep_ == "ccomp" or (
                below.dep_ == "parataxis" and below.i > head.i and not _is_saying(reading, below)
            )
            if tight and (speaker := _speaker(head)) is not None:
                return _said(reading, paragraph, head, speaker)
        if (
            (found := _beside(reading, paragraph, head)) is not None
            and below.dep_ in {"ccomp", "conj", "advcl"}
            and head.lemma_ not in speech
        ):
            return found
        if below.dep_ == "relcl" or (
            below.dep_ == "conj"
            and head.lemma_ in speech
            and trees.child(head, "ccomp") is not None
            and below.lemma_ in speech
        ):
            return None
    return None


def _held(reading: Reading, paragraph: Paragraph, head: Token, below: Token) -> Said | None:
    """Read "Tripoli's answer is that ..." as what Tripoli says."""
    noun = (
        trees.child(head, "nsubj")
        if head.lemma_ == "be" and below.dep_ == "ccomp" and below.i > head.i
        else None
    )
    if noun is None or noun.lemma_.lower() not in reading.lexicon.speech["holdings"]:
        return None
    return _of_owner(reading, paragraph, noun)


def _of_owner(reading: Reading, paragraph: Paragraph, noun: Token) -> Said | None:
    """Return whose answer, position or view a noun names: "Tripoli's answer", "the view of Tripoli"."""
    owner = trees.child(noun, "poss")
    if owner is None:
        of = trees.child(noun, "prep")
        owner = trees.child(of, "pobj") if of is not None and of.lower_ in {"of", "from"} else None
    who = reading.who(paragraph, owner)
    return Said(who, words_of(owner), verb=noun.head.i) if owner is not None and who else None


def _viewed(reading: Reading, paragraph: Paragraph, token: Token) -> Said | None:
    """Read "in Peru's view, the levy is dead" and "in the view of Peru" as what Peru says, of this predicate only."""
    for each in token.children:
        view = trees.child(each, "pobj") if each.lower_ == "in" else None
        if view is not None and view.lemma_ in VIEWS:
            said = _of_owner(reading, paragraph, view)
            return replace(said, verb=view.i) if said is not None else None
    return None


def _announced(reading: Reading, paragraph: Paragraph, token: Token) -> Said | None:
    """Read what Peru says behind a colon: "Peru's position has not changed: ...", "Peru set a condition: ..."."""
    sentence = token.sent
    if ":" not in trees.text_of(sentence):
        return None
    colon = next((x for x in sentence if x.text == ":" and sentence.start < x.i < token.i), None)
    for each in paragraph.doc[sentence.start : colon.i] if colon is not None else ():
        holding = each.lemma_.lower() in reading.lexicon.speech["holdings"]
        if holding and (each.dep_ in trees.SUBJECTS or each.head == each):
            return _of_owner(reading, paragraph, each)
        uttered = holding and each.dep_ == "dobj" and each.head.lemma_ in UTTERING
        doer = subjects.subject_of(each.head) if uttered else None
        if doer is not None:
            who = reading.who(paragraph, doer)
            own = Said(who, words_of(doer), verb=each.head.i) if who else None
            return _of_owner(reading, paragraph, each) or own
    return None


def _is_saying(reading: Reading, token: Token) -> bool:
    return (
        token.lemma_ in reading.lexicon.speech["verbs"] and trees.child(token, "nsubj") is not None
    )


def _beside(reading: Reading, paragraph: Paragraph, token: Token) -> Said | None:
    for each in token.children:
        if (
            each.dep_ in {"parataxis", "ccomp", "advcl", "conj", "dep"}
            and each.lemma_ in reading.lexicon.speech["verbs"]
        ):
            speaker = trees.child(each, "nsubj")
            if (
                speaker is None
                or any(x.dep_ in {"mark", "cc"} for x in each.children)
                or trees.child(each, "ccomp", "dobj", "xcomp") is not None
            ):
                continue
            if each.dep_ in {"conj", "ccomp", "advcl"} and not _set_off(each, speaker):
                continue
            return _said(reading, paragraph, each, speaker)
    return None


def _set_off(verb: Token, speaker: Token) -> bool:
    first = min(verb.i, speaker.left_edge.i)
    return first > 0 and verb.doc[first - 1].text in {",", '"', "-"}


def _speaker(verb: Token) -> Token | None:
    own = trees.child(verb, "nsubj")
    if own is not None and own.lower_ in {"who", "which", "that"}:
        return verb.head if verb.dep_ == "relcl" else own
    if trees.is_passive(verb):
        return trees.agent_of(verb)
    return own or subjects.subject_of(verb)


def _said(reading: Reading, paragraph: Paragraph, verb: Token, speaker: Token) -> Said:
    who = reading.who(paragraph, speaker)
    if verb.lemma_ == "hear":  # "from the Eastern side I heard that": the one heard says it
        source = trees.child(verb, "prep")
        inner = (
            trees.child(source, "pobj") if source is not None and source.lower_ == "from" else None
        )
        who = reading.who(paragraph, inner) if inner is not None else who
    return Said(who, words_of(speaker), verb=verb.i)


def words_of(noun: Token) -> str:
    """Return a speaker as the text calls it: the noun with what stands before it, and its "of ..."."""
    last = noun
    for each in noun.children:
        if each.i == last.i + 1 and each.dep_ == "prep" and each.lower_ in {"of", "for"}:
            last = each.right_edge
    return noun.doc[noun.left_edge.i : last.i + 1].text.strip(" ,\"'")


def _according(reading: Reading, paragraph: Paragraph, token: Token) -> Said | None:
    """Return the source of a whole sentence, by "according to" or "relayed by"; a paper is none."""
    sentence = token.sent
    words = trees.text_of(sentence).lower()
    for each in sentence if any(each in words for each in SOURCED) else ():
        noun = _source(each)
        if noun is not None:
            paper = each.lower_ == "according" and noun.lemma_ in PAPERS
            return (
                None if paper else Said(reading.who(paragraph, noun), words_of(noun), verb=each.i)
            )
    return None


def _source(word: Token) -> Token | None:
    if word.lower_ == "relayed":
        return trees.agent_of(word)
    inner = trees.child(word, "prep") if word.lower_ == "according" else None
    return trees.child(inner, "pobj") if inner is not None else None


def _of_quotation(
    reading: Reading, heard: Voices, paragraph: Paragraph, region: tuple[int, int]
) -> Said | None:
    """Return who speaks a quotation: by the verb of saying nearest to it, else by the quotations before it."""
    own = _beside_quotation(reading, heard, paragraph, region)
    if own is not None:
        return own
    for number in range(paragraph.number - 1, max(-1, paragraph.number - CONTINUED), -1):
        before = reading.paragraphs[number]
        regions = heard.quoted[number]
        if heard.labels[number] is not None or before.heading or not regions:
            return None
        earlier = _beside_quotation(reading, heard, before, regions[-1])
        if earlier is not None:
            return replace(earlier, verb=-1)  # its verb stands in another paragraph
    return None


def _beside_quotation(
    reading: Reading, heard: Voices, paragraph: Paragraph, region: tuple[int, int]
) -> Said | None:
    """Return who says a quotation in its own paragraph; what follows it counts for more than what precedes."""
    quoted = heard.quoted[paragraph.number]
    sayings = [
        each
        for each in paragraph.doc
        if _tells(reading, each) and not any(_in(r, each) for r in quoted)
    ]
    verb = min(
        sayings,
        key=lambda each: min(abs(each.idx - region[0]) + LEADING, abs(each.idx - region[1])),
        default=None,
    )
    speaker = (
        (trees.child(verb, "nsubj") or subjects.subject_of(verb)) if verb is not None else None
    )
    return (
        replace(_said(reading, paragraph, verb, speaker), quoted=True)
        if verb is not None and speaker is not None
        else None
    )


def _tells(reading: Reading, token: Token) -> bool:
    return (
        token.lemma_ in reading.lexicon.speech["verbs"]
        and token.pos_ == "VERB"
        and (trees.child(token, "nsubj") is not None or token.dep_ == "conj")
    )


def tells_directly(paragraph: Paragraph, said: Said) -> bool:
    """Tell whether reported words are a clause of the speaker's own, where "it" and "they" mean the speaker."""
    if said.verb < 0 or said.quoted:
        return False
    verb = paragraph.doc[said.verb]
    return verb.lower_ not in SOURCED and verb.lemma_ not in VIEWS


def channel_of(
    said: Said | None, holder: Sequence[int], roles: Sequence[Role], *, in_person: bool
) -> Channel:
    """Return on whose word a holder's position stands."""
    if said is None:
        return Channel.OWN if in_person else Channel.REPORTER
    if said.who.joint or set(said.who.actors) & set(holder):
        return Channel.OWN
    if not said.who.actors:
        return Channel.OWN if said.who.person and not said.who.unnamed else Channel.THIRD
    parties = [roles[each] for each in said.who.actors if each < len(roles)]
    return Channel.OTHER_PARTY if Role.PARTY in parties else Channel.THIRD


def is_first_person(token: Token | None) -> bool:
    return token is not None and token.lower_ in FIRST
