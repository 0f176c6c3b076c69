"""A page of a document as it looks, with the words that are looked for marked on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rectangle:
    """A stretch of a line, in points from the page's upper left corner, as the page is seen."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PagePicture:
    """One page drawn: three bytes a pixel (red, green, blue), row by row from above."""

    number: int  # from 1
    pages: int  # of the document
    width: float  # points
    height: float
    columns: int  # pixels
    rows: int
    pixels: bytes
    marks: tuple[Rectangle, ...]  # empty where the words were not found on this page
