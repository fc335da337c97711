"""To request: papers that others speak of and the archive lacks, and those of which nobody ever told."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QTableView, QVBoxLayout, QWidget

from archive_app.domain.said import Lack
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import cited
from archive_app.gui.models.table import TableModel
from archive_app.gui.models.tracking import requests
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.cited_words import CitedWords
from archive_app.gui.views.eliding import Choice
from archive_app.services.tracking.holdings import Holdings, Request


class RequestsView(QWidget):
    """``words_wanted(record, page, words)`` for words that speak of a paper, ``counted(number)`` of what is lacking."""

    words_wanted = Signal(str, int, str)
    agreement_wanted = Signal(str)
    export_wanted = Signal()
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._every: tuple[Request, ...] = ()
        self.model = TableModel(requests.columns(), self)
        self.table = self._table()
        self.words = CitedWords(tr("requests.words"))
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._session.ask(requests.read, self._show, key="requests")

    def _show(self, found: Holdings) -> None:
        self._every = tuple(sorted(found.requests, key=lambda one: requests.LISTS.index(one.want.lack)))
        wanted = sum(one.want.lack is not Lack.SILENT for one in found.requests)
        self.counted.emit(wanted)
        self._count.setText(tr("requests.wanted", count=wanted))
        for at in range(self.lack.count()):
            held = self.lack.itemData(at)
            number = len(found.of(Lack(held))) if held else len(found.requests)
            self.lack.setItemText(at, tr("requests.of", _list_name(held), number))
        self._narrow()

    def _narrow(self) -> None:
        before = self._row()
        self.model.set_rows([row for row in self._every if self._fits(row)])
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        same = self.model.find(lambda row: before is not None and row.want == before.want)
        if self.model.rows:
            self.table.selectRow(max(0, same.row()))
        self._save.setEnabled(bool(self._every))
        if self._every:
            self._empty.say(tr("requests.none"), tr("requests.none_text"))
        else:
            self._empty.say(tr("requests.empty"), tr("requests.empty_text"))

    def _fits(self, row: Request) -> bool:
        lack = self.lack.currentData()
        text = " ".join((row.want.title or "", requests.bodies(row), row.want.day or "")).casefold()
        return (not lack or row.want.lack == lack) and all(w in text for w in self.filter.text().casefold().split())

    def _row(self) -> Request | None:
        return self.model.row_at(self.table.currentIndex())

    def _chose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        self.words.show_words(cited.of_sayings(row.want.sayings) if row else (), requests.whom(row) if row else "")

    def _open(self, index: QModelIndex) -> None:
        """The words that speak of it; of what was never announced, the agreement itself."""
        row = self.model.row_at(index)
        if row and row.want.agreement:
            self.agreement_wanted.emit(row.want.agreement)
        elif row:
            self.words.open_first()

    # Parts -----------------------------------------------------------------------------------------------------

    def _table(self) -> QTableView:
        made = parts.table(tr("requests.name"))
        made.setModel(self.model)
        made.setSortingEnabled(True)
        made.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((210, 172, 310, 310)):
            made.setColumnWidth(column, width)
        return made

    def _tools(self) -> list[QWidget]:
        self.lack = Choice()
        self.lack.setAccessibleName(tr("requests.list"))
        self.lack.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lack.setMinimumContentsLength(14)
        self.lack.addItem(_list_name(""), "")
        for lack in requests.LISTS:
            self.lack.addItem(_list_name(lack), str(lack))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("requests.filter"))
        self.filter.setAccessibleName(tr("requests.filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(150)
        self.filter.setMaximumWidth(220)
        self._save = parts.button(tr("requests.save"), "export")
        self._save.clicked.connect(self.export_wanted)
        self._count = parts.label("", "faint", "small")
        self._count.setToolTip(tr("requests.wanted_tip"))
        return [self._count, self.filter, self.lack, self._save]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("requests.name"), *self._tools()))
        self.splitter = parts.above(self.table, self.words)
        self._empty = parts.EmptyPane("requests", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.lack.currentIndexChanged.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.table.activated.connect(self._open)
        self.words.words_wanted.connect(self.words_wanted)


def _list_name(lack: str) -> str:
    return capital(word("lack", lack)) if lack else tr("requests.every")
