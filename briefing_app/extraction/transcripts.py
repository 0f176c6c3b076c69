"""Whose turn it is in a transcript: by the labels before what is said, and by who only asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.quotations import quotations
from briefing_app.extraction.speaking import says_we, side_of
from briefing_app.extraction.voices import Said
from briefing_app.extraction.who import NOBODY, Who

LOUD = re.compile(
    r"^\W{0,2}(?P<label>[A-Z][A-Z .'-]{2,40}|Q)(?:\s*\([^()]{2,60}\))?\s*(?::|\s{2,})"
)
ASKED = re.compile(r"^(?P<label>Q)[.]?(?:\s*\([^()]{2,60}\))?:?\s+(?=[A-Z\"“(])")
ANSWERED = re.compile(r"^(?P<label>A): ")
NAMED_ASKER = re.compile(r"^\([A-Z][^()\n]{3,60}\): ")
NAMED = re.compile(
    r"^(?P<label>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|for|and|de|al|van|von)){0,7})"
    r"(?:\s*\([^()]{2,60}\))?: (?=[A-Z\"“(—–…-])"
)
BRACKET = re.compile(r"\s*\([^()]{2,60}\):")  # "Fuad Hussein (Iraq): We are ready"
OFTEN = 2  # turns of whoever is known by their label alone
MOSTLY = 0.6  # of the turns of who asks end in a question
QUESTIONS = 3  # that stand alone, in an interview without labels
LONGEST_QUESTION = 60  # tokens
BEHIND = "\"”'’) "


@dataclass(frozen=True)
class _Turn:
    """A label, and the paragraphs up to the next one."""

    label: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def asks(self) -> bool:
        return self.paragraphs[0].text.rstrip(BEHIND).endswith("?")


def label_of(paragraph: Paragraph) -> str:
    """Return the speaker's label in capitals that a paragraph of a transcript begins with."""
    if NAMED_ASKER.match(paragraph.text):
        return "Q"
    patterns = (LOUD, ASKED, ANSWERED)
    match = next((found for each in patterns if (found := each.match(paragraph.text))), None)
    return match["label"].strip() if match else ""


def turns_of(reading: Reading, issuer: Who | None) -> Mapping[int, Said]:
    """Return who speaks from which paragraph on; nobody where it is no transcript."""
    turns = list(_turns(reading))
    if not turns:
        return _answers(reading, issuer)
    askers = _askers(turns, reading)
    speakers = {
        label: _speaker(label, reading)
        for label in dict.fromkeys(each.label for each in turns)
        if label not in askers
    }
    unknown = issuer or _other_side(turns, speakers, reading) or Who(person=True)
    return {
        turn.paragraphs[0].number: Said(NOBODY, turn.label, asked=True)
        if turn.label in askers
        else Said(speakers[turn.label] or unknown, turn.label)
        for turn in turns
    }


def _other_side(
    turns: Sequence[_Turn], speakers: Mapping[str, Who | None], reading: Reading
) -> Who | None:
    """Return for whom the only one speaks of whom nothing is told: by whose doings the turns tell."""
    unknown = [label for label, who in speakers.items() if who is None]
    if len(unknown) != 1:
        return None
    theirs = (each.paragraphs for each in turns if each.label == unknown[0])
    return side_of(reading, [paragraph for several in theirs for paragraph in several])


def _turns(reading: Reading) -> Iterator[_Turn]:
    """Divide a document at its labels; a single label is where a story was written: "PESHAWAR: "."""
    labels = _labels(reading)
    if len(labels) < OFTEN:
        return
    starts = [*sorted(labels), len(reading.paragraphs)]
    for start, end in pairwise(starts):
        yield _Turn(labels[start], tuple(reading.paragraphs[start:end]))


def _labels(reading: Reading) -> Mapping[int, str]:
    """Return the labels by paragraph: those in capitals, else names, of whom one at least is known or asks."""
    story = [each for each in reading.each_paragraph() if not each.heading]
    loud = {each.number: label for each in story if (label := label_of(each))}
    named = {
        each.number: match["label"].strip()
        for each in story
        if each.number not in loud and (match := NAMED.match(each.text)) is not None
    }
    count = Counter(named.values())
    if len(count) + bool(loud) < OFTEN:
        return loud
    known = {
        label
        for number, label in named.items()
        if _is_asker(label, reading)
        or _is_medium(label, reading)
        or _in_label(label, reading.paragraphs[number], reading)
        or _by_surname(label, reading)
    }
    often = {label for label in count if (known or loud) and count[label] >= OFTEN}
    return loud | {number: label for number, label in named.items() if label in known | often}


