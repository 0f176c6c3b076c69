"""What runs in the child process: one function a kind, named as the kind is. Bytes in, a draft as JSON out."""

from collections.abc import Callable

from briefing_app.ingest.draft import MOST_BLOCKS, MOST_CHARACTERS, Draft, as_json
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.from_docx import read_docx
from briefing_app.ingest.from_epub import read_epub
from briefing_app.ingest.from_html import read_html
from briefing_app.ingest.from_mail import read_mail, read_web_archive
from briefing_app.ingest.from_markdown import read_markdown
from briefing_app.ingest.from_msg import read_msg
from briefing_app.ingest.from_odt import read_odt
from briefing_app.ingest.from_pdf import read_pdf
from briefing_app.ingest.from_rtf import read_rtf
from briefing_app.isolation import Refusal


def html(payload: bytes) -> bytes:
    return as_json(read_html(payload.decode("utf-8")))


def markdown(payload: bytes) -> bytes:
    return as_json(read_markdown(payload.decode("utf-8")))


def _packed(reader: Callable[[bytes], Draft]) -> Callable[[bytes], bytes]:
    """Answer with what a reader finds: a small file may hold more than the parent could hold."""

    def read(payload: bytes) -> bytes:
        draft = reader(payload)
        if len(draft.text) > MOST_CHARACTERS or len(draft.blocks) > MOST_BLOCKS:
            raise Refusal(Trouble.TOO_MUCH)
        return as_json(draft)

    return read


pdf = _packed(read_pdf)
docx = _packed(read_docx)
odt = _packed(read_odt)
rtf = _packed(read_rtf)
epub = _packed(read_epub)
eml = _packed(read_mail)
msg = _packed(read_msg)
mht = _packed(read_web_archive)
