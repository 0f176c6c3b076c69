"""Which characters a font file can show, read from its character map; what none can show is printed by its number."""

import struct
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

_IGNORED = {"\u00ad", "\u034f", "\u061c", *map(chr, range(0x200B, 0x2010)), "\ufe0e", "\ufe0f"}
_SEGMENTED, _GROUPED = 4, 12  # the two forms of character map that fonts for Unicode have


def font_characters(path: Path) -> frozenset[int]:
    """Read which code points a TrueType or OpenType file has; a file that is neither has none."""
    try:
        with path.open("rb") as file:
            start = file.read(12)
            if start[:4] == b"ttcf":  # of a collection its first font
                file.seek(struct.unpack(">I", file.read(4))[0])
                start = file.read(12)
            count = struct.unpack(">H", start[4:6])[0]
            records = struct.iter_unpack(">4sIII", file.read(16 * count))
            places = {tag: (offset, length) for tag, _sum, offset, length in records}
            offset, length = places[b"cmap"]
            file.seek(offset)
            return _mapped(file.read(length))
    except (OSError, struct.error, KeyError, ValueError):
        return frozenset()


def _mapped(table: bytes) -> frozenset[int]:
    count = struct.unpack(">H", table[2:4])[0]
    found: set[int] = set()
    for _platform, _encoding, offset in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count]):
        form = struct.unpack(">H", table[offset : offset + 2])[0]
        if form == _GROUPED:
            found.update(_grouped(table[offset:]))
        elif form == _SEGMENTED:
            found.update(_segmented(table[offset:]))
    return frozenset(found)


def _grouped(table: bytes) -> Iterable[int]:
    groups = struct.unpack(">I", table[12:16])[0]
    for first, last, _glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * groups]):
        yield from range(first, min(last, 0x10FFFF) + 1)


def _segmented(table: bytes) -> Iterable[int]:
    doubled = struct.unpack(">H", table[6:8])[0]
    form = f">{doubled // 2}H"
    lasts = struct.unpack_from(form, table, 14)
    firsts = struct.unpack_from(form, table, 16 + doubled)
    for first, last in zip(firsts, lasts, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)


def clusters(text: str) -> list[str]:
    """Split a text into letters with the marks that stand on them."""
    found: list[str] = []
    for character in text:
        if found and (unicodedata.category(character)[0] == "M" or character in _IGNORED):
            found[-1] += character
        else:
            found.append(character)
    return found


def unshown(cluster: str, fonts: Sequence[frozenset[int]]) -> bool:
    """Tell whether no font has all of a cluster. What is for private use no font shows alike."""
    needed = {ord(each) for each in seen(cluster) if not each.isspace()}
    if any(unicodedata.category(chr(each)) == "Co" for each in needed):
        return True
    return bool(needed) and not any(needed <= font for font in fonts)


def by_number(cluster: str) -> str:
    return "".join(f"[{code(each)}]" for each in seen(cluster))


def seen(cluster: str) -> list[str]:
    """List what of a cluster has a shape of its own: no joiners, no choosers of variants."""
    return [each for each in cluster if each not in _IGNORED]


def code(character: str) -> str:
    return f"U+{ord(character):04X}"