def _is_asker(label: str, reading: Reading) -> bool:
    return label.upper() in reading.lexicon.speech["askers"]


def _in_label(label: str, paragraph: Paragraph, reading: Reading) -> Who | None:
    """Return whom a label names: "President of Russia Vladimir Putin"; "What Peru wants:" is nobody's."""
    bracket = BRACKET.match(paragraph.text, len(label))
    within = [
        each for each in paragraph.doc if each.idx < (bracket.end() if bracket else len(label))
    ]
    hits = [hit for each in within if (hit := reading.hit(paragraph, each)) is not None]
    titled = any(each.lower_ in reading.lexicon.actors["titles"] for each in within)
    if not hits or not (titled or bracket or hits[-1].form == "person"):
        return None
    return Who((hits[-1].actor,), person=True)


def _askers(turns: Sequence[_Turn], reading: Reading) -> frozenset[str]:
    """Return the labels of those who only ask: by what they are called, or as their turns are questions."""
    asked, all_turns = Counter[str](), Counter[str]()
    for turn in turns:
        all_turns[turn.label] += 1
        asked[turn.label] += turn.asks
    return frozenset(
        label
        for label, count in all_turns.items()
        if _is_asker(label, reading)
        or _is_medium(label, reading)
        or (len(all_turns) > 1 and count >= OFTEN and asked[label] >= MOSTLY * count)
    )


def _is_medium(label: str, reading: Reading) -> bool:
    """Tell whether an interview is by the newspaper or agency that a label names."""
    name = reading.lexicon.names.get(label)
    return name is not None and name.kind == "world"


def _speaker(label: str, reading: Reading) -> Who | None:
    """Return for whom somebody speaks: by who is in the label, whose surname it has, or whose office it is."""
    for paragraph in reading.each_paragraph():
        if paragraph.text.startswith(label) and (who := _in_label(label, paragraph, reading)):
            return who
    return _by_surname(label, reading) or _by_office(label, reading)


def _by_surname(label: str, reading: Reading) -> Who | None:
    surname = label.rsplit(maxsplit=1)[-1].casefold()
    for (number, token), hit in reading.cast.hits.items():
        word = reading.paragraphs[number].doc[token].text
        if hit.form == "person" and word.casefold() == surname:
            return Who((hit.actor,), person=True)
    return None


def _by_office(label: str, reading: Reading) -> Who | None:
    """Return whose "COMMISSIONER" it is, where the text tells of one side's only."""
    office = label.split(maxsplit=1)[0].casefold()
    if office not in reading.lexicon.actors["agents"] | reading.lexicon.actors["persons"]:
        return None
    owners = {
        hit.actor
        for paragraph in reading.each_paragraph()
        for token in paragraph.doc[1:]
        if token.text.casefold() == office
        and (hit := reading.hit(paragraph, token.nbor(-1))) is not None
    }
    return Who((owners.pop(),), person=True) if len(owners) == 1 else None


def _answers(reading: Reading, issuer: Who | None) -> Mapping[int, Said]:
    """Read an interview without labels: every question stands alone, and what follows is its answer."""
    questions = [each for each in reading.each_paragraph() if _only_asks(reading, each)]
    if len(questions) < QUESTIONS:
        return {}
    issuer = issuer or _presented(reading, reading.paragraphs[: questions[0].number])
    if issuer is None:
        return {}
    found: dict[int, Said] = {}
    for each in questions:
        found[each.number] = Said(NOBODY, "", asked=True)
        if each.number + 1 < len(reading.paragraphs):
            found.setdefault(each.number + 1, Said(issuer))
    return found


def _presented(reading: Reading, opening: Sequence[Paragraph]) -> Who | None:
    """Return for whom the one speaks who alone is presented above an interview: "General Orbel commands the Column"."""
    sides = {
        hit.actor
        for paragraph in opening
        for token in paragraph.doc
        if (hit := reading.cast.hits.get((paragraph.number, token.i))) is not None
        and hit.form == "person"
    }
    return Who((sides.pop(),), person=True) if len(sides) == 1 and says_we(reading) else None


def _only_asks(reading: Reading, paragraph: Paragraph) -> bool:
    doc, text = paragraph.doc, paragraph.text.rstrip()
    if not text.endswith("?") or len(doc) > LONGEST_QUESTION:
        return False
    return not quotations(reading.text, paragraph.offset, paragraph.offset + len(text))
