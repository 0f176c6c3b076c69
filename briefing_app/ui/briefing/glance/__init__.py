from briefing_app.ui.briefing.glance.page import GlancePage

__all__ = ["GlancePage"]
