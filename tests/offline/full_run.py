"""A full run on documents that want something loaded, in a process of its own: `-m tests.offline.full_run FOLDER`.

With `--reach` it asks for a socket itself, and with `--reach-in-child` its reading child does: both must be seen.
"""

import json
import socket
import sys
from pathlib import Path

# A library that spaCy brings tries, when it is imported, whether it could listen by IPv6; that reaches nobody.
socket.has_ipv6 = False


def reach(_payload: bytes = b"") -> bytes:
    """Ask for a socket that reaches a network, by the C library itself."""
    import ctypes  # noqa: PLC0415 (what is imported above, every child imports)

    return b"%d" % ctypes.CDLL(None).socket(2, 1, 0)


def reach_in_child() -> str:
    """Tell what became of a child that asks for a socket."""
    from briefing_app.isolation import IsolationError, Limits, run  # noqa: PLC0415

    try:
        return run(
            "tests.offline.full_run:reach", b"", limits=Limits(readable=(Path("tests"),))
        ).decode()
    except IsolationError as error:
        return error.failure


def full_run(folder: Path) -> dict[str, object]:
    """Import, read, annotate and export, on the command line and in the window; tell what became of each file."""
    files = sorted((folder / "documents").iterdir())
    told = {
        "one": on_command_line(folder / "one.dossier", files, jobs=1),
        "several": on_command_line(folder / "several.dossier", files[:4], jobs=2, no_extract=True),
    }
    annotate(folder / "one.dossier", folder)
    exported = export(folder / "one.dossier", folder)
    return {"imported": told, "exported": exported, "shown": in_window(folder, files)}


def on_command_line(
    dossier: Path, files: list[Path], *, jobs: int, no_extract: bool = False
) -> list[dict[str, object]]:
    from click.testing import CliRunner  # noqa: PLC0415

    from briefing_app.cli import cli  # noqa: PLC0415

    def call(*arguments: object) -> str:
        return CliRunner().invoke(cli, [str(each) for each in arguments]).stdout

    call("new", dossier)
    options = ["--jobs", jobs, "--json", *(["--no-extract"] if no_extract else [])]
    results = json.loads(call("import", dossier, *options, *files))
    for command in (["show", dossier], ["search", dossier, "ceasefire"], ["check", dossier]):
        assert call(*command)
    assert call("extract", files[0])
    return results


def annotate(dossier: Path, folder: Path) -> None:
    """Note on each document what would load a file, where notes were more than words."""
    from briefing_app.domain.annotation import Colour  # noqa: PLC0415
    from briefing_app.domain.evidence import Evidence, Span, quote_at  # noqa: PLC0415
    from briefing_app.operations.annotating import add_annotation  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    note = (folder / "documents" / "notes.md").read_text("utf-8")
    with open_store(dossier) as store:
        for document in store.documents():
            version, span = store.version(document.version), Span(0, 5)
            evidence = Evidence(version.id, span, quote_at(version.text, span))
            add_annotation(store, evidence, colour=Colour.YELLOW, note=note)


def export(dossier: Path, folder: Path) -> list[str]:
    from briefing_app.export import ExportOptions  # noqa: PLC0415
    from briefing_app.operations.exporting import export_briefing  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    with open_store(dossier) as store:
        for suffix in ("pdf", "html", "md", "json"):
            export_briefing(store, folder / f"out.{suffix}", ExportOptions())
    return [path.name for path in folder.glob("out.*") if path.stat().st_size]


def in_window(folder: Path, files: list[Path]) -> int:
    """Add the files to a dossier in the window, show and draw each, and paste a page into a note."""
    from PySide6.QtCore import QMimeData  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from briefing_app.settings import Settings  # noqa: PLC0415
    from briefing_app.ui.fonts import load_fonts  # noqa: PLC0415
    from briefing_app.ui.main_window import MainWindow  # noqa: PLC0415
    from briefing_app.ui.session import Session  # noqa: PLC0415

    application = QApplication([])
    load_fonts()
    session = Session(application)
    window = MainWindow(session, Settings())
    window.show()
    assert window.dossiers.open(folder / "one.dossier")
    shown = 0
    for document in session.briefing.documents:
        window._reading.open_document(document.id)
        application.processEvents()
        assert not window.grab().isNull()
        shown += 1
    page = QMimeData()
    page.setHtml((folder / "documents" / "page.html").read_text("utf-8"))
    QApplication.clipboard().setMimeData(page)
    window._authoring.open_note(session.briefing.annotations[0].id)
    window.source._editor._note.paste()
    application.processEvents()
    window.grab()
    dropped = folder / "dropped.html"
    dropped.write_bytes(files[0].read_bytes() + b"<p>Another round was announced.</p>")
    before = len(session.briefing.documents)
    window._documents.add([dropped])
    while window._importing._waiting:
        application.processEvents()
    assert len(session.briefing.documents) == before + 1
    window.close()
    session.close()
    QApplication.clipboard().clear()  # while there is a Python that its content belongs to
    return shown


def main(arguments: list[str]) -> None:
    from tests.offline.watching import forbid_networks_by_death  # noqa: PLC0415

    forbid_networks_by_death()
    if arguments == ["--reach"]:
        reach()
    elif arguments == ["--reach-in-child"]:
        sys.stdout.write(reach_in_child())
    else:
        sys.stdout.write(json.dumps(full_run(Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])
