"""Coverage as a matrix: consulates down, agencies across, the state of each pair on a day; and its lapses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.coverage import Cell, Coverage, Gap
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import NOWHERE, Column, Index
from archive_app.gui.theme import Role


class CoverageModel(QAbstractTableModel):
    """A cell answers with its state, since when it is so, and both names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agencies: tuple[str, ...] = ()
        self._consulates: tuple[str, ...] = ()
        self._cells: dict[tuple[str, str], Cell] = {}
        self._names: AuthorityFile = AuthorityFile()

    def show(self, covered: Coverage, names: AuthorityFile) -> None:
        self.beginResetModel()
        self._names = names
        self._agencies = tuple(sorted(covered.agencies, key=names.name))
        self._consulates = tuple(sorted(covered.consulates, key=lambda id: wording.city_of(names.name(id))))
        self._cells = {(cell.agency, cell.consulate): cell for cell in covered.cells}
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        if not index.isValid():
            return None
        return self._cells.get((self._agencies[index.column()], self._consulates[index.row()]))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._consulates)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._agencies)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        body = (self._agencies if orientation == Qt.Orientation.Horizontal else self._consulates)[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.city_of(self._names.name(body))
        return self._names.name(body) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return since(cell)
        if role == Role.STATUS:
            return str(cell.status)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            names = f"{self._names.name(cell.agency)}\n{self._names.name(cell.consulate)}"
            return f"{names}\n{wording.status(cell.status)} {since(cell)}".strip()
        return None


def since(cell: Cell) -> str:
    """How long the state of a pair has lasted or will last, short: “until 2027”, “since 2018”."""
    if cell.until:
        return tr("coverage.until", wording.short_month(cell.until))
    if cell.since:
        return tr("coverage.since", wording.short_month(cell.since))
    return ""


def gap_columns(names: AuthorityFile, on: date) -> Sequence[Column[Gap]]:
    """The table of lapses; one that still goes on counts up to the day."""
    def until(gap: Gap) -> str:
        return wording.day(gap.end) if gap.end else tr("coverage.open")

    return (
        Column(tr("coverage.agency"), lambda gap: names.name(gap.agency)),
        Column(tr("coverage.consulate"), lambda gap: wording.city_of(names.name(gap.consulate))),
        Column(tr("coverage.since_head"), lambda gap: wording.day(gap.start), key=lambda gap: gap.start),
        Column(tr("coverage.until_head"), until, key=lambda gap: gap.end or date.max),
        Column(tr("coverage.length"), lambda gap: wording.length(gap.start, gap.end or on),
               key=lambda gap: (gap.end or on) - gap.start),
    )  # fmt: skip
