"""Whatever a file holds: a document or one sentence, soon, and the program as it was."""

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.domain.document import Ingested
from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.hostile import LONG_TRICKS, TRICKS, Maker, damaged
from tests.ingest.samples import Put, docx, epub, odt, pdf

FEW, MANY = 3, 32  # ways in which each kind's sound file is damaged
# Seconds: ten on a machine of its own and as many for a busy one; and bytes of a PDF for which it has one more.
SOON, A_SECOND = 20.0, 200_000
MUCH = 100 << 20  # bytes that the parent may have grown by, at most, for a while

QUICK = {**TRICKS, **dict(damaged(FEW))}
WHOLE = {**LONG_TRICKS, **dict(damaged(MANY))}


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_is_decided(name: str):
    decided(name, QUICK[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(WHOLE.keys() - QUICK.keys()))
def test_every_hostile_file_is_decided(name: str):
    decided(name, WHOLE[name])


def decided(name: str, maker: Maker) -> None:
    data = maker()
    before, begun = peak(fresh=True), time.perf_counter()
    found, sentence = outcome_of(data, name)
    taken, grown = time.perf_counter() - begun, peak() - before
    assert taken < SOON + (len(data) / A_SECOND if name.endswith(".pdf") else 0)
    assert grown < MUCH
    if found is None:
        assert name in sentence
        assert "\n" not in sentence
        return
    end = 0
    for block in found.blocks:
        assert end <= block.span.start < block.span.end <= len(found.text)
        end = block.span.end
    assert found.text.strip()
    assert not {"\u202e", "\n"} & set(found.title)


def outcome_of(data: bytes, name: str) -> tuple[Ingested | None, str]:
    try:
        return read(data, name), ""
    except BriefingError as refused:
        return None, refused.sentence


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Load what tells languages, which stays in memory."""
    read(b"The delegations agreed to exchange all prisoners of the war.", "warm.txt")


def peak(*, fresh: bool = False) -> int:
    """Return the most memory this process has had, since it was last asked to forget; where the system tells."""
    if sys.platform != "linux":
        return 0
    if fresh:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) << 10


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Listen on a port of this machine, and note who comes."""
    came, server = list[str](), socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            while True:
                visitor, _address = server.accept()
                came.append(visitor.recv(100).decode("latin-1"))
                visitor.close()
        except OSError:
            return

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x", came
    server.shutdown(socket.SHUT_RDWR)
    server.close()


def page(target: str) -> str:
    return (
        f'<html><head><link rel="stylesheet" href="{target}"/><base href="{target}"/><meta http-equiv="refresh" '
        f'content="0; url={target}"/></head><body><p>Words</p><img src="{target}"/><iframe src="{target}"></iframe>'
        f'<object data="{target}"></object><embed src="{target}"/><svg><image href="{target}"/></svg></body></html>'
    )


def relations(target: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        "<Relationships>"
        + "".join(
            f'<Relationship Id="r{at}" Type="{kind}/{name}" Target="{target}" TargetMode="External"/>'
            for at, name in enumerate(("image", "attachedTemplate", "frame", "footnotes", "styles"))
        )
        + "</Relationships>"
    )


def reaching(target: str) -> Iterator[tuple[str, bytes]]:
    """Make files that want something loaded from an address or a path."""
    picture = (
        '<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><a:blip xmlns:a="urn:a" '
        'r:link="r0" r:embed="r0"/></wp:inline></w:drawing></w:r></w:p>'
    )
    entity = f'<!DOCTYPE x SYSTEM "{target}" [<!ENTITY e SYSTEM "{target}">]><x>Words &e;</x>'
    head = "From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    yield "x.html", page(target).encode()
    yield "x.md", f"Words ![x]({target}) <img src='{target}'>".encode()
    yield "x.docx", docx(picture, word__rels_document__xml__rels=relations(target))
    yield "entity.docx", docx("", word_document__xml=entity)
    yield (
        "x.odt",
        odt(f'<text:p>Words<image href="{target}"/></text:p><section-source href="{target}"/>'),
    )
    yield "entity.odt", odt("", content__xml=entity)
    yield "x.epub", epub({"a.xhtml": page(target), target: ""})
    yield "entity.epub", epub({"a.xhtml": entity})
    yield (
        "x.rtf",
        (
            f'{{\\rtf1 Words {{\\field{{\\*\\fldinst INCLUDETEXT "{target}"}}}}{{\\*\\template {target}}}}}'
        ).encode(),
    )
    yield (
        "x.eml",
        (
            f'{head}Content-Type: message/external-body; access-type=URL; URL="{target}"\r\n\r\n\r\nWords'
        ).encode(),
    )
    yield "page.eml", f"{head}Content-Type: text/html\r\n\r\n{page(target)}".encode()
    yield "x.mht", f"{head}Content-Type: text/html\r\n\r\n{page(target)}".encode()
    action = (
        f"/OpenAction << /S /URI /URI ({target}) >> /AA << /WC << /S /Launch /F ({target}) >> >>"
    )
    plain = pdf([[Put("Words", 60, 80)]])
    yield "x.pdf", plain.replace(b"/Type /Catalog", b"/Type /Catalog " + action.encode())
    outside = b"/F (" + target.encode() + b") /FFilter null"
    yield "outside.pdf", plain.replace(b"<< /Length", b"<< " + outside + b" /Length", 1)


def test_no_document_makes_the_reader_load_anything(
    tmp_path: Path, listener: tuple[str, list[str]]
):
    address, came = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("MARKER")
    targets = (address, secret.as_uri(), str(secret), os.path.relpath(secret))
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for target in targets:
        for name, data in reaching(target):
            try:
                found = read(data, name)
            except BriefingError:
                continue
            assert "MARKER" not in found.text, name
            assert "MARKER" not in found.title, name
    assert came == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == files
