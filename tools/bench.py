"""Prints how fast Briefing is, as medians of several runs, each beside what it should reach.

Every run is a fresh interpreter with an empty home: what a person waits for is measured, imports included.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "istanbul-2025-06-02.txt"
TEXTS = ROOT / "quality" / "training" / "texts"
RUNS, DOCUMENTS = 3, 100

CLOCK = """
SHORT = b"France rejected the plan that its neighbours had put forward for the talks in Geneva."
import json, resource, sys, time
from pathlib import Path
begun = time.perf_counter()
def since(moment): return time.perf_counter() - moment
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
"""

EXAMPLE = (
    CLOCK
    + """
from briefing_app import paths
from briefing_app.operations.example import make_example
make_example(paths.example_dossier())
print(json.dumps({"made": since(begun)}))
"""
)

WINDOW = (
    CLOCK
    + """
from PySide6.QtWidgets import QApplication
import briefing_app.main as program
def settle():
    for _ in range(20):
        QApplication.processEvents()
    usable, parser = since(begun), "spacy" in sys.modules
    from briefing_app.ingest import read
    from briefing_app.operations.reading import propose
    propose(read(SHORT, "short.txt"), ())
    print(json.dumps({"usable": usable, "parser": parser, "memory": peak()}))
    QApplication.closeAllWindows()
    return 0
QApplication.exec = staticmethod(settle)
program.run([])
"""
)

OPENED = (
    CLOCK
    + """
