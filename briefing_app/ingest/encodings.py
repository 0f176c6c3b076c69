"""Which of the old encodings a text is in: the one in which its letters make words. In doubt Windows-1252."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass

_ENOUGH = 0.5  # of a best score of 1; below it an encoding does not fit
_MARGIN = 0.02  # an encoding further down the list must be better by this
_ODD = -2.0  # a character that no text in this encoding has at such a place
_WEAK = 0.3  # one that may be there, and proves little
_PUNCTUATION = "’‘“”„«»–—…°§·€•\xa0"
_OPENING, _CLOSING = "“„‘«", "”»"
_ALONE = "ÀÁÉÓÒÔÅÖÄØÆÈÊ"  # accented capitals that can be a word
_LATIN_ENDS = "\u0370"


@dataclass(frozen=True)
class _Encoding:
    """An encoding with the letters of a language written in it; `rare` ones are at home too, but prove little."""

    name: str
    home: str
    rare: str = ""


_WESTERN = "àâäáãåæçèéêëìíîïñòóôõöøœùúûüß¿¡"
_SIGNS = "ÿªº£©®™²³½¼×"
# The letters of Cyrillic, Greek and Hebrew by how frequent they are.
_CYRILLIC = "оеаинтсрвлкмдпуяыьзбгчйіхжюшцщэфъёїєґ"
_GREEK = "αοιετσνηυρπκμλωςγθδάίόέήώύχφβξζψϊϋ"
_HEBREW = "יהולאתרבמשנכקדחגפעטצסזםןךףץ"
_ARABIC = "اليمنورتبعةدسفهكقحجشطصأىخإذزضغثءظآؤئپچژگکی،؛؟"
_LETTERS = (  # the first of equals is taken
    _Encoding("cp1252", _WESTERN, _SIGNS),
    _Encoding("cp1254", "çğıöşüÇĞİÖŞÜâîû"),
    _Encoding("cp1252", "áéíóúýþæöð", _SIGNS),  # Icelandic
    _Encoding("mac_roman", _WESTERN),
    _Encoding("cp1250", "ąćęłńóśźż"),
    _Encoding("cp1250", "áčďéěíňóřšťúůýžäĺľŕô"),
    _Encoding("cp1250", "áéíóöőúüű"),
    _Encoding("cp1250", "čćđšž"),
    _Encoding("cp1250", "ăâîşţ"),
    _Encoding("iso8859_2", "ąćęłńóśźż"),
    _Encoding("iso8859_2", "áčďéěíňóřšťúůýžäĺľŕô"),
    _Encoding("iso8859_2", "čćđšž"),
    _Encoding("cp1251", _CYRILLIC, "№"),
    _Encoding("koi8_u", _CYRILLIC),
    _Encoding("iso8859_5", _CYRILLIC, "№"),
    _Encoding("cp866", _CYRILLIC, "№"),
    _Encoding("cp1253", _GREEK),
    _Encoding("cp1255", _HEBREW),
    _Encoding("cp1256", _ARABIC),
)
_DOUBLE = ("cp932", "cp949", "euc_jp", "gb18030", "big5hkscs")


def fitting(sample: bytes) -> str:
    """Name the encoding in which the bytes make most sense."""
    scored = [(_by_letters(sample, each), each.name) for each in _LETTERS]
    scored += [(_by_signs(sample, name), name) for name in _DOUBLE]
    best, chosen = scored[0]
    for score, name in scored[1:]:
        if score > best + _MARGIN:
            best, chosen = score, name
    return chosen if best >= _ENOUGH else _guess(sample)


def _guess(sample: bytes) -> str:
    """Ask charset-normalizer, which knows scripts that are not in the lists here; in doubt Windows-1252."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (seldom needed)

    found = from_bytes(sample, threshold=0.1).best()
    if found is None or not _scripted(str(found)):
        return "cp1252"
    return found.encoding


def _scripted(text: str) -> bool:
    """Tell whether a text is written in other letters than Latin ones, and in these alone."""
    letters = [char for char in text if char > "\x7f" and char.isalpha()]
    return bool(letters) and sum(char > "\u0370" for char in letters) > 0.95 * len(letters)


