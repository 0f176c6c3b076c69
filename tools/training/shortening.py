"""Makes the network that has learned smaller: four of its six layers, which read a sentence once for all its clauses.

That is knowledge distillation in the manner of DistilBERT (Sanh et al., 2019). The long network reads each clause by
itself, its marks among the words; the short one answers the same of a whole sheet. It learns no gold, only what the
long one answers, and so also from texts whose gold is kept for measuring.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from briefing_app.extraction.sheets import sheets_of
from briefing_app.extraction.windows import Window
from tools.training.fitting import Course, batches, padded, teach
from tools.training.marked import encoded
from tools.training.network import END, OPENING, Network

KEPT = (0, 2, 4, 5)  # layers: of all choices of four those whose answers were nearest untaught
EPOCHS, BATCH, SEED = 4, 24, 0
RATE, WARM_UP = 1.5e-4, 0.04
ASKED_AT_ONCE = 64  # windows of the long network
DROPPED = 0.05
ALIKE = 5  # how much it counts that what the answers are made of is alike, beside the answers


@dataclass(frozen=True)
class Marked:
    """A window as the long network reads it, and its number."""

    pieces: list[int]
    kinds: list[int]
    number: int


@dataclass(frozen=True)
class Lesson:
    """A sheet as it is read, where its marks begin, and the numbers of the windows that it asks about."""

    pieces: list[int]
    kinds: list[int]
    places: Tensor
    sees: Tensor
    marks: int
    asked: list[int]


@dataclass(frozen=True)
class Answers:
    """What the long network answers of each window, by kind of label, and what it makes its answers of."""

    by_kind: tuple[Tensor, ...]  # logarithms of the odds
    seen: Tensor


def shortened(long: Network, windows: Sequence[Window], vocabulary: Mapping[str, int]) -> Network:
    """Return a smaller network that has learned the long one's answers, and print how far it is from them."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    short = copy.deepcopy(long)
    short.layers = nn.ModuleList(short.layers[each] for each in KEPT)
    with torch.no_grad():  # of a pair of marks, the first does what the sentence's first piece did
        short.words.weight[END] = short.words.weight[OPENING]
    for each in short.modules():
        if isinstance(each, nn.Dropout):
            each.p = DROPPED
    varied = list(dict.fromkeys(_varied(windows)))
    answers = _answers(long, varied, vocabulary, chance)
    lessons = list(_lessons(varied, vocabulary))
    optimizer = torch.optim.AdamW(short.parameters(), lr=RATE, weight_decay=0.01)

    def distance(network: Network, batch: Sequence[Lesson]) -> Tensor:
        return _distance(network, batch, answers)

    teach(short, lessons, distance, optimizer, chance, Course(EPOCHS, BATCH, WARM_UP))
    return short


def _varied(windows: Sequence[Window]) -> Iterator[Window]:
    """Give each window also without the sentence before, and as if it were the other's position."""
    for each in windows:
        for before in (each.before, ""):
            for by_speaker in (False, True):
                yield replace(each, before=before, by_speaker=by_speaker)


def _answers(
    long: Network, windows: Sequence[Window], vocabulary: Mapping[str, int], chance: random.Random
) -> Answers:
    long.eval()
    marked = [Marked(*encoded(each, vocabulary), n) for n, each in enumerate(windows)]
    found: dict[int, Tensor] = {}
    for batch in batches(marked, chance, ASKED_AT_ONCE):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            seen = long.read(*padded(batch)).float()
        found.update(zip((each.number for each in batch), seen, strict=True))
    seen = torch.stack([found[n] for n in range(len(windows))])
    with torch.no_grad():
        return Answers(tuple(answer(seen).log_softmax(-1) for answer in long.answers), seen)


def _lessons(windows: Sequence[Window], vocabulary: Mapping[str, int]) -> Iterator[Lesson]:
    for sheet in sheets_of(windows, vocabulary):
        written = sheet.written(vocabulary)
        yield Lesson(
            written["pieces"][0].tolist(),
            written["kinds"][0].tolist(),
            torch.from_numpy(written["places"][0]),
            torch.from_numpy(written["sees"][0] > 0),
            len(sheet.words),
            [each.asked for each in sheet.questions],
        )


def _distance(short: Network, batch: Sequence[Lesson], answers: Answers) -> Tensor:
    """Return how far the short network's answers are from the long one's, and what it makes them of."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = _seen(short, batch)
        own = [answer(short.drop(seen)) for answer in short.answers]
    asked = [number for each in batch for number in each.asked]
    away = [
        functional.kl_div(
            ours.float().log_softmax(-1), theirs[asked], log_target=True, reduction="batchmean"
        )
        for ours, theirs in zip(own, answers.by_kind, strict=True)
    ]
    unlike = functional.mse_loss(seen.float(), answers.seen[asked])
    return torch.stack(away).sum() + ALIKE * unlike


def _seen(short: Network, batch: Sequence[Lesson]) -> Tensor:
    """Return what the network makes its answers of: the last layer at each pair of marks."""
    pieces, kinds = padded(batch)
    places = torch.zeros_like(pieces)
    sees = torch.zeros((*pieces.shape, pieces.shape[1]), dtype=torch.bool)
    sees[:, :, 0] = True  # what only fills a row up sees something, so that it can be computed
    for row, each in enumerate(batch):
        length = len(each.pieces)
        places[row, :length] = each.places
        sees[row, :length, :length] = each.sees
    x = short.encode(pieces, kinds, places, sees)
    pairs = [
        (row, each.marks + 2 * n) for row, each in enumerate(batch) for n in range(len(each.asked))
    ]
    rows, firsts = torch.tensor(pairs).T
    return torch.cat([x[rows, firsts], x[rows, firsts + 1]], -1)
