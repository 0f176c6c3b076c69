"""Folders and archives, some of them built to hurt: what is read of them, and what is not."""

import os
import stat
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from briefing_app.ingest import IngestError, read_file
from briefing_app.ingest.gathering import Source, Unpacker, Unread, gather, walking
from tests.ingest.samples import docx, word_paragraph, zipped


def names(*paths: Path) -> list[str]:
    """List the documents that are found, by the names that they are shown by."""
    return [each.name for each in found(*paths) if isinstance(each, Source)]


def reasons(*paths: Path) -> dict[str, str]:
    return {each.name: each.sentence for each in found(*paths) if isinstance(each, Unread)}


def found(*paths: Path):
    return list(gather(paths, waiting=lambda: None))


def contents(*paths: Path) -> dict[str, bytes]:
    with closing(Unpacker()) as unpacker:
        return {
            each.name: unpacker.bytes_of(each) for each in found(*paths) if isinstance(each, Source)
        }


def written(folder: Path, *files: str) -> Path:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return folder


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return written(tmp_path / "Talks", "b.txt", "June/a.txt", "June/round 2/c.txt", "A.txt")


def test_a_folder_gives_its_documents_in_order_however_deep(talks: Path):
    assert names(talks) == [
        "Talks/A.txt",
        "Talks/b.txt",
        "Talks/June/a.txt",
        "Talks/June/round 2/c.txt",
    ]


def test_a_file_that_is_named_itself_is_taken_whatever_it_is_called(tmp_path: Path):
    written(tmp_path, ".hidden.txt", "~$x.txt")
    paths = [tmp_path / name for name in (".hidden.txt", "~$x.txt", "none.txt")]
    assert names(*paths) == [".hidden.txt", "~$x.txt", "none.txt"]


def test_what_is_no_document_is_passed_over_with_a_reason(talks: Path):
    written(talks, ".DS_Store", ".git/config", "__MACOSX/b.txt", "Thumbs.db", "~$b.docx")
    written(talks, "My.dossier", "My.dossier-wal", "My.backups/1.dossier", "Other.backups/d.txt")
    told = reasons(talks)
    assert set(told) == {
        f"Talks/{name}"
        for name in (
            *(".DS_Store", ".git", "__MACOSX", "Thumbs.db", "~$b.docx"),
            *("My.dossier", "My.dossier-wal", "My.backups"),
        )
    }
    assert told["Talks/.git"] == "It is hidden."
    assert "dossier" in told["Talks/My.backups"]
    assert "Talks/Other.backups/d.txt" in names(talks)


@pytest.mark.parametrize("suffix", ["_files", "-Dateien", "_fichiers", ".files", "_archivos"])
def test_a_saved_page_is_one_document_without_its_folder(tmp_path: Path, suffix: str):
    page = written(tmp_path, "Talks end.HTM", f"Talks end{suffix}/ad.html", f"Other{suffix}/a.txt")
    assert names(page) == [
        f"{tmp_path.name}/Other{suffix}/a.txt",
        f"{tmp_path.name}/Talks end.HTM",
    ]
    assert "“Talks end.HTM”" in reasons(page)[f"{tmp_path.name}/Talks end{suffix}"]


def test_a_saved_page_and_its_folder_that_are_dropped_together_are_one_document(tmp_path: Path):
    written(tmp_path, "page.html", "page_files/ad.html")
    assert names(tmp_path / "page.html", tmp_path / "page_files") == ["page.html"]
    assert names(tmp_path / "page_files") == ["page_files/ad.html"]


def test_links_pipes_and_what_may_not_be_read_cost_one_line_each(talks: Path):
    (talks / "loop").symlink_to(talks)
    (talks / "out.txt").symlink_to("/etc/hostname")
    os.mkfifo(talks / "pipe.txt")
    assert len(names(talks)) == 4
    assert {name: told.split()[2] for name, told in reasons(talks).items()} == {
        "Talks/loop": "a",
        "Talks/out.txt": "a",
        "Talks/pipe.txt": "a",
    }


def test_an_archive_that_may_not_even_be_looked_at_costs_one_line(
    talks: Path, monkeypatch: pytest.MonkeyPatch
):
    archive(talks, {"x.txt": "x"}, "closed.zip")

    def refuses(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuses)
    assert "no permission" in reasons(talks)["Talks/closed.zip"]
    assert len(names(talks)) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_no_characters_are_shown_and_read(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path / "caf") + b"\xe9.txt"))
    path.write_text("They met.", "utf-8")
    assert contents(path) == {"caf?.txt": b"They met."}
    assert contents(tmp_path) == {f"{tmp_path.name}/caf\ufffd.txt": b"They met."}
    assert read_file(path).file_name == "caf?.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_costs_one_line(talks: Path):
    closed = written(talks, "closed/x.txt") / "closed"
    closed.chmod(0)
    try:
        assert "no permission" in reasons(talks)["Talks/closed"]
        assert len(names(talks)) == 4
    finally:
        closed.chmod(stat.S_IRWXU)


