"""Writes the trained network as it is shipped: ONNX with whole-number weights, its vocabulary, its labels."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from tools.training.network import DOER, END, HEADS, OPENING, WIDTH, Network
from tools.training.running import AsRun

LABELS = ("stances", "statuses", "issues")
OURS = "com.microsoft"  # the operators that ONNX Runtime adds to the standard's
FLOAT = 1  # as ONNX numbers it


def write(
    network: Network,
    folder: Path,
    vocabulary: Sequence[str],
    labels: Sequence[Sequence[str]],
    learned_from: str,
) -> None:
    """Write all that the program reads; `learned_from` is the digest of the texts."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings(action="ignore"):
        full = Path(place, "full.onnx")
        _export(AsRun(network).eval(), full)
        fused = Path(place, "fused.onnx")
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False  # only with a mask
        options.enable_bias_gelu = False  # slower than the sum and the function by themselves
        model = optimize_model(
            str(full), "bert", HEADS, WIDTH, optimization_options=options, opt_level=0
        )
        model.save_model_to_file(str(fused))
        quantize_dynamic(
            fused,
            folder / "clauses.onnx",
            weight_type=QuantType.QInt8,
            reduce_range=True,  # seven bits: the same answer on processors with and without VNNI
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm", "Attention"],
            extra_options={"DefaultTensorType": FLOAT},  # of what those operators give
        )
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    told = dict(zip(LABELS, labels, strict=True)) | {"learned_from": learned_from}
    (folder / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _export(network: AsRun, path: Path) -> None:
    words, marks = [OPENING, 50, 60, 3], [END, DOER, END, DOER]
    places = [*range(len(words)), 1, 1, 2, 2]
    sees = torch.zeros(1, len(places), len(places), dtype=torch.int32)
    sees[:, :, : len(words)] = 1
    torch.onnx.export(
        network,
        (torch.tensor([words + marks]), torch.zeros(1, 8, dtype=int), torch.tensor([places]), sees),
        str(path),
        input_names=["pieces", "kinds", "places", "sees"],
        output_names=list(LABELS),
        dynamic_axes={
            **{name: {1: "width"} for name in ("pieces", "kinds", "places")},
            "sees": {1: "width", 2: "width"},
            **{name: {0: "questions"} for name in LABELS},
        },
        opset_version=17,
        custom_opsets={OURS: 1},
        dynamo=False,
    )
