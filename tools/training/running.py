"""The network as the program runs it: one sheet at a time, so that nothing is filled up or dropped.

What it computes is what it learned. Attention is one operator of ONNX Runtime's instead of a dozen, and the last layer
answers for the marks only.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx
from torch.nn import functional

from tools.training.network import HEADS, WIDTH, Layer, Network


class _Attention(torch.autograd.Function):
    @staticmethod
    def forward(
        _context: FunctionCtx, x: Tensor, weight: Tensor, bias: Tensor, sees: Tensor
    ) -> Tensor:
        rows, length, _width = x.shape
        each = (x @ weight + bias).view(rows, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = each.permute(2, 0, 3, 1, 4)
        hidden = (1 - sees[:, None]) * -1e4
        looks = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + hidden
        return (looks.softmax(-1) @ value).transpose(1, 2).reshape(rows, length, WIDTH)

    @staticmethod
    def symbolic(
        graph: Any,  # noqa: ANN401 (torch gives its type no public name)
        x: torch.Value,
        weight: torch.Value,
        bias: torch.Value,
        sees: torch.Value,
    ) -> torch.Value:
        mixed = graph.op("com.microsoft::Attention", x, weight, bias, sees, num_heads_i=HEADS)
        mixed.setType(x.type())
        return mixed


class _Layer(nn.Module):
    weight: Tensor
    bias: Tensor

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.register_buffer("weight", torch.cat([each.weight for each in parts]).T.contiguous())
        self.register_buffer("bias", torch.cat([each.bias for each in parts]))
        self.layer = layer

    def forward(self, x: Tensor, sees: Tensor, marks: Tensor | None = None) -> Tensor:
        mixed = _Attention.apply(x, self.weight, self.bias, sees)
        if marks is not None:
            x, mixed = x[:, marks:], mixed[:, marks:]
        x = self.layer.norm(self.layer.mixed(mixed) + x)
        return self.layer.last(self.layer.narrow(functional.gelu(self.layer.wide(x))) + x)


class AsRun(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(_Layer(each) for each in network.layers)

    def forward(
        self, pieces: Tensor, kinds: Tensor, places: Tensor, sees: Tensor
    ) -> tuple[Tensor, ...]:
        own = self.network
        x = own.norm(own.words(pieces) + own.places(places) + own.kinds(kinds))
        marks = sees[0, 0].sum()  # where they begin: a word sees all words, and nothing else
        for layer in self.layers[:-1]:
            x = layer(x, sees)
        seen = self.layers[-1](x, sees, marks).reshape(-1, 2 * WIDTH)
        return tuple(answer(seen) for answer in own.answers)
