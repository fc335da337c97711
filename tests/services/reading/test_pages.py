"""Pages drawn in a process of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.errors import ReadingError
from archive_app.services.reading.pages import PageRenderer, is_pictured
from tests.builders import make_pdf


@pytest.fixture
def renderer() -> Iterator[PageRenderer]:
    made = PageRenderer()
    yield made
    made.close()


def test_a_page_is_drawn_at_the_scale_asked_for_and_a_bad_one_is_told(renderer: PageRenderer, tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "paper.pdf", "Some words", "More words")
    picture = renderer.render(path, "application/pdf", 2, 0.5)
    assert (picture.width, picture.height) == (306, 396)
    assert len(picture.rgb) == 306 * 396 * 3
    with pytest.raises(ReadingError, match=r"Page 3 of paper\.pdf cannot be drawn"):
        renderer.render(path, "application/pdf", 3, 0.5)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ReadingError):
        renderer.render(tmp_path / "broken.pdf", "application/pdf", 1, 1.0)
    assert renderer.render(path, "application/pdf", 1, 0.5).width == 306


def test_a_process_that_was_killed_is_replaced(renderer: PageRenderer, tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "paper.pdf", "Some words")
    renderer.render(path, "application/pdf", 1, 0.2)
    assert renderer._worker is not None
    renderer._worker._process.kill()
    renderer._worker._process.join()
    assert renderer.render(path, "application/pdf", 1, 0.25).width == 153


def test_closing_without_having_drawn_anything_does_nothing() -> None:
    PageRenderer().close()


@pytest.mark.parametrize(
    ("media_type", "pictured"), [("application/pdf", True), ("image/png", True), ("text/html", False)]
)
def test_what_has_pages_that_look_like_something(media_type: str, pictured: bool) -> None:
    assert is_pictured(media_type) is pictured
