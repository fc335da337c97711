"""Real files made in code, for every test that reads one.

Each function writes one file at ``path`` and gives the path back. What stands in them is fictional.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

FONT = "Times-Roman"
WIDTH, HEIGHT = 612.0, 792.0
MARGIN = 72.0
LEADING = 1.2

Rows = Sequence[Sequence[object]]


# PDF


def canvas(path: Path, *, size: float = 11, password: str | None = None, width: float = WIDTH) -> Canvas:
    """A letter-sized canvas that gives the same bytes every time; end with ``save()``."""
    lock = StandardEncryption(password, canPrint=0) if password else None
    made = Canvas(str(path), pagesize=(width, HEIGHT), invariant=True, encrypt=lock)
    made.setFont(FONT, size)
    return made


def draw_lines(
    on: Canvas, x: float, top: float, lines: Sequence[str], *, size: float = 11, leading: float | None = None
) -> float:
    """Draws lines from ``top`` (points from the page's top edge) down; gives the top for the line after."""
    on.setFont(FONT, size)
    for line in lines:
        on.drawString(x, HEIGHT - top - size, line)
        top += leading or size * LEADING
    return top


def wrapped(text: str, width: float, size: float = 11) -> list[str]:
    """A text's lines at a width; paragraphs (parted by empty lines) stay parted by an empty line."""
    paragraphs = [simpleSplit(" ".join(part.split()), FONT, size, width) for part in text.split("\n\n")]
    return [line for paragraph in paragraphs for line in [*paragraph, ""]][:-1]


def make_pdf(
    path: Path, *pages: str, size: float = 11, title: str = "", author: str = "", password: str | None = None
) -> Path:
    """One PDF page for each text, wrapped at the margins; an empty line parts paragraphs."""
    on = canvas(path, password=password)
    if title:
        on.setTitle(title)
    if author:
        on.setAuthor(author)
    for text in pages:
        draw_lines(on, MARGIN, MARGIN, wrapped(text, WIDTH - 2 * MARGIN, size), size=size)
        on.showPage()
    on.save()
    return path


def two_column_pdf(
    path: Path, left: str, right: str, *, title: str = "", gutter: float = 24, size: float = 10, drop: float = 0
) -> Path:
    """Two texts side by side, an optional centred title across both; ``drop`` lowers the right column by points."""
    on = canvas(path)
    top = MARGIN
    if title:
        on.setFont(FONT, 14)
        on.drawCentredString(WIDTH / 2, HEIGHT - top - 14, title)
        top += 40
    column = (WIDTH - 2 * MARGIN - gutter) / 2
    draw_lines(on, MARGIN, top, wrapped(left, column, size), size=size)
    draw_lines(on, MARGIN + column + gutter, top + drop, wrapped(right, column, size), size=size)
    on.save()
    return path


def signature_blocks_pdf(
    path: Path, left: Sequence[str], right: Sequence[str], *, above: str = "", below: str = "", right_at: float = 330
) -> Path:
    """Two signers' blocks side by side, line by line, under a paragraph and over another."""
    on = canvas(path)
    top = draw_lines(on, MARGIN, MARGIN, wrapped(above, WIDTH - 2 * MARGIN)) + 30
    draw_lines(on, MARGIN, top, left, leading=20)
    top = draw_lines(on, right_at, top, right, leading=20)
    if below:
        draw_lines(on, MARGIN, top + 30, wrapped(below, WIDTH - 2 * MARGIN))
    on.save()
    return path


def scanned_pdf(path: Path, *texts: str, stamp: str = "") -> Path:
    """A page that is a picture of its text, for each text; ``stamp`` is real text laid over it."""
    on = canvas(path)
    for text in texts:
        on.drawImage(ImageReader(picture(text)), 0, 0, WIDTH, HEIGHT)
        on.drawString(MARGIN, HEIGHT - 30, stamp)
        on.showPage()
    on.save()
    return path


def table_pdf(path: Path, rows: Rows, *, ruled: bool = True, column: float = 110) -> Path:
    """One table from the left margin, with lines around every cell where it is ruled."""
    on = canvas(path)
    for number, row in enumerate(rows):
        y = HEIGHT - MARGIN - 20 * (number + 1)
        for index, cell in enumerate(row):
            on.drawString(MARGIN + column * index + 4, y + 6, str(cell))
            if ruled:
                on.rect(MARGIN + column * index, y, column, 20)
    on.save()
    return path


# Pictures


def picture(text: str, size: tuple[int, int] = (850, 1100)) -> Image.Image:
    """A picture of a text in black on white."""
    image = Image.new("L", size, 255)
    ImageDraw.Draw(image).text((60, 60), text, fill=0)
    return image


def make_image(path: Path, *texts: str, dpi: int = 100, size: tuple[int, int] = (850, 1100)) -> Path:
    """A picture in the format of the path's extension; several texts make the pages of a TIFF."""
    first, *others = [picture(text, size) for text in texts or ("",)]
    if others:
        first.save(path, dpi=(dpi, dpi), save_all=True, append_images=others)
    else:
        first.save(path, dpi=(dpi, dpi))
    return path


# Office files


def make_docx(path: Path, *blocks: str | Rows, header: str = "", footer: str = "", title: str = "") -> Path:
    """A word processor's document: a text is a paragraph, a list of rows a table, a form feed a page break."""
    document: Document = docx.Document()
    document.core_properties.title = title
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for block in blocks:
        if block == "\f":
            document.add_page_break()
        elif isinstance(block, str):
            document.add_paragraph(block)
        else:
            _add_table(document, block)
    document.save(str(path))
    return path


def _add_table(document: Document, rows: Rows) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = str(value)


def make_xlsx(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with a sheet for each name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


# Mail and the web


def make_mail(
    path: Path,
    body: str = "",
    *,
    html: str = "",
    attachments: Mapping[str, bytes] | None = None,
    **headers: str,
) -> Path:
    """A mail; headers are named ``From_``, ``To``, ``Subject``, ``Message_ID`` and so on."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.rstrip("_").replace("_", "-")] = value
    if body or not html:
        message.set_content(body)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, content in (attachments or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    path.write_bytes(bytes(message))
    return path


def make_mbox(path: Path, *mails: Path) -> Path:
    """A mailbox of mails that were made before."""
    lines = [b"From a@b.example Mon Mar  3 10:00:00 2014\n" + mail.read_bytes().rstrip() + b"\n\n" for mail in mails]
    path.write_bytes(b"".join(lines))
    return path


def make_zip(path: Path, files: Mapping[str, bytes]) -> Path:
    """A ZIP file with these names in it, however they are written."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name, content)
    return path


def make_html(path: Path, body: str, *, head: str = "", encoding: str = "utf-8") -> Path:
    """A web page that states its encoding."""
    page = f'<!DOCTYPE html><html><head><meta charset="{encoding}">{head}</head><body>{body}</body></html>'
    path.write_bytes(page.encode(encoding))
    return path


def pdf_bytes(text: str) -> bytes:
    """A one-page PDF as bytes, such as a mail carries."""
    buffer = io.BytesIO()
    on = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=True)
    draw_lines(on, MARGIN, MARGIN, wrapped(text, WIDTH - 2 * MARGIN))
    on.save()
    return buffer.getvalue()
