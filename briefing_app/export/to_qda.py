"""REFI-QDA: a project for programs of qualitative analysis (.qdpx), and its codes alone (.qdc)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Version
from briefing_app.export.lasting_names import LastingNames
from briefing_app.export.options import ExportOptions
from briefing_app.export.qda.codebook import Codebook
from briefing_app.export.qda.project import Project, xml
from briefing_app.export.zipped import zipped


def qdpx(briefing: Briefing, versions: Iterable[Version], options: ExportOptions) -> bytes:
    """Write a project with its texts. Versions are all that evidence may rest on."""
    parts = Project(briefing, versions, options).parts()
    return zipped({name: text.encode("utf-8", "replace") for name, text in parts.items()})


def qdc(briefing: Briefing) -> bytes:
    """Write the codebook."""
    head = {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": "Briefing"}
    root = Element("CodeBook", head)
    root.append(Codebook(briefing, LastingNames(briefing)).element())
    return xml(root).encode("utf-8", "replace")
