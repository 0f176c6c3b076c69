"""What can keep an export from being written, or what others wrote from being read, one sentence each."""

from pathlib import Path

from briefing_app.errors import BriefingError
from briefing_app.language import _, format_list


class UnknownFormError(BriefingError):
    def __init__(self, path: Path, suffixes: tuple[str, ...]) -> None:
        sentence = _("“{name}” has no known ending: a briefing can be written as {suffixes}.")
        super().__init__(sentence.format(name=path.name, suffixes=format_list(suffixes)))


class UnwritableError(BriefingError):
    def __init__(self, path: Path, reason: str) -> None:
        sentence = _("“{path}” could not be written: {reason}.")
        super().__init__(sentence.format(path=path, reason=reason))


class AlteredQuoteError(BriefingError):
    """A quote that is not what its document says at that place: a damaged dossier."""

    def __init__(self, quote: str) -> None:
        sentence = _(
            "The quote “{quote}” is not what its document says at that place; check the dossier before it is exported."
        )
        super().__init__(sentence.format(quote=quote[:80]))


class TooLargeError(BriefingError):
    def __init__(self) -> None:
        super().__init__(
            _("This briefing is too large for one PDF; split it, or export it as HTML.")
        )


class TypesettingError(BriefingError):
    def __init__(self) -> None:
        super().__init__(_("The PDF could not be made; HTML and Markdown can still be exported."))


class NothingDueError(BriefingError):
    def __init__(self) -> None:
        super().__init__(_("No outcome is due on a day, so there is nothing for a calendar."))


class UnreadableError(BriefingError):
    def __init__(self, path: Path, reason: str) -> None:
        sentence = _("“{name}” could not be read: {reason}.")
        super().__init__(sentence.format(name=path.name, reason=reason))


class UnsoundFormError(BriefingError):
    def __init__(self, path: Path) -> None:
        sentence = _("“{name}” is not a whole export of a dossier as JSON; nothing was made of it.")
        super().__init__(sentence.format(name=path.name))


class NewerFormError(BriefingError):
    def __init__(self, path: Path) -> None:
        sentence = _("“{name}” was written by a newer version of Briefing; that version reads it.")
        super().__init__(sentence.format(name=path.name))


class NoTextsError(BriefingError):
    def __init__(self, path: Path) -> None:
        sentence = _("“{name}” has no texts in it, so no dossier can be made of it.")
        super().__init__(sentence.format(name=path.name))


class StoppedError(BriefingError):
    """The child process that was to read it was stopped."""

    def __init__(self, path: Path, reason: str) -> None:
        sentence = _("“{name}” was not read. {reason}")
        super().__init__(sentence.format(name=path.name, reason=reason))


class NothingToTakeError(BriefingError):
    def __init__(self, path: Path) -> None:
        sentence = _("“{name}” has nothing in it that Briefing can take over.")
        super().__init__(sentence.format(name=path.name))


class LogoError(BriefingError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The logo is no picture that can be printed: it must be a PNG or JPEG of at most 2 MB."
            )
        )
