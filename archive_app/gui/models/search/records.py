"""The records found or browsed: a table of which only the rows that are painted are fetched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import NOWHERE, Index
from archive_app.gui.theme import Role
from archive_app.services.search.searching import Hit

#: Rows fetched at a time.
BATCH: Final = 50
RECORD, DATE = range(2)


class RecordsModel(QAbstractTableModel):
    """``total`` rows, of which some are here. ``wanted(offset)`` asks for a batch, ``sort_wanted`` for an order."""

    wanted = Signal(int)
    sort_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._rows: dict[int, Hit] = {}
        self._asked: set[int] = set()

    def show(self, total: int, first: Sequence[Hit]) -> None:
        """A new answer: its size, and its first batch."""
        self.beginResetModel()
        self._total = total
        self._rows = dict(enumerate(first))
        self._asked = {0}
        self.endResetModel()

    def take(self, offset: int, rows: Sequence[Hit]) -> None:
        """A batch that was asked for."""
        self._rows |= {offset + number: row for number, row in enumerate(rows)}
        last = min(offset + len(rows), self._total) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, self.columnCount() - 1))

    def hit(self, row: int) -> Hit | None:
        """The row, None where it has not been fetched."""
        return self._rows.get(row)

    def row_of(self, record: str) -> int | None:
        """Where a record stands among the rows that are here."""
        return next((row for row, hit in self._rows.items() if hit.record == record), None)

    def rows_of(self, records: Collection[str]) -> list[int]:
        return [row for row, hit in self._rows.items() if hit.record in records]

    # Qt's side -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("records.record"), tr("records.date"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged out, as files."""
        held = super().flags(index)
        return held | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._rows.get(index.row())
        if hit is None:
            self._ask(index.row())
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == RECORD else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(hit, index.column())
        return _other(hit, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wanted = {RECORD: "title", DATE: "date"}.get(column)
        if wanted:
            self.sort_wanted.emit(wanted)

    def _ask(self, row: int) -> None:
        offset = row // BATCH * BATCH
        if offset not in self._asked:
            self._asked.add(offset)
            self.wanted.emit(offset)


def _text(hit: Hit, column: int) -> str:
    return hit.title if column == RECORD else (hit.date or "")


def _other(hit: Hit, role: int) -> Any:
    if role == Role.ID:
        return hit.record
    if role == Role.DETAIL:
        return _kind(hit)
    if role == Role.SNIPPET:
        return hit.snippet
    if role == Role.OBJECT:
        return hit
    if role == Qt.ItemDataRole.ToolTipRole:
        return hit.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return ", ".join(part for part in (hit.title, _kind(hit), wording.edtf(hit.date)) if part)
    return None


def _kind(hit: Hit) -> str:
    """What it is, and that it is restricted where it is."""
    told = wording.kind(hit.kind)
    return " · ".join(part for part in (told, tr("description.restricted")) if part) if hit.restricted else told
