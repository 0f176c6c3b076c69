import pytest

from briefing_app.domain.document import Ingested
from briefing_app.operations.remarks import read_remark, remark
from tests.ingest.samples import docx, word_paragraph


@pytest.mark.parametrize(
    ("changes", "comments", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 tracked change accepted."),
        (3, 2, "3 tracked changes accepted, 2 comments left out."),
        (0, 1, "1 comment left out."),
    ],
)
def test_what_was_resolved_is_said(changes: int, comments: int, words: str):
    found = Ingested(b"", "", (), "", "docx", changes=changes, comments=comments)
    assert remark(found) == words


def test_it_is_found_again_in_the_file():
    changed = '<w:p><w:ins w:author="Jane"><w:r><w:t>New.</w:t></w:r></w:ins></w:p>'
    data = docx(word_paragraph("Old.") + changed)
    assert read_remark(data, "x.docx") == "1 tracked change accepted."
