"""ZIP archives that were built to hurt, each made anew."""

import struct
from collections.abc import Iterator
from io import BytesIO
from random import Random
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.ingest.hostile import WORDS, Maker, lying
from tests.ingest.samples import zipped

_ZEROS = bytes(60 << 20)
NAMES = (
    *("../../up.txt", "/etc/passwd", "C:\\win.txt", "\\\\host\\share.txt", "..", ".", "a//b.txt"),
    *("gpj.\u202etxt.exe", "\u2066a\u200bb.txt", "new\nline.txt", "<b>x</b>.txt", "con.txt"),
)


def sound() -> bytes:
    return zipped({f"June/{number}.txt": WORDS * 20 for number in range(5)})


def nested(levels: int, *, each: int = 1) -> bytes:
    """Put archives into archives, so many of them each time."""
    data = zipped({"deepest.txt": WORDS})
    for _level in range(levels):
        data = zipped({f"{number}.zip": data for number in range(each)})
    return data


def overlapping(times: int = 15_000) -> bytes:
    """Let the table name one member again and again: a small archive that is large when it is unpacked."""
    data = zipped({"a.txt": Random(1).randbytes(1000).hex() * 5})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    table, tail = data[start:end] * times, bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", times, times)
    tail[12:16] = struct.pack("<I", len(table))
    return data[:start] + table + bytes(tail)


def _told(place: int, form: str, *values: int) -> bytes:
    """Let the end of the archive tell something else of where its table is and how long."""
    data = bytearray(sound())
    end = data.index(b"PK\x05\x06")
    struct.pack_into(form, data, end + place, *values)
    return bytes(data)


def _far() -> bytes:
    """Tell of a table in the form for large archives, which may name any place and length."""
    data = sound()
    end = data.index(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, *(1 << 40,) * 4)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    tail = bytearray(data[end:])
    tail[8:20] = b"\xff" * 12
    return data[:end] + record + locator + bytes(tail)


def _links() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in ("link.txt", "pipe.txt"):
            info = ZipInfo(name)
            info.external_attr = (0o120777 if name == "link.txt" else 0o010777) << 16
            archive.writestr(info, "/etc/passwd")
    return packed.getvalue()


def _twice() -> bytes:
    return zipped({"a.txt": WORDS, "b.txt": "Another."}).replace(b"b.txt", b"a.txt")


def _comment() -> bytes:
    """Hide another end of an archive in the comment of the first."""
    data = bytearray(sound() + zipped({"hidden.txt": WORDS}))
    return bytes(data) + b"PK\x05\x06" + bytes(70_000)


TRICKS: dict[str, Maker] = {
    "bomb": lambda: zipped({"bomb.txt": _ZEROS}),
    "bombs": lambda: zipped({f"{number}.txt": _ZEROS for number in range(9)}),
    "bomb-in-bomb": lambda: zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": _ZEROS})})}),
    "lying-small": lambda: lying(sound(), 10),
    "lying-large": lambda: lying(sound(), 0xFFFF_FFF0),
    "lying-bomb": lambda: lying(zipped({"bomb.txt": _ZEROS}), 100),
    "overlapping": overlapping,
    "nested": lambda: nested(30),
    "forest": lambda: nested(3, each=12),
    "many": lambda: zipped({f"{number}": "" for number in range(21_000)}, packing=ZIP_STORED),
    "deep": lambda: zipped({f"{n}/" + "ab/" * 20_000 + "x.txt": "x" for n in range(50)}),
    "folders": lambda: zipped({f"{n}/" + "ab/" * 20 + "x.txt": "x" for n in range(1_000)}),
    "long-name": lambda: zipped({"a" * 65_000 + ".txt": WORDS}),
    "names": lambda: zipped(dict.fromkeys(NAMES, WORDS)),
    "nul": lambda: zipped({"aXb.txt": WORDS}).replace(b"aXb.txt", b"a\x00b.txt"),
    "no-utf8": lambda: zipped({"\u00e4\u00f6.txt": WORDS}).replace("\u00e4".encode(), b"\xff\xfe"),
    "links": _links,
    "twice": _twice,
    "comment": _comment,
    "far": _far,
    "table-before": lambda: _told(16, "<I", 0),
    "table-behind": lambda: _told(16, "<I", 0xFFFF_FFF0),
    "table-long": lambda: _told(12, "<I", 0xFFFF_FFF0),
    "table-many": lambda: _told(8, "<HH", 0xFFFF, 0xFFFF),
    "bzip2": lambda: zipped({"a.txt": WORDS * 999}, packing=ZIP_BZIP2),
    "lzma": lambda: zipped({"a.txt": WORDS * 999}, packing=ZIP_LZMA),
    "no-archive": lambda: b"PK\x03\x04" + Random(2).randbytes(50_000),
    "no-archive-within": lambda: zipped({"a.zip": b"PK\x03\x04" + bytes(9), "b.zip": b""}),
}


def damaged(each: int) -> Iterator[tuple[str, Maker]]:
    """Damage a sound archive in this many ways, bytes of its headers and of its table among them."""
    whole = sound()
    for number in range(each):
        random, data = Random(number), bytearray(whole)
        for _time in range(random.choice((1, 3, 30))):
            data[random.randrange(len(data))] = random.randrange(256)
        cut = random.randrange(len(data) // 2, len(data)) if number % 4 == 0 else len(data)
        yield f"damaged-{number}", lambda made=bytes(data[:cut]): made
