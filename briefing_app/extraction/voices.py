"""Whose words a document's paragraphs are: by the labels of a transcript, or by who issues the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.quotations import quotations
from briefing_app.extraction.who import NOBODY, Who


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


def voices(reading: Reading, issuer: Who | None, turns: Mapping[int, Said]) -> Voices:
    """Give each paragraph to whose turn it is, `turns` being by the paragraph that begins one, or to the issuer."""
    labels: list[Said | None] = []
    own = Said(issuer) if issuer is not None else None
    current: Said | None = None
    for paragraph in reading.each_paragraph():
        current = turns.get(paragraph.number, current)
        labels.append(current or own)
    quoted = tuple(
        tuple(
            (a - p.offset, b - p.offset)
            for a, b in quotations(reading.text, p.offset, p.offset + len(p.text))
        )
        for p in reading.paragraphs
    )
    return Voices(tuple(labels), quoted, issuer or NOBODY)
