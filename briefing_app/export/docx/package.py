"""The package that a DOCX is: the parts that never change are templates in resources/docx."""

from collections.abc import Mapping
from string import Template

from briefing_app.export.elements import Markup, joined
from briefing_app.export.zipped import zipped
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


def package(filling: Mapping[str, str]) -> bytes:
    """Fill the templates: `Markup` as it is, other words escaped."""
    written = {name: joined([value]) or Markup() for name, value in filling.items()}
    folder = resources() / "docx"
    templates = {
        name: Template((folder / file).read_text("utf-8")) for name, file in _PARTS.items()
    }
    return zipped({name: each.substitute(written).encode() for name, each in templates.items()})
