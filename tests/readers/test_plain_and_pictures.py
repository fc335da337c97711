"""Plain texts, pictures, and pages shown as pictures."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from archive_app.accession import media_types
from archive_app.errors import ReadingError
from archive_app.executor import Worker
from archive_app.readers import read
from archive_app.readers.rendering import render_page
from tests import builders

SENTENCE = "La cónsul y el director firmaron el acuerdo en la mañana; después comieron con los trabajadores. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_texts_in_the_encodings_people_use(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes((SENTENCE * 3).encode(encoding))
    assert read(tmp_path / "a.txt", media_types.PLAIN).pages[0].text == SENTENCE * 3


def test_form_feeds_part_pages_and_line_ends_are_one_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"First\r\nline\fSecond\rline\x00\f")
    pages = read(tmp_path / "a.txt", media_types.PLAIN).pages
    assert [(page.number, page.text) for page in pages] == [(1, "First\nline"), (2, "Second\nline")]


def test_a_very_long_text_is_given_pages_at_its_paragraphs(tmp_path: Path) -> None:
    paragraph = SENTENCE * 5
    text = "\n\n".join([paragraph.strip()] * 300)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    pages = read(tmp_path / "a.txt", media_types.PLAIN).pages
    assert len(pages) > 30
    assert all(page.text.startswith("La cónsul") and len(page.text) < 7_000 for page in pages)
    assert "\n\n".join(page.text for page in pages) == text


def test_a_long_text_without_any_paragraph_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 40_000, encoding="utf-8")
    pages = read(tmp_path / "a.txt", media_types.PLAIN).pages
    assert sum(page.text.count("word") for page in pages) == 40_000


def test_white_space_alone_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\f\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="The file is empty"):
        read(tmp_path / "a.txt", media_types.PLAIN)


@pytest.mark.parametrize(("name", "kind"), [("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.tif", "image/tiff")])
def test_a_picture_is_a_page_to_be_recognised(tmp_path: Path, name: str, kind: str) -> None:
    path = builders.make_image(tmp_path / name, "Words", dpi=100, size=(850, 1100))
    (page,) = read(path, kind).pages
    assert page.needs_ocr
    assert (page.width, page.height) == pytest.approx((612, 792), abs=0.5)


def test_every_picture_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = builders.make_image(tmp_path / "a.tif", "One", "Two", "Three")
    assert [page.number for page in read(path, "image/tiff").pages] == [1, 2, 3]


def test_a_picture_cut_off_is_told_as_damaged(tmp_path: Path) -> None:
    path = builders.make_image(tmp_path / "a.png", "Words")
    path.write_bytes(path.read_bytes()[:1500])
    with pytest.raises(ReadingError, match="cannot be read as a picture"):
        read(path, "image/png")


def test_a_picture_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    path = builders.make_image(tmp_path / "a.png", "Words", size=(10, 10))
    content = path.read_bytes()
    head = b"IHDR" + struct.pack(">II", 30_000, 30_000) + content[24:29]
    path.write_bytes(content[:12] + head + struct.pack(">I", zlib.crc32(head)) + content[33:])
    with pytest.raises(ReadingError, match="more pixels than can be shown"):
        read(path, "image/png")


def test_a_pdf_page_is_drawn_at_the_scale(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.setFillColorRGB(1, 0, 0)
    on.rect(0, 692, 100, 100, stroke=0, fill=1)
    on.save()
    width, height, pixels = render_page(tmp_path / "a.pdf", "application/pdf", 1, 0.5)
    assert (width, height) == (306, 396)
    assert len(pixels) == 3 * width * height
    assert tuple(pixels[:3]) == (255, 0, 0)
    assert tuple(pixels[-3:]) == (255, 255, 255)


def test_a_picture_is_drawn_at_the_scale_and_never_too_large(tmp_path: Path) -> None:
    path = builders.make_image(tmp_path / "a.png", "Words")
    assert render_page(path, "image/png", 1, 0.5)[:2] == (306, 396)
    width, height, _ = render_page(path, "image/png", 1, 1000)
    assert width * height <= 61_000_000


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_told(tmp_path: Path, number: int) -> None:
    path = builders.make_pdf(tmp_path / "a.pdf", "One page.")
    with pytest.raises(ReadingError, match=f"There is no page {number}; the file has 1"):
        render_page(path, "application/pdf", number, 1)


def test_text_has_no_page_to_draw(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no pages to show"):
        render_page(tmp_path / "a.txt", "text/plain", 1, 1)


def draw(path: Path) -> tuple[int, int, bytes]:
    return render_page(path, "application/pdf", 1, 1)


def test_pages_are_drawn_in_a_process_of_their_own(tmp_path: Path) -> None:
    worker: Worker[Path, tuple[int, int, bytes]] = Worker(draw, seconds=30, megabytes=512)
    try:
        outcome = worker.call(builders.make_pdf(tmp_path / "a.pdf", "One page."))
    finally:
        worker.close()
    assert outcome.result is not None
    assert outcome.result[:2] == (612, 792)
