"""The trained judge of clauses: what stance and what outcome the words tell, and on which issue.

A small transformer reads each clause in its sentence; `make train` makes it. This is the one place where ONNX Runtime
is called. Without it, or without the model, the rules stand alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from briefing_app.extraction.windows import FILLING, Window, encoded
from briefing_app.paths import resources

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

BATCH = 16
NONE = "none"


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


def unasked() -> None:
    """Let nobody end the work."""


@dataclass(frozen=True)
class Classifier:
    session: InferenceSession
    vocabulary: Mapping[str, int]
    labels: Labels

    def judge(self, windows: Sequence[Window], waiting: Callable[[], None] = unasked) -> list[Odds]:
        """Judge clauses; the same ones in the same order are always answered the same.

        `waiting` is called between batches; what it raises ends the work.
        """
        read = [encoded(each, self.vocabulary) for each in windows]
        order = sorted(range(len(read)), key=lambda n: len(read[n][0]))
        found: dict[int, Odds] = {}
        for start in range(0, len(order), BATCH):
            waiting()
            batch = order[start : start + BATCH]
            found |= zip(batch, self._odds([read[n] for n in batch]), strict=True)
        return [found[n] for n in range(len(read))]

    def _odds(self, batch: Sequence[tuple[list[int], list[int]]]) -> Iterator[Odds]:
        width = max(len(numbers) for numbers, _kinds in batch)
        filling = self.vocabulary[FILLING]
        numbers = np.array([each + [filling] * (width - len(each)) for each, _kinds in batch])
        kinds = np.array([each + [0] * (width - len(each)) for _numbers, each in batch])
        answers = cast(
            "list[np.ndarray]", self.session.run(None, {"pieces": numbers, "kinds": kinds})
        )
        for row in zip(*(_shares(each) for each in answers), strict=True):
            yield Odds(self.labels, tuple(row))


def _shares(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@lru_cache(maxsize=1)
def load_classifier(folder: Path | None = None) -> Classifier | None:
    """Load the model that is shipped; None where it, or what runs it, is missing."""
    folder = folder or resources() / "classifier"
    try:
        import onnxruntime  # noqa: PLC0415 (only imported once it is needed)
    except ImportError:
        return None
    if not (folder / "clauses.onnx").is_file():
        return None
    onnxruntime.set_default_logger_severity(3)
    onnxruntime.disable_telemetry_events()  # what it would tell Windows
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # --jobs takes the cores
    session = onnxruntime.InferenceSession(
        str(folder / "clauses.onnx"), options, providers=["CPUExecutionProvider"]
    )
    words = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    return Classifier(
        session,
        {word: number for number, word in enumerate(words)},
        tuple(tuple(labels[kind]) for kind in ("stances", "statuses", "issues")),
    )
