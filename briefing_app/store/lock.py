"""The file beside a dossier that says who has it open."""

import getpass
import json
import os
import platform
import sys
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.language import _, format_moment
from briefing_app.store.errors import LockedError


@dataclass(frozen=True)
class Holder:
    """Who holds a lock. `pid` is 0 where the file does not say."""

    host: str
    user: str
    pid: int
    time: str


@dataclass(frozen=True)
class Lock:
    """A lock that this process holds, over a connection or several: the last of them takes it away."""

    file: Path
    holder: Holder

    def release(self) -> None:
        """Let others open the dossier, unless somebody has taken it over."""
        with _counting:
            _held[self.file] -= 1
            if _held[self.file] > 0:
                return
            del _held[self.file]
            with suppress(OSError):  # the folder may be gone; then so is the lock
                if _read(self.file) == self.holder:
                    self.file.unlink(missing_ok=True)


_held = Counter[Path]()  # by this process, how often
_counting = threading.Lock()


def acquire(path: Path, *, take_over: bool = False) -> Lock:
    """Lock a dossier for this process, by whatever path. Raises LockedError where somebody else has it open."""
    dossier = path.resolve()
    file = dossier.with_name(f"{dossier.name}.lock")
    with _counting:
        holder = _acquire(file, _myself(), path, take_over=take_over)
        _held[file] += 1
    return Lock(file, holder)


def _acquire(file: Path, mine: Holder, path: Path, *, take_over: bool) -> Holder:
    while not _write(file, mine):
        holder = _read(file)
        if holder is None:
            continue
        if (holder.host, holder.pid) == (mine.host, mine.pid):
            return holder
        if not take_over and not _is_gone(holder, mine.host):
            since = _since(holder.time)
            raise LockedError(path, host=holder.host, user=holder.user, since=since)
        file.unlink(missing_ok=True)
    return mine


def _myself() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account that has no name
        user = str(os.getpid())
    return Holder(platform.node(), user, os.getpid(), datetime.now(UTC).isoformat())


def _write(file: Path, holder: Holder) -> bool:
    """Write the lock; False where there is one already."""
    try:
        with file.open("x", encoding="utf-8") as fresh:
            json.dump(asdict(holder), fresh)
    except FileExistsError:
        return False
    return True


def _read(file: Path) -> Holder | None:
    """Read who holds a lock, None where it is gone by now. What says nothing is held by somebody unknown."""
    try:
        stored = json.loads(file.read_text("utf-8"))
        return Holder(
            str(stored["host"]), str(stored["user"]), int(stored["pid"]), str(stored["time"])
        )
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return Holder(_("an unknown computer"), _("somebody"), 0, "")


def _since(time: str) -> str:
    try:
        return format_moment(datetime.fromisoformat(time))
    except ValueError:
        return _("an unknown time")


def _is_gone(holder: Holder, host: str) -> bool:
    return holder.host == host and holder.pid > 0 and not _runs(holder.pid)


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (there is no such library elsewhere)

        # os.kill would end the process there
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)  # noqa: FBT003
        return bool(handle and ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
