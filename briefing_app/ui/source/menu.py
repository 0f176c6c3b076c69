"""The menu over the words."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.language import _
from briefing_app.ui.items import Kind
from briefing_app.ui.source.marks import Mark


class Entry(NamedTuple):
    """A line of the menu; without an act, a border between two groups."""

    text: str = ""
    act: Callable[[], None] | None = None
    enabled: bool = True


def source_menu(entries: Sequence[Entry], highlights: Sequence[Entry], parent: QWidget) -> QMenu:
    """Make a menu whose first entry highlights in one of the colours."""
    menu = QMenu(parent)
    colours = menu.addMenu(_("Highlight"))
    colours.setEnabled(any(entry.enabled for entry in highlights))
    _fill(colours, highlights)
    _fill(menu, entries)
    return menu


def annotation_entries(
    marks: Sequence[Mark], edit: Callable[[int], None], remove: Callable[[int], None]
) -> list[Entry]:
    """Make the entries for the innermost annotation at a place."""
    annotation = next((mark.id for mark in marks if mark.kind is Kind.ANNOTATION), None)
    if annotation is None:
        return []
    return [
        Entry(),
        Entry(_("Edit note"), partial(edit, annotation)),
        Entry(_("Remove highlight"), partial(remove, annotation)),
    ]


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for text, act, enabled in entries:
        if act is None:
            menu.addSeparator()
            continue
        action = menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False, act=act: act())
