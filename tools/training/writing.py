"""Writes the trained network as it is shipped: ONNX with whole-number weights, its vocabulary, its labels."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tools.training.network import DOER, Network

LABELS = ("stances", "statuses", "issues")


def write(
    network: Network,
    folder: Path,
    vocabulary: Sequence[str],
    labels: Sequence[Sequence[str]],
    learned_from: str,
) -> None:
    """Write all that the program reads; `learned_from` is the digest of the texts."""
    folder.mkdir(exist_ok=True)
    pieces = torch.tensor([[2, 50, DOER, 60, 61, 7, 3, 0], [2, 50, DOER, 60, 61, 7, 3, 9]])
    sizes = {name: {0: "batch", 1: "width"} for name in ("pieces", "kinds")}
    sizes |= {name: {0: "batch"} for name in LABELS}
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings(action="ignore"):
        full = Path(place, "full.onnx")
        torch.onnx.export(
            network,
            (pieces, torch.zeros_like(pieces)),
            str(full),
            input_names=["pieces", "kinds"],
            output_names=list(LABELS),
            dynamic_axes=sizes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            folder / "clauses.onnx",
            weight_type=QuantType.QInt8,
            reduce_range=True,  # seven bits: the same answer on processors with and without VNNI
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    told = dict(zip(LABELS, labels, strict=True)) | {"learned_from": learned_from}
    (folder / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
