import pytest
from PySide6.QtCore import QMimeData, QUrl

from briefing_app.ui.mime import copied_text, local_files


@pytest.mark.parametrize(
    ("kind", "data", "address"),
    [
        ("chromium/x-source-url", b"https://example.org/a", "https://example.org/a"),
        (
            "text/x-moz-url-priv",
            "https://example.org/é\0".encode("utf-16-le"),
            "https://example.org/é",
        ),
        ("chromium/x-source-url", b"file:///home/someone/saved.html", ""),
        ("chromium/x-source-url", b"\xff\xfe", ""),
        ("text/html", b"https://example.org/a", ""),
    ],
)
def test_a_copied_text_has_the_address_of_the_page_it_is_from(kind, data, address):
    mime = QMimeData()
    mime.setText("Words of the page.")
    mime.setData(kind, data)
    copied = copied_text(mime)
    assert (copied.text, copied.told.url) == ("Words of the page.", address)


def test_an_empty_clipboard_has_no_text_and_no_files():
    assert copied_text(None).text == ""
    assert local_files(None) == []


def test_addresses_on_a_network_are_no_files(tmp_path):
    mime = QMimeData()
    file = tmp_path / "a.txt"
    remote = ("https://example.org/a.txt", "file://server/share/a.txt")
    mime.setUrls([QUrl.fromLocalFile(str(file)), *map(QUrl, remote)])
    assert local_files(mime) == [file]
