"""Pictures opened safely, for whoever reads or shows them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from archive_app.readers import limits

#: Scanners that do not say mostly used this.
_USUAL_DPI = 150.0
_POINTS_PER_INCH = 72.0


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """A picture, closed at the end. Raises ReadingError where it is damaged, cut off, or far too large, then or later.

    Pillow reads pixels only when asked, so damage may show inside the block.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                yield image
    except UnidentifiedImageError as error:
        raise limits.broken("a picture") from error
    except Image.DecompressionBombError as error:
        raise limits.too_large("a picture of more pixels than can be shown") from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError) as error:
        raise limits.broken("a picture", error) from error


def size_in_points(image: Image.Image) -> tuple[float, float]:
    """Width and height of the frame at hand as it would be printed."""
    x, y = image.info.get("dpi", (0, 0))
    across, down = (float(value) if float(value) > 10 else _USUAL_DPI for value in (x, y))
    return image.width * _POINTS_PER_INCH / across, image.height * _POINTS_PER_INCH / down
