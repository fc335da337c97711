"""One page read off its picture, from the drawing of it to its words."""

from __future__ import annotations

from pathlib import Path

from archive_app.domain.page import Page
from archive_app.readers.ocr.choosing import Choice, engine_for
from archive_app.readers.ocr.laying_out import page_of
from archive_app.readers.ocr.levelling import levelled, seen_as_it_lies, skew_of
from archive_app.readers.rendering import page_picture

#: Type is read as well at this resolution as at any finer one.
_DPI = 300
#: Neither more pixels than this on a side: a plan or a poster.
_MOST_PIXELS = 4000


def read_page(path: Path, media_type: str, page: Page, choice: Choice) -> Page:
    """The page with the words that its picture shows; as it was, but read, where it shows none.

    Raises ReadingError where the picture cannot be drawn or the engine fails.
    """
    longest = max(page.width, page.height, 1.0)
    picture = page_picture(path, media_type, page.number, min(_DPI / 72, _MOST_PIXELS / longest))
    skew = skew_of(picture)
    level = levelled(picture, skew)
    seen = seen_as_it_lies(engine_for(choice).read(level), skew, level.size, picture.size)
    return page_of(page, seen, picture.size, choice.label)
