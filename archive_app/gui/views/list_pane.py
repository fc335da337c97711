"""A list with what can be done about its rows at its foot, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.flow import Flow

Row = TypeVar("Row")


class ListPane(QWidget, Generic[Row]):
    """Worded by a key: ``list_name.<key>``, ``list_text.<key>`` below it, ``list_none.<key>`` where it is empty.

    ``row_opened(row)`` tells of a double click or the Enter key. With ``several`` many rows can be chosen; each has
    room for so many ``lines``. Columns without a width share what is left.
    """

    row_opened = Signal(object)

    def __init__(
        self,
        session: Session,
        key: str,
        columns: Sequence[Column[Row]],
        widths: Sequence[int],
        *,
        icon: str = "check",
        several: bool = False,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self._session = session
        self._acts: list[tuple[QWidget, bool, bool]] = []
        self.model: TableModel[Row] = TableModel(columns, self)
        self.table = parts.table(tr(f"list_name.{key}"), lines)
        self.table.setModel(self.model)
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width)
        for column in range(len(widths), len(columns) - 1):  # the last one stretches by itself
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if several:
            self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._buttons = Flow(gap=8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(parts.EmptyPane(icon, tr(f"list_none.{key}")))
        self._lay_out(tr(f"list_text.{key}"))
        self.setFocusProxy(self.table)
        self.table.activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self.enable)

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        foot = parts.column(20, 8, 16, 10, spacing=8)
        foot.addWidget(parts.label(words, "soft", "small", wrap=True))
        foot.addLayout(self._buttons)
        self.foot = parts.frame("footer", foot)
        layout.addWidget(self.foot)

    def act(
        self,
        words: str,
        icon: str,
        then: Callable[[], object],
        *,
        rows: bool = True,
        writes: bool = True,
        key: str = "",
    ) -> parts.Button:
        """A button at the foot. ``rows`` tells that it needs one to be chosen, ``writes`` that it changes the archive.

        ``key`` does the same while the list has the focus.
        """
        made = parts.button(words, icon)
        made.clicked.connect(lambda: then())
        if key:
            made.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(made.click)
        self._buttons.addWidget(made)
        self._acts.append((made, rows, writes))
        self.enable()
        return made

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the place in the list stays where it was."""
        at = self.table.currentIndex().row()
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.table.selectRow(min(max(at, 0), len(rows) - 1))
        self.enable()

    @property
    def row(self) -> Row | None:
        """The row at hand."""
        return self.model.row_at(self.table.currentIndex())

    @property
    def chosen(self) -> list[Row]:
        rows = (self.model.row_at(index) for index in self.table.selectionModel().selectedRows())
        return [row for row in rows if row is not None]

    def enable(self) -> None:
        """Greys what cannot be done now."""
        held, writable = bool(self.chosen), self._session.writable
        for widget, rows, writes in self._acts:
            widget.setEnabled((held or not rows) and (writable or not writes))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.row_opened.emit(row)
