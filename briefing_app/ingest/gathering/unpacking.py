"""The bytes of what was found, from a disk or out of archives, each of which a child of its own reads."""

import time
from collections.abc import Callable
from pathlib import Path

from briefing_app.ingest.errors import StoppedError, Trouble, TroubledError
from briefing_app.ingest.files import bytes_of, disk_error
from briefing_app.ingest.gathering.found import Place, Source
from briefing_app.ingest.gathering.members import (
    Question,
    as_json,
    members_from,
    most_unpacked,
)
from briefing_app.ingest.gathering.packed import folder_of
from briefing_app.ingest.reading import LARGEST, nothing
from briefing_app.isolation import Failure, Isolated, IsolationError, Limits

_CHILD = "briefing_app.ingest.gathering.answering:Answering"
_SECONDS, _A_SECOND = 9, 4 << 20  # that an answer may take, and bytes of an archive for one more
_MEMORY = 1 << 30


class Unpacker:
    """Has archives read, one after the other; the child for the last one is kept: the next is likely in it too.

    `waiting` is called while a child reads; what it raises ends that.
    """

    def __init__(self, waiting: Callable[[], None] = nothing) -> None:
        self._waiting = waiting
        self._archive: _Archive | None = None

    def bytes_of(self, source: Source) -> bytes:
        """Read a document's bytes. Raises IngestError."""
        if not source.members:
            return bytes_of(source.path)
        return self._asked(source).unpack(source, self._waiting)

    def opened(self, source: Source) -> Place | None:
        """Open an archive to its names; None where it is a document. Raises IngestError."""
        return self._asked(source).list(source, self._waiting)

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _asked(self, source: Source) -> "_Archive":
        if self._archive is None or self._archive.path != source.path:
            self.close()
            try:
                self._archive = _Archive(source.path)
            except OSError as error:
                raise disk_error(source.last_name, error) from error
        return self._archive


class _Archive:
    """An archive of the disk, and what of the time and the bytes that it may take is left."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = file.seek(0, 2)
        self.path = path
        self._limits = Limits(
            seconds=_SECONDS + min(size, LARGEST) / _A_SECOND,
            memory=_MEMORY,
            answer=LARGEST + 1,
            readable=(path,),
        )
        self._child: Isolated | None = None
        self._bytes_left = most_unpacked(size)
        self._patience = self._limits.seconds  # for children that fail
        self._reason = ""

    def list(self, source: Source, waiting: Callable[[], None]) -> Place | None:
        answer = self._answer(source, waiting, listed=True)
        try:
            members = members_from(answer)
        except ValueError as error:  # whatever read the archive was led astray
            raise TroubledError(source.last_name, Trouble.DAMAGED) from error
        return None if members is None else folder_of(source, members)

    def unpack(self, source: Source, waiting: Callable[[], None]) -> bytes:
        data = self._answer(source, waiting)
        self._bytes_left -= len(data)
        if self._bytes_left < 0:  # by archives within it, each of which has its measure
            raise TroubledError(source.last_name, Trouble.TOO_MUCH)
        return data

    def close(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None

    def _answer(
        self, source: Source, waiting: Callable[[], None], *, listed: bool = False
    ) -> bytes:
        if self._patience < 0:
            raise StoppedError(source.last_name, reason=self._reason)
        begun = time.monotonic()
        question = Question(str(self.path), source.members, listed)
        try:
            if self._child is None:
                self._child = Isolated(_CHILD, self._limits)
            return self._child.ask(as_json(question), waiting=waiting)
        except IsolationError as error:
            if error.failure is Failure.REFUSED and error.code in set(Trouble):
                raise TroubledError(source.last_name, Trouble(error.code)) from error
            self.close()
            self._patience -= time.monotonic() - begun
            self._reason = error.sentence
            raise StoppedError(source.last_name, reason=error.sentence) from error
