"""Documents that want something loaded, from addresses and paths in every spelling, by every means their kinds have."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.ingest.samples import Put, core_properties, docx, epub, odt, pdf, word_paragraph

TOLD = "Russia rejected the demand. Ukraine called for an immediate ceasefire in Geneva."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = (
    "From: a@b\r\nSubject: Talks\r\nDate: Tue, 03 Jun 2025 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
)


def spellings(address: str, file: Path, near: Path) -> tuple[str, ...]:
    """Spell an address (host and port) and a file as documents do; `near` is the folder that paths are relative to."""
    uri = file.as_uri()
    return (
        f"http://{address}/x",
        f"https://{address}/x",
        f"ftp://{address}/x",
        f"//{address}/x",
        f"file://{address.partition(':')[0]}/share/x",
        f"\\\\{address.partition(':')[0]}\\share\\x",
        uri,
        uri.replace("file:///", "file:/"),
        uri.replace("file:///", "file://localhost/"),
        uri.replace(file.name, "".join(f"%{ord(letter):02x}" for letter in file.name)),
        str(file),
        str(Path("..") / file.relative_to(near.parent)),
    )


def reaching(targets: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Make one file of each kind that wants all of the targets."""
    page, first = _page(targets), targets[0]
    yield "page.html", page.encode()
    yield "notes.md", _markdown(targets).encode()
    yield "plain.txt", f"Talks\n\n{TOLD}\n\n{_markdown(targets)}".encode()
    yield "letter.docx", _word(targets)
    yield "entity.docx", docx("", word_document__xml=_entity(first))
    yield "letter.odt", _open_document(targets)
    yield "entity.odt", odt("", content__xml=_entity(targets[6]))
    yield "book.epub", epub({"a.xhtml": page, **dict.fromkeys(targets, "")})
    yield "entity.epub", epub({"a.xhtml": _entity(targets[6])})
    yield "text.rtf", _rich_text(targets)
    yield "outside.eml", _outside(targets)
    yield "page.eml", f"{_HEAD}Content-Type: text/html\r\n\r\n{page}".encode()
    yield "page.mht", _web_archive(targets, page)
    yield "actions.pdf", _with_actions(targets)
    outside = b"/F (" + targets[6].encode() + b") /FFilter null"
    yield (
        "outside.pdf",
        pdf([[Put(TOLD, 60, 80)]]).replace(b"<< /Length", b"<< " + outside + b" /Length", 1),
    )


def typst_markup(targets: Sequence[str]) -> str:
    """Write what would load files, where a typesetter took words for its own."""
    return " ".join(f'#image("{each}") #read("{each}") #include "{each}"' for each in targets)


def _page(targets: Sequence[str]) -> str:
    heads, bodies = "", ""
    for target in targets:
        at = quoteattr(target)
        heads += (
            f'<link rel="stylesheet" href={at}/><link rel="icon" href={at}/><base href={at}/>'
            f'<meta http-equiv="refresh" content={quoteattr(f"0; url={target}")}/><script src={at}></script>'
            f"<style>@import url({escape(target)}); p {{ background: url('{escape(target)}') }}</style>"
        )
        bodies += (
            f'<p style="background-image: url({escape(target)})">{TOLD}</p><img src={at}/><img srcset={at}/>'
            f"<picture><source srcset={at}/></picture><iframe src={at}></iframe><object data={at}></object>"
            f"<embed src={at}/><video poster={at} src={at}></video><audio src={at}></audio>"
            f'<svg><image href={at} xlink:href={at}/><use href={at}/></svg><input type="image" src={at}/>'
            f"<table background={at}><tr><td background={at}>x</td></tr></table><a href={at}>a link</a>"
        )
    title = escape(f"Talks <img src={targets[6]}> {typst_markup(targets[6:7])}")
    body = f"<body background={quoteattr(targets[6])}>{bodies}</body>"
    return f"<html><head><title>{title}</title>{heads}</head>{body}</html>"


def _markdown(targets: Sequence[str]) -> str:
    each = "\n\n".join(
        f"{TOLD} ![x]({target}) ![y][{number}] [z]({target}) <img src='{target}'>\n\n[{number}]: {target}"
        for number, target in enumerate(targets)
    )
    return f"# Talks\n\n{each}\n\n{typst_markup(targets)}\n"