def _decoded(sample: bytes, encoding: str) -> str | None:
    """Decode a sample that may end within a character."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError:
        return None


def _by_letters(sample: bytes, encoding: _Encoding) -> float:
    text = _decoded(sample, encoding.name)
    if text is None:  # a byte that it does not have: counted against it rather than ruling it out
        text = sample.decode(encoding.name, "replace")
    padded = f" {text} "
    weights = [
        _weight(padded, place, encoding) for place, char in enumerate(padded) if char > "\x7f"
    ]
    return sum(weights) / len(weights) if weights else 0.0


def _weight(text: str, place: int, encoding: _Encoding) -> float:
    before, char, after = text[place - 1 : place + 2]
    if char in _PUNCTUATION:
        odd = (char in _CLOSING and after.isalpha()) or (char in _OPENING and before.isalpha())
        return _ODD if odd else 1.0
    if char.lower() not in encoding.home:
        return _WEAK if char in encoding.rare else _ODD
    return (_latin if char < _LATIN_ENDS else _other)(before, char, after, encoding.home)


def _latin(before: str, char: str, after: str, _home: str) -> float:
    """Weigh an accented Latin letter: capitals begin a word or stand among capitals."""
    if char == "õ" and not after.startswith("e"):  # Portuguese has no other; Hungarian’s looks so
        return _WEAK
    if before > "\x7f" and before.isalpha():  # two in a row are seldom Western
        return 0.5
    if char.islower() or (before.isupper() and not after.islower()):
        return 1.0
    alone = not (before.isalpha() or after.isalpha())
    return _ODD if before.isalpha() or (alone and char not in _ALONE) else 0.6


def _other(before: str, char: str, after: str, home: str) -> float:
    """Weigh a letter of another script: the frequent ones prove more, and none stands beside a Latin one."""
    if _is_ascii_letter(before) or _is_ascii_letter(after) or after.isdigit():
        return _ODD
    if char.isupper() and before.islower():
        return _ODD
    if char.isupper() or not (before.isalpha() or after.isalpha()):
        return _WEAK
    rank = home.index(char) / len(home)
    return 1.0 if rank < 1 / 3 else 0.8 if rank < 2 / 3 else 0.5


def _is_ascii_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _by_signs(sample: bytes, encoding: str) -> float:
    """Judge Chinese, Japanese and Korean by how many of the signs are common ones."""
    text = _decoded(sample, encoding)
    padded = f" {text or ''} "
    places = [place for place, char in enumerate(padded) if char > "\x7f"]
    if not places:
        return 0.0
    score = sum(_sign_weight(padded, place, encoding) for place in places) / len(places)
    kana = any("\u3041" <= char <= "\u30fe" for char in padded)
    return score - (0.3 if kana and encoding in ("gb18030", "big5hkscs", "cp949") else 0.0)


def _sign_weight(text: str, place: int, encoding: str) -> float:
    before, char, after = text[place - 1 : place + 2]
    at_home = _COMMON[encoding](char)
    return 1.0 if at_home and not (_is_ascii_letter(before) or _is_ascii_letter(after)) else _ODD


def _in_rows(encoding: str, first: int, last: int) -> Callable[[str], bool]:
    """Tell of a sign whether it stands in the rows of an encoding that hold the common ones."""

    def is_common(char: str) -> bool:
        if "\u3000" <= char <= "\u30fe" or char in "，。、；：？！（）“”‘’—…《》":
            return True
        try:
            code = char.encode(encoding)
        except UnicodeEncodeError:
            return False
        return len(code) == 2 and first <= code[0] <= last and code[1] >= 0x40  # noqa: PLR2004

    return is_common


_COMMON = {
    "cp932": _in_rows("euc_jp", 0xB0, 0xCF),
    "euc_jp": _in_rows("euc_jp", 0xB0, 0xCF),
    "gb18030": _in_rows("gb2312", 0xB0, 0xD7),
    "big5hkscs": _in_rows("big5", 0xA4, 0xC6),
    "cp949": _in_rows("euc_kr", 0xB0, 0xC8),
}
