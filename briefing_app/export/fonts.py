"""The fonts that are shipped: the two that a briefing is set in, and those for what they do not have."""

from importlib.resources import files
from pathlib import Path

import fontpkg_amiri
import fontpkg_literata
import fontpkg_noto_sans

# They are read only where a letter calls for them: those of the East have 50 MB. All are TrueType, as what the
# typesetter takes out of the other kind does not keep PDF/A. Amiri's letters are one piece with their dots, so that
# they are copied as they were written; those of Noto Sans Arabic are not.
OTHER_SCRIPTS = ("Amiri", "Noto Sans Hebrew", "Noto Sans SC")


def reading_fonts() -> tuple[Path, ...]:
    """Return the folders of Literata and Noto Sans: Latin, Cyrillic and Greek."""
    return tuple(each.ROOT / "files" for each in (fontpkg_literata, fontpkg_noto_sans))


def other_fonts() -> tuple[Path, ...]:
    """Return the folders of the fonts for Arabic and Hebrew, Chinese, Japanese and Korean."""
    hebrew = Path(str(files("justmytype_intl_rtl"))) / "fonts" / "ofl" / "notosanshebrew"
    eastern = Path(str(files("justmytype_intl_cjk"))) / "fonts" / "ofl"
    return (fontpkg_amiri.ROOT / "files", hebrew, *sorted(eastern.iterdir()))
