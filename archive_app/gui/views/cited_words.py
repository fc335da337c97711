"""The words that something rests on: Enter or a double click opens the page they stand on, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models import cited
from archive_app.gui.models.cited import Cited
from archive_app.gui.models.table import TableModel
from archive_app.gui.views import parts


class CitedWords(QWidget):
    """``words_wanted(record, page, words)`` for the row that is opened. ``tools`` stand beside the title."""

    words_wanted = Signal(str, int, str)

    def __init__(self, name: str, *tools: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel(cited.columns(), self)
        self.table = parts.table(name)
        self.table.setModel(self.model)
        for column, width in enumerate((370, 280)):
            self.table.setColumnWidth(column, width)
        self._remark = parts.label("", "soft", "small", wrap=True)
        self.setFocusProxy(self.table)
        self._lay_out(name, tools)
        self.table.activated.connect(self._open)

    def show_words(self, rows: Iterable[Cited], remark: str = "") -> None:
        self.model.set_rows(list(rows))
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if self.model.rows:
            self.table.selectRow(0)

    def open_first(self) -> None:
        self._open(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row:
            self.words_wanted.emit(row.record, row.page, row.words)

    def _lay_out(self, name: str, tools: Sequence[QWidget]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = parts.column(20, 10, 16, 8, spacing=2)
        line = parts.row()
        line.addWidget(parts.label(name, "section", bold=True))
        line.addStretch(1)
        for tool in tools or (parts.label(tr("cited.how"), "faint", "small"),):
            line.addWidget(tool)
        head.addLayout(line)
        head.addWidget(self._remark)
        layout.addWidget(parts.frame("header", head))
        layout.addWidget(self.table, 1)
