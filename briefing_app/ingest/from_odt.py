"""An OpenDocument text: its elements are named as HTML names them, and read as that."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.ingest.archives import Archive, open_archive, parse_xml, words_at
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.markup import read_tree
from briefing_app.ingest.numbered import write_signs
from briefing_app.ingest.odt_numbers import numbers_of
from briefing_app.ingest.revisions import open_changes, open_comments
from briefing_app.ingest.told import made_on, person, title_told
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NAMES = {
    "p": "p",
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "line-break": "br",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "tab": "span",
    "s": "span",
}
_LEFT_OUT = {
    "tracked-changes",
    "annotation",
    "annotation-end",
    "forms",
    "sequence-decls",
    "title",
    "desc",
}
_STYLED = {"Title": "h1", "Subtitle": "h2", "Quotations": "blockquote"}


def read_odt(data: bytes) -> Draft:
    """Read an OpenDocument text. Raises Refusal where it is damaged, locked or too large."""
    archive = open_archive(data)
    if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
        raise Refusal(Trouble.LOCKED)
    root = parse_xml(archive.read("content.xml"))
    body = next(root.iter("{*}text"), None)
    if body is None:
        raise Refusal(Trouble.DAMAGED)
    changes, comments = open_changes(body), open_comments(body)
    looks = _part(archive, "styles.xml")
    numbers = numbers_of(body, [parse_xml(looks), root] if looks else [root])
    _rename(body, _parents(root))
    _write(numbers, body)
    text, blocks = read_tree(body)
    draft = Draft(text, blocks, changes=changes, comments=comments)
    told = parse_xml(meta) if (meta := _part(archive, "meta.xml")) else None
    if told is None:
        return draft
    author = words_at(told, "initial-creator") or words_at(told, "creator")
    return replace(
        draft,
        title=title_told(words_at(told, "title"), text),
        author=person(author),
        made=made_on(words_at(told, "creation-date"), words_at(told, "date")),
        language=words_at(told, "language")[:2].lower(),
    )


def _part(archive: Archive, name: str) -> bytes:
    return archive.read(name) if name in archive.names else b""


def _parents(root: "_Element") -> dict[str, str]:
    """Return the named style that each automatic one was made from."""
    styles = root.iter(f"{_STYLE}style")
    return {
        name: parent
        for style in styles
        if (name := style.get(f"{_STYLE}name"))
        and (parent := style.get(f"{_STYLE}parent-style-name"))
    }


def _rename(body: "_Element", parents: dict[str, str]) -> None:
    notes: list[_Element] = []
    for element in list(body.iter("{*}*")):
        name = str(element.tag).rpartition("}")[2]
        style = element.get(f"{_TEXT}style-name") or ""
        if name == "h":
            element.tag = f"h{_level(element)}"
        elif name == "p":
            element.tag = _STYLED.get(parents.get(style, style), "p")
        elif name == "note":
            notes.append(element)
        elif name in {"tab", "s"}:
            element.tag, element.text = "span", " "
        else:
            element.tag = "template" if name in _LEFT_OUT else _NAMES.get(name, "span")
    for note in notes:
        _move_to_end(note, body)


def _write(numbers: dict["_Element", str], body: "_Element") -> None:
    """Begin the items and headings by their numbers; “Article 1” is words, and what it stands before no item."""
    for numbered, sign in numbers.items():
        item = numbered.getparent()
        if " " in sign and item is not None and item.tag == "li":
            item.tag = "div"
    write_signs(body, lambda element: numbers.get(element, ""))


def _level(heading: "_Element") -> int:
    level = heading.get(f"{_TEXT}outline-level") or "1"
    return min(6, max(1, int(level))) if level.isdecimal() else 1


def _move_to_end(note: "_Element", body: "_Element") -> None:
    """Leave a note's number where it stands, and set its words beneath the text."""
    if len(note) < 2:  # noqa: PLR2004 (its number and its words)
        return
    number, words = "".join(note[0].itertext()).strip(), note[1]
    for child in list(note):
        note.remove(child)
    note.tag, note.text = "span", f"[{number}]"
    words.tag, words.tail = "li", None
    first = words[0] if len(words) else words
    first.text = f"[{number}] {first.text or ''}"
    body.append(words)
