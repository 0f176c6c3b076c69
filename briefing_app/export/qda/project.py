"""A project of REFI-QDA: the texts, and what is marked and held in them as coded selections.

Offsets count code points of the text as it is in the package, which has no byte order mark and LF alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Version
from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.outcome import OutcomeId
from briefing_app.export.cleaning import cleaned, in_one_line
from briefing_app.export.lasting_names import LastingNames
from briefing_app.export.moments import in_utc
from briefing_app.export.options import ExportOptions
from briefing_app.export.qda.cases import cases
from briefing_app.export.qda.codebook import Codebook

_NAMED = 60  # characters of its words that a selection is called by


class Project:
    """Makes the parts of one package."""

    def __init__(
        self, briefing: Briefing, versions: Iterable[Version], options: ExportOptions
    ) -> None:
        self._briefing, self._options = briefing, options
        self._names = LastingNames(briefing)
        self._codebook = Codebook(briefing, self._names)
        self._versions = {version.id: version for version in versions}
        self._selections = defaultdict[VersionId, list[Element]](list)
        self._outcomes = defaultdict[OutcomeId, list[UUID]](list)
        self._user = str(self._names.named("user", options.author)) if options.author else ""

    def parts(self) -> dict[str, str]:
        """Give the files of the package by their names."""
        root = Element("Project", self._head())
        if self._user:
            user = {"guid": self._user, "name": in_one_line(self._options.author)}
            SubElement(SubElement(root, "Users"), "User", user)
        SubElement(root, "CodeBook").append(self._codebook.element())
        self._select()
        root.extend(cases(self._briefing, self._names, self._outcomes) or ())
        texts = {
            version: str(self._names.named("source", version.text_sha256))
            for version in self._used()
        }
        if texts:
            sources = SubElement(root, "Sources")
            sources.extend(self._source(version, guid) for version, guid in texts.items())
        written = {f"sources/{guid}.txt": version.text for version, guid in texts.items()}
        return {"project.qde": xml(root), **written}

    def _head(self) -> dict[str, str]:
        made = in_utc(self._briefing.made)
        user = {"creatingUserGUID": self._user} if self._user else {}
        return {
            "xmlns": "urn:QDA-XML:project:1.0",
            "name": in_one_line(self._options.title or self._briefing.title) or "Briefing",
            "origin": "Briefing",
            **user,
            "creationDateTime": made,
            "modifiedDateTime": made,
        }

    def _used(self) -> Iterator[Version]:
        """Go through each document's newest version, and the older ones that are quoted."""
        newest = {document.version for document in self._briefing.documents}
        for version in self._versions.values():
            if version.id in newest or version.id in self._selections:
                yield version

    def _select(self) -> None:
        for annotation in self._briefing.annotations:
            codes = self._codebook.of_tags(annotation.tags)
            moments = {
                "creationDateTime": in_utc(annotation.created),
                "modifiedDateTime": in_utc(annotation.modified),
            }
            self._selection("annotation", annotation.evidence, annotation.note, codes, **moments)
        for position in self._briefing.positions:
            codes = self._codebook.of_position(position.content)
            for evidence in position.content.evidence:
                self._selection("position", evidence, position.content.claim, codes)
        for outcome in self._briefing.outcomes:
            codes = self._codebook.of_outcome(outcome.content)
            for account in outcome.content.accounts:
                guid = self._selection("outcome", account.evidence, outcome.content.claim, codes)
                self._outcomes[outcome.id].append(guid)

    def _selection(
        self, kind: str, evidence: Evidence, said: str, codes: Iterable[UUID], **moments: str
    ) -> UUID:
        guid = self._names.of(kind, evidence)
        selection = Element(
            "PlainTextSelection",
            {
                "guid": str(guid),
                "name": in_one_line(evidence.quote.exact)[:_NAMED],
                "startPosition": str(evidence.span.start),
                "endPosition": str(evidence.span.end),
                **moments,
            },
        )
        if said:
            SubElement(selection, "Description").text = cleaned(said)
        for code in codes:
            name = {"guid": str(self._names.named("coding", f"{guid} {code}"))}
            SubElement(SubElement(selection, "Coding", name), "CodeRef", {"targetGUID": str(code)})
        self._selections[evidence.version].append(selection)
        return guid

    def _source(self, version: Version, guid: str) -> Element:
        document = self._briefing.document(version.document)
        source = Element(
            "TextSource",
            {
                "guid": guid,
                "name": in_one_line(document.title),
                "plainTextPath": f"internal://{guid}.txt",
                "creationDateTime": in_utc(version.added),
            },
        )
        source.extend(self._selections[version.id])
        return source


def xml(root: Element) -> str:
    declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
    return declaration + tostring(root, encoding="unicode")
