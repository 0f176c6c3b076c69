"""What is left of a dossier whose program is killed in the middle of its work."""

import subprocess
import sys
import time

from briefing_app.operations.importing import import_document
from briefing_app.store import open_store
from tests.store.builders import a_dossier, a_long_text

_IMPORTS = """
import sys
from pathlib import Path
from briefing_app.store import open_store
from tests.store.builders import a_document
store = open_store(Path(sys.argv[1]))
start = len(store.documents())
for number in range(start, 100_000):
    a_document(store, f"{number}" + "\\n\\nRussia rejected a ceasefire." * 200, date=None)
    print(number, flush=True)
"""


def test_a_killed_import_is_whole_or_not_there(tmp_path):
    with a_dossier(tmp_path) as store:
        path = store.path
    acknowledged = 0
    for delay in (0.0, 0.011, 0.023, 0.037):
        child = subprocess.Popen(
            [sys.executable, "-c", _IMPORTS, str(path)], stdout=subprocess.PIPE, text=True
        )
        child.stdout.readline()  # it is at work
        time.sleep(delay)
        child.kill()
        acknowledged += 1 + len(child.communicate()[0].splitlines())
        with open_store(path) as store:
            documents = store.documents()
            assert acknowledged <= len(documents) <= acknowledged + 1
            acknowledged = len(documents)
            assert store.problems() == ()
            assert {len(store.version(each.version).blocks) for each in documents} == {201}
            assert len(store.history()) == len(documents)


_A_LONG_TEXT = """
import sys
import time
from pathlib import Path
from briefing_app.operations.importing import import_document
from briefing_app.store import open_store, texts
from tests.store.builders import a_long_text
write = texts.insert_blocks
def written(*bit):
    write(*bit)
    print(flush=True)
    time.sleep(0.2)  # long enough to be killed in
texts.insert_blocks = written
import_document(open_store(Path(sys.argv[1])), a_long_text())
"""


def test_a_long_text_that_was_being_written_is_whole_once_it_is_imported_again(tmp_path):
    with a_dossier(tmp_path) as store:
        path = store.path
    child = subprocess.Popen(
        [sys.executable, "-c", _A_LONG_TEXT, str(path)], stdout=subprocess.PIPE, text=True
    )
    for _bit in range(2):  # once the second is under way the first is there for good
        child.stdout.readline()
    child.kill()
    child.communicate()
    text = a_long_text()
    with open_store(path) as store:
        written = store._db.execute("SELECT count(*) FROM blocks").fetchone()[0]
        assert 0 < written < len(text.blocks)
        assert store.documents() == ()
        assert store.problems() == ()
        version = import_document(store, text).version
        assert store.version(version).blocks == text.blocks
        assert [hit.span for hit in store.find("paragraph 4999", limit=5)] == [text.blocks[-1].span]
        assert store.problems() == ()
