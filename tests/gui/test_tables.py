"""A record's tables beside its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from reportlab.platypus import PageBreak, SimpleDocTemplate
from reportlab.platypus import Table as Drawn

from archive_app import bootstrap
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Marking
from archive_app.services.intake import accessioning
from tests.builders import HEIGHT, WIDTH

FIRST = [["Year", "Requests", "Answered"], ["2011", "14", "9"], ["2012", "31", "27"]]
SECOND = [["Office", "Days"], ["Laredo", "12"]]
GRID = [("GRID", (0, 0), (-1, -1), 0.7, "black")]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def counts(window: MainWindow, root: Path, tmp_path: Path, settle) -> MainWindow:
    """The window at a record with a table on each of its two pages."""
    drawn = [Drawn(FIRST, 110, style=GRID), PageBreak(), Drawn(SECOND, 110, style=GRID)]
    SimpleDocTemplate(str(tmp_path / "counts.pdf"), pagesize=(WIDTH, HEIGHT), invariant=True).build(drawn)
    with bootstrap.opened(root, writable=True) as archive:
        accessioning.add(archive, [tmp_path / "counts.pdf"], jobs=0)
        (record,) = [one.id for one in archive.catalogue.records.all() if one.filename == "counts.pdf"]
    window.opening.open(root)
    settle()
    window.places.records.open_record(record)
    settle()
    return window


def test_a_table_is_shown_cell_by_cell_and_marked_on_its_page(counts: MainWindow, settle) -> None:
    pane = counts.places.records.pane
    tabs, tables = pane.description._tabs, pane.description.tables
    assert tabs.isTabVisible(tabs.indexOf(tables))
    assert [tables.choice.itemText(at)[:7] for at in range(tables.choice.count())] == ["Page 1:", "Page 2:"]
    tabs.setCurrentWidget(tables)
    QTest.keyClick(tables.choice, Qt.Key.Key_Down)
    cells = tables.grid.cells
    assert [cells.index(1, column).data() for column in range(cells.columnCount())] == SECOND[1]
    assert tables.table is not None
    assert [(mark.page, mark.boxes) for mark in pane.page.marks if mark.marking is Marking.CHOSEN] == [
        (2, (tables.table.box,))
    ]
    settle()
    assert pane.page.canvas.page == 2


def test_cells_are_copied_as_spreadsheets_take_them(counts: MainWindow) -> None:
    tables = counts.places.records.pane.description.tables
    counts.places.records.pane.description._tabs.setCurrentWidget(tables)
    QTest.keyClick(tables.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join("\t".join(row) for row in FIRST)
    for row, column in ((0, 0), (2, 0), (2, 2)):
        index = tables.grid.cells.index(row, column)
        tables.grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(tables.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Year\t\n2012\t27"


def test_a_record_without_tables_has_no_tab_for_them(opened: MainWindow, id_of, settle) -> None:
    opened.places.records.open_record(id_of("first pact.pdf"))
    settle()
    panel = opened.places.records.pane.description
    assert not panel._tabs.isTabVisible(panel._tabs.indexOf(panel.tables))
