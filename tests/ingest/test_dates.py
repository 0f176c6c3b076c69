import datetime as dt

import pytest

from briefing_app.ingest.dates import date_in_name, noted_date, stated_agency, stated_date
from briefing_app.ingest.told import made_on

STORY = "\n\nBoth sides agreed to a limited prisoner swap.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Nadi, Fiji, 30 June 2022",
        "30 June 2022",
        "Thursday, 30 June 2022",
        "Tavaru, 30 June 2022 (transcript, check against delivery)",
        "Published: June 30, 2022",
        "June 30th, 2022",
        "2022-06-30",
        "30.06.2022",
        "NADI, June 30, 2022 (Reuters) - The talks ended without a result.",
        "NADI (30 June 2022) — The talks ended without a result, it was said.",
    ],
)
def test_a_date_line_or_dateline_is_read(line: str):
    assert stated_date(f"Talks end\n\n{line}{STORY}") == dt.date(2022, 6, 30)


@pytest.mark.parametrize(
    "line",
    [
        "GENEVA (March 9) — The talks ended.",
        "GENEVA, Nov 14 - The talks ended.",
        "The truce of 30 June 2022",
        "The sides met on 30 June 2022 and will meet again.",
        "From 3 June 2022 to 30 June 2022",
        "06/07/2022",
        "31 June 2022",
        "Not later than 30 June 2022 the sides shall free all prisoners and let the aid convoys pass at last",
    ],
)
def test_in_doubt_there_is_none(line: str):
    assert stated_date(f"Talks end\n\n{line}{STORY}") is None


@pytest.mark.parametrize(
    "line",
    [
        "Done at Minsk, in three copies, on 5 September 2014, in Russian.",
        "DONE at New York this 5th of September 2014.",
        "Done in the city of Havana, Cuba, on September 5, 2014",
        "Signed at Ottawa, 5 September 2014",
    ],
)
def test_an_agreement_is_of_the_day_on_which_it_was_done(line: str):
    articles = "\n\n".join(f"Article {n}. The parties shall meet in May 2030." for n in range(90))
    for text in (f"Agreement\n\n{line}\n\n{articles}", f"Agreement\n\n{articles}\n\n{line}"):
        assert stated_date(text) == dt.date(2014, 9, 5)


@pytest.mark.parametrize(
    "line",
    [
        "The accord signed in Paris on 21 November 1995 has failed.",
        "Nothing was done at Minsk on 5 September 2014.",
        "Done at Minsk. On 5 September 2014 they left.",
    ],
)
def test_a_story_of_an_agreement_is_not_of_its_day(line: str):
    assert stated_date(f"Talks end\n\n{line}\n\nThey met again.") is None


def test_a_date_in_the_title_may_be_another_ones():
    assert stated_date(f"How the Minsk Protocol, 5 September 2014, fell apart{STORY}") is None


def test_the_file_name_can_tell():
    assert date_in_name("istanbul-2025-06-02.txt") == dt.date(2025, 6, 2)
    assert date_in_name("20250602_istanbul.txt") == dt.date(2025, 6, 2)
    assert date_in_name("istanbul-2025-13-02.txt") is None
    assert date_in_name("120250602.txt") is None


def test_an_agency_in_a_dateline_is_the_publisher():
    assert stated_agency("GENEVA, 9 March 2025 (Reuters) - The talks ended.") == "Reuters"
    assert stated_agency("GENEVA (March 9) - The talks ended.") == ""
    assert stated_agency("The Front (HNF) said no.") == ""


@pytest.mark.parametrize(
    ("line", "near", "day"),
    [
        ("GENEVA, June 2 (Reuters) — The talks ended.", dt.date(2025, 6, 3), dt.date(2025, 6, 2)),
        ("GENEVA, 2 June (AFP) - The talks ended.", dt.date(2025, 6, 3), dt.date(2025, 6, 2)),
        ("GENEVA, Dec. 31 (AP) — The talks ended.", dt.date(2025, 1, 2), dt.date(2024, 12, 31)),
        ("GENEVA, Jan 1 (AP) — The talks ended.", dt.date(2024, 12, 30), dt.date(2025, 1, 1)),
        ("GENEVA, Feb 29 (AP) — The talks ended.", dt.date(2025, 3, 1), dt.date(2024, 2, 29)),
        ("GENEVA, June 2 (Reuters) — The talks ended.", None, None),
        ("GENEVA, June 31 (Reuters) — The talks ended.", dt.date(2025, 6, 3), None),
        ("GENEVA (Reuters) — The talks of June 2 ended.", dt.date(2025, 6, 3), None),
    ],
)
def test_a_dateline_without_its_year_is_of_the_nearest(
    line: str, near: dt.date | None, day: dt.date | None
):
    assert stated_date(line, near=near) == day


@pytest.mark.parametrize(
    ("noted", "day"),
    [
        ("2025-06-02T10:00:00Z", dt.date(2025, 6, 2)),
        ("D:20250602100000+02'00'", dt.date(2025, 6, 2)),
        ("D:19700101000000Z", None),
        ("D:20251332", None),
        ("soon", None),
        ("", None),
    ],
)
def test_what_a_program_noted_is_read(noted: str, day: dt.date | None):
    assert noted_date(noted) == day


@pytest.mark.parametrize(
    ("created", "modified", "day"),
    [
        ("2025-06-02T10:00:00Z", "2025-06-03T10:00:00Z", dt.date(2025, 6, 2)),
        ("2025-06-02T10:00:00Z", "", dt.date(2025, 6, 2)),
        ("2009-06-02T10:00:00Z", "2025-06-03T10:00:00Z", None),
        ("", "2025-06-03T10:00:00Z", None),
    ],
)
def test_a_file_that_was_made_from_an_old_one_has_no_day(
    created: str, modified: str, day: dt.date | None
):
    assert made_on(created, modified) == day
