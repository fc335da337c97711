"""To review: readings that are not certain, each beside the words it was read from; one key accepts, one corrects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.fact import Fact
from archive_app.gui.language import tr
from archive_app.gui.models import opened as contents
from archive_app.gui.models import review
from archive_app.gui.models.facts import FactRow
from archive_app.gui.models.opened import Opened
from archive_app.gui.models.review import ReviewRow
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.evidence_card import EvidenceCard
from archive_app.gui.views.page import PageView
from archive_app.services import records


class ReviewView(QWidget):
    """Decisions are told with the record they are about; ``record_wanted(id)`` opens it among the records."""

    edit_wanted = Signal(str, object)
    confirm_wanted = Signal(str, object)
    not_stated_wanted = Signal(str, object)
    record_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opened: Opened | None = None
        self.model = TableModel(review.columns(), self)
        self.table = parts.table(tr("review.name"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((118, 118, 190, 180)):
            self.table.setColumnWidth(column, width)
        self.page = PageView(session)
        self.card = EvidenceCard()
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._session.ask(records.to_review, self._show, key="review")

    def _show(self, rows: Sequence[ReviewRow]) -> None:
        """The list anew; the row after the one that was just decided is at hand."""
        at = max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        self.counted.emit(len(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._count.setText(tr("review.count", count=len(rows)))
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
        else:
            self._opened = None
            self.page.show_record(None)

    def _chose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        described, fact = row
        self.card.show_row(FactRow("", fact.field, fact), self._session.writable)
        if self._opened is not None and self._opened.id == described.id:
            self.page.choose(_with_boxes(self._opened, fact))
        else:
            self._open(described.id, fact)

    def _open(self, record: str, fact: Fact) -> None:
        def show(opened: Opened) -> None:
            self._opened = opened
            self.page.show_record(opened)
            self.page.choose(_with_boxes(opened, fact))

        self._session.ask(lambda archive: contents.read(archive, record), show, key="review page")

    def _decide(self, signal: object) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row and self._session.writable:
            signal.emit(row[0].id, FactRow("", row[1].field, row[1]))  # type: ignore[attr-defined]

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._count = parts.label("", "soft", "small")
        keys = parts.label(tr("review.keys"), "faint", "small")
        layout.addWidget(parts.heading(tr("review.name"), self._count, keys))
        below = parts.column()
        below.addWidget(self.page, 1)
        below.addWidget(self.card)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(parts.frame("panel", below))
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        words = tr("review.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("check", tr("review.empty"), words))
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.card.edit_wanted.connect(lambda _: self._decide(self.edit_wanted))
        self.card.confirm_wanted.connect(lambda _: self._decide(self.confirm_wanted))
        self.card.not_stated_wanted.connect(lambda _: self._decide(self.not_stated_wanted))
        for keys, signal in (("A", self.confirm_wanted), ("E", self.edit_wanted), ("N", self.not_stated_wanted)):
            self._key(keys, lambda signal=signal: self._decide(signal))
        self._key("O", self._open_record)
        self.table.doubleClicked.connect(lambda _: self._open_record())

    def _key(self, keys: str, action: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(action)

    def _open_record(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row:
            self.record_wanted.emit(row[0].id)


def _with_boxes(opened: Opened, fact: Fact) -> Fact:
    """The fact as its record has it: lists leave the boxes of evidence away."""
    return next((held for held in opened.described.description.facts if held.id == fact.id), fact)
