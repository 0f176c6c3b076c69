"""What the isolated child does: a constant template, the words as data, a PDF. The only importer of typst."""

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing_app.export.glyphs import by_number, clusters, code, font_characters, seen, unshown
from briefing_app.isolation import Refusal

FAULT, NO_PICTURE = "not_typeset", "no_picture"
_SIGN = "sign"  # of a stance or a status: the typesetter brings the font that has them all

Coverage = Sequence[frozenset[int]]


@dataclass(frozen=True)
class _Fonts:
    """Which fonts are at hand."""

    folders: tuple[Path, ...]
    system: bool = False
    scripts: tuple[str, ...] = ()  # families that follow the reading fonts


def typeset(request: bytes) -> bytes:
    """Typeset the words of a request, whose characters no font has are printed by their numbers."""
    # Threads cost of the memory that is limited, and a briefing is too small to gain by many.
    os.environ["RAYON_NUM_THREADS"] = "2"
    asked = json.loads(request)
    for fonts, strange in _at_hand(asked):
        made = _compiled(asked, strange, fonts)
        if made is not None:
            return made
    raise Refusal(NO_PICTURE if _is_at_fault(asked) else FAULT)


def _at_hand(asked: dict[str, Any]) -> Iterator[tuple[_Fonts, set[str]]]:
    """Give as few fonts as show everything, and what they do not: the reading fonts, other scripts', the system's.

    A shaper knows more than a character map: what it still refuses is shown by fewer fonts, and by numbers.
    """
    found = list(_with_fewest(asked, json.loads(asked["words"])))
    yield from reversed(found)


def _with_fewest(asked: dict[str, Any], words: object) -> Iterator[tuple[_Fonts, set[str]]]:
    folders = tuple(map(Path, asked["fonts"]))
    yield _Fonts(folders), (strange := _unshown(words, _coverage(folders)))
    if strange:
        folders = (*folders, *map(Path, asked["other_fonts"]))
        shipped = _Fonts(folders, scripts=tuple(asked["scripts"]))
        coverage = _coverage(folders)
        yield shipped, (strange := _unshown(words, coverage))
        if strange:
            everything = [*coverage, *_system_coverage(folders)]
            yield replace(shipped, system=True), _unshown(words, everything)


def _coverage(folders: Iterable[Path]) -> list[frozenset[int]]:
    files = (file for folder in folders for file in sorted(folder.glob("*.[to]t[fc]")))
    return [font_characters(file) for file in files]


def _is_at_fault(asked: dict[str, Any]) -> bool:
    """Tell whether it is the logo that cannot be set."""
    import typst  # noqa: PLC0415

    name, root = asked["look"]["logo"], asked["root"]
    try:
        typst.compile(f'#image("{name}")'.encode(), root=root, format="pdf")
    except typst.TypstError:
        return bool(name)
    return False


def _system_coverage(folders: Iterable[Path]) -> list[frozenset[int]]:
    """Read the character maps of the system's fonts: late, as a computer may have thousands."""
    import typst  # noqa: PLC0415

    found = typst.Fonts(include_embedded_fonts=False, font_paths=[str(each) for each in folders])
    files = dict.fromkeys(font.path for font in found.fonts() if font.path)
    return [font_characters(Path(file)) for file in files]


def _compiled(asked: dict[str, Any], strange: set[str], at_hand: _Fonts) -> bytes | None:
    import typst  # noqa: PLC0415 (84 MB; the parent never loads it)

    fonts = typst.Fonts(
        include_system_fonts=at_hand.system, font_paths=[str(each) for each in at_hand.folders]
    )
    root = Path(asked["root"])
    compiler = typst.Compiler(
        str(root / "briefing.typ"),
        root=str(root),
        font_paths=fonts,
        sys_inputs={
            "words": _shown(asked["words"], strange),
            "look": json.dumps(
                asked["look"] | {"scripts": at_hand.scripts, "unshown": _named(strange)}
            ),
        },
        package_path=str(root / "none"),
        package_cache_path=str(root / "none"),
    )
    try:
        pdf = compiler.compile(
            format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=asked["moment"]
        )
    except typst.TypstError:
        return None
    assert isinstance(pdf, bytes)
    return pdf


def _shown(words: str, strange: set[str]) -> str:
    """Put numbers for what no font shows. The words stay as they were sent: taken apart they would fill the memory."""
    if not strange:
        return words
    return json.dumps(_changed(json.loads(words), lambda text: _by_numbers(text, strange)))


def _unshown(words: object, coverage: Coverage) -> set[str]:
    """Find the letters, with their marks, that no font shows."""
    plain = frozenset[int]().union(*coverage)
    every = set[str]().union(*texts(words))
    if plain.issuperset(map(ord, every)):
        return set()
    letters = {
        cluster
        for text in texts(words)
        if not plain.issuperset(map(ord, text))
        for cluster in clusters(text)
    }
    return {cluster for cluster in letters if unshown(cluster, coverage)}


def _by_numbers(text: str, strange: set[str]) -> str:
    return "".join(by_number(each) if each in strange else each for each in clusters(text))


def _named(strange: set[str]) -> list[str]:
    """Name what is printed by number: U+1F600 GRINNING FACE."""
    printed = sorted({each for cluster in strange for each in seen(cluster)})
    return [f"{code(each)} {unicodedata.name(each, '')}".strip() for each in printed]


def texts(value: object) -> Iterator[str]:
    """Go through all that is set in the reading fonts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != _SIGN:
                yield from texts(each)


def _changed(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 (JSON of any shape)
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(each, change) for each in value]
    if isinstance(value, dict):
        return {k: each if k == _SIGN else _changed(each, change) for k, each in value.items()}
    return value
