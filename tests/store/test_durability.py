"""What is left of a dossier whose program is killed in the middle of its work."""

import subprocess
import sys
import time

from briefing_app.store import open_store
from tests.store.builders import a_dossier

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
