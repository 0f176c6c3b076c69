"""The Word document and the workbook by the rules of Open XML, as Microsoft's own kit has them: schemas and meaning."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from briefing_app.export.options import ExportOptions
from briefing_app.export.writing import rendered
from tests.export import builders
from tests.export.builders import Dossier, istanbul

SHAPES = ("istanbul", "climate", "scripts", "unbroken", "only_notes", "many_parties")


def written(dossier: Dossier, suffix: str, language: str = "en") -> bytes:
    options = ExportOptions(language=language, author="A. Analyst")
    return rendered(dossier.briefing(), dossier.versions(), suffix, options, waiting=lambda: None)


def wrong(content: bytes, path: Path) -> list[str]:
    """List what breaks a rule. A table of fonts and a theme may be left out (ECMA-376-1, 11.3.10)."""
    path.write_bytes(content)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors
    kept = re.compile(r"required relationship type '[^']*/(fontTable|theme)' is missing")
    return [str(each) for each in found if not kept.search(each.description)]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_dossier_keeps_the_rules(shape: str, suffix: str, tmp_path: Path):
    content = written(getattr(builders, shape)(), suffix)
    assert wrong(content, tmp_path / f"briefing{suffix}") == []


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_runs_from_the_right_keeps_the_rules(suffix: str, tmp_path: Path):
    assert wrong(written(istanbul(), suffix, "ar"), tmp_path / f"briefing{suffix}") == []


def test_a_document_that_breaks_them_is_found_out(tmp_path: Path):
    spoilt = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written(istanbul(), ".docx"))) as whole,
        zipfile.ZipFile(spoilt, "w") as package,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            package.writestr(name, content.replace(b"<w:cantSplit>", b"<w:cantSplit w:no='1'>"))
    assert wrong(spoilt.getvalue(), tmp_path / "briefing.docx")
