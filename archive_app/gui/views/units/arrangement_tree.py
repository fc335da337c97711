"""The tree of units with counts. Records and units are dragged onto units; keys do the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from archive_app.domain.arrangement import Branch
from archive_app.gui import theme
from archive_app.gui.language import number, tr
from archive_app.gui.models.table import Index
from archive_app.gui.models.units import arrangement
from archive_app.gui.models.units.arrangement import Read
from archive_app.gui.theme import Role

#: What is dragged: ids of records, or the number of a unit.
RECORDS, UNIT = "application/x-convenio-records", "application/x-convenio-unit"
#: Keys of the tree with what they ask for.
KEYS: Final = {
    Qt.Key.Key_N: "add", Qt.Key.Key_Insert: "add", Qt.Key.Key_Delete: "remove", Qt.Key.Key_F2: "rename",
    Qt.Key.Key_E: "rename", Qt.Key.Key_M: "move",
}  # fmt: skip


class TreeModel(QStandardItemModel):
    """Branches with how many records each holds; what a person made can be dragged."""

    def show_tree(self, read: Read) -> None:
        self.clear()
        self.setHorizontalHeaderLabels([tr("arrangement.unit"), tr("arrangement.records")])
        self.horizontalHeaderItem(1).setToolTip(tr("arrangement.records_tip"))
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.setHeaderData(1, Qt.Orientation.Horizontal, at_right, Qt.ItemDataRole.TextAlignmentRole)
        self.appendRow(self._row(read, read.whole.top))

    def _row(self, read: Read, branch: Branch) -> list[QStandardItem]:
        name, count = QStandardItem(arrangement.told(read, branch)), QStandardItem(number(len(branch.every)))
        for item in (name, count):
            item.setEditable(False)
            item.setData(branch, Role.OBJECT)
            item.setDragEnabled(branch.unit is not None)
            item.setDropEnabled(True)
            item.setToolTip(arrangement.described(read, branch))
        name.setData(arrangement.described(read, branch), Qt.ItemDataRole.AccessibleTextRole)
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if branch.unit is None:
            name.setFont(theme.font(italic=True))
        for one in branch.branches:
            name.appendRow(self._row(read, one))
        return [name, count]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Inks are those of the scheme in force when they are asked for."""
        if role == Qt.ItemDataRole.ForegroundRole:
            branch = super().data(index, Role.OBJECT)
            nobody = isinstance(branch, Branch) and branch.unit is None
            return theme.colours().text_soft if nobody or index.column() else theme.colours().text
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(40, round(QFontMetricsF(theme.font()).height()) + 14)
        return super().data(index, role)

    def mimeTypes(self) -> list[str]:
        return [UNIT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        branch = indexes[0].data(Role.OBJECT) if indexes else None
        if isinstance(branch, Branch) and branch.unit:
            data.setData(UNIT, str(branch.unit.id).encode())
        return data


class ArrangementTree(QTreeView):
    """``chosen(branch)``; ``key_pressed(name)`` for a key of KEYS; ``stepped(±1)`` to go among its neighbours.

    ``records_dropped(ids, unit)`` with a unit's number or None for among those that nobody placed;
    ``unit_dropped(unit, under)``.
    """

    chosen = Signal(object)
    key_pressed = Signal(str)
    stepped = Signal(int)
    records_dropped = Signal(object, object)
    unit_dropped = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = TreeModel(self)
        self.setModel(self._tree)
        self.setAccessibleName(tr("arrangement.tree"))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAllColumnsShowFocus(True)
        self.setMinimumWidth(260)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.header().setStretchLastSection(False)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.data(Role.OBJECT)))

    @property
    def branch(self) -> Branch | None:
        held = self.currentIndex().data(Role.OBJECT)
        return held if isinstance(held, Branch) else None

    def show_tree(self, read: Read) -> None:
        """The same branch stays chosen, and what was closed stays closed."""
        before = arrangement.key_of(self.branch) if self.branch else ""
        shut = {arrangement.key_of(index.data(Role.OBJECT)) for index in self._walk() if not self.isExpanded(index)
                and self._tree.hasChildren(index)}  # fmt: skip
        blocked = self.selectionModel().blockSignals(True)
        self._tree.show_tree(read)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for index in self._walk():
            self.setExpanded(index, arrangement.key_of(index.data(Role.OBJECT)) not in shut)
        self.selectionModel().blockSignals(blocked)
        self.choose(before or "whole")

    def choose(self, key: str) -> None:
        """A branch by its key; the whole where there is none of it."""
        every = self._walk()
        found = next((one for one in every if arrangement.key_of(one.data(Role.OBJECT)) == key), every[0])
        self.setCurrentIndex(found)
        self.scrollTo(found)

    def _walk(self, parent: QModelIndex | None = None) -> list[QModelIndex]:
        above = parent or QModelIndex()
        found = []
        for row in range(self._tree.rowCount(above)):
            index = self._tree.index(row, 0, above)
            found += [index, *self._walk(index)]
        return found

    # Qt's side -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in KEYS and not event.modifiers():
            self.key_pressed.emit(KEYS[key])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._fits(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        event.setAccepted(self._fits(event.mimeData()) and self.indexAt(event.position().toPoint()).isValid())

    def dropEvent(self, event: QDropEvent) -> None:
        branch = self.indexAt(event.position().toPoint()).data(Role.OBJECT)
        if isinstance(branch, Branch):
            self.take(event.mimeData(), branch)
            event.acceptProposedAction()

    def take(self, data: QMimeData, branch: Branch) -> None:
        """What was dropped on a branch."""
        unit = branch.unit.id if branch.unit else None
        if data.hasFormat(RECORDS):
            self.records_dropped.emit(bytes(data.data(RECORDS).data()).decode().split(), unit)
        elif data.hasFormat(UNIT):
            self.unit_dropped.emit(int(bytes(data.data(UNIT).data())), unit)

    def _fits(self, data: QMimeData) -> bool:
        return data.hasFormat(RECORDS) or data.hasFormat(UNIT)
