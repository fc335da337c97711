"""Papers as DOCX."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from making.markup import Block, parse, runs
from making.paper import Paper, Signer
from making.plain_zip import settled

ALIGNED = {"title": WD_ALIGN_PARAGRAPH.CENTER, "centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
BOLD = {"title", "heading"}


def docx_bytes(paper: Paper) -> bytes:
    """The paper as a Word file, with the specimen line in the footer of every page."""
    document = docx.Document()
    _drop_table_styles(document)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(11.5)
    document.core_properties.title = paper.title or paper.key
    document.core_properties.author = "Convenio"
    document.core_properties.comments = paper.specimen
    _foot(document, paper)
    for line in paper.head.get("lines", []):
        _head(document.add_paragraph(), line)
    for block in parse(paper.body):
        _add(document, paper, block)
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue())


def _drop_table_styles(document: Document) -> None:
    """Keeps the one table style that is used; the template's hundred others are 300 kB."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def _foot(document: Document, paper: Paper) -> None:
    run = document.sections[0].footer.paragraphs[0].add_run(paper.specimen)
    run.font.size, run.font.color.rgb = Pt(8), RGBColor(0x7B, 0x7B, 0x7B)


def _head(paragraph: Paragraph, line: str) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(line)
    run.bold, run.font.color.rgb = True, RGBColor(0x14, 0x30, 0x5C)


def _add(document: Document, paper: Paper, block: Block) -> None:
    if block.kind == "signatures":
        _signatures(document, paper)
    elif block.kind == "table":
        _table(document, block)
    elif block.kind == "page":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        _text(document, block)


def _text(document: Document, block: Block) -> None:
    paragraph = document.add_paragraph(style="List Bullet" if block.kind == "bullet" else None)
    if block.kind in ALIGNED:
        paragraph.alignment = ALIGNED[block.kind]
    if block.marker:
        paragraph.add_run(f"{block.marker} ")
    for run in runs(block.text):
        made = paragraph.add_run(run.text)
        made.bold = run.bold or block.kind in BOLD or None
        made.italic = run.italic or block.kind == "subheading" or None


def _table(document: Document, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _signatures(document: Document, paper: Paper) -> None:
    """Signers beside each other in a table without rules, or one below the other."""
    texts = [_signature(paper, signer) for signer in paper.signers]
    if paper.signatures == "stacked":
        for text in texts:
            document.add_paragraph(text)
        return
    table = document.add_table(rows=0, cols=2)
    for at in range(0, len(texts), 2):
        for cell, text in zip(table.add_row().cells, texts[at : at + 2], strict=False):
            cell.text = text


def _signature(paper: Paper, signer: Signer) -> str:
    line = f"/s/ {signer.name}" if signer.mark == "typed" else "_" * 30
    lines = [signer.party, line, signer.name, *signer.title]
    if signer.date:
        lines.append(f"{signer.date_label or paper.date_word} {signer.date}")
    return "\n".join(text for text in lines if text)
