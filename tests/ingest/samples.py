"""Small documents, built byte by byte."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

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


def zipped(parts: dict[str, bytes | str], *, packing: int = ZIP_DEFLATED) -> bytes:
    """Make an archive of these members, in this order; one named mimetype is stored as it is."""
    file = BytesIO()
    with ZipFile(file, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else packing)
    return file.getvalue()


_OFFICE = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'


def docx(body: str, **parts: bytes | str) -> bytes:
    """Make a Word document of a body; `parts` are further members, `_` standing for `/` and `__` for `.`."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2", "Quote")
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship '
            f'Id="r1" Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            **{name.replace("__", ".").replace("_", "/"): part for name, part in parts.items()},
        }
    )


def word_notes(*notes: str) -> str:
    written = "".join(
        f'<w:footnote w:id="{at}">{word_paragraph(note)}</w:footnote>'
        for at, note in enumerate(notes, start=2)
    )
    return f"<w:footnotes {_W}>{written}</w:footnotes>"


def word_paragraph(words: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"


def core_properties(title: str, creator: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></cp:coreProperties>"
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(body: str, *, styles: str = "", title: str = "", creator: str = "", **parts: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {_ODF_NAMES} {_DC}><office:meta><dc:title>{title}</dc:title>"
            f"<dc:creator>{creator}</dc:creator></office:meta></office:document-meta>",
            **{name.replace("__", ".").replace("_", "/"): part for name, part in parts.items()},
        }
    )


def epub(
    chapters: dict[str, str], *, navigation: str = "", spine: Sequence[str] = (), **parts: str
) -> bytes:
    """Make a book of chapters by their file names; the spine is their order unless another is given."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or chapters)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:c"><rootfiles><rootfile '
            'full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": f'<package xmlns="urn:o" {_DC}><metadata><dc:title>The talks</dc:title>'
            "<dc:creator>Jane Smith</dc:creator><dc:publisher>The Press</dc:publisher>"
            "<dc:date>2024-05-06</dc:date><dc:language>en-GB</dc:language></metadata>"
            f'<manifest>{items}<item id="nav" properties="nav" href="nav.xhtml" '
            f'media-type="application/xhtml+xml"/></manifest><spine>{order}</spine></package>',
            "OEBPS/nav.xhtml": f"<html><body><nav>{navigation}</nav></body></html>",
            **{f"OEBPS/{name}": page for name, page in chapters.items()},
            **{name.replace("__", ".").replace("_", "/"): part for name, part in parts.items()},
        }
    )
