"""The way to the kernel: a call by its number or its name, whose failure is an OSError."""

import ctypes
import os

_LIBC = ctypes.CDLL(None, use_errno=True)


def checked(answer: int) -> int:
    """Return a call's answer. Raises OSError where it is none."""
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer


def system_call(number: int, *arguments: object) -> int:
    return checked(_LIBC.syscall(ctypes.c_long(number), *arguments))


def prctl(option: int, *arguments: object) -> int:
    return checked(_LIBC.prctl(ctypes.c_int(option), *arguments))
