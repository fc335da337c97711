"""All tags with how many records have each: to be renamed, merged or taken away everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QVBoxLayout, QWidget

from archive_app.gui.language import number, tr
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.views import parts
from archive_app.services.description.tagging import TagCount


class Tags(QDialog):
    """``rename_wanted(tag)``, ``merge_wanted(tags)`` and ``delete_wanted(tags)`` tell what is to become of tags."""

    rename_wanted = Signal(str)
    merge_wanted = Signal(list)
    delete_wanted = Signal(list)
    chosen = Signal(str)

    def __init__(self, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writable = writable
        self.setWindowTitle(tr("tags.name"))
        self.resize(460, 440)
        self.model = TableModel[TagCount](
            (
                Column(tr("tags.tag"), lambda row: row.tag),
                Column(tr("tags.records"), lambda row: number(row.records), key=lambda row: row.records),
            ),
            self,
        )
        self.table = parts.table(tr("tags.name"))
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setColumnWidth(0, 290)
        self.rename = parts.button(tr("tags.rename"), "edit")
        self.merge = parts.button(tr("tags.merge"), "link")
        self.delete = parts.button(tr("tags.delete"), "close")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(parts.EmptyPane("tag", tr("tags.none"), tr("tags.none_text")))
        self._lay_out()
        self._connect()
        self._allow()

    def show_tags(self, tags: Sequence[TagCount]) -> None:
        self.model.set_rows(tags)
        self._stack.setCurrentIndex(0 if tags else 1)
        if tags:
            self.table.selectRow(0)
        self._allow()

    @property
    def selected(self) -> list[str]:
        rows = self.table.selectionModel().selectedRows()
        return [row.tag for index in rows if (row := self.model.row_at(index))]

    def _lay_out(self) -> None:
        foot = parts.row(0, 4, 0, 0)
        for part in (self.rename, self.merge, self.delete):
            foot.addWidget(part)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.rename.clicked.connect(self._rename)
        self.merge.clicked.connect(lambda: self.merge_wanted.emit(self.selected))
        self.delete.clicked.connect(self._delete)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._allow())
        self.table.activated.connect(lambda index: self.chosen.emit(self.selected[0]))
        for keys, action in (("F2", self._rename), ("Del", self._delete)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _allow(self) -> None:
        number = len(self.selected) if self._writable else 0
        self.rename.setEnabled(number == 1)
        self.merge.setEnabled(number > 1)
        self.delete.setEnabled(number > 0)

    def _rename(self) -> None:
        if self.rename.isEnabled():
            self.rename_wanted.emit(self.selected[0])

    def _delete(self) -> None:
        if self.delete.isEnabled():
            self.delete_wanted.emit(self.selected)
