"""Word processors' documents and spreadsheets."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_app.accession import media_types
from archive_app.domain.paper import Paper
from archive_app.errors import ReadingError
from archive_app.readers import read
from archive_app.readers.sheet import rows
from tests import builders

LONG = "The two offices will meet every spring and every autumn, once in each city, to see what has been done. "


def docx(path: Path) -> Paper:
    return read(path, media_types.DOCX)


def test_paragraphs_and_tables_come_in_their_order(tmp_path: Path) -> None:
    path = builders.make_docx(
        tmp_path / "a.docx", LONG, [["Office", "Cases"], ["Brisa Alta", 12]], "After the table.", title="Minuta"
    )
    paper = docx(path)
    assert paper.pages[0].text == f"{LONG}\n\nOffice\tCases\nBrisa Alta\t12\n\nAfter the table."
    assert paper.metadata["title"] == "Minuta"
    assert paper.metadata["created"].startswith("2013-")


def test_header_first_footer_last_and_each_once(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a.docx", LONG, header="Consulate in Brisa Alta", footer="Page of the file")
    assert docx(path).pages[0].text == f"Consulate in Brisa Alta\n\n{LONG}\n\nPage of the file"


def test_explicit_page_breaks_make_pages(tmp_path: Path) -> None:
    pages = docx(builders.make_docx(tmp_path / "a.docx", "First.", "\f", "Second.", "\f", "Third.")).pages
    assert [(page.number, page.text.strip()) for page in pages] == [(1, "First."), (2, "Second."), (3, "Third.")]


def test_short_lines_in_a_row_are_one_block(tmp_path: Path) -> None:
    text = docx(builders.make_docx(tmp_path / "a.docx", LONG, LONG, "", "Ruth Calloway", "Administrator")).pages[0].text
    assert text == f"{LONG}\n\n{LONG}\n\nRuth Calloway\nAdministrator"


def test_insertions_and_content_controls_are_text_deletions_are_not(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a.docx", "PLACE")
    marked = (
        "<w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>added </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>struck </w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>"
    )
    rewrite(path, "word/document.xml", lambda xml: xml.replace(b"<w:r><w:t>PLACE</w:t></w:r>", marked.encode()))
    assert docx(path).pages[0].text == "kept added chosen"


def rewrite(path: Path, member: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    contents[member] = change(contents[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in contents.items():
            new.writestr(name, content)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    path = builders.make_docx(tmp_path / "a.docx", "PLACE and more")
    entity = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    rewrite(
        path,
        "word/document.xml",
        lambda xml: xml.replace(b"?>", b"?>" + entity, 1).replace(b"PLACE", b"&e;"),
    )
    assert "the secret" not in docx(path).pages[0].text


def test_a_container_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a.docx", "Words.")
    rewrite(path, "word/document.xml", lambda xml: xml + b" " * (80 << 20))
    with pytest.raises(ReadingError, match=r"would unpack to 80 MB in \d+ parts"):
        docx(path)


@pytest.mark.parametrize("member", ["word/document.xml", "[Content_Types].xml"])
def test_a_damaged_document_is_told_as_such(tmp_path: Path, member: str) -> None:
    path = builders.make_docx(tmp_path / "a.docx", "Words.")
    rewrite(path, member, lambda xml: xml[: len(xml) // 2])
    with pytest.raises(ReadingError, match="cannot be read as a Word document"):
        docx(path)


def test_a_document_cut_off_is_told_as_damaged(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a.docx", "Words.")
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(ReadingError, match="cannot be read as a Word document"):
        docx(path)


def test_a_page_for_each_sheet_and_a_line_for_each_row(tmp_path: Path) -> None:
    offices: builders.Rows = [
        ["Consulado", "Desde", "Casos"],
        ["Brisa Alta", datetime.date(2011, 8, 29), 12.0],
        [None],
        ["X", None, 1.5],
    ]
    notes: builders.Rows = [["two\nlines", True, datetime.datetime(2012, 1, 2, 9, 30)]]
    path = builders.make_xlsx(tmp_path / "a.xlsx", {"Oficinas": offices, "Empty": (), "Notes": notes})
    pages = read(path, media_types.XLSX).pages
    assert pages[0].text == "Oficinas\n\nConsulado\tDesde\tCasos\nBrisa Alta\t2011-08-29\t12\nX\t\t1.5"
    assert pages[1].text == "Empty"
    assert pages[2].text == "Notes\n\ntwo lines\tTrue\t2012-01-02T09:30:00"


def _with_cells(path: Path, cells: dict[str, str]) -> Path:
    """A workbook whose first sheet has these cells, wherever they lie."""
    rows = "".join(
        f'<row r="{re.sub("[A-Z]", "", at)}" spans="1:2">'
        f'<c s="0" r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for at, text in cells.items()
    )
    builders.make_xlsx(path, {"Visits": [["x"]], "Other": [["City", "Visits"], ["Brisa Alta", 12]]})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


@pytest.mark.parametrize("last", ["XFD1048576", "A1048576", "XFD400"])
def test_a_cell_far_from_all_others_does_not_keep_them_from_being_read(tmp_path: Path, last: str) -> None:
    path = _with_cells(tmp_path / "far.xlsx", {"A1": "Office", "B3": "Cases", "AB90": "Total", last: "stray"})
    paper = read(path, media_types.XLSX)
    assert [page.text for page in paper.pages] == [
        "Visits\n\nOffice\n\tCases\n" + "\t" * 27 + "Total\n" + _indented(last) + "stray",
        "Other\n\nCity\tVisits\nBrisa Alta\t12",
    ]
    placed = rows(path, media_types.XLSX)
    assert (placed[0][0], placed[2][1], placed[89][27]) == ("Office", "Cases", "Total")
    assert len(placed) < 1000


def _indented(last: str) -> str:
    """Empty cells before it: columns are drawn together up to a hundred after the last one that holds anything."""
    return "" if last.startswith("A1") else "\t" * (28 + 100 - 1)


def test_a_sheet_of_many_cells_that_lie_together_stays_as_it_is(tmp_path: Path) -> None:
    path = _with_cells(tmp_path / "near.xlsx", {"A1": "first", "A3000": "last"})
    assert len(rows(path, media_types.XLSX)) == 3000


def test_what_is_no_old_workbook_is_told_as_damaged(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be read as a spreadsheet"):
        rows(builders.make_pdf(tmp_path / "no.xls", "A page."), "application/vnd.ms-excel")


def test_an_empty_or_damaged_workbook_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="The file is empty"):
        read(builders.make_xlsx(tmp_path / "a.xlsx", {"Sheet": []}), media_types.XLSX)
    path = builders.make_xlsx(tmp_path / "b.xlsx", {"Sheet": [["words"]]})
    rewrite(path, "xl/workbook.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(ReadingError, match="cannot be read as a spreadsheet"):
        read(path, media_types.XLSX)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_of_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Organización", "Ciudad", "Año"],
        ["Centro de Apoyo", "Peña Blanca", "2009"],
        ["Unión Local", "León", "2010"],
    ]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    text = read(path, media_types.CSV).pages[0].text
    assert text.splitlines() == ["\t".join(row) for row in rows]


def test_a_cell_with_the_delimiter_in_it_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('name,place\n"Winslow, Harold","Lake City, East"\nRuth,North\n', encoding="utf-8")
    assert read(path, media_types.CSV).pages[0].text.splitlines()[1] == "Winslow, Harold\tLake City, East"


@pytest.mark.parametrize("at", [0, 1, 40])
def test_a_sheet_whose_packed_bytes_are_damaged_is_told(tmp_path: Path, at: int) -> None:
    book = builders.make_xlsx(tmp_path / "rows.xlsx", {"Rows": [[f"cell {row} {row * row}" for row in range(90)]]})
    with zipfile.ZipFile(book) as held:
        sheet = next(one for one in held.infolist() if one.filename.startswith("xl/worksheets/"))
    content = bytearray(book.read_bytes())
    begin = sheet.header_offset + 30 + len(sheet.filename) + at
    content[begin : begin + 8] = b"\xff" * 8
    book.write_bytes(content)
    with pytest.raises(ReadingError, match="damaged or incomplete"):
        read(book, media_types.XLSX)
