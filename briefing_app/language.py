"""The one door to the sentences a person reads: gettext catalogues, English first, formats by Babel.

A language has two catalogues, `.po` files read as they are: the window’s, and that of the words that an export prints.
One with the second alone is a language that a briefing can be written in; the window is never half in it.

Sentences stand in the code in English and are marked by `_`, `ngettext` or `pgettext`; a module-level table marks its
words with `N_` and calls `_` when it shows them, since the language is chosen after the modules are imported.
"""

import gettext as catalogues
import io
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

DOMAIN, PRINTED = "briefing", "export"
_FROM_THE_RIGHT = {"ar", "fa", "he", "ps", "ur"}
_COUNTABLE = 1e21  # from here on a number is written by its power of ten


@dataclass(frozen=True)
class _Language:
    tag: str = "en"
    catalogue: catalogues.NullTranslations = field(default_factory=catalogues.NullTranslations)


class _Chosen:
    """The language in use. It is the process's, as a person reads one language at a time."""

    language = _Language()
    folder = Path()


# What is written for somebody else: of one thread, so that the window goes on in its reader's language.
_written: ContextVar[_Language | None] = ContextVar("written", default=None)


def use(tag: str, folder: Path) -> None:
    """Speak the language of this tag ("en", "fr", "pt_BR") from the catalogues in the folder, else English."""
    found = _catalogue(DOMAIN, tag, folder)
    _Chosen.language = _Language(tag, found) if found else _Language()
    _Chosen.folder = folder


def chosen() -> tuple[str, Path]:
    """Return what another process must `use` to speak the same."""
    return _Chosen.language.tag, _Chosen.folder


@contextmanager
def written_in(tag: str, folder: Path) -> Generator[None]:
    """Speak another language than the chosen one for a while, in this thread alone.

    What is not printed, such as why an export failed, is said in the language that was chosen.
    """
    chosen = _Chosen.language
    printed = _catalogue(PRINTED, tag, folder) or _catalogue(DOMAIN, tag, folder)
    printed = printed or catalogues.NullTranslations()
    if tag != "en":
        printed.add_fallback(chosen.catalogue)
    token = _written.set(_Language(tag, printed))
    try:
        yield
    finally:
        _written.reset(token)


def available(folder: Path) -> tuple[str, ...]:
    """List the tags of the languages that a briefing can be written in, English first."""
    found = {path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/*.po")}
    return ("en", *sorted(found - {"en"}))


def name_of(tag: str) -> str:
    """Name a language as those who speak it do: français."""
    return _locale(tag).get_display_name() or tag


def tag() -> str:
    return _spoken().tag


def runs_from_right() -> bool:
    """Tell whether the language in use is written from right to left."""
    return tag().split("_")[0] in _FROM_THE_RIGHT


def _spoken() -> _Language:
    return _written.get() or _Chosen.language


def _catalogue(domain: str, tag: str, folder: Path) -> catalogues.GNUTranslations | None:
    """Read what there is of a language; each time anew, as a chain of fallbacks hangs on it."""
    path = folder / tag / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return None
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (only where it is not English)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)


def N_(message: str) -> str:  # noqa: N802 (the name that every catalogue tool knows)
    """Mark a sentence for the catalogue without translating it yet."""
    return message


def _(message: str) -> str:
    return _spoken().catalogue.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _spoken().catalogue.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    return _spoken().catalogue.pgettext(context, message)


@lru_cache(maxsize=8)
def _locale(tag: str) -> "Locale":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (only once a date or number is shown)

    try:
        return Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def _current() -> "Locale":
    return _locale("en_GB" if tag() == "en" else tag())


def format_date(day: date) -> str:
    """Write a day as a person does: 3 Jun 2025."""
    from babel.dates import format_skeleton as written  # noqa: PLC0415

    return written("yMMMd", day, locale=_current())


def format_long_date(day: date) -> str:
    """Write a day in full: 3 June 2025."""
    return format_day(day, "long")


def format_day(day: date, pattern: str) -> str:
    """Write a day by a pattern of Unicode's, such as "y, MMMM d"."""
    from babel.dates import format_date as written  # noqa: PLC0415

    return written(day, pattern, locale=_current())


def format_moment(moment: datetime) -> str:
    """Write a moment in the reader's own time zone: 3 Jun 2025, 14:05."""
    here = moment.astimezone()
    return _("{day}, {time}").format(day=format_date(here), time=f"{here:%H:%M}")


def format_number(number: float) -> str:
    from babel.numbers import format_decimal, format_scientific  # noqa: PLC0415

    written = format_decimal if abs(number) < _COUNTABLE else format_scientific
    return written(number, locale=_current())


def comma() -> str:
    """Return what stands between the parts of a list that has no "and"."""
    return pgettext("between the parts of a list", ", ")


def format_list(items: Iterable[str]) -> str:
    """Join words as a sentence does: Russia, Ukraine and Turkey."""
    from babel.lists import format_list as joined  # noqa: PLC0415

    return joined(list(items), locale=_current())
