import datetime as dt
import random

import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.compound import message
from tests.ingest.seen import said

SENT = dt.datetime(2025, 6, 2, 22, 30, tzinfo=dt.UTC)
WORDS = "The talks ended.\r\n\r\nБольше ничего — and nothing was signed. 🕊"


def a_message(**told: str | bytes) -> bytes:
    return message(sent=SENT, **{"p0037": "Talks end", "p0C1A": "Jane Smith", **told})


def test_a_message_has_its_subject_sender_day_and_words():
    found = read(a_message(p1000=WORDS), "mail.msg")
    assert (found.kind, found.title, found.author) == ("msg", "Talks end", "Jane Smith")
    assert found.date == dt.date(2025, 6, 2)
    assert said(found) == [
        ("paragraph", "The talks ended."),
        ("paragraph", "Больше ничего — and nothing was signed. 🕊"),
    ]


def test_a_message_is_known_without_its_name():
    assert read(a_message(p1000=WORDS), "mail").kind == "msg"


def test_what_is_attached_is_named_and_never_opened():
    data = message(p0037="Talks", p1000="See below.", attached=("plan.docx", "gpj.\u202etxt.exe"))
    assert read(data, "x.msg").text == "See below.\n\nAttachments: plan.docx, gpj.txt.exe"


def test_a_message_of_a_page_alone_is_read_as_one():
    page = (
        "<html><body><p>They met.</p><script>alert(1)</script><p>Then they left.</p></body></html>"
    )
    found = read(a_message(p1013=page.encode()), "x.msg")
    assert found.text == "They met.\n\nThen they left."


def test_a_long_message_is_read_whole():
    long = "\n\n".join(f"Paragraph {number} of the statement." for number in range(2000))
    assert read(a_message(p1000=long), "x.msg").text == long


def test_words_in_compressed_rich_text_alone_are_refused_with_advice():
    with pytest.raises(BriefingError, match="save it as EML"):
        read(a_message(p1009=b"LZFu" * 10), "x.msg")


def test_a_message_without_words_is_empty():
    with pytest.raises(BriefingError, match="empty"):
        read(message(p0037="Nothing"), "x.msg")


def test_a_message_without_a_moment_has_no_day():
    assert read(message(p1000="They met in Geneva."), "x.msg").date is None


def test_damaged_messages_are_read_or_refused_in_a_sentence():
    chance, whole = random.Random(7), a_message(p1000=WORDS)
    cuts = [whole[:600], whole[:1500], whole[: len(whole) // 2]]
    for _number in range(5):
        broken = bytearray(whole)
        for _byte in range(30):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cuts.append(bytes(broken))
    for data in cuts:
        try:
            found = read(data, "x.msg")
        except BriefingError as error:
            told = error.sentence
        else:
            told = found.text
        assert told
