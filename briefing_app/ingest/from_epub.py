"""An electronic book: its chapters in their order, each read as the web page it is."""

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.archives import Archive, open_archive, parse_xml, words_at
from briefing_app.ingest.dates import written_date
from briefing_app.ingest.decoding import decode
from briefing_app.ingest.draft import Draft, together
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.from_html import parse_html, read_body
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html"}
_ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")

_Piece = tuple[str, tuple[Block, ...]]


def read_epub(data: bytes) -> Draft:
    """Read a book. Raises Refusal where it is damaged, locked or too large."""
    archive = open_archive(data)
    place = _attribute(parse_xml(archive.read(_CONTAINER)), "rootfile", "full-path")
    package = parse_xml(archive.read(place))
    chapters, titles = _spine(package, dirname(place)), _titles(archive, package, dirname(place))
    _refuse_locked(archive, chapters)
    pieces = [
        _chapter(archive, each, titles.get(each, "")) for each in chapters if each in archive.names
    ]
    text, blocks = together([piece for piece in pieces if piece[0]])
    return Draft(
        text,
        blocks,
        title=words_at(package, "title"),
        date=written_date(words_at(package, "date")[:10]),
        publisher=words_at(package, "publisher"),
        author=words_at(package, "creator"),
        language=words_at(package, "language")[:2].lower(),
    )


def _attribute(root: "_Element", tag: str, name: str) -> str:
    found = next(root.iter(f"{{*}}{tag}"), None)
    value = None if found is None else found.get(name)
    if not value:
        raise Refusal(Trouble.DAMAGED)
    return value


def _spine(package: "_Element", folder: str) -> list[str]:
    """Return the places of the chapters in reading order, each once."""
    pages = {
        item.get("id"): _place(folder, item.get("href") or "")
        for item in package.iter("{*}item")
        if item.get("media-type") in _PAGES
    }
    order = [item.get("idref") for item in package.iter("{*}itemref") if item.get("linear") != "no"]
    return list(dict.fromkeys(pages[each] for each in order if each in pages))


def _place(folder: str, address: str) -> str:
    """Return where in the archive an address of the book leads; a name, and never a path of a disk."""
    path = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), address.partition("#")[0])
    return normpath(join(folder, path))


def _refuse_locked(archive: Archive, chapters: list[str]) -> None:
    if _LOCKS in archive.names:
        locked = {
            _place("", each.get("URI") or "")
            for each in parse_xml(archive.read(_LOCKS)).iter("{*}CipherReference")
        }
        if not locked.isdisjoint(chapters):
            raise Refusal(Trouble.LOCKED)


def _titles(archive: Archive, package: "_Element", folder: str) -> dict[str, str]:
    """Return the chapters' titles by their places, from the book's own table of contents."""
    titles = dict[str, str]()
    for item in package.iter("{*}item"):
        place = _place(folder, item.get("href") or "")
        is_nav = "nav" in (item.get("properties") or "").split()
        is_old = item.get("media-type") == "application/x-dtbncx+xml"
        tree = _page(archive, place) if (is_nav or is_old) and place in archive.names else None
        for link, words in _entries(tree) if tree is not None else ():
            titles.setdefault(_place(dirname(place), link), words)
    return titles


def _entries(tree: "HtmlElement") -> list[tuple[str, str]]:
    """Return the entries of a table of contents, of the older or the newer kind, as address and words."""
    links = [(link.get("href") or "", link.text_content()) for link in tree.iter("a")]
    links += [
        (content.get("src") or "", " ".join(point.xpath("./navlabel//text()")))
        for point in tree.iter("navpoint")
        for content in point.xpath("./content")
    ]
    return [
        (address, " ".join(words.split())) for address, words in links if address and words.strip()
    ]


def _page(archive: Archive, place: str) -> "HtmlElement | None":
    return parse_html(decode(archive.read(place)) or "")


def _chapter(archive: Archive, place: str, title: str) -> _Piece:
    tree = _page(archive, place)
    if tree is None:
        return "", ()
    for note in list(tree.iter("aside")):
        note.tag = "div"  # a footnote, which is what a book has in the place of a page's margin
    text, blocks = read_body(tree)
    if not title or not blocks or blocks[0].kind is BlockKind.HEADING:
        return text, blocks
    heading = title, (Block(BlockKind.HEADING, Span(0, len(title))),)
    return together([heading, (text, blocks)])
