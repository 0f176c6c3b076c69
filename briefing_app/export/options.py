from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.citing import CitationStyle


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True)
class ExportOptions:
    """How a briefing is written. Whoever assembles the Briefing applies `confirmed_only`; an export says so."""

    title: str = ""  # empty: the dossier's
    author: str = ""
    paper: Paper = Paper.A4
    confirmed_only: bool = False
    language: str = "en"  # the language that the briefing's own words are in, as a tag
    citations: CitationStyle = CitationStyle.PLAIN
