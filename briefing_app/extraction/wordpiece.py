"""Words into the pieces that the classifier knows, as WordPiece cuts them (Devlin et al., 2019): lower case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
UNSEEN = frozenset({"Mn", "Cf"})  # accents, soft hyphens and what else takes no room
LONGEST = 40  # code points of a word; a longer one is no word
UNKNOWN = "[UNK]"


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Return the numbers of a text's pieces: lower case, no accents, the longest known beginning first."""
    plain = unicodedata.normalize("NFD", text.lower())
    bare = "".join(each for each in plain if unicodedata.category(each) not in UNSEEN)
    return [number for word in PIECE.findall(bare) for number in _of_word(word, vocabulary)]


def _of_word(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(word) <= LONGEST:
        mark = "##" if start else ""
        end = next(
            (n for n in range(len(word), start, -1) if mark + word[start:n] in vocabulary), 0
        )
        if not end:
            break
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found if found and start == len(word) else [vocabulary[UNKNOWN]]
