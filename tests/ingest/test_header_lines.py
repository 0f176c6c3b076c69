import datetime as dt

from briefing_app.ingest import read
from tests.ingest.samples import Put, core_properties, docx, pdf, word_paragraph

LINES = """Title: Talks end in Geneva
Source: The Paper
By: Jane Smith
Date: 2 June 2025
URL: https://example.org/talks/1

Both delegations left without a word on Monday, after a round that nobody had expected to succeed.
"""


def test_lines_at_the_top_say_what_a_text_is_and_stay_in_it():
    found = read(LINES.encode(), "x.txt")
    assert (found.title, found.publisher, found.author) == (
        "Talks end in Geneva",
        "The Paper",
        "Jane Smith",
    )
    assert (found.date, found.url) == (dt.date(2025, 6, 2), "https://example.org/talks/1")
    assert found.text == LINES


def test_an_address_as_the_source_is_the_address():
    found = read(b"Title: Talks\nSource: https://example.org/talks/1\n\nThey met.", "x.txt")
    assert (found.title, found.publisher, found.url) == ("Talks", "", "https://example.org/talks/1")


def test_lines_of_speech_say_nothing_of_the_text():
    text = b"Question: Did they meet?\nAnswer: They did.\nTitle: none\nURL: javascript:alert(1)"
    found = read(text, "briefing.txt")
    assert (found.title, found.url, found.publisher) == ("Question: Did they meet?", "", "")


def test_one_such_line_is_not_enough():
    assert read(b"Subject: grain\n\nThey met in Geneva.", "x.txt").title != "grain"


def test_the_day_on_which_a_file_was_made_tells_the_year_of_its_dateline():
    line = "GENEVA, June 2 (Reuters) - Both delegations left without a word on Monday."
    moments = '<dcterms:created xmlns:dcterms="urn:t">2025-06-03T08:00:00Z</dcterms:created></cp:coreProperties>'
    core = core_properties("", "").replace("</cp:coreProperties>", moments)
    written = docx(word_paragraph(line), docProps_core__xml=core)
    printed = pdf([[Put(line, 60, 80)]], info=b"<< /CreationDate (D:20250603080000Z) >>")
    for data, name in ((written, "x.docx"), (printed, "x.pdf")):
        found = read(data, name)
        assert (found.date, found.publisher) == (dt.date(2025, 6, 2), "Reuters"), name
