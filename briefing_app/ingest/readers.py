"""What runs in the child process: one function a kind, named as the kind is. Bytes in, a draft as JSON out."""

from briefing_app.ingest.draft import as_json
from briefing_app.ingest.from_html import read_html
from briefing_app.ingest.from_markdown import read_markdown
from briefing_app.ingest.from_pdf import read_pdf


def html(payload: bytes) -> bytes:
    return as_json(read_html(payload.decode("utf-8")))


def markdown(payload: bytes) -> bytes:
    return as_json(read_markdown(payload.decode("utf-8")))


def pdf(payload: bytes) -> bytes:
    return as_json(read_pdf(payload))
