"""Lets NumPy multiply the parser's matrices: its OpenBLAS knows more processors than the BLIS that spaCy brings.

Where BLIS falls back to its generic code, parsing takes half as long again. Loaded only with the parser: it imports
what spaCy runs on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language


class ByNumPy(NumpyOps):  # pyright: ignore[reportUntypedBaseClass]
    """The operations of a processor, with NumPy's product of two matrices."""

    def gemm(
        self,
        x: np.ndarray,
        y: np.ndarray,
        out: np.ndarray | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> np.ndarray:
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def multiply_by_numpy(model: Language) -> None:
    """Have every layer of a language's networks multiply by NumPy."""
    ops = ByNumPy()
    for _name, pipe in model.pipeline:
        network = getattr(pipe, "model", None)
        for layer in network.walk() if network is not None else ():
            layer.ops = ops
