"""Why a file cannot be taken in, as the reader is told."""

from enum import StrEnum

from briefing_app.errors import BriefingError
from briefing_app.ingest.labels import label
from briefing_app.language import N_, _


class Foreign(StrEnum):
    """What a file can be that is no text."""

    OLD_WORD = "old_word"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    LOCKED_OFFICE = "locked_office"
    OFFICE = "office"
    PICTURE = "picture"
    RECORDING = "recording"
    ARCHIVE = "archive"
    PROGRAM = "program"
    DATABASE = "database"
    UNKNOWN = "unknown"


_SENTENCES = {
    Foreign.OLD_WORD: N_("“{name}” is a Word document of the old kind; save it as DOCX first."),
    Foreign.SPREADSHEET: N_("“{name}” is a spreadsheet; copy what you need from it and paste it."),
    Foreign.SLIDES: N_("“{name}” is a set of slides; save it as PDF first."),
    Foreign.LOCKED_OFFICE: N_("“{name}” is protected by a password; save it without one first."),
    Foreign.OFFICE: N_(
        "“{name}” is an Office document that Briefing cannot read; save it as DOCX or PDF first."
    ),
    Foreign.PICTURE: N_("“{name}” is a picture; there is no text in it that can be read."),
    Foreign.RECORDING: N_("“{name}” is a recording; there is no text in it that can be read."),
    Foreign.ARCHIVE: N_("“{name}” is an archive; unpack it and import what is in it."),
    Foreign.PROGRAM: N_("“{name}” is a program, not a text."),
    Foreign.DATABASE: N_("“{name}” is a dossier or another database, not a text."),
    Foreign.UNKNOWN: N_("“{name}” is not a text that Briefing can read."),
}


class Trouble(StrEnum):
    """What can be the matter with a file of a kind that can be read; the code that a child refuses it by."""

    LOCKED = "locked"
    DAMAGED = "damaged"
    SCANNED = "scanned"
    TOO_MUCH = "too_much"
    NESTED = "nested"
    PACKING = "packing"
    COMPRESSED = "compressed"


_TROUBLES = {
    Trouble.LOCKED: N_("“{name}” is protected by a password; save it without one first."),
    Trouble.DAMAGED: N_("“{name}” is damaged or not whole, and cannot be read."),
    Trouble.SCANNED: N_("“{name}” is made of pictures of pages; run text recognition on it first."),
    Trouble.TOO_MUCH: N_("“{name}” holds more than Briefing can take in; divide it first."),
    Trouble.NESTED: N_("“{name}” is nested deeper than any text is, and was not read."),
    Trouble.COMPRESSED: N_(
        "“{name}” keeps its words in a form that Briefing does not read; save it as EML or text first."
    ),
    Trouble.PACKING: N_(
        "“{name}” is packed in a way that Briefing does not unpack; unpack it first."
    ),
}


class IngestError(BriefingError):
    """A file that was refused, with the sentence of its kind."""

    template = ""

    def __init__(self, name: str, **words: str) -> None:
        super().__init__(_(self.template).format(name=label(name) or _("The text"), **words))


class ForeignError(IngestError):
    def __init__(self, name: str, what: Foreign) -> None:
        self.template = _SENTENCES[what]
        super().__init__(name)


class TroubledError(IngestError):
    def __init__(self, name: str, trouble: Trouble) -> None:
        self.template = _TROUBLES[trouble]
        super().__init__(name)


class EmptyError(IngestError):
    template = N_("“{name}” is empty.")


class TooLargeError(IngestError):
    template = N_("“{name}” is too large: a text may have up to 64 MB.")


class UnknownKindError(IngestError):
    template = N_("“{name}” cannot be read as “{kind}”: Briefing knows {kinds}.")


class NoTextError(IngestError):
    template = N_("“{name}” is a web page with no readable text.")


class StoppedError(IngestError):
    """The child process that was to read it gave no answer."""

    template = N_("“{name}” was not read. {reason}")


class MissingError(IngestError):
    template = N_("There is no file “{name}”.")


class FolderError(IngestError):
    template = N_("“{name}” is a folder; choose the files in it.")


class TooDeepError(IngestError):
    template = N_(
        "“{name}” stands deeper in folders or archives than Briefing goes; import it by itself."
    )


class TooManyError(IngestError):
    template = N_("“{name}” holds more than 20,000 files; the rest of them was not looked at.")


class NoFileError(IngestError):
    """A device, a pipe or the like, which may never end."""

    template = N_("“{name}” is not a file that can be read.")


class NoPermissionError(IngestError):
    template = N_("“{name}” cannot be read: you have no permission for it.")


class DiskError(IngestError):
    template = N_("“{name}” cannot be read: {reason}.")
