"""Files: read what the program is made of and what was named, and nothing else. By Landlock, Linux 5.13 and later."""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from briefing_app.confinement.kernel import system_call
from briefing_app.paths import resources

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on every machine
_ASK_VERSION, _BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many each version knows
_MOST_RIGHTS = 16
_PACKAGES = {"site-packages", "dist-packages"}  # also those that a person installed for themselves
# Libraries, fonts and time zones; and what a library looks into when it is loaded.
_SYSTEM = ("/usr", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache", "/dev/null", "/dev/urandom")


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def read_only(readable: Iterable[Path]) -> None:
    """Let nothing be read but the program's own and what is named, and nothing be written, made or run."""
    none = ctypes.c_void_p()
    version = system_call(_CREATE, none, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    handled = ctypes.c_uint64((1 << _RIGHTS.get(version, _MOST_RIGHTS)) - 1)
    rules = system_call(_CREATE, ctypes.byref(handled), ctypes.sizeof(handled), ctypes.c_uint32(0))
    try:
        for path in (*_own(), *readable):
            _allow(rules, path)
        system_call(_RESTRICT, rules, ctypes.c_uint32(0))
    finally:
        os.close(rules)


def _own() -> list[Path]:
    """List what the program is made of. Of Python's path only packages: it may hold the folder one stands in."""
    code = Path(__file__).resolve().parent.parent
    packages = [each for each in map(Path, sys.path) if each.name in _PACKAGES]
    return [code, resources(), *packages, *map(Path, (sys.prefix, sys.base_prefix, *_SYSTEM))]


def _allow(rules: int, path: Path) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = _READ_FILE | (_READ_FOLDER if path.is_dir() else 0)
        rule = _Beneath(allowed, opened)
        system_call(_ADD, rules, _BENEATH, ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(opened)
