from briefing_app.ui.library.pane import LibraryPane

__all__ = ["LibraryPane"]
