"""Coverage as a matrix: two roles set against each other, each pair's state on a day; and the ledger of lapses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.coverage import Cell, Coverage, Sides
from archive_app.domain.ledger import LedgerLine
from archive_app.domain.years import Years
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import NOWHERE, Column, Index
from archive_app.gui.theme import Role
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements, covering

#: The column of the ledger that tells what shows the end; the others lead to the agreement.
EVIDENCE: Final = 6


@dataclass(frozen=True)
class Read:
    """Coverage and ledger on a day, ``years`` up to it where they are asked for.

    ``roles`` are told with the agreements of each, ``first`` is the first year of any. ``agencies`` are those of all
    pairs and the bodies above them, by name, each with its id before it.
    """

    covered: Coverage
    ledger: Sequence[LedgerLine]
    roles: Sequence[tuple[str, int]]
    first: int
    years: Years | None
    agencies: Sequence[tuple[str, str]]


def read(
    archive: Archive, on: date, rows: str = "", columns: str = "", agency: str = "", by_year: bool = False
) -> Read:
    """Bodies of one role down against those of another across; "" takes consulates down and agencies across.

    With an ``agency`` everything is told of it and its offices alone; "" tells of all. ``by_year`` asks for the years.
    """
    only, between = agency or None, sides(archive, rows, columns)
    begun = [one.begins.year for one in agreements.history(archive).agreements if one.begins]
    return Read(
        covering.covered(archive, on, between, agency=only), covering.ledger(archive, on, between, agency=only),
        covering.roles(archive), min(begun, default=on.year),
        covering.by_year(archive, on, between, agency=only) if by_year else None,
        tuple(_agencies(archive, between)),
    )  # fmt: skip


def sides(archive: Archive, rows: str, columns: str) -> Sides:
    """Whom the matrix sets against whom: what stands across there are the rows of coverage."""
    return covering.sides(archive, [columns] if columns else (), [rows] if rows else ())


def _agencies(archive: Archive, between: Sides) -> Iterator[tuple[str, str]]:
    """The bodies across, as agencies usually stand, with those above them."""
    names = archive.authorities
    every = {above for pair in covering.pairs(archive, between) for above in names.lineage(pair[0])}
    yield from sorted(((id, names.name(id)) for id in every), key=lambda row: row[1].casefold())


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


def ledger_columns(on: date) -> Sequence[Column[LedgerLine]]:
    """The ledger of lapses; one that still goes on counts up to the day, what cannot be told has no length."""

    def until(one: LedgerLine) -> str:
        return wording.day(one.lapse.end) if one.lapse.end else tr("coverage.open")

    def length(one: LedgerLine) -> str:
        lapse = one.lapse
        return wording.length(lapse.start, lapse.end or on) if lapse.known else tr("coverage.cannot_be_told")

    return (
        Column(tr("coverage.agency"), lambda one: one.agency),
        Column(tr("coverage.consulate"), lambda one: wording.city_of(one.consulate)),
        Column(tr("coverage.since_head"), lambda one: wording.day(one.lapse.start), key=lambda one: one.lapse.start),
        Column(tr("coverage.until_head"), until, key=lambda one: one.lapse.end or date.max),
        Column(tr("coverage.length"), length, key=lambda one: (not one.lapse.known, one.days),
               roles={Role.STATUS: lambda one: "expired" if one.lapse.known else "unknown"}),
        Column(tr("coverage.after"), lambda one: tr("coverage.after_which", one.after.id, one.after.title)),
        Column(tr("coverage.evidence"), evidence),
    )  # fmt: skip


def evidence(one: LedgerLine) -> str:
    """Why the agreement before ended when it did: the basis, and the words that say so."""
    words = " … ".join(f"“{quote.words}”" for quote in one.evidence.quotes)
    told = [capital(word("end_basis", one.evidence.basis)), words]
    told += [tr("coverage.spoken_of", count=len(one.spoken_of))] if one.spoken_of else []
    return " · ".join(filter(None, told))
