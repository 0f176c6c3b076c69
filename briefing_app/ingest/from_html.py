"""A saved web page: its main text, and what it says of itself. Nothing is loaded from anywhere."""

import re
import sys
from typing import TYPE_CHECKING, Any

from briefing_app.domain.document import Block
from briefing_app.ingest.dates import written_date
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.markup import read_tree
from briefing_app.ingest.numbered import write_numbers

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 200  # the parser drops what stands 255 deep
_LARGEST = (
    40_000  # elements up to which the main text is looked for: that takes time with their number
)
_LITTLE = 250  # characters, below which the main text is not found as it is built
_NESTED = re.compile(
    r"</?(?:div|section|article|main|table|tbody|thead|tr|td|th|ul|ol|li|dl|dd|dt|blockquote|center|fieldset|form|p)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:span|font|b|i|u|s|em|strong|big|small|a|tt|code|sub|sup|q|ins|del)\b[^<>]*>",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"&#(?:x(?P<hex>[0-9a-f]{1,8})|(?P<number>[0-9]{1,9}));?", re.IGNORECASE)
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->", re.IGNORECASE)
_NOTE = re.compile(r"\(?(\d{1,3}|[a-z*†‡§])\)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]{1,1900}\Z")
_DATES: dict[str, Any] = {  # a fixed frame of years: the clock must not decide what a page says
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}


def read_html(page: str) -> Draft:
    """Read the main text of a page as blocks. The text is empty where none can be read."""
    tree = parse_html(page)
    if tree is None:
        return Draft("", ())
    write_numbers(tree)
    if sum(1 for _ in tree.iter()) > _LARGEST:
        text, blocks = read_tree(body_of(tree))
        body_of(tree).clear()
    else:
        text, blocks = _main_text(tree) or read_tree(body_of(tree))
    return _described(tree, page, text, blocks) if text else Draft("", ())


def parse_html(page: str) -> "HtmlElement | None":
    """Parse a page, flattened first where it is nested deeper than the parser goes."""
    tree = _parsed(page)
    if tree is not None and _is_deep(tree):
        tree = _parsed(_INLINE.sub("", _NESTED.sub("<p>", page)))
    for raised in () if tree is None else tree.findall(".//sup"):
        _set_apart(raised)
    return tree


def _set_apart(raised: "HtmlElement") -> None:
    """Set the number of a note in brackets, as everywhere, so that it does not run into the word before."""
    number = _NOTE.fullmatch("".join(raised.itertext()).strip())
    links = [raised.getparent(), *raised.iter("a")]
    if number and any(link is not None and "#" in link.get("href", "") for link in links):
        raised.clear(keep_tail=True)
        raised.text = f"[{number[1]}]"


def _parsed(page: str) -> "HtmlElement | None":
    from lxml.etree import ParserError  # noqa: PLC0415 (lxml is loaded for markup alone)
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    mended = _NUMBERED.sub(_as_browsers_do, _NOT_IN_TEXT.sub("", page))
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        return document_fromstring(mended.encode("utf-8", "replace"), parser=parser)
    except ParserError:  # there is nothing in it
        return None


def _as_browsers_do(numbered: re.Match[str]) -> str:
    """Leave a numbered character but those that no text has, or that were meant in Windows-1252."""
    code = int(numbered["hex"], 16) if numbered["hex"] else int(numbered["number"])
    if code in range(0x80, 0xA0):
        return bytes([code]).decode("cp1252", "ignore")
    return "" if code > sys.maxunicode or _NOT_IN_TEXT.match(chr(code)) else numbered[0]


def _is_deep(tree: "HtmlElement") -> bool:
    from lxml.etree import iterwalk  # noqa: PLC0415

    depth = 0
    for event, _element in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= _DEEPEST:
            return True
    return False


def read_body(tree: "HtmlElement | None") -> tuple[str, tuple[Block, ...]]:
    """Read all that a parsed page shows, as text and blocks."""
    if tree is None:
        return "", ()
    body = body_of(tree)
    write_numbers(body)
    return read_tree(body)


def body_of(tree: "HtmlElement") -> "HtmlElement":
    found = tree.find("body")
    return tree if found is None else found


def _main_text(tree: "HtmlElement") -> tuple[str, tuple[Block, ...]] | None:
    """Return the text without what surrounds it on the page; None where it cannot be told apart."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (half a second)
    from trafilatura.xpaths import BODY_XPATH  # noqa: PLC0415

    frames = (frame for found in BODY_XPATH for frame in found(tree))
    frame = next(frames, None)
    if frame is None:
        frame = _framed(body_of(tree))
    found = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        return None
    text, blocks = read_tree(body)
    if len(text) < _LITTLE:  # it would be all one paragraph
        own = read_tree(frame)
        text, blocks = own if len(own[0]) < 2 * _LITTLE else (text, blocks)
    return (text, blocks) if text else None


def _framed(body: "HtmlElement") -> "HtmlElement":
    """Say that all of a page is its article where nothing in it is: of a page without one only paragraphs are kept."""
    article = body.makeelement("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return article


def _described(tree: "HtmlElement", page: str, text: str, blocks: tuple[Block, ...]) -> Draft:
    from trafilatura import extract_metadata  # noqa: PLC0415 (half a second)

    told = extract_metadata(tree, date_config=_DATES)
    return Draft(
        text,
        blocks,
        title=_words(told.title),
        date=written_date(_words(told.date)),
        publisher=_words(told.sitename),
        author=_words(told.author),
        language=_language(tree),
        url=_address(page, told.url),
    )


def _words(value: object) -> str:
    """Take a page's own words in one line, whatever stands there."""
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def _language(tree: "HtmlElement") -> str:
    told = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    found = re.match(r"([a-z]{2})(?:[-_]|\Z)", told.strip().lower())
    return found[1] if found else ""


def _address(page: str, told: object) -> str:
    """Return where a page was saved from, as the browser noted or the page says."""
    saved = _SAVED_FROM.search(page[:4096])
    address = saved[1] if saved else told
    return address if isinstance(address, str) and _ADDRESS.match(address) else ""
