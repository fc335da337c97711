"""Scans: a printed paper turned into a skewed, noisy picture of itself."""

from __future__ import annotations

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab import rl_config
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from making.paper import Paper
from making.pdf_paper import pdf_bytes

PAPER_GREY = 246
INCH = 72


def scanned_pdf(paper: Paper) -> bytes:
    """A PDF whose pages hold one picture each and no text."""
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1, pageCompression=0)
    canvas.setTitle(paper.more.get("scan_title", "scan"))
    for picture in _pages(paper):
        jpeg = io.BytesIO(_jpeg(picture, paper.more.get("quality", 45)))
        canvas.drawImage(ImageReader(jpeg), 0, 0, *letter)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned_jpeg(paper: Paper) -> bytes:
    """The first page as a grey JPEG."""
    return _jpeg(_pages(paper)[0], paper.more.get("quality", 55))


def scanned_png(paper: Paper) -> bytes:
    """The first page as a black and white PNG, as fax and copier make them."""
    buffer = io.BytesIO()
    bilevel = _pages(paper)[0].point(lambda level: 255 if level > 150 else 0).convert("1", dither=Image.Dither.NONE)
    bilevel.save(buffer, "PNG", dpi=(_resolution(paper), _resolution(paper)), optimize=True)
    return buffer.getvalue()


def _pages(paper: Paper) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf_bytes(paper))
    seeds = random.Random(paper.key)
    try:
        return [_worn(_picture(page, paper), paper.more.get("skew", 1.5), seeds) for page in document]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, paper: Paper) -> Image.Image:
    bitmap = page.render(scale=_resolution(paper) / INCH, grayscale=True)
    picture: Image.Image = bitmap.to_pil().convert("L")
    page.close()
    return picture


def _worn(picture: Image.Image, skew: float, seeds: random.Random) -> Image.Image:
    """Turned a little, softened, on greyish paper, with grain and specks."""
    turned = picture.rotate(skew * seeds.choice((1, -1)), Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.5)).point(lambda level: min(level, PAPER_GREY))
    grain = Image.frombytes("L", picture.size, seeds.randbytes(picture.width * picture.height))
    grained = ImageChops.subtract(soft, grain.point(lambda level: level // 14))
    for _ in range(90):
        spot = (seeds.randrange(picture.width - 3), seeds.randrange(picture.height - 3))
        grained.paste(seeds.randrange(60, 160), (*spot, spot[0] + seeds.randint(1, 3), spot[1] + seeds.randint(1, 3)))
    return grained


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, dpi=(200, 200))
    return buffer.getvalue()


def _resolution(paper: Paper) -> int:
    return int(paper.more.get("dpi", 200))
