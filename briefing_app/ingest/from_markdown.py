"""Markdown: the text as it reads when rendered, and what its front matter says."""

import re
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block
from briefing_app.ingest.dates import written_date
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.from_html import parse_html, read_body
from briefing_app.ingest.markdown_lists import with_deep_lists

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]{2,20})[ \t]*:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S{1,1900}\Z")


def read_markdown(source: str) -> Draft:
    """Read Markdown as rendered. The text is empty where there is none but front matter."""
    fields, body = _divided(source)
    text, blocks = _rendered(body)
    address = fields.get("url") or fields.get("link") or ""
    return Draft(
        text,
        blocks,
        title=fields.get("title", ""),
        date=written_date(fields.get("date", "")),
        publisher=fields.get("publisher") or fields.get("source") or "",
        author=fields.get("author", ""),
        language=fields.get("lang", "")[:2].lower(),
        url=address if _ADDRESS.match(address) else "",
    )


def _divided(source: str) -> tuple[dict[str, str], str]:
    """Take the front matter off, where there is any."""
    found = _FRONT_MATTER.match(source)
    fields = dict[str, str]()
    for field in _FIELD.finditer(found["lines"]) if found else ():
        fields[field["name"].lower()] = field["value"].strip().strip("\"'")[:500]
    return (fields, source[found.end() :]) if found and fields else ({}, source)


def _rendered(body: str) -> tuple[str, tuple[Block, ...]]:
    from markdown import markdown  # noqa: PLC0415 (only where there is Markdown)

    extensions = ["tables", "sane_lists", "fenced_code", "footnotes"]
    tree = parse_html(markdown(with_deep_lists(body), extensions=extensions))
    if tree is None:
        return "", ()
    for number, note in enumerate(tree.findall(".//div[@class='footnote']//li"), start=1):
        _set_apart(note, number)
    return read_body(tree)


def _set_apart(note: "HtmlElement", number: int) -> None:
    """Begin a note by its number, as it stands in the text, and leave out the way back."""
    for back in note.findall(".//a[@class='footnote-backref']"):
        back.drop_tree()
    if (notes := note.getparent()) is not None:
        notes.tag = "ul"  # so that it has no number besides
    words = next(note.iter("p"), note)
    words.text = f"[{number}] {words.text or ''}"
