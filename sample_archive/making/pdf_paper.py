"""Printed papers as PDF: letterhead, clauses, tables, columns, signature blocks.

Nothing is compressed, so that the bytes do not hang on the zlib of the machine.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from making.letterhead import Letterhead, Signature
from making.markup import Block, parse, runs
from making.paper import Paper, Signer
from making.styles import FACES, paragraph_styles

GREY = HexColor("#7b7b7b")
HEADER_FILL = HexColor("#e7ebf1")
CENTRED = ("title", "centre")
BULLET = "\u2022"
Styles = dict[str, ParagraphStyle]


def pdf_bytes(paper: Paper, encrypt: object | None = None) -> bytes:
    """The paper as a PDF file, the same bytes every time."""
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    face = FACES[paper.style]
    template = BaseDocTemplate(
        buffer,
        pagesize=letter,
        title=paper.title or paper.key,
        author="Convenio",
        subject=paper.specimen,
        creator="Convenio specimens",
        invariant=1,
        pageCompression=0,
        encrypt=encrypt,
    )
    width, height = letter
    frame = Frame(face.margin, 62, width - 2 * face.margin, height - 62 - 58, 0, 0, 0, 0, id="page")
    template.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _foot(canvas, paper, face.margin)))
    template.build(_story(paper, frame.width))
    return buffer.getvalue()


def _foot(canvas: Canvas, paper: Paper, margin: float) -> None:
    """The specimen line and the page number below the text, small and grey."""
    width, _ = letter
    canvas.saveState()
    canvas.setFillColor(GREY)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(margin, 34, paper.specimen)
    canvas.drawRightString(width - margin, 34, str(canvas.getPageNumber()))
    canvas.restoreState()


def _story(paper: Paper, width: float) -> list[Flowable]:
    styles = paragraph_styles(FACES[paper.style])
    story: list[Flowable] = [Letterhead(paper.head), Spacer(0, 8)] if paper.head else []
    if paper.left:
        story += _two_columns(paper, styles, width)
    blocks = parse(paper.body) if paper.body else []
    for number, block in enumerate(blocks):
        if block.kind == "columns":
            rest = [_flowable(paper, later, styles, width / 2 - 9) for later in blocks[number + 1 :]]
            return [*story, BalancedColumns(rest, nCols=2, innerPadding=18)]
        if number and block.kind not in CENTRED and blocks[number - 1].kind in CENTRED:
            story.append(Spacer(0, 8))
        story.append(_flowable(paper, block, styles, width))
        if [later.kind for later in blocks[number + 1 : number + 2]] == ["signatures"]:
            story[-1].keepWithNext = 1  # no page of signatures without a word of what is signed
    return story


def _flowable(paper: Paper, block: Block, styles: Styles, width: float) -> Flowable:
    if block.kind == "signatures":
        return _signatures(paper, styles, width)
    if block.kind == "table":
        return _table(block.rows, styles, width)
    if block.kind == "rule":
        return HRFlowable(width="100%", thickness=0.6, color=GREY, spaceBefore=4, spaceAfter=8)
    if block.kind == "page":
        return PageBreak()
    return _paragraph(block, styles)


def _paragraph(block: Block, styles: Styles) -> Paragraph:
    text = "".join(_rich(run.text, run.bold, run.italic) for run in runs(block.text))
    mark = BULLET if block.kind == "bullet" else block.marker or None
    kind = "subclause" if block.marker.startswith("(") else block.kind
    return Paragraph(text.replace("\n", "<br/>"), styles[kind], bulletText=mark)


def _rich(text: str, bold: bool, italic: bool) -> str:
    text = escape(text)
    if bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if italic else text


def _table(rows: Sequence[Sequence[str]], styles: Styles, width: float) -> Table:
    """A ruled table; a first column twice as wide as the others."""
    share = width / (len(rows[0]) + 1)
    widths = [2 * share] + [share] * (len(rows[0]) - 1)
    cells = [[_paragraph(Block("cell", cell), styles) for cell in row] for row in rows]
    look = [
        ("GRID", (0, 0), (-1, -1), 0.6, HexColor("#333333")),
        ("BACKGROUND", (0, 0), (-1, 0), HEADER_FILL),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    return Table(cells, colWidths=widths, style=TableStyle(look), repeatRows=1, spaceBefore=4, spaceAfter=12)


def _two_columns(paper: Paper, styles: Styles, width: float) -> list[Flowable]:
    """English and Spanish side by side, clause beside clause."""
    left, right = parse(paper.left), parse(paper.right)
    if len(left) != len(right):
        raise ValueError(f"{paper.key}: {len(left)} blocks on the left, {len(right)} on the right")
    rows = [[[_paragraph(one, styles)], [_paragraph(other, styles)]] for one, other in zip(left, right, strict=True)]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEAFTER", (0, 0), (0, -1), 0.3, GREY),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), 12),
        ("LEFTPADDING", (1, 0), (1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    return [Table(rows, colWidths=[width / 2, width / 2], style=TableStyle(look))]


def _signatures(paper: Paper, styles: Styles, width: float) -> Flowable:
    if paper.signatures == "stacked":
        stack = [[[*_signature(paper, signer, styles, 260), Spacer(0, 16)]] for signer in paper.signers]
        return Table(stack, colWidths=[width], style=TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    half = width / 2
    cells = [_signature(paper, signer, styles, half - 24) for signer in paper.signers]
    rows: list[list[object]] = [
        [*cells[at : at + 2], *[""] * (2 - len(cells[at : at + 2]))] for at in range(0, len(cells), 2)
    ]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 14),
    ]
    return Table(rows, colWidths=[half, half], style=TableStyle(look), spaceBefore=8)


def _signature(paper: Paper, signer: Signer, styles: Styles, width: float) -> list[Flowable]:
    """One signer's block: for whom, the line, name, title, the day beside its label."""
    shape = styles["signature"]
    made: list[Flowable] = [Paragraph(f"<b>{escape(signer.party)}</b>", shape)] if signer.party else []
    if signer.mark == "typed":
        made += [Spacer(0, 10), Paragraph(f"By: <u>/s/ {escape(signer.name)}</u>", shape)]
    else:
        made.append(Signature(signer.name, width, "By:" if signer.mark == "by" else "", inked=signer.mark != "blank"))
    made += [Paragraph(escape(line), shape) for line in (signer.name, *signer.title) if line]
    label = signer.date_label or paper.date_word
    if signer.date:
        made.append(Paragraph(f"{label} {escape(signer.date)}", shape))
    return made
