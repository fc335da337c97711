"""Agreements and how they stand on a day."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from archive_app.domain.agreement import BINDING, Status
from archive_app.gui import theme
from archive_app.gui.language import capital, tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import TableModel
from archive_app.gui.models.tracking import agreements
from archive_app.gui.models.tracking.agreements import AgreementRow
from archive_app.gui.operations import Session
from archive_app.gui.theme import signs
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice
from archive_app.gui.views.tracking.agreement_details import AgreementDetails
from archive_app.gui.views.tracking.day_picker import DayPicker

WIDTHS: Final = {
    agreements.AGENCIES: 186, agreements.COUNTERPARTS: 154, agreements.BEGINS: 102,
    agreements.ENDS: 186, agreements.CHAIN: 62,
}  # fmt: skip
#: The choice of agreements that another place names.
THOSE: Final = "those"
#: Around the words of a state: where a row begins, its sign, and the end of the cell, in pixels.
SIGNED: Final = 54


class AgreementsView(QWidget):
    """``record_wanted(id)`` for a paper, ``counted(number)`` tells how many bind on the day."""

    record_wanted = Signal(str)
    compare_wanted = Signal(str, str)
    links_wanted = Signal(object)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._every: list[AgreementRow] = []
        self._awaited: str | None = None
        #: How many bind on the day, whatever the list is narrowed to: the number beside the place's name.
        self._binding = 0
        self._those: frozenset[str] = frozenset()
        self.model = TableModel(agreements.columns(), self)
        self.table = self._table()
        self.details = AgreementDetails()
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        on = self._session.on
        self._session.ask(lambda archive: agreements.read(archive, on), self._show, key="agreements")

    def choose(self, id: str) -> None:
        """Selects an agreement, whatever the list is narrowed to; when the list comes, where it is not there yet."""
        self._awaited = id
        if not self.model.find(lambda row: row.agreement.id == id).isValid():
            self.status.setCurrentIndex(0)
            self.words.clear()
        index = self.model.find(lambda row: row.agreement.id == id)
        if index.isValid():
            self._awaited = None
            self.table.selectRow(index.row())
            self.table.scrollTo(index)

    def show_those(self, ids: frozenset[str], words: str) -> None:
        """Some agreements alone, as one more thing to choose; ``words`` say which they are."""
        self._those = ids
        blocked = self.status.blockSignals(True)
        if self.status.itemData(1) == THOSE:
            self.status.removeItem(1)
        self.status.insertItem(1, words, THOSE)
        self.status.setCurrentIndex(1)
        self.status.blockSignals(blocked)
        self.words.clear()
        self._narrow()

    def _show(self, rows: list[AgreementRow]) -> None:
        self._every = rows
        self._binding = sum(row.status in BINDING for row in rows)
        self.counted.emit(self._binding)
        self._narrow()
        if self._awaited:
            self.choose(self._awaited)

    def _narrow(self) -> None:
        """Shows what the state and the words let through; the one at hand stays so where it is still there."""
        before = self.details.shown
        self.model.set_rows([row for row in self._every if self._fits(row)])
        index = self.model.find(lambda row: before is not None and row.agreement.id == before.agreement.id)
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._say_empty()
        self._count.setText(tr("agreements.shown", len(self.model.rows), len(self._every), self._binding))
        if self.model.rows:
            self.table.selectRow(max(0, index.row()))
        else:
            self.details.show_row(None, [])

    def _fits(self, row: AgreementRow) -> bool:
        wanted = self.status.currentData()
        if wanted == THOSE and row.agreement.id not in self._those:
            return False
        if wanted == "binding" and row.status not in BINDING:
            return False
        if wanted not in ("", "binding", THOSE) and row.status != wanted:
            return False
        words = self.words.text().casefold().split()
        text = " ".join((row.agreement.title, row.agencies, row.counterparts)).casefold()
        return all(word in text for word in words)

    def _say_empty(self) -> None:
        if self._every:
            self._empty.say(tr("agreements.none"), tr("agreements.none_text"))
        else:
            words = tr("agreements.empty_text")
            self._empty.say(tr("agreements.empty"), words)

    def _chose(self, now: QModelIndex) -> None:
        row = self.model.row_at(now)
        self.details.show_row(row, agreements.chain_of(self._every, row.agreement) if row else [])

    def changeEvent(self, event: QEvent) -> None:
        """Signs in the colours of the scheme in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "status"):
            for at in range(self.status.count()):
                if (state := self.status.itemData(at)) in list(Status):
                    self.status.setItemIcon(at, signs.status_picture(state))

    # Parts -----------------------------------------------------------------------------------------------------

    def _table(self) -> QTableView:
        made = parts.table(tr("agreements.name"))
        made.setModel(self.model)
        made.setSortingEnabled(True)
        made.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in WIDTHS.items():
            made.setColumnWidth(column, width)
        made.setColumnWidth(agreements.STATUS, _status_width())
        return made

    def _filters(self) -> list[QWidget]:
        self.status = Choice()
        self.status.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.status.setMinimumContentsLength(14)
        self.status.setAccessibleName(tr("agreements.state"))
        self.status.addItem(tr("agreements.every"), "")
        self.status.addItem(tr("agreements.binding"), "binding")
        self.status.insertSeparator(2)
        for state in Status:
            self.status.addItem(signs.status_picture(state), capital(wording.status(state)), str(state))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("agreements.filter"))
        self.words.setAccessibleName(tr("agreements.filter"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(130)
        self.words.setMaximumWidth(220)
        self._count = parts.label("", "faint", "small")
        self._count.setToolTip(tr("agreements.shown_tip"))
        return [self._count, self.words, self.status, DayPicker(self._session)]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("agreements.name"), *self._filters()))
        self._empty = parts.EmptyPane("agreements", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 7)
        self.splitter.setStretchFactor(1, 2)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.status.currentIndexChanged.connect(self._narrow)
        self.words.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.table.doubleClicked.connect(lambda index: self._open(self.model.row_at(index)))
        self.details.record_wanted.connect(self.record_wanted)
        self.details.agreement_wanted.connect(self.choose)
        self.details.compare_wanted.connect(self.compare_wanted)
        self.details.links_wanted.connect(self.links_wanted)
        self._session.day_changed.connect(self.refresh)

    def _open(self, row: AgreementRow | None) -> None:
        if row:
            self.record_wanted.emit(row.agreement.records[0])


def _status_width() -> int:
    """What the longest state takes in the language in force, with its sign and the room around."""
    words = QFontMetrics(theme.font())
    return SIGNED + max(words.horizontalAdvance(capital(wording.status(state))) for state in Status)
