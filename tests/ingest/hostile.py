"""Files that were built to hurt, each made anew from its seed: damaged ones of every kind, and known tricks."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_STORED, ZipFile

from tests.ingest.compound import message
from tests.ingest.samples import (
    Put,
    core_properties,
    docx,
    epub,
    odt,
    pdf,
    pdf_objects,
    scan,
    stream,
    word_notes,
    word_paragraph,
    zipped,
)

Maker = Callable[[], bytes]

WORDS = "The delegations agreed to exchange all prisoners, and to return the bodies of six thousand soldiers."
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 12))
    + "]><x>&a11;</x>"
)
_QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'a' * 100_000}'>]><x>{'&a;' * 10_000}</x>"
_MAIL = (
    "From: Ministry <press@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?b?VGFsa3M=?=\r\n"
    "Date: Tue, 03 Jun 2025 10:00:00 +0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
)
_MIXED = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'


@cache
def seeds() -> dict[str, bytes]:
    """Return one sound file of each kind."""
    lines = [Put(WORDS[at : at + 40], 60, 80 + 12 * at, 10 + at % 3) for at in range(20)]
    page = (
        f"<html><head><title>Talks</title></head><body><h1>Talks</h1><p>{WORDS}</p></body></html>"
    )
    return {
        "pdf": pdf([lines, lines], info=b"<< /Title (Talks) >>"),
        "docx": docx(
            word_paragraph("Talks", "Title") + word_paragraph(WORDS) * 5,
            word_footnotes__xml=word_notes("A note."),
            docProps_core__xml=core_properties("Talks", "Jane Smith"),
        ),
        "odt": odt(f"<text:h>Talks</text:h><text:p>{WORDS}</text:p>", title="Talks"),
        "msg": message(p0037="Talks", p0C1A="Jane Smith", p1000=WORDS * 5, attached=("plan.docx",)),
        "epub": epub({"a.xhtml": page, "b.xhtml": page}, navigation='<a href="a.xhtml">One</a>'),
        "rtf": rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 "
        + WORDS.encode() * 5
        + rb"\par\'ef}",
        "eml": (
            _MAIL
            + _MIXED
            + f"--b\r\n\r\n{WORDS}\r\n--b\r\nContent-Type: text/html\r\n\r\n{page}\r\n--b--\r\n"
        ).encode(),
        "mht": (
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: "
            f"text/html\r\nContent-Location: https://example.org\r\n\r\n{page}\r\n--b--\r\n"
        ).encode(),
        "html": page.encode(),
        "md": f"# Talks\n\n{WORDS}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n".encode(),
    }


def damaged(each: int) -> Iterator[tuple[str, Maker]]:
    """Damage every sound file in this many ways."""
    for kind, data in seeds().items():
        for number in range(each):
            yield (
                f"{kind}-{number}.{kind}",
                lambda kind=kind, data=data, number=number: _damaged(kind, data, number),
            )


def _damaged(kind: str, data: bytes, number: int) -> bytes:
    random = Random(f"{kind} {number}")
    ways = [_cut, _flipped, _doubled, _zeroed]
    if data.startswith(b"PK"):
        ways += [_flipped_within, _flipped_within]
    return ways[number % len(ways)](data, random)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(8, len(data))]


def _flipped(data: bytes, random: Random) -> bytes:
    out = bytearray(data)
    for _time in range(random.choice((1, 4, 40))):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def _doubled(data: bytes, random: Random) -> bytes:
    start, end = sorted(random.sample(range(len(data)), 2))
    return data[:end] + data[start:end] * random.choice((1, 50)) + data[end:]


def _zeroed(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    length = min(random.choice((1, 16, 200)), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def _flipped_within(data: bytes, random: Random) -> bytes:
    """Damage one member, and pack it as if it were sound."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([name for name in parts if parts[name] and name != "mimetype"])
    parts[name] = random.choice((_cut, _flipped, _doubled))(parts[name] + b" " * 9, random)
    return zipped(parts)


