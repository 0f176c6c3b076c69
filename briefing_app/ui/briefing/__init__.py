from briefing_app.ui.briefing.pane import BriefingPane

__all__ = ["BriefingPane"]
