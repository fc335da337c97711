"""The cells of a paper's table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from archive_app.domain.table import Rows
from archive_app.gui.models.table import NOWHERE, Index


class GridModel(QAbstractTableModel):
    """Rows as they stand in the paper, the first one too: what is a head and what is not, the paper does not say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()

    def set_rows(self, rows: Rows) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def copied(self, chosen: Iterable[QModelIndex]) -> str:
        """The chosen cells as spreadsheets take them: a line for each row, tabs between, cells left out empty."""
        cells = {(index.row(), index.column()) for index in chosen}
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        return "\n".join(
            "\t".join(self._rows[row][column] if (row, column) in cells else "" for column in columns) for row in rows
        )
