"""Small documents, built byte by byte."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Put:
    """Words at a place of a page, from its upper left corner."""

    words: str
    left: float
    top: float
    size: float = 10
    bold: bool = False


def pdf_objects(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """Write objects, numbered from 1, with their table; the first is the catalog."""
    out, places = bytearray(b"%PDF-1.4\n"), list[int]()
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def pdf(
    pages: Sequence[Sequence[Put]],
    *,
    trailer: bytes = b"",
    info: bytes = b"",
    page: bytes = b"",
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> bytes:
    """Make a PDF whose pages hold these words, written in this order."""
    fonts = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        *fonts,
    ]
    for at, puts in enumerate(pages):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R %s /Resources "
            b"<< /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (*size, first + 2 * at + 1, page),
            stream(b"\n".join(map(_shown, puts))),
        ]
    if info:
        objects.append(info)
        trailer += b" /Info %d 0 R" % len(objects)
    return pdf_objects(objects, trailer=trailer)


def _shown(put: Put) -> bytes:
    words = put.words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(")
    return b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (
        2 if put.bold else 1,
        put.size,
        put.left,
        HEIGHT - put.top,
        words.replace(b")", rb"\)"),
    )


def scan(pages: int = 2) -> bytes:
    """Make a PDF of pictures of pages."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(pages))
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        stream(b"\x80", picture),
    ]
    for at in range(pages):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /XObject << /P 3 0 R >> >> >>" % (5 + 2 * at),
            stream(b"q 595 0 0 842 0 0 cm /P Do Q"),
        ]
    return pdf_objects(objects)


def typeset(markup: str, folder: Path) -> bytes:
    """Typeset markup with a real program."""
    source = folder / "sample.typ"
    source.write_text(markup, "utf-8")
    made = typst.compile(str(source), ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made