import datetime as dt
from PySide6.QtWidgets import QApplication
from briefing_app import paths
from briefing_app.domain.document import Document, Version
from briefing_app.ingest import read
from briefing_app.ui.fonts import load_fonts
from briefing_app.ui.source import SourcePane
from briefing_app.ui.theme import load_theme
application = QApplication([])
load_fonts()
paragraph = Path(sys.argv[1]).read_text("utf-8").replace(chr(10), " ")[:700]
text = (chr(10) * 2).join([paragraph] * (1_000_000 // 702))
ingested = read(text.encode(), "long.txt")
now = dt.datetime(2025, 6, 3, tzinfo=dt.UTC)
version = Version(1, 1, 1, ingested.text, ingested.blocks, "", "", now)
document = Document(1, "Long", "text", "", "", None, "en", "", "", now, 1, 1, 150_000, "")
pane = SourcePane()
pane.set_theme(load_theme("light", paths.resources() / "themes"))
pane.resize(650, 830)
pane.show()
application.processEvents()
moment = time.perf_counter()
pane.show_version(document, version)
application.processEvents()
pane.grab()
print(json.dumps({"opened": since(moment)}))
"""
)

COMING = (
    CLOCK
    + """
import gc
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from briefing_app.operations.dossiers import new_dossier
from briefing_app.settings import Settings
from briefing_app.ui.main_window import MainWindow
from briefing_app.ui.session import Session
from tests.ui.watch import Watch
texts, folder = sorted(Path(sys.argv[1]).glob("*.txt"))[:60], Path(sys.argv[2]) / "coming"
folder.mkdir()
for text in texts:
    (folder / text.name).write_bytes(text.read_bytes())
words = "La d\u00e9l\u00e9gation a de nouveau r\u00e9clam\u00e9 un cessez-le-feu complet. "
pages = (chr(10) * 2).join(str(number) + " " + words * 8 for number in range(10_000))
(folder / "y-pages.txt").write_bytes(pages.encode()[:5_000_000].rpartition(b" ")[0])
lines = (chr(10) * 2).join(f"Ligne {number}" for number in range(99_900))
(folder / "z-lines.txt").write_text(lines, "utf-8")
new_dossier(folder.parent / "Coming.dossier", title="Coming")
application = QApplication([])
application.setStyle("Fusion")
session = Session()
window = MainWindow(session, Settings())
window.resize(1440, 900)
window.show()
window.dossiers.open(folder.parent / "Coming.dossier")
for _ in range(20):
    application.processEvents()
gc.freeze()
loop, watch = QEventLoop(), Watch(window)
window._long_tasks.idle.connect(loop.quit)
window._documents.add([folder])
loop.exec()
watch.stop()
assert len(session.briefing.documents) == 62
window.close()
session.close()
print(json.dumps({"waited": watch.waited * 1000, "worked": watch.worked * 1000}))
"""
)

WARM = (
    CLOCK
    + """
from briefing_app.ingest import read
from briefing_app.export.options import ExportOptions, Template
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.exporting import export_briefing
from briefing_app.operations.reading import find, propose
from briefing_app.operations.import_files import import_files
from briefing_app.store import open_store
folder = Path(sys.argv[2])
moment = time.perf_counter()
propose(read(SHORT, "short.txt"), ())
loaded = since(moment)
new_dossier(folder / "warm.dossier", title="Warm")
with open_store(folder / "warm.dossier") as store:
    moment = time.perf_counter()
    list(import_files(store, find([Path(sys.argv[1])])))
    imported = since(moment)
    moment = time.perf_counter()
    export_briefing(store, folder / "warm.pdf", ExportOptions())
    exported = since(moment)
    moment = time.perf_counter()
    export_briefing(store, folder / "note.pdf", ExportOptions(template=Template.ONE_PAGE))
    note = since(moment)
print(json.dumps({"loaded": loaded, "imported": imported, "exported": exported, "note": note}))
"""
)

PAGES = (
    CLOCK
    + """
from pypdfium2 import PdfDocument
from briefing_app.domain.position import Stance
from briefing_app.export import ExportOptions, export
from tests.export.builders import Dossier
folder = Path(sys.argv[1])
dossier = Dossier("A long process")
parties = [dossier.party(name) for name in ("European Union", "Ukraine", "Russia")]
documents = [dossier.document(f"Record of day {day}", publisher="The secretariat") for day in range(1, 31)]
claim = "a complete and unconditional ceasefire in all areas for at least thirty days"
said = "{party} {stance} {claim}, its delegation told the plenary on the second day of the talks, and it added "
said += "that whatever else was agreed should wait until the monitors had reported from both sides of the line."
for number in range(210):
    issue = dossier.issue(f"Article {number + 1}")
    for place, party in enumerate(parties * 3):
        stance = tuple(Stance)[(number + place) % 10]
        words = said.format(party=dossier.parties[party - 1].name, stance=stance.value, claim=claim)
        dossier.position(party, stance, issue, claim, dossier.quote(documents[number % 30], words))
briefing, versions = dossier.briefing(), dossier.versions()
moment = time.perf_counter()
export(briefing, versions, folder / "pages.pdf", ExportOptions())
whole = since(moment)
pages = len(PdfDocument(folder / "pages.pdf"))
assert pages >= 200, pages
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps({"pages": whole * 200 / pages, "pages_memory": memory}))
"""
)

WORDS = (
    CLOCK
    + """
from briefing_app.ingest import read
from briefing_app.operations.reading import propose
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))[:8]]
words = (chr(10) * 2).join(texts).split(" ")[:1000]
propose(read(SHORT, "short.txt"), ())
moment = time.perf_counter()
propose(read(" ".join(words).encode(), "thousand.txt"), ())
print(json.dumps({"thousand": since(moment)}))
"""
)


LARGE = (
    CLOCK
    + """
