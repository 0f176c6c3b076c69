import re

from briefing_app.domain.citing import CitationStyle
from briefing_app.domain.document import Spot
from briefing_app.export.clips import entries_clip, quote_clip, row_clip
from tests.export.builders import istanbul, saying

PLAIN = CitationStyle.PLAIN
BRIEFING = istanbul().briefing()


def test_a_position_is_copied_with_its_words_and_their_sources():
    rejects = BRIEFING.positions[1]
    assert entries_clip(BRIEFING, [rejects], PLAIN).plain == (
        "Rejects: that demand\n"
        "on Ukraine’s word\n"
        "“Russian negotiators rejected that demand” "
        "(A wire service, “Second round ends with limited prisoner swap”, 3 June 2025, ¶2)"
    )


def test_an_outcome_is_copied_with_who_how_many_and_by_when():
    clip = entries_clip(BRIEFING, [BRIEFING.outcomes[1]], PLAIN)
    lines = clip.plain.splitlines()
    assert lines[:2] == ["Pledged: Return of bodies", "Russia · 6,000 bodies"]
    assert len(lines) == 4  # and each account's words
    assert clip.rich.startswith("<p><b>Pledged</b>: Return of bodies</p>")
    assert clip.rich.count("<blockquote>") == 2


def test_several_are_apart():
    clip = entries_clip(BRIEFING, BRIEFING.positions[1:3], PLAIN)
    assert clip.plain.count("\n\n") == 1
    assert "\n\nOffers: a short pause" in clip.plain


def test_a_row_is_a_table_that_a_spreadsheet_takes():
    cells = [("Ukraine", BRIEFING.positions[:1]), ("Russia", BRIEFING.positions[1:3]), ("EU", [])]
    clip = row_clip(BRIEFING, "Ceasefire", cells, PLAIN)
    heads, row = (line.split("\t") for line in clip.plain.split("\n"))
    assert heads == ["Issue", "Ukraine", "Russia", "EU"]
    assert row[0] == "Ceasefire"
    assert row[2].startswith("Rejects: that demand")
    assert "; Offers: a short pause" in row[2]
    assert row[3] == ""
    assert re.findall(r"<th>([^<]*)</th>", clip.rich) == heads
    assert clip.rich.count("<td>") + clip.rich.count("<td/>") == 4


def test_a_quote_is_copied_in_the_style_that_was_chosen():
    clip = quote_clip(BRIEFING.documents[0], "that demand", Spot(2), CitationStyle.APA)
    assert clip.plain.startswith("“that demand” (M. Reporter, 2025, para. 2)")
    assert "<i>Second round ends with limited prisoner swap</i>" in clip.rich


def test_no_word_is_markup():
    briefing = saying("<img src=x> & \t x").briefing()
    entries = entries_clip(briefing, [*briefing.positions, *briefing.outcomes], PLAIN)
    row = row_clip(briefing, "<b>", [("<i>", briefing.positions)], PLAIN)
    for rich in (entries.rich, row.rich):
        assert "<img" not in rich
        assert "&lt;img src=x&gt; &amp;" in rich
    assert [line.count("\t") for line in row.plain.split("\n")] == [1, 1]
