"""Which language a text is in."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SHORTEST, _SAMPLE = 40, 4000  # characters: of fewer nothing can be told, more make it no surer
_SURE = 0.8


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is in, empty where neither its start nor its middle tells."""
    return _told(text[: 2 * _SAMPLE]) or _told(text[len(text) // 2 :][: 2 * _SAMPLE])


def _told(part: str) -> str:
    sample = " ".join(part.split())[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if len(sample) < _SHORTEST or 2 * letters < len(sample):
        return ""
    tag, sureness = _identifier().classify(sample)
    return tag if sureness >= _SURE and len(tag) == 2 else ""  # noqa: PLR2004


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (a fifth of a second)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
