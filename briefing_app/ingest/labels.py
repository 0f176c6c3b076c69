"""Titles and names as they are shown in a list: in one line, and in the order in which they are read."""

import re

# Marks that turn what follows around or cannot be seen. What joins letters stays: scripts need it.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)


def label(words: str) -> str:
    """Strip what makes a name look like another: invoice⟨turned⟩gpj.exe is no picture."""
    whole = words.encode(
        "utf-8", "replace"
    ).decode()  # a disk's names may have bytes that are no characters
    return " ".join(_UNSEEN.sub("", " ".join(whole.split())).split())
