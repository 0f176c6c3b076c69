import datetime as dt
from email.message import EmailMessage

import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.seen import said

WORDS = "The ministry said that the talks had ended without a result."


def mail(words: str = WORDS) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ministry of Foreign Affairs <press@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "Statement on the talks — Пресс-релиз"
    message["Date"] = "Tue, 03 Jun 2025 00:30:00 +0300"
    message["Message-ID"] = "<1@example.org>"
    if words:
        message.set_content(words)
    return message


def test_the_headers_say_who_wrote_what_and_when():
    found = read(mail().as_bytes(), "message.eml")
    assert (found.kind, found.text) == ("eml", WORDS)
    assert found.title == "Statement on the talks — Пресс-релиз"
    assert found.author == "Ministry of Foreign Affairs"
    assert found.date == dt.date(2025, 6, 3)


def test_plain_text_goes_before_the_page_and_attachments_are_only_named():
    message = mail()
    message.add_alternative("<p>Another telling</p>", subtype="html")
    message.add_attachment(
        b"%PDF-secret", maintype="application", subtype="pdf", filename="invoice\u202egpj.exe"
    )
    assert said(read(message.as_bytes(), "m.eml")) == [
        ("paragraph", WORDS),
        ("paragraph", "Attachments: invoicegpj.exe"),
    ]


def test_a_mail_with_a_page_alone_is_read_as_that():
    message = mail("")
    message.set_content(f"<h1>Talks</h1><ul><li>{WORDS}</li></ul>", subtype="html")
    assert said(read(message.as_bytes(), "m.eml")) == [("heading", "Talks"), ("list_item", WORDS)]


def test_a_mail_that_was_handed_on_follows_under_its_subject():
    inner = mail("The first words.")
    message = mail()
    message.add_attachment(inner)
    found = read(message.as_bytes(), "m.eml")
    assert found.text.startswith(WORDS)
    assert ("heading", "Statement on the talks — Пресс-релиз") in said(found)
    assert found.text.endswith("The first words.")


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        (
            "Content-Type: text/plain; charset=windows-1251",
            "Переговоры".encode("cp1251"),
            "Переговоры",
        ),
        ("Content-Type: text/plain; charset=none-such", "Gespräch".encode(), "Gespräch"),
        ("Content-Transfer-Encoding: base64", b"VGFsa3MgZW5k", "Talks end"),
        (
            "Content-Transfer-Encoding: quoted-printable",
            b"Caf=C3=A9 =E2=80=94 talks=\r\n end",
            "Café — talks end",
        ),
    ],
)
def test_words_are_decoded_as_the_part_says_or_as_makes_sense(head: str, body: bytes, words: str):
    top = f"From: a@example.org\r\nDate: yesterday\r\nMIME-Version: 1.0\r\n{head}\r\n\r\n"
    found = read(top.encode() + body, "m.eml")
    assert (found.text, found.date) == (words, None)


def test_what_has_a_broken_kind_is_named_without_its_control_characters():
    data = b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: te\x00xt/html\r\n\r\nx"
    assert "\x00" not in read(data, "m.eml").text


def test_what_is_quoted_of_another_mail_is_a_quotation_and_a_name_no_heading():
    words = (
        "Colleagues,\n\nit is new.\n\nLeyla\n\n> On 20 March you wrote:\n>> Any word?\n>\n> Yes.\nA LAST WORD\n\n"
        "They left the table at night."
    )
    found = read(mail(words).as_bytes(), "a.eml")
    assert said(found) == [
        ("paragraph", "Colleagues,"),
        ("paragraph", "it is new."),
        ("paragraph", "Leyla"),
        ("quotation", "On 20 March you wrote:"),
        ("quotation", "Any word?"),
        ("quotation", "Yes."),
        ("heading", "A LAST WORD"),
        ("paragraph", "They left the table at night."),
    ]


def test_a_memo_is_no_mail():
    memo = f"From: the ministry\nTo: all\nSubject: talks\n\n{WORDS}".encode()
    assert read(memo, "memo.txt").kind == "text"
    assert read(memo, "memo.eml").kind == "eml"


def nested(depth: int) -> bytes:
    message = mail()
    for _level in range(depth):
        outer = mail("")
        outer.make_mixed()
        outer.attach(message)
        message = outer
    return message.as_bytes()


def raw_nested(depth: int) -> bytes:
    tops = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at)
        for at in range(depth)
    )
    return b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + tops


def parts(count: int) -> bytes:
    return (
        b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n" * count
        + b"--b--\r\n"
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (nested(6), "nested"),
        (raw_nested(400), "nested"),
        (raw_nested(10_000), "nested"),
        (parts(10_000), "more than"),
        (mail("").as_bytes() + b"\n\n", "empty"),
    ],
    ids=["6 deep", "400 deep", "10,000 deep", "10,000 parts", "empty"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.eml")
    assert refused.value.sentence.count("talks.eml") == 1


def test_five_mails_in_each_other_and_a_thousand_parts_are_read():
    assert read(nested(5), "m.eml").text.endswith(WORDS)
    assert read(parts(1000), "m.eml").text.count("words") == 1000


SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/talks\r\nSubject: Talks\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://example.org/talks\r\n\r\n"
    "<!DOCTYPE html><html><head><title>Talks end</title></head><body><nav>Home</nav><article><h1>Talks "
    f"end</h1><p>{WORDS} Caf=C3=A9.</p><p>{WORDS}</p></article><footer>Imprint</footer></body></html>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Location: https://example.org/a.png\r\n\r\nx\r\n--b--\r\n"
).encode()


@pytest.mark.parametrize("name", ["page.mhtml", "page.txt"])
def test_a_page_saved_as_one_file_is_read_with_where_it_was(name: str):
    found = read(SAVED, name)
    assert (found.kind, found.title, found.url) == ("mht", "Talks end", "https://example.org/talks")
    assert "Café" in found.text
    assert "Imprint" not in found.text
    assert "Attachments" not in found.text


def test_a_saved_page_with_no_words_is_said_so():
    with pytest.raises(BriefingError, match="no readable text"):
        read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "page.mht")
