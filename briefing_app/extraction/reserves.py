"""A yes in part: "accepted it in principle", "agreed to most of it", "cautiously welcomed it", "could accept it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

ONLY_PERHAPS = frozenset({"would", "could", "can"})
EXCEPT = frozenset({"but", "except", "save", "bar", "barring"})
HOW = frozenset({"in", "with"})  # "in principle", "with reservations"
WHAT = frozenset({"to", "on", "with"})


def is_reserved(head: Token, lexicon: Lexicon) -> bool:
    """Tell whether the words of a yes take some of it back."""
    return trees.modal_of(head) in ONLY_PERHAPS or is_in_part(head, lexicon)


def is_in_part(head: Token, lexicon: Lexicon) -> bool:
    """Tell whether the words beside an acceptance, or an agreement, say that it is not of the whole."""
    accepted = list(_accepted(head))
    if any(_is_share(each, lexicon) for each in accepted):
        return True
    beside = [*head.children, *(inner for each in accepted for inner in each.children)]
    return any(
        word.lower_ in lexicon.modal["reserved"] and not trees.lacks(word)  # "with no reservations"
        for each in beside
        for word in (each, trees.child(each, "pobj") if each.lower_ in HOW else None)
        if word is not None
    )


def _accepted(head: Token) -> Iterator[Token]:
    """Go through what is accepted, also behind "to" and "on"."""
    for each in head.children:
        if each.dep_ in {"dobj", "attr"}:
            yield each
        inner = trees.child(each, "pobj") if each.lower_ in WHAT else None
        if inner is not None:
            yield inner


def _is_share(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether only some of it is meant: "most of the plan", "parts of it", "all points but one"."""
    last = noun.right_edge
    behind = noun.doc[last.i + 1].lower_ if last.i + 1 < len(noun.doc) else ""
    if behind in EXCEPT and any(each.lower_ == "all" for each in noun.children):
        return True
    some = noun.lower_ in lexicon.modal["shares"] and not trees.lacks(noun)
    return some and any(each.lower_ == "of" for each in noun.children)
