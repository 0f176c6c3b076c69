"""The trained judge of clauses: what stance and what outcome the words tell, and on which issue.

A small transformer reads each sentence; `make train` makes it. This is the one place where ONNX Runtime
is called. Without it, or without the model, the rules stand alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from briefing_app.extraction.listening import Report, unheard
from briefing_app.extraction.sheets import Sheet, sheets_of
from briefing_app.extraction.windows import Window
from briefing_app.paths import resources
from briefing_app.workers import usual_workers

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NONE = "none"
FILES = ("clauses.onnx", "vocabulary.txt", "labels.json")


Labels = tuple[tuple[str, ...], ...]  # of stances, statuses and issues


@dataclass(frozen=True)
class Odds:
    """How likely each stance, status and issue is, from 0 to 1; `none` stands for no position, or no outcome.

    Kept as arrays: a long text has ten thousand clauses.
    """

    labels: Labels
    shares: tuple[np.ndarray, ...]

    @property
    def stances(self) -> Mapping[str, float]:
        return self._named(0)

    @property
    def statuses(self) -> Mapping[str, float]:
        return self._named(1)

    @property
    def issues(self) -> Mapping[str, float]:
        return self._named(2)

    def _named(self, kind: int) -> Mapping[str, float]:
        return dict(zip(self.labels[kind], self.shares[kind].tolist(), strict=True))


Judge = Callable[[Sequence[Window]], list[Odds]]


@dataclass(frozen=True)
class Classifier:
    session: InferenceSession
    vocabulary: Mapping[str, int]
    labels: Labels
    threads: int = 1

    def judge(self, windows: Sequence[Window], report: Report = unheard) -> list[Odds]:
        """Judge each clause; those of one sentence together, as it is read once for all of them.

        Several sentences are judged at once, each by one thread: that is faster than several threads on one, and not
        slower where other programs want the cores. `report` hears how many of how many clauses are judged; what it
        raises ends the work.
        """
        found: dict[int, Odds] = {}
        sheets = list(sheets_of(windows, self.vocabulary))
        with _mapping(self.threads) as spread:
            for sheet, answers in zip(sheets, spread(self._odds, sheets), strict=True):
                report(len(found), len(windows))
                asked = (each.asked for each in sheet.questions)
                found.update(zip(asked, answers, strict=True))
        return [found[number] for number in range(len(windows))]

    def _odds(self, sheet: Sheet) -> list[Odds]:
        answers = cast("list[np.ndarray]", self.session.run(None, sheet.written(self.vocabulary)))
        return [Odds(self.labels, tuple(map(_shares, each))) for each in zip(*answers, strict=True)]


@contextmanager
def _mapping(threads: int) -> Generator[Callable[..., Iterable[list[Odds]]]]:
    """Give a `map`, by as many threads; what is left of the work is dropped at the end."""
    if threads == 1:
        yield map
        return
    pool = ThreadPoolExecutor(threads)
    try:
        yield pool.map
    finally:
        pool.shutdown(cancel_futures=True)


def _shares(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


@lru_cache(maxsize=1)
def load_classifier(folder: Path | None = None) -> Classifier | None:
    """Load the model that is shipped; None where it, or what runs it, is missing."""
    folder = folder or resources() / "classifier"
    # A version other than the one that is asked for would send what it does to its makers, from its import on.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime  # noqa: PLC0415 (only imported once it is needed)
    except ImportError:
        return None
    if not all((folder / name).is_file() for name in FILES):
        return None
    onnxruntime.set_default_logger_severity(3)
    onnxruntime.disable_telemetry_events()  # what it would tell Windows
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "clauses.onnx"), options, providers=["CPUExecutionProvider"]
    )
    words = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    return Classifier(
        session,
        {word: number for number, word in enumerate(words)},
        tuple(tuple(labels[kind]) for kind in ("stances", "statuses", "issues")),
        # A worker process has siblings on the other cores.
        threads=1 if parent_process() is not None else usual_workers(),
    )
