"""Pictures of papers: pages without words, for character recognition to read."""

from __future__ import annotations

from pathlib import Path

from PIL import ImageOps

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.readers import limits
from archive_app.readers.pictures import opened, size_in_points


def read(path: Path, media_type: str) -> Paper:
    """A page for each frame. Raises ReadingError where a frame is damaged, cut off or too large."""
    pages = []
    with opened(path) as image:
        frames = getattr(image, "n_frames", 1) if media_type == "image/tiff" else 1
        if frames > limits.MOST_PAGES:
            raise limits.too_large(f"more than {limits.MOST_PAGES:,} pictures")
        for number in range(frames):
            image.seek(number)
            image.load()
            width, height = size_in_points(ImageOps.exif_transpose(image))
            pages.append(Page(number + 1, "", width, height, needs_ocr=True))
    return Paper(media_type, tuple(pages))
