"""The dossier's file. The only part of the program that knows SQLite."""

from briefing_app.store.opening import open_store
from briefing_app.store.store import Store

__all__ = ["Store", "open_store"]
