from __future__ import annotations

import math

import pytest
from PIL import Image

from archive_app.readers.ocr.levelling import levelled, seen_as_it_lies, skew_of
from archive_app.readers.ocr.seen import Seen, SeenWord
from tests.readers.ocr.drawing import LINES, page


@pytest.mark.parametrize("skew", [-4.0, -1.5, 0.0, 0.8, 5.0])
@pytest.mark.parametrize("turned", [0, 90])
def test_skew_is_found_whichever_way_the_page_lies(skew: float, turned: int) -> None:
    sheet = page(*LINES, *LINES).rotate(turned, expand=True, fillcolor="white")

    found = skew_of(sheet.rotate(-skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white"))

    assert found == pytest.approx(skew, abs=0.15)


def test_a_blank_sheet_is_not_turned() -> None:
    assert skew_of(Image.new("RGB", (400, 500), "white")) == 0.0


def test_what_is_seen_on_the_level_picture_lies_where_it_was_on_the_picture() -> None:
    picture = Image.new("RGB", (600, 400), "white")
    picture.paste("black", (500, 100, 510, 110))
    level = levelled(picture, 3.0)
    dark = [(x, y) for x in range(level.width) for y in range(level.height) if level.getpixel((x, y)) == (0, 0, 0)]
    x, y = (sum(values) / len(dark) for values in zip(*dark, strict=True))
    corners = ((x, y), (x + 10, y), (x + 10, y + 5), (x, y + 5))

    back = seen_as_it_lies(Seen((SeenWord("a", corners, 1.0),), 0.0), 3.0, level.size, picture.size)

    assert back.angle == 3.0
    assert math.dist(back.words[0].corners[0], (505, 105)) < 1.5
