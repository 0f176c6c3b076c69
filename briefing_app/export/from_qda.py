"""Reading a REFI-QDA project of another program: its texts, and its coded selections as marks on them.

A stranger's archive and XML are opened in a limited child process, and nothing of it is written to a disk.
"""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

import msgspec

from briefing_app.domain.evidence import Span, quote_at
from briefing_app.domain.foreign import ForeignMark, ForeignSource, moment_of
from briefing_app.export.errors import NothingToTakeError, StoppedError, UnreadableError
from briefing_app.export.lasting_names import lasting_name
from briefing_app.export.qda.codebook import KINDS
from briefing_app.export.qda.offsets import Selected, in_code_points, normalised
from briefing_app.isolation import Failure, IsolationError, Limits, run

_Read = TypeVar("_Read")
_LARGEST = 128 << 20  # bytes that the files of an archive may unpack to
LIMITS = Limits(seconds=60.0, memory=2 << 30, answer=256 << 20)


@dataclass(frozen=True)
class ForeignText:
    title: str
    text: str


@dataclass(frozen=True)
class ForeignProject:
    texts: tuple[ForeignText, ...]
    marks: tuple[ForeignMark, ...]


@dataclass(frozen=True)
class ForeignCodes:
    """What the codes of a codebook stand for. Those of another program are taken for issues."""

    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


def _nothing() -> None:
    pass


def read_qdc(path: Path, *, waiting: Callable[[], None] = _nothing) -> ForeignCodes:
    """Read a codebook; what `waiting`, which is called meanwhile, raises ends it.

    Raises BriefingError where it cannot be read, or there is no code in it.
    """
    codes = _isolated(path, "parsed_codes", ForeignCodes, waiting)
    if not codes.parties and not codes.issues:
        raise NothingToTakeError(path)
    return codes


def read_qdpx(path: Path, *, waiting: Callable[[], None] = _nothing) -> ForeignProject:
    """Read a project; what `waiting`, which is called meanwhile, raises ends it.

    Raises BriefingError where it cannot be read, or there is no text in it.
    """
    project = _isolated(path, "parsed", ForeignProject, waiting)
    if not project.texts:
        raise NothingToTakeError(path)
    return project


def _isolated(path: Path, function: str, kind: type[_Read], waiting: Callable[[], None]) -> _Read:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(path, error.strerror or type(error).__name__) from error
    try:
        reader = f"briefing_app.export.from_qda:{function}"
        answer = run(reader, content, limits=LIMITS, waiting=waiting)
        return msgspec.json.decode(answer, type=kind)
    except IsolationError as error:
        if error.failure in {Failure.TOO_LARGE, Failure.TOO_LONG}:
            raise StoppedError(path, error.sentence) from error
        raise NothingToTakeError(path) from error
    except msgspec.MsgspecError as error:
        raise NothingToTakeError(path) from error


def parsed(content: bytes) -> bytes:
    """Read a project's archive: what the child process does."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return msgspec.json.encode(_Reader(archive).project())
    except (BadZipFile, ParseError, UnicodeError, KeyError, ValueError):
        return msgspec.json.encode(ForeignProject((), ()))


def parsed_codes(content: bytes) -> bytes:
    """Read a codebook: what the child process does."""
    try:
        groups = fromstring(content).findall("{*}Codes/{*}Code")  # noqa: S314 (in the child)
    except (ParseError, UnicodeError, ValueError):
        groups = []
    ours = {_guid(group): [name for _, name in _named(group, ())] for group in groups}
    kinds = {str(lasting_name(f"code group {kind}")): kind for kind in KINDS}
    told = {kind: ours[guid] for guid, kind in kinds.items() if guid in ours}
    others = [name for guid, names in ours.items() if guid not in kinds for name in names]
    codes = ForeignCodes(tuple(told.get("party", ())), (*told.get("issue", ()), *others))
    return msgspec.json.encode(codes)


def _named(code: Element, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Name a code and those in it, each by the way to it: a group that cannot be assigned is none of it."""
    codable = (code.get("isCodable") or "true").casefold() in {"true", "1"}
    names = (*above, code.get("name") or "") if codable else above
    if codable:
        yield _guid(code), "/".join(filter(None, names))
    for inner in code.iterfind("{*}Code"):
        yield from _named(inner, names)


