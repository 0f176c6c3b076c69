"""Elements of HTML. Whatever is a `str` here is words and is escaped; only `Markup` is passed on as it is."""

from collections.abc import Iterable
from html import escape


class Markup(str):
    """HTML that was made here, of escaped words."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str) -> Markup:
    """Make an element; empty attributes are left out, and `kind` stands for the class."""
    attributes = {"class": attributes.pop("kind", ""), **attributes}
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return Markup(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[str], between: str = "") -> Markup:
    """Put content behind each other."""
    return Markup(_written(between).join(_written(each) for each in content if each))


def _written(words: str) -> str:
    return words if isinstance(words, Markup) else escape(words)
