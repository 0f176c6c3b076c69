"""What the parent asks of the child that reads a ZIP archive, and what of its answer is believed."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any, cast

MOST = 20_000  # members of an archive
_RATIO, _SMALL = 100, 64 << 20  # times it may grow, and bytes that it may have in any case
_LONGEST = 1 << 16  # characters of a name


def most_unpacked(size: int) -> int:
    """Return how many bytes an archive of this size may be unpacked to altogether."""
    return max(_SMALL, _RATIO * size)


@dataclass(frozen=True)
class Question:
    """What is to be listed or unpacked, by the numbers that lead to it from archive to archive; none is the first."""

    path: str
    members: tuple[int, ...]
    listed: bool = False


@dataclass(frozen=True)
class Member:
    """A file in an archive, by its number there and its name as it is written."""

    number: int
    name: str
    is_link: bool


def as_json(question: Question) -> bytes:
    return json.dumps(astuple(question)).encode()


def question_from(payload: bytes) -> Question:
    path, members, listed = json.loads(payload)
    return Question(path, tuple(members), listed)


def listing(members: Iterable[Member] | None) -> bytes:
    """Write the members of an archive; None is a document, which may be an archive too."""
    rows = None if members is None else [astuple(member) for member in members]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")


def members_from(answer: bytes) -> tuple[Member, ...] | None:
    """Read the members that the child lists, believing nothing. Raises ValueError where it is no such list."""
    try:
        rows: Any = json.loads(answer)
        if rows is None:
            return None
        if isinstance(rows, list) and len(cast("list[Any]", rows)) <= MOST:
            return tuple(_checked(*row) for row in cast("list[Any]", rows))
    except (TypeError, RecursionError) as error:
        msg = "the answer has not the form of a list of members"
        raise ValueError(msg) from error
    msg = "no list, or one of more members than there may be"
    raise ValueError(msg)


def _checked(number: object, name: object, is_link: object) -> Member:
    if type(number) is not int or not 0 <= number < MOST:
        msg = "not a number of a member"
        raise ValueError(msg)
    if not isinstance(name, str) or len(name) > _LONGEST or not isinstance(is_link, bool):
        msg = "not a member"
        raise ValueError(msg)
    return Member(number, name, is_link)
