"""The one door to the sentences a person reads: gettext catalogues, English first, formats by Babel.

Sentences stand in the code in English and are marked by `_`, `ngettext` or `pgettext`; a module-level table marks its
words with `N_` and calls `_` when it shows them, since the language is chosen after the modules are imported.
"""

import gettext as catalogues
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

DOMAIN = "briefing"
_COUNTABLE = 1e21  # from here on a number is written by its power of ten


@dataclass(frozen=True)
class _Language:
    tag: str = "en"
    catalogue: catalogues.NullTranslations = field(default_factory=catalogues.NullTranslations)


class _Chosen:
    """The language in use. It is the process's, as a person reads one language at a time."""

    language = _Language()


# What is written for somebody else: of one thread, so that the window goes on in its reader's language.
_written: ContextVar[_Language | None] = ContextVar("written", default=None)


def use(tag: str, folder: Path) -> None:
    """Speak the language of this tag ("en", "fr", "pt_BR") from the catalogues in the folder, else English."""
    _Chosen.language = _language(tag, folder)


@contextmanager
def written_in(tag: str, folder: Path) -> Generator[None]:
    """Speak another language than the chosen one for a while, in this thread alone."""
    chosen = _Chosen.language
    token = _written.set(chosen if tag == chosen.tag else _language(tag, folder))
    try:
        yield
    finally:
        _written.reset(token)


def available(folder: Path) -> tuple[str, ...]:
    """List the tags of the languages that there are catalogues of, English first."""
    found = {path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return ("en", *sorted(found - {"en"}))


def name_of(tag: str) -> str:
    """Name a language as those who speak it do: français."""
    return _locale(tag).get_display_name() or tag


def tag() -> str:
    return _spoken().tag


def _spoken() -> _Language:
    return _written.get() or _Chosen.language


def _language(tag: str, folder: Path) -> _Language:
    found = catalogues.translation(DOMAIN, folder, languages=[tag], fallback=True)
    return _Language(tag, found)


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
    return format_day(day, "d MMM y")


def format_long_date(day: date) -> str:
    """Write a day in full: 3 June 2025."""
    return format_day(day, "d MMMM y")


def format_day(day: date, pattern: str) -> str:
    """Write a day by a pattern of Unicode's, such as "y, MMMM d"."""
    from babel.dates import format_date as written  # noqa: PLC0415

    return written(day, pattern, locale=_current())


def format_moment(moment: datetime) -> str:
    """Write a moment in the reader's own time zone: 3 Jun 2025, 14:05."""
    from babel.dates import format_datetime as written  # noqa: PLC0415

    return written(moment.astimezone().replace(tzinfo=None), "d MMM y, HH:mm", locale=_current())


def format_number(number: float) -> str:
    from babel.numbers import format_decimal, format_scientific  # noqa: PLC0415

    written = format_decimal if abs(number) < _COUNTABLE else format_scientific
    return written(number, locale=_current())


def format_list(items: Iterable[str]) -> str:
    """Join words as a sentence does: Russia, Ukraine and Turkey."""
    from babel.lists import format_list as joined  # noqa: PLC0415

    return joined(list(items), locale=_current())
