"""The text forms as a whole: what is in the golden files was read by a person."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.citing import CitationStyle
from briefing_app.domain.position import Stance
from briefing_app.export.archive import Archive
from briefing_app.export.options import ExportOptions
from briefing_app.export.to_html import html
from briefing_app.export.to_json import json_form
from briefing_app.export.to_markdown import markdown
from briefing_app.export.words import words
from tests.export.builders import Dossier, istanbul, only_notes, saying

OPTIONS = ExportOptions(author="A. Analyst")

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "${title} $style &amp; &lt;",
    "# no heading",
    "[link](javascript:alert(1))",
    "| a | table |",
    "1. no item",
    "`code` *emphasis* __strong__",
)


def archive_of(dossier: Dossier) -> Archive:
    return Archive(tuple((each, each.text.encode()) for each in dossier.versions().values()))


def page_of(dossier: Dossier) -> str:
    return html(words(dossier.briefing(), OPTIONS))


def test_markdown_is_as_it_was_read(golden):
    golden("istanbul.md", markdown(words(istanbul().briefing(), OPTIONS)))


def test_html_is_as_it_was_read(golden):
    page = re.sub(r"(?s)<style>.*</style>", "<style></style>", page_of(istanbul()))
    golden("istanbul.html", re.sub(r"Made on .*</p>", "Made on …</p>", page))


def test_json_is_as_it_was_read(golden):
    dossier = istanbul()
    written = json_form(dossier.briefing(), dossier.versions(), OPTIONS, archive_of(dossier))
    golden("istanbul.json", written.decode())


@pytest.mark.parametrize("form", [html, markdown])
def test_a_classification_is_at_the_head_and_the_foot_of_every_form(form):
    options = ExportOptions(classification="Restricted: EU", footer="Desk seven")
    text = form(words(istanbul().briefing(), options))
    assert text.count("Restricted: EU") == 2
    assert text.index("Restricted: EU") < text.index(
        "Istanbul talks</h1>" if form is html else "# Istanbul"
    )
    assert "Desk seven" in text[-600:]


def test_html_runs_nothing_and_loads_nothing():
    page = page_of(istanbul())
    assert "default-src 'none'" in page
    assert not re.findall(r"<(script|link|img|iframe|object|svg|form)\b|url\(|@import|src=", page)


def test_html_knows_dark_light_and_paper():
    page = page_of(istanbul())
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "--ink: #1f2328" in page


@pytest.mark.parametrize("said", HOSTILE)
def test_html_has_hostile_words_as_words(said: str):
    page = page_of(saying(said))
    assert not re.findall(r"<(script|img)|<[^>]*onmouseover=\"", page)
    plain = re.sub(r"<[^>]*>", "", page.split("</style>")[1])
    escaped = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert escaped.replace("&#x27;", "'").replace("&amp;", "&").count(said) >= 12


def test_every_link_of_the_page_leads_to_a_place_in_it():
    page = page_of(istanbul())
    places = re.findall(r'id="([^"]+)"', page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert len(places) == len(set(places))
    assert len(targets) > 20
    assert targets <= set(places)


def test_table_headers_have_their_scope():
    page = page_of(istanbul())
    assert page.count('scope="col"') == 3 + 4
    assert page.count('scope="row"') == 3 + 2


@pytest.mark.parametrize("said", HOSTILE)
def test_markdown_has_no_markup_of_others(said: str):
    text = markdown(words(saying(said).briefing(), OPTIONS))
    assert not re.findall(r"(?<!\\)<(script|img)", text)
    assert not re.findall(r"(?<!\\)\]\((?!#evidence-)", text)
    assert "\n# no heading" not in text
    assert not re.findall(r"(?m)^\| [^|]*(?<!\\)\| a ", text)


@pytest.mark.parametrize("style", [CitationStyle.CHICAGO, CitationStyle.APA])
def test_evidence_names_its_source_in_the_style_that_was_chosen(style: CitationStyle):
    told = words(istanbul().briefing(), replace(OPTIONS, citations=style))
    for text in (markdown(told), html(told)):
        assert "June 2, 2025" in text or "2025, June 2" in text
        assert "para. 1" in text
    arabic = next(each.document for each in told.evidence if each.language == "ar")
    assert "\u2068محادثات إسطنبول\u2069" in arabic  # which turns nothing beside it round
    assert not arabic.startswith("\u2068“")


def test_an_empty_dossier_says_so():
    told = words(Dossier("Nothing yet").briefing(), OPTIONS)
    for text in (markdown(told), html(told)):
        assert "Nothing yet" in text
        assert "This dossier has no documents yet." in text


def test_what_there_is_none_of_has_no_heading():
    page = page_of(only_notes())
    assert re.findall(r"<h2[^>]*>([^<]+)", page) == ["Notes and highlights", "Evidence", "Sources"]


def test_json_holds_all_that_the_briefing_holds():
    dossier = istanbul()
    form = json.loads(json_form(dossier.briefing(), dossier.versions(), OPTIONS))
    ids = {each["id"] for each in form["positions"]}
    shown = {
        position for row in form["rows"] for cell in row["cells"] for position in cell["positions"]
    }
    assert shown == ids
    assert len(form["outcomes"]) == 4
    assert [each["evidence"] for each in form["citations"]] == list(range(1, 14))
    assert form["outcomes"][0]["accounts"][0]["due"]["none_set"] is True
    assert form["outcomes"][1]["accounts"][1]["quantities"][0]["value"] == 12000


def test_json_is_documented():
    dossier = istanbul()
    written = json_form(dossier.briefing(), dossier.versions(), OPTIONS, archive_of(dossier))
    form = json.loads(written)
    told = (Path(__file__).parents[2] / "docs" / "json.md").read_text("utf-8")
    assert [key for key in _keys(form) if f"`{key}`" not in told] == []


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    return set()


def test_words_of_a_joint_position_are_cited_once_for_all_who_hold_it():
    dossier = istanbul()
    said = dossier.quote(0, "Both asked for more time")
    dossier.position(1, Stance.DEMANDS, 1, "more time", said, also_party=(2,))
    written = html(words(dossier.briefing(), OPTIONS))
    assert written.count("Ukraine and Russia on Ceasefire") == 1
    assert written.count("jointly with 1 other") == 2
