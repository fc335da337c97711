"""Pages that are pictures of text, read by an engine for character recognition.

    picture → engine: words with corners → level frame: lines, columns → page: text, boxes on the picture, confidence

To be called in a worker process: engines take memory, and threads of their own.
"""

from __future__ import annotations

from pathlib import Path

from archive_app.domain.page import Page
from archive_app.readers.ocr.choosing import Choice, engine_for
from archive_app.readers.ocr.laying_out import page_of
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
    engine = engine_for(choice)
    return page_of(page, engine.read(picture), picture.size, choice.label)
