"""The fonts that are shipped: where their files lie."""

from pathlib import Path

import fontpkg_literata
import fontpkg_noto_sans


def font_folders() -> tuple[Path, ...]:
    return tuple(each.ROOT / "files" for each in (fontpkg_literata, fontpkg_noto_sans))
