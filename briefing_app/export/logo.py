"""The author's logo: what kind of picture it is. It is only measured here; the child reads it."""

import struct
from pathlib import Path

from briefing_app.export.errors import LogoError

LARGEST = 2 << 20  # bytes
_WIDEST = 6000  # pixels
_SCANS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the markers that begin a picture's frame
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
    """Go from marker to marker up to the frame, which has the size and the number of colours."""
    if logo[:2] != b"\xff\xd8":
        raise LogoError
    at = 2
    while True:
        sign, marker, length = struct.unpack(">BBH", logo[at : at + 4])
        if sign != _MARKER:
            raise LogoError
        if marker in _SCANS:
            height, width, colours = struct.unpack(">HHB", logo[at + 5 : at + 10])
            if colours not in {1, 3}:
                raise LogoError
            return ".jpg", width, height
        at += 2 + length


def read_logo(path: Path) -> bytes:
    """Read a logo from a file. Raises LogoError where it cannot be read, or is none."""
    try:
        with path.open("rb") as file:
            logo = file.read(LARGEST + 1)
    except OSError as error:
        raise LogoError from error
    suffix_of(logo)
    return logo