def test_a_folder_that_is_gone_when_it_is_gone_into_costs_one_line(
    talks: Path, monkeypatch: pytest.MonkeyPatch
):
    listed = os.scandir

    def gone(path: Path):
        if path.name == "June":
            raise FileNotFoundError(2, "No such file or directory")
        return listed(path)

    monkeypatch.setattr(os, "scandir", gone)
    assert reasons(talks) == {"Talks/June": "“June” cannot be read: No such file or directory."}
    assert names(talks) == ["Talks/A.txt", "Talks/b.txt"]


def test_folders_without_end_end(tmp_path: Path):
    deep = tmp_path / "deep"
    folder = deep
    for _level in range(40):
        folder /= "f"
    folder.mkdir(parents=True)
    (refused,) = found(deep)
    assert isinstance(refused, Unread)
    assert refused.refused
    assert "deeper" in refused.sentence


def test_of_a_folder_with_too_many_files_the_first_are_taken(
    talks: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(walking, "MOST", 3)
    assert names(talks) == ["Talks/A.txt", "Talks/b.txt"]
    assert "holds more than" in reasons(talks)["Talks"]


def test_who_does_not_want_it_any_more_ends_it(talks: Path):
    class EnoughError(Exception):
        pass

    def enough() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        list(gather([talks], waiting=enough))


def archive(folder: Path, parts: dict[str, bytes | str], name: str = "talks.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(parts))
    return path


def test_an_archive_is_a_folder_and_so_is_one_within_it(tmp_path: Path):
    inner = zipped({"c.txt": "third", "d/e.txt": "fourth"})
    path = archive(tmp_path, {"b.txt": "second", "a.txt": "first", "x/in.zip": inner})
    assert contents(path) == {
        "talks.zip/a.txt": b"first",
        "talks.zip/b.txt": b"second",
        "talks.zip/x/in.zip/c.txt": b"third",
        "talks.zip/x/in.zip/d/e.txt": b"fourth",
    }


def test_the_rules_of_a_folder_hold_in_an_archive(tmp_path: Path):
    path = archive(
        tmp_path,
        {"p.html": "p", "p_files/ad.html": "ad", "__MACOSX/._p.html": "x", ".x": "x", "d/": ""},
    )
    assert names(path) == ["talks.zip/p.html"]
    assert set(reasons(path)) == {"talks.zip/__MACOSX", "talks.zip/.x", "talks.zip/p_files"}


def test_office_documents_are_archives_and_yet_documents(tmp_path: Path):
    written_down = docx(word_paragraph("They agreed."))
    path = archive(tmp_path, {"a.docx": written_down, "b.zip": written_down})
    assert names(path) == ["talks.zip/a.docx", "talks.zip/b.zip"]


def test_names_lead_nowhere(tmp_path: Path):
    evil = [
        "../../up.txt",
        "/etc/top.txt",
        "C:\\win.txt",
        "a/./../b.txt",
        "..",
        "gpj.\u202etxt.exe",
    ]
    path = archive(tmp_path, dict.fromkeys(evil, "x"))
    assert names(path) == [
        "talks.zip/a/b.txt",
        "talks.zip/C:/win.txt",
        "talks.zip/etc/top.txt",
        "talks.zip/gpj.txt.exe",
        "talks.zip/up.txt",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["talks.zip"]


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "отчёт.txt"), ("cp866", "доклад о переговорах.txt")]
)
def test_names_in_old_encodings_are_legible(tmp_path: Path, encoding: str, name: str):
    stand_in = "x" * len(name.encode(encoding))
    data = zipped({stand_in: "x"}).replace(stand_in.encode(), name.encode(encoding))
    (tmp_path / "old.zip").write_bytes(data)
    assert names(tmp_path / "old.zip") == [f"old.zip/{name}"]


def test_a_link_in_an_archive_is_none(tmp_path: Path):
    info = ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "links.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr(info, "/etc/passwd")
    assert names(path) == []
    assert "links are not followed" in reasons(path)["links.zip/link.txt"]


def nested(levels: int) -> bytes:
    data = zipped({"deepest.txt": "x"})
    for _level in range(levels):
        data = zipped({"in.zip": data})
    return data


