"""Folders and archives into the documents that are in them, and the reasons why the rest is none."""

from briefing_app.ingest.gathering.found import Found, Source, Unread
from briefing_app.ingest.gathering.unpacking import Unpacker
from briefing_app.ingest.gathering.walking import gather, holds_others

__all__ = ["Found", "Source", "Unpacker", "Unread", "gather", "holds_others"]
