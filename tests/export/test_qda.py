"""REFI-QDA as the published schema has it, and as other programs write it."""

import io
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from briefing_app.errors import BriefingError
from briefing_app.export.from_qda import read_qdpx
from briefing_app.export.options import ExportOptions
from briefing_app.export.qda.offsets import Selected, in_code_points, normalised
from briefing_app.export.to_qda import qdc, qdpx
from tests.export.builders import Dossier, istanbul, only_notes, saying

SCHEMA = Path(__file__).parents[1] / "data" / "refi-qda" / "Project.xsd"
P = "{urn:QDA-XML:project:1.0}"
OPTIONS = ExportOptions(author="A. Analyst")


def written(dossier: Dossier) -> bytes:
    return qdpx(dossier.briefing(), dossier.versions().values(), OPTIONS)


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


def packed(
    path: Path, text: bytes, selections: Iterable[tuple[int, int, str]], folder: str = "sources"
) -> Path:
    """Write a project as another program does."""
    marked = "".join(
        f'<PlainTextSelection guid="{{{number:08x}-0000-4000-8000-000000000000}}" name="{name}" '
        f'startPosition="{start}" endPosition="{end}"><Description>memo {number}</Description>'
        '<Coding guid="00000000-0000-4000-8000-0000000000cc">'
        '<CodeRef targetGUID="00000000-0000-4000-8000-0000000000AB"/></Coding></PlainTextSelection>'
        for number, (start, end, name) in enumerate(selections)
    )
    project = (
        '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x">'
        '<CodeBook><Codes><Code guid="{00000000-0000-4000-8000-0000000000aa}" name="Talks" '
        'isCodable="true"><Code guid="00000000-0000-4000-8000-0000000000ab" name="Truce" '
        'isCodable="true"/></Code></Codes></CodeBook><Sources><TextSource '
        f'guid="00000000-0000-4000-8000-000000000001" name="Story" plainTextPath="internal://S.txt">{marked}'
        "</TextSource></Sources></Project>"
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("Project.qde", project)
        archive.writestr(f"{folder}/S.txt", text)
    return path


@pytest.mark.parametrize(
    "dossier", [istanbul(), only_notes(), saying("<a> & \"' 😀"), Dossier("Nothing yet")]
)
def test_a_project_is_valid(schema: etree.XMLSchema, dossier: Dossier):
    schema.assertValid(etree.fromstring(parts(written(dossier))["project.qde"]))


def test_a_codebook_is_valid(schema: etree.XMLSchema):
    book = etree.fromstring(qdc(istanbul().briefing()))
    assert book.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    inner = etree.tostring(book[0]).replace(b"codebook:1.0", b"project:1.0")
    whole = b'<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook>%s</CodeBook></Project>'
    schema.assertValid(etree.fromstring(whole % inner))
    groups = {code.get("name"): [each.get("name") for each in code] for code in book[0]}
    assert list(groups) == ["Parties", "Issues", "Stances", "Outcomes", "Tags"]
    assert groups["Parties"] == ["Ukraine", "Russia"]
    assert groups["Tags"] == ["verify", "for lead", "цитата"]


def test_the_project_is_as_it_was_read(golden):
    golden("istanbul.qde", parts(written(istanbul()))["project.qde"].decode().replace("><", ">\n<"))


def test_every_selection_is_the_words_it_is_called_by():
    files = parts(written(istanbul()))
    project = etree.fromstring(files["project.qde"])
    selections = 0
    for source in project.iter(f"{P}TextSource"):
        name = f"sources/{source.get('plainTextPath').removeprefix('internal://')}"
        text = files[name].decode()
        assert not files[name].startswith(b"\xef\xbb\xbf")
        assert b"\r" not in files[name]
        for each in source.iter(f"{P}PlainTextSelection"):
            words = text[int(each.get("startPosition")) : int(each.get("endPosition"))]
            assert words.startswith(each.get("name"))
            selections += 1
    assert selections == 3 + 6 + 5


def test_an_outcome_is_a_case_with_its_facts():
    project = etree.fromstring(parts(written(istanbul()))["project.qde"])
    bodies = project.findall(f".//{P}Case")[1]
    assert bodies.get("name") == "Return of bodies"
    assert [each.text for each in bodies.iter(f"{P}TextValue")] == [
        "Pledged",
        "Russia",
        "6,000 bodies",
    ]
    assert [each.text for each in bodies.iter(f"{P}BooleanValue")] == ["false", "true"]
    known = {each.get("guid") for each in project.iter(f"{P}PlainTextSelection")}
    told = {each.get("targetGUID") for each in bodies.iter(f"{P}SelectionRef")}
    assert len(told) == 2
    assert told <= known


def test_every_name_is_given_once_and_every_reference_leads_somewhere():
    project = etree.fromstring(parts(written(istanbul()))["project.qde"])
    names = [each.get("guid") for each in project.iter() if each.get("guid")]
    assert len(names) == len(set(names))
    assert {each.get("targetGUID") for each in project.iter() if each.get("targetGUID")} <= set(
        names
    )


def test_the_same_briefing_gives_the_same_bytes():
    assert written(istanbul()) == written(istanbul())


def test_a_project_of_ours_is_read_back(tmp_path: Path):
    path = tmp_path / "x.qdpx"
    path.write_bytes(written(istanbul()))
    project = read_qdpx(path)
    briefing = istanbul().briefing()
    assert [text.title for text in project.texts] == [each.title for each in briefing.documents]
    assert [text.text for text in project.texts] == [v.text for v in istanbul().versions().values()]
    first = project.marks[0]
    assert first.quote.exact == briefing.annotations[0].evidence.quote.exact
    assert (first.note, first.tags) == (briefing.annotations[0].note, ("verify", "for lead"))
    assert first.created == briefing.annotations[0].created
    classified = next(mark for mark in project.marks if mark.note == "that demand")
    assert classified.tags == ("Russia", "Rejects", "Ceasefire, truce or pause")


TEXT = "🕊🕊🕊 Line one.\nThe delegation rejected the clause.\nملاحظة e\u0301lite 👩‍👩‍👧 they agreed."
QUOTES = ("The delegation", "rejected the clause", "ملاحظة", "e\u0301lite", "they agreed")


def counted(words: str, *, wide: bool, long: bool, mark: bool) -> tuple[int, int, str]:
    """Say where words of the text stand by one way of counting."""

    def at(place: int) -> int:
        before = TEXT[:place]
        units = len(before.encode("utf-16-le")) // 2 if wide else len(before)
        return units + (before.count("\n") if long else 0) + (1 if mark else 0)

    start = TEXT.index(words)
    return at(start), at(start + len(words)), ""


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(("long", "crlf"), [(False, False), (False, True), (True, True)])
@pytest.mark.parametrize(("mark", "bom"), [(False, False), (False, True), (True, True)])
def test_whatever_the_numbers_count_the_words_are_found(
    wide: bool, long: bool, crlf: bool, mark: bool, bom: bool
):
    raw = ("\ufeff" if bom else "") + (TEXT.replace("\n", "\r\n") if crlf else TEXT)
    told = [counted(words, wide=wide, long=long, mark=mark) for words in QUOTES]
    places = in_code_points(raw, [Selected(*each) for each in told])
    assert normalised(raw) == TEXT
    assert [TEXT[slice(*place)] for place in places if place] == list(QUOTES)


@pytest.mark.parametrize("folder", ["sources", "Sources"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_project_of_another_program_is_read(tmp_path: Path, folder: str, encoding: str):
    told = [counted(words, wide=True, long=True, mark=False) for words in QUOTES]
    raw = TEXT.replace("\n", "\r\n").encode(encoding)
    project = read_qdpx(packed(tmp_path / "x.qdpx", raw, told, folder))
    assert project.texts[0].text == TEXT
    assert [each.quote.exact for each in project.marks] == list(QUOTES)
    assert project.marks[0].tags == ("Talks/Truce",)
    assert project.marks[0].note == "memo 0"


def test_a_selection_outside_its_text_is_passed_over(tmp_path: Path):
    told = [(0, 4, ""), (5, 5, ""), (9, 900_000, ""), (-5, 2, "")]
    project = read_qdpx(packed(tmp_path / "x.qdpx", b"They agreed.", told))
    assert [mark.quote.exact for mark in project.marks] == ["They"]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"no archive", (b"<x>" * 10_000)], ids=range(4)
)
def test_what_is_no_project_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / "x.qdpx").write_bytes(content)
    with pytest.raises(BriefingError, match="has nothing in it"):
        read_qdpx(tmp_path / "x.qdpx")


