"""Makes the network that has learned a third shorter: four of its six layers, taught to answer as all six do.

That is knowledge distillation in the manner of DistilBERT (Sanh et al., 2019). The short network learns no gold, only
what the long one answers, and so also from texts whose gold is kept for measuring.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from briefing_app.extraction.windows import Window, encoded
from tools.training.fitting import Course, batches, padded, teach
from tools.training.network import Network

KEPT = (
    0,
    2,
    4,
    5,
)  # of all fifteen choices of four, whose answers were nearest before any teaching
EPOCHS, BATCH, SEED = 2, 32, 0
RATE, WARM_UP = 1e-4, 0.04
DROPPED = 0.05
ALIKE = 5  # how much it counts that what the answers are made of is alike, beside the answers


@dataclass(frozen=True)
class Lesson:
    """A window's pieces, what the long network answers, and what it makes its answers of."""

    pieces: list[int]
    kinds: list[int]
    answers: tuple[Tensor, ...]
    seen: Tensor


def shortened(long: Network, windows: Sequence[Window], vocabulary: Mapping[str, int]) -> Network:
    """Return a shorter network that has learned the long one's answers, and print how far it is from them."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    short = copy.deepcopy(long)
    short.layers = nn.ModuleList(short.layers[each] for each in KEPT)
    for each in short.modules():
        if isinstance(each, nn.Dropout):
            each.p = DROPPED
    lessons = _lessons(long, dict.fromkeys(_varied(windows)), vocabulary, chance)
    optimizer = torch.optim.AdamW(short.parameters(), lr=RATE, weight_decay=0.01)
    teach(short, lessons, _distance, optimizer, chance, Course(EPOCHS, BATCH, WARM_UP))
    return short


def _varied(windows: Sequence[Window]) -> Iterator[Window]:
    """Give each window also without the sentence before, and as if it were the other's position."""
    for each in windows:
        yield each
        yield replace(each, before="")
        yield replace(each, by_speaker=not each.by_speaker)


def _lessons(
    long: Network,
    windows: Mapping[Window, None],
    vocabulary: Mapping[str, int],
    chance: random.Random,
) -> list[Lesson]:
    long.eval()
    asked = [Lesson(*encoded(each, vocabulary), (), torch.empty(0)) for each in windows]
    found: list[Lesson] = []
    for batch in batches(asked, chance, BATCH):
        with torch.no_grad():
            seen = long.read(*padded(batch))
            answers = [answer(seen).log_softmax(-1) for answer in long.answers]
        found += [
            replace(each, answers=tuple(of[n] for of in answers), seen=seen[n])
            for n, each in enumerate(batch)
        ]
    return found


def _distance(short: Network, batch: Sequence[Lesson]) -> Tensor:
    """Return how far the short network's answers are from the long one's, and what it makes them of."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = short.read(*padded(batch))
        answers = [answer(short.drop(seen)) for answer in short.answers]
    away = [
        functional.kl_div(
            own.float().log_softmax(-1),
            torch.stack([each.answers[n] for each in batch]),
            log_target=True,
            reduction="batchmean",
        )
        for n, own in enumerate(answers)
    ]
    unlike = functional.mse_loss(seen.float(), torch.stack([each.seen for each in batch]))
    return torch.stack(away).sum() + ALIKE * unlike
