"""The tables of a record: which one, and its cells, to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from archive_app.domain.evidence import Evidence
from archive_app.domain.table import Table
from archive_app.gui.language import tr
from archive_app.gui.models.description.grid import GridModel
from archive_app.gui.views import parts

WIDEST = 170


class Grid(QTableView):
    """Cells that can be chosen and copied with Ctrl+C; none chosen copies all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel(self)
        self.setModel(self.cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_table(self, table: Table) -> None:
        self.cells.set_rows(table.rows)
        self.resizeColumnsToContents()
        for column in range(table.columns):
            self.setColumnWidth(column, min(self.columnWidth(column) + 8, WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        chosen = self.selectedIndexes()
        every = [self.cells.index(row, column) for row in range(self.cells.rowCount())
                 for column in range(self.cells.columnCount())]  # fmt: skip
        QGuiApplication.clipboard().setText(self.cells.copied(chosen or every))


class RecordTables(QWidget):
    """``chosen(evidence)`` when a table is to be shown on its page: where it stands there."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: Sequence[Table] = ()
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("tables.table"))
        self.grid = Grid()
        self.grid.setAccessibleName(tr("tables.cells"))
        line = parts.row(12, 8, 12, 8)
        line.addWidget(self.choice, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.frame("panel", line))
        layout.addWidget(self.grid, 1)
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        self.choice.activated.connect(lambda _: self.tell())
        self.grid.clicked.connect(lambda _: self.tell())

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Other tables; the same ones keep the one at hand."""
        if tables == self._tables:
            return
        self._tables = tables
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for table in tables:
            told = tr("tables.size")
            self.choice.addItem(told.format(table.page, len(table.rows), table.columns))
        self.choice.blockSignals(blocked)
        self._show()

    @property
    def table(self) -> Table | None:
        """The one at hand."""
        at = self.choice.currentIndex()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    def tell(self) -> None:
        """Asks for the page of the table at hand."""
        if self.table:
            boxes = (self.table.box,) if self.table.box else ()
            self.chosen.emit(Evidence(self.table.page, "", boxes=boxes))

    def _show(self) -> None:
        if self.table:
            self.grid.show_table(self.table)
