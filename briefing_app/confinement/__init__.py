"""What a child gives up by itself, for good, before it touches anything of a stranger's: only Linux has such means.

Each holds where the kernel knows it, and is left out where it does not: `safety` finds out by trying what holds.
"""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def confine(readable: Iterable[Path]) -> None:
    """Give up the network, other programs and processes, and every file but the program's own and `readable`.

    It binds the calling thread and what that starts, so that a process does it before it has a second thread.
    """
    if sys.platform != "linux":
        return
    from briefing_app.confinement import calls, files  # noqa: PLC0415 (ctypes, in the child alone)

    with suppress(OSError):
        calls.gain_nothing()
    with suppress(OSError):
        files.read_only(readable)
    with suppress(OSError):
        calls.refuse()
