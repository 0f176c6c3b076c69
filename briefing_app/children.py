"""How a child process comes to be: spawned anew, or forked off a process that has loaded what it needs beforehand.

A spawned child loads its libraries each time, up to a quarter of a second for each file of thousands. The process that
others are forked off is itself spawned, reads nothing of anybody's, and ends with the one that asked for it.
"""

import sys
from collections import Counter
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext

_FEW = 2  # children that are spawned first: for a file or two, loading everything takes longer than it saves
_asked: Counter[str] = Counter()


def started(
    work: "Callable[..., None]", arguments: tuple[object, ...], *, loaded: str
) -> BaseProcess:
    """Start a child, after some of the kind with the module `loaded` in it already, where the system forks safely.

    The first module that is asked for is the one that all are forked with.
    """
    _asked[loaded] += 1
    if loaded and sys.platform == "linux" and _asked[loaded] > _FEW:
        context = get_context("forkserver")
        context.set_forkserver_preload(["__main__", loaded])
        try:
            return _process(context, work, arguments)
        except OSError:  # the two meet by a file, and the disk may be full
            pass
    return _process(get_context("spawn"), work, arguments)


def _process(
    context: "BaseContext", work: "Callable[..., None]", arguments: tuple[object, ...]
) -> BaseProcess:
    child = context.Process(target=work, args=arguments, daemon=True)  # pyright: ignore
    child.start()
    return child
