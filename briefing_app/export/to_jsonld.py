"""W3C Web Annotation: what the reader marked, and each position and outcome as a classification of its words.

Offsets count code points, as the standard wants. https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing_app.domain.annotation import Annotation, Colour
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Version
from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import Position
from briefing_app.export.lasting_names import LastingNames
from briefing_app.export.moments import in_utc
from briefing_app.export.options import ExportOptions
from briefing_app.language import _

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_STYLES = {
    Colour.YELLOW: "#fdf0b6",
    Colour.GREEN: "#d8efdb",
    Colour.BLUE: "#d9e8f8",
    Colour.PINK: "#f8dce4",
}


def jsonld(briefing: Briefing, versions: Iterable[Version], options: ExportOptions) -> bytes:
    """Write one collection of one page. Versions are all that evidence may rest on."""
    items = list(_Annotations(briefing, {each.id: each for each in versions}, options).items())
    names = LastingNames(briefing)
    collection = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{names.named('collection', briefing.title)}",
        "type": "AnnotationCollection",
        "label": options.title or briefing.title,
        **_by(options),
        "total": len(items),
    }
    if items:
        collection["first"] = {
            "id": f"urn:uuid:{names.named('page', briefing.title)}",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _by(options: ExportOptions) -> dict[str, Any]:
    return {"creator": {"type": "Person", "name": options.author}} if options.author else {}


class _Annotations:
    """Makes the annotations of one briefing."""

    def __init__(
        self, briefing: Briefing, versions: Mapping[VersionId, Version], options: ExportOptions
    ) -> None:
        self._briefing, self._versions, self._by = briefing, versions, _by(options)
        self._names = LastingNames(briefing)

    def items(self) -> Iterator[dict[str, Any]]:
        yield from map(self._marked, self._briefing.annotations)
        yield from map(self._position, self._briefing.positions)
        yield from map(self._outcome, self._briefing.outcomes)

    def _marked(self, annotation: Annotation) -> dict[str, Any]:
        note, tags = annotation.note, annotation.tags
        motivation = ["highlighting", *["commenting"] * bool(note), *["tagging"] * bool(tags)]
        colour = annotation.colour
        return {
            **self._head("annotation", motivation, annotation.evidence),
            "created": in_utc(annotation.created),
            "modified": in_utc(annotation.modified),
            "stylesheet": {
                "type": "CssStylesheet",
                "value": f".{colour.value} {{ background: {_STYLES[colour]} }}",
            },
            **_bodies("commenting", note, tags),
            "target": self._target(annotation.evidence) | {"styleClass": colour.value},
        }

    def _position(self, position: Position) -> dict[str, Any]:
        content = position.content
        tags = (
            *self._parties(content.holders),
            _("Stance/{name}").format(name=STANCES[content.stance].word),
            *self._issues(content.issues),
        )
        return self._classified("position", content.claim, tags, content.evidence)

    def _outcome(self, outcome: Outcome) -> dict[str, Any]:
        content = outcome.content
        tags = (
            _("Outcome/{name}").format(name=STATUSES[content.status].word),
            *self._parties(content.responsible),
            *self._issues(content.issues),
        )
        evidence = tuple(account.evidence for account in content.accounts)
        return self._classified("outcome", content.claim, tags, evidence)

    def _parties(self, parties: Iterable[PartyId]) -> Iterator[str]:
        for party in parties:
            yield _("Party/{name}").format(name=self._briefing.party(party).name)

    def _issues(self, issues: Iterable[IssueId]) -> Iterator[str]:
        for issue in issues:
            yield _("Issue/{name}").format(name=self._briefing.issue(issue).label)

    def _classified(
        self, kind: str, claim: str, tags: tuple[str, ...], evidence: tuple[Evidence, ...]
    ) -> dict[str, Any]:
        targets = [self._target(each) for each in evidence]
        return {
            **self._head(kind, ["classifying", "describing", "tagging"], evidence[0]),
            **_bodies("describing", claim, tags),
            "target": targets if len(targets) > 1 else targets[0],
        }

    def _head(self, kind: str, motivation: list[str], evidence: Evidence) -> dict[str, Any]:
        return {
            "id": f"urn:uuid:{self._names.of(kind, evidence)}",
            "type": "Annotation",
            "motivation": motivation if len(motivation) > 1 else motivation[0],
            **self._by,
            "generator": {"type": "Software", "name": "Briefing"},
            "generated": in_utc(self._briefing.made),
        }

    def _target(self, evidence: Evidence) -> dict[str, Any]:
        version = self._versions[evidence.version]
        document = self._briefing.document(version.document)
        told = {"label": document.title, "language": document.language, "via": document.url}
        quote = evidence.quote
        around = {"prefix": quote.prefix, "suffix": quote.suffix}
        return {
            "type": "SpecificResource",
            "source": {
                "id": f"urn:sha256:{version.text_sha256}",
                "type": "Text",
                "format": "text/plain",
                **{key: words for key, words in told.items() if words},
            },
            "state": {"type": "TimeState", "sourceDate": in_utc(version.added)},
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": evidence.span.start,
                    "end": evidence.span.end,
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    **{key: words for key, words in around.items() if words},
                },
            ],
        }


def _bodies(purpose: str, words: str, tags: Iterable[str]) -> dict[str, Any]:
    """Make the bodies: the words, which for a note are Markdown, and each tag."""
    kind = "text/markdown" if purpose == "commenting" else "text/plain"
    said = {"type": "TextualBody", "purpose": purpose, "format": kind, "value": words}
    tagged = ({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags)
    bodies = [*[said] * bool(words), *tagged]
    return {"body": bodies} if bodies else {}
