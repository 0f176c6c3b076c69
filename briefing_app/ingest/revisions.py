"""Tracked changes and comments, counted as they are resolved: insertions stay, deletions and comments go."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHANGES = {"ins", "del", "moveFrom", "moveTo"}
_WORDS = {"t", "tab", "br", "footnoteReference", "endnoteReference"}

_Change = tuple[str, str, str]  # its kind, whose it is, and when it was made


def word_changes(root: "_Element") -> int:
    """Count the changes that Word tracked: what one person did at one time without a gap is one."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (only where there is markup)

    count, depth, last = 0, 0, None
    for event, element in iterwalk(root, events=("start", "end")):
        name = str(element.tag).rpartition("}")[2]
        if name in _CHANGES:
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1 and (change := _change(name, element)) != last:
                count, last = count + 1, change
        elif name in _WORDS and not depth:
            last = None
    return count


def comments_in(root: "_Element") -> int:
    """Count the comments of Word's own part for them."""
    return sum(1 for _each in root.iter("{*}comment"))


def open_changes(root: "_Element") -> int:
    """Count the insertions and deletions that an OpenDocument text tracks."""
    return sum(
        str(kind.tag).endswith(("}insertion", "}deletion"))
        for region in root.iter("{*}changed-region")
        for kind in region
    )


def open_comments(root: "_Element") -> int:
    return sum(1 for _each in root.iter("{*}annotation"))


def _change(name: str, element: "_Element") -> _Change:
    told = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return name, told.get("author", ""), told.get("date", "")
