"""Reading what others marked: W3C Web Annotations, and what Hypothesis exports, which is near to them.

A file of a stranger's: what has another shape than the standard's is passed over, and nothing is fetched.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from briefing_app.domain.annotation import Colour
from briefing_app.domain.evidence import Quote
from briefing_app.domain.foreign import ForeignMark, ForeignSource, moment_of
from briefing_app.export.errors import NothingToTakeError, UnreadableError

_OURS = "urn:sha256:"
_LISTS = ("items", "annotations", "rows")  # of a page; of Hypothesis's window; of its service
_SAID = ("commenting", "describing", "replying", "questioning", "assessing", "editing", "")


def read_web_annotations(path: Path) -> tuple[ForeignMark, ...]:
    """Read a collection, a page, a list or one annotation. Raises BriefingError where there is none in the file."""
    try:
        found = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise UnreadableError(path, error.strerror or type(error).__name__) from error
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NothingToTakeError(path) from error
    marks = tuple(mark for annotation in _annotations(found) for mark in _marks(annotation))
    if not marks:
        raise NothingToTakeError(path)
    return marks


def _annotations(found: object) -> Iterator[dict[str, Any]]:
    for each in _each(found):
        if "target" in each:
            yield each
        inside = next((each[key] for key in _LISTS if key in each), each.get("first"))
        if inside is not None:
            yield from (item for item in _each(inside) if "target" in item)
            if isinstance(inside, dict):
                yield from (item for item in _each(inside.get("items")) if "target" in item)


def _each(value: object) -> list[dict[str, Any]]:
    """Take what may be one object or a list of them; whatever is no object is passed over."""
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, dict)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _marks(annotation: dict[str, Any]) -> Iterator[ForeignMark]:
    """Make a mark of each target whose words are told."""
    by_hypothesis = "uri" in annotation
    note, tags = _hypothesis(annotation) if by_hypothesis else _bodies(annotation)
    for target in _each(annotation["target"]):
        selectors = list(_selectors(target.get("selector")))
        quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
        place = next((each for each in selectors if each.get("type") == "TextPositionSelector"), {})
        if not _text(quote.get("exact")):
            continue
        start = place.get("start")
        colour = _text(target.get("styleClass"))
        yield ForeignMark(
            source=_source(target, annotation),
            quote=Quote(*(_text(quote.get(key)) for key in ("exact", "prefix", "suffix"))),
            start=start if type(start) is int else None,
            in_utf16=by_hypothesis,
            note=note,
            tags=tags,
            colour=Colour(colour) if colour in set(Colour) else Colour.YELLOW,
            created=moment_of(annotation.get("created")),
            modified=moment_of(annotation.get("modified") or annotation.get("updated")),
        )


def _selectors(selector: object) -> Iterator[dict[str, Any]]:
    """List the selectors, and those that narrow them."""
    for each in _each(selector):
        yield each
        yield from _each(each.get("refinedBy"))


def _source(target: dict[str, Any], annotation: dict[str, Any]) -> ForeignSource:
    told = target.get("source")
    described: dict[str, Any] = told if isinstance(told, dict) else {"id": told}
    name = _text(described.get("id"))
    titles = annotation.get("document")
    title = titles.get("title") if isinstance(titles, dict) else described.get("label")
    first = title[0] if isinstance(title, list) and title else title
    if name.startswith(_OURS):
        url = _text(described.get("via"))
        return ForeignSource(name.removeprefix(_OURS), url, _text(first))
    return ForeignSource("", name or _text(annotation.get("uri")), _text(first))


def _bodies(annotation: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Give the note and the tags; a body may be words alone."""
    said, tags = list[str](), list[str]()
    body = annotation.get("body", annotation.get("bodyValue"))
    for each in body if isinstance(body, list) else [body]:
        if isinstance(each, str):
            said.append(each)
        elif isinstance(each, dict) and _text(each.get("value")):
            purpose = _text(each.get("purpose"))
            if purpose == "tagging":
                tags.append(each["value"])
            elif purpose in _SAID:
                said.append(each["value"])
    return "\n\n".join(said), tuple(dict.fromkeys(tags))


def _hypothesis(annotation: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    tags = annotation.get("tags")
    listed = tags if isinstance(tags, list) else []
    return _text(annotation.get("text")), tuple(tag for tag in listed if isinstance(tag, str))