def _guid(element: Element, key: str = "guid") -> str:
    return (element.get(key) or "").strip("{}").casefold()


class _Reader:
    """Reads one archive, whatever the case of its names."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive, self._left = archive, _LARGEST
        self._members = {info.filename.casefold(): info for info in archive.infolist()}
        projects = [name for name in sorted(self._members, key=len) if name.endswith(".qde")]
        if not projects:
            msg = "there is no project in the archive"
            raise ValueError(msg)
        name = projects[0]
        self._root = fromstring(self._read(name))  # noqa: S314 (in the child; expat bounds entities)
        self._codes = dict(self._named_codes())

    def project(self) -> ForeignProject:
        texts, marks = list[ForeignText](), list[ForeignMark]()
        for source in self._sources():
            raw = self._text(source)
            if raw.strip():
                texts.append(ForeignText(source.get("name") or "", normalised(raw)))
                marks += self._marks(source, raw)
        return ForeignProject(tuple(texts), tuple(marks))

    def _read(self, name: str) -> bytes:
        info = self._members[name]
        self._left -= info.file_size
        if self._left < 0:
            raise MemoryError
        return self._archive.read(info)

    def _sources(self) -> Iterator[Element]:
        """List the texts, those that stand for a PDF too."""
        for name in ("TextSource", "Representation"):
            yield from self._root.iterfind(f".//{{*}}Sources//{{*}}{name}")

    def _text(self, source: Element) -> str:
        inside = source.findtext("{*}PlainTextContent")
        if inside is not None:
            return inside
        path = source.get("plainTextPath") or ""
        name = f"sources/{path.removeprefix('internal://')}".casefold()
        if not path.startswith("internal://") or name not in self._members:
            return ""  # a file of somebody's computer, or one that was left out
        content = self._read(name)
        return content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")

    def _named_codes(self) -> Iterator[tuple[str, str]]:
        for code in self._root.iterfind("{*}CodeBook/{*}Codes/{*}Code"):
            yield from _named(code, ())

    def _marks(self, source: Element, raw: str) -> Iterator[ForeignMark]:
        text, title = normalised(raw), source.get("name") or ""
        found = source.findall("{*}PlainTextSelection")
        places = in_code_points(raw, [_selected(each) for each in found])
        known = ForeignSource(hashlib.sha256(text.encode()).hexdigest(), title=title)
        for selection, place in zip(found, places, strict=True):
            if place is None:
                continue
            yield ForeignMark(
                source=known,
                quote=quote_at(text, Span(*place)),
                start=place[0],
                note=self._note(selection),
                tags=self._tags(selection),
                created=moment_of(selection.get("creationDateTime")),
                modified=moment_of(selection.get("modifiedDateTime")),
            )

    def _note(self, selection: Element) -> str:
        said = [selection.findtext("{*}Description") or ""]
        for reference in selection.iterfind(".//{*}NoteRef"):
            wanted = reference.get("targetGUID")
            said += [
                self._text(note)
                for note in self._root.iterfind("{*}Notes/{*}Note")
                if note.get("guid") == wanted
            ]
        return "\n\n".join(filter(None, said))

    def _tags(self, selection: Element) -> tuple[str, ...]:
        references = selection.iterfind("{*}Coding/{*}CodeRef")
        names = (_guid(each, "targetGUID") for each in references)
        return tuple(dict.fromkeys(self._codes[name] for name in names if self._codes.get(name)))


def _selected(selection: Element) -> Selected:
    start, end = (int(selection.get(key) or 0) for key in ("startPosition", "endPosition"))
    return Selected(start, end, selection.get("name") or "")
