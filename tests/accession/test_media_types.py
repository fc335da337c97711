"""Files are told apart by what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.accession import media_types
from archive_app.accession.media_types import media_type
from tests import builders
from tests.ole_files import make_msg, write_ole


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ods(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("mimetype", media_types.ODS)
        container.writestr("content.xml", "<x/>")
    return path


def image(suffix: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        made = builders.make_image(path.with_suffix(suffix), "Words", size=(40, 40))
        return made.rename(path)

    return make


MADE: list[tuple[str, Callable[[Path], Path]]] = [
    (media_types.PDF, lambda path: builders.make_pdf(path, "Words.")),
    (media_types.PDF, lambda path: written(path, b"\r\nX-Mailer junk\r\n\r\n" + builders.pdf_bytes("Words."))),
    (media_types.DOCX, lambda path: builders.make_docx(path, "Words.")),
    (media_types.XLSX, lambda path: builders.make_xlsx(path, {"Sheet": [["words"]]})),
    (media_types.ODS, ods),
    (media_types.MSG, lambda path: make_msg(path, "Words.")),
    (media_types.XLS, lambda path: write_ole(path, {"Workbook": bytes(5000)})),
    (media_types.DOC, lambda path: write_ole(path, {"WordDocument": bytes(5000)})),
    (media_types.ENCRYPTED, lambda path: write_ole(path, {"EncryptedPackage": bytes(5000)})),
    (media_types.UNKNOWN, lambda path: write_ole(path, {"Something": bytes(5000)})),
    (media_types.MAIL, lambda path: builders.make_mail(path, "Words.", From_="a@b.example", Subject="S")),
    (media_types.MAIL, lambda path: written(path, "From: Ana <a@b.example>\r\nDate: Mon\r\nTo: x\r\n\r\nWords.")),
    (media_types.HTML, lambda path: builders.make_html(path, "<p>Words</p>")),
    (media_types.HTML, lambda path: written(path, "\ufeff<!-- saved from somewhere -->\n<HTML><body>Words")),
    (media_types.HTML, lambda path: written(path, "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html/>")),
    (media_types.PNG, image(".png")),
    (media_types.JPEG, image(".jpg")),
    (media_types.TIFF, image(".tif")),
    (media_types.PLAIN, lambda path: written(path, "A memorándum, nothing more.\n")),
    (media_types.PLAIN, lambda path: written(path, "año según".encode("cp1252"))),
    (media_types.PLAIN, lambda path: written(path, "año según".encode("utf-16"))),
    (media_types.PLAIN, lambda path: written(path, "TO: All directors\nFROM: The chief\nDATE: May 5\n\nWords.")),
    (media_types.PLAIN, lambda path: written(path, "It spoke of %PDF-1.4 and of <html> in passing.")),
    (media_types.UNKNOWN, lambda path: written(path, bytes(range(256)) * 4)),
    (media_types.UNKNOWN, lambda path: written(path, b"")),
    (media_types.UNKNOWN, lambda path: written(path, b"PK\x03\x04 and no more")),
]


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.exe"])
@pytest.mark.parametrize(("kind", "make"), MADE)
def test_content_tells_whatever_the_name(tmp_path: Path, name: str, kind: str, make: Callable[[Path], Path]) -> None:
    assert media_type(make(tmp_path / name)) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.md", media_types.MARKDOWN),
        ("a.CSV", media_types.CSV),
        ("a.tsv", media_types.CSV),
        ("a.txt", media_types.PLAIN),
    ],
)
def test_the_name_decides_between_kinds_of_text(tmp_path: Path, name: str, kind: str) -> None:
    assert media_type(written(tmp_path / name, "a,b\n1,2\n")) == kind
    assert media_type(written(tmp_path / "kept", "a,b\n1,2\n"), name) == kind


def test_a_container_cut_off_is_still_known(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a", "Words.")
    path.write_bytes(path.read_bytes()[:-200])
    assert media_type(path) == media_types.DOCX


def test_every_kind_has_an_extension() -> None:
    kinds = {value for name, value in vars(media_types).items() if name.isupper() and isinstance(value, str)}
    assert kinds <= set(media_types.EXTENSIONS)


@given(
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"From: ", b"<html"]),
    st.binary(max_size=1200),
)
def test_any_bytes_have_a_kind(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes) -> None:
    path = written(tmp_path_factory.getbasetemp() / "any", start + rest)
    assert media_type(path) in media_types.EXTENSIONS
