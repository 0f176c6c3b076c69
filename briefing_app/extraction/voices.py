"""Whose words a document's paragraphs are: by the labels of a transcript, or by who issues the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.quotations import quotations
from briefing_app.extraction.who import NOBODY, Who

LABEL = re.compile(r"^\W{0,2}(?P<label>[A-Z][A-Z .'-]{2,40}|Q)\s*(?::|\s{2,})")
NAMED_LABEL = re.compile(
    r"^(?P<label>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|for|and|de|al|van|von)){0,7}): (?=[A-Z\"“])"
)


@dataclass(frozen=True)
class Said:
    """Who says something, in the text's words; `who` is empty for a source without a principal."""

    who: Who
    words: str = ""
    quoted: bool = False
    verb: int = -1  # the token that says it
    asked: bool = False  # by somebody who only asks


@dataclass(frozen=True)
class Voices:
    """Whose paragraphs are whose, by label or issuer, and where the text quotes."""

    labels: tuple[Said | None, ...]  # by paragraph
    quoted: tuple[tuple[tuple[int, int], ...], ...]  # by paragraph, in its own offsets
    issuer: Who = NOBODY  # of the whole document


def label_of(paragraph: Paragraph) -> str:
    """Return the speaker's label that a paragraph of a transcript begins with."""
    match = LABEL.match(paragraph.text)
    return match["label"].strip() if match else ""


def _named_label(reading: Reading, paragraph: Paragraph) -> Said | None:
    """Read "President of Russia Vladimir Putin: Good evening" and "Question: Will you"."""
    match = None if paragraph.heading else NAMED_LABEL.match(paragraph.text)
    if match is None:
        return None
    label = match["label"].strip()
    if label.upper() in reading.lexicon.speech["askers"]:
        return Said(NOBODY, label, asked=True)
    within = [each for each in paragraph.doc if each.idx < match.end("label")]
    hits = [hit for each in within if (hit := reading.hit(paragraph, each)) is not None]
    titled = any(each.lower_ in reading.lexicon.actors["titles"] for each in within)
    if not hits or not (titled or hits[-1].form == "person"):
        return None  # "What Peru wants: a share" is nobody's saying
    return Said(Who((hits[-1].actor,), person=True), label)


def _transcript(reading: Reading) -> dict[int, Said]:
    """Return the named labels of a transcript, where somebody asks or several speak; elsewhere a colon is none."""
    found = {
        each.number: said
        for each in reading.paragraphs
        if (said := _named_label(reading, each)) is not None
    }
    several = len({said.words for said in found.values()}) > 1
    return found if several else {}


def _loud_labels(reading: Reading) -> dict[int, str]:
    """Return the labels in capitals of a transcript; a single one is where a story was written: "PESHAWAR: "."""
    found = {
        each.number: label
        for each in reading.paragraphs
        if not each.heading and (label := label_of(each)) and (len(label) > 1 or label == "Q")
    }
    return found if len(found) > 1 else {}


def voices(reading: Reading, issuer: Who | None) -> Voices:
    labels: list[Said | None] = []
    current: Said | None = None
    named, loud = _transcript(reading), _loud_labels(reading)
    for paragraph in reading.each_paragraph():
        label = loud.get(paragraph.number, "")
        if label:
            asked = label in reading.lexicon.speech["askers"]
            who = issuer if issuer is not None else Who(person=True)
            current = Said(NOBODY if asked else who, label, asked=asked)
        current = named.get(paragraph.number, current)
        labels.append(current or (Said(issuer, "") if issuer is not None else None))
    quoted = tuple(
        tuple(
            (a - p.offset, b - p.offset)
            for a, b in quotations(reading.text, p.offset, p.offset + len(p.text))
        )
        for p in reading.paragraphs
    )
    return Voices(tuple(labels), quoted, issuer or NOBODY)
