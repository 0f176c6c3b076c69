"""PDF/UA-1 and PDF/A-2a by two checkers that know nothing of each other, and the structure that is read aloud."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import page as page_validation
import pdfua
import pikepdf
import pytest

from briefing_app import paths
from briefing_app.export.options import Template
from tests.export import builders
from tests.export.builders import istanbul
from tests.export.reading_pdf import made

LOGO = (paths.resources() / "icons" / "briefing.png").read_bytes()
SHAPES = ("istanbul", "climate", "scripts", "unbroken", "only_notes")
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def by_pdfua(pdf: bytes, folder: Path) -> list[str]:
    (folder / "checked.pdf").write_bytes(pdf)
    report = pdfua.validate(str(folder / "checked.pdf"))
    assert len(report.outcomes) - len(report.skipped) >= 10
    return [f"{each.rule_id}: {each.message}" for each in report.findings]


def by_page(pdf: bytes) -> list[str]:
    """List what page finds in both profiles.

    It takes a stream that ends in a carriage return for one byte shorter: its lengths are counted here.
    """
    reports = [page_validation.validate_pdf_bytes(pdf, profile=each) for each in PROFILES]
    assert all(report.rules.total > 100 for report in reports)
    found = [each for report in reports for each in report.failures]
    return [
        f"{each.rule_id}: {each.message}"
        for each in found
        if each.rule_id != "PDFA2A-STREAM-LENGTH-001" or not lengths_are_right(pdf)
    ]


def lengths_are_right(pdf: bytes) -> bool:
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\n", pdf))
    return bool(streams) and all(
        pdf[each.end() + int(each[1]) :].startswith(b"\nendstream") for each in streams
    )


def wrong(pdf: bytes, folder: Path) -> list[str]:
    """List what either checker finds."""
    return by_page(pdf) + by_pdfua(pdf, folder)


@pytest.mark.parametrize("template", Template)
def test_every_template_keeps_both_standards(template: Template, tmp_path: Path):
    around = {"classification": "Restricted", "footer": "A desk", "watermark": "DRAFT"}
    pdf = made(istanbul(), tmp_path, template=template, logo=LOGO, **around)
    assert wrong(pdf, tmp_path) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_dossier_keeps_both_standards(shape: str, tmp_path: Path):
    assert wrong(made(getattr(builders, shape)(), tmp_path), tmp_path) == []


def test_the_checkers_see_what_is_wrong(tmp_path: Path):
    with pikepdf.open(io.BytesIO(made(istanbul(), tmp_path))) as pdf:
        del pdf.Root.StructTreeRoot
        spoilt = io.BytesIO()
        pdf.save(spoilt)
    assert len(by_page(spoilt.getvalue())) >= 2
    assert by_pdfua(spoilt.getvalue(), tmp_path)


def elements(pdf: bytes) -> Iterator[tuple[str, pikepdf.Object]]:
    """Walk through the structure in the order in which it is read."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield from _walk(document.Root.StructTreeRoot)


def _walk(element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element:
        yield str(element.S)[1:], element
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from _walk(child)


def test_tables_have_header_cells_and_drawings_have_words(tmp_path: Path):
    found: dict[str, list[str]] = {}
    for kind, element in elements(made(istanbul(), tmp_path, logo=LOGO)):
        found.setdefault(kind, []).append(str(element.get("/Alt", "")))
    assert len(found["Table"]) == 3  # who stands where, the matrix, the accounts
    assert len(found["TH"]) == 4 + 3 + 4
    assert set(found["Figure"]) == {
        "Logo",
        "Outcomes by status: 2 Agreed, 1 Open (1 proposed) and 1 Failed",
    }
    assert len(found["Link"]) > 40


def test_headings_come_in_the_order_of_the_reading(tmp_path: Path):
    kinds = [kind for kind, _e in elements(made(istanbul(), tmp_path)) if kind[:1] == "H"]
    assert kinds[:2] == ["H1", "H1"]
    levels = [int(kind[1:]) for kind in kinds if kind[1:].isdigit()]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_title_and_language_are_set(tmp_path: Path):
    with pikepdf.open(io.BytesIO(made(istanbul(), tmp_path))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Istanbul talks"
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root][:3] == [
                "At a glance",
                "Positions",
                "Outcomes",
            ]
