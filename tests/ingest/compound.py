"""Writes the compound files in which Outlook keeps messages: [MS-CFB], version 3."""

import datetime as dt
import struct
from collections.abc import Mapping

SECTOR, SMALL, CUTOFF, WIDTH = 512, 64, 4096, 128
END, FREE, NONE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)

Tree = Mapping[str, "bytes | Tree"]


def message(
    *, sent: dt.datetime | None = None, attached: tuple[str, ...] = (), **told: str | bytes
) -> bytes:
    """Make a message of properties by their numbers, `p0037` being its subject."""
    moment = int((sent - EPOCH).total_seconds()) * 10_000_000 if sent else 0
    tree: dict[str, bytes | Tree] = {
        "__nameid_version1.0": {},
        "__properties_version1.0": bytes(32) + struct.pack("<IIQ", 0x00390040, 6, moment),
    }
    for number, value in told.items():
        form, kept = ("0102", value) if isinstance(value, bytes) else ("001F", utf16(value))
        tree[f"__substg1.0_{number[1:]}{form}"] = kept
    for place, name in enumerate(attached):
        tree[f"__attach_version1.0_#{place:08}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": utf16(name),
            "__substg1.0_37010102": b"what is attached",
        }
    return compound(tree)


def utf16(words: str) -> bytes:
    return words.encode("utf-16-le")


def compound(tree: Tree) -> bytes:
    """Write storages and streams as one file."""
    rows = [["Root Entry", 5, NONE, b""]]
    _add(tree, 0, rows)
    small = b"".join(_filled(row[3], SMALL) for row in rows if 0 < len(row[3]) < CUTOFF)
    sectors, fat = list[bytes](), list[int]()

    def put(data: bytes) -> int:
        """Write a chain of sectors, and say where it begins."""
        if not data:
            return END
        first, pieces = len(sectors), _pieces(_filled(data, SECTOR), SECTOR)
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), END])
        return first

    root, chain, starts = put(small), list[int](), list[int]()
    for row in rows:
        if row[3] and len(row[3]) < CUTOFF:
            starts.append(len(chain))
            count = -(-len(row[3]) // SMALL)
            chain.extend([*range(len(chain) + 1, len(chain) + count), END])
        else:
            starts.append(put(row[3]))
    minifat = put(b"".join(struct.pack("<I", each) for each in chain))
    starts[0] = root
    listed = b"".join(
        _entry(row, start, len(small) if at == 0 else len(row[3]))
        for at, (row, start) in enumerate(zip(rows, starts, strict=True))
    )
    directory = put(listed)
    count = -(-(len(fat) + len(fat) // 100 + 2) // (SECTOR // 4))
    places = list(range(len(sectors), len(sectors) + count))
    fat.extend([FAT] * count)
    fat.extend([FREE] * (count * SECTOR // 4 - len(fat)))
    sectors.extend(_pieces(b"".join(struct.pack("<I", each) for each in fat), SECTOR))
    head = struct.pack(
        "<8s16xHHHHH6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, CUTOFF, minifat),
        *(-(-len(chain) * 4 // SECTOR), END, 0),
    )
    table = [*places, *[FREE] * (109 - count)]
    return head + struct.pack("<109I", *table) + b"".join(sectors)


def _add(tree: Tree, parent: int, rows: list[list]) -> None:
    """List what is in a storage, each the right neighbour of the one before."""
    before = None
    for name, content in sorted(tree.items(), key=lambda each: (len(each[0]), each[0].upper())):
        at = len(rows)
        is_stream = isinstance(content, bytes)
        rows.append([name, 2 if is_stream else 1, NONE, content if is_stream else b""])
        rows[at].append(NONE)
        if before is None:
            rows[parent][2] = at
        else:
            rows[before][4] = at
        before = at
        if not is_stream:
            _add(content, at, rows)


def _entry(row: list, start: int, size: int) -> bytes:
    name, kind, child = row[:3]
    right = row[4] if len(row) > 4 else NONE
    written = utf16(name) + b"\x00\x00"
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ",
        *(written, len(written), kind, 1, NONE, right, child, 0, start, size),
    )


def _filled(data: bytes, unit: int) -> bytes:
    return data + bytes(-len(data) % unit)


def _pieces(data: bytes, unit: int) -> list[bytes]:
    return [data[at : at + unit] for at in range(0, len(data), unit)]
