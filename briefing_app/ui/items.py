"""What can be pointed at in more than one pane."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    POSITION = "position"
    OUTCOME = "outcome"
    ANNOTATION = "annotation"


class Item(NamedTuple):
    """A position, an outcome or an annotation, by its id in the store."""

    kind: Kind
    id: int
