"""A Word document: headings, lists, tables, and its notes at the end. Tracked changes are read as accepted."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing_app.ingest.archives import Archive, open_archive, parse_xml, repacked, words_at
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.from_html import body_of, parse_html
from briefing_app.ingest.markup import read_tree
from briefing_app.ingest.revisions import comments_in, word_changes
from briefing_app.ingest.told import made_on, person, title_told
from briefing_app.ingest.word_numbers import write_word_numbers
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|"
    r"word/(?:_rels/[\w-]+\.xml\.rels|(?:document\d*|styles|numbering|footnotes|endnotes)\.xml)"
)
_TEXTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_BODY = re.compile(r"word/document\d*\.xml")
_NUMBERING, _LOOKS = "word/numbering.xml", "word/styles.xml"
_COMMENTS = re.compile(r"word/comments\.xml")
_TABLES = 12  # one in the other
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
# What a document that is no Word document makes mammoth raise.
_BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError)


def read_docx(data: bytes) -> Draft:
    """Read a Word document. Raises Refusal where it is damaged, locked or too large."""
    archive = open_archive(data)
    tree = parse_html(_html(archive))
    text, blocks = read_tree(_with_notes(body_of(tree))) if tree is not None else ("", ())
    told = _properties(archive)
    return Draft(
        text,
        blocks,
        title=title_told(told.get("title", ""), text),
        author=person(told.get("creator", "")),
        made=made_on(told.get("created", ""), told.get("modified", "")),
        language=told.get("language", "")[:2].lower(),
        changes=sum(
            word_changes(parse_xml(archive.read(name))) for name in _parts(archive, _TEXTS)
        ),
        comments=sum(
            comments_in(parse_xml(archive.read(name))) for name in _parts(archive, _COMMENTS)
        ),
    )


def _parts(archive: Archive, wanted: re.Pattern[str]) -> list[str]:
    return sorted(filter(wanted.fullmatch, archive.names))


def _html(archive: Archive) -> str:
    import mammoth  # noqa: PLC0415 (only in the child that needs it)

    parts: Any = repacked(
        archive, lambda name: bool(_READ.fullmatch(name)), dict(_numbered(archive))
    )
    try:
        return mammoth.convert_to_html(
            parts,
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(_no_picture),
        ).value
    except RecursionError as error:
        raise Refusal(Trouble.NESTED) from error
    except _BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error


def _numbered(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Write the text anew with the numbers that Word shows; where nothing is numbered it stays as it is."""
    from lxml.etree import tostring  # noqa: PLC0415

    if _NUMBERING not in archive.names:
        return
    numbering = parse_xml(archive.read(_NUMBERING))
    styles = parse_xml(archive.read(_LOOKS)) if _LOOKS in archive.names else None
    for name in _parts(archive, _BODY):
        document = parse_xml(archive.read(name))
        write_word_numbers(document, numbering, styles)
        yield name, tostring(document, encoding="UTF-8", xml_declaration=True)


def _no_picture(_image: object) -> dict[str, str]:
    return {}


def _with_notes(body: "HtmlElement") -> "HtmlElement":
    """Give the notes the numbers by which the text names them, and take away their way back."""
    if len(body.xpath("//table" + "/descendant::table" * _TABLES)):
        raise Refusal(Trouble.NESTED)
    for link in body.xpath(
        "//a[starts-with(@href, '#footnote-ref') or starts-with(@href, '#endnote-ref')]"
    ):
        link.drop_tree()
    notes = body.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]")
    for number, note in enumerate(notes, start=1):
        first = note if not len(note) else note[0]
        first.text = f"[{number}] {(first.text or '').lstrip()}"
    return body


def _properties(archive: Archive) -> dict[str, str]:
    if "docProps/core.xml" not in archive.names:
        return {}
    core = parse_xml(archive.read("docProps/core.xml"))
    wanted = ("title", "creator", "created", "modified", "language")
    return {name: words_at(core, name) for name in wanted}
