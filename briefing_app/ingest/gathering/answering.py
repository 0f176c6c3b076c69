"""The child that reads a ZIP archive: it is asked for names and members, and has nothing but this one file to read."""

from zipfile import ZipFile

from briefing_app.ingest.gathering.archive import (
    is_document,
    members,
    open_bytes,
    open_file,
    unpacked,
)
from briefing_app.ingest.gathering.members import listing, question_from


class Answering:
    """Keeps what was read last open, and the archives in which it stands: the next is likely there too."""

    def __init__(self) -> None:
        self._open = list[tuple[tuple[int, ...], ZipFile]]()  # from the outermost inwards

    def __call__(self, payload: bytes) -> bytes:
        """Answer with the listed members, or with one's bytes. Raises Refusal."""
        question = question_from(payload)
        if not self._open:
            self._open.append(((), open_file(question.path)))
        if not question.listed:
            return unpacked(self._archive(question.members[:-1]), question.members[-1])
        archive = self._archive(question.members)
        return listing(None if is_document(archive) else members(archive))

    def _archive(self, place: tuple[int, ...]) -> ZipFile:
        for depth in range(1, len(place) + 1):
            self._open_within(place[:depth])
        del self._open[len(place) + 1 :]
        return self._open[-1][1]

    def _open_within(self, place: tuple[int, ...]) -> None:
        if len(self._open) > len(place) and self._open[len(place)][0] == place:
            return
        del self._open[len(place) :]
        data = unpacked(self._open[-1][1], place[-1])
        self._open.append((place, open_bytes(data)))
