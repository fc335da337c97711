"""A table over rows of plain objects: columns say how each is shown and sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
#: The parent of everything in a model that is not a tree.
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, the text of a row, what it sorts by (the text where not given), and other roles' data."""

    title: str
    text: Callable[[Row], str]
    key: Callable[[Row], Any] | None = None
    roles: Mapping[int, Callable[[Row], Any]] = field(default_factory=dict)

    def sort_key(self, row: Row) -> Any:
        return self.key(row) if self.key else self.text(row).casefold()


class TableModel(QAbstractTableModel, Generic[Row]):
    """The thin Qt adapter. ``set_rows`` keeps the order that was last sorted by."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._order: tuple[int, bool] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Other columns; the rows are to be set anew."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._rows = []
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def find(self, fits: Callable[[Row], bool]) -> QModelIndex:
        """The first row that fits; an invalid index where none does."""
        at = next((number for number, row in enumerate(self._rows) if fits(row)), None)
        return self.index(at, 0) if at is not None else QModelIndex()

    # Qt's side -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in column.roles:
            return column.roles[role](row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._rows[index.row()]) for index in self.persistentIndexList()]
        self._arrange()
        places = {id(row): number for number, row in enumerate(self._rows)}
        for index, row in before:
            self.changePersistentIndex(index, self.index(places[id(row)], index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._order:
            column, backwards = self._order
            self._rows.sort(key=self.columns[column].sort_key, reverse=backwards)
