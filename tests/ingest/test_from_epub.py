import datetime as dt

import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.samples import epub, zipped
from tests.ingest.seen import said


def page(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{body}</body></html>"
    )


CHAPTERS = {
    "b.xhtml": page("<h2>The second round</h2><p>They met again.</p>"),
    "a one.xhtml": page(
        "<p>They met.<a href='#n'>1</a></p><aside id='n'><p>In Geneva.</p></aside>"
    ),
}


def test_chapters_are_read_in_the_spine_s_order_under_their_titles():
    navigation = '<a href="a%20one.xhtml#top">The first round</a><a href="b.xhtml">Second</a>'
    book = epub(
        {"b.xhtml": CHAPTERS["b.xhtml"], "a%20one.xhtml": ""},
        navigation=navigation,
        spine=["a%20one.xhtml", "b.xhtml", "b.xhtml", "none.xhtml"],
        **{"OEBPS_a one__xhtml": CHAPTERS["a one.xhtml"]},
    )
    found = read(book, "x.epub")
    assert said(found) == [
        ("heading", "The first round"),
        ("paragraph", "They met.1"),
        ("paragraph", "In Geneva."),
        ("heading", "The second round"),
        ("paragraph", "They met again."),
    ]
    assert (found.kind, found.title, found.author) == ("epub", "The talks", "Jane Smith")
    assert (found.publisher, found.date, found.language) == ("The Press", dt.date(2024, 5, 6), "en")


def test_the_older_table_of_contents_names_chapters_too():
    ncx = (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd">'
        '<ncx><navMap><navPoint><navLabel><text>Round one</text></navLabel><content src="a.xhtml"/></navPoint>'
        "</navMap></ncx>"
    )
    opf = (
        '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    book = epub({"a.xhtml": page("<p>They met.</p>")}, OEBPS_book__opf=opf, OEBPS_toc__ncx=ncx)
    assert said(read(book, "x.epub")) == [("heading", "Round one"), ("paragraph", "They met.")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (epub({}), "empty"),
        (epub({"../../../etc/passwd": ""}), "empty"),
        (epub({"a.xhtml": page("x")}, OEBPS_book__opf="<!DOCTYPE x><package/>"), "damaged"),
        (
            epub(
                {"a.xhtml": page("x")},
                **{"META-INF_encryption__xml": '<e><CipherReference URI="OEBPS/a.xhtml"/></e>'},
            ),
            "password",
        ),
        (zipped({"mimetype": "application/epub+zip"}), "damaged"),
        (epub({"a.xhtml": page("<p>" + "long " * 3_000_000)}), "more than"),
    ],
    ids=["no chapter", "a path", "entities", "locked", "nothing", "bomb"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.epub")
    assert refused.value.sentence.count("talks.epub") == 1
