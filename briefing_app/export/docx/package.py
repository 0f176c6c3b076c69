"""The package that a DOCX is: the parts that never change are templates in resources/docx."""

import io
from collections.abc import Mapping
from string import Template
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing_app.export.elements import Markup, joined
from briefing_app.paths import resources

# Where each template goes; the order is the one that readers expect.
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "relations.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footer.xml": "footer.xml",
    "word/footnotes.xml": "footnotes.xml",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same dossier gives the same bytes


def package(filling: Mapping[str, str]) -> bytes:
    """Fill the templates: `Markup` as it is, other words escaped."""
    written = {name: joined([value]) or Markup() for name, value in filling.items()}
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, template in _PARTS.items():
            text = Template((resources() / "docx" / template).read_text("utf-8"))
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, text.substitute(written).encode())
    return file.getvalue()
