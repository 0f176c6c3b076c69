"""What is passed over in a folder because it is no document, though it stands among them."""

import re

from briefing_app.ingest.gathering.found import Entry, What
from briefing_app.language import N_, _

_HIDDEN = N_("It is hidden.")
_LINK = N_("It is a link to another place, and links are not followed.")
_OTHER = N_("It is a device or a pipe, not a file.")
_PROGRAMS = N_("A program keeps it here for itself.")
_DOSSIER = N_("It belongs to a dossier.")
_PAGE = N_("It belongs to the saved page “{page}”.")

_OF_PROGRAMS = re.compile(
    r"__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|\$RECYCLE\.BIN|System Volume Information|lost\+found"
    r"|~\$.*|.*\.(?:crdownload|part|partial|download|tmp)",
    re.IGNORECASE | re.DOTALL,
)
_OF_DOSSIERS = re.compile(r".*\.dossier(?:-wal|-shm|\.lock)?", re.IGNORECASE | re.DOTALL)
_BACKUPS = ".backups"
_PAGES = (".html", ".htm", ".xhtml")
# What browsers add to a page's name for the folder of its pictures and scripts, in the languages that have their own.
_PARTS = re.compile(
    r"(?P<page>.+)(?:[_.]files|_archivos|_arquivos|_bestanden|_bylos|_datoteke|_dosyalar|_elemei|_failid|_fails|"
    r"_fajlovi|_ficheiros|_fichiers|_file|_fitxers|_pliki|_soubory|_tiedostot|-Dateien|-filer)",
    re.IGNORECASE | re.DOTALL,
)


def why_passed_over(entry: Entry, beside: dict[str, str]) -> str:
    """Say why an entry is no document, in a sentence; empty where it may be one.

    `beside` has the names of all that stands with it, by these names in small letters.
    """
    name, is_folder = entry.name, entry.what is What.FOLDER
    if entry.what is What.HIDDEN or name.startswith("."):
        return _(_HIDDEN)
    if entry.what is What.LINK:
        return _(_LINK)
    if entry.what is What.OTHER:
        return _(_OTHER)
    if _OF_PROGRAMS.fullmatch(name):
        return _(_PROGRAMS)
    if _OF_DOSSIERS.fullmatch(name) or (is_folder and _is_backups(name, beside)):
        return _(_DOSSIER)
    page = page_of(name, beside) if is_folder else ""
    return _(_PAGE).format(page=page) if page else ""


def page_of(folder: str, beside: dict[str, str]) -> str:
    """Return the saved page that a folder holds the pictures and scripts of; empty where there is none."""
    parts = _PARTS.fullmatch(folder)
    pages = (f"{parts['page']}{ending}".lower() for ending in _PAGES) if parts else ()
    return next((beside[page] for page in pages if page in beside), "")


def _is_backups(folder: str, beside: dict[str, str]) -> bool:
    name = folder.lower()
    return name.endswith(_BACKUPS) and f"{name.removesuffix(_BACKUPS)}.dossier" in beside
