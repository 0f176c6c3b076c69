"""REFI-QDA: a project for programs of qualitative analysis (.qdpx), and its codes alone (.qdc)."""

import io
from collections.abc import Iterable
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Version
from briefing_app.export.lasting_names import LastingNames
from briefing_app.export.options import ExportOptions
from briefing_app.export.qda.codebook import Codebook
from briefing_app.export.qda.project import Project, xml

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same dossier gives the same bytes


def qdpx(briefing: Briefing, versions: Iterable[Version], options: ExportOptions) -> bytes:
    """Write a project with its texts. Versions are all that evidence may rest on."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in Project(briefing, versions, options).parts().items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8", "replace"))
    return file.getvalue()


def qdc(briefing: Briefing) -> bytes:
    """Write the codebook."""
    head = {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": "Briefing"}
    root = Element("CodeBook", head)
    root.append(Codebook(briefing, LastingNames(briefing)).element())
    return xml(root).encode("utf-8", "replace")
