"""A batch with files that were built to hurt among good ones, dropped on the real window: it never stops answering."""

from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from tests.ingest.hostile import LONG_TRICKS, TRICKS, Maker
from tests.ingest.samples import Put, docx, epub, odt, pdf, word_paragraph
from tests.ingest.test_hostile import peak
from tests.ui.watch import BUSY, STALL, Watch

MUCH = 100 << 20  # bytes

QUICK = (
    *(
        "lying-small.docx",
        "lying-large.docx",
        "members.docx",
        "laughs.docx",
        "laughs.odt",
        "quadratic.docx",
    ),
    *(
        "deep.docx",
        "deep-tables.html",
        "loop.epub",
        "upwards.epub",
        "tree-in-itself.pdf",
        "own-table.pdf",
    ),
    *("parts.eml", "deep.eml", "turned.eml", "braces.rtf", "stars.md", "not-a-zip.docx"),
)


def good() -> dict[str, bytes]:
    """Make a good file of each kind, each with words of its own."""

    def words(number: int) -> str:
        return f"The delegations agreed to exchange {number} prisoners of war, and to meet again in Geneva."

    def page(number: int) -> str:
        return f"<html><head><title>Talks</title></head><body><p>{words(number)}</p></body></html>"

    mail = "From: desk@example.org\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n"
    return {
        "good.txt": words(100).encode(),
        "good.md": f"# Talks\n\n{words(200)}\n".encode(),
        "good.html": page(300).encode(),
        "good.pdf": pdf([[Put(words(400), 60, 80)]]),
        "good.docx": docx(word_paragraph(words(500))),
        "good.odt": odt(f"<text:p>{words(600)}</text:p>"),
        "good.rtf": rb"{\rtf1\ansi " + words(700).encode() + b"}",
        "good.epub": epub({"a.xhtml": page(800)}),
        "good.eml": f"{mail}\r\n{words(900)}".encode(),
        "good.mht": f"{mail}Content-Type: text/html\r\n\r\n{page(1000)}".encode(),
    }


def mixed(folder: Path, hostile: dict[str, Maker]) -> list[Path]:
    """Write good files among hostile ones."""
    fine = list(good().items())
    files = [
        (f"{number:03}-{name}", maker()) for number, (name, maker) in enumerate(hostile.items())
    ]
    step = len(files) // len(fine) + 1
    for number, each in enumerate(fine):
        files.insert(number * (step + 1), each)
    paths = [folder / name for name, _data in files]
    for path, (_name, data) in zip(paths, files, strict=True):
        path.write_bytes(data)
    return paths


def names(briefing: Briefing) -> set[str]:
    return {document.file_name for document in briefing.documents}


def drop(qtbot, window, paths: list[Path], *, patience: float) -> Watch:
    """Drop files on the window, and watch it until the last is in or refused."""
    watch = Watch(window)
    window._documents.add(paths)
    works = (lambda: window._importing._waiting, lambda: window._collecting._busy)
    qtbot.waitUntil(lambda: not any(is_on() for is_on in works), timeout=round(patience * 1000))
    watch.stop()
    return watch


@pytest.mark.timeout(300)
def test_the_window_answers_all_the_while_and_the_good_files_are_in(qtbot, window, tmp_path: Path):
    first = tmp_path / "first.txt"
    first.write_text("Russia rejected the demand of its neighbours for a ceasefire in Geneva.")
    drop(qtbot, window, [first], patience=60)  # what a first proposal loads is loaded once
    before = peak(fresh=True)
    paths = mixed(tmp_path, {name: TRICKS[name] for name in QUICK})
    watch = drop(qtbot, window, paths, patience=240)
    assert watch.worked < STALL
    assert watch.waited < STALL * BUSY
    assert peak() - before < MUCH
    assert set(good()) <= names(window._session.briefing)
    assert window.isVisible()


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_window_answers_whatever_is_dropped_on_it(qtbot, window, tmp_path: Path):
    paths = mixed(tmp_path, {**TRICKS, **LONG_TRICKS})
    watch = drop(qtbot, window, paths, patience=1000)
    assert watch.worked < STALL
    assert watch.waited < STALL * BUSY
    assert set(good()) <= names(window._session.briefing)
