"""Tables as they stand in papers: ruled ones in PDF, those of Word documents, sheets."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2
import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Drawn

from archive_app.accession import media_types
from archive_app.domain.page import Page
from archive_app.domain.table import Rows, Table
from archive_app.errors import ReadingError
from archive_app.readers import read, rules, tables
from tests import builders

WORDS = getSampleStyleSheet()["Normal"]
ROWS = [["Fiscal year", "Requests", "Answered"], ["2011", "14", "9"], ["2012", "31", "27"]]
GRID = ("GRID", (0, 0), (-1, -1), 0.7, "black")


def told(rows: builders.Rows) -> Rows:
    return tuple(tuple(map(str, row)) for row in rows)


def drawn(path: Path, *parts: Flowable | str) -> Path:
    story = [Paragraph(part, WORDS) if isinstance(part, str) else part for part in parts]
    SimpleDocTemplate(str(path), pagesize=(builders.WIDTH, builders.HEIGHT), invariant=True).build(story)
    return path


def grid(
    rows: builders.Rows, widths: tuple[float, ...] = (150, 110, 110), *style: tuple[object, ...], **options
) -> Drawn:
    return Drawn(rows, widths, style=[GRID, *style], **options)


def found(path: Path, media_type: str = media_types.PDF) -> tuple[Table, ...]:
    return tables.tables(path, media_type, read(path, media_type).pages)


def test_ruled_tables_come_cell_by_cell_with_their_place(tmp_path: Path) -> None:
    (table,) = found(builders.table_pdf(tmp_path / "a.pdf", ROWS))
    assert (table.page, table.rows, table.columns) == (1, told(ROWS), 3)
    assert table.box is not None
    assert table.box.as_list() == pytest.approx([72, 72, 402, 132], abs=1)


def test_rows_without_rules_are_text(tmp_path: Path) -> None:
    assert found(builders.table_pdf(tmp_path / "a.pdf", ROWS, ruled=False)) == ()


def test_wrapped_cells_and_heads_of_several_lines_are_one_text_each(tmp_path: Path) -> None:
    long = "Offices that answered within twenty working days"
    towns = "Yuma, Nogales, Douglas, Bisbee and Ajo, each with its own letter"
    rows = [["Year", Paragraph(long, WORDS), "Towns"], ["2011", "14", Paragraph(towns, WORDS)], ["2012", "9", "Yuma"]]
    (table,) = found(drawn(tmp_path / "a.pdf", "Counts of the year", grid(rows, (60, 90, 120)), "An end."))
    assert table.rows == (("Year", long, "Towns"), ("2011", "14", towns), ("2012", "9", "Yuma"))


def test_a_merged_head_stands_over_the_first_of_its_columns(tmp_path: Path) -> None:
    rows = [["Year", "Requests", ""], ["", "English", "Spanish"], ["2011", "14", "9"],
                                ["2012", "3", "8"]]  # fmt: skip
    merged = (("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)))
    (table,) = found(drawn(tmp_path / "a.pdf", grid(rows, (150, 110, 110), *merged)))
    assert table.rows[0] == ("Year", "Requests", "")
    assert table.rows[1:] == (("", "English", "Spanish"), ("2011", "14", "9"), ("2012", "3", "8"))


def long_rows() -> list[list[str]]:
    return [["Case", "Office", "Days"], *([f"A-{number}", "Laredo", str(number)] for number in range(60))]


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_over_two_pages_is_one(repeated: int, tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", "All cases", grid(long_rows(), repeatRows=repeated), "That was all.")
    (table,) = found(path)
    assert table.page == 1
    assert table.rows == told(long_rows())


def test_tables_that_words_part_stay_two(tmp_path: Path) -> None:
    first, second = long_rows()[:30], long_rows()[:5]
    path = drawn(tmp_path / "a.pdf", grid(first), Spacer(1, 300), "Another year", grid(second))
    assert [(table.page, table.rows) for table in found(path)] == [(1, told(first)), (2, told(second))]


def test_other_columns_on_the_next_page_are_another_table(tmp_path: Path) -> None:
    other = [["2011", "Laredo"], ["2012", "El Paso"]]
    path = drawn(tmp_path / "a.pdf", grid(long_rows()[:30]), Spacer(1, 300), grid(other, (100, 100)))
    assert [table.columns for table in found(path)] == [3, 2]


def test_a_page_that_is_cut_gives_the_same_table_in_its_place(tmp_path: Path) -> None:
    whole, cut = drawn(tmp_path / "a.pdf", "Counts", grid(ROWS)), tmp_path / "b.pdf"
    document = pypdfium2.PdfDocument(whole)
    document[0].set_cropbox(30, 20, 600, 780)
    document.save(cut)
    document.close()
    (before,), (after,) = found(whole), found(cut)
    assert after.rows == before.rows == told(ROWS)
    assert before.box is not None
    assert after.box is not None
    assert [after.box.x0, after.box.top] == pytest.approx([before.box.x0 - 30, before.box.top - 12], abs=0.1)


def test_a_sheet_on_its_side_is_read_as_it_is_shown(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.setPageRotation(90)
    on.translate(builders.WIDTH, 0)
    on.rotate(90)
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            on.rect(100 + 150 * column, 400 - 20 * number, 150, 20)
            on.drawString(105 + 150 * column, 406 - 20 * number, cell)
    on.save()
    (table,) = found(tmp_path / "a.pdf")
    assert table.rows == told(ROWS)
    assert table.box is not None
    assert table.box.as_list() == pytest.approx([100, 192, 550, 252], abs=1)


def test_a_frame_a_form_and_underlines_are_no_tables(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.rect(60, 400, 480, 300)
    for line in range(6):
        y = 680 - 30 * line
        on.drawString(80, y, "Name")
        on.drawString(300, y, "Day")
        on.line(80, y - 2, 250, y - 2)
        on.line(300, y - 2, 480, y - 2)
    on.save()
    assert found(tmp_path / "a.pdf") == ()


def test_pages_of_prose_are_not_even_opened(tmp_path: Path) -> None:
    text = "The offices agreed to hear each other twice a year and to write down what was said. " * 12
    (prose,) = read(builders.make_pdf(tmp_path / "a.pdf", text), media_types.PDF).pages
    assert not rules.stands_in_columns(prose)
    assert tables.tables(tmp_path / "gone.pdf", media_types.PDF, (prose,)) == ()


def test_a_grid_drawn_at_once_is_seen(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.grid([72, 172, 272], [600, 620, 640, 660])
    for row in range(3):
        on.drawString(80, 606 + 20 * row, f"left {row}")
        on.drawString(180, 606 + 20 * row, f"right {row}")
    path = on.beginPath()
    for x in (72, 172, 272):
        path.moveTo(x, 400)
        path.lineTo(x, 460)
    for y in (400, 420, 440, 460):
        path.moveTo(72, y)
        path.lineTo(272, y)
    on.drawPath(path)
    on.save()
    assert list(rules.ruled_pages(tmp_path / "a.pdf", [1, 2])) == [1]
    (table,) = found(tmp_path / "a.pdf")
    assert table.rows == (("left 2", "right 2"), ("left 1", "right 1"), ("left 0", "right 0"))


def test_a_file_that_is_gone_or_locked_is_told(tmp_path: Path) -> None:
    pages = read(builders.table_pdf(tmp_path / "a.pdf", ROWS), media_types.PDF).pages
    with pytest.raises(ReadingError, match="cannot be opened"):
        tables.tables(tmp_path / "gone.pdf", media_types.PDF, pages)
    locked = builders.make_pdf(tmp_path / "b.pdf", "Words.", password="x")
    with pytest.raises(ReadingError, match="protected by a password"):
        tables.tables(locked, media_types.PDF, pages)


def test_tables_of_a_word_document(tmp_path: Path) -> None:
    path = builders.make_docx(tmp_path / "a.docx", "Before.", "\f", ROWS, "After.", [["a frame around words"]])
    assert found(path, media_types.DOCX) == (Table(2, told(ROWS)),)


def test_merged_and_nested_cells_of_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in outer.rows for cell in row.cells):
        cell.text = f"c{number}"
    outer.cell(0, 1).merge(outer.cell(0, 2))
    outer.cell(2, 2).add_table(1, 2).cell(0, 0).text = "inner"
    document.save(str(tmp_path / "a.docx"))
    (table,) = found(tmp_path / "a.docx", media_types.DOCX)
    assert table.rows == (("c0", "c1 c2", ""), ("c3", "c4", "c5"), ("c6", "c7", "c8 inner"))


def test_each_sheet_with_rows_is_a_table(tmp_path: Path) -> None:
    sheets: dict[str, builders.Rows] = {
        "Counts": [["Year", "Days", None], [2011, 3.5, None]],
        "Empty": [["alone"]],
        "More": ROWS,
    }
    path = builders.make_xlsx(tmp_path / "a.xlsx", sheets)
    assert found(path, media_types.XLSX) == (Table(1, (("Year", "Days"), ("2011", "3.5"))), Table(3, told(ROWS)))
    (tmp_path / "b.csv").write_text("name;place\nRuth;León\n", encoding="utf-8")
    assert found(tmp_path / "b.csv", media_types.CSV) == (Table(1, (("name", "place"), ("Ruth", "León"))),)


def test_a_file_with_more_cells_than_are_kept_has_those_that_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_CELLS", 12)
    path = builders.make_xlsx(tmp_path / "a.xlsx", {"a": ROWS, "b": ROWS})
    assert [table.page for table in found(path, media_types.XLSX)] == [1]


def test_a_page_without_words_stands_in_no_columns() -> None:
    assert not rules.stands_in_columns(Page(1, "", 612, 792))