def test_entities_and_files_elsewhere_are_not_followed(tmp_path: Path):
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    project = (
        f'<?xml version="1.0"?>{entity}<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>'
        '<TextSource guid="1" name="a" plainTextPath="absolute:///etc/passwd"/>'
        '<TextSource guid="2" name="b" plainTextPath="internal://../../etc/passwd"/></Sources></Project>'
    )
    with ZipFile(tmp_path / "x.qdpx", "w") as archive:
        archive.writestr("project.qde", project)
    with pytest.raises(BriefingError, match="has nothing in it"):
        read_qdpx(tmp_path / "x.qdpx")


@pytest.mark.parametrize("sizes", [(129,), (30, 99)])
def test_an_archive_that_unpacks_to_more_than_any_project_is_refused(
    tmp_path: Path, sizes: tuple[int, ...]
):
    names = [f"{number}.txt" for number in range(len(sizes))]
    sources = "".join(
        f'<TextSource guid="{name}" plainTextPath="internal://{name}"/>' for name in names
    )
    project = f'<Project xmlns="urn:QDA-XML:project:1.0"><Sources>{sources}</Sources></Project>'
    with ZipFile(tmp_path / "x.qdpx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", project)
        for name, size in zip(names, sizes, strict=True):
            with archive.open(f"sources/{name}", "w") as file:
                for _mebibyte in range(size):
                    file.write(bytes(1 << 20))
    with pytest.raises(BriefingError, match=r"was not read\. This is too large"):
        read_qdpx(tmp_path / "x.qdpx")
