"""What stands before a paragraph's first sentence and is none of it: its number, and the dateline of a wire story."""

import re

LONGEST = 90  # code points of a dateline

_NUMBERED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})+\.?\s+(?=[A-Z“\"])(?![MBT]r?illion)")
_ITEM = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})\)|(?:\d{1,3}|[a-z]|[ivxlc]{1,6})\.)\s+"
)
_MARKED = re.compile(
    r"\s*(?:[•▪●◦■]|[-–*·](?=\s)|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2} ?--)\s*(?=\w)"
)
_IN_CAPITALS = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+[ ,/]*){1,4}(?:"
    r"(?:(?:[,(]|[^.\n]{0,40}?\d|,? ?[A-Z][a-z]+\.? \d)[^.\n]{0,40}?)?(?: ?[–—] ?| - |\) ?[-–—] )"
    r"|(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?\. )(?=[\w“\"])"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WITH_DAY = re.compile(
    r"\s*(?!(?:On|In|At|By|As|Since|From|Until|After|Before|This|The) )(?:[A-Z][\w.'’-]+[ /]?){1,4}, "
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
    r"(?: \([^()\n]{2,20}\))?(?: ?[–—] ?| - |: |\. )(?=[\w“\"])"
)


def is_item(text: str, start: int, stop: int) -> bool:
    """Tell whether a line is marked as an item of a list: by a dot, a dash, "(a)" or "1)"."""
    return _MARKED.match(text, start, stop) is not None


def behind_opening(text: str, start: int, stop: int, *, item: bool = False) -> int:
    """Return where the first sentence of a stretch begins.

    The number in "2.1 All prisoners", or of an item, would be a quantity of nothing; the parser would take the place in
    "GENEVA (March 9) -" or "Oslo, 3 May 2024:" for the subject.
    """
    numbered = _NUMBERED.match(text, start, stop)
    numbered = numbered or _MARKED.match(text, start, stop)
    numbered = numbered or (_ITEM.match(text, start, stop) if item else None)
    if numbered is not None:
        start = numbered.end()
    limit = min(stop, start + LONGEST)
    dateline = _IN_CAPITALS.match(text, start, limit) or _WITH_DAY.match(text, start, limit)
    return dateline.end() if dateline else start
