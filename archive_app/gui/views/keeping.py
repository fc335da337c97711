"""Duplicates and trash: like papers to decide about, papers found twice, and what was removed, until it is emptied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTableView, QTabWidget, QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models import keeping
from archive_app.gui.models.keeping import Kept
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts


class KeepingView(QWidget):
    """``decided(one, other, verdict)`` of a pair, ``beside_wanted`` to see both; ``restore_wanted(ids)`` and
    ``empty_wanted(ids)`` of the trash. ``counted`` tells how many pairs are to be decided.
    """

    counted = Signal(int)
    record_wanted = Signal(str)
    decided = Signal(str, str, object)
    beside_wanted = Signal(str, str)
    restore_wanted = Signal(object)
    empty_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pairs = TableModel(keeping.pair_columns(), self)
        self.copies = TableModel(keeping.copy_columns(), self)
        self.trash = TableModel(keeping.trash_columns(), self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._stacks: list[QStackedWidget] = []
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._session.ask(keeping.read, self._show, key="keeping")

    def show_trash(self) -> None:
        self.tabs.setCurrentIndex(2)

    def _show(self, kept: Kept) -> None:
        self.pairs.set_rows(kept.pairs)
        self.copies.set_rows(kept.copies)
        self.trash.set_rows(kept.trash)
        for at, (name, number) in enumerate(
            (("pairs", len(kept.pairs)), ("copies", len(kept.copies)), ("trash", len(kept.trash)))
        ):
            self._stacks[at].setCurrentIndex(0 if number else 1)
            self.tabs.setTabText(at, tr(f"keeping.{name}", number))
        if kept.pairs:
            self.pair_table.selectRow(0)
        if kept.trash:
            self.trash_table.selectRow(0)
        self.counted.emit(len(kept.pairs))
        self._enable()

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("keeping.name")))
        self.beside = parts.button(tr("keeping.beside"), "beside")
        self.same = parts.button(tr("keeping.same"), "check")
        self.different = parts.button(tr("keeping.different"), "close")
        self.restore = parts.button(tr("keeping.restore"), "undo")
        self.empty_chosen = parts.button(tr("keeping.destroy"))
        self.empty_all = parts.button(tr("keeping.empty"), "trash")
        self.pair_table = self._add(self.pairs, "pairs", (90, 260, 200, 200), self.beside, self.same, self.different)
        self.copy_table = self._add(self.copies, "copies", (320, 90))
        self.trash_table = self._add(self.trash, "trash", (300, 90, 160, 140), self.restore, self.empty_chosen,
                                     self.empty_all)  # fmt: skip
        self.trash_table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFocusProxy(self.tabs)
        layout.addWidget(self.tabs, 1)

    def _add(self, model: TableModel[Any], name: str, widths: Sequence[int], *buttons: QWidget) -> QTableView:
        table = parts.table(tr(f"keeping.{name}_name"))
        table.setModel(model)
        for column, width in enumerate(widths):
            table.setColumnWidth(column, width)
        foot = parts.row(20, 8, 16, 10)
        foot.addWidget(parts.label(tr(f"keeping.{name}_text"), "soft", "small", wrap=True), 1)
        for button in buttons:
            foot.addWidget(button)
        body = parts.column()
        body.addWidget(table, 1)
        body.addLayout(foot)
        stack = QStackedWidget()
        stack.addWidget(parts.frame("panel", body))
        empty = parts.EmptyPane("trash" if name == "trash" else "check", tr(f"keeping.no_{name}"),
                                tr(f"keeping.{name}_text"))  # fmt: skip
        stack.addWidget(empty)
        self._stacks.append(stack)
        self.tabs.addTab(stack, tr(f"keeping.{name}_name"))
        return table

    def _connect(self) -> None:
        self.beside.clicked.connect(self._beside)
        self.same.clicked.connect(lambda: self._decide("same"))
        self.different.clicked.connect(lambda: self._decide("different"))
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._chosen()))
        self.empty_chosen.clicked.connect(lambda: self.empty_wanted.emit(self._chosen()))
        self.empty_all.clicked.connect(lambda: self.empty_wanted.emit([]))
        self.pair_table.doubleClicked.connect(self._beside)
        self.copy_table.doubleClicked.connect(self._open_copy)
        self.trash_table.selectionModel().selectionChanged.connect(self._enable)
        for key, verdict in (("S", "same"), ("D", "different")):
            made = QShortcut(QKeySequence(key), self.pair_table)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(lambda verdict=verdict: self._decide(verdict))

    # The person ------------------------------------------------------------------------------------------------

    def _decide(self, verdict: str) -> None:
        pair = self.pairs.row_at(self.pair_table.currentIndex())
        if pair and self._session.writable:
            self.decided.emit(pair.one.id, pair.other.id, verdict)

    def _beside(self) -> None:
        pair = self.pairs.row_at(self.pair_table.currentIndex())
        if pair:
            self.beside_wanted.emit(pair.one.id, pair.other.id)

    def _open_copy(self) -> None:
        copies = self.copies.row_at(self.copy_table.currentIndex())
        if copies:
            self.record_wanted.emit(copies.record.id)

    def _chosen(self) -> list[str]:
        rows = (self.trash.row_at(index) for index in self.trash_table.selectionModel().selectedRows())
        return [row.record for row in rows if row]

    def _enable(self) -> None:
        writable, chosen = self._session.writable, bool(self._chosen())
        for part in (self.same, self.different):
            part.setEnabled(writable and bool(self.pairs.rows))
        for part in (self.restore, self.empty_chosen):
            part.setEnabled(writable and chosen)
        self.empty_all.setEnabled(writable and bool(self.trash.rows))
