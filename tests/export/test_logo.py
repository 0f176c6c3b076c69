"""The author's logo: only a picture is taken, and of a picture only what is seen."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from briefing_app import paths
from briefing_app.export.errors import LogoError
from briefing_app.export.logo import read_logo, suffix_of
from tests.export.builders import only_notes
from tests.export.reading_pdf import made

LOGO = (paths.resources() / "icons" / "briefing.png").read_bytes()


def a_jpeg(mode: str = "RGB", **remarks: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (40, 20), "blue" if mode == "RGB" else 0).save(written, "JPEG", **remarks)
    return written.getvalue()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "logo.png")
    with pytest.raises(LogoError):
        read_logo(tmp_path / "logo.png")


@pytest.mark.parametrize(
    "logo",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
        LOGO[:12] + b"IDAT" + LOGO[16:],
        LOGO[:16] + b"\xff" * 8 + LOGO[24:],
        b"\xff\xd8\xff\xe0\x00\x10",
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x04",
        b"\xff\xd8nothing of the kind",
        LOGO + b"\0" * (2 << 20),
    ],
)
def test_what_is_no_logo_is_refused(logo: bytes):
    with pytest.raises(LogoError):
        suffix_of(logo)


def test_a_jpeg_is_set_without_what_its_camera_wrote(tmp_path: Path):
    exif = Image.Exif()
    exif[0x010F] = "the maker of a secret camera"
    logo = a_jpeg(exif=exif, comment=b"a secret comment")
    assert logo.count(b"secret") == 2
    assert suffix_of(logo) == ".jpg"
    pdf = made(only_notes(), tmp_path, logo=logo)
    assert b"/DCTDecode" in pdf
    assert b"secret" not in pdf


def test_a_jpeg_cut_short_is_none():
    logo = a_jpeg()
    for length in range(2, logo.index(b"\xff\xda"), 7):
        with pytest.raises(LogoError):
            suffix_of(logo[:length])


def test_colours_of_print_are_refused():
    with pytest.raises(LogoError):
        suffix_of(a_jpeg("CMYK"))


@pytest.mark.parametrize("name", ["none.png", "."])
def test_a_file_that_cannot_be_read_is_no_logo(name: str, tmp_path: Path):
    with pytest.raises(LogoError):
        read_logo(tmp_path / name)


def test_a_logo_that_only_its_head_makes_a_picture_is_refused_with_a_sentence(tmp_path: Path):
    with pytest.raises(LogoError) as caught:
        made(only_notes(), tmp_path, logo=LOGO[:60] + b"\0" * 200)
    assert "PNG or JPEG" in caught.value.sentence
