"""CSV and XLSX as a spreadsheet reads them."""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from briefing_app.domain.citing import CitationStyle
from briefing_app.domain.position import Stance
from briefing_app.export.options import ExportOptions
from briefing_app.export.to_csv import csv_form
from briefing_app.export.to_xlsx import xlsx
from briefing_app.export.words import words
from tests.export.builders import Dossier, istanbul, saying

OPTIONS = ExportOptions(author="A. Analyst")


def csv_rows(dossier: Dossier) -> list[dict[str, str]]:
    text = csv_form(dossier.briefing()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def book_of(dossier: Dossier, options: ExportOptions = OPTIONS) -> Workbook:
    briefing = dossier.briefing()
    return load_workbook(io.BytesIO(xlsx(briefing, words(briefing, options), options)))


def sheet(book: Workbook, name: str) -> list[dict[str, object]]:
    heads, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_csv_is_as_it_was_read(golden):
    golden(
        "istanbul.csv", csv_form(istanbul().briefing()).decode("utf-8-sig").replace("\r\n", "\n")
    )


def test_csv_is_what_spreadsheets_read_as_unicode():
    written = csv_form(istanbul().briefing())
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == 1 + 5 + 4


def test_csv_has_every_position_and_outcome_with_its_words():
    rows = csv_rows(istanbul())
    assert [row["Kind"] for row in rows] == ["position"] * 5 + ["outcome"] * 4
    first, bodies = rows[0], rows[6]
    assert (first["Party"], first["Stance"], first["Evidence"]) == ("Ukraine", "Demands", "1, 2")
    assert first["Quote"].startswith("The Ukrainian delegation pushed again")
    assert (bodies["Who must act"], bodies["Number"], bodies["Unit"]) == (
        "Russia",
        "6000",
        "bodies",
    )
    assert (bodies["Disputed"], bodies["Accounts"]) == ("yes", "2")
    assert rows[7]["Latest day"] == "2025-06-30"


def test_a_joint_position_is_one_row_with_all_who_hold_it():
    dossier = istanbul()
    said = dossier.quote(0, "Both asked for more time")
    dossier.position(1, Stance.DEMANDS, 1, "more time", said, also_party=(2,))
    told = [row["Party"] for row in csv_rows(dossier) if row["Claim"] == "more time"]
    assert told == ["Ukraine and Russia"]


@pytest.mark.parametrize(
    "said", ["=1+1", "＝1+1", "+1", "-1", "@SUM(1)", " =1", "=cmd|'/c calc'!A0"]
)
def test_no_cell_of_a_csv_runs(said: str):
    for row in csv_rows(saying(said)):
        assert row["Claim"] == f"'{said.strip()}"
        assert not any(
            cell.lstrip().startswith(("=", "＝", "+", "-", "@")) for cell in row.values()
        )


def test_a_number_below_nothing_stays_a_number_in_csv():
    dossier = istanbul()
    content = dossier.outcomes[1].content
    owed = replace(content.quantities[0], value=-2.5)
    dossier.outcomes[1] = replace(dossier.outcomes[1], content=replace(content, quantities=(owed,)))
    assert csv_rows(dossier)[6]["Number"] == "-2.5"


def test_a_workbook_has_a_sheet_for_each():
    book = book_of(istanbul())
    assert book.sheetnames == ["Positions", "Outcomes", "Evidence", "Sources"]
    assert [len(sheet(book, name)) for name in book.sheetnames] == [5, 4, 13, 3]
    assert book.properties.title == "Istanbul talks"
    assert book.properties.creator == "A. Analyst"


def test_a_workbook_has_days_and_numbers_to_reckon_with():
    book = book_of(istanbul())
    bodies, response = sheet(book, "Outcomes")[1:3]
    assert bodies["Number"] == 6000
    assert response["Latest day"] == dt.datetime(2025, 6, 30)
    assert sheet(book, "Sources")[0]["Document’s date"] == dt.datetime(2025, 6, 3)
    assert sheet(book, "Sources")[2]["Document’s date"] is None


def test_a_day_before_a_workbooks_first_is_written_out():
    dossier = Dossier("Westphalia")
    dossier.document("Instrumentum Pacis", dt.date(1648, 10, 24))
    assert sheet(book_of(dossier), "Sources")[0]["Document’s date"] == "1648-10-24"


def test_a_workbook_cites_in_the_style_that_was_chosen():
    options = replace(OPTIONS, citations=CitationStyle.CHICAGO)
    rows = sheet(book_of(istanbul(), options), "Evidence")
    assert rows[0]["Citation"].startswith("M. Reporter, “Second round ends")


@pytest.mark.parametrize("said", ["=1+1", "<r><t>x</t></r>", "http://x.example", "007", "_x0041_"])
def test_words_are_no_formula_markup_link_or_number_in_a_workbook(said: str):
    book = book_of(saying(said))
    for cells in book["Positions"].iter_rows(min_row=2):
        for cell in cells:
            assert cell.data_type in {"s", "n", "d"}
            assert cell.hyperlink is None
    claim = sheet(book, "Positions")[0]["Claim"]
    assert str(claim).strip().replace("_x005F_", "_") == said


def test_a_cell_holds_what_it_can_of_very_long_words():
    claim = sheet(book_of(saying("😀" * 40_000)), "Positions")[0]["Claim"]
    assert claim == "😀" * 16_383 + "…"


def test_an_empty_dossier_has_the_heads_of_every_table():
    empty = Dossier("Nothing yet")
    book = book_of(empty)
    assert book["Positions"].max_row == 1
    assert [cell.value for cell in book["Sources"][1]][:2] == ["Document", "Author"]
    assert csv_form(empty.briefing()).decode("utf-8-sig").startswith('"Kind","Party","Stance"')