def test_archives_in_archives_without_end_end(tmp_path: Path):
    (tmp_path / "nested.zip").write_bytes(nested(30))
    (refused,) = found(tmp_path / "nested.zip")
    assert refused.name == "nested.zip/in.zip/in.zip/in.zip"
    assert isinstance(refused, Unread)
    assert "deeper" in refused.sentence


def refusal(path: Path) -> str:
    """Return why the one document of an archive cannot be unpacked."""
    (source,) = found(path)
    assert isinstance(source, Source)
    with closing(Unpacker()) as unpacker, pytest.raises(IngestError) as error:
        unpacker.bytes_of(source)
    return error.value.sentence


def test_a_bomb_is_not_unpacked(tmp_path: Path):
    path = archive(tmp_path, {"bomb.txt": b"0" * (40 << 20)})
    assert "more than Briefing can take in" in refusal(path)


def test_an_archive_that_would_grow_without_measure_is_refused_as_a_whole(tmp_path: Path):
    inner = zipped({f"{number}.txt": b"0" * (30 << 20) for number in range(3)})
    path = archive(tmp_path, {"in.zip": inner, "good.txt": "good"})
    assert names(path) == ["talks.zip/good.txt"]
    assert "more than Briefing" in reasons(path)["talks.zip/in.zip"]


def test_what_is_told_of_the_same_bytes_many_times_is_counted_each_time(tmp_path: Path):
    """Members that overlap: a small archive whose table names one member again and again."""
    data = zipped({"a.txt": os.urandom(1000).hex() * 5})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    times = 15_000
    table = data[start:end] * times
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = times.to_bytes(2, "little")
    tail[12:16] = len(table).to_bytes(4, "little")
    (tmp_path / "overlap.zip").write_bytes(data[:start] + table + bytes(tail))
    assert "more than Briefing" in reasons(tmp_path / "overlap.zip")["overlap.zip"]


def test_a_table_of_contents_without_end_is_not_read(tmp_path: Path):
    path = tmp_path / "many.zip"
    with ZipFile(path, "w") as packed:
        for number in range(21_000):
            packed.writestr(f"{number}", b"")
    begun = time.monotonic()
    assert "more than Briefing" in reasons(path)["many.zip"]
    assert time.monotonic() - begun < 5


def test_names_of_folders_without_end_take_no_memory(tmp_path: Path):
    path = archive(tmp_path, {f"{number}/" + "a/" * 20_000 + "x.txt": "x" for number in range(50)})
    assert all("deeper" in sentence for sentence in reasons(path).values())
    assert len(reasons(path)) == 50


@pytest.mark.parametrize(
    ("packing", "sentence"), [(ZIP_BZIP2, "does not unpack"), (ZIP_STORED, ""), (ZIP_DEFLATED, "")]
)
def test_only_what_needs_little_memory_is_unpacked(tmp_path: Path, packing: int, sentence: str):
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"a.txt": "words " * 50}, packing=packing))
    if sentence:
        assert sentence in refusal(path)
    else:
        assert contents(path) == {"x.zip/a.txt": b"words " * 50}


def test_what_a_password_protects_is_said(tmp_path: Path):
    data = bytearray(zipped({"a.txt": "secret"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    (tmp_path / "locked.zip").write_bytes(data)
    assert "protected by a password" in refusal(tmp_path / "locked.zip")


def damaged() -> Sequence[bytes]:
    whole = zipped({f"{number}.txt": f"words {number} " * 100 for number in range(5)})
    return [
        b"PK\x03\x04",
        whole[: len(whole) // 2],
        whole[20:],
        *(whole[:at] + b"\xff\xff" + whole[at + 2 :] for at in range(0, len(whole), 41)),
    ]


def test_of_a_damaged_archive_whatever_is_whole_is_read(tmp_path: Path):
    path = tmp_path / "damaged.zip"
    for data in damaged():
        path.write_bytes(data)
        with closing(Unpacker()) as unpacker:
            for each in found(path):
                if isinstance(each, Source):
                    with suppress(IngestError):
                        assert b"words" in unpacker.bytes_of(each)


def test_an_archive_that_is_changed_after_it_was_gone_through_is_no_trap(tmp_path: Path):
    path = archive(tmp_path, {"a.txt": "a", "b.txt": "b"})
    source = found(path)[1]
    assert isinstance(source, Source)
    path.write_bytes(BytesIO(zipped({"a.txt": "a"})).getvalue())
    with closing(Unpacker()) as unpacker, pytest.raises(IngestError, match="damaged"):
        unpacker.bytes_of(source)
