"""What sees everything that a process and its children do, whatever their language: the kernel. Linux alone."""

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import AF_UNIX

from briefing_app.confinement import calls

watched = sys.platform == "linux" and platform.machine() in calls._MACHINES

_OPENED_OR_READ = 0x20 | 0x01
_SOCKET = calls._REFUSED["socket"]


def forbid_networks_by_death() -> None:
    """Have the kernel kill this process, and each that it starts, when it asks for a socket to another machine."""
    place = list(calls._MACHINES).index(platform.machine())
    number = _SOCKET[place]
    assert number is not None
    step = calls._step
    calls.gain_nothing()
    calls.set_filter(
        step(calls._LOAD, calls._NUMBER)
        + step(calls._EQUAL, number, past=3)
        + step(calls._LOAD, calls._ARGUMENT)
        + step(calls._EQUAL, AF_UNIX, held=1)
        + step(calls._ANSWER, calls._KILL)
        + step(calls._ANSWER, calls._ALLOW)
    )


@contextmanager
def opened_in(folder: Path) -> Iterator[list[str]]:
    """List, by the end of it, the files of a folder that anybody opened or read meanwhile."""
    libc, names = ctypes.CDLL(None, use_errno=True), list[str]()
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert watch >= 0
    try:
        assert libc.inotify_add_watch(watch, os.fsencode(folder), _OPENED_OR_READ) >= 0
        yield names
        names += _names(watch)
    finally:
        os.close(watch)


def _names(watch: int) -> Iterator[str]:
    try:
        while events := os.read(watch, 1 << 16):
            while events:
                length = struct.unpack_from("iIII", events)[3]
                yield events[16 : 16 + length].rstrip(b"\0").decode()
                events = events[16 + length :]
    except BlockingIOError:
        return