def lying(data: bytes, size: int) -> bytes:
    """Make every header claim another unpacked size."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = out.find(mark)
        while place >= 0:
            out[place + at : place + at + 4] = struct.pack("<I", size)
            place = out.find(mark, place + 4)
    return bytes(out)


def _locked(data: bytes) -> bytes:
    return data.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


def _twice() -> bytes:
    """Make two members of one name, as what checks and what reads may see different ones."""
    made = docx(word_paragraph(WORDS), word_documenu__xml=_LAUGHS)
    return made.replace(b"documenu", b"document")


def _bytes(words: str) -> bytes:
    return words.encode()


def _book(page: str) -> bytes:
    return epub({"a.xhtml": page})


def _mixed(part: str, count: int) -> bytes:
    return (_MAIL + _MIXED + f"--b\r\n{part}\r\n" * count + "--b--\r\n").encode()


def _pages(tree: bytes, *more: bytes) -> bytes:
    return pdf_objects([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *more])


def _one_page(content: bytes, entries: bytes = b"") -> bytes:
    return _pages(
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        stream(content, entries),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        stream(
            b"/X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
        ),
    )


_TEXT = b"BT /F1 9 Tf 60 700 Td (" + WORDS.encode() + b") Tj ET\n"
TRICKS: dict[str, Maker] = {
    "spaces.odt": lambda: odt("", content__xml=b"<x>" + b" " * (60 << 20)),
    "lying-small.docx": lambda: lying(seeds()["docx"], 10),
    "lying-large.docx": lambda: lying(seeds()["docx"], 0xFFFF_FFF0),
    "lying.epub": lambda: lying(seeds()["epub"], 1),
    "locked.docx": lambda: _locked(seeds()["docx"]),
    "members.docx": lambda: zipped(
        {"word/document.xml": "", **{f"{n}": "" for n in range(20_000)}}, packing=ZIP_STORED
    ),
    "in-itself.docx": lambda: zipped({"word/document.xml": seeds()["docx"]}),
    "upwards.docx": lambda: zipped({"../../word/document.xml": "x", "/etc/word/document.xml": "y"}),
    "laughs.docx": lambda: docx("", word_document__xml=_LAUGHS),
    "laughs.odt": lambda: odt("", content__xml=_LAUGHS),
    "laughs.epub": lambda: epub({}, OEBPS_book__opf=_LAUGHS),
    "laughs-chapter.epub": lambda: _book(_LAUGHS),
    "quadratic.docx": lambda: docx("", word_styles__xml=_QUADRATIC),
    "quadratic-chapter.epub": lambda: _book(_QUADRATIC),
    "deep.docx": lambda: docx("<w:sdt>" * 200_000),
    "deep-closed.docx": lambda: docx("<w:ins>" * 115 + word_paragraph("x") + "</w:ins>" * 115),
    "deep.odt": lambda: odt("<text:span>" * 1_000_000),
    "deep-tables.html": lambda: b"<html>" + b"<table><tr><td>" * 5_000 + WORDS.encode(),
    "cells.docx": lambda: docx(f"<w:tbl>{_cells('w:tr', 'w:tc')}</w:tbl>"),
    "cells.html": lambda: _bytes(f"<html><table>{_cells('tr', 'td')}</table>"),
    "twice.docx": _twice,
    "loop.epub": lambda: epub({"a.xhtml": "<p>x</p>"}, spine=["a.xhtml"] * 100_000),
    "upwards.epub": lambda: epub({"../../../../../../etc/hostname": "", "/etc/hostname": ""}),
    "not-a-zip.docx": lambda: b"PK\x03\x04word/document.xml" + bytes(5000),
    "form-in-itself.pdf": lambda: _one_page(_TEXT + b"/X Do"),
    "tree-in-itself.pdf": lambda: _pages(b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 2 0 R] >>"),
    "no-pages.pdf": lambda: _pages(b"<< /Type /Pages /Count 2000000000 /Kids [] >>"),
    "minus-pages.pdf": lambda: _pages(b"<< /Type /Pages /Count -5 /Kids [3 0 R] >>"),
    "giant-page.pdf": lambda: pdf([[Put(WORDS, 9, 9)]], size=(2_000_000_000, 2_000_000_000)),
    "arrays.pdf": lambda: _pages(b"[" * 200_000),
    "own-table.pdf": lambda: seeds()["pdf"].replace(b"/Root", b"/Prev 9 /Root", 1),
    "far-away.pdf": lambda: pdf([[Put(WORDS, 9e30, -9e30, 1e30), Put(WORDS, 0, 0, 0)]]),
    "same-place.pdf": lambda: pdf([[Put(WORDS, 60, 80)] * 20_000]),
    "scanned.pdf": lambda: scan(500),
    "parts.eml": lambda: _mixed("\r\nwords", 10_000),
    "deep.eml": lambda: _bytes(
        _MAIL
        + "".join(
            f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(10_000)
        )
    ),
    "handed-on.eml": lambda: _bytes(_MAIL + "Content-Type: message/rfc822\r\n\r\n" * 900 + WORDS),
    "encoded.eml": lambda: _bytes(_MAIL + "X: " + "=?utf-8?q?a?= " * 200_000 + f"\r\n\r\n{WORDS}"),
    "subject.eml": lambda: _bytes(
        _MAIL.replace("Talks", "") + "Subject: " + "(" * 300_000 + f"\r\n\r\n{WORDS}"
    ),
    "senders.eml": lambda: _bytes(
        "From: " + "a@b," * 200_000 + f"\r\nSubject: x\r\nMessage-ID: x\r\n\r\n{WORDS}"
    ),
    "turned.eml": lambda: _mixed(
        f'Content-Disposition: attachment; filename="invoice\u202egpj.exe"\r\n\r\n{WORDS}', 3
    ),
    "base64.eml": lambda: _bytes(
        _MAIL + "Content-Transfer-Encoding: base64\r\n\r\n" + "A" * 999_999
    ),
    "deep.mht": lambda: seeds()["mht"].replace(WORDS.encode(), b"<div>" * 100_000),
    "braces.rtf": lambda: b"{\\rtf1" + b"{" * 1_000_000 + WORDS.encode(),
    "minus.rtf": lambda: b"{\\rtf1\\uc-9\\u-99999 \\bin-1 \\f99999 \\fs-1" + WORDS.encode() + b"}",
    "links.rtf": lambda: b"{\\rtf1" + b"{\\field{\\*\\fldinst{HYPERLINK " * 3_000 + b"}",
    "stars.md": lambda: b"*a " * 50_000,
    "quotes.md": lambda: b"> " * 5_000 + WORDS.encode(),
    "entities.html": lambda: b"<html>" + b"&#x110000;&#55296;&#0;" * 100_000,
}
LONG_TRICKS: dict[str, Maker] = {  # those that take a reader seconds
    "zeros.docx": lambda: docx("", word_document__xml=b"<x>" + bytes(300 << 20)),
    "many-bombs.epub": lambda: epub({f"{n}.xhtml": "a " * 500_000 for n in range(130)}),
    "deep.epub": lambda: _book("<div>" * 200_000),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000 + WORDS.encode(),
    "flate.pdf": lambda: _one_page(zlib.compress(bytes(400 << 20), 9), b"/Filter /FlateDecode"),
    "flate-words.pdf": lambda: _one_page(
        zlib.compress(_TEXT * 300_000, 9), b"/Filter /FlateDecode"
    ),
    "flate-of-flate.pdf": lambda: _one_page(
        zlib.compress(zlib.compress(bytes(200 << 20), 9), 9), b"/Filter [/FlateDecode /FlateDecode]"
    ),
    "letters.pdf": lambda: pdf([[Put("a", 60 + n % 400, 80 + n // 400, 1) for n in range(60_000)]]),
    "many-pages.pdf": lambda: pdf([[Put(WORDS, 60, 80)]] * 9_000),
    "headers.eml": lambda: _bytes(
        "".join(f"X{n}: y\r\n" for n in range(200_000)) + _MAIL + f"\r\n{WORDS}"
    ),
    "fonts.rtf": lambda: b"{\\rtf1{\\fonttbl" + b"{\\f0" * 20_000 + WORDS.encode(),
    "brackets.md": lambda: b"[" * 50_000,
    "links.md": lambda: b"[a](" * 20_000,
    "attributes.html": lambda: (
        b"<html><p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">x"
    ),
}


def _cells(row: str, cell: str) -> str:
    words = word_paragraph("x") if row.startswith("w:") else "x"
    return f"<{row}>{f'<{cell}>{words}</{cell}>' * 50}</{row}>" * 2_000
