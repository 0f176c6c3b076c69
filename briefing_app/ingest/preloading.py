"""What the children that read need, loaded once beforehand: by whom they are forked off."""

from importlib import import_module

from briefing_app.ingest import readers

_LIBRARIES = (
    "lxml.html",
    "mammoth",
    "markdown",
    "olefile",
    "pypdfium2",
    "striprtf.striprtf",
    "trafilatura",
)

for library in _LIBRARIES:
    import_module(library)
readers.html(b"<p>What a library only loads at its first page is loaded by this one.</p>")
