"""Rules of tables go before a picture is read; letters, and what is no rule, stay."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw

from archive_app.readers.ocr.ruling import Rules
from tests.readers.ocr.drawing import LINES, page


def ruled(sheet: Image.Image, thick: int) -> Image.Image:
    """The sheet with a frame between its lines, and upright rules beside them."""
    drawn = sheet.copy()
    pen = ImageDraw.Draw(drawn)
    for top in (50, 92, 132, 172):
        pen.line((20, top, sheet.width - 20, top), fill="black", width=thick)
    for x in (20, sheet.width - 20):
        pen.line((x, 50, x, 172), fill="black", width=thick)
    return drawn


@pytest.mark.parametrize("thick", [1, 2, 4])
def test_a_ruled_table_keeps_its_words_alone(thick: int) -> None:
    sheet = page(*LINES)
    assert not ink_beside(Rules(ruled(sheet, thick)).taken_off(), sheet)


def test_a_page_without_rules_is_the_same_picture() -> None:
    sheet = page(*LINES)
    assert Rules(sheet).taken_off() is sheet


def test_a_dark_area_is_no_rule() -> None:
    sheet = page(*LINES)
    ImageDraw.Draw(sheet).rectangle((100, 180, 800, 230), fill="black")
    left = Rules(sheet).taken_off().crop((110, 185, 790, 225))
    assert left.getextrema() == ((0, 0), (0, 0), (0, 0))


def ink_beside(picture: Image.Image, other: Image.Image) -> bool:
    """Whether one of the two shows a stretch of ink that the other has not."""
    apart = ImageChops.difference(picture.convert("L"), other.convert("L")).point(lambda level: 255 * (level > 128))
    return sum(apart.histogram()[255:]) > 40
