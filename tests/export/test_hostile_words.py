"""Strings that have broken programs, in every place that a reader or a document can fill, in every form but the PDF.

The PDF's own tests try them on the typesetter.
"""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.outcome import Due
from briefing_app.export import SUFFIXES, ExportOptions, export
from briefing_app.export.archive import Archive
from briefing_app.export.cleaning import in_one_line
from tests.export.builders import Dossier, saying
from tests.export.hostile import HOSTILE
from tests.export.reading import said_in

# How often each form has the words at least: as party, issue, title, author, quote, claim, condition, note …
_PLACES = {".html": 12, ".docx": 12, ".xlsx": 14, ".csv": 12, ".ics": 4, ".jsonld": 12, ".qdpx": 9,
           ".qdc": 3, ".json": 20, ".md": 0}  # fmt: skip
# Markdown is escaped, so that its words are not the same; a calendar needs a day.
_DAY = dt.date(2025, 6, 30)


def hostile(words: str) -> Dossier:
    dossier = saying(words)
    content = dossier.outcomes[0].content
    due = replace(content, due=Due(words, None, _DAY))
    dossier.outcomes[0] = replace(dossier.outcomes[0], content=due)
    return dossier


def check(words: str, suffix: str, folder: Path) -> None:
    dossier, path = hostile(words), folder / f"x{suffix}"
    versions = dossier.versions()
    archive = Archive(tuple((each, each.text.encode()) for each in versions.values()))
    options = ExportOptions(title=words, author=words)
    export(dossier.briefing(), versions, path, options, archive=archive)
    said = said_in(suffix, path.read_bytes()).translate(dict.fromkeys((0x2068, 0x2069, 0x200E)))
    wanted = words if suffix == ".json" else in_one_line(words)
    assert said.count(wanted.translate({0x200E: None})) >= _PLACES[suffix], (suffix, words)


@pytest.mark.parametrize("suffix", [each for each in SUFFIXES if each != ".pdf"])
def test_hostile_words_come_out_as_they_are(suffix: str, tmp_path: Path):
    for words in HOSTILE[::10]:
        check(words, suffix, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [each for each in SUFFIXES if each != ".pdf"])
def test_two_hundred_hostile_words_come_out_as_they_are(suffix: str, tmp_path: Path):
    assert len(set(HOSTILE)) == 200
    for words in HOSTILE:
        check(words, suffix, tmp_path)
