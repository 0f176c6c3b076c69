"""The source pane: one document's text, its marks and notes."""

from briefing_app.ui.source.marks import Mark, MarkKind
from briefing_app.ui.source.pane import SourcePane

__all__ = ["Mark", "MarkKind", "SourcePane"]
