"""The source pane: one document's text, its marks and notes."""

from briefing_app.ui.source.marks import Mark
from briefing_app.ui.source.pane import SourcePane

__all__ = ["Mark", "SourcePane"]