def _entity(target: str) -> str:
    at = quoteattr(target)
    return f"<!DOCTYPE x SYSTEM {at} [<!ENTITY e SYSTEM {at}>]><x>Words &e;</x>"


def _word(targets: Sequence[str]) -> bytes:
    kinds = (
        "image",
        "attachedTemplate",
        "frame",
        "footnotes",
        "styles",
        "subDocument",
        "oleObject",
    )
    links = [(f"{kind}{n}", kind, each) for n, each in enumerate(targets) for kind in kinds]
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target={quoteattr(each)} TargetMode="External"/>'
        for name, kind, each in links
    )
    body = "".join(
        f'{word_paragraph(TOLD)}<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><a:blip xmlns:a="urn:a" '
        f'r:link="image{n}" r:embed="image{n}"/></wp:inline></w:drawing></w:r><w:r><w:instrText>INCLUDEPICTURE '
        f'"{escape(each)}"</w:instrText></w:r></w:p><w:subDoc r:id="subDocument{n}"/><w:altChunk r:id="frame{n}"/>'
        for n, each in enumerate(targets)
    )
    return docx(
        body,
        word__rels_document__xml__rels=f"<Relationships>{relations}</Relationships>",
        word__rels_settings__xml__rels=f"<Relationships>{relations}</Relationships>",
        word_settings__xml='<w:settings xmlns:w="urn:w" xmlns:r="urn:r"><w:attachedTemplate '
        'r:id="attachedTemplate0"/></w:settings>',
        docProps_core__xml=core_properties(escape(typst_markup(targets)), "Jane Smith"),
    )


def _open_document(targets: Sequence[str]) -> bytes:
    names = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    body = "".join(
        f"<text:p {names}>{TOLD}<draw:frame><draw:image xlink:href={quoteattr(each)}/></draw:frame></text:p>"
        f'<text:section {names} text:name="s"><text:section-source xlink:href={quoteattr(each)}/></text:section>'
        f"<draw:object {names} xlink:href={quoteattr(each)}/>"
        for each in targets
    )
    return odt(body, title=escape(typst_markup(targets)))


def _rich_text(targets: Sequence[str]) -> bytes:
    fields = "".join(
        f'{{\\field{{\\*\\fldinst INCLUDETEXT "{each}"}}}}{{\\field{{\\*\\fldinst INCLUDEPICTURE "{each}"}}}}'
        f"{{\\*\\template {each}}}"
        for each in (target.replace("\\", "\\\\") for target in targets)
    )
    return f"{{\\rtf1 {TOLD} {fields}}}".encode()


def _outside(targets: Sequence[str]) -> bytes:
    parts = "".join(
        f'--b\r\nContent-Type: message/external-body; access-type=URL; URL="{each}"\r\n\r\n\r\n'
        f'--b\r\nContent-Type: message/external-body; access-type=local-file; name="{each}"\r\n\r\n\r\n'
        for each in targets
    )
    whole = f"{_HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n{TOLD}\r\n{parts}--b--\r\n"
    return whole.encode()


def _web_archive(targets: Sequence[str], page: str) -> bytes:
    parts = "".join(
        f"--b\r\nContent-Type: image/png\r\nContent-Location: {each}\r\n\r\nx\r\n"
        for each in targets
    )
    return (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
        f"Content-Location: {targets[6]}\r\n\r\n{page}\r\n{parts}--b--\r\n"
    ).encode()


def _with_actions(targets: Sequence[str]) -> bytes:
    escaped = [each.replace("\\", "\\\\").replace("(", "\\(") for each in targets]
    uris = "".join(f"<< /S /URI /URI ({each}) >> " for each in escaped)
    launch = "".join(
        f"<< /S /Launch /F ({each}) >> << /S /GoToR /F ({each}) >> " for each in escaped
    )
    action = f"/OpenAction << /S /URI /URI ({escaped[0]}) /Next [{uris}{launch}] >> "
    plain = pdf([[Put(TOLD, 60, 80)]])
    return plain.replace(b"/Type /Catalog", b"/Type /Catalog " + action.encode())
