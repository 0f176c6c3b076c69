"""Why a file cannot be taken in, as the reader is told."""

from enum import StrEnum

from briefing_app.errors import BriefingError
from briefing_app.language import N_, _


class Foreign(StrEnum):
    """What a file can be that is no text."""

    PDF = "pdf"
    WORD = "word"
    OFFICE = "office"
    RICH_TEXT = "rich_text"
    WEB_ARCHIVE = "web_archive"
    PICTURE = "picture"
    RECORDING = "recording"
    ARCHIVE = "archive"
    PROGRAM = "program"
    DATABASE = "database"
    UNKNOWN = "unknown"


_SENTENCES = {
    Foreign.PDF: N_("“{name}” is a PDF, and these cannot be read yet; copy its text and paste it."),
    Foreign.WORD: N_(
        "“{name}” is a Word document, and these cannot be read yet; save it as plain text first."
    ),
    Foreign.OFFICE: N_(
        "“{name}” is an Office document, and these cannot be read yet; save it as plain text first."
    ),
    Foreign.RICH_TEXT: N_(
        "“{name}” is rich text, and this cannot be read yet; save it as plain text first."
    ),
    Foreign.WEB_ARCHIVE: N_(
        "“{name}” is a web archive, and these cannot be read yet; save the page as HTML."
    ),
    Foreign.PICTURE: N_("“{name}” is a picture; there is no text in it that can be read."),
    Foreign.RECORDING: N_("“{name}” is a recording; there is no text in it that can be read."),
    Foreign.ARCHIVE: N_("“{name}” is an archive; unpack it and import what is in it."),
    Foreign.PROGRAM: N_("“{name}” is a program, not a text."),
    Foreign.DATABASE: N_("“{name}” is a dossier or another database, not a text."),
    Foreign.UNKNOWN: N_("“{name}” is not a text that Briefing can read."),
}


class IngestError(BriefingError):
    """A file that was refused, with the sentence of its kind."""

    template = ""

    def __init__(self, name: str, **words: str) -> None:
        super().__init__(_(self.template).format(name=name or _("The text"), **words))


class ForeignError(IngestError):
    def __init__(self, name: str, what: Foreign) -> None:
        self.template = _SENTENCES[what]
        super().__init__(name)


class EmptyError(IngestError):
    template = N_("“{name}” is empty.")


class TooLargeError(IngestError):
    template = N_("“{name}” is too large: a text may have up to 64 MB.")


class UnknownKindError(IngestError):
    template = N_("“{name}” cannot be read as “{kind}”: Briefing knows text, markdown and html.")


class NoTextError(IngestError):
    template = N_("“{name}” is a web page with no readable text.")


class StoppedError(IngestError):
    """The child process that was to read it gave no answer."""

    template = N_("“{name}” was not read. {reason}")


class MissingError(IngestError):
    template = N_("There is no file “{name}”.")


class FolderError(IngestError):
    template = N_("“{name}” is a folder; choose the files in it.")


class NoFileError(IngestError):
    """A device, a pipe or the like, which may never end."""

    template = N_("“{name}” is not a file that can be read.")


class NoPermissionError(IngestError):
    template = N_("“{name}” cannot be read: you have no permission for it.")


class DiskError(IngestError):
    template = N_("“{name}” cannot be read: {reason}.")
