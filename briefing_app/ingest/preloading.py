"""What the children that read need, loaded once beforehand: in the process that they are forked off."""

import socket
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

# A library of a library's tries a socket out while it is loaded, and here nothing would keep it from that.
socket.has_ipv6 = False
for library in _LIBRARIES:
    import_module(library)
readers.html(b"<p>What a library only loads at its first page is loaded by this one.</p>")
