"""What a reader's and a document's words lose before they are printed: only what cannot be seen, or misleads."""

import re
import unicodedata

from briefing_app import language

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Controls but tab and newline, marks that turn the reading order round, marks of byte order and of annotation.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Take out control characters and what turns the order of letters round; what is no character becomes U+FFFD."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _NO_CHARACTER.sub("\ufffd", _UNSEEN.sub("", lines.replace("\u2029", "\n")))


def in_one_line(text: str) -> str:
    """Clean the text and fold its white space, so that a hard-wrapped quote runs on; no-break spaces stay."""
    if text.isprintable() and "  " not in text:  # as most is: nothing to clean or to fold
        return text.strip(" ")
    return cleaned(_SPACE.sub(" ", text)).strip(" ")


def isolated(text: str) -> str:
    """Put a name on one line; where it runs against what is printed, so that it turns nothing round beside it."""
    line = in_one_line(text)
    against = {"L"} if language.runs_from_right() else {"R", "AL"}
    turning = any(unicodedata.bidirectional(each) in against for each in line)
    return f"\u2068{line}\u2069" if turning else line


def clipped(text: str, length: int) -> str:
    """Cut a text short behind a word, where it is longer than so many code points."""
    line = in_one_line(text)
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def runs_from_right(text: str) -> bool:
    """Tell by its first letter whether a text is read from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
