"""What a document says of itself, believed where it is likely to be meant: templates and programs say things too."""

import datetime as dt
import re

from briefing_app.ingest.dates import noted_date
from briefing_app.ingest.labels import label

_WORKED_ON = 31  # days that a document may be worked on
_TOP = 3000  # characters in which a title is looked for
_PARTED = re.compile(r"\s+[|–—·»-]\s+")
_JUNK = re.compile(
    r"\A(?:microsoft (?:office )?(?:word|powerpoint|excel)\b.*|untitled.*|document\d*|slide \d+|\W*|"
    r".*\.(?:docx?|pdf|indd|rtf|odt|pptx?|xlsx?|qxp|tex|dvi|html?))\Z",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:user|admin|administrator|owner|author|unknown|office|microsoft|windows|hp|dell|pc|root|scan\w*|docx)\b",
    re.IGNORECASE,
)


def title_told(told: str, text: str) -> str:
    """Take a title where the first words of the text name it too."""
    words = label(told)
    if _JUNK.match(words):
        return ""
    top = set(re.findall(r"\w+", text[:_TOP].lower()))
    own = re.findall(r"\w+", words.lower())
    return _without_site(words, text) if 2 * sum(word in top for word in own) > len(own) else ""


def _without_site(title: str, text: str) -> str:
    """Leave out what a web page adds to its title: of its parts keep that with which the text begins.

    Where the text has the parts one after the other, they are all of the title.
    """
    top = _bare(text[:_TOP])
    named = [part for part in _PARTED.split(title) if " " in part and _bare(part) in top]
    if not named or _bare(title) in top:
        return title
    return min(named, key=lambda part: top.index(_bare(part)))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def person(told: str) -> str:
    """Take an author where it is a name, and not who was logged in."""
    words = label(told)
    several = " " in words and words != words.lower() and not any(map(str.isdigit, words))
    return words if several and not _NO_NAME.search(words) else ""


def made_on(created: str, modified: str) -> dt.date | None:
    """Take the day on which a file was begun, unless it was worked on much later: it was then made from an old one."""
    begun, ended = noted_date(created), noted_date(modified)
    if begun is None or (ended is not None and not 0 <= (ended - begun).days <= _WORKED_ON):
        return None
    return begun
