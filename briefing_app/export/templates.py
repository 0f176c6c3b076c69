"""The templates: what each is called, and which parts it is made of."""

from briefing_app.export.options import Template
from briefing_app.language import N_

TEMPLATES = {
    Template.FULL: N_("Briefing"),
    Template.ONE_PAGE: N_("Briefing note"),
    Template.POSITIONS: N_("Positions"),
    Template.OUTCOMES: N_("Outcomes to check"),
    Template.EVIDENCE: N_("Evidence annex"),
}

PARTS = {
    Template.FULL: (
        "counts", "glance", "positions", "outcomes", "timeline", "notes", "evidence", "sources",
    ),
    Template.ONE_PAGE: ("essentials",),
    Template.POSITIONS: ("positions", "references", "documents"),
    Template.OUTCOMES: ("outcomes", "references", "documents"),
    Template.EVIDENCE: ("evidence", "sources"),
}  # fmt: skip

WIDE = {Template.POSITIONS}  # what lies across the page
