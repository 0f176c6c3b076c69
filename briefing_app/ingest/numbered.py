"""The numbers that a browser shows before the items of a list, written into their words so that they can be cited."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing_app.ingest.markup import UNREAD
from briefing_app.ingest.numerals import MOST, written

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9})(?![0-9])")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]{1,200})", re.IGNORECASE)
_FORMS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
    "none": "",
    "disc": "",
    "circle": "",
    "square": "",
}
# A number that the writer has set himself, where the page shows none. “A. Smith” is none.
_OWN = re.compile(
    r"\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|\((?:[A-Za-z]|[ivxlcIVXLC]{1,6})\)\s|(?:[A-Za-z]|[ivxlc]{1,6})\)\s|[a-z]\.\s"
)


def write_numbers(root: "_Element") -> None:
    """Begin each item of an ordered list by its number, but where its words begin with one already."""
    numbers = _Numbers()
    write_signs(root, numbers.sign, unless=_OWN)


def write_signs(
    root: "_Element",
    sign_of: Callable[["_Element"], str],
    *,
    unless: re.Pattern[str] | None = None,
) -> None:
    """Write before the first words in an element what `sign_of` says; it is asked for each element, in their order."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (only where there is markup)

    waiting = list[tuple["_Element", str]]()
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if waiting and waiting[-1][0] is element:
                waiting.pop()  # there are no words in it
            element.tail = _begun(element.tail, waiting, unless)
        elif element.tag in UNREAD:
            walk.skip_subtree()
        else:
            if sign := sign_of(element):
                waiting.append((element, sign))
            element.text = _begun(element.text, waiting, unless)


def _begun(
    words: str | None, waiting: list[tuple["_Element", str]], unless: re.Pattern[str] | None
) -> str | None:
    if not waiting or not words or not words.strip():
        return words
    signs = [sign for _element, sign in waiting]
    waiting.clear()
    words = words.lstrip()
    if unless and unless.match(words):
        signs.pop()
    return " ".join([*signs, words])


class _Numbers:
    """Counts the items of every list as HTML says that they are counted."""

    def __init__(self) -> None:
        self._next = dict["_Element", int]()

    def sign(self, element: "_Element") -> str:
        within = element.getparent()
        if element.tag != "li" or within is None or within.tag != "ol":
            return ""
        down = within.get("reversed") is not None
        if within not in self._next:
            first = len(within.findall("li")) if down else 1
            self._next[within] = _number(within.get("start"), first)
        number = _number(element.get("value"), self._next[within])
        self._next[within] = number + (-1 if down else 1)
        form = next((f for f in (_form(element), _form(within)) if f is not None), "1")
        return f"{written(number, form)}." if form else ""


def _number(told: str | None, otherwise: int) -> int:
    found = _NUMBER.match(told or "")
    return int(found[1]) if found and abs(int(found[1])) <= MOST else otherwise


def _form(element: "_Element") -> str | None:
    """Return what the items are counted in: nothing where no number is shown, None where that is not said here."""
    style = _LIST_STYLE.search(element.get("style") or "")
    named = (_FORMS.get(word) for word in style[1].lower().split()) if style else ()
    told = element.get("type")
    kept = told if told and told in "aAiI1" else _FORMS.get((told or "").lower())
    return next((form for form in named if form is not None), kept)
