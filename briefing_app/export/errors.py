"""What can keep an export from being written, one sentence each."""

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
