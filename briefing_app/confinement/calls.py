"""System calls: none that opens a network, starts a program or touches another process. By seccomp."""

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterator

from briefing_app.confinement.kernel import prctl

_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2  # as prctl counts
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _MACHINE, _ARGUMENT = 0, 4, 16  # where in what the filter is asked about
_ALLOW, _KILL = 0x7FFF_0000, 0x8000_0000
_DENIED, _UNKNOWN = 0x0005_0000 | errno.EPERM, 0x0005_0000 | errno.ENOSYS
_THREAD = 0x1_0000  # the flag that makes of a new process a thread
_X32 = 0x4000_0000  # numbers from here on are the same calls by another name

_MACHINES = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
_Numbers = tuple[int | None, int | None]  # on these two machines
_REFUSED: dict[str, _Numbers] = {
    "socket": (41, 198),
    "connect": (42, 203),
    "socketpair": (53, 199),  # whose ends can send to any other of the machine's own
    "io_uring_setup": (425, 425),  # by which all of this can be had as well
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "shmget": (29, 194),  # memory and messages that every program of the person's shares
    "shmat": (30, 196),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (
        249,
        218,
    ),  # for which the kernel starts a program, and one of them asks for names on the network
    "keyctl": (250, 219),
    "unshare": (272, 97),  # by which more rights are had, and more of the kernel is reached
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
}
_CLONE: _Numbers = (56, 220)
_CLONE3: _Numbers = (435, 435)
_TGKILL: _Numbers = (234, 131)
_PRLIMIT: _Numbers = (302, 261)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def gain_nothing() -> None:
    """Let no program that is started have more rights than this one."""
    prctl(_NO_NEW_PRIVILEGES, *(ctypes.c_ulong(each) for each in (1, 0, 0, 0)))


def refuse() -> None:
    """Have the kernel refuse the calls, after `gain_nothing`. Raises OSError where it cannot be had."""
    machine = platform.machine()
    if machine not in _MACHINES:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    set_filter(b"".join(_steps(_MACHINES[machine], list(_MACHINES).index(machine))))


def set_filter(steps: bytes) -> None:
    """Have the kernel ask this filter at each system call, besides those that were set before."""
    program = _Program(len(steps) // 8, steps)
    prctl(_SET_FILTER, ctypes.c_ulong(_FILTER), ctypes.byref(program))


def _steps(code: int, machine: int) -> Iterator[bytes]:
    """Write the filter: what a call is by its number, and for two of them by what is asked of it."""
    yield from (_step(_LOAD, _MACHINE), _step(_EQUAL, code, held=1), _step(_ANSWER, _KILL))
    yield _step(_LOAD, _NUMBER)
    yield from (_step(_AT_LEAST, _X32, past=1), _step(_ANSWER, _DENIED))
    for numbers in _REFUSED.values():
        yield from _answered(numbers[machine], _DENIED)
    # Threads may begin and processes not: the C library asks again by the old call, whose flags can be seen.
    yield from _answered(_CLONE3[machine], _UNKNOWN)
    yield from _only_where(_CLONE[machine], _ANY_BIT, _THREAD)
    yield from _only_where(_TGKILL[machine], _EQUAL, os.getpid())  # by which a process aborts
    yield from _only_where(_PRLIMIT[machine], _EQUAL, 0)  # its own limits, no other's
    yield _step(_ANSWER, _ALLOW)


def _answered(number: int | None, answer: int) -> Iterator[bytes]:
    if number is not None:
        yield from (_step(_EQUAL, number, past=1), _step(_ANSWER, answer))


def _only_where(number: int | None, test: int, value: int) -> Iterator[bytes]:
    """Allow a call where a test of its first argument holds."""
    if number is not None:
        yield from (_step(_EQUAL, number, past=4), _step(_LOAD, _ARGUMENT))
        yield from (_step(test, value, past=1), _step(_ANSWER, _ALLOW), _step(_ANSWER, _DENIED))


def _step(code: int, value: int, *, held: int = 0, past: int = 0) -> bytes:
    """Write one step. A test that holds skips `held` steps after it, one that does not skips `past`."""
    return struct.pack("HBBI", code, held, past, value)
