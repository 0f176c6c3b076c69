"""Prints how fast files of the kinds that are sent most are taken in: documents and megabytes a second, and memory.

The files are generated from the training texts, each one different. They are imported by the command line with two
processes and no proposals: what is measured is unpacking, reading in the limited child, and storing.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import typst

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "quality" / "training" / "texts"
NUMBERS = {"html": 1000, "docx": 200, "pdf": 200}
AROUND = "<ul>" + '<li><a href="/topic">Another story of the day</a></li>' * 60 + "</ul>"
OFFICE = "http://schemas.openxmlformats.org"


def paragraphs(number: int) -> list[str]:
    """Take a text of some 1,500 words that no other number has."""
    texts = sorted(TEXTS.glob("*.txt"))
    chosen = [texts[(number + step) % len(texts)] for step in range(3)]
    words = [p.read_text("utf-8").split("\n\n") for p in chosen]
    return [f"Round {number} ends", *(each for text in words for each in text if each.strip())]


def html(number: int) -> bytes:
    title, *rest = map(escape, paragraphs(number))
    body = "".join(f"<p>{each}</p>" for each in rest)
    page = (
        f"<!doctype html><html lang='en'><head><title>{title}</title><style>{'a{}' * 2000}</style></head>"
        f"<body><nav>{AROUND}</nav><article><h1>{title}</h1>{body}</article><footer>{AROUND}</footer></body></html>"
    )
    return page.encode()


def docx(number: int) -> bytes:
    written = "".join(
        f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in paragraphs(number)
    )
    names = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
    relations = f"{OFFICE}/package/2006/relationships"
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", f'<Types xmlns="{OFFICE}/package/2006/content-types"/>'
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Target="word/document.xml" '
            f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {names}><w:body>{written}</w:body></w:document>"
        )
    return file.getvalue()


def pdf(number: int) -> bytes:
    made = typst.compile(
        b'#set page(numbering: "1")\n#for each in json(bytes(sys.inputs.told)) [#each #parbreak()]',
        sys_inputs={"told": json.dumps(paragraphs(number))},
    )
    assert isinstance(made, bytes)
    return made


def measured(kind: str, number: int, home: Path) -> str:
    """Generate and import so many files of a kind, and say how fast that was."""
    folder, dossier = home / kind, home / f"{kind}.dossier"
    folder.mkdir()
    for each in range(number):
        (folder / f"{each:04}.{kind}").write_bytes(
            {"html": html, "docx": docx, "pdf": pdf}[kind](each)
        )
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    program = str(Path(sys.executable).with_name("briefing-app"))
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(names, str(home))}
    subprocess.run([program, "new", str(dossier)], env=environment, check=True, capture_output=True)
    begun = time.perf_counter()
    command = [program, "import", str(dossier), str(folder), "--no-extract", "--jobs", "2"]
    with (home / "told").open("w+") as told:
        importing = subprocess.Popen(
            command, env=environment, stdout=told, stderr=subprocess.DEVNULL
        )
        _pid, status, used = os.wait4(importing.pid, 0)
        importing.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        read = sum(line.endswith(": imported\n") for line in told)
    spent = time.perf_counter() - begun
    return (
        f"{read:5} of {number} {kind.upper():5} {read / spent:7.1f} documents/s {size / spent:7.2f} MB/s"
        f" {used.ru_maxrss / 1024:6.0f} MB at most in one process ({spent:.0f} s)"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for kind, number in NUMBERS.items():
            print(measured(kind, number, Path(folder)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
