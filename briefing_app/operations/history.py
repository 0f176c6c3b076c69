"""Undo and redo, by the names of the operations."""

from briefing_app.domain.changes import Changes
from briefing_app.store import Store


def undo(store: Store) -> Changes:
    """Take the newest operation back that still stands; empty where there is none."""
    return store.undo()


def redo(store: Store) -> Changes:
    """Do the operation again that was undone last; empty where there is none."""
    return store.redo()
