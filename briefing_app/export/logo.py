"""The author's logo: what kind of picture it is. It is only measured here; the child reads it."""

import struct
from collections.abc import Iterator
from pathlib import Path

from briefing_app.export.errors import LogoError

LARGEST = 2 << 20  # bytes
_WIDEST = 6000  # pixels
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_PICTURE = 0xDA  # the marker behind which the picture's lines stand
_REMARKS = {*range(0xE0, 0xF0), 0xFE} - {
    0xE0,
    0xE2,
    0xEE,
}  # all but the size, the colours' profile and their kind
_MARKER = 0xFF
_PNG = b"\x89PNG\r\n\x1a\n"


def suffix_of(logo: bytes) -> str:
    """Return ".png" or ".jpg". Raises LogoError for what is neither, too large, or in the colours of print."""
    if len(logo) > LARGEST:
        raise LogoError
    try:
        suffix, width, height = _png(logo) if logo.startswith(_PNG) else _jpeg(logo)
    except (struct.error, IndexError) as error:
        raise LogoError from error
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        raise LogoError
    return suffix


def _png(logo: bytes) -> tuple[str, int, int]:
    if logo[12:16] != b"IHDR":
        raise LogoError
    return ".png", *struct.unpack(">II", logo[16:24])


def _jpeg(logo: bytes) -> tuple[str, int, int]:
    """Find the frame, which has the size and the number of colours."""
    for marker, at, _end in list(_segments(logo)):  # all, so that one cut short is none
        if marker in _FRAMES:
            height, width, colours = struct.unpack(">HHB", logo[at + 5 : at + 10])
            if colours not in {1, 3}:
                raise LogoError
            return ".jpg", width, height
    raise LogoError


def _segments(logo: bytes) -> Iterator[tuple[int, int, int]]:
    """Go from marker to marker up to the picture itself: each with where it begins and ends."""
    if logo[:2] != b"\xff\xd8":
        raise LogoError
    at, marker = 2, 0
    while marker != _PICTURE:
        sign, marker, length = struct.unpack(">BBH", logo[at : at + 4])
        if sign != _MARKER:
            raise LogoError
        yield marker, at, at + 2 + length
        at += 2 + length


def without_remarks(logo: bytes) -> bytes:
    """Take out of a JPEG what its camera and its makers wrote into it: a PDF would carry that on as it is."""
    if logo.startswith(_PNG):
        return logo  # of which only the picture is carried on
    kept, picture = [logo[:2]], len(logo)
    for marker, at, end in _segments(logo):
        picture = at if marker == _PICTURE else end
        if marker not in _REMARKS and marker != _PICTURE:
            kept.append(logo[at:end])
    return b"".join([*kept, logo[picture:]])


def read_logo(path: Path) -> bytes:
    """Read a logo from a file. Raises LogoError where it cannot be read, or is none."""
    if not path.is_file():  # opening a pipe might never end
        raise LogoError
    try:
        with path.open("rb") as file:
            logo = file.read(LARGEST + 1)
    except OSError as error:
        raise LogoError from error
    suffix_of(logo)
    return logo
