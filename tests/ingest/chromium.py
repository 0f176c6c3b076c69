"""A page as a real Chromium shows, saves and prints it. No network is asked: DevTools answers for every address."""

import json
import os
import shutil
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


class Page:
    """A page in a running Chromium, spoken to through a pair of pipes."""

    def __init__(self, questions: int, answers: int, addresses: Mapping[str, bytes]) -> None:
        self._questions, self._addresses = questions, addresses
        self._answers = os.fdopen(answers, "rb", closefd=False)
        self._numbers, self._session = count(1), ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.ask("Page.enable")
        self.ask("Fetch.enable")

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Have DevTools do something, and return what it answers."""
        number = self._tell(method, params)
        while True:
            told = self._next()
            if told.get("id") == number:
                assert "error" not in told, told
                return told["result"]

    def open(self, address: str) -> None:
        number = self._tell("Page.navigate", {"url": address})
        awaited = {number, "Page.loadEventFired"}
        while awaited:
            told = self._next()
            awaited -= {told.get("id"), told.get("method")}

    def saved(self) -> bytes:
        """Return the page as “Save as… single file” writes it."""
        return self.ask("Page.captureSnapshot", format="mhtml")["data"].encode()

    def printed(self) -> bytes:
        """Return it as printing to a PDF with the usual head and foot of each sheet does."""
        return b64decode(self.ask("Page.printToPDF", displayHeaderFooter=True)["data"])

    def _tell(self, method: str, params: Mapping[str, object]) -> int:
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._questions, json.dumps(message).encode() + b"\0")
        return number

    def _next(self) -> dict[str, Any]:
        """Take the next message; what it asks an address for is answered at once."""
        read = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "Chromium ended"
            read += byte
        told = json.loads(read)
        if told.get("method") == "Fetch.requestPaused":
            self._fulfil(told["params"])
        return told

    def _fulfil(self, asked: dict[str, Any]) -> None:
        content = self._addresses.get(asked["request"]["url"])
        kind = "text/css" if asked["resourceType"] == "Stylesheet" else "text/html; charset=utf-8"
        answer = {
            "requestId": asked["requestId"],
            "responseCode": 404 if content is None else 200,
            "responseHeaders": [{"name": "Content-Type", "value": kind}],
            "body": b64encode(content or b"").decode(),
        }
        self._tell("Fetch.fulfillRequest", answer)


@contextmanager
def browser(folder: Path, addresses: Mapping[str, bytes]) -> Generator[Page]:
    """Start a Chromium whose whole network is these addresses and what stands there."""
    (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
    command = [str(CHROMIUM), *options, f"--user-data-dir={folder / 'profile'}"]
    # Chromium speaks by the descriptors 3 and 4, which only a shell sets without a race.
    script = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    child = subprocess.Popen(
        ["bash", "-c", script, "bash", *command],
        pass_fds=(theirs_in, theirs_out),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Page(ours_out, ours_in, addresses)
    finally:
        child.kill()
        child.wait()
        os.close(ours_out)
        os.close(ours_in)
