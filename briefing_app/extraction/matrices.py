"""Lets NumPy multiply the parser's matrices: its OpenBLAS knows more processors than the BLIS that spaCy brings.

Where BLIS falls back to its generic code, a product takes three times as long, and parsing half as long again. Loaded
only with the parser: it imports what spaCy runs on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language


def multiply_by_numpy(model: Language) -> None:
    """Have every layer of a language's networks multiply by NumPy."""
    ops = NumpyOps(use_blis=False)
    for _name, pipe in model.pipeline:
        network = getattr(pipe, "model", None)
        for layer in network.walk() if network is not None else ():
            layer.ops = ops
