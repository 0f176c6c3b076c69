"""What a plain text says of itself in lines at its top, such as its title, source, date and address."""

import re
from dataclasses import replace

from briefing_app.ingest.dates import written_date
from briefing_app.ingest.draft import Draft

_TOP, _FEWEST = 8, 2  # lines that are looked at, and that must be of this form
_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z ]{1,14})\s*:\s*(?P<value>\S.{0,500})")
_NAMES = {
    "title": "title",
    "headline": "title",
    "subject": "title",
    "author": "author",
    "by": "author",
    "source": "publisher",
    "publisher": "publisher",
    "agency": "publisher",
    "date": "date",
    "published": "date",
    "published on": "date",
    "language": "language",
    "url": "url",
    "link": "url",
    "address": "url",
    "permalink": "url",
}
_ADDRESS = re.compile(r"https?://\S{4,1900}\Z")


def described(draft: Draft) -> Draft:
    """Take what lines at the top of a text say of it; the text stays as it is."""
    told = _told(draft.text)
    if len(told) < _FEWEST:
        return draft
    source = told.get("publisher", "")
    address = next(filter(_ADDRESS.match, (told.get("url", ""), source)), "")
    language = told.get("language", "").lower()
    return replace(
        draft,
        title=told.get("title", ""),
        author=told.get("author", ""),
        publisher="" if _ADDRESS.match(source) else source,
        date=written_date(told.get("date", "")),
        language=language if re.fullmatch("[a-z]{2}", language) else "",
        url=address,
    )


def _told(text: str) -> dict[str, str]:
    """Return the values by what they are, those of the first lines only, which end where others begin."""
    told = dict[str, str]()
    lines = (line.strip() for line in text[:4000].split("\n"))
    for _number, line in zip(range(_TOP), filter(None, lines), strict=False):
        found = _LINE.fullmatch(line)
        name = _NAMES.get(found["name"].strip().lower()) if found else None
        if found is None or name is None:
            break
        told.setdefault(name, found["value"].strip())
    return told