from briefing_app.domain.position import Stance
from briefing_app.export import ExportOptions, export
from tests.export.builders import Dossier
dossier = Dossier("Twenty thousand positions")
parties = [dossier.party(f"Party {n}") for n in range(5)]
issues = [dossier.issue(f"Issue {n}") for n in range(200)]
for n in range(20_000):
    if n % 500 == 0:
        document = dossier.document(f"Document {n}", publisher="A wire service")
    claim = f"a claim of some words, number {n}, that a party holds"
    quote = dossier.quote(document, f"In sentence {n} the party said that it holds what it holds.")
    dossier.position(parties[n % 5], tuple(Stance)[n % 10], issues[n // 5 % 200], claim, quote)
briefing, versions = dossier.briefing(), dossier.versions()
moment = time.perf_counter()
export(briefing, versions, Path(sys.argv[1]), ExportOptions())
suffix = Path(sys.argv[1]).suffix[1:]
print(json.dumps({suffix: since(moment), f"{suffix}_memory": peak()}))
"""
)


def run(code: str, *arguments: str, home: Path) -> dict[str, float]:
    """Run a snippet in a fresh interpreter; it prints one line of JSON."""
    said = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        sys.exit(said.stderr)
    return json.loads(said.stdout.strip().splitlines()[-1])


def environment(home: Path) -> dict[str, str]:
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    return {**os.environ, **dict.fromkeys(names, str(home)), "QT_QPA_PLATFORM": "offscreen"}


def cold_import(home: Path) -> float:
    """Time the command line from its start to the proposals of the seed document."""
    program = str(Path(sys.executable).with_name("briefing-app"))
    dossier = str(home / "cold.dossier")
    subprocess.run(
        [program, "new", dossier], env=environment(home), check=True, capture_output=True
    )
    moment = time.perf_counter()
    subprocess.run(
        [program, "import", dossier, str(SEED)],
        env=environment(home),
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - moment


def many_documents(home: Path) -> dict[str, float]:
    """Import many documents of 200 to 600 words by two processes; return seconds a document, and the most memory."""
    program = str(Path(sys.executable).with_name("briefing-app"))
    dossier, texts = str(home / "many.dossier"), sorted(TEXTS.glob("*.txt"))[:DOCUMENTS]
    subprocess.run(
        [program, "new", dossier], env=environment(home), check=True, capture_output=True
    )
    moment = time.perf_counter()
    with subprocess.Popen(
        [program, "import", dossier, "--jobs", "2", *map(str, texts)],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as importing:
        _pid, status, usage = os.wait4(importing.pid, 0)  # with what its own children took
        importing.returncode = os.waitstatus_to_exitcode(status)
    assert importing.returncode == 0
    spent = time.perf_counter() - moment
    largest = usage.ru_maxrss / 1024
    return {"many": spent / len(texts), "largest": largest}


def one_round() -> dict[str, float]:
    """Measure everything once, with the example made before."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run(EXAMPLE, home=home)
        return {
            **run(WINDOW, home=home),
            **run(OPENED, str(SEED), home=home),
            **run(WARM, str(SEED), str(home), home=home),
            **run(WORDS, str(TEXTS), home=home),
            **run(COMING, str(TEXTS), str(home), home=home),
            **run(LARGE, str(home / "large.docx"), home=home),
            **run(LARGE, str(home / "large.xlsx"), home=home),
            "cold": cold_import(home),
            **many_documents(home),
            **run(PAGES, str(home), home=home),
        }


LINES = (
    ("usable", "window usable after its start, imports included", 1.2, "s"),
    ("cold", "seed document imported and read, command line from cold", 4.0, "s"),
    ("imported", "the same once the language model is loaded", 0.5, "s"),
    ("loaded", "language model loaded, and a sentence read with it", 2.0, "s"),
    ("thousand", "a text of 1,000 words read", 0.6, "s"),
    ("many", "each of 100 documents by import --jobs 2, start included", 0.125, "s"),
    ("largest", "peak memory of the largest process of that", 500, "MB"),
    ("waited", "longest wait of the window while 62 documents come, some long", 100, "ms"),
    ("worked", "the most that it worked itself meanwhile without a pause", 100, "ms"),
    ("exported", "the example as PDF", 1.0, "s"),
    ("docx", "20,000 positions as Word document", 5.0, "s"),
    ("docx_memory", "peak memory of that", 500, "MB"),
    ("xlsx", "20,000 positions as Excel workbook", 5.0, "s"),
    ("xlsx_memory", "peak memory of that", 500, "MB"),
    ("note", "the example as a note of one page", 0.4, "s"),
    ("pages", "200 pages of PDF, with links both ways", 2.0, "s"),
    ("pages_memory", "peak memory of what sets them", 500, "MB"),
    ("opened", "a text of 1 MB opened and shown", 0.3, "s"),
    ("memory", "peak memory of the window, example open and model loaded", 450, "MB"),
)


def main() -> int:
    rounds = [one_round() for _ in range(RUNS)]
    print(f"medians of {RUNS} runs (lowest to highest)")
    for key, words, aim, unit in LINES:
        values = sorted(each[key] for each in rounds)
        middle = statistics.median(values)
        verdict = "" if middle < aim else "  OVER"
        print(
            f"{words:58} {middle:8.2f} {unit:2} ({values[0]:.2f} to {values[-1]:.2f})"
            f"  aim < {aim:g} {unit}{verdict}"
        )
    if any(each["parser"] for each in rounds):
        print("the parser was loaded before the window was usable")
    return 0


if __name__ == "__main__":
    sys.exit(main())
