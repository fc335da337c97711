"""All notes and highlights of the archive: narrowed down by words and kind, and gone to with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.record import HIGHLIGHTS
from archive_app.gui.language import tr
from archive_app.gui.models.description import annotated, notes
from archive_app.gui.models.description.annotated import Row
from archive_app.gui.models.table import TableModel
from archive_app.gui.theme import markers
from archive_app.gui.views import parts

#: What the choice of kinds holds beside the kinds of highlights.
EVERY, NOTES, MARKS = "every", "notes", "marks"


class Annotations(QDialog):
    """``place_wanted(note)`` when one is to be seen beside its words."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("annotations.name"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 560)
        self._rows: Sequence[Row] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("annotations.hint"))
        self.words.setAccessibleName(tr("annotations.hint"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(tr("annotations.kind"))
        for name in (EVERY, NOTES, MARKS):
            self.kinds.addItem(tr(f"annotations.{name}"), name)
        for kind in HIGHLIGHTS:
            self.kinds.addItem(QIcon(markers.sign_picture(kind)), notes.kind(kind), kind)
        self.model: TableModel[Row] = TableModel(annotated.columns(), self)
        self.table = parts.table(tr("annotations.name"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((124, 220, 220, 186, 76)):
            self.table.setColumnWidth(column, width)
        self._lay_out()
        self.words.textChanged.connect(lambda _: self._narrow())
        self.kinds.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.activated.connect(self._go)
        self.words.setFocus()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._narrow()

    def _narrow(self) -> None:
        kind, words = self.kinds.currentData(), self.words.text()
        self.model.set_rows([row for row in self._rows if _is_of(row, kind) and row.holds(words)])
        self._count.setText(tr("annotations.count", count=len(self.model.rows)))
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        if self.model.rows:
            self.table.selectRow(0)

    def _go(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row:
            self.place_wanted.emit(row.note)
            self.accept()

    def _lay_out(self) -> None:
        self._count = parts.label("", "soft", "small")
        head = parts.row(14, 12, 14, 8)
        head.addWidget(self.words, 1)
        head.addWidget(self.kinds)
        head.addWidget(self._count)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(parts.EmptyPane("highlight", tr("annotations.none"), tr("annotations.none_text")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        for keys, action in (("Down", self.table.setFocus), ("Return", lambda: self._go(self.table.currentIndex()))):
            made = QShortcut(QKeySequence(keys), self.words)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(action)


def _is_of(row: Row, kind: str) -> bool:
    """Whether a row is of what was chosen: everything, notes or highlights alone, one kind of highlight."""
    return {EVERY: True, NOTES: not row.kind, MARKS: bool(row.kind)}.get(kind, row.kind == kind)
