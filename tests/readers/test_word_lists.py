"""Word documents' own list numbers, and cells that set blocks beside each other."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from archive_app.readers import read
from archive_app.readers.numbering import written

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Section %1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>'
)


def with_list(document: Document) -> Document:
    """The document with a list of its own, number 77, and one that starts again, number 78."""
    numbering = document.part.numbering_part.element
    first = numbering.find(numbering.nsmap["w"].join("{}") + "num")
    numbering.insert(
        numbering.index(first),
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{LEVELS}</w:abstractNum>'),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )
    return document


def add(document: Document, words: str, number: int, level: int = 0) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def text_of(document: Document, path: Path) -> str:
    document.save(str(path))
    return "\n".join(page.text for page in read(path, WORD).pages)


def test_counted_paragraphs_keep_their_numbers(tmp_path):
    document = with_list(docx.Document())
    for words, level in (
        ("Purpose", 0),
        ("Outreach to workers", 1),
        ("Training of staff", 1),
        ("Term", 0),
        ("Deep", 2),
    ):
        add(document, words, 77, level)
    add(document, "Begun again", 78)
    add(document, "", 77)
    document.add_paragraph("Not counted")
    lines = [line for line in text_of(document, tmp_path / "a.docx").split("\n") if line]
    assert lines == [
        "Section 1. Purpose", "(a) Outreach to workers", "(b) Training of staff", "Section 2. Term", "2.1 Deep",
        "Section 5. Begun again", "Not counted",
    ]  # fmt: skip


def test_a_style_counts_too_and_bullets_have_no_number(tmp_path):
    document = docx.Document()
    document.add_paragraph("First duty", style="List Number")
    document.add_paragraph("Second duty", style="List Number")
    document.add_paragraph("A point", style="List Bullet")
    assert text_of(document, tmp_path / "a.docx").split("\n") == ["1. First duty", "2. Second duty", "A point"]


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [(4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"),
     (7, "decimalZero", "07"), (12, "decimal", "12"), (2, "ordinalText", "2")],
)  # fmt: skip
def test_forms_of_numbers(number, form, words):
    assert written(number, form) == words


def test_signature_blocks_in_cells_stay_blocks(tmp_path):
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "For OSHA:\nRosa Lind, Area Director\nDate: June 2, 2017"
    cells[1].text = "For the Consulate:\nHugo Prado, Consul\nDate: June 5, 2017"
    assert text_of(document, tmp_path / "a.docx").split("\n\n") == [
        "For OSHA:\nRosa Lind, Area Director\nDate: June 2, 2017",
        "For the Consulate:\nHugo Prado, Consul\nDate: June 5, 2017",
    ]


def test_rows_of_figures_stay_rows(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=2, cols=4)
    for row, words in zip(
        table.rows, (("Office", "2014", "2015", "2016"), ("Boise", "3", "4", "5\n(part)")), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    assert text_of(document, tmp_path / "a.docx").split("\n") == ["Office\t2014\t2015\t2016", "Boise\t3\t4\t5 (part)"]
