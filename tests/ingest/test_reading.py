import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.document import Ingested, Particulars
from briefing_app.errors import BriefingError
from briefing_app.ingest import read, read_file, read_pasted, reading
from briefing_app.paths import seeds

STORY = "Both sides agreed to a limited prisoner swap after an hour of talks in Istanbul, the ministers said."


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
FOREIGN = {
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(50), "a picture"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "damaged"),
    "archive": (zipped("notes.txt"), "an archive"),
    "program": (b"\x7fELF" + bytes(50), "a program"),
    "dossier": (b"SQLite format 3\x00" + bytes(50), "a dossier"),
    "office": (OLE, "Office"),
    "old word": (OLE + "WordDocument".encode("utf-16-le"), "old kind"),
    "old table": (OLE + "Workbook".encode("utf-16-le"), "spreadsheet"),
    "old slides": (OLE + "PowerPoint Document".encode("utf-16-le"), "slides"),
    "locked word": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "table": (zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
    "slides": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
    "noise": (bytes(range(256)), "not a text"),
    "nothing": (b"", "empty"),
    "white": (b" \n\t\r\n", "empty"),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_no_text_is_refused_in_one_sentence(what: str):
    data, told = FOREIGN[what]
    with pytest.raises(BriefingError) as refused:
        read(data, "talks.txt")
    assert told in refused.value.sentence
    assert "talks.txt" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_the_content_counts_more_than_the_name():
    assert read(STORY.encode(), "talks.png").kind == "text"
    assert read(STORY.encode(), "talks.html").kind == "text"
    assert (
        read(f"<!DOCTYPE html><title>x</title><p>{STORY}</p>".encode(), "talks.txt").kind == "html"
    )


@pytest.mark.parametrize("answer", [b"", b"{}", b"[" * 100_000, b'{"text": "a\\u0000"}', b"\xff"])
def test_a_child_that_was_led_astray_is_not_believed(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "run", lambda *_asked, **_limits: answer)
    with pytest.raises(BriefingError, match="damaged"):
        read(b"%PDF-1.7", "talks.pdf")


def test_an_unknown_kind_is_refused():
    with pytest.raises(BriefingError, match="poem"):
        read(b"Talks", "talks.txt", kind="poem")


def test_a_text_of_more_than_64_mb_is_refused():
    with pytest.raises(BriefingError, match="64 MB"):
        read(b"a" * ((64 << 20) + 1), "talks.txt")


def test_the_seed_is_read_as_it_stands():
    path = seeds() / "istanbul-2025-06-02.txt"
    found = read_file(path)
    assert found.original == path.read_bytes()
    assert found.text == path.read_text("utf-8")
    assert len(found.blocks) == 8
    assert (found.title, found.date, found.language) == ("Istanbul", dt.date(2025, 6, 2), "en")
    assert found.file_name == path.name


def test_a_title_comes_from_the_heading_the_name_or_the_words():
    assert read(f"Talks end\n\n{STORY}".encode(), "a.txt").title == "Talks end"
    assert read(STORY.encode(), "joint_statement-final.txt").title == "Joint statement final"
    assert read(STORY.encode(), "document (1).txt").title.startswith("Both sides agreed")
    assert read_pasted(STORY).title.endswith("…")


def test_a_path_is_never_kept():
    assert read(STORY.encode(), "C:\\Users\\jane\\talks.txt").file_name == "talks.txt"
    assert read(STORY.encode(), "/home/jane/talks.txt").file_name == "talks.txt"


def test_what_the_reader_says_of_a_pasted_text_counts():
    day = dt.date(2025, 6, 3)
    told = Particulars(" Swap ", "The Paper", "Jane", day, "fr", "https://example.org/1")
    found = read_pasted(f"Talks\r\n\r\n{STORY}", told)
    assert (found.title, found.date, found.publisher) == ("Swap", day, "The Paper")
    assert (found.author, found.language, found.url) == ("Jane", "fr", "https://example.org/1")
    assert found.text == f"Talks\n\n{STORY}"
    assert found.file_name == ""


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01\x02\x03\x04"])
def test_a_pasted_nothing_is_refused(text: str):
    with pytest.raises(BriefingError):
        read_pasted(text)


def test_half_a_sign_that_was_pasted_does_no_harm():
    assert read_pasted("Talks \ud83d end").text == "Talks ? end"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        (
            "Россия и Украина завершили второй раунд мирных переговоров в Стамбуле без результата.",
            "ru",
        ),
        (
            "La délégation a de nouveau réclamé un cessez-le-feu complet d’au moins trente jours.",
            "fr",
        ),
        ("Talks end", ""),
        ("1,234 5,678 " * 20, ""),
    ],
)
def test_the_language_is_told_where_it_can_be(text: str, language: str):
    assert read_pasted(text).language == language


def test_five_megabytes_are_read_whole():
    data = f"{STORY}\n\n".encode() * (5_000_000 // (len(STORY) + 2))
    ingested = read(data, "talks.txt")
    assert len(ingested.text.encode()) > 4_900_000
    assert ingested.blocks[-1].span.end == len(ingested.text.rstrip())


def test_what_is_the_matter_with_a_path_is_one_sentence(tmp_path: Path):
    for path, told in (
        (tmp_path, "folder"),
        (tmp_path / "none.txt", "no file"),
        (Path("/dev/null"), "not a file"),
    ):
        with pytest.raises(BriefingError, match=told):
            read_file(path)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.text().map(lambda t: t.encode("utf-16", "replace")),
    )
)
def test_any_bytes_give_a_document_or_a_sentence(data: bytes):
    found, sentence = outcome_of(data)
    assert bool(found) != bool(sentence)
    end = 0
    for block in found.blocks if found else ():
        assert found
        assert end <= block.span.start < block.span.end <= len(found.text)
        end = block.span.end
    assert found is None or (found.blocks and found.title)


def outcome_of(data: bytes) -> tuple[Ingested | None, str]:
    try:
        return read(data, "talks.txt", kind="text"), ""
    except BriefingError as refused:
        return None, refused.sentence


def test_a_text_of_more_paragraphs_than_a_window_can_take_is_refused():
    with pytest.raises(BriefingError, match="holds more than Briefing can take in"):
        read(b"word\n" * 100_001, "long.txt")


def test_a_refused_file_is_named_in_the_order_in_which_its_name_is_read():
    with pytest.raises(BriefingError) as caught:
        read(b"", "invoice\u202egpj.exe")
    assert caught.value.sentence == "“invoicegpj.exe” is empty."
