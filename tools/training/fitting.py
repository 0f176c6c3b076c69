"""Teaches the network: every clause counts by what is known of it, in the same order each time."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch
from torch import Tensor, nn

from tools.training.examples import Example
from tools.training.marked import encoded
from tools.training.network import FILLING, MASK, SPECIAL, Network

EPOCHS, BATCH, SEED = 5, 32, 0
RATE, OF_ANSWERS = 5e-5, 20  # of learning, and how much faster the answers learn than the encoder
WARM_UP, LAST = 0.06, 0.02  # shares of the steps, and of the rate
HIDDEN = 0.05  # share of the pieces hidden in each round, so that no single word decides
MIXED = 20  # batches among which lengths are sorted


class Read(Protocol):
    """What a network reads, with whatever it is to answer."""

    @property
    def pieces(self) -> list[int]: ...
    @property
    def kinds(self) -> list[int]: ...


@dataclass(frozen=True)
class Course:
    """How often all rows are gone through, how many at once, and over which share of the steps the rate rises."""

    rounds: int
    batch: int
    warm_up: float


AnyRead = TypeVar("AnyRead", bound=Read)


@dataclass(frozen=True)
class Row:
    pieces: list[int]
    kinds: list[int]
    answers: tuple[tuple[int, ...], ...]  # any of which is right; empty where nothing is known
    weights: tuple[float, float, float]


def rows_of(
    examples: Sequence[Example],
    vocabulary: Mapping[str, int],
    labels: Sequence[Sequence[str]],
) -> list[Row]:
    numbers = [{label: n for n, label in enumerate(each)} for each in labels]
    rows: list[Row] = []
    for each in examples:
        pieces, kinds = encoded(each.window, vocabulary)
        known = zip(numbers, (each.stances, each.statuses, each.issues), strict=True)
        answers = tuple(tuple(of[label] for label in right if label in of) for of, right in known)
        rows.append(Row(pieces, kinds, answers, (each.stance_weight, each.status_weight, 1.0)))
    return rows


def fit(network: Network, rows: Sequence[Row]) -> None:
    """Train the network in place, and print each round's loss."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    answers = list(network.answers.parameters())
    encoder = [each for name, each in network.named_parameters() if not name.startswith("answers")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": answers, "lr": RATE * OF_ANSWERS}],
        weight_decay=0.01,
    )
    teach(network, rows, _loss, optimizer, chance, Course(EPOCHS, BATCH, WARM_UP))


def teach(
    network: Network,
    rows: Sequence[AnyRead],
    loss_of: Callable[[Network, Sequence[AnyRead]], Tensor],
    optimizer: torch.optim.Optimizer,
    chance: random.Random,
    course: Course,
) -> None:
    """Train the network in place by any measure of its loss, and print each round's; the rate rises, then falls."""
    steps = course.rounds * math.ceil(len(rows) / course.batch)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, (n + 1) / (steps * course.warm_up)) * max(LAST, 1 - n / steps)
    )
    network.train()
    for number in range(course.rounds):
        total = 0.0
        for batch in batches(rows, chance, course.batch):
            loss = loss_of(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += loss.item()
        mean = total * course.batch / len(rows)
        print(f"round {number + 1} of {course.rounds}: loss {mean:.3f}", flush=True)
    network.eval()


def batches(rows: Sequence[AnyRead], chance: random.Random, size: int) -> Iterator[list[AnyRead]]:
    """Mix the rows, those of like length together."""
    order = list(range(len(rows)))
    chance.shuffle(order)
    near = size * MIXED
    order = [
        n
        for start in range(0, len(order), near)
        for n in sorted(order[start : start + near], key=lambda n: len(rows[n].pieces))
    ]
    mixed = [order[start : start + size] for start in range(0, len(order), size)]
    chance.shuffle(mixed)
    return ([rows[n] for n in batch] for batch in mixed)


def padded(batch: Sequence[Read]) -> tuple[Tensor, Tensor]:
    """Return the pieces and the kinds of a batch, all as long as its longest."""
    width = max(len(row.pieces) for row in batch)
    pieces = torch.tensor([row.pieces + [FILLING] * (width - len(row.pieces)) for row in batch])
    kinds = torch.tensor([row.kinds + [0] * (width - len(row.kinds)) for row in batch])
    return pieces, kinds


def _loss(network: Network, batch: Sequence[Row]) -> Tensor:
    pieces, kinds = padded(batch)
    hidden = (torch.rand(pieces.shape) < HIDDEN) & (pieces >= len(SPECIAL))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(pieces.masked_fill(hidden, MASK), kinds)
    parts = [
        _cross_entropy(each, [row.answers[n] for row in batch], [row.weights[n] for row in batch])
        for n, each in enumerate(scores)
    ]
    return torch.stack(parts).sum()


def _cross_entropy(
    scores: Tensor, answers: Sequence[tuple[int, ...]], weights: Sequence[float]
) -> Tensor:
    """Return how surprising it is that any of the right answers is right, in the weighted mean."""
    logs = scores.float().log_softmax(-1)
    known = [n for n, right in enumerate(answers) if right]
    if not known:
        return scores.sum() * 0.0
    surprise = torch.stack([-torch.logsumexp(logs[n, list(answers[n])], 0) for n in known])
    weight = torch.tensor([weights[n] for n in known])
    return (surprise * weight).sum() / weight.sum()
