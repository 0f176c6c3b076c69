"""The pages of a PDF that was made here, as pictures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A page: four bytes a pixel, blue, green, red and one that says nothing, from the top left, line by line."""

    width: int
    height: int
    stride: int  # bytes of a line
    pixels: bytes


def count_pages(pdf: bytes) -> int:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 (only once a preview is shown)

    with PdfDocument(pdf) as document:
        return len(document)


def picture_of(pdf: bytes, page: int, width: int) -> Picture:
    """Draw a page, counted from 0, so many pixels wide. Not for two threads at once."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    with PdfDocument(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
