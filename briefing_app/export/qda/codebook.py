"""The codes of REFI-QDA: parties, issues, stances, statuses and tags, each in a group of its own."""

from collections.abc import Iterable, Iterator
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.outcome import OutcomeContent
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionContent
from briefing_app.export.cleaning import in_one_line
from briefing_app.export.lasting_names import LastingNames
from briefing_app.language import _

KINDS = ("party", "issue", "stance", "status", "tag")


class Codebook:
    """Knows every code of a briefing by what it stands for."""

    def __init__(self, briefing: Briefing, names: LastingNames) -> None:
        self._names = names
        self._codes: dict[str, UUID] = {}
        tags = dict.fromkeys(tag for each in briefing.annotations for tag in each.tags)
        self._groups = (
            (_("Parties"), "party", {str(p.id): p.name for p in briefing.parties}),
            (_("Issues"), "issue", {str(i.id): i.label for i in briefing.issues}),
            (_("Stances"), "stance", {stance.value: STANCES[stance].word for stance in STANCES}),
            (_("Outcomes"), "status", {each.value: STATUSES[each].word for each in STATUSES}),
            (_("Tags"), "tag", {tag: tag for tag in tags}),
        )

    def element(self) -> Element:
        """Write the codes: groups that cannot be assigned, with codes that can."""
        codes = Element("Codes")
        for title, kind, members in self._groups:
            if not members:
                continue
            group = SubElement(codes, "Code", self._head(title, f"group {kind}", codable=False))
            for key, name in members.items():
                head = self._head(name, f"{kind} {name}", codable=True)
                SubElement(group, "Code", head)
                self._codes[f"{kind} {key}"] = UUID(head["guid"])
        return codes

    def of_tags(self, tags: Iterable[str]) -> list[UUID]:
        return [self._codes[f"tag {tag}"] for tag in tags]

    def of_position(self, content: PositionContent) -> list[UUID]:
        stance = self._codes[f"stance {content.stance}"]
        return [*self._parties(content.holders), stance, *self._issues(content.issues)]

    def of_outcome(self, content: OutcomeContent) -> list[UUID]:
        status = self._codes[f"status {content.status}"]
        return [status, *self._parties(content.responsible), *self._issues(content.issues)]

    def _parties(self, parties: Iterable[PartyId]) -> Iterator[UUID]:
        return (self._codes[f"party {party}"] for party in parties)

    def _issues(self, issues: Iterable[IssueId]) -> Iterator[UUID]:
        return (self._codes[f"issue {issue}"] for issue in issues)

    def _head(self, name: str, lasting: str, *, codable: bool) -> dict[str, str]:
        return {
            "guid": str(self._names.named("code", lasting)),
            "name": in_one_line(name) or "–",
            "isCodable": str(codable).lower(),
        }
