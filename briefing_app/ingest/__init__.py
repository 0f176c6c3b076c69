"""Bytes of a file, or a pasted text, into a document's text and blocks."""

from briefing_app.ingest.errors import IngestError
from briefing_app.ingest.files import read_file
from briefing_app.ingest.reading import read, read_pasted

__all__ = ["IngestError", "read", "read_file", "read_pasted"]
