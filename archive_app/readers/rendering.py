"""A page as a picture, for the window to show. To be called in a worker process: pdfium is not safe in threads."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageOps

from archive_app.errors import ReadingError
from archive_app.readers import limits
from archive_app.readers.pictures import opened, size_in_points

_MOST_PIXELS = 60_000_000


def render_page(path: Path, media_type: str, page_number: int, scale: float) -> tuple[int, int, bytes]:
    """Width and height in pixels and the pixels as RGB bytes, rows from the top, without padding.

    ``scale`` is pixels a point; it is lowered where the picture would become too large to hold. Pages count from 1.
    Raises ReadingError where there is no such page, or it cannot be drawn.
    """
    image = page_picture(path, media_type, page_number, scale)
    return image.width, image.height, image.tobytes()


def page_picture(path: Path, media_type: str, page_number: int, scale: float) -> Image.Image:
    """The same as a picture in red, green and blue, turned as the file says that it is to be shown."""
    if media_type == "application/pdf":
        return _pdf_page(path, page_number, scale)
    if media_type.startswith("image/"):
        return _frame(path, page_number, scale)
    raise ReadingError("rendering", "A file of this kind has no pages to show.", "Read its text instead.")


def _bounded(scale: float, width: float, height: float) -> float:
    return min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))


def _no_page(number: int, count: int) -> ReadingError:
    return ReadingError("rendering", f"There is no page {number}; the file has {count}.", "Choose another page.")


def _pdf_page(path: Path, number: int, scale: float) -> Image.Image:
    import pypdfium2

    from archive_app.readers.pdf import open_document

    document = open_document(path)
    try:
        if not 1 <= number <= len(document):
            raise _no_page(number, len(document))
        page = document[number - 1]
        try:
            bitmap = page.render(scale=_bounded(scale, *page.get_size()), rev_byteorder=True)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            return picture
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise limits.broken("a PDF", f"page {number} cannot be drawn") from error
    finally:
        document.close()


def _frame(path: Path, number: int, scale: float) -> Image.Image:
    with opened(path) as image:
        frames = getattr(image, "n_frames", 1)
        if not 1 <= number <= frames:
            raise _no_page(number, frames)
        image.seek(number - 1)
        upright = ImageOps.exif_transpose(image)
        width, height = size_in_points(upright)
        scale = _bounded(scale, width, height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        return upright.convert("RGB").resize(size, Image.Resampling.LANCZOS)
