"""Whom some words mean, and where in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """Actors by number, whether a single person is meant, and whether it is all the parties."""

    actors: tuple[int, ...] = ()
    person: bool = False
    joint: bool = False
    unnamed: bool = False  # a source whose principal is not said

    def __bool__(self) -> bool:
        return bool(self.actors) or self.joint

    def same(self, other: Who) -> bool:
        """Tell whether both are the same actors, or both all the parties."""
        return set(self.actors) == set(other.actors) and self.joint == other.joint

    def shares(self, other: Who) -> bool:
        """Tell whether one of these is also one of those."""
        return bool(set(self.actors) & set(other.actors)) or (self.joint and other.joint)


NOBODY = Who()


@dataclass(frozen=True)
class Mention:
    """Somebody spoken of, by the head of the words for them."""

    token: int
    who: Who
    subject: bool
    plural: bool
    gender: str = ""  # "f" or "m" where a title tells
